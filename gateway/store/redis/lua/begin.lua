-- ARGV  3 token  4 owner  5 leaseMs  6 renewableMs  7 fingerprint  8 operation  9 traceId  10 windowMs  [11 request]
-- Reply {'new', leaseMs} | {'mismatch'} | see take

if not state() then
  set('state', 'pending', 'fingerprint', ARGV[7], 'operation', ARGV[8], 'traceId', ARGV[9],
    'windowUntil', now + ARGV[10], 'createdAt', now, 'attempts', 1, 'deferred', 0, 'reason', '',
    'settledAt', 0, 'endedAt', 0, 'expiresAt', 0, 'resolvedBy', '')
  if ARGV[11] then set('request', ARGV[11]) end
  lease(ARGV[3], ARGV[4], ARGV[5], ARGV[6])
  return { 'new', tonumber(ARGV[5]) }
end
if get('fingerprint') ~= ARGV[7] then return { 'mismatch' } end
return take(ARGV[3], ARGV[4], ARGV[5], ARGV[6])
