-- Replaces a letter when it is the one expected; sent twice, it acts once.
-- KEYS: letters, then the list of letters of each state (one slot)
-- ARGV: id, expected revision (empty: there is none), next revision, text, index of its state, at
-- Returns: 1 when it is the next one now
local stored = redis.call('HGET', KEYS[1], ARGV[1])
local revision = stored and string.match(stored, '^(%S*) ') or ''
if revision == ARGV[3] then return 1 end
if revision ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. ' ' .. ARGV[4])
for i = 2, #KEYS do redis.call('ZREM', KEYS[i], ARGV[1]) end
redis.call('ZADD', KEYS[2 + ARGV[5]], ARGV[6], ARGV[1])
return 1
