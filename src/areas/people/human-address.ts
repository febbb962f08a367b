import { isListHost } from './list-hosts.ts'
import { OFFICE_WORDS, plainWord } from './name-words.ts'
import { readName } from './person-name.ts'

/** Who answers there: a person, a machine, a mailing list, or an office that several people share. */
export type AddressKind = 'person' | 'robot' | 'list' | 'role'

export interface AddressKindSaid {
  kind: AddressKind
  because: string
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Local parts without "._-": nobody reads what is sent there. */
const ROBOTS = words(
  `noreply donotreply noresponse dontreply mailerdaemon postmaster bounce bounces bounced notification notifications notify
   alert alerts automailer autoreply autoresponder autoresponse daemon root cron nobody system mailer maildaemon automated
   automatic auto robot bot unsubscribe confirmation confirmations receipts receipt invitations calendarnotification
   drivesharesnoreply jira github gitlab buildbot jenkins msonlineservicesteam`,
)
const LISTS = words(
  `newsletter newsletters news newsalert newsalerts digest announce announcement announcements broadcast mailings mailing
   mailinglist list lists listserv listserver majordomo sympa everyone allstaff allemployees allhands staff members
   subscribers promo promos promotion promotions offers offer specials deals exclusiveoffers marketingemail
   undisclosedrecipients undisclosedrecipient subscribe subscription subscriptions`,
)
const ROLES = words(
  `info information sales support help helpdesk contact contacts contactus office hello hi hallo team admin administrator
   administration webmaster hostmaster abuse billing accounts accounting accountspayable accountsreceivable invoice invoices
   orders order bestellung jobs job careers career hr humanresources recruiting recruitment recruiter press media pr
   marketing service services customerservice customercare customersupport kundenservice clientservices feedback privacy
   legal security reception frontdesk booking bookings reservations reservation editor editors redaktion enquiries
   enquiry inquiries inquiry kontakt mail post email inbox partners partner events event membership registration
   register webinar webinars training academy investors investorrelations ir procurement purchasing finance payroll it
   ithelp itsupport operations ops desk shop store returns shipping dispatch logistics buchhaltung vertrieb
   einkauf sekretariat direction comercial ventas informatique`,
)
const LIST_ENDINGS =
  /-(l|list|announce|announcements|users|devel|discuss|request|owner|bounces|admin|subscribe|unsubscribe|help-list|digest|members|all)$/
const LIST_HOST = /^(lists?|listserv|listman|mailman|groups|newsletters?|news|announce|egroups)\./
const ROBOT_HOST = /^(bounces?|noreply|no-reply|notifications?|notify|alerts?|reply|returns|mailer-daemon)\./

const said = (kind: AddressKind, because: string): AddressKindSaid => ({ kind, because })

/** A code that a machine made up: "bounce-123_html-456", "SRS0=x=y", long hexadecimal, a whole address inside. */
const isMachineMade = (local: string): boolean =>
  /^(prvs|srs[01]|btv1|msprvs\d?)=/i.test(local) ||
  /[0-9a-f]{16,}/i.test(local.replace(/-/g, '')) ||
  /=[^=]+\.[a-z]{2,}$/i.test(local) ||
  /\d{9,}/.test(local)

/** What the display name says of itself, where it says anything: "Outage Report", "Customer Service". */
function kindOfName(name: string): AddressKindSaid | null {
  const read = readName(name)
  if (!read.full || read.quality > 0) return null
  const all = read.full.split(/[\s,]+/).map(plainWord)
  const has = (set: ReadonlySet<string>): string | undefined => all.find((w) => set.has(w))
  const robot = has(words('daemon noreply automated autoreply notification notifications alert alerts'))
  if (robot) return said('robot', `the name "${read.full}" is a machine's`)
  const list = has(
    words('newsletter announcement announcements digest list lists mailing mailings everyone undisclosed'),
  )
  if (list) return said('list', `the name "${read.full}" is a list's`)
  return has(OFFICE_WORDS) ? said('role', `the name "${read.full}" is an office's`) : null
}

/**
 * Who answers at an address (lower case), by its local part, host and display name, in that order. A shared box stays a
 * role whoever signs there, because the next answer may be somebody else's.
 */
export function addressKind(address: string, name = ''): AddressKindSaid {
  const at = address.lastIndexOf('@')
  const local = (at < 0 ? address : address.slice(0, at)).toLowerCase()
  const host = at < 0 ? '' : address.slice(at + 1).toLowerCase()
  const bare = local.replace(/\+.*$/, '').replace(/[._-]/g, '')
  const first = local.split(/[._+-]/)[0] ?? ''
  if (!local) return said('list', 'there is no address')
  if (/^(no|do-?not|dont)[._-]?(reply|respond|response)/.test(local) || /no-?reply$/.test(local)) {
    return said('robot', `${local}@ says that nobody reads it`)
  }
  // what is left of an address that was written as +40HOST ("...+40ENRON@ENRON"): many people's
  if (local === `40${host.split('.')[0]}`)
    return said('robot', `${local}@ is what is left of other addresses`)
  if (ROBOTS.has(bare)) return said('robot', `${local}@ is a machine's address`)
  if (isMachineMade(local)) return said('robot', 'the address holds a code that a machine made')
  if (/^(bounces?|reply|unsub|unsubscribe|notifications?|alerts?)[-+_.]/.test(local)) {
    return said('robot', `${first}- addresses are made by machines`)
  }
  if (ROBOT_HOST.test(host)) return said('robot', `${host} sends by machine`)
  if (LISTS.has(bare)) return said('list', `${local}@ is a list`)
  if (/(^|[._-])dl-/.test(local)) return said('list', `${local}@ is named as distribution lists are`)
  if (isListHost(host) || LIST_HOST.test(host)) return said('list', `${host} carries mailing lists`)
  if (LIST_ENDINGS.test(local) || /^(owner|dl|all|majordomo)-/.test(local))
    return said('list', `${local}@ is named as lists are`)
  if (ROLES.has(bare)) return said('role', `${local}@ is a shared box`)
  const pieces = local.replace(/\+.*$/, '').split(/[._-]/).filter(Boolean)
  if (
    pieces.length > 1 &&
    pieces.every((p) => ROLES.has(p) || LISTS.has(p) || ROBOTS.has(p) || OFFICE_WORDS.has(p))
  ) {
    return said('role', `${local}@ is a shared box`)
  }
  return kindOfName(name) ?? said('person', 'nothing says that it is a machine, a list or a shared box')
}
