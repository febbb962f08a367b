import { describe, expect, it } from 'vitest'
import { askScore, isAsk } from '../../src/areas/conversations/judging/asks.ts'
import { judge } from '../../src/areas/conversations/judging/judge.ts'
import type { MailKind } from '../../src/areas/conversations/judging/judgement-shape.ts'
import { splitText } from '../../src/areas/conversations/judging/new-text.ts'
import { dataText, filesUnder, jsonLines, mailAt, mailsIn } from './judging-sets.ts'

interface ZonedText {
  text: string
  zones: { start: number; end: number; type: string }[]
}

interface SignedMail {
  sender: string
  lines: { text: string; signature: boolean }[]
}

describe('what is new in a mail', () => {
  it.each([
    ['enron', 0.985, 0.99],
    ['asf', 0.99, 0.95],
  ])('is told line by line on the %s mails of the zones set', (set, twoZones, keptAccuracy) => {
    let zonesRight = 0
    let keptRight = 0
    let all = 0
    let kept = 0
    let keptFound = 0
    for (const { text, zones } of jsonLines<ZonedText>(`zones-quagga/${set}-train.jsonl.gz`)) {
      const points = utf16Offsets(text)
      const headers = zones
        .filter((zone) => zone.type === 'Header')
        .map((zone) => [points[zone.start] ?? 0, points[zone.end] ?? 0] as const)
      const firstHeader = Math.min(text.length, ...headers.map(([start]) => start))
      const parts = splitText(text)
      parts.lines.forEach((line, i) => {
        if (line.body.trim() === '') return
        const begin = line.start + text.slice(line.start, line.end).search(/\S/)
        const isHeader = headers.some(([start, end]) => begin >= start && begin < end)
        const isKept = !isHeader && line.depth === 0 && begin < firstHeader
        const owner = parts.owners[i]
        const gotKept = owner === 'new' || owner === 'signature'
        all += 1
        if (isHeader === (owner === 'header')) zonesRight += 1
        if (isKept === gotKept) keptRight += 1
        if (isKept) kept += 1
        if (isKept && gotKept) keptFound += 1
      })
    }
    expect(zonesRight / all).toBeGreaterThan(twoZones)
    expect(keptRight / all).toBeGreaterThan(keptAccuracy)
    expect(keptFound / kept).toBeGreaterThan(0.99)
  })

  it('ends where the signature of the signature set begins', () => {
    let right = 0
    let found = 0
    let wanted = 0
    for (const { sender, lines } of jsonLines<SignedMail>('signatures-forge/train.jsonl.gz')) {
      const start = splitText(lines.map((line) => line.text).join('\n'), sender).signatureStart
      let offset = 0
      for (const line of lines) {
        const got = start !== null && offset >= start
        offset += line.text.length + 1
        if (line.text.trim() === '') continue
        if (got) found += 1
        if (line.signature) wanted += 1
        if (got && line.signature) right += 1
      }
    }
    expect(right / found).toBeGreaterThan(0.93)
    expect(right / wanted).toBeGreaterThan(0.95)
  })

  it('is the reply alone in the standard replies of a dozen mail programs', () => {
    const replies = filesUnder('reply-quotes/talon/standard_replies').filter((file) => file.endsWith('.eml'))
    const right = replies.filter((file) => judge(mailAt(file)).newText.startsWith('Hello'))
    const bare = replies.filter((file) => judge(mailAt(file)).newText === 'Hello')
    expect(right).toHaveLength(replies.length)
    expect(bare.length).toBeGreaterThanOrEqual(replies.length - 1)
  })
})

describe('asks', () => {
  it('are found in the sentences of the asks set (which the model was fitted on: see the script for unseen ones)', () => {
    let right = 0
    let said = 0
    let wanted = 0
    const cases = jsonLines<{ ask: boolean; text: string }>('asks-parakweet/train.jsonl.gz')
    for (const { ask, text } of cases) {
      const got = isAsk(text)
      if (got) said += 1
      if (ask) wanted += 1
      if (got && ask) right += 1
      expect(askScore(text)).not.toBeNaN()
    }
    expect((2 * right) / (said + wanted)).toBeGreaterThan(0.85)
  })
})

describe('the kind of a mail', () => {
  const kinds = (mails: ReturnType<typeof mailsIn>) => {
    const counted: Record<MailKind, number> = { human: 0, bulk: 0, 'auto-reply': 0, bounce: 0 }
    for (const mail of mails) counted[judge(mail).kind] += 1
    return counted
  }

  it('is bounce for 99 of a hundred real bounces, and auto-reply for vacation notes', () => {
    const rows = dataText('bounces-sisimai/expected.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(','))
    const vacations = new Set(rows.filter((row) => row[4] === 'vacation').map((row) => row[0]))
    const files = [...new Set(rows.map((row) => row[0] ?? ''))]
    const right = files.filter((file) => {
      const { kind } = judge(mailAt(`bounces-sisimai/${file}`))
      return kind === (vacations.has(file) ? 'auto-reply' : 'bounce')
    })
    expect(right.length / files.length).toBeGreaterThanOrEqual(0.99)
    for (const file of filesUnder('bounces-sisimai/not-bounces'))
      expect(judge(mailAt(file)).kind).toBe('human')
  })

  it('is human for discussion, and bounce for true bounces only', () => {
    const ham = kinds(mailsIn('mail-spamassassin/easy-ham-1.mbox.gz'))
    // Three mails of the set are reports of mail systems.
    expect(ham.bounce).toBeLessThanOrEqual(3)
    expect(ham.human).toBeGreaterThan(1700)
  }, 60_000)

  it('is bulk for newsletters and most spam', () => {
    const newsletters = kinds(mailsIn('mail-spamassassin/hard-ham-1.mbox.gz'))
    expect(newsletters.human).toBeLessThan(30)
    expect(newsletters.bounce).toBe(0)
    expect(kinds(mailsIn('mail-spamassassin/spam-1.mbox.gz')).human).toBeLessThan(160)
  }, 60_000)

  it('is human for the posts of a list whose archive keeps no list headers', () => {
    const list = kinds(filesUnder('list-r-package-devel/pipermail').slice(0, 4).flatMap(mailsIn))
    expect(list.bulk + list.bounce + list['auto-reply']).toBeLessThanOrEqual(1)
  }, 60_000)
})

/** Offsets in code points to offsets in UTF-16 units. */
function utf16Offsets(text: string): number[] {
  const offsets: number[] = []
  let at = 0
  for (const point of text) {
    offsets.push(at)
    at += point.length
  }
  offsets.push(at)
  return offsets
}
