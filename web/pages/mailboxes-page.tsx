import { Link } from '@tanstack/react-router'
import { missing, SumLine } from '../areas/conversations/sum-line.tsx'
import { SumTable } from '../areas/conversations/sum-table.tsx'
import { sumsTogether } from '../areas/conversations/sums-together.ts'
import { seenBy } from '../areas/conversations/visibility-words.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAsk } from '../ask.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { inWords, saidDay } from '../ui/when.ts'

/** Every mailbox with its sum: what was found must equal what is here, plus what was left out and why. */
export function MailboxesPage() {
  const { data, error, refetch } = useAsk('conversations.mailboxes', {})
  const reading = useReading()
  if (error && !data) return <Failed page="Mailboxes" error={error} again={refetch} />
  if (!data) return <Waiting page="Mailboxes" rows={6} height={80} />
  const together = sumsTogether(data.items.map((it) => it.sum))
  return (
    <div className="pg">
      <PageHead
        title={data.sentence}
        tab="Mailboxes"
        sub="What was found must equal what is here, plus what was held twice or left out, and why."
      >
        {data.items.length > 0 ? <SumLine counts={together} figures={reading.figures} /> : null}
      </PageHead>
      {data.items.length === 0 ? (
        <Empty title="No mailbox is here yet." because="no file has been read." />
      ) : null}
      {data.items.map((box, index) => {
        const short = missing(box.sum)
        return (
          <section className="box1" key={box.id} aria-label={box.name}>
            <h2 className="mb">
              <Link className="name" to="/mailboxes/$mailboxId" params={{ mailboxId: box.id }}>
                {box.name}
              </Link>
              <span className="small faint">{box.kind === 'file' ? 'from files' : 'made up'}</span>
              <span className="small soft v">{seenBy(box.visibility)}</span>
            </h2>
            <SumTable
              label={`The sum of ${box.name}`}
              heads={index === 0}
              figures={reading.figures}
              rows={[]}
              total={{
                ...box.sum,
                name: short ? 'Does not add up' : 'Adds up',
                last: box.lastAt ? saidDay(box.lastAt, reading) : '',
              }}
              note={
                short ? (
                  <div className="miss-box">
                    <b>
                      {inWords(Math.abs(short), reading.figures)}{' '}
                      {Math.abs(short) === 1 ? 'mail is' : 'mails are'} {short > 0 ? 'missing' : 'too many'}.
                    </b>{' '}
                    Found and accounted for differ.{' '}
                    <Link className="link" to="/mailboxes/$mailboxId" params={{ mailboxId: box.id }}>
                      See each folder and import
                    </Link>
                  </div>
                ) : null
              }
            />
          </section>
        )
      })}
      <p className="empty-acts">
        <Link className={data.items.length === 0 ? 'btn go' : 'btn'} to="/begin">
          Bring in mail
        </Link>
      </p>
      <p className="why" style={{ marginTop: 22 }}>
        every number about a person rests on these sums, and this page has no way to say “fine” when they
        differ.
      </p>
    </div>
  )
}
