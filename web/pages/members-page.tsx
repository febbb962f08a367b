import '../areas/workspace/settings.css'
import '../areas/conversations/sums.css'
import { type FormEvent, useState } from 'react'
import { ROLES } from '../areas/workspace/role-words.ts'
import { Secret } from '../areas/workspace/secret.tsx'
import { useAct } from '../areas/workspace/use-act.ts'
import { useMe } from '../areas/workspace/use-me.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAsk } from '../ask.ts'
import type { Member, Role } from '../catalogue.ts'
import { Failed } from '../ui/failed.tsx'
import { Field } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { inWords, saidDay } from '../ui/when.ts'

function RoleSelect({
  id,
  value,
  onRole,
  label,
}: {
  id: string
  value: Role
  onRole: (role: Role) => void
  label: string
}) {
  return (
    <select
      id={id}
      className="field"
      aria-label={label}
      value={value}
      onChange={(event) => onRole(event.target.value as Role)}
    >
      {ROLES.map((it) => (
        <option key={it.role} value={it.role}>
          {it.word}
        </option>
      ))}
    </select>
  )
}

/** Who works here, with which rights; inviting, and ending. */
export function MembersPage() {
  const { data, error, refetch } = useAsk('workspace.members', {})
  const me = useMe()
  const reading = useReading()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('rep')
  const [link, setLink] = useState<string | null>(null)
  const invite = useAct('workspace.invite', {
    touches: ['workspace'],
    onDone: (made) => {
      setLink(new URL(made.link, window.location.origin).href)
      setEmail('')
    },
  })
  const change = useAct('workspace.changeRole', { said: () => 'Changed.' })
  const end = useAct('workspace.endMember', {
    said: () => 'They no longer come in. What they brought stays.',
  })
  if (error && !data) return <Failed page="Members" error={error} again={refetch} />
  if (!data) return <Waiting page="Members" rows={6} height={60} />
  const living = data.items.filter((it) => it.endedAt === null)
  const decides = me?.member.role === 'owner' || me?.member.role === 'manager'
  const send = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ email: email.trim(), role })
  }
  const line = (it: Member) => (
    <li key={it.id}>
      <div>
        <p>
          <span className="name">{it.name}</span>{' '}
          <span className="small faint">
            {it.isYou ? 'you, ' : ''}
            {it.email}
          </span>
        </p>
        <p className="small soft">
          {it.role}, since {saidDay(it.joinedAt, reading)}
        </p>
      </div>
      {decides && !it.isYou ? (
        <p className="acts">
          <RoleSelect
            id={it.id}
            label={`Rights of ${it.name}`}
            value={it.role}
            onRole={(next) => change.mutate({ memberId: it.id, role: next })}
          />
          <button type="button" className="btn bare" onClick={() => end.mutate({ memberId: it.id })}>
            End membership
          </button>
        </p>
      ) : null}
    </li>
  )
  return (
    <div className="settings">
      <PageHead
        title={`${inWords(living.length, reading.figures)} ${living.length === 1 ? 'person works' : 'people work'} here.`}
        tab="Members"
        sub="Nobody reads another’s mail unless it was shared, whatever their role."
      />
      <ul className="rows">{living.map(line)}</ul>
      {decides ? (
        <section className="box2">
          <h2>Invite someone</h2>
          {link ? (
            <Secret label="Send them this link; it works once" value={link} onSeen={() => setLink(null)} />
          ) : null}
          <form className="invite" onSubmit={send}>
            <Field
              label="Their work address"
              type="email"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <div className="field-box">
              <label htmlFor="invite-role">As</label>
              <RoleSelect id="invite-role" label="As" value={role} onRole={setRole} />
            </div>
            <button type="submit" className="btn go" aria-busy={invite.isPending}>
              Make the link
            </button>
          </form>
        </section>
      ) : null}
      {data.invitations.length > 0 ? (
        <section className="box2">
          <h2>Invited</h2>
          <ul className="rows">
            {data.invitations.map((it) => (
              <li key={it.id}>
                <span>
                  {it.email} <span className="small faint">as {it.role}</span>
                </span>
                <span className="small faint">until {saidDay(it.expiresAt, reading)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
