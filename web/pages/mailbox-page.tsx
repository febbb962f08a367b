import { Link, useParams } from '@tanstack/react-router'
import { stateOfImport } from '../areas/conversations/import-words.ts'
import { missing, SumLine } from '../areas/conversations/sum-line.tsx'
import { SumTable } from '../areas/conversations/sum-table.tsx'
import { sumsTogether } from '../areas/conversations/sums-together.ts'
import { UnreadableList } from '../areas/conversations/unreadable-list.tsx'
import { seenBy } from '../areas/conversations/visibility-words.ts'
import { useAct } from '../areas/workspace/use-act.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAsk } from '../ask.ts'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { many, saidDay, saidWhen } from '../ui/when.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const ROLES = [
  { role: 'self', word: 'It is mine' },
  { role: 'assistant', word: 'Writes for me' },
  { role: 'other', word: 'Someone else' },
] as const
const ROLE_SAID = { self: 'yours', assistant: 'writes for you', other: 'someone else' }

/** One mailbox: every folder's sum, every import, whose addresses it holds, and what could not be read. */
export function MailboxPage() {
  const { mailboxId } = useParams({ from: '/shell/mailboxes/$mailboxId' })
  const { data: box, error, refetch } = useAsk('conversations.mailbox', { mailboxId })
  const reading = useReading()
  const confirm = useAct('conversations.confirmAddress', {
    said: (input) => `${input.address}: ${ROLE_SAID[input.role]}.`,
  })
  if (error && !box) return <Failed page="A mailbox" error={error} again={refetch} />
  if (!box) return <Waiting page="A mailbox" rows={8} height={60} />
  const sum = sumsTogether(box.folders)
  const short = missing(sum)
  const inEach = box.folders.reduce((all, folder) => all + folder.messages, 0)
  const newest = box.imports
    .flatMap((it) => it.finishedAt ?? [])
    .sort()
    .at(-1)
  return (
    <div className="pg">
      <PageHead
        title={box.name}
        sub={`${capital(seenBy(box.visibility))}. ${many(inEach, 'mail', 'mails', reading.figures)} in its folders${newest ? `, last read ${saidDay(newest, reading)}` : ''}.`}
      >
        <SumLine counts={sum} figures={reading.figures} />
      </PageHead>
      <section className="box1" aria-label="Folders">
        <SumTable
          label="Folders"
          heads
          figures={reading.figures}
          rows={box.folders}
          total={{ ...sum, name: short ? 'Does not add up' : 'Adds up' }}
        />
      </section>
      {box.proposals.length > 0 ? (
        <section className="box2">
          <h2>Whose address is it?</h2>
          <ul className="rows">
            {box.proposals.map((it) => (
              <li key={it.address}>
                <div>
                  <p className="name">{it.address}</p>
                  <p className="why">{it.because}</p>
                </div>
                <p className="acts">
                  {ROLES.map(({ role, word }) => (
                    <button
                      type="button"
                      key={role}
                      className="btn"
                      onClick={() => confirm.mutate({ mailboxId, address: it.address, role })}
                    >
                      {word}
                    </button>
                  ))}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="box2">
        <h2>Addresses in it</h2>
        <p className="small soft">
          {box.addresses.length === 0
            ? 'None of them is known to be yours; until one is, nothing here counts as written by you.'
            : box.addresses.map((it) => `${it.address}, ${ROLE_SAID[it.role]}`).join('; ')}
        </p>
      </section>
      <section className="box2">
        <h2>Read into it</h2>
        <ul className="rows">
          {box.imports.map((it) => (
            <li key={it.id}>
              <div>
                <p>
                  <Link className="link" to="/imports/$importId" params={{ importId: it.id }}>
                    {it.startedAt ? saidWhen(it.startedAt, reading) : 'Not begun'}
                  </Link>
                  : {many(it.found, 'mail', 'mails', reading.figures)} found,{' '}
                  {new Intl.NumberFormat(reading.figures).format(it.stored)} stored
                </p>
                <UnreadableList importId={it.id} />
              </div>
              <span className="small faint">{stateOfImport(it.state)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
