import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { companyName, companyOfDomain } from './company-of-domain.ts'
import { isFreeMail } from './free-mail.ts'

describe('companyOfDomain', () => {
  it.each([
    ['ilse@pellworm-dairy.example', 'pellworm-dairy.example'],
    ['jon@ect.enron.com', 'enron.com'],
    ['x@Us.IBM.com', 'ibm.com'],
    ['mail.firm.co.uk', 'firm.co.uk'],
    ['srv0.ems.ed.ac.uk', 'ed.ac.uk'],
    ['uth.tmc.edu', 'tmc.edu'],
    ['cpuc.ca.gov', 'ca.gov'],
    ['ilse.github.io', 'ilse.github.io'],
    ['redhat.com.', 'redhat.com'],
    ['hp.com', 'hp.com'],
    ['x@gmail.com', null],
    ['x@houston.rr.com', null],
    ['x@swbell.net', null],
    ['x@pdq.net', null],
    ['x@hal-pc.org', null],
    ['x@yahoo.co.uk', null],
    ['x@web13705.mail.yahoo.com', null],
    ['x@alumni.caltech.edu', null],
    ['x@yahoogroups.com', null],
    ['github.io', null],
    ['a1b2@obfuscated.invalid', null],
    ['x@localhost.localdomain', null],
    ['x@box.local', null],
    ['x@127.0.0.1', null],
    ['enron', null],
    ['', null],
  ])('takes %s to be at %s', (from, domain) => {
    const said = companyOfDomain(from)
    expect(said.domain).toBe(domain)
    expect(said.because).not.toBe('')
  })

  it('is the same for a registrable domain and anything below it', () => {
    const label = fc.stringMatching(/^[bcdfgh]{3,8}$/)
    fc.assert(
      fc.property(label, label, fc.constantFrom('com', 'co.uk', 'de', 'example'), (a, b, suffix) => {
        const domain = `qx${b}.${suffix}`
        expect(companyOfDomain(`x@${a}.${domain}`).domain).toBe(domain)
      }),
    )
  })

  it('does not count real employers as free mail', () => {
    for (const host of [
      'redhat.com',
      'ibm.com',
      'intel.com',
      'huawei.com',
      'enron.com',
      'dynegy.com',
      'williams.com',
    ]) {
      expect(isFreeMail(host), host).toBe(false)
    }
  })
})

describe('companyName', () => {
  it.each([
    ['pellworm-dairy.example', 'Pellworm Dairy'],
    ['enron.com', 'Enron'],
    ['pge.com', 'PGE'],
    ['kpmg.co.uk', 'KPMG'],
    ['tu-dortmund.de', 'TU Dortmund'],
    ['bed-and-breakfast.example', 'BED and Breakfast'],
    ['xn--mller-kva.de', 'Müller'],
  ])('guesses %s to be called %s', (domain, name) => expect(companyName(domain)).toBe(name))

  it('reads back what the platform writes as punycode', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zäöüßéаб日本]{4,12}$/), (label) => {
        const host = new URL(`http://${label}.de`).hostname
        const shown = companyName(host).toLowerCase().normalize('NFC')
        expect(shown).toBe(companyName(`${label}.de`).toLowerCase())
      }),
    )
  })
})
