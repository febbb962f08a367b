const GREETING =
  /^\s*(?:hi|hello|hey|hej|hallo|dear|good (?:morning|afternoon|evening|day)|greetings|morning|guten (?:tag|morgen)|liebe[r]?|sehr geehrte[r]?|lieber|bonjour|salut|ch[eè]re?s?|hola|estimad[oa]s?|querid[oa]s?|buenos d[ií]as|ol[aá]|prezad[oa]|car[oa]|ciao|gentile|beste|geachte|hei|kära|kjære|kære|szanown[yai]+|witam|уважаем\S+|привет|здравствуйте|to|thanks|ok)[\s,!:-]+/iu
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|madam|herr|frau|hr|fr|monsieur|madame|mme|mlle|m|señora?|sr|sra|signor[ae]?|there|all|everyone|everybody|team|guys|folks|gentlemen|ladies|friends?|colleagues?|again|sirs|both|and|und|et|y|e|och|og|en|you|group|world)$/iu
const NAME = /^\p{Lu}[\p{L}'’-]+$/u

/**
 * The people whom a text greets in its first line, lower case, a word each: "Hi Ilse -" gives ["ilse"],
 * "Dear Mr Quillan" ["quillan"], "Jane/Bob:" ["jane", "bob"]. Empty where it greets nobody by name.
 */
export function addressedNames(newText: string): string[] {
  const first = newText.trimStart().split('\n', 1)[0] ?? ''
  const greeting = GREETING.exec(first)
  const rest = greeting ? first.slice(greeting[0].length) : first
  // A greeting ends with its line or with , : ; - ! and, unless it began with "Hi", has to end with one of these.
  const stop = /\s*(?:[:;!]|\s[-–—]+|[-–—]{1,2}\s|,\s*$|\.\s|\.\s*$|$)/u.exec(rest)
  const head = rest.slice(0, stop?.index ?? rest.length)
  const names = namesIn(head)
  if (names !== null) {
    const ended = /^[\s]*[:;!,–—-]/u.test(rest.slice(stop?.index ?? 0)) || greeting !== null
    const alone = rest.trim().length === head.trim().length && /\n/.test(newText) && names.length <= 2
    if (ended || alone) return names
  }
  // "Phillip, can you ...": one to three names before a comma, then the sentence.
  const comma = rest.indexOf(',')
  if (comma <= 0) return []
  const before = namesIn(rest.slice(0, comma))
  if (before === null) return []
  const next = /^,\s*(\p{Lu}[\p{L}'’-]+)\s*(?:,|$|and\b|&)/u.exec(rest.slice(comma))?.[1]
  return next && !TITLE.test(next) && greeting ? [...before, next.toLowerCase()] : before
}

/** The names in a list such as "Jane/Bob", "Jane & Bob", "Mr Quillan"; null where other words stand in it. */
function namesIn(head: string): string[] | null {
  const words = head.split(/[\s,/&+]+/).filter((word) => word !== '')
  if (words.length === 0 || words.length > 6) return null
  const names: string[] = []
  for (const word of words) {
    const bare = word.replace(/\.$/, '')
    if (TITLE.test(bare)) continue
    if (!NAME.test(bare) || STOP_WORDS.has(bare.toLowerCase())) return null
    names.push(bare.toLowerCase())
  }
  return names.length > 0 ? names : null
}

const STOP_WORDS = new Set(
  'yes no ok okay thanks thank sorry please also however attached here this that these those the there then if when as per great good sounds fyi re today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday i we you they he she it my our your congratulations happy welcome sure done unfortunately actually well just again first finally next note update subject from sent for in on at by with after before since while so but and or not what who where why how can could would will do did is are was were has have had let call see send agreed absolutely perfect nice cool january february march april may june july august september october november december'.split(
    ' ',
  ),
)
