-- ARGV  3 token  4 step  5 key
-- Reply 1 | 0

if not isHeld(ARGV[3]) or now >= number('dueAt') then return 0 end
local before = step(ARGV[4])
if before then return before.phase == 'intent' and before.key == ARGV[5] and 1 or 0 end
putStep(ARGV[4], 'intent', ARGV[5])
return 1
