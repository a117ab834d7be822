-- KEYS  1 parked
-- ARGV  1 time in tests, else empty  2 limit
-- Reply id and time of each; those that are forgotten soonest first

local now = timeFrom(ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
return redis.call('ZRANGE', KEYS[1], 0, ARGV[2] - 1, 'WITHSCORES')
