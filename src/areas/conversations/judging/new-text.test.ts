import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitText } from './new-text.ts'

const kept = (text: string, sender = '') => splitText(text, sender).newText

describe('the new text of a mail', () => {
  it('ends where a quote marked with ">" is introduced', () => {
    expect(
      kept('Yes, Friday is fine.\n\nOn Mon, 3 Dec 2001 at 10:11, Ann Ray <ann@x.org> wrote:\n> Friday?\n'),
    ).toBe('Yes, Friday is fine.')
  })

  it('ends at an attribution that is folded over lines', () => {
    const text =
      'Fine.\n\nOn Wed, Feb 22, 2017 at 12:32 PM, Walter Underwood\n<wunder@x.org>\nwrote:\n\n> quoted\n'
    expect(kept(text)).toBe('Fine.')
  })

  it.each([
    ['Le lun. 3 déc. 2018 à 10:11, Ann Ray <ann@x.org> a écrit :'],
    ['Am 03.12.2018 um 10:11 schrieb Ann Ray:'],
    ['El lun., 3 dic. 2018 a las 10:11, Ann Ray (<ann@x.org>) escribió:'],
    ['Il giorno lun 3 dic 2018 alle ore 10:11 Ann Ray <ann@x.org> ha scritto:'],
    ['Op ma 3 dec. 2018 om 10:11 schreef Ann Ray <ann@x.org>:'],
    ['Den mån 3 dec. 2018 kl 10:11 skrev Ann Ray <ann@x.org>:'],
    ['W dniu 03.12.2018 o 10:11, Ann Ray pisze:'],
    ['2018-12-03 10:11 GMT+01:00 Ann Ray <ann@x.org>:'],
  ])('ends at "%s"', (attribution) => {
    expect(kept(`Gut.\n\n${attribution}\n> Friday?\n`)).toBe('Gut.')
  })

  it('ends at the header block that Outlook sets above the mail answered', () => {
    const text =
      'Will do.\n\n -----Original Message-----\nFrom: Ray, Ann\nSent: Monday, December 03, 2001 10:11 AM\nTo: Allen, Phillip\nSubject: Gas\n\nCan you?\n'
    expect(kept(text)).toBe('Will do.')
    expect(
      kept(
        'Gerne.\n\nVon: Ray, Ann\nGesendet: Montag, 3. Dezember 2001\nAn: Phillip\nBetreff: Gas\n\nGeht das?',
      ),
    ).toBe('Gerne.')
  })

  it('ends at the name and date that Lotus Notes sets above the mail answered', () => {
    const text =
      'Here you go.\n\n\n\nRebecca Ford@ENRON\n07/26/2000 05:20 PM\nTo: Sally Beck/HOU/ECT@ECT\ncc:  \nSubject: Question\n\nHi Sally,\n'
    expect(kept(text)).toBe('Here you go.')
  })

  it('ends at a line that says by whom it was forwarded, folded or not', () => {
    const text =
      'fyi\n---------------------- Forwarded by Brent A Price/HOU/ECT on 06/28/2000 03:01 \nPM ---------------------------\n\nBody.'
    expect(kept(text)).toBe('fyi')
  })

  it('goes on between quoted lines that are answered one by one', () => {
    const text = 'On 3 Dec 2001, Ann Ray wrote:\n> When?\nAt noon.\n> Where?\nHere.\n'
    expect(kept(text)).toBe('At noon.\n\nHere.')
  })

  it('leaves out the signature, from its closing line on', () => {
    const text = 'The lease is signed.\n\nThanks,\nGreg\n713-853-1234\n'
    expect(kept(text, 'Greg Johnston <greg@x.org>')).toBe('The lease is signed.')
    expect(splitText(text).signatureStart).toBe(text.indexOf('Thanks'))
  })

  it('leaves out what follows "-- " and a phone\'s own line', () => {
    expect(kept('Noon.\n-- \nAnn Ray\nRay Ltd\n')).toBe('Noon.')
    expect(kept('Noon.\n\nSent from my iPhone\n')).toBe('Noon.')
  })

  it('keeps a thanks that is all there is', () => {
    expect(kept('Thanks!\n')).toBe('Thanks!')
    expect(kept('Thanks,\nGreg\n', 'Greg Johnston')).toBe('Thanks,')
  })

  it('keeps a sentence that only begins like an attribution', () => {
    const text = 'On Monday he wrote to us.\nOn your remote host you can run:\n\n  telnet 127.0.0.1 52698\n'
    expect(kept(text)).toContain('telnet')
  })

  it('never throws, and gives offsets inside the text, whatever the text', () => {
    const lines = fc.array(
      fc.constantFrom(
        '> a',
        'From: x',
        'To: y',
        'Subject: z',
        'On 1/2/2001 A wrote:',
        '-- ',
        'Thanks,',
        'Bob',
        '',
        '\t',
        'Text here.',
      ),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          lines.map((all) => all.join('\n')),
        ),
        (text) => {
          const parts = splitText(text, 'Bob <bob@x.org>')
          for (const offset of [parts.signatureStart, parts.quoteStart]) {
            if (offset !== null) expect(offset).toBeLessThanOrEqual(text.length)
          }
          expect(parts.newText.length).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('takes a quote of hundreds of thousands of marks in its stride', () => {
    const text = `Yes.\n\n${'>'.repeat(400_000)} x\n${'> > x\n'.repeat(20_000)}`
    expect(kept(text)).toBe('Yes.')
  })
})
