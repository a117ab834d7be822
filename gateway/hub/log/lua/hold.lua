-- Takes a lease that nobody else has, or keeps it.
-- KEYS: lease
-- ARGV: token, duration (ms)
-- Returns: 1 when it is held with this token
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
