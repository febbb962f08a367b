import type { BeyondMail } from './depth.ts'
import type { Standing } from './standing.ts'

/** One step from unknown to moving, with the evidence under it. */
export interface LadderStep {
  step: 'unknown' | 'known' | 'trusted' | 'moving'
  reached: boolean
  evidence: string
}

/** Personal touches (their mails and ours, calls, visits) by which one is known: the seven of the trade's rule. */
export const knownTouches = 7
/** Asks of ours that they answered, by which one is trusted, and threads that they began themselves. */
export const trustedAnswers = 3
export const trustedBegan = 1

const count = (n: number, one: string, many = `${one}s`) => (n === 1 ? `one ${one}` : `${n} ${many}`)

/**
 * Where a person stands: unknown until a first mail; known after seven personal touches, theirs among them; trusted when
 * they answered three asks and began a conversation themselves. Moving needs a step of theirs that mail alone does not
 * show. Each step says what was counted; a step is reached only with the ones before it.
 */
export function ladderOf(s: Standing, beyond: BeyondMail, _at: Date, zone: string): LadderStep[] {
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  })
  const touches = s.sent + s.received + beyond.spoken
  const met = s.firstTouch !== null || beyond.spoken > 0
  const known = met && touches >= knownTouches && s.received > 0
  const trusted = known && s.theyAnswer.answered >= trustedAnswers && s.theyBegan >= trustedBegan
  const mails = count(s.sent + s.received, 'mail')
  const talks = beyond.spoken > 0 ? ` and ${count(beyond.spoken, 'talk')}` : ''
  return [
    {
      step: 'unknown',
      reached: met,
      evidence: s.firstTouch ? `until ${day.format(s.firstTouch)}` : met ? 'until you met' : 'no mail yet',
    },
    {
      step: 'known',
      reached: known,
      evidence: known
        ? `${mails}${talks}`
        : `${touches} of ${knownTouches} personal touches${s.received === 0 ? ', none of theirs' : ''}`,
    },
    {
      step: 'trusted',
      reached: trusted,
      evidence: `answered ${count(s.theyAnswer.answered, 'ask')} of yours, began ${count(s.theyBegan, 'conversation')}${trusted ? '' : `; ${trustedAnswers} and ${trustedBegan} are needed`}`,
    },
    {
      step: 'moving',
      reached: false,
      evidence: 'not yet: a step of theirs, such as a date they set or people they bring',
    },
  ]
}
