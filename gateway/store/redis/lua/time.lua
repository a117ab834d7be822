-- The time is the server's, in milliseconds, so that all processes share it. Test builds bring their own.
local function timeFrom(given)
  if given ~= '' then return tonumber(given) end
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
