import { type FormEvent, useState } from 'react'
import { asRefusal, type Refusal } from '../../api.ts'
import { Field } from '../../ui/field.tsx'

/** What a newcomer gives of themselves. */
export type Newcomer = {
  name: string
  email: string
  password: string
  workspaceName: string
  timeZone: string
}

type Props = { heading: string; owner: boolean; go: string; onGive: (newcomer: Newcomer) => Promise<void> }

/** Name and password of someone new; the first one also names the workspace and gives an address. */
export function NewcomerForm({ heading, owner, go, onGive }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const give = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    setBusy(true)
    setRefusal(null)
    try {
      await onGive({
        name: text('name'),
        email: text('email'),
        password: String(form.get('password') ?? ''),
        workspaceName: text('workspaceName'),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })
    } catch (error) {
      setRefusal(asRefusal(error))
      setBusy(false)
    }
  }
  const wrong = (field: string) => (refusal?.field === field ? refusal.message : undefined)
  const elsewhere = refusal && !['name', 'email', 'password', 'workspaceName'].includes(refusal.field ?? '')
  return (
    <section className="way paper">
      <h2>{heading}</h2>
      <form onSubmit={give}>
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          maxLength={120}
          error={wrong('name')}
        />
        {owner ? (
          <>
            <Field
              label="Your work address"
              name="email"
              type="email"
              autoComplete="username"
              required
              error={wrong('email')}
            />
            <Field
              label="What your firm is called"
              name="workspaceName"
              autoComplete="organization"
              required
              maxLength={120}
              error={wrong('workspaceName')}
            />
          </>
        ) : null}
        <Field
          label="A password"
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          hint="Ten characters or more. A passkey can be added afterwards, in Settings."
          error={wrong('password')}
        />
        {elsewhere ? (
          <p className="bad" role="alert">
            {refusal.message} {refusal.help}
          </p>
        ) : null}
        <div className="way-acts">
          <button type="submit" className="btn go" disabled={busy} aria-busy={busy}>
            {busy ? 'One moment…' : go}
          </button>
        </div>
      </form>
    </section>
  )
}
