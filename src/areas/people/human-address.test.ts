import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKind } from './human-address.ts'

describe('addressKind', () => {
  it.each([
    ['noreply@github.com', '', 'robot'],
    ['do-not-reply@bank.com', 'Ilse Varnhorst', 'robot'],
    ['order-noreply@shop.com', '', 'robot'],
    ['mailer-daemon@mx.example', 'Mail Delivery System', 'robot'],
    ['postmaster@enron.com', '', 'robot'],
    ['bounce-123_html-45@news.example', '', 'robot'],
    ['prvs=abc=ilse@x.de', '', 'robot'],
    ['0123456789abcdef0123@x.de', '', 'robot'],
    ['sentto-2242572-54932-1038@returns.groups.yahoo.com', '', 'robot'],
    ['ilse@bounces.amazon.com', '', 'robot'],
    ['ebay@hq.example', 'Outage Alerts', 'robot'],
    ['newsletter@x.de', '', 'list'],
    ['announcements.enron@enron.com', 'Enron General Announcements', 'list'],
    ['forteana@yahoogroups.com', '', 'list'],
    ['r-package-devel@r-project.org', '', 'list'],
    ['ilug-admin@linux.ie', '', 'list'],
    ['owner-staff@x.de', '', 'list'],
    ['anything@lists.sourceforge.net', '', 'list'],
    ['undisclosed-recipients@x.de', '', 'list'],
    ['', '', 'list'],
    ['info@texasgbc.org', 'Tonda Bunge', 'role'],
    ['sales@x.de', '', 'role'],
    ['support+123@x.de', '', 'role'],
    ['customer.service@x.de', '', 'role'],
    ['hello@x.de', 'Team Sales', 'role'],
    ['x1@chase.example', 'Chase Customer Service', 'role'],
    ['ilse@x.de', 'Ilse Varnhorst', 'person'],
    ['k..allen@enron.com', 'Allen, Phillip K.', 'person'],
    ['pallen@enron.com', '', 'person'],
    ['jane-dev@x.de', 'Jane Smith', 'person'],
    ['newsome.bill@x.de', 'Bill Newsome', 'person'],
    ['rob.otten@x.de', '', 'person'],
    ['jones526@aol.com', 'Bob Jones', 'person'],
    ['王@例え.jp', '王小明', 'person'],
  ])('takes %s (%s) for a %s', (address, name, kind) => {
    const said = addressKind(address, name)
    expect(said.kind).toBe(kind)
    expect(said.because).not.toBe('')
  })

  it('gives one answer for any input, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.string({ maxLength: 50 }), (address, name) => {
        expect(addressKind(address.toLowerCase(), name)).toEqual(addressKind(address.toLowerCase(), name))
      }),
    )
  })
})
