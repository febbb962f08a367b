import '../../ui/field.css'
import './mail.css'
import { useState } from 'react'
import type { NoteKind } from '../../catalogue.ts'
import { useAct } from '../workspace/use-act.ts'

const KINDS: { kind: NoteKind; word: string; ask: string }[] = [
  { kind: 'note', word: 'Note', ask: 'What should not be forgotten?' },
  { kind: 'call', word: 'Call', ask: 'What was said?' },
  { kind: 'meeting', word: 'Meeting', ask: 'What was said, and by whom?' },
  { kind: 'visit', word: 'Visit', ask: 'Where, and what was said?' },
]

type Props = { personId: string; kind: NoteKind; onKind: (kind: NoteKind) => void; onClose: () => void }

/** A few words about something that no mail holds: typed, signed and dated. */
export function NoteForm({ personId, kind, onKind, onClose }: Props) {
  const [text, setText] = useState('')
  const note = useAct('conversations.note', {
    said: (input) => `${KINDS.find((it) => it.kind === input.kind)?.word} kept.`,
    onDone: onClose,
  })
  const keep = () => {
    if (text.trim() !== '') note.mutate({ personId, kind, text: text.trim() })
  }
  return (
    <form
      className="note-form paper"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <textarea
        className="field"
        rows={3}
        aria-label={KINDS.find((it) => it.kind === kind)?.word ?? 'Note'}
        placeholder={KINDS.find((it) => it.kind === kind)?.ask}
        // biome-ignore lint/a11y/noAutofocus: the member has just asked to write here
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) keep()
          if (event.key === 'Escape') onClose()
        }}
      />
      <div className="row">
        <button type="submit" className="btn go" disabled={text.trim() === ''} aria-busy={note.isPending}>
          {note.isPending ? 'Keeping…' : 'Keep'}
        </button>
        {KINDS.map((it) => (
          <button
            type="button"
            key={it.kind}
            className="btn bare"
            aria-pressed={it.kind === kind}
            onClick={() => onKind(it.kind)}
          >
            {it.kind === kind ? <b>{it.word}</b> : it.word}
          </button>
        ))}
      </div>
    </form>
  )
}
