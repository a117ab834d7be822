-- ARGV  3 token  4 reply  5 retentionMs  6.. id, topic, key and body of each event
-- Reply 1 | 0

if isEndedBy(ARGV[3], 'completed') then return 1 end
if not isHeld(ARGV[3]) then return 0 end
complete(ARGV[3], 4)
return 1
