-- ARGV  3 token  4 step
-- Reply 1 | 0

if not isHeld(ARGV[3]) then return 0 end
local before = step(ARGV[4])
if before and before.phase == 'intent' then redis.call('HDEL', record, 'step:' .. ARGV[4]) end
return 1
