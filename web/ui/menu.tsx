import './floating.css'
import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'

/** One line of a menu; `digit` chooses it by its number. */
export type MenuLine = { label: ReactNode; hint?: string; onChoose: () => void; current?: boolean }

type Props = {
  trigger: ReactElement
  lines: MenuLine[]
  open?: boolean
  onOpenChange?: (open: boolean) => void
  label: string
  numbered?: boolean
  finalFocus?: boolean
}

/** A menu on paper. Numbered ones are chosen by 1 to 9 as well. */
export function Menu({ trigger, lines, open, onOpenChange, label, numbered = false }: Props) {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      onOpenChange={(next) => onOpenChange?.(next)}
      modal={false}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="floats" sideOffset={6} align="start">
          <Base.Popup
            className="menu"
            aria-label={label}
            onKeyDown={(event) => {
              const line = numbered ? lines[Number(event.key) - 1] : undefined
              if (!line || event.metaKey || event.ctrlKey) return
              event.preventDefault()
              event.stopPropagation()
              onOpenChange?.(false)
              line.onChoose()
            }}
          >
            {lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a menu stand in a fixed order
              <Base.Item key={index} className="menu-line" onClick={line.onChoose}>
                <span className={line.current ? 'current' : ''}>{line.label}</span>
                {numbered ? (
                  <kbd>{index + 1}</kbd>
                ) : line.hint ? (
                  <span className="hint">{line.hint}</span>
                ) : null}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
