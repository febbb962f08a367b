/** Properties that only change how text itself looks. Nothing that moves, overlays, hides or loads. */
const allowed = new Set([
  'color',
  'background-color',
  'font',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'line-height',
  'text-align',
  'text-decoration',
  'text-indent',
  'text-transform',
  'letter-spacing',
  'white-space',
  'word-break',
  'vertical-align',
  'direction',
  'list-style-type',
  'border',
  'border-top',
  'border-right',
  'border-bottom',
  'border-left',
  'border-color',
  'border-style',
  'border-width',
  'border-collapse',
  'border-spacing',
  'border-radius',
  'padding',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'margin',
  'margin-top',
  'margin-right',
  'margin-bottom',
  'margin-left',
  'width',
  'height',
  'max-width',
  'max-height',
  'min-width',
  'display',
])

const soundValue = /^[a-z0-9#%.,'"\s!+-]*(?:(?:rgb|rgba|hsl|hsla)\([0-9.,%\s/deg]*\)[a-z0-9#%.,'"\s!-]*)*$/i
const soundDisplay =
  /^(none|inline|block|inline-block|list-item|table|table-row|table-cell|table-row-group)$/i

/** Keeps of an inline style what is on a strict list; '' where nothing is left. Escapes and comments end a value. */
export function safeStyle(style: string): string {
  const kept: string[] = []
  for (const declaration of style.slice(0, 5000).split(';')) {
    const colon = declaration.indexOf(':')
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1).trim()
    if (colon < 1 || !allowed.has(name) || value === '' || value.length > 300 || !soundValue.test(value))
      continue
    if (name === 'display' && !soundDisplay.test(value)) continue
    // Negative margins and indents pull text over what stands around it.
    if (/^(margin|text-indent|letter-spacing)/.test(name) && value.includes('-')) continue
    if (/(^|[\s(,.])\d{5,}/.test(value)) continue
    kept.push(`${name}: ${value.replace(/\s*!\s*important/gi, '')}`)
  }
  return kept.join('; ')
}
