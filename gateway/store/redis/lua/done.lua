-- ARGV  3 token  4 step  5 key  [6 result]
-- Reply 1 | 0

if not isHeld(ARGV[3]) then return 0 end
putStep(ARGV[4], 'done', ARGV[5], ARGV[6])
return 1
