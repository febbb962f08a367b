import { describe, expect, it } from 'vitest'
import type { MailAttachment } from '../reading/read-mail-shape.ts'
import { kindOf } from './kind.ts'
import { mailForTests } from './mail-for-tests.ts'

const report = (content: string): MailAttachment => ({
  name: 'report',
  type: 'message/delivery-status',
  contentId: null,
  inline: false,
  content: Buffer.from(content),
})

describe('the kind of a mail', () => {
  it('is a bounce where a delivery report is attached (RFC 3464), with recipient, status and reason', () => {
    const mail = mailForTests({
      from: 'mailer-daemon@mx.example',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'I could not deliver your message.',
      headers: { 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' },
      attachments: [
        report(
          'Final-Recipient: rfc822; Kit@Gone.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n',
        ),
      ],
    })
    const { kind, bounce } = kindOf(mail)
    expect(kind).toBe('bounce')
    expect(bounce).toEqual({
      recipient: 'kit@gone.example',
      status: '5.1.1',
      permanent: true,
      reason: 'userunknown',
    })
  })

  it('is a bounce that is not for good where the report only says delayed', () => {
    const mail = mailForTests({
      from: 'mailer-daemon@mx.example',
      subject: 'Delivery delayed',
      attachments: [report('Final-Recipient: rfc822; kit@slow.example\nAction: delayed\nStatus: 4.4.7\n')],
    })
    expect(kindOf(mail).bounce?.permanent).toBe(false)
  })

  it("is a bounce by a mail system's own words where there is no report", () => {
    const mail = mailForTests({
      from: 'mailer-daemon@qmail.example',
      subject: 'failure notice',
      text: "Hi. I'm afraid I wasn't able to deliver your message.\n<kit@gone.example>:\nno such user (#5.1.1)\n",
    })
    expect(kindOf(mail).kind).toBe('bounce')
  })

  it('is human where a person writes about a bounce', () => {
    const mail = mailForTests({
      subject: 'Re: Undeliverable mail',
      text: 'My mail to you was returned: user unknown, 550 5.1.1. Is the address right?',
    })
    expect(kindOf(mail).kind).toBe('human')
  })

  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'Order form'],
    [{ 'x-autoreply': 'yes' }, 'Order form'],
    [{ precedence: 'auto_reply' }, 'Order form'],
    [{}, 'Out of Office AutoReply: Order form'],
    [{}, 'Automatische Antwort: Angebot'],
    [{}, 'Réponse automatique : devis'],
  ])('is an auto-reply by %j or "%s"', (headers, subject) => {
    expect(
      kindOf(mailForTests({ headers: headers as unknown as Record<string, string>, subject })).kind,
    ).toBe('auto-reply')
  })

  it('is bulk from an address that no single person writes from, or with the headers of a mailing', () => {
    expect(kindOf(mailForTests({ from: 'enron.announcements@enron.com' })).kind).toBe('bulk')
    expect(kindOf(mailForTests({ from: 'no-reply@shop.example' })).kind).toBe('bulk')
    expect(kindOf(mailForTests({ headers: { 'list-unsubscribe-post': 'x' } })).kind).toBe('bulk')
    expect(kindOf(mailForTests({ headers: { 'list-id': '<news.shop.example>' } })).kind).toBe('bulk')
  })

  it('is human on a list where a person answers, or posts to one that takes posts', () => {
    const list = { 'list-id': '<dev.list.example>' }
    expect(kindOf(mailForTests({ headers: list, inReplyTo: ['a@b.example'] })).kind).toBe('human')
    expect(
      kindOf(mailForTests({ headers: { ...list, 'list-post': '<mailto:dev@list.example>' } })).kind,
    ).toBe('human')
    expect(kindOf(mailForTests({ headers: { ...list, 'list-post': 'NO' } })).kind).toBe('bulk')
  })

  it('is bulk where it reads like a mailing, and human where a person forwards one', () => {
    const newsletter =
      'SPECIAL OFFER\nClick here to order now. Visit our shop http://a.example http://b.example http://c.example\nTo unsubscribe, click below.\nYou are receiving this because you opted in.\n'
    expect(kindOf(mailForTests({ text: newsletter })).kind).toBe('bulk')
    expect(
      kindOf(mailForTests({ text: newsletter, subject: 'FW: offer' }), 'Look at this one, Ann.').kind,
    ).toBe('human')
  })

  it('is human where a person writes of business in the words of selling', () => {
    const text =
      'The investment gives you a 10 % discount on mortgage income; guaranteed prices, credit card or debt.'
    expect(kindOf(mailForTests({ text })).kind).toBe('human')
  })
})
