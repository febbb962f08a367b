import '../areas/people/met.css'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Refusal } from '../api.ts'
import { useAct } from '../areas/workspace/use-act.ts'
import { Field } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'

const PERMISSIONS = [
  { value: 'explicit', word: 'They asked me to write' },
  { value: 'implicit', word: 'It is understood' },
  { value: 'none', word: 'We did not speak of it' },
] as const

/** The card for someone just met: name, where, one personal thing, whether one may write. */
export function MetPage() {
  const navigate = useNavigate()
  const [permission, setPermission] = useState<(typeof PERMISSIONS)[number]['value']>('implicit')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const create = useAct('people.create', {
    said: (input) => `${input.name} is kept.`,
    onDone: (made) => navigate({ to: '/people/$personId', params: { personId: made.id } }),
    onRefused: setRefusal,
  })
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setRefusal(null)
    const form = new FormData(event.currentTarget)
    const given = Object.fromEntries(
      ['address', 'where', 'personal']
        .map((name) => [name, String(form.get(name) ?? '').trim()])
        .filter(([, value]) => value),
    )
    create.mutate({ name: String(form.get('name')).trim(), ...given, permission })
  }
  const wrong = (field: string) =>
    refusal?.field === field ? `${refusal.message} ${refusal.help ?? ''}` : undefined
  const known = ['name', 'address', 'where', 'personal']
  return (
    <div className="met">
      <PageHead
        title="Whom did you meet?"
        tab="Met someone"
        sub="A name is enough; the rest comes with the first mail."
      />
      <form className="paper" onSubmit={keep}>
        <Field label="Name" name="name" required autoComplete="off" maxLength={200} error={wrong('name')} />
        <Field
          label="Where"
          name="where"
          autoComplete="off"
          placeholder="the fair in Husum"
          maxLength={200}
          error={wrong('where')}
        />
        <Field
          label="One personal thing"
          name="personal"
          autoComplete="off"
          placeholder="what a friend would remember"
          hint="Health, faith and the like have no place here."
          maxLength={400}
          error={wrong('personal')}
        />
        <Field
          label="Mail address"
          name="address"
          type="email"
          autoComplete="off"
          hint="Their firm is found from it."
          error={wrong('address')}
        />
        <fieldset>
          <legend>May you write to them?</legend>
          {PERMISSIONS.map((it) => (
            <label key={it.value} className="met-choice">
              <input
                type="radio"
                name="permission"
                checked={permission === it.value}
                onChange={() => setPermission(it.value)}
              />
              {it.word}
            </label>
          ))}
        </fieldset>
        {refusal && !known.includes(refusal.field ?? '') ? (
          <p className="bad" role="alert">
            {refusal.message} {refusal.help}
          </p>
        ) : null}
        <p className="empty-acts">
          <button type="submit" className="btn go" aria-busy={create.isPending}>
            {create.isPending ? 'Keeping…' : 'Keep'}
          </button>
        </p>
      </form>
    </div>
  )
}
