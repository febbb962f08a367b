import { describe, expect, test } from 'vitest'
import { readMail } from './read-mail.ts'

const read = (text: string, encoding: BufferEncoding = 'utf8', envelopeDate: Date | null = null) =>
  readMail(Buffer.from(text.replace(/^\n/, ''), encoding), { envelopeDate })

const body = async (head: string, content: string, encoding: BufferEncoding = 'utf8') =>
  (await read(`${head}\n\n${content}`, encoding)).text

describe('the text of a mail', () => {
  test('is decoded by its charset, declared, undeclared or wrongly declared', async () => {
    expect(await body('Content-Type: text/plain; charset=koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'latin1')).toBe(
      'Привет',
    )
    expect(await body('Subject: x', 'Gr\xfc\xdfe', 'latin1')).toBe('Grüße')
    expect(await body('Subject: x', 'Grüße')).toBe('Grüße')
    expect(await body('Content-Type: text/plain; charset=us-ascii', 'caf\xe9', 'latin1')).toBe('café')
    expect(await body('Content-Type: text/plain; charset=default_charset', 'it\x92s', 'latin1')).toBe('it’s')
    expect(await body('Content-Type: text/plain; charset=utf-8', 'caf\xe9', 'latin1')).toBe('café')
    expect(await body('Content-Type: text/plain; charset=iso-2022-jp', '\x1b$B$3$s\x1b(B')).toBe('こん')
    expect(await body('Content-Type: text/plain; charset=utf-7', 'caf+AOk-')).toBe('café')
    expect(await body('Content-Type: text/plain; charset=gb2312', '\xc4\xe3\xba\xc3', 'latin1')).toBe('你好')
  })

  test('is decoded from quoted-printable and base64, and from base64 that it is not', async () => {
    const plain = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding:'
    expect(await body(`${plain} quoted-printable`, 'caf=C3=A9 =\nand =ZZ')).toBe('café and =ZZ')
    expect(await body(`${plain} base64`, 'Y2Fmw6k=\n____\na list footer')).toBe('café')
    expect(await body(`${plain} base64`, 'never encoded, you see')).toBe('never encoded, you see')
  })

  test('is made from the HTML where there is nothing else', async () => {
    const mail = await read(
      'Content-Type: text/html\n\n<p>Hello <b>you</b></p><blockquote>before</blockquote>',
    )
    expect(mail.text).toMatch(/^Hello you\n+> before$/)
    expect(mail.html).toContain('<b>you</b>')
  })

  test('reads the same with LF, CRLF, lone CR and a mixture', async () => {
    const text = 'Subject: s\nTo: a@b.c\n\none\ntwo\n'
    for (const ends of [
      text,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replace(/\n(?=To|\n)/g, '\r\n'),
    ]) {
      const mail = await read(ends)
      expect([mail.subject, mail.to[0]?.address, mail.text]).toEqual(['s', 'a@b.c', 'one\ntwo\n'])
    }
  })

  test('is all of it where there is no header, and none of it where there is no body', async () => {
    expect((await read('just some words\nand more')).text).toBe('just some words\nand more')
    expect((await read('Subject: s')).text).toBe('')
    expect((await read('')).text).toBe('')
  })
})

describe('the parts of a mail', () => {
  const mixed = (parts: string, end = '--b--\n') =>
    `Content-Type: multipart/mixed; boundary=b\n\n${parts}${end}`

  test('are found where the last boundary is missing', async () => {
    const mail = await read(
      mixed('--b\n\none\n--b\nContent-Disposition: attachment; filename=a.txt\n\ntwo\n', ''),
    )
    expect([mail.text, mail.attachments[0]?.name, mail.attachments[0]?.content.toString()]).toEqual([
      'one',
      'a.txt',
      'two\n',
    ])
    expect(mail.defects).toContain('a boundary is never closed')
  })

  test('are found where the boundary is not said', async () => {
    expect((await read('Content-Type: multipart/mixed\n\n--zz\n\none\n--zz--\n')).text).toBe('one')
  })

  test('keep their names in every way that names are written', async () => {
    const names = [
      `filename*=UTF-8''na%C3%AFve%20plan.pdf`,
      `filename*0*=iso-8859-1''caf%E9;\n filename*1=" au lait.pdf"`,
      `filename="=?utf-8?Q?=C3=BCber.pdf?="`,
      `filename="../../etc/passwd"`,
      `filename="C:\\\\temp\\\\x\u202efdp.exe"`,
      `filename=plain name.pdf`,
    ]
    const parts = names.map(
      (name) => `--b\nContent-Type: application/pdf\nContent-Disposition: attachment; ${name}\n\nx\n`,
    )
    const mail = await read(mixed(parts.join('')))
    expect(mail.attachments.map((each) => each.name)).toEqual([
      'naïve plan.pdf',
      'café au lait.pdf',
      'über.pdf',
      'passwd',
      'xfdp.exe',
      'plain name.pdf',
    ])
  })

  test('that are mails stay whole, as a file named by its subject', async () => {
    const inner = 'Subject: Inner\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nhidden\n--i--'
    const mail = await read(mixed(`--b\n\nouter\n--b\nContent-Type: message/rfc822\n\n${inner}\n`))
    expect(mail.text).toBe('outer')
    expect(mail.attachments.map((each) => [each.name, each.type])).toEqual([['Inner.eml', 'message/rfc822']])
    expect(mail.attachments[0]?.content.toString()).toBe(inner)
  })

  test('include winmail.dat, with what it holds named', async () => {
    const title = Buffer.from('report.doc\0')
    const tnef = Buffer.concat([
      Buffer.from('789f3e220100', 'hex'),
      Buffer.from('0210800100', 'hex'),
      Buffer.alloc(4),
      title,
      Buffer.alloc(2),
    ])
    tnef.writeUInt32LE(title.length, 11)
    const mail = await read(
      mixed(
        `--b\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${tnef.toString('base64')}\n`,
      ),
    )
    expect(mail.attachments[0]?.name).toBe('winmail.dat')
    expect(mail.defects).toContain('winmail.dat with report.doc')
  })

  test('are bounded in depth and number, whatever a hostile mail holds', async () => {
    let deep = 'end'
    for (let i = 0; i < 300; i++)
      deep = `Content-Type: multipart/mixed; boundary=x${i}y\n\n--x${i}y\n${deep}\n--x${i}y--`
    expect((await read(deep)).defects).toContain('parts nested deeper than 40')
    const many = await read(mixed('--b\nContent-Disposition: attachment\n\nx\n'.repeat(3000)))
    expect(many.attachments.length).toBeLessThanOrEqual(1000)
    expect(many.defects).toContain('more than 1000 parts')
  })
})

describe('the head of a mail', () => {
  const to = async (value: string, more = '') => (await read(`To: ${value}\n${more}\nx`)).to

  test('gives people as they are written in the wild', async () => {
    expect(await to('"Lee, Ann" <Ann@Example.ORG>, bob@example.org (Bob)')).toEqual([
      { name: 'Lee, Ann', address: 'ann@example.org' },
      { name: 'Bob', address: 'bob@example.org' },
    ])
    expect(await to('Lee, Ann <ann@example.org>; Team: a@x.y, b@x.y;')).toEqual([
      { name: 'Lee, Ann', address: 'ann@example.org' },
      { name: '', address: 'a@x.y' },
      { name: '', address: 'b@x.y' },
    ])
    expect(await to('undisclosed-recipients:;')).toEqual([])
    expect(await to('=?utf-8?B?SsO8cmdlbg==?= =?utf-8?Q?_M=C3=BCller?= <j@x.y>')).toEqual([
      { name: 'Jürgen Müller', address: 'j@x.y' },
    ])
    expect(await to('Ann Lee </O=ENRON/OU=NA/CN=RECIPIENTS/CN=ALEE>')).toEqual([
      { name: 'Ann Lee', address: '' },
    ])
    expect(await to("w..delainey@enron.com,\n\t'x@y.z' <x@y.z>,\n legal <.smith@enron.com>")).toEqual([
      { name: '', address: 'w..delainey@enron.com' },
      { name: 'x@y.z', address: 'x@y.z' },
      { name: 'legal', address: '.smith@enron.com' },
    ])
    expect(await to('"unclosed <a@b.c>, d@e.f')).toEqual([
      { name: 'unclosed', address: 'a@b.c' },
      { name: '', address: 'd@e.f' },
    ])
  })

  test('takes names that an export keeps beside the addresses, where they fit', async () => {
    const names =
      'X-To: Buckley, Karen </O=ENRON/OU=NA/CN=RECIPIENTS/CN=KBUCKLE>, Smith, Matt (Legal) </O=ENRON/CN=MSMITH>\n'
    expect(await to('karen.buckley@enron.com, legal <.smith@enron.com>, other@x.y', names)).toEqual([
      { name: 'Buckley, Karen', address: 'karen.buckley@enron.com' },
      { name: 'Smith, Matt (Legal)', address: '.smith@enron.com' },
      { name: '', address: 'other@x.y' },
    ])
    expect(await to('ann.lee@enron.com', 'X-To: Ann Lee/HOU/ECT@ECT\n')).toEqual([
      { name: 'Ann Lee', address: 'ann.lee@enron.com' },
    ])
    expect(await to('someone@x.y', 'X-To: Ann Lee\n')).toEqual([{ name: '', address: 'someone@x.y' }])
  })

  test('gives list archives their hidden addresses back, or a lasting stand-in', async () => {
    const from = async (value: string) => (await read(`From: ${value}\n\nx`)).from
    expect(await from('ann at example.org (Ann Lee)')).toEqual({
      name: 'Ann Lee',
      address: 'ann@example.org',
    })
    expect(await from('ann @ending from ex@mple@org (Ann Lee)')).toEqual({
      name: 'Ann Lee',
      address: 'ann_ex=mple=org@obfuscated.invalid',
    })
    expect(await from('@nn @end|ng |rom ex@mp|e@org (Ann Lee)')).toEqual({
      name: 'Ann Lee',
      address: '=nn_ex=mp|e=org@obfuscated.invalid',
    })
  })

  test('gives the date, or the best that can be had in its place', async () => {
    const date = async (head: string, envelope: Date | null = null) =>
      (await read(`${head}\n\nx`, 'utf8', envelope)).date
    const claimed = 'Mon, 14 May 2001 16:39:00 -0700 (PDT)'
    expect(await date(`Date: ${claimed}`)).toEqual({
      at: new Date('2001-05-14T23:39:00Z'),
      zoneMinutes: -420,
      claimed,
    })
    expect((await date('Date: Fri, 21 Nov 97 09:55:06 GMT')).at?.toISOString()).toBe(
      '1997-11-21T09:55:06.000Z',
    )
    expect((await date('Date: Tue Nov 18 10:00:00 2003')).at?.toISOString()).toBe('2003-11-18T10:00:00.000Z')
    expect((await date('Date: 2003-11-18T10:00:00+02:00')).at?.toISOString()).toBe('2003-11-18T08:00:00.000Z')
    expect((await date('Date: Wed, 07 Oct 2020 23:01:36 -1900')).zoneMinutes).toBe(null)
    expect(await date('Date: Mon, 31 Dec 1979 16:00:00 -0800')).toMatchObject({ at: null })
    expect(await date('Date: soon')).toEqual({ at: null, zoneMinutes: null, claimed: 'soon' })
    const received = 'Received: from a by b; Thu, 18 Jul 2002 20:51:35 +0100\n'
    expect((await date(`${received}Date: Thu, 18 Jul 0102 19:51:35 -0100`)).at?.toISOString()).toBe(
      '2002-07-18T19:51:35.000Z',
    )
    expect((await date('Subject: x', new Date('2002-07-18T00:00:00Z'))).at?.toISOString()).toBe(
      '2002-07-18T00:00:00.000Z',
    )
  })

  test('is read where it is broken, doubled or raw', async () => {
    const mail = await read(
      'Subject: Grüße\n aus Köln\nbroken line\nSubject: second\nFrom: a@b.c\nFrom: d@e.f\nMessage-ID: <1@x>\n\nx',
    )
    expect(mail.subject).toContain('Grüße aus Köln')
    expect([mail.from?.address, mail.messageId]).toEqual(['a@b.c', '1@x'])
    expect(mail.defects).toEqual(expect.arrayContaining(['more than one subject', 'more than one sender']))
  })

  test('joins encoded words that split a letter', async () => {
    expect((await read('Subject: =?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=\n\nx')).subject).toBe('café')
  })

  test('gives way to the subject that an encrypting program hid', async () => {
    const part =
      '--b\nContent-Type: text/plain; protected-headers="v1"\nSubject: The true one\n\nhello\n--b--\n'
    expect((await read(`Subject: ...\nContent-Type: multipart/mixed; boundary=b\n\n${part}`)).subject).toBe(
      'The true one',
    )
    expect((await read(`Subject: Shown\nContent-Type: multipart/mixed; boundary=b\n\n${part}`)).subject).toBe(
      'Shown',
    )
  })

  test('is cut where it is larger than any honest one', async () => {
    const mail = await read(`Subject: s\n${`X-Pad: ${'x'.repeat(1000)}\n`.repeat(1000)}\nthe text`)
    expect([mail.subject, mail.text]).toEqual(['s', 'the text'])
    expect(mail.defects[0]).toMatch(/256 KB/)
  })

  test('gives the ids that make threads, and nothing where there are none', async () => {
    const mail = await read(
      'Message-ID: <a@b>\nIn-Reply-To: Your message of "Monday" <c@d>\nReferences: <e@f>\n <g@h>\n\nx',
    )
    expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual(['a@b', ['c@d'], ['e@f', 'g@h']])
    expect((await read('In-Reply-To: hello\n\nx')).inReplyTo).toEqual([])
  })
})

test('a mail over 100 MB is refused, never cut silently', async () => {
  await expect(readMail(new Uint8Array(100 * 1024 * 1024 + 1))).rejects.toThrow('100 MB')
})
