-- Notes how often an event was delivered.
-- KEYS: lease, stream (one slot)
-- ARGV: token, group, position, deliveries
-- Returns: 1, or 0 when the lane is not held
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('XCLAIM', KEYS[2], ARGV[2], 'lane', 0, ARGV[3], 'RETRYCOUNT', ARGV[4], 'JUSTID')
return 1
