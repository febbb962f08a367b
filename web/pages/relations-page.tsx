import '../areas/relationships/unsorted.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { RELATIONS, relationWord } from '../areas/relationships/relation-words.ts'
import { useAct } from '../areas/workspace/use-act.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAskPages } from '../ask.ts'
import type { Relation, UnsortedLine } from '../catalogue.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { inWords, many, saidWhen } from '../ui/when.ts'

/** A line is a domain, or one person who writes from free mail. */
const keyOf = (line: UnsortedLine) => line.domain ?? line.sample[0]?.id ?? ''
const nameOf = (line: UnsortedLine) => line.domain ?? line.sample[0]?.name ?? 'Nobody known'

/** Domains whose people are not sorted yet: one key says who they are, for the whole domain. */
export function RelationsPage() {
  const list = useAskPages('relationships.unsorted', { limit: 50 })
  const reading = useReading()
  const { figures } = reading
  const [at, setAt] = useState(0)
  const [set, setSet] = useState<Record<string, Relation>>({})
  const domains = list.data?.pages.flatMap((page) => page.items).filter((it) => !set[keyOf(it)]) ?? []
  const here = Math.min(at, Math.max(0, domains.length - 1))
  const current = domains[here]
  const act = useAct('relationships.setRelation', {
    said: (input, output) =>
      input.relation
        ? `${input.domain ?? 'They'}: ${relationWord(input.relation).toLowerCase()}, ${many(output.people, 'person', 'people')}.`
        : null,
    touches: ['relationships', 'today', 'lists'],
  })
  const choose = (line: UnsortedLine, relation: Relation) => {
    const key = keyOf(line)
    setSet((before) => ({ ...before, [key]: relation }))
    act.mutate(line.domain ? { domain: line.domain, relation } : { personId: key, relation }, {
      onSettled: () => setSet(({ [key]: _, ...rest }) => rest),
    })
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(domains.length - 1, to))
    setAt(next)
    document
      .getElementById(`domain-${domains[next] ? keyOf(domains[next]) : ''}`)
      ?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(here + 1),
    k: () => move(here - 1),
    ...(current
      ? {
          ...Object.fromEntries(RELATIONS.map((it) => [it.key, () => choose(current, it.relation)])),
        }
      : {}),
  })
  const title = !list.data
    ? 'Who is who'
    : domains.length === 0
      ? 'Everyone is sorted.'
      : `${inWords(domains.length, figures)}${list.hasNextPage ? ' and more' : ''} still to sort.`
  return (
    <>
      <PageHead
        title={title}
        tab="Who is who"
        sub="One key for a whole domain. Only buyers, customers and partners come to Today, to the 150 and to the score."
      />
      {list.error && !list.data ? <Failed error={list.error} again={list.refetch} /> : null}
      {list.isPending ? <Waiting rows={8} /> : null}
      {list.data && domains.length === 0 ? (
        <Empty
          title="Nobody is left."
          because="each domain that wrote has a relation, from a rule or from a member."
        >
          <Link className="btn" to="/">
            Today
          </Link>
        </Empty>
      ) : null}
      <ol className="unsorted">
        {domains.map((it, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: J and K do the same by keyboard
          <li
            key={keyOf(it)}
            id={`domain-${keyOf(it)}`}
            className={index === here ? 'domain paper' : 'domain'}
            {...(index === here ? { 'aria-current': 'true' } : {})}
            onClick={() => setAt(index)}
          >
            <div>
              <p>
                {it.domain ? (
                  <span className="name">{it.domain}</span>
                ) : (
                  <Link className="name" to="/people/$personId" params={{ personId: keyOf(it) }}>
                    {nameOf(it)}
                  </Link>
                )}{' '}
                <span className="small faint">
                  {it.domain ? `${many(it.people, 'person', 'people', figures)}, ` : 'from free mail, '}
                  {many(it.theirs, 'mail', 'mails', figures)} of theirs, {it.mine} of yours, last{' '}
                  {saidWhen(it.lastAt, reading)}
                </span>
              </p>
              <p className="why">
                {it.because}
                {it.domain ? `: ${it.sample.map((who) => who.name).join(', ')}` : ''}
                {it.people > it.sample.length ? ` and ${it.people - it.sample.length} more` : ''}
              </p>
            </div>
            <p className="choices">
              {RELATIONS.map((choice) => (
                <button
                  type="button"
                  key={choice.relation}
                  className="btn bare"
                  title={choice.about}
                  onClick={() => choose(it, choice.relation)}
                >
                  {choice.word} {index === here ? <kbd>{choice.key.toUpperCase()}</kbd> : null}
                </button>
              ))}
            </p>
          </li>
        ))}
      </ol>
      {list.hasNextPage ? (
        <p className="empty-acts">
          <button type="button" className="btn" onClick={() => list.fetchNextPage()}>
            More domains
          </button>
        </p>
      ) : null}
    </>
  )
}
