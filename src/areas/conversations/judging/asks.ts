import { askEvidence } from './ask-evidence.ts'
import type { Ask } from './judgement-shape.ts'
import { sentencesOf } from './sentences.ts'

/** Most of a text's beginning that is looked at, in characters: what asks later than that is not asking. */
const LOOKED_AT = 20_000

/** The questions and requests in a writer's own new text, in order. Never give it quoted text. */
export function findAsks(newText: string): Ask[] {
  const asks: Ask[] = []
  const text = newText.length > LOOKED_AT ? newText.slice(0, LOOKED_AT) : newText
  for (const sentence of sentencesOf(text)) {
    if (isAsk(sentence.text)) asks.push({ text: sentence.text, start: sentence.start, end: sentence.end })
  }
  return asks
}

/** Whether one sentence asks its reader for something. */
export function isAsk(sentence: string): boolean {
  return askEvidence(sentence) > 0
}
