import { MOST_FROM_SIGNS, modelScore, signScore, wordScore } from './ask-model.ts'
import { type AskSigns, askSigns, readsEnglish } from './ask-signs.ts'
import type { Ask } from './judgement-shape.ts'
import { sentencesOf } from './sentences.ts'

/** Most of a text's beginning that is looked at, in characters: what asks later than that is not asking. */
const LOOKED_AT = 12_000
/** A longer run without a full stop is a table, not a sentence. */
const MOST_CHARACTERS = 400
/** Log-odds above which a sentence asks, chosen by cross-validation where they are fitted (judging-fit-asks.ts). */
const THRESHOLD = 0
/**
 * A question mark says so much already that far less will do: the model knows few of the words that people ask about,
 * and a question to me that nobody shows costs more than one shown in vain.
 */
const QUESTION_THRESHOLD = -3

/** The questions and requests in a writer's own new text, in order. Never give it quoted text. */
export function findAsks(newText: string): Ask[] {
  const asks: Ask[] = []
  const text = newText.length > LOOKED_AT ? newText.slice(0, LOOKED_AT) : newText
  for (const sentence of sentencesOf(text)) {
    if (isAsk(sentence.text)) asks.push({ text: sentence.text, start: sentence.start, end: sentence.end })
  }
  return asks
}

/**
 * Whether one sentence asks its reader for something. Rhetorical questions and greetings never do; nor do stock
 * courtesies ("don't hesitate to call"), which owe nobody an answer.
 */
export function isAsk(sentence: string): boolean {
  const text = sentence.trim().slice(0, MOST_CHARACTERS)
  if (text.length < 4) return false
  const words = wordScore(text)
  // Most sentences only tell something, and their words say so clearly enough that no sign could turn it.
  if (words + MOST_FROM_SIGNS <= THRESHOLD && !text.includes('?') && readsEnglish(text)) return false
  const signs = askSigns(text)
  return decides(signs, words + signScore(signs))
}

/** The decision over signs and score. */
export function decides(signs: AskSigns, score: number): boolean {
  if (signs.rhetorical || (signs.courtesy && !signs.question)) return false
  return score > (signs.question ? QUESTION_THRESHOLD : THRESHOLD) || signs.foreign
}

/** Log-odds that a sentence asks, by a logistic model over its words and signs. */
export function askScore(sentence: string): number {
  const text = sentence.trim().slice(0, MOST_CHARACTERS)
  return modelScore(text, askSigns(text))
}
