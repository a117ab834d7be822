/** Buttons: the steps of a workflow. Pressed in a state they are not meant for, they do nothing and say so to nobody. */
import { HttpError, ProgrammingError } from './errors.ts'
import { models } from './models/main.ts'
import { existing } from './reader.ts'
import type { ModelName, Tables } from './records.ts'
import type { Store } from './store.ts'

export function press<M extends ModelName>(
  store: Store,
  model: M,
  name: string,
  ids: readonly number[],
): void {
  const { buttons = {} } = models[model]
  const button = Object.hasOwn(buttons, name) ? buttons[name] : undefined
  if (!button) throw new HttpError(403, "You don't have the permission to access the requested resource.")
  if (new Set(ids).size !== ids.length) throw new ProgrammingError('Duplicate ids')
  for (const id of ids) {
    const record = existing(store, model, id, 'read', ids)
    if (!button.from.includes((record as unknown as { state: string }).state)) continue
    if (typeof button.act === 'function') button.act(record, store)
    else store.update(model, id, { state: button.act } as unknown as Partial<Tables[M]>)
  }
}
