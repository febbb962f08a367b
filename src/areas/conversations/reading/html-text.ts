import { convert } from 'html-to-text'
import { boundNesting } from './html-nesting.ts'

/** Longer HTML is read up to here: half a megabyte of markup is a newsletter, never a letter. */
const mostCharacters = 1_000_000

/** The readable text of an HTML mail, quotes marked with "> ", links and pictures without their addresses. */
export function htmlToText(html: string): string {
  return convert(boundNesting(html.slice(0, mostCharacters)), {
    wordwrap: false,
    limits: { maxInputLength: mostCharacters, maxDepth: 60, maxChildNodes: 20_000, ellipsis: '' },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'block' },
      { selector: 'blockquote', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  })
}
