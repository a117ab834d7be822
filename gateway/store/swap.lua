-- Replaces a record when it is the expected one; sent twice, it acts once.
-- KEYS: record, due, open, parked, outbox (one slot)
-- ARGV: id, expected revision, next revision, record, expiry (ms since 1970, 0 = never), due at (-1 = never), parked from (-1 = not), events...
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local revision = redis.call('HGET', KEYS[1], 'revision') or ''
if revision ~= '' and revision == ARGV[3] then return { now } end
if revision ~= ARGV[2] then return { now, revision, redis.call('HGET', KEYS[1], 'record') or '' } end

if ARGV[3] == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('HSET', KEYS[1], 'revision', ARGV[3], 'record', ARGV[4])
  if ARGV[5] == '0' then redis.call('PERSIST', KEYS[1]) else redis.call('PEXPIREAT', KEYS[1], ARGV[5]) end
end

local function enlist(list, from)
  if from == '-1' then redis.call('ZREM', list, ARGV[1]) else redis.call('ZADD', list, from, ARGV[1]) end
end
enlist(KEYS[2], ARGV[6])
enlist(KEYS[3], ARGV[6] == '-1' and '-1' or now)
enlist(KEYS[4], ARGV[7])
for i = 8, #ARGV, 2 do redis.call('XADD', KEYS[5], '*', 'id', ARGV[i], 'data', ARGV[i + 1]) end
return { now }
