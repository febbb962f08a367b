import { describe, expect, test } from 'vitest'
import { readMailNow } from './read-mail.ts'

describe('a mail made to take for ever', () => {
  const long = 200_000
  test.each([
    ['quotes that never close', `To: ${'"\\'.repeat(long / 2)}`],
    ['brackets that never close', `To: ${'<,'.repeat(long / 2)}`],
    ['brackets that close late', `To: ${'<,'.repeat(long / 2)}>`],
    ['comments that never close', `To: ${'('.repeat(long)}`],
    ['comments inside an address', `To: <${'('.repeat(long)}>`],
    ['a name without end', `To: ${'x'.repeat(long)}`],
    ['commas', `To: ${','.repeat(long)}`],
    ['recipients', `To: ${'a@b.c,'.repeat(long / 6)}\nX-To: ${'Ann Lee,'.repeat(long / 8)}`],
    ['encoded words that never end', `Subject: ${'=?a?q?x'.repeat(long / 7)}`],
    ['ids that never end', `References: <${' '.repeat(long)}`],
    ['parameters', `Content-Type: text/plain${'; a'.repeat(long / 3)}`],
    ['comments in a content type', `Content-Type: ${'('.repeat(long)}`],
    ['an encoding of spaces', `Content-Transfer-Encoding: ${'( '.repeat(long / 2)}`],
    ['a date without end', `Date: ${'1 '.repeat(long / 2)}`],
    ['HTML nested deep', `Content-Type: text/html\n\n${'<div>'.repeat(long)}`],
    ['HTML tables nested deep', `Content-Type: text/html\n\n${'<table><tr><td>'.repeat(long / 10)}`],
    ['HTML of open brackets', `Content-Type: text/html\n\n${'<a '.repeat(long)}`],
    ['HTML of entities', `Content-Type: text/html\n\n${'&amp;&#x41;'.repeat(long / 4)}`],
    [
      'mails within mails',
      `Content-Type: multipart/mixed; boundary=b\n\n--b\n${'Content-Type: message/rfc822\n\n'.repeat(long / 8)}`,
    ],
    ['boundaries', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(long)}`],
    ['dashes', `Content-Type: multipart/mixed; boundary=b\n\n${'--\n'.repeat(long)}`],
    [
      'uuencoded lines',
      `Content-Transfer-Encoding: x-uuencode\nContent-Type: a/b\n\n${'begin 644 a\nM\n'.repeat(long / 8)}`,
    ],
  ])('by %s is read at once', (_, text) => {
    expect(readMailNow(Buffer.from(text)).defects.length).toBeLessThan(30)
  })
})
