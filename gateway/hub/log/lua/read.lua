-- What nobody of the group read before.
-- KEYS: lease, stream (one slot)
-- ARGV: token, group, limit
-- Returns: false when the lane is not held, else a list of { position, fields }
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return false end
local found = redis.call('XREADGROUP', 'GROUP', ARGV[2], 'lane', 'COUNT', ARGV[3], 'STREAMS', KEYS[2], '>')
return found and found[1][2] or {}
