import '../areas/people/person.css'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { NoteForm } from '../areas/conversations/note-form.tsx'
import { Timeline } from '../areas/conversations/timeline.tsx'
import { PersonFacts } from '../areas/people/person-facts.tsx'
import { Balance } from '../areas/relationships/balance.tsx'
import { DepthSum } from '../areas/relationships/depth-sum.tsx'
import { Ladder } from '../areas/relationships/ladder.tsx'
import { Owed } from '../areas/relationships/owed.tsx'
import { RelationNote } from '../areas/relationships/relation-note.tsx'
import { StatusLine } from '../areas/today/status-line.tsx'
import { useAct } from '../areas/workspace/use-act.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAsk } from '../ask.ts'
import type { NoteKind } from '../catalogue.ts'
import { Editable } from '../ui/editable.tsx'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { clockOf } from '../ui/when.ts'

/** One person: status in a line, the ladder, the exchange, every mail, what is owed, and the sums behind it. */
export function PersonPage() {
  const { personId } = useParams({ from: '/shell/people/$personId' })
  const navigate = useNavigate()
  const reading = useReading()
  const asked = useAsk('people.get', { personId })
  const person = asked.data
  const relationship = useAsk('relationships.person', { personId }).data
  const address = person?.addresses[0]?.address
  const [noting, setNoting] = useState<NoteKind | null>(null)
  const edit = useAct('people.edit', { said: () => 'Changed.' })
  const owedThread = relationship?.owed.byYou[0]?.threadId
  const openOwed = () => {
    if (owedThread) navigate({ to: '/threads/$threadId', params: { threadId: owedThread } })
  }
  useKeys({
    r: openOwed,
    n: () => setNoting('note'),
    c: () => setNoting('call'),
    v: () => setNoting('visit'),
  })
  if (asked.error && !person) return <Failed page="A person" error={asked.error} again={asked.refetch} />
  if (!person) return <Waiting page="A person" rows={8} height={72} />
  const given = person.given ?? person.name.split(' ')[0] ?? person.name
  const elsewhere = person.timeZone && person.timeZone !== reading.zone
  return (
    <>
      <div className="person-head">
        <PageHead
          title={person.name}
          name={
            <Editable value={person.name} label="Name" onSave={(name) => edit.mutate({ personId, name })} />
          }
          sub={
            <>
              <Editable
                value={person.title ?? ''}
                label="Title"
                placeholder="no title yet"
                onSave={(title) => edit.mutate({ personId, title })}
              />
              {person.company ? (
                <>
                  {' at '}
                  <Link className="link" to="/companies/$companyId" params={{ companyId: person.company.id }}>
                    {person.company.name}
                  </Link>
                </>
              ) : null}
              {elsewhere && person.timeZone
                ? `. It is ${clockOf(reading.now.toISOString(), reading, person.timeZone)} there.`
                : '.'}
            </>
          }
          below={<StatusLine q={address ?? person.name} />}
        >
          {owedThread ? (
            <Link className="btn go" to="/threads/$threadId" params={{ threadId: owedThread }}>
              Open what is owed <kbd>R</kbd>
            </Link>
          ) : address ? (
            <a className="btn go" href={`mailto:${address}`}>
              Write in your mail program
            </a>
          ) : null}
          <button type="button" className="btn" onClick={() => setNoting('note')}>
            Note <kbd>N</kbd>
          </button>
          <button type="button" className="btn" onClick={() => setNoting('call')}>
            Call <kbd>C</kbd>
          </button>
        </PageHead>
      </div>
      <div className="two-cols">
        <div>
          {relationship ? (
            <>
              <Ladder steps={relationship.ladder} />
              <Balance relationship={relationship} given={given} />
            </>
          ) : (
            <div style={{ minHeight: 240 }} />
          )}
          <div className="bar-h">
            <h2>Mail and notes</h2>
            {relationship ? (
              <span className="small faint">
                {relationship.standing.theirs} from {given}, {relationship.standing.mine} from you
              </span>
            ) : null}
          </div>
          {noting ? (
            <NoteForm personId={personId} kind={noting} onKind={setNoting} onClose={() => setNoting(null)} />
          ) : null}
          <Timeline personId={personId} />
        </div>
        <aside aria-label="In the margin">
          {relationship ? (
            <>
              <Owed owed={relationship.owed} given={given} />
              <RelationNote
                relation={relationship.relation}
                because={relationship.relationBecause}
                said={relationship.relationRule.startsWith('choice')}
                personId={personId}
                domain={relationship.domain}
                who={person.name}
              />
              <DepthSum relationship={relationship} />
              {relationship.knownBy.length > 0 ? (
                <section>
                  <h2>Who knows {given}</h2>
                  <p className="small soft">
                    {relationship.knownBy.map((it) => `${it.member.name}, ${it.depth}`).join('; ')}.
                  </p>
                </section>
              ) : null}
            </>
          ) : null}
          <PersonFacts person={person} />
        </aside>
      </div>
    </>
  )
}
