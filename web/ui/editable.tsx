import './editable.css'
import { useState } from 'react'

type Props = {
  value: string
  label: string
  onSave: (value: string) => void
  placeholder?: string
  as?: string
}

/** Words that can be changed where they stand: a click or Enter opens, Enter keeps, Escape leaves. */
export function Editable({ value, label, onSave, placeholder = '' }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null) {
    return (
      <button
        type="button"
        className="editable"
        onClick={() => setDraft(value)}
        aria-label={`${label}: ${value || placeholder}. Change`}
      >
        {value || <span className="faint">{placeholder}</span>}
      </button>
    )
  }
  const keep = () => {
    const next = draft.trim()
    setDraft(null)
    if (next !== '' && next !== value) onSave(next)
  }
  return (
    <input
      className="editing"
      aria-label={label}
      value={draft}
      placeholder={placeholder}
      // biome-ignore lint/a11y/noAutofocus: the reader has just asked to type here
      autoFocus
      size={Math.max(8, draft.length + 1)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
