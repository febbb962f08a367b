import { fitted } from './item-shape.ts'
import { counted } from './number-words.ts'

/** A piece that a workspace lacks before Today can do its work. */
export interface KitItem {
  piece: 'mailbox' | 'own-addresses' | 'people' | 'relations'
  /** What to do, for the line itself. */
  name: string
  because: string
}

export interface KitState {
  /** Mailboxes and imported mail files. */
  mailboxes: number
  mails: number
  people: number
  /** Addresses in the mail that look like the member's own and wait for a yes. */
  proposedOwnAddresses: number
  confirmedOwnAddresses: number
  /** Relations that nobody has chosen and no rule has found. */
  unsortedPeople: number
  /** Their domains; 0 where some of them write from free mail, which is nobody's domain. */
  unsortedDomains: number
}

/** The missing pieces, the next one first: each makes the following ones possible, so without mail only mail is asked for. */
export function kitItems(state: KitState): KitItem[] {
  if (state.mailboxes === 0) {
    return [
      {
        piece: 'mailbox',
        name: 'Bring your mail',
        because: 'no mailbox is connected and no mail file was brought yet',
      },
    ]
  }
  const items: KitItem[] = []
  if (state.mails > 0 && state.confirmedOwnAddresses === 0) {
    const found = counted(state.proposedOwnAddresses, 'address looks', 'addresses look')
    const because = `${found} like yours; who asked whom depends on it`
    items.push({ piece: 'own-addresses', name: 'Say which addresses are yours', because })
  }
  if (state.people === 0) {
    const because =
      state.mails === 0 ? 'the mailbox has no mail yet' : 'nobody in the mail writes as a person to you'
    items.push({ piece: 'people', name: 'Bring the people you know', because })
  }
  if (state.unsortedPeople > 0) {
    const people = counted(state.unsortedPeople, 'person', 'people')
    const at = state.unsortedDomains > 0 ? ` at ${counted(state.unsortedDomains, 'domain', 'domains')}` : ''
    const stay = state.unsortedPeople === 1 ? 'stays' : 'stay'
    const because = `${people}${at} ${stay} off this page until you say who they are`
    items.push({ piece: 'relations', name: 'Say whose mail counts', because: fitted(because) })
  }
  return items
}
