import { companyNamed } from './companies.ts'
import { newsletters } from './newsletters.ts'
import { nell, personKeyed, samplePeople } from './people.ts'
import { pitchBumps, pitchOpenings } from './pitches.ts'
import { type PlannedMail, plannedMail } from './planned-mail.ts'
import { rawReport } from './raw-mail.ts'
import { dayAndMonth, fillDates, mailDate, sampleInstant } from './sample-calendar.ts'
import type { SampleMail, SamplePerson } from './sample-shape.ts'
import { hashText, seededRandom } from './seeded-random.ts'
import { voiceOf } from './voices.ts'
import { messageIdOf } from './write-mail.ts'

/** A sender that is no person. */
function machine(name: string, address: string): SamplePerson {
  const domain = address.slice(address.indexOf('@') + 1)
  const company = { ...companyNamed('Loomwright'), name, domain }
  return { key: '', name, address, company, title: '', layer: 0, zone: 'cph' }
}

/** Bulk mail: newsletters with List-Id and List-Unsubscribe (RFC 2919, RFC 2369, RFC 8058). */
export function newsletterMails(now: Date): PlannedMail[] {
  return newsletters.flatMap((letter) => {
    const random = seededRandom(letter.address)
    const from = machine(letter.name, letter.address)
    const mails: PlannedMail[] = []
    for (let back = random.between(1, letter.everyWorkdays); back < 385; back += letter.everyWorkdays) {
      const at = sampleInstant(now, `b${back} 06:${String(random.between(10, 59))}`, 'cph')
      const [first = '', ...rest] = random.shuffle(letter.headlines)
      const items = rest
        .slice(0, 4)
        .map((headline) => `* ${headline}\n  https://${from.company.domain}/${hashText(headline)}`)
      mails.push(
        plannedMail({
          at,
          from,
          to: [nell],
          subject: `${letter.name}: ${first}`,
          text: `${letter.lead}\n\n${first}\nRead it at https://${from.company.domain}/${hashText(first)}\n\n${items.join('\n')}\n\nYou get this because you signed up. Unsubscribe: https://${from.company.domain}/leave`,
          headers: [
            ['List-Id', `<${letter.listId}>`],
            ['List-Unsubscribe', `<https://${from.company.domain}/leave>`],
            ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
            ['Precedence', 'bulk'],
          ],
          personal: false,
        }),
      )
    }
    return mails
  })
}

/** What Loomwright's own product tells its founder, among it how Hearthside's free crew grows. */
export function productNotices(now: Date): PlannedMail[] {
  const from = machine('Loomwright planner', 'noreply@loomwright.example')
  const sunniva = personKeyed('sunniva')
  return Array.from({ length: 14 }, (_, i) => {
    const back = 3 + i * 9
    const people = 14 - i
    return plannedMail({
      at: sampleInstant(now, `b${back} 05:00`, 'cph'),
      from,
      to: [nell],
      subject: `Free crews, week ending ${dayAndMonth(sampleInstant(now, `b${back} 05:00`, 'cph'), 0)}`,
      text: `${sunniva.company.name} (first signed up by ${sunniva.name}, ${sunniva.address}): ${people} people plan with the free version.\n\nThis mail was sent by a machine.`,
      headers: [['Auto-Submitted', 'auto-generated']],
      personal: false,
    })
  })
}

/** Recruiters and vendors: each asks, most ask again, nobody ever answered. */
export function pitchMails(now: Date): PlannedMail[] {
  const sellers = samplePeople.filter((one) => one.company.standing === 'seller')
  return sellers.flatMap((from, index) => {
    const random = seededRandom(`pitch ${from.address}`)
    const [subject, opening] = pitchOpenings[index % pitchOpenings.length] ?? ['', '']
    const voice = voiceOf(from)
    const bumps = random.shuffle(pitchBumps)
    const mails: PlannedMail[] = []
    let back = index % 4 === 0 ? random.between(2, 9) : random.between(25, 300)
    const count = random.between(1, 3)
    for (let i = 0; i < count && back > 0; i++) {
      const minute = String(random.between(0, 59)).padStart(2, '0')
      const at = sampleInstant(now, `b${back} ${random.pick(['09', '10', '11', '14'])}:${minute}`, from.zone)
      const said = fillDates(i === 0 ? opening : (bumps[i] ?? ''), at)
      mails.push(
        plannedMail({
          at,
          from,
          to: [nell],
          subject,
          text: `${voice.greeting || 'Hi Nell,'}\n\n${said}\n\n${voice.signOff}`,
          parent: mails.at(-1) ?? null,
        }),
      )
      back -= random.between(2, 5)
    }
    return mails
  })
}

function isAway(asked: PlannedMail, until: number, text: string): PlannedMail {
  const [from] = asked.to
  if (!from) throw new RangeError('nobody was asked')
  return plannedMail({
    at: new Date(asked.at.getTime() + 41_000),
    from,
    to: [nell],
    subject: `Automatic reply: ${asked.subject}`,
    text: text.replace('{until}', dayAndMonth(asked.at, until)),
    parent: asked,
    headers: [
      ['Auto-Submitted', 'auto-replied'],
      ['X-Auto-Response-Suppress', 'All'],
    ],
    personal: false,
  })
}

const awayTexts = [
  'I am out of the office and back on {until}. I read mail again from then on.',
  'Thank you for your mail. I am on leave until {until}; in urgent cases please ring the switchboard.',
  'Out of office: I return on {until}. Your mail is not forwarded.',
]

/** Auto-replies (RFC 3834): Hedda's of this week, and some older ones to what Nell asked. */
export function awayMails(sent: PlannedMail[], now: Date): PlannedMail[] {
  const random = seededRandom('away')
  const week = now.getTime() - 8 * 86_400_000
  const askedHedda = sent.find(
    (mail) => mail.to[0]?.key === 'hedda' && mail.subject === 'Thirty-one reagents',
  )
  const older = sent.filter(
    (mail) => mail.from === nell && !mail.parent && !mail.cc.length && mail.at.getTime() < week,
  )
  const some = random.shuffle(older).slice(0, 16)
  const hedda = askedHedda
    ? [
        isAway(
          askedHedda,
          8,
          'I am at a conference and then on leave. I am back in the laboratory on {until}. Gunvor Stahl can help you until then.\n\nHedda Kallmeyer',
        ),
      ]
    : []
  return [...hedda, ...some.map((mail) => isAway(mail, random.between(3, 9), random.pick(awayTexts)))]
}

/** Delivery reports (RFC 3464) for what Nell wrote to people who have left: Piet this week, some long ago. */
export function bounceMails(sent: PlannedMail[], now: Date): SampleMail[] {
  const piet = sent.filter((mail) => mail.to[0]?.key === 'piet' && mail.from === nell)
  const older = sent.filter(
    (mail) => mail.from === nell && !mail.parent && mail.to[0]?.layer === 0 && !piet.includes(mail),
  )
  const unheard = older.filter((mail) => !sent.some((other) => other.parent === mail)).slice(0, 4)
  return [...piet, ...unheard].map((mail) => {
    const to = mail.to[0]?.address ?? ''
    const domain = to.slice(to.indexOf('@') + 1)
    const at = new Date(mail.at.getTime() + 63_000)
    const seed = hashText(messageIdOf(mail)).toString(16)
    const age = now.getTime() - at.getTime()
    return {
      folder: age > 300 * 86_400_000 ? `Archive/${at.getUTCFullYear()}` : 'Inbox',
      raw: rawReport(
        [
          ['Return-Path', '<>'],
          ['Date', mailDate(at, 'cph')],
          ['From', 'Mail Delivery System <mailer-daemon@mx.loomwright.example>'],
          ['To', nell.address],
          ['Subject', 'Undelivered Mail Returned to Sender'],
          ['Message-ID', `<bounce.${seed}@mx.loomwright.example>`],
          ['In-Reply-To', `<${messageIdOf(mail)}>`],
          ['References', `<${messageIdOf(mail)}>`],
          ['Auto-Submitted', 'auto-replied'],
        ],
        seed,
        `This is the mail system at host mx.loomwright.example.\n\nYour message could not be delivered to one recipient.\n\n<${to}>: host mx.${domain} said: 550 5.1.1 <${to}>: Recipient address rejected: User unknown\n`,
        `Reporting-MTA: dns; mx.loomwright.example\nArrival-Date: ${mailDate(mail.at, 'cph')}\n\nFinal-Recipient: rfc822; ${to}\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.${domain}\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n`,
        `From: Nell Ashdown <${nell.address}>\nTo: ${to}\nSubject: ${mail.subject}\nMessage-ID: <${messageIdOf(mail)}>\nDate: ${mailDate(mail.at, 'cph')}\n`,
      ),
    }
  })
}
