import { resolve } from 'node:path'
import { type Command, WrongWords } from '../command.ts'
import { duration } from '../duration.ts'
import { performByName } from '../perform-by-name.ts'
import { type Import, readImport } from '../read-import.ts'

/** Reads mail files of this machine into a mailbox: goes on where an interrupted reading of the same files stopped. */
export const importMail: Command = {
  options: { me: true, name: true },
  takes: [1, 1000],
  async run(call) {
    const { words, flags, open, out } = call
    const me = String(flags.me ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean)
    if (me.length === 0 || me.some((address) => !/^[^\s@]+@[^\s@]+$/.test(address)))
      throw new WrongWords('Say whose mail it is: --me ADDRESS, or several with commas between.')
    const opened = await open()
    const { importId } = await performByName<{ importId: string }>(opened, 'conversations.importPaths', {
      paths: words.map((path) => resolve(path)),
      me,
      ...(typeof flags.name === 'string' ? { mailboxName: flags.name } : {}),
    })
    const import_ = await readImport(call, opened, importId)
    if (!import_) return 1
    out.answer(documentOf(import_), () => inWords(import_, importId))
    return 0
  },
}

/** The document that scripts rely on: found = stored + duplicates + all skipped. */
const documentOf = ({
  found,
  stored,
  duplicates,
  skipped,
  people,
  companies,
  threads,
  seconds = 0,
}: Import) => ({
  found,
  stored,
  duplicates,
  skipped,
  people,
  companies,
  threads,
  seconds: Math.round(seconds * 10) / 10,
})

function inWords(import_: Import, importId: string): string[] {
  const { found, stored, duplicates, skipped, people, companies, threads, seconds = 0 } = documentOf(import_)
  const left = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`)
  return [
    `${found} mails found in ${duration(seconds)}: ${[`${stored} stored`, `${duplicates} here already`, ...left].join(', ')}.`,
    `${threads} threads, ${people} people, ${companies} companies.`,
    `What to do with them: rapport today. To take it all back: rapport undo ${importId}`,
  ]
}
