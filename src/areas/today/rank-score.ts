import type { ItemKind } from './item-shape.ts'
import { saidHours } from './said-time.ts'

/**
 * What a kind of line is worth before anything is known of it. An answer owed comes before one waited for, because it is
 * in our own hands; a warm person before a drifting one, because it is shown only when nothing else is there.
 */
const BASE: Record<ItemKind, { points: number; label: string }> = {
  'reply-owed': { points: 40, label: 'an answer is owed' },
  'follow-up-due': { points: 25, label: 'a follow-up is due' },
  'warm-contact': { points: 20, label: 'a warm contact' },
  drifting: { points: 15, label: 'drifting' },
  kit: { points: 10, label: 'a piece of the kit' },
}

/** The most that each further term can add. */
const DEPTH = 20
const WAITED = 20
const ALONE = 8
const EXECUTIVE = 6
const LIKELY = 30

/** A wait counts in full for a fortnight, then halves every 30 days: what is months old can wait until noon. */
const FRESH_DAYS = 14
const FADE_DAYS = 30
/** Where the pair has no usual wait yet: a day. */
const USUAL_HOURS = 24

export interface RankTerms {
  kind: ItemKind
  /** Depth of the relationship, 0 to 100. */
  depth: number
  executive: boolean
  /** They asked me, and nobody else was on the mail. */
  alone: boolean
  /** Hours waited, and what this pair is used to (null where that is not known yet); null where nobody waits. */
  waited: { hours: number; usualHours: number | null } | null
  /** How likely a warm person is to answer, 0 to 1; 0 elsewhere. */
  likely: number
}

/** From 0 to 1: half at the usual wait, three quarters at twice that; fading once it is old. */
function urgency(hours: number, usualHours: number | null): number {
  const usual = Math.max(1, usualHours ?? USUAL_HOURS)
  const old = Math.max(0, hours / 24 - FRESH_DAYS)
  return (1 - 2 ** (-Math.max(0, hours) / usual)) * 2 ** (-old / FADE_DAYS)
}

/**
 * The one ranking of Today: kind + depth (to 20) + waited against the usual (to 20) + asked you alone (8) + an executive
 * (6) + likely to answer (to 30, warm contacts only). Each part is rounded to a tenth, and the score is their sum, so the
 * arithmetic on the screen comes out. It orders; it hides nothing.
 */
export function rankScore(terms: RankTerms): {
  score: number
  scoreParts: { label: string; points: number }[]
} {
  const base = BASE[terms.kind]
  const lines: [string, number][] = [[base.label, base.points]]
  if (terms.depth > 0) lines.push([`depth ${Math.round(terms.depth)} of 100`, (DEPTH * terms.depth) / 100])
  if (terms.waited) {
    const { hours, usualHours } = terms.waited
    const usual = usualHours === null ? '' : `, usually ${saidHours(usualHours)}`
    lines.push([`waited ${saidHours(hours)}${usual}`, WAITED * urgency(hours, usualHours)])
  }
  if (terms.alone) lines.push(['asked you alone', ALONE])
  if (terms.executive) lines.push(['an executive', EXECUTIVE])
  if (terms.likely > 0) lines.push(['likely to answer', LIKELY * terms.likely])
  const tenths = lines.map(([label, points]) => ({ label, tenths: Math.round(points * 10) }))
  return {
    score: tenths.reduce((sum, part) => sum + part.tenths, 0) / 10,
    scoreParts: tenths.map((part) => ({ label: part.label, points: part.tenths / 10 })),
  }
}

/** The order of Today: the higher score, then the longer wait, then the key, so that two runs never differ. */
export function byRank(
  a: { score: number; since: Date; key: string },
  b: { score: number; since: Date; key: string },
): number {
  return (
    b.score - a.score || a.since.getTime() - b.since.getTime() || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  )
}
