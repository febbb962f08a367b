import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AddressSeen, samePerson } from './same-person.ts'

const seen = (address: string, name = '', list: string | null = null): AddressSeen => ({
  address,
  names: name ? [{ name, count: 1 }] : [],
  list,
})
const hidden = (id: string, name: string, list: string | null) => seen(`${id}@obfuscated.invalid`, name, list)

describe('samePerson', () => {
  it.each([
    [
      'one full name at one company',
      seen('phillip.allen@enron.com', 'Phillip K Allen'),
      seen('k..allen@enron.com', 'Allen, Phillip K.'),
      true,
    ],
    [
      'a name spelled by the address',
      seen('phillip.allen@enron.com'),
      seen('pallen@enron.com', 'Phillip Allen'),
      true,
    ],
    [
      'one company under two hosts',
      seen('jon.mckay@enron.com', 'Jon McKay'),
      seen('jmckay2@ect.enron.com', 'Jon McKay'),
      true,
    ],
    ['one address', seen('x@gmail.com'), seen('x@gmail.com', 'Ann Lee'), true],
    ['a tag after a plus', seen('ilse+news@x.de'), seen('ilse@x.de', 'Ilse Varnhorst'), true],
    ['dots that Google ignores', seen('ann.lee@gmail.com'), seen('annlee@googlemail.com', 'Ann Lee'), true],
    [
      'one name on one list that hides addresses',
      hidden('a', 'Klaus Schliep', 'r'),
      hidden('b', 'Klaus Schliep', 'r'),
      true,
    ],
    [
      'one name on one list, hidden later',
      seen('k@gmail.com', 'Klaus Schliep', 'r'),
      hidden('b', 'Klaus Schliep', 'r'),
      true,
    ],
    ['one name on two lists', hidden('a', 'Klaus Schliep', 'r'), hidden('b', 'Klaus Schliep', 's'), false],
    [
      'one name, no list known',
      hidden('a', 'Klaus Schliep', null),
      hidden('b', 'Klaus Schliep', null),
      false,
    ],
    [
      'one address with other letters hidden in other years',
      hidden('murdoch=dunc=n_gm=il=com', 'Duncan Murdoch', null),
      hidden('murdoch=dunc=n_gm=||=com', 'Duncan Murdoch', null),
      true,
    ],
    [
      'one address, hidden later',
      seen('murdoch.duncan@gmail.com', 'Duncan Murdoch'),
      hidden('murdoch=dunc=n_gm=||=com', 'Duncan Murdoch', null),
      true,
    ],
    [
      'one name behind different hidden addresses',
      hidden('mtmorg=n_gm=||=com', 'Martin Morgan', null),
      hidden('m=rt|nmorg=n_ro=wellp=rk=org', 'Martin Morgan', null),
      false,
    ],
    [
      'another name behind an address hidden alike',
      hidden('murdoch=dunc=n_gm=il=com', 'Duncan Murdoch', null),
      hidden('murdoch=dunc=n_gm=||=com', 'Dora Murdoch', null),
      false,
    ],
    [
      'free mail and the same name alone',
      seen('annlee1@gmail.com', 'Ann Lee'),
      seen('lee@hotmail.com', 'Ann Lee'),
      false,
    ],
    ['free mail beside a company', seen('a@gmail.com', 'Ann Lee'), seen('ann.lee@x.de', 'Ann Lee'), false],
    ['two companies', seen('ann@x.de', 'Ann Lee'), seen('ann@y.de', 'Ann Lee'), false],
    ['different middle initials', seen('a@x.de', 'John A. Smith'), seen('b@x.de', 'John B. Smith'), false],
    ['junior and senior', seen('a@x.de', 'John Smith Jr.'), seen('b@x.de', 'John Smith Sr.'), false],
    ['junior and nobody', seen('a@x.de', 'John Smith Jr.'), seen('b@x.de', 'John Smith'), false],
    ['numbered twins', seen('john.smith@x.de', 'John Smith'), seen('john.smith2@x.de', 'John Smith'), false],
    ['a single word', seen('a@x.de', 'Ilse'), seen('b@x.de', 'Ilse'), false],
    ['a call name', seen('a@x.de', 'Phil Allen'), seen('b@x.de', 'Phillip Allen'), false],
    ['a shared box', seen('info@x.de', 'Ilse Varnhorst'), seen('ilse@x.de', 'Ilse Varnhorst'), false],
    ['an office name', seen('a@x.de', 'Customer Service'), seen('b@x.de', 'Customer Service'), false],
  ])('answers for %s', (_, a, b, same) => {
    expect(samePerson(a, b).same).toBe(same)
    expect(samePerson(b, a).same).toBe(same)
    expect(samePerson(a, b).because).not.toBe('')
  })

  it('is symmetric, and never joins two free-mail boxes by name', () => {
    const name = fc.constantFrom('Ann Lee', 'Lee, Ann B.', 'Ann C Lee', 'Ann Lee Jr.', 'ANN LEE', 'Bo Ek', '')
    const local = fc.constantFrom('ann', 'ann.lee', 'ann.lee2', 'a.lee', 'lee')
    const host = fc.constantFrom('gmail.com', 'aol.com', 'x.de', 'mail.x.de', 'obfuscated.invalid')
    const one = fc.record({ local, host, name }).map((r) => seen(`${r.local}@${r.host}`, r.name, 'r'))
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(samePerson(a, b).same).toBe(samePerson(b, a).same)
        const free = [a, b].every((x) => /@(gmail|aol)\.com$/.test(x.address))
        if (free && a.address !== b.address)
          expect(samePerson(a, b).same && !/annlee|ann\.lee/.test(a.address)).toBe(false)
      }),
    )
  })
})
