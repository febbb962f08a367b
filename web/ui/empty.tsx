import './states.css'
import type { ReactNode } from 'react'

/** An empty place: what is so, and because of what. */
export function Empty({
  title,
  because,
  children,
}: {
  title: string
  because?: string
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {because ? <p className="why">{because}</p> : null}
      {children ? <div className="empty-acts">{children}</div> : null}
    </div>
  )
}
