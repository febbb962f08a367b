import type { Command } from '../command.ts'
import { performByName } from '../perform-by-name.ts'
import { readTime } from '../read-time.ts'

interface Status {
  line: string
  because: { about: string; text: string }[]
  subject: { name: string }
  others: { name: string }[]
}

/** How it stands with a person or a company: what the boss asks. */
export const status: Command = {
  options: { at: true },
  takes: [1, 12],
  async run({ words, flags, open, out }) {
    const opened = await open()
    const at = typeof flags.at === 'string' ? readTime(flags.at, opened.actor.timeZone) : undefined
    const answer = await performByName<Status>(opened, 'today.status', {
      q: words.join(' '),
      at,
    })
    out.answer(answer, () => inWords(answer))
    return 0
  },
}

function inWords({ line, because, subject, others }: Status): string[] {
  const names = others.map(({ name }) => name).slice(0, 5)
  return [
    line,
    ...because.map(({ about, text }) => `  ${about}: ${text}`),
    ...(names.length > 0 ? [`This is ${subject.name}. You may have meant ${names.join(', ')}.`] : []),
  ]
}
