import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { asRefusal, call } from '../api.ts'
import { DropZone } from '../areas/conversations/drop-zone.tsx'
import type { FoundFile } from '../areas/conversations/dropped-files.ts'
import { uploadFiles } from '../areas/conversations/upload-files.ts'
import { WhoseMail } from '../areas/conversations/whose-mail.tsx'
import { useMe } from '../areas/workspace/use-me.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { memory } from '../ask.ts'
import type { ProposedAddress } from '../catalogue.ts'
import { Desk } from '../ui/desk.tsx'
import { many, saidSize } from '../ui/when.ts'

type Step =
  | { is: 'choosing' }
  | { is: 'handing-over'; files: number; total: number; done: number }
  | { is: 'looking' }
  | { is: 'whose'; uploads: string[]; proposed: ProposedAddress[]; name: string; busy: boolean }

/** The first thing to do: hand over the mail one already has, or look around in the sample. */
export function BeginPage() {
  const me = useMe()
  const navigate = useNavigate()
  const { figures } = useReading()
  const [step, setStep] = useState<Step>({ is: 'choosing' })
  const [trouble, setTrouble] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)

  const fail = (error: unknown) => {
    if (stop.current?.signal.aborted) return
    const refusal = asRefusal(error)
    setTrouble(refusal.help ? `${refusal.message} ${refusal.help}` : refusal.message)
  }
  const read = async (files: FoundFile[]) => {
    setTrouble(null)
    if (files.length === 0) {
      setTrouble('There was no file with anything in it.')
      return
    }
    const total = files.reduce((sum, it) => sum + it.file.size, 0)
    stop.current = new AbortController()
    setStep({ is: 'handing-over', files: files.length, total, done: 0 })
    try {
      const uploads = await uploadFiles(
        files,
        (done) => setStep({ is: 'handing-over', files: files.length, total, done }),
        stop.current.signal,
      )
      setStep({ is: 'looking' })
      const { addresses } = await call('conversations.proposeOwner', { uploads })
      setStep({
        is: 'whose',
        uploads,
        proposed: addresses,
        name: files[0]?.path.split('/')[0] ?? 'Mail',
        busy: false,
      })
    } catch (error) {
      fail(error)
      setStep({ is: 'choosing' })
    }
  }
  const begin = async (uploads: string[], mine: string[], mailboxName: string) => {
    setStep((now) => (now.is === 'whose' ? { ...now, busy: true } : now))
    try {
      const { importId } = await call('conversations.importMail', { mailboxName, me: mine, uploads })
      await memory.invalidateQueries()
      navigate({ to: '/imports/$importId', params: { importId } })
    } catch (error) {
      fail(error)
      setStep((now) => (now.is === 'whose' ? { ...now, busy: false } : now))
    }
  }
  const openSample = async () => {
    try {
      const { importId } = await call('conversations.openSample', {})
      await memory.invalidateQueries()
      navigate({ to: '/imports/$importId', params: { importId } })
    } catch (error) {
      fail(error)
    }
  }
  return (
    <Desk
      tab="First morning"
      title="It begins with the mail you already have."
      lede="Rapport reads it once, finds the people, and tells you each morning whom to answer first, and why. You type nothing in."
      aside={me ? `Signed in as ${me.member.name}, ${me.member.role} of ${me.workspace.name}` : null}
      side={
        <ul className="prom">
          <li>
            <i className="dot" />
            <span>The mail stays on the machine that Rapport runs on. Nothing is sent to anyone.</span>
          </li>
          <li>
            <i className="dot" />
            <span>Nobody else sees a line until you say so, mailbox by mailbox.</span>
          </li>
          <li>
            <i className="dot" />
            <span>All of it can be taken back out, or undone, on any day.</span>
          </li>
        </ul>
      }
    >
      {trouble ? (
        <p className="bad" role="alert" style={{ marginBottom: 12, fontWeight: 560 }}>
          {trouble}
        </p>
      ) : null}
      {step.is === 'choosing' ? (
        <>
          <section className="way paper">
            <h2>Drop your mail here</h2>
            <p>
              Files or whole folders, as your mail program or provider wrote them. What is here already is not
              read twice.
            </p>
            <DropZone onFiles={read} />
          </section>
          <section className="way" style={{ borderTop: 0 }}>
            <h2>Where such a file comes from</h2>
            <p>
              Gmail:{' '}
              <a className="link" href="https://takeout.google.com" rel="noreferrer" target="_blank">
                takeout.google.com
              </a>
              , only Mail ticked; the .zip as it comes. Thunderbird: the folder named Mail in its profile.
              Apple Mail: Mailbox, Export Mailbox.
            </p>
          </section>
          <section className="way row">
            <div>
              <h2>Or look around first</h2>
              <p>A made-up firm with its people and a busy morning. One click removes it.</p>
            </div>
            <button type="button" className="btn" onClick={openSample}>
              Open the sample
            </button>
          </section>
          <p className="small">
            <Link className="link soft" to="/">
              Later
            </Link>
          </p>
        </>
      ) : null}
      {step.is === 'handing-over' ? (
        <section className="way paper" aria-live="polite">
          <h2>Handing over {many(step.files, 'file', 'files', figures)}</h2>
          <progress max={step.total} value={step.done} aria-label="Handed over" />
          <p>
            {saidSize(step.done, figures)} of {saidSize(step.total, figures)}. Please stay until this is done;
            after it you can leave.
          </p>
          <div className="way-acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                stop.current?.abort()
                setStep({ is: 'choosing' })
              }}
            >
              Stop
            </button>
          </div>
        </section>
      ) : null}
      {step.is === 'looking' ? (
        <section className="way paper" role="status">
          <h2>Looking whose mail it is…</h2>
          <p>From what was sent, and from the folders it lies in.</p>
        </section>
      ) : null}
      {step.is === 'whose' ? (
        <WhoseMail
          proposed={step.proposed}
          mailboxName={step.name}
          busy={step.busy}
          onSay={(mine, name) => begin(step.uploads, mine, name)}
        />
      ) : null}
    </Desk>
  )
}
