import type { Letter, Storyline } from './sample-shape.ts'

/** A thread of hand-written letters with one person, in the order they were written. */
export function storyline(person: string, subject: string, ...letters: Letter[]): Storyline {
  return { with: person, subject, letters }
}

/** One letter: when, by whom, what; `more` names other readers, files or a forward. */
export function letter(
  at: string,
  from: string,
  body: string,
  more?: Omit<Letter, 'at' | 'from' | 'body'>,
): Letter {
  return { at, from, body, ...more }
}
