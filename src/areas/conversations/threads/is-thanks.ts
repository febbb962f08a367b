const THANKS =
  /\b(?:thanks?|thank you|thx|tks|ty|great|perfect|excellent|wonderful|fantastic|awesome|cool|super|sounds (?:good|great|fine|perfect)|will do|got it|received|noted|agreed|understood|ok(?:ay)?|fine|you'?re welcome|no problem|my pleasure|see you|talk (?:to you )?(?:soon|later|then)|look(?:ing)? forward|appreciate|done|yes|sure|cheers|congratulations|danke|vielen dank|alles klar|passt|bis dann|merci|parfait|d'accord|gracias|perfecto|obrigad[oa]|grazie|bedankt|tack|takk?|kiitos|dzięki|спасибо)\b|👍|🙏|:-?\)/iu

/** A short mail that closes: thanks, agreement, "great, see you then". At most 25 words; whether it asks is not looked at. */
export function isThanks(newText: string, words: number): boolean {
  return words > 0 && words <= 25 && THANKS.test(newText)
}
