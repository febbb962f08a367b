import './mail.css'
import './mail-article.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { linkTo } from '../../api.ts'
import type { Message } from '../../catalogue.ts'
import { Said } from '../../ui/said.tsx'
import { saidInFull, saidSize, saidWhen } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'
import { kindWord } from './kind-words.ts'

/** Somebody on a mail; of those it went to it is not said which of them is the member. */
type Correspondent = Message['to'][number] & { mine?: boolean }

function Who({ who }: { who: Correspondent }) {
  const name = who.mine ? 'you' : who.name || who.address || 'no sender'
  if (!who.personId) return <span title={who.address}>{name}</span>
  return (
    <Link to="/people/$personId" params={{ personId: who.personId }} title={who.address}>
      {name}
    </Link>
  )
}

function Several({ word, all }: { word: string; all: Correspondent[] }) {
  if (all.length === 0) return null
  const shown = all.slice(0, 6)
  return (
    <>
      {` ${word} `}
      {shown.map((who, index) => (
        <span key={who.address}>
          {index > 0 ? ', ' : ''}
          <Who who={who} />
        </span>
      ))}
      {all.length > 6 ? ` and ${all.length - 6} more` : ''}
    </>
  )
}

/** One mail of a thread: its new words first; quote, signature and the page it came as stay folded. */
export function MailArticle({ mail, newest }: { mail: Message; newest: boolean }) {
  const reading = useReading()
  const [open, setOpen] = useState<'quote' | 'signature' | 'page' | null>(null)
  const [images, setImages] = useState(false)
  const kind = kindWord(mail.kind)
  const side = kind ? 'other' : mail.from.mine ? 'm' : 't'
  const flip = (what: 'quote' | 'signature' | 'page') => setOpen(open === what ? null : what)
  const fold = (what: 'quote' | 'signature' | 'page', words: string) => (
    <button type="button" className="fold" aria-expanded={open === what} onClick={() => flip(what)}>
      <i>···</i>
      {words}
    </button>
  )
  const page = linkTo('conversations.messageHtml', { messageId: mail.id, images: images ? '1' : '0' })
  return (
    <article className={`mail ${side}`} id={mail.id}>
      <p className="d">
        <time dateTime={mail.at} title={saidInFull(mail.at, reading)}>
          {saidWhen(mail.at, reading)}
        </time>
        {mail.dateUncertain ? (
          <span title="the mail’s own date cannot be right; this is when it arrived"> about</span>
        ) : null}
      </p>
      <div>
        <p className="mail-from">
          <b>
            <Who who={mail.from} />
          </b>
          <Several word="to" all={mail.to} />
          <Several word="with" all={mail.cc} />
        </p>
        {open === 'page' ? (
          <>
            <iframe
              className="mail-page"
              title={`The mail as ${mail.from.name || mail.from.address} sent it`}
              src={page}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              referrerPolicy="no-referrer"
            />
            {images ? null : (
              <button type="button" className="fold" onClick={() => setImages(true)}>
                <i>···</i>show its images; their servers will learn that it was opened
              </button>
            )}
          </>
        ) : (
          <p className="letter">
            {mail.newText ? (
              <Said text={mail.newText} spans={mail.from.mine || kind ? [] : mail.asks} fresh={newest} />
            ) : (
              <span className="faint">No words of its own.</span>
            )}
          </p>
        )}
        {mail.attachments.length > 0 ? (
          <ul className="attached">
            {mail.attachments.map((it) => (
              <li key={it.index}>
                <a
                  className="link"
                  href={linkTo('conversations.messageAttachment', { messageId: mail.id, index: it.index })}
                  download={it.name}
                >
                  {it.name || 'without a name'}
                </a>{' '}
                <span className="faint small">{saidSize(it.size, reading.figures)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <p className="folds">
          {mail.foldedQuote
            ? fold(
                'quote',
                `${mail.foldedQuote.lines} quoted ${mail.foldedQuote.lines === 1 ? 'line' : 'lines'}`,
              )
            : null}
          {mail.foldedSignature ? fold('signature', 'signature') : null}
          {mail.hasHtml ? fold('page', open === 'page' ? 'words only' : 'as it was sent') : null}
          <a className="fold" href={linkTo('conversations.messageSource', { messageId: mail.id })} download>
            <i>···</i>source
          </a>
          {kind ? <span className="why">{mail.kindBecause || kind}</span> : null}
          {mail.folders.length > 0 ? <span className="small faint">{mail.folders.join(', ')}</span> : null}
        </p>
        {open === 'quote' && mail.foldedQuote ? (
          <pre className="unfolded">{mail.foldedQuote.text}</pre>
        ) : null}
        {open === 'signature' && mail.foldedSignature ? (
          <pre className="unfolded">{mail.foldedSignature.text}</pre>
        ) : null}
      </div>
    </article>
  )
}
