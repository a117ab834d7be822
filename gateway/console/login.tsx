/** Who looks has to be an operator: a token with the scope `strata:admin`. */
import { useState } from 'preact/hooks'
import { Mark } from './parts/mark.tsx'
import { farewell, token } from './session.ts'

export function Login() {
  const [mistake, setMistake] = useState<string | undefined>(undefined)
  const enter = async (event: SubmitEvent) => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget as HTMLFormElement).get('token')).trim()
    const reply = await fetch('/admin/overview', { headers: { authorization: `Bearer ${given}` } }).catch(
      () => undefined,
    )
    if (reply?.ok) token.value = given
    else setMistake(whyNot(reply?.status))
  }
  const told = mistake ?? farewell.value
  return (
    <main class="login">
      <h1>
        <Mark /> Strata console
      </h1>
      <form onSubmit={enter}>
        <label for="token">Access token of an operator</label>
        <input id="token" name="token" type="password" autocomplete="off" spellcheck={false} required />
        {told && (
          <p class="told" role="alert">
            {told}
          </p>
        )}
        <button type="submit" class="main">
          Sign in
        </button>
      </form>
      <p class="quiet">
        In development, <code>npx strata token ops</code> prints one. It stays in this tab and is gone when
        the tab is closed.
      </p>
    </main>
  )
}

function whyNot(status: number | undefined): string {
  if (status === 401) return 'This token is not valid, or not any more.'
  if (status === 403) return 'This token is valid, but has no scope strata:admin.'
  return status === undefined ? 'The gateway does not answer.' : `The gateway answered ${status}.`
}
