import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCompanies } from '../../src/sample/companies.ts'
import { handWrittenMails } from '../../src/sample/hand-written-mails.ts'
import { samplePeople } from '../../src/sample/people.ts'
import { sampleMails, sampleOwner } from '../../src/sample/sample-mails.ts'
import { storylines } from '../../src/sample/storylines.ts'
import { absentThisMorning, expectedThisMorning, nell } from './world.ts'

const mornings = [
  '2026-11-24T06:42:00Z',
  '2026-11-22T07:59:00Z',
  '2026-11-22T23:05:00Z',
  '2027-03-29T05:30:00Z',
  '2028-02-29T12:00:00Z',
].map((text) => new Date(text))
const tuesday = mornings[0] as Date

interface Read {
  folder: string
  id: string
  references: string[]
  from: string
  to: string[]
  subject: string
  at: Date
  text: string
  raw: string
  kind: 'person' | 'machine'
}

async function readAll(now: Date): Promise<Read[]> {
  const mails = sampleMails(now)
  return Promise.all(
    mails.map(async ({ folder, raw }) => {
      const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
      const references = [mail.references ?? []].flat()
      const to = [mail.to ?? []].flat().flatMap((list) => list.value.map((one) => one.address ?? ''))
      const kind = mail.headers.has('auto-submitted') || mail.headers.has('list-id') ? 'machine' : 'person'
      return {
        folder,
        id: mail.messageId ?? '',
        references,
        from: mail.from?.value[0]?.address ?? '',
        to,
        subject: mail.subject ?? '',
        at: mail.date ?? new Date(Number.NaN),
        text: mail.text ?? '',
        raw: raw.toString('latin1'),
        kind,
      }
    }),
  )
}

describe('the sample world', () => {
  let read: Read[] = []
  beforeAll(async () => {
    read = await readAll(tuesday)
  }, 60_000)

  test('has the people and firms that the first page promises', () => {
    expect(samplePeople).toHaveLength(214)
    expect(new Set(samplePeople.map((one) => one.address)).size).toBe(214)
    expect(sampleCompanies.length).toBeGreaterThanOrEqual(90)
    const within = (layer: number) => samplePeople.filter((one) => one.layer > 0 && one.layer <= layer).length
    expect([5, 15, 50, 150].map(within)).toEqual([5, 14, 44, 132])
  })

  test('holds some 2,400 mails over eighteen months', () => {
    expect(read.length).toBeGreaterThan(2100)
    expect(read.length).toBeLessThan(2700)
    const first = Math.min(...read.map((mail) => mail.at.getTime()))
    expect((tuesday.getTime() - first) / 86_400_000).toBeGreaterThan(520)
  })

  test('every mail parses, with an id of its own, a date, a sender and words', () => {
    expect(new Set(read.map((mail) => mail.id)).size).toBe(read.length)
    const broken = read.filter(
      (mail) =>
        !/^<[^<>\s]+@[a-z0-9.-]+\.example>$/.test(mail.id) ||
        Number.isNaN(mail.at.getTime()) ||
        !mail.from.includes('@') ||
        mail.text.length < 3,
    )
    expect(broken.map((mail) => mail.raw)).toEqual([])
  })

  test('what a mail refers to is in the mailbox, and older', () => {
    const at = new Map(read.map((mail) => [mail.id, mail.at.getTime()]))
    const lost = read.filter((mail) =>
      mail.references.some((id) => (at.get(id) ?? Number.POSITIVE_INFINITY) >= mail.at.getTime()),
    )
    expect(lost.map((mail) => mail.raw)).toEqual([])
    expect(read.filter((mail) => mail.references.length > 0).length).toBeGreaterThan(1000)
  })

  test.each(mornings)('seen from %s, nothing is dated later and the world is as busy', (now) => {
    const mails = sampleMails(now)
    expect(mails.length).toBeGreaterThan(2100)
    const dates = mails.map(({ raw }) => /^Date: (.*)$/m.exec(raw.toString('latin1'))?.[1] ?? '')
    expect(dates.filter((date) => !(new Date(date).getTime() < now.getTime()))).toEqual([])
  })

  test('the same moment gives the same bytes', () => {
    const again = sampleMails(new Date(tuesday))
    expect(again.map((mail) => mail.raw.toString('latin1'))).toEqual(read.map((mail) => mail.raw))
  })

  test('only names that nobody can own are used', () => {
    const hosts = new Set<string>()
    for (const mail of read) {
      const shown = `${mail.raw.replace(/=\r\n/g, '').replace(/\r\n[\t ]?/g, ' ')}\n${mail.text}`
      for (const [host] of shown.matchAll(/(?<=@|https?:\/\/)[a-z0-9-]+(\.[a-z0-9-]+)+/gi)) hosts.add(host)
    }
    expect(hosts.size).toBeGreaterThan(90)
    expect([...hosts].filter((host) => !/\.example$/i.test(host))).toEqual([])
  })

  test('no letter was written twice by hand, and no slot is left open', () => {
    const bodies = storylines.flatMap((line) => line.letters.map((letter) => letter.body))
    expect(bodies.length).toBeGreaterThanOrEqual(150)
    expect(new Set(bodies).size).toBe(bodies.length)
    expect(new Set(storylines.map((line) => line.with)).size).toBeGreaterThanOrEqual(25)
    const slots = read.filter((mail) => /\{[a-z+-][^}]*\}|undefined/i.test(`${mail.subject}\n${mail.text}`))
    expect(slots.map((mail) => mail.text)).toEqual([])
  })

  test('letters of a thread follow each other in time', () => {
    for (const mail of handWrittenMails(tuesday)) {
      if (mail.parent) expect(mail.parent.at.getTime(), mail.text).toBeLessThan(mail.at.getTime())
    }
  })

  test('nobody but the seven is waiting for an answer', () => {
    const answered = new Set(
      read.filter((mail) => mail.from === nell.address).flatMap((mail) => mail.references),
    )
    const sellers = new Set(
      samplePeople
        .filter((one) => ['seller', 'own'].includes(one.company.standing))
        .map((one) => one.address),
    )
    const lastOfThread = new Map<string, Read>()
    for (const mail of read) {
      if (mail.kind === 'person') lastOfThread.set(mail.references[0] ?? mail.id, mail)
    }
    const newText = (mail: Read) =>
      mail.text.split(/\n(-- \n|On .* wrote:|Am .* schrieb|-----Original)/)[0] ?? ''
    const waiting = [...lastOfThread.values()].filter(
      (mail) =>
        mail.from !== nell.address &&
        !answered.has(mail.id) &&
        !sellers.has(mail.from) &&
        newText(mail).includes('?'),
    )
    const owed = expectedThisMorning.filter((line) => line.kind === 'reply-owed')
    expect(waiting.map((mail) => mail.from).sort()).toEqual(owed.map((line) => line.address).sort())
    for (const line of owed) {
      const mail = waiting.find((one) => one.from === line.address)
      expect(mail?.text.replace(/\s+/g, ' ')).toContain(line.quote)
      expect(mail?.to).toEqual([nell.address])
      expect(mail?.subject).toMatch(new RegExp(`^(Re: )?${line.subject?.replace(/[?]/g, '\\?')}$`))
    }
  })

  test('those to follow up were asked by Nell last, four to ten workdays ago', () => {
    for (const line of expectedThisMorning.filter((one) => one.kind === 'follow-up-due')) {
      const exchanged = read.filter((mail) => mail.from === line.address || mail.to.includes(line.address))
      const last = exchanged.at(-1)
      expect(last?.from).toBe(nell.address)
      expect(last?.subject).toBe(line.subject)
      expect(last?.text).toContain('?')
    }
  })

  test('those who drift are quiet for longer than they ever were', () => {
    for (const line of expectedThisMorning.filter((one) => one.kind === 'drifting')) {
      const times = read
        .filter((mail) => mail.from === line.address || mail.to.includes(line.address))
        .map((mail) => mail.at.getTime() / 86_400_000)
      const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at))
      const quiet = tuesday.getTime() / 86_400_000 - (times.at(-1) ?? 0)
      expect(
        quiet / Math.max(...gaps),
        `${line.person}: ${quiet} days, before ${Math.max(...gaps)}`,
      ).toBeGreaterThan(1.3)
    }
  })

  test('nobody else who is close has been quiet beyond their own longest pause', () => {
    const expected = new Set(expectedThisMorning.map((line) => line.address))
    for (const person of samplePeople.filter((one) => one.layer > 0 && one.layer <= 50)) {
      if (expected.has(person.address)) continue
      const times = read
        .filter((mail) => mail.from === person.address || mail.to.includes(person.address))
        .map((mail) => mail.at.getTime() / 86_400_000)
      const gaps = times.slice(1).map((at, i) => at - (times[i] ?? at))
      const quiet = tuesday.getTime() / 86_400_000 - (times.at(-1) ?? 0)
      expect(quiet, person.name).toBeLessThan(Math.max(...gaps))
    }
  })

  test('the lists of this morning name nobody twice', () => {
    const listed = [...expectedThisMorning, ...absentThisMorning].map((one) => one.address)
    expect(new Set(listed).size).toBe(listed.length)
    expect(sampleOwner.addresses).toContain(nell.address)
  })

  test('all kinds of mail are there: html, files, charsets, bounces, auto-replies, lists, pitches', () => {
    const count = (pattern: RegExp) => read.filter((mail) => pattern.test(mail.raw)).length
    expect(count(/multipart\/alternative/)).toBeGreaterThan(200)
    expect(count(/Content-Disposition: attachment/)).toBeGreaterThanOrEqual(8)
    expect(count(/charset=iso-8859-1/)).toBeGreaterThan(5)
    expect(count(/Content-Transfer-Encoding: base64/)).toBeGreaterThan(50)
    expect(count(/report-type=delivery-status/)).toBeGreaterThanOrEqual(3)
    expect(count(/Auto-Submitted: auto-replied/)).toBeGreaterThan(10)
    expect(count(/^List-Id:/m)).toBeGreaterThan(90)
  })
})
