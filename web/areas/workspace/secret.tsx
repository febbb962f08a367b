import { useState } from 'react'

/** Something shown once: to be copied now. */
export function Secret({ label, value, onSeen }: { label: string; value: string; onSeen: () => void }) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="secret paper" role="status">
      <span className="small soft">{label}</span>
      <code>{value}</code>
      <button
        type="button"
        className="btn go"
        onClick={() =>
          navigator.clipboard.writeText(value).then(
            () => setCopied(true),
            () => undefined,
          )
        }
      >
        {copied ? 'Copied' : 'Copy'}
      </button>
      <button type="button" className="btn bare" onClick={onSeen}>
        Put away
      </button>
    </div>
  )
}
