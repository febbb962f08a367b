import './floating.css'
import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'

type Props = {
  open: boolean
  onClose: () => void
  title: string
  /** Whether the title is seen, or only read aloud. */
  plain?: boolean
  wide?: boolean
  className?: string
  /** Where the focus goes when it opens; on touch it would else stay on the sheet. */
  focus?: RefObject<HTMLElement | null>
  children: ReactNode
}

/** A sheet of paper over the page. Escape and a click beside it put it away. */
export function Dialog({
  open,
  onClose,
  title,
  plain = false,
  wide = false,
  className = '',
  focus,
  children,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup
          className={`sheet ${wide ? 'wide' : ''} ${className}`}
          {...(focus ? { initialFocus: focus } : {})}
        >
          <Base.Title className={plain ? 'sr' : 'sheet-title'}>{title}</Base.Title>
          {children}
          {plain ? null : <Base.Close className="btn bare sheet-close">Close</Base.Close>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
