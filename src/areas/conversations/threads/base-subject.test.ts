import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseSubject } from './base-subject.ts'

describe('the base subject (RFC 5256, 2.1)', () => {
  it.each([
    ['Re: Order form', 'order form', true, false],
    ['RE[2]: Re: FW:  Order   form (fwd)', 'order form', true, true],
    ['AW: WG: Angebot', 'angebot', true, true],
    ['SV: VS: Tilbud', 'tilbud', true, false],
    ['TR: Devis', 'devis', false, true],
    ['Antw: Offerte', 'offerte', true, false],
    ['[R-pkg-devel] Re: [R-pkg-devel] vignettes', 'vignettes', true, false],
    ['[fwd: Order form]', 'order form', false, true],
    ['[ann]', '[ann]', false, false],
    ['Re : Devis', 'devis', true, false],
    ['回复：报价', '报价', true, false],
    ['Regarding the lease', 'regarding the lease', false, false],
    ['', '', false, false],
    ['Re:', '', true, false],
  ])('of "%s" is "%s"', (subject, base, isReply, isForward) => {
    expect(baseSubject(subject)).toEqual({ base, isReply, isForward })
  })

  it('of a base subject is itself, and prefixes never change it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('Re: ', 'FW: ', '[tag] ', 'AW: Re: '), (subject, prefix) => {
        const { base } = baseSubject(subject)
        expect(baseSubject(base).base).toBe(base)
        if (base !== '') expect(baseSubject(prefix + base).base).toBe(base)
      }),
    )
  })
})
