-- ARGV  3 token  4 afterMs  5 reason
-- Reply 1 | 0

if not isHeld(ARGV[3]) then return 0 end
set('token', '', 'deferred', 1, 'reason', ARGV[5])
waitUntil(now + ARGV[4])
return 1
