-- Gives a lane back; what nobody began with counts as not delivered.
-- KEYS: lease, stream (one slot)
-- ARGV: token, group, positions...
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return end
for i = 3, #ARGV do
  redis.call('XCLAIM', KEYS[2], ARGV[2], 'lane', 0, ARGV[i], 'RETRYCOUNT', 0, 'JUSTID')
end
redis.call('DEL', KEYS[1])
