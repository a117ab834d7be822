/** One of several, or all. */
import { useId } from 'preact/hooks'

interface ChoiceProps {
  readonly name: string
  readonly value: string | undefined
  readonly options: readonly string[]
  readonly all?: string
  onChange(value: string): void
}

export function Choice({ name, value, options, all = 'all', onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div class="choice">
      <label for={id}>{name}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </div>
  )
}
