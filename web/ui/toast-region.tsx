import './toast-region.css'
import { useEffect, useRef, useState } from 'react'
import { type Toast, unsay, useToasts } from './toasts.ts'

function ToastLine({ toast, newest }: { toast: Toast; newest: boolean }) {
  const [held, setHeld] = useState(false)
  const left = useRef(toast.shownFor)
  useEffect(() => {
    if (held) return
    const began = performance.now()
    const timer = setTimeout(() => unsay(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(2000, left.current - (performance.now() - began))
    }
  }, [held, toast.id])
  return (
    <li
      className={toast.bad ? 'toast bad' : 'toast'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo ? (
        <button
          type="button"
          onClick={() => {
            unsay(toast.id)
            toast.undo?.()
          }}
        >
          Undo {newest ? <kbd>Z</kbd> : null}
        </button>
      ) : (
        <button type="button" onClick={() => unsay(toast.id)} aria-label="Put away">
          Close
        </button>
      )}
    </li>
  )
}

/** Where it is said what happened: bottom left, thirty seconds, longer while one is on it. */
export function ToastRegion() {
  const toasts = useToasts()
  const newest = toasts.findLast((toast) => toast.undo !== null)?.id
  return (
    <div className="toasts" role="status" aria-live="polite">
      <ul>
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} newest={toast.id === newest} />
        ))}
      </ul>
    </div>
  )
}
