-- Acknowledges events, and keeps letters about those that could not be delivered; sent twice, it acts once.
-- KEYS: lease, stream, letters, then the list of letters of each state (one slot)
-- ARGV: token, group, number of positions, positions..., then of each letter: id, index of its state, at, revision, text
-- Returns: 1, or 0 when the lane is not held
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
local count = tonumber(ARGV[3])
for i = 4 + count, #ARGV, 5 do
  if redis.call('HSETNX', KEYS[3], ARGV[i], ARGV[i + 3] .. ' ' .. ARGV[i + 4]) == 1 then
    redis.call('ZADD', KEYS[4 + ARGV[i + 1]], ARGV[i + 2], ARGV[i])
  end
end
for i = 4, 3 + count do redis.call('XACK', KEYS[2], ARGV[2], ARGV[i]) end
return 1
