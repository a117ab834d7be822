-- ARGV  3 by  4 outcome
--       completed: 5 reply  6 retentionMs  7.. id, topic, key and body of each event
--       absent: 5 windowMs  [6 step]
-- Reply {'resolved'} | {'not-parked'} | {'too-early', retryAfterMs}

if state() ~= 'parked' then return { 'not-parked' } end
if ARGV[4] == 'completed' then
  set('resolvedBy', ARGV[3])
  complete('', 5)
  return { 'resolved' }
end
local settledAt = number('settledAt')
if now < settledAt then return { 'too-early', settledAt - now } end
for _, field in ipairs(fieldsOf('step:')) do
  local name = string.sub(field, #'step:' + 1)
  if step(name).phase == 'intent' and (not ARGV[6] or name == ARGV[6]) then redis.call('HDEL', record, field) end
end
set('state', 'pending', 'token', '', 'windowUntil', now + ARGV[5], 'resolvedBy', ARGV[3], 'settledAt', 0,
  'endedAt', 0, 'expiresAt', 0)
redis.call('PERSIST', record)
redis.call('ZREM', parked, id)
waitUntil(now)
return { 'resolved' }
