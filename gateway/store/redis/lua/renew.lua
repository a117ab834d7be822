-- ARGV  3 token  4 leaseMs
-- Reply milliseconds of lease, 0: lost

if not isHeld(ARGV[3]) then return 0 end
local dueAt = number('dueAt')
if now >= dueAt then return 0 end
dueAt = math.max(dueAt, math.min(now + ARGV[4], number('renewableUntil')))
waitUntil(dueAt)
return dueAt - now
