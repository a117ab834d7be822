-- What the group read and nobody settled, with how often somebody had it.
-- KEYS: lease, stream (one slot)
-- ARGV: token, group, limit
-- Returns: false when the lane is not held, else a list of { position, fields, deliveries }
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local found = {}
for _, pending in ipairs(redis.call('XPENDING', KEYS[2], ARGV[2], '-', '+', ARGV[3])) do
  local entry = redis.call('XRANGE', KEYS[2], pending[1], pending[1])[1]
  if entry then
    found[#found + 1] = { entry[1], entry[2], pending[4] }
  else
    redis.call('XACK', KEYS[2], ARGV[2], pending[1])
  end
end
return found
