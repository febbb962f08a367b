import { parseMailDate } from './mail-dates.ts'

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const zone = '(?: (?:[A-Z]{1,5}|[+-]\\d{4}))'

/**
 * A separator as mail programs and list archives write it, with the asctime date that RFC 4155 asks for and the
 * zones that some add. A line of prose that begins with "From " has no such end.
 */
const dated = new RegExp(
  `^From (.*?)\\s*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(${month} +\\d{1,2}|\\d{1,2} ${month} \\d{4}) +\\d{1,2}:\\d{2}(?::\\d{2})?${zone}{0,2}(?: \\d{3,4})?${zone}?(?: remote from \\S+)?\\s*$`,
)

/** Whether a line separates the mails of an mbox. */
export function isFromLine(line: string): boolean {
  return (
    line.startsWith('From ') && line.length < 1000 && dated.test(line) && /\b\d{3,4}\b/.test(line.slice(5))
  )
}

/** Whether a line looks like the first one of a mail's head (or is blank, where a mail has no head). */
export function beginsHeader(line: string): boolean {
  return line === '' || /^(>?From |[!-9;-~]{1,100}[ \t]*:)/.test(line)
}

/** When the separator says that the mail arrived; it has no zone, and is taken as UTC. */
export function envelopeDateOf(line: string): Date | null {
  const start = line.search(
    / (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} [A-Z][a-z]{2} \d{4}) +\d{1,2}:/,
  )
  return start < 0 ? null : (parseMailDate(line.slice(start).replace(/ remote from .*$/, ''))?.at ?? null)
}
