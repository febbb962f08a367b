import type { AnswerCount } from './standing.ts'

/** Who puts in more, from who begins, answers, waits and gives; never from words. */
export interface Reciprocity {
  /** -1: I carry it alone. 0: even. 1: they do. Null where nothing can be compared. The mean of the parts. */
  value: number | null
  parts: { label: string; value: number }[]
}

export interface ReciprocityCounts {
  iBegan: number
  theyBegan: number
  theyAnswer: AnswerCount
  iAnswer: AnswerCount
  iGave: number
  theyGave: number
}

/** The share by which theirs exceeds mine: (theirs - mine) / (theirs + mine), from -1 to 1. */
const lean = (mine: number, theirs: number): number => (theirs - mine) / (theirs + mine)

const rate = ({ asks, answered, open }: AnswerCount): number | null =>
  asks > open ? answered / (asks - open) : null

/**
 * Four comparisons, each from -1 to 1 and each left out where a side has no figure: who begins threads, whose share of
 * answered asks is larger, who answers faster (median hours), who gives. Swapping the two sides turns the sign.
 */
export function reciprocityOf(c: ReciprocityCounts): Reciprocity {
  const parts: Reciprocity['parts'] = []
  if (c.iBegan + c.theyBegan > 0) {
    parts.push({
      label: `they began ${c.theyBegan} threads, you ${c.iBegan}`,
      value: lean(c.iBegan, c.theyBegan),
    })
  }
  const [mine, theirs] = [rate(c.iAnswer), rate(c.theyAnswer)]
  if (mine !== null && theirs !== null) {
    const { theyAnswer, iAnswer } = c
    const label = `they answered ${theyAnswer.answered} of ${theyAnswer.asks - theyAnswer.open}, you ${iAnswer.answered} of ${iAnswer.asks - iAnswer.open}`
    parts.push({ label, value: theirs - mine })
  }
  const [myWait, theirWait] = [c.theyAnswer.medianHours, c.iAnswer.medianHours]
  if (myWait !== null && theirWait !== null && myWait + theirWait > 0) {
    const label = `you wait ${Math.round(myWait)} hours for an answer, they ${Math.round(theirWait)}`
    parts.push({ label, value: lean(myWait, theirWait) })
  }
  if (c.iGave + c.theyGave > 0) {
    parts.push({ label: `they gave ${c.theyGave} times, you ${c.iGave}`, value: lean(c.iGave, c.theyGave) })
  }
  const value = parts.length === 0 ? null : parts.reduce((sum, part) => sum + part.value, 0) / parts.length
  return { value, parts }
}
