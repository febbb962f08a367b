import { nell, personKeyed } from './people.ts'
import { type PlannedMail, plannedMail } from './planned-mail.ts'
import { fillDates, sampleInstant } from './sample-calendar.ts'
import type { Letter } from './sample-shape.ts'
import { storylines } from './storylines.ts'
import { voiceOf } from './voices.ts'

/** The letter with its writer's sign-off, which storylines leave out. */
function signed(letter: Letter, at: Date): string {
  const body = fillDates(letter.body, at)
  return `${body}\n\n${voiceOf(personKeyed(letter.from)).signOff}`
}

/** The hand-written threads of the sample world, as seen from `now`. */
export function handWrittenMails(now: Date): PlannedMail[] {
  return storylines.flatMap((line) => {
    let parent: PlannedMail | null = null
    const subject = fillDates(line.subject, now)
    return line.letters.map((letter) => {
      const from = personKeyed(letter.from)
      const at = sampleInstant(now, letter.at, from.zone)
      const other = letter.from === 'nell' ? personKeyed(line.with) : nell
      const mail = plannedMail({
        at,
        from,
        to: letter.to?.map(personKeyed) ?? [other],
        cc: letter.cc?.map(personKeyed) ?? [],
        subject,
        text: signed(letter, at),
        parent,
        forwards: letter.forwards ?? false,
        files: letter.attach ?? [],
      })
      parent = mail
      return mail
    })
  })
}

/** For each person with storylines: workdays before `now` of the first letter, and of the last thread's first. */
export function storylineSpans(): Map<string, { since: number; lastThread: number; near: number[] }> {
  const spans = new Map<string, { since: number; lastThread: number; near: number[] }>()
  for (const line of storylines) {
    const days = line.letters.map((letter) => Number(/^b(\d+)/.exec(letter.at)?.[1] ?? 0))
    const first = Math.max(...days)
    const span = spans.get(line.with) ?? { since: 0, lastThread: 1000, near: [] }
    span.since = Math.max(span.since, first)
    span.lastThread = Math.min(span.lastThread, first)
    span.near.push(...days)
    spans.set(line.with, span)
  }
  return spans
}
