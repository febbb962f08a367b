import '../conversations/sums.css'
import { type FormEvent, useState } from 'react'
import { useAsk } from '../../ask.ts'
import type { Role } from '../../catalogue.ts'
import { Field } from '../../ui/field.tsx'
import { saidDay, saidWhen } from '../../ui/when.ts'
import { ROLES } from './role-words.ts'
import { Secret } from './secret.tsx'
import { useAct } from './use-act.ts'
import { useReading } from './use-reading.ts'

/** Keys by which programs come in: each with a name and rights, shown once. */
export function Tokens() {
  const reading = useReading()
  const asked = useAsk('workspace.tokens', {})
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [key, setKey] = useState<string | null>(null)
  const create = useAct('workspace.createToken', {
    touches: ['workspace'],
    onDone: (made) => {
      setKey(made.key)
      setName('')
    },
  })
  const end = useAct('workspace.endToken', {
    touches: ['workspace'],
    said: () => 'That key no longer opens anything.',
    final: true,
  })
  const make = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name: name.trim(), role })
  }
  const living = asked.data?.items.filter((it) => it.endedAt === null) ?? []
  return (
    <section className="set">
      <h2>Keys for programs</h2>
      <p className="small soft">For the API, the command line from elsewhere, and MCP.</p>
      {key ? <Secret label="The key, shown this once" value={key} onSeen={() => setKey(null)} /> : null}
      <ul className="rows">
        {living.map((it) => (
          <li key={it.id}>
            <span>
              {it.name}{' '}
              <span className="small faint">
                {it.role}, since {saidDay(it.createdAt, reading)},{' '}
                {it.lastUsedAt ? `last used ${saidWhen(it.lastUsedAt, reading)}` : 'never used'}
              </span>
            </span>
            <button type="button" className="btn bare" onClick={() => end.mutate({ tokenId: it.id })}>
              End it
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={make} style={{ marginTop: 12 }}>
        <Field
          label="What the key is for"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={120}
        />
        <div className="field-box">
          <label htmlFor="token-role">With the rights of</label>
          <select
            id="token-role"
            className="field"
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {ROLES.map((it) => (
              <option key={it.role} value={it.role}>
                {it.word}
              </option>
            ))}
          </select>
        </div>
        <p className="wide">
          <button type="submit" className="btn" disabled={name.trim() === ''} aria-busy={create.isPending}>
            Make a key
          </button>
        </p>
      </form>
    </section>
  )
}
