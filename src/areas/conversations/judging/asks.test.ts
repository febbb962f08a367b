import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askFeatures } from './ask-features.ts'
import { askSigns } from './ask-signs.ts'
import { ASK_WEIGHTS } from './ask-weights.ts'
import { askScore, findAsks, isAsk } from './asks.ts'

describe('asks in a text', () => {
  it.each([
    'Can you send me the order form by Friday?',
    'Please send the file.',
    'Let me know what you think.',
    'I need the numbers from you by Monday.',
    'Would you mind calling Jane?',
    'When can we meet?',
    'Any news?',
    'Können Sie mir das Angebot schicken?',
    'Bitte schicken Sie mir das Angebot.',
  ])('"%s" asks', (sentence) => {
    expect(isAsk(sentence)).toBe(true)
  })

  it.each([
    'How are you?',
    'Right?',
    "Isn't it great?",
    'Who knows?',
    'Thanks for the update.',
    'I will send the order form on Friday.',
    'Great, see you on Friday!',
    'Hope all is well.',
    'Please let me know if you have any questions.',
    "Please don't hesitate to call.",
    'The deal closed at 4.20.',
  ])('"%s" does not ask', (sentence) => {
    expect(isAsk(sentence)).toBe(false)
  })

  it('are spans of whole sentences at exact offsets', () => {
    const text =
      'Hi Ann,\n\nthe draft is attached. Could you look at\npage 3 by Friday? Dr. Ray has seen it.\n\nThanks'
    const asks = findAsks(text)
    expect(asks.map((ask) => ask.text)).toEqual(['Could you look at\npage 3 by Friday?'])
    for (const ask of asks) expect(text.slice(ask.start, ask.end)).toBe(ask.text)
  })

  it('lie within the text, in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.lorem({ mode: 'sentences' }).map((text) => text.replaceAll('.', '?')),
        ),
        (text) => {
          let end = 0
          for (const ask of findAsks(text)) {
            expect(ask.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(ask.start, ask.end)).toBe(ask.text)
            end = ask.end
          }
        },
      ),
    )
  })

  it('are scored as the sum of the weights of their features', () => {
    const words = fc.constantFrom(
      'please',
      'can',
      'you',
      'send',
      'me',
      '12',
      '$',
      '?',
      'the',
      'zzz',
      "don't",
      'len3',
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 30 }), (some) => {
        const sentence = some.join(' ').trim()
        const sum = askFeatures(sentence, askSigns(sentence)).reduce(
          (all, each) => all + (ASK_WEIGHTS.get(each) ?? 0),
          0,
        )
        expect(askScore(sentence)).toBeCloseTo(sum, 9)
      }),
    )
  })
})
