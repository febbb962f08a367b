import '../areas/relationships/unsorted.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { RELATIONS, relationWord } from '../areas/relationships/relation-words.ts'
import { useAct } from '../areas/workspace/use-act.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAskPages } from '../ask.ts'
import type { Relation } from '../shapes.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { inWords, many } from '../ui/when.ts'

/** Domains whose people are not sorted yet: one key says who they are, for the whole domain. */
export function RelationsPage() {
  const list = useAskPages('relationships.unsorted', { limit: 50 })
  const { figures } = useReading()
  const [at, setAt] = useState(0)
  const [set, setSet] = useState<Record<string, Relation>>({})
  const domains = list.data?.pages.flatMap((page) => page.items).filter((it) => !set[it.domain]) ?? []
  const here = Math.min(at, Math.max(0, domains.length - 1))
  const current = domains[here]
  const act = useAct('relationships.setRelation', {
    said: (input, output) =>
      input.relation
        ? `${input.domain}: ${relationWord(input.relation).toLowerCase()}, ${many(output.people, 'person', 'people')}.`
        : null,
    touches: ['relationships', 'today', 'lists'],
    onRefused: () => setSet({}),
  })
  const choose = (domain: string, relation: Relation) => {
    setSet((before) => ({ ...before, [domain]: relation }))
    act.mutate({ domain, relation }, { onSettled: () => setSet(({ [domain]: _, ...rest }) => rest) })
  }
  const move = (to: number) => {
    const next = Math.max(0, Math.min(domains.length - 1, to))
    setAt(next)
    document.getElementById(`domain-${domains[next]?.domain}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(here + 1),
    k: () => move(here - 1),
    ...(current
      ? {
          ...Object.fromEntries(RELATIONS.map((it) => [it.key, () => choose(current.domain, it.relation)])),
          Enter: () => (current.suggestion ? choose(current.domain, current.suggestion) : undefined),
        }
      : {}),
  })
  const title = !list.data
    ? 'Who is who'
    : domains.length === 0
      ? 'Everyone is sorted.'
      : `${inWords(domains.length, figures)}${list.hasNextPage ? ' and more' : ''} ${domains.length === 1 ? 'domain is' : 'domains are'} not sorted.`
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
            key={it.domain}
            id={`domain-${it.domain}`}
            className={index === here ? 'domain paper' : 'domain'}
            {...(index === here ? { 'aria-current': 'true' } : {})}
            onClick={() => setAt(index)}
          >
            <div>
              <p>
                <span className="name">{it.domain}</span>{' '}
                <span className="small faint">
                  {many(it.people, 'person', 'people', figures)}, {many(it.mails, 'mail', 'mails', figures)}
                </span>
              </p>
              <p className="why">
                {it.sample.join(', ')} wrote
                {it.suggestion ? `; the rule proposes ${relationWord(it.suggestion).toLowerCase()}` : ''}
              </p>
            </div>
            <p className="choices">
              {RELATIONS.map((choice) => (
                <button
                  type="button"
                  key={choice.relation}
                  className={choice.relation === it.suggestion ? 'btn' : 'btn bare'}
                  title={choice.about}
                  onClick={() => choose(it.domain, choice.relation)}
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
