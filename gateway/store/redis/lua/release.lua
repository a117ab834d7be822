-- ARGV  3 token
-- Reply 1 | 0

if not isHeld(ARGV[3]) then return 0 end
if number('deferred') == 0 and #fieldsOf('step:') == 0 then
  forget()
else
  set('token', '')
  waitUntil(now)
end
return 1
