-- KEYS  1 due
-- ARGV  1 time in tests, else empty  2 limit
-- Reply id and time of each, oldest first

local now = timeFrom(ARGV[1])
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'WITHSCORES', 'LIMIT', 0, ARGV[2])
