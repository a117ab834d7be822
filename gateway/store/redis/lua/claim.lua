-- ARGV  3 token  4 owner  5 leaseMs  6 renewableMs
-- Reply {'absent'} | see take

if not state() then
  forget()
  return { 'absent' }
end
return take(ARGV[3], ARGV[4], ARGV[5], ARGV[6])
