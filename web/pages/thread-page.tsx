import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { MailArticle } from '../areas/conversations/mail-article.tsx'
import { stateWord } from '../areas/conversations/state-words.ts'
import { useAct } from '../areas/workspace/use-act.ts'
import { useAsk } from '../ask.ts'
import type { Thread } from '../catalogue.ts'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'

/** Whom an answer goes to, with the subject as it stands: for the member's own mail program. */
function replyLink(thread: Thread): string | null {
  const last = thread.messages.findLast((mail) => !mail.from.mine)
  if (!last) return null
  const subject = /^re:/i.test(thread.subject) ? thread.subject : `Re: ${thread.subject}`
  return `mailto:${last.from.address}?subject=${encodeURIComponent(subject)}`
}

/** One thread from its first mail to its last, with its state and the rule that says so. */
export function ThreadPage() {
  const { threadId } = useParams({ from: '/shell/threads/$threadId' })
  const navigate = useNavigate()
  const { data: thread, error, refetch } = useAsk('conversations.thread', { threadId })
  const { data: turn } = useAsk('lists.threadState', { threadId })
  const close = useAct('conversations.closeThread', { said: () => 'It needs no reply.' })
  const reply = thread ? replyLink(thread) : null
  useKeys({
    r: () => {
      if (reply) window.location.href = reply
    },
    e: () => close.mutate({ threadId }),
    Escape: () => navigate({ to: '/conversations' }),
  })
  const newest = thread?.messages.at(-1)?.id
  useEffect(() => {
    const wanted = window.location.hash.slice(1)
    if (newest)
      document.getElementById(wanted || newest)?.scrollIntoView({ block: wanted ? 'start' : 'nearest' })
  }, [newest])
  if (error && !thread) return <Failed page="A conversation" error={error} again={refetch} />
  if (!thread) return <Waiting page="A conversation" rows={5} height={110} />
  return (
    <div className="thread-page">
      <PageHead
        title={thread.subject || 'No subject'}
        sub={
          turn ? (
            <span className="why">
              <b>{stateWord(turn.state)}</b>: {turn.because}
            </span>
          ) : null
        }
      >
        {reply ? (
          <a className="btn go" href={reply}>
            Reply in your mail program <kbd>R</kbd>
          </a>
        ) : null}
        {turn && turn.state !== 'closed' && turn.state !== 'needs-no-reply' ? (
          <button
            type="button"
            className="btn"
            onClick={() => close.mutate({ threadId })}
            aria-busy={close.isPending}
          >
            Needs no reply <kbd>E</kbd>
          </button>
        ) : null}
      </PageHead>
      {thread.messages.map((mail) => (
        <MailArticle key={mail.id} mail={mail} newest={mail.id === newest} />
      ))}
    </div>
  )
}
