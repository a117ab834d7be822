-- Adds events that are not there yet; sent twice, it acts once.
-- KEYS: stream, seen today, seen yesterday (one slot)
-- ARGV: how long what is seen is remembered (ms), then id and data of each event
for i = 2, #ARGV, 2 do
  if redis.call('HEXISTS', KEYS[3], ARGV[i]) == 0 and redis.call('HSETNX', KEYS[2], ARGV[i], '') == 1 then
    redis.call('XADD', KEYS[1], '*', 'id', ARGV[i], 'data', ARGV[i + 1])
  end
end
if #ARGV > 1 then redis.call('PEXPIRE', KEYS[2], ARGV[1]) end
