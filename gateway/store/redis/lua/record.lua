-- A record and its neighbours, for the commands that follow. The rules are those of ../../reducer.ts; a test holds both
-- equal.
--
-- KEYS  1 record (hash)  2 due (sorted by time)  3 parked (sorted by time)  4 outbox (stream): all in one slot
-- ARGV  1 id  2 time in tests, else empty  3.. of the command

local record, due, parked, outbox = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local id = ARGV[1]
local now = timeFrom(ARGV[2])

local function get(field) return redis.call('HGET', record, field) end
local function number(field) return tonumber(get(field)) end
local function set(...) redis.call('HSET', record, ...) end

local function forget()
  redis.call('DEL', record)
  redis.call('ZREM', due, id)
  redis.call('ZREM', parked, id)
end

-- The state of a record that is not forgotten, else nil.
local function state()
  local found = get('state')
  if not found then return nil end
  if found ~= 'pending' and number('expiresAt') <= now then
    forget()
    return nil
  end
  return found
end

-- By the token alone: a counter would start again when the store lost the record.
local function isHeld(token)
  local found = redis.call('HMGET', record, 'state', 'token')
  return found[1] == 'pending' and found[2] ~= '' and found[2] == token
end

local function isEndedBy(token, as) return state() == as and get('token') == token end

local function waitUntil(dueAt)
  set('dueAt', dueAt)
  redis.call('ZADD', due, dueAt, id)
end

local function lease(token, owner, leaseMs, renewableMs)
  set('token', token, 'owner', owner, 'renewableUntil', now + renewableMs)
  waitUntil(now + leaseMs)
end

-- What the driver needs to tell the holder everything.
local function held(kind) return { kind, now, redis.call('HGETALL', record) } end

local function take(token, owner, leaseMs, renewableMs)
  local found = state()
  if found == 'parked' then return { 'parked', get('reason'), number('endedAt') } end
  if found == 'completed' then return { 'replay', get('reply'), number('endedAt'), number('expiresAt') } end
  local dueAt = number('dueAt')
  if now < dueAt and get('token') == token then return held('own') end
  if now < dueAt then return { 'busy', dueAt - now, number('deferred') } end
  lease(token, owner, leaseMs, renewableMs)
  redis.call('HINCRBY', record, 'attempts', 1)
  return held('resume')
end

-- A step is kept as "<ordinal> <phase> <at> <key>", its result beside it.
local function step(name)
  local found = get('step:' .. name)
  if not found then return nil end
  local ordinal, phase, at, key = string.match(found, '^(%d+) (%a+) (%d+) (.*)$')
  return { ordinal = ordinal, phase = phase, key = key }
end

local function putStep(name, phase, key, result)
  local before = step(name)
  local ordinal = before and before.ordinal or redis.call('HINCRBY', record, 'ordinals', 1)
  set('step:' .. name, ordinal .. ' ' .. phase .. ' ' .. string.format('%.0f', now) .. ' ' .. key)
  if result then set('result:' .. name, result) else redis.call('HDEL', record, 'result:' .. name) end
end

local function fieldsOf(prefix)
  local found = {}
  for _, field in ipairs(redis.call('HKEYS', record)) do
    if string.sub(field, 1, #prefix) == prefix then found[#found + 1] = field end
  end
  return found
end

-- ARGV from `first`: reply, retention, then id, topic, key and body of each event.
local function complete(token, first)
  local expiresAt = now + ARGV[first + 1]
  redis.call('HDEL', record, 'request', unpack(fieldsOf('result:')))
  set('state', 'completed', 'token', token, 'reason', '', 'settledAt', 0, 'reply', ARGV[first], 'endedAt', now,
    'expiresAt', expiresAt)
  redis.call('ZREM', due, id)
  redis.call('ZREM', parked, id)
  redis.call('PEXPIREAT', record, expiresAt)
  for at = first + 2, #ARGV, 4 do
    redis.call('XADD', outbox, '*', 'id', ARGV[at], 'topic', ARGV[at + 1], 'key', ARGV[at + 2], 'body', ARGV[at + 3])
  end
end
