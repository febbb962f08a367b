/** Words in a shingle: five in a row hardly ever recur by chance between strangers. */
const SHINGLE = 5
const WORD = /[\p{L}\p{N}]+/gu

/** Lines that lists and mail systems add to everybody's text: they prove nothing. */
const BOILERPLATE =
  /mailing list|listinfo|mailman|unsubscri|subscription|^\W*_{5,}|\[\[|^\W*(?:sent from my|get outlook)|confidential|intended (?:only|solely)|intended recipient|privileged|disclaimer|virus|this (?:e-?mail|message)|sf\.net|sourceforge|yahoo!|https?:\/\/|\b(?:wrote|writes|schrieb|écrit):|original message|forwarded by/i

/**
 * Fingerprints of a text: hashes of all runs of five words, of which the smallest `most` are kept (a bottom-k
 * sketch, Broder 1997). Two copies of a text keep the same ones however their lines were wrapped, marked or cut at
 * other places, which hashes of whole lines would not survive. Ten characters each, sorted; empty for under five words.
 */
export function fingerprintsOf(text: string, most: number): string[] {
  const words: number[] = []
  const bounded = text.length > 20_000 ? text.slice(0, 20_000) : text
  for (const line of bounded.split('\n')) {
    if (BOILERPLATE.test(line)) continue
    for (const match of line.matchAll(WORD)) words.push(hashWord(match[0].toLowerCase()))
  }
  const smallest: number[] = []
  for (let i = 0; i + SHINGLE <= words.length; i += 1) {
    let a = 0x811c9dc5
    let b = 0x9747b28c
    for (let k = 0; k < SHINGLE; k += 1) {
      const word = words[i + k] ?? 0
      a = Math.imul(a ^ word, 0x01000193)
      b = Math.imul(b ^ (word >>> 3) ^ (a >>> 7), 0x5bd1e995)
    }
    insertSmallest(smallest, (mixed(a) & 0x1fffff) * 0x100000000 + mixed(b), most)
  }
  return smallest.map((hash) => hash.toString(36))
}

function insertSmallest(smallest: number[], hash: number, most: number): void {
  const last = smallest.at(-1)
  if (smallest.length >= most && last !== undefined && hash >= last) return
  let at = smallest.length
  while (at > 0 && (smallest[at - 1] ?? 0) > hash) at -= 1
  if (smallest[at - 1] === hash) return
  smallest.splice(at, 0, hash)
  if (smallest.length > most) smallest.pop()
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3, so that the smallest hashes are an even sample. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
