import type { Me, ThreadMail } from './thread-state.ts'

/** An ask in a mail to more people than this is nobody's in particular, unless it names me. */
export const MANY = 10

/**
 * Whether a mail is addressed to me alone, so that what it asks is asked of me: I am its only To (whoever is in Cc),
 * or its salutation names me among several. Named others only, or in a crowd of more than ten unnamed: not me.
 */
export function asksMe(mail: Pick<ThreadMail, 'to' | 'cc' | 'namesAddressed'>, me: Me): boolean {
  const self = me.self ?? me.addresses
  const to = [...new Set(mail.to)]
  const everyone = new Set([...mail.to, ...mail.cc])
  const reached = self.some((address) => everyone.has(address))
  const named = mail.namesAddressed.some((name) => me.names.some((mine) => isNameOf(name, mine)))
  // Mails that reach me by Bcc or an alias show me nowhere: then only my name tells.
  if (named && (reached || everyone.size === 0)) return true
  if (!self.some((address) => to.includes(address))) return false
  if (everyone.size > MANY) return false
  return to.every((address) => self.includes(address))
}

/** "phil" for "phillip", "phillip" for "phil": the same, or one begins with three letters or more of the other. */
function isNameOf(called: string, mine: string): boolean {
  if (called === mine) return true
  const size = Math.min(called.length, mine.length)
  return size >= 3 && (mine.startsWith(called) || called.startsWith(mine))
}
