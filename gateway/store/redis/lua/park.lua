-- ARGV  3 token  4 reason  5 settleMs  6 retentionMs
-- Reply 1 | 0

if isEndedBy(ARGV[3], 'parked') then return 1 end
if not isHeld(ARGV[3]) then return 0 end
local expiresAt = now + ARGV[6]
set('state', 'parked', 'reason', ARGV[4], 'settledAt', now + ARGV[5], 'endedAt', now, 'expiresAt', expiresAt)
redis.call('ZREM', due, id)
redis.call('ZADD', parked, expiresAt, id)
redis.call('PEXPIREAT', record, expiresAt)
return 1
