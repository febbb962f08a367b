import { bestName, type NameSeen } from './best-name.ts'
import type { PersonName } from './person-name.ts'

/**
 * The name of a person with one or several addresses, out of all names that mails carried beside any of them: the best
 * reading over the addresses (person-name.ts, quality), the first address in the alphabet where two are as good.
 */
export function nameOfPerson(
  addresses: readonly { address: string; names: readonly NameSeen[] }[],
): PersonName {
  const all = addresses.flatMap((each) => each.names)
  const read = [...addresses]
    .sort((a, b) => (a.address < b.address ? -1 : 1))
    .map((each) => bestName(all, each.address))
  const best = read.reduce<PersonName | null>(
    (most, name) => (most === null || name.quality > most.quality ? name : most),
    null,
  )
  return best ?? bestName([], '')
}
