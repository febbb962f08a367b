import './menu.css'
import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

/** One line of a menu. */
export type MenuLine = { label: ReactNode; hint?: string; onChoose: () => void; current?: boolean }

type TriggerProps = { id?: string; onClick?: () => void; 'aria-haspopup'?: 'menu'; 'aria-expanded'?: boolean }
type Props = {
  trigger: ReactElement<TriggerProps>
  lines: MenuLine[]
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  numbered?: boolean
}

/**
 * A menu on paper beside its button, by the pattern of WAI-ARIA: arrows, Home and End move, Enter chooses, Escape
 * and Tab leave; numbered ones are chosen by 1 to 9 as well. It stays where it stands in the page, so that it is
 * read in its landmark and needs no guards for the focus.
 */
export function Menu({ trigger, lines, label, open: told, onOpenChange, numbered = false }: Props) {
  const [own, setOwn] = useState(false)
  const open = told ?? own
  const id = useId()
  const box = useRef<HTMLSpanElement>(null)
  const [side, setSide] = useState('')
  const set = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const leave = useRef(set)
  leave.current = set
  const back = () => document.getElementById(id)?.focus()
  useLayoutEffect(() => {
    if (!open) return
    const at = box.current?.querySelector('[role=menu]')?.getBoundingClientRect()
    if (at)
      setSide(`${at.right > innerWidth - 8 ? 'to-left' : ''} ${at.bottom > innerHeight - 8 ? 'above' : ''}`)
    box.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true })
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) leave.current(false)
    }
    window.addEventListener('pointerdown', outside)
    return () => window.removeEventListener('pointerdown', outside)
  }, [open])
  useEffect(() => {
    if (!open) setSide('')
  }, [open])
  const choose = (line: MenuLine | undefined) => {
    if (!line) return
    back()
    set(false)
    line.onChoose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }
    const next = to[event.key]
    if (next !== undefined) all[next]?.focus()
    else if (numbered && lines[Number(event.key) - 1]) choose(lines[Number(event.key) - 1])
    else if (event.key === 'Escape') {
      back()
      set(false)
    } else {
      if (event.key === 'Tab') set(false)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className="menu-box" ref={box}>
      {cloneElement(trigger, {
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        onClick: () => set(!open),
      })}
      {open ? (
        <div role="menu" tabIndex={-1} aria-label={label} className={`menu ${side}`} onKeyDown={onKeyDown}>
          {lines.map((line, index) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a menu stand in a fixed order
              key={index}
              className="menu-line"
              onClick={() => choose(line)}
              onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
            >
              <span className={line.current ? 'current' : ''}>{line.label}</span>
              {numbered ? (
                <kbd>{index + 1}</kbd>
              ) : line.hint ? (
                <span className="hint">{line.hint}</span>
              ) : null}
            </button>
          ))}
        </div>
      ) : null}
    </span>
  )
}
