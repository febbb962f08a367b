import './exchange.css'

/** One mail: when, whether it came in or went out, and how many new words. */
export type ExchangeStroke = { at: string; direction: 'in' | 'out'; words: number }

type Props = {
  strokes: ExchangeStroke[]
  width: number
  height: number
  /** The sentence that holds the numbers; without it the picture is decoration beside its own text. */
  label?: string
  from: Date
  to: Date
  /** Words at which a stroke has its full height. */
  full?: number
}

/**
 * The exchange: one stroke a mail, placed by time, high by its words; theirs rise and mine hang from one axis.
 * Height goes by the square root of the words (full at 90, or as said), so that a note of one line still shows.
 */
export function Exchange({ strokes, width, height, label, from, to, full = 90 }: Props) {
  const middle = height / 2
  const bar = width > 400 ? 5 : width > 200 ? 3 : 2
  const span = Math.max(1, to.getTime() - from.getTime())
  const room = middle - 2
  const size = {
    className: 'ex',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
  }
  const drawn = (
    <>
      <path className="ax" d={`M0 ${middle}H${width}`} />
      {strokes.map((stroke) => {
        const share = (new Date(stroke.at).getTime() - from.getTime()) / span
        if (share < 0 || share > 1) return null
        const x = share * (width - bar)
        const tall = Math.max(2.5, room * Math.min(1, Math.sqrt(Math.max(stroke.words, 1) / full)))
        const theirs = stroke.direction === 'in'
        return (
          <rect
            key={`${stroke.at}${stroke.direction}${stroke.words}`}
            className={theirs ? 't' : 'm'}
            x={x.toFixed(1)}
            y={theirs ? (middle - 1 - tall).toFixed(1) : (middle + 1).toFixed(1)}
            width={bar}
            height={tall.toFixed(1)}
          />
        )
      })}
    </>
  )
  return label ? (
    <svg {...size} role="img" aria-label={label}>
      {drawn}
    </svg>
  ) : (
    <svg {...size} aria-hidden="true">
      {drawn}
    </svg>
  )
}
