import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { asRefusal, send } from '../api.ts'
import { memory, useAsk } from '../ask.ts'
import { Desk } from '../ui/desk.tsx'
import { Field } from '../ui/field.tsx'

/** The way in: a passkey, or address and password. */
export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const setup = useAsk('setup.state', {}).data
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = () => {
    memory.clear()
    // Only a path of this page: an address from elsewhere is not followed.
    router.history.push(to && /^\/(?![/\\])/.test(to) ? to : '/')
  }
  const byPassword = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setTrouble(null)
    try {
      await send('POST', '/api/auth/sign-in/email', {
        email: form.get('email'),
        password: form.get('password'),
      })
      enter()
    } catch (error) {
      const refusal = asRefusal(error)
      setTrouble(
        refusal.status === 401 ? 'That address and password do not belong together.' : refusal.message,
      )
      setBusy(false)
    }
  }
  const byPasskey = async () => {
    setTrouble(null)
    try {
      const { auth } = await import('../areas/workspace/auth-client.ts')
      const answer = await auth.signIn.passkey()
      if (answer?.error) setTrouble(answer.error.message ?? 'The passkey was not taken.')
      else enter()
    } catch {
      setTrouble('No passkey was given.')
    }
  }
  const unclaimed = setup?.claimed === false
  return (
    <Desk
      tab="Sign in"
      title={unclaimed ? 'Nobody owns this Rapport yet.' : 'Whom to answer first, and why.'}
      lede={
        unclaimed
          ? 'The program printed a link when it started, in the window where it runs. Whoever opens that link first becomes the owner, and it closes behind them.'
          : 'Rapport reads the mail you already have, and each morning there is a list that ends.'
      }
    >
      {unclaimed ? null : (
        <section className="way paper">
          <h2>Sign in</h2>
          <form onSubmit={byPassword}>
            <Field
              label="Your work address"
              name="email"
              type="email"
              autoComplete="username webauthn"
              required
            />
            <Field
              label="Password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              error={trouble}
            />
            <div className="way-acts">
              <button type="submit" className="btn go" aria-busy={busy} disabled={busy}>
                {busy ? 'Opening…' : 'Sign in'}
              </button>
              <button type="button" className="btn" onClick={byPasskey}>
                Use a passkey
              </button>
            </div>
          </form>
        </section>
      )}
    </Desk>
  )
}
