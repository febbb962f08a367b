import type { Command } from '../command.ts'
import { performByName } from '../perform-by-name.ts'
import { readTime } from '../read-time.ts'

/** How it stands with a person or a company: what the boss asks. */
export const status: Command = {
  options: { at: true },
  takes: [1, 12],
  async run({ words, flags, open, out }) {
    const opened = await open()
    const at = typeof flags.at === 'string' ? readTime(flags.at, opened.actor.timeZone) : undefined
    const answer = await performByName<{ line: string; because?: string[] }>(opened, 'today.status', {
      q: words.join(' '),
      at,
    })
    out.answer(answer, () => [answer.line, ...(answer.because ?? []).map((line) => `  ${line}`)])
    return 0
  },
}
