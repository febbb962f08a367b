import { type FormEvent, useState } from 'react'
import type { ProposedAddress } from '../../catalogue.ts'
import { Field } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'

type Props = {
  proposed: ProposedAddress[]
  mailboxName: string
  busy: boolean
  onSay: (me: string[], mailboxName: string) => void
}

/** Who are you in this mail? Addresses are proposed with their reason; one key says yes. */
export function WhoseMail({ proposed, mailboxName, busy, onSay }: Props) {
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(proposed.slice(0, 1).map((it) => it.address)))
  const [typed, setTyped] = useState(proposed.length === 0 ? mailboxName : '')
  const [name, setName] = useState(proposed[0]?.address ?? mailboxName)
  const flip = (address: string) =>
    setMine((before) =>
      before.has(address)
        ? new Set([...before].filter((it) => it !== address))
        : new Set(before).add(address),
    )
  const typedOnes = typed.split(/[\s,;]+/).filter((it) => it.includes('@'))
  const all = [...mine, ...typedOnes]
  const say = () => (all.length > 0 && !busy ? onSay(all, name.trim() || mailboxName) : undefined)
  useKeys({
    Enter: say,
    y: say,
    ...Object.fromEntries(
      proposed.slice(0, 9).map((it, index) => [String(index + 1), () => flip(it.address)]),
    ),
  })
  return (
    <section className="way paper">
      <h2>Which of these is you?</h2>
      <p>What you wrote and what others wrote is told apart by this; it can be changed later.</p>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          say()
        }}
      >
        <ul className="whose">
          {proposed.slice(0, 9).map((it, index) => (
            <li key={it.address}>
              <label>
                <input type="checkbox" checked={mine.has(it.address)} onChange={() => flip(it.address)} />
                <span>
                  <b>{it.address}</b> <span className="small faint">{it.name}</span>
                  <span className="why" style={{ display: 'block' }}>
                    {it.because}
                  </span>
                </span>
                <kbd>{index + 1}</kbd>
              </label>
            </li>
          ))}
        </ul>
        <Field
          label={
            proposed.length > 0 ? 'Another address of yours, if one is missing' : 'Your address in this mail'
          }
          type="text"
          inputMode="email"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="you@company.com"
        />
        <Field
          label="What to call this mailbox"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="way-acts">
          <button type="submit" className="btn go" disabled={all.length === 0} aria-busy={busy}>
            {busy ? 'Beginning…' : all.length > 1 ? 'Yes, these are me' : 'Yes, that is me'} <kbd>↵</kbd>
          </button>
        </div>
      </form>
    </section>
  )
}
