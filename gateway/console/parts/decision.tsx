/** Something an operator decides: what, why, and what came of it. Who decided is in the audit log. */
import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { Refused } from '../admin.ts'

export interface Option {
  readonly value: string
  readonly name: string
  /** What becomes of it then. */
  readonly meaning: string
}

interface DecisionProps {
  readonly title: string
  readonly options?: readonly Option[]
  /** Fields of its own. */
  readonly children?: ComponentChildren
  readonly button: string
  /** @returns what was done, in a sentence */
  decide(given: FormData): Promise<string>
}

export function Decision({ title, options, children, button, decide }: DecisionProps) {
  const id = useId()
  const [told, setTold] = useState<{ readonly kind: 'told' | 'done'; readonly text: string } | undefined>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    setBusy(true)
    await decide(new FormData(form)).then(
      (text) => {
        setTold({ kind: 'done', text })
        form.reset()
      },
      (refused: Refused) => setTold({ kind: 'told', text: refused.message }),
    )
    setBusy(false)
  }
  return (
    <form class="decision" onSubmit={submit} aria-label={title}>
      <h2>{title}</h2>
      {options && (
        <fieldset>
          <legend class="unseen">What becomes of it</legend>
          {options.map(({ value, name, meaning }) => (
            <label key={value} class="option">
              <input type="radio" name="decision" value={value} required />
              <span>
                <b>{name}</b> <span class="quiet">{meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {children}
      <div>
        <label for={id}>Why; kept with it</label>
        <input id={id} name="note" maxLength={500} required pattern=".*\S.*" autocomplete="off" />
      </div>
      {told && (
        <p class={told.kind} role={told.kind === 'told' ? 'alert' : 'status'}>
          {told.text}
        </p>
      )}
      <button type="submit" class="main" disabled={isBusy}>
        {button}
      </button>
    </form>
  )
}
