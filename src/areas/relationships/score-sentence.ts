import type { ReplyScore } from './reply-score.ts'

/** The score as one computed sentence: "They answered 31 of 44. You answered 29 of 30." */
export function scoreSentence({ theyAnswered, iAnswered }: ReplyScore): string {
  const theirs =
    theyAnswered.all.n > 0
      ? `They answered ${theyAnswered.all.answered} of ${theyAnswered.all.n}.`
      : 'No ask of yours has had its ten business days yet.'
  const yours =
    iAnswered.all.n > 0
      ? `You answered ${iAnswered.all.answered} of ${iAnswered.all.n}.`
      : 'Nobody has asked you.'
  return `${theirs} ${yours}`
}
