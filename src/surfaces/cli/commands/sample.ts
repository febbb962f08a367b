import type { Command } from '../command.ts'
import { performByName } from '../perform-by-name.ts'

/** The sample world: invented people and letters, there to be looked at and removable in one step. */
export const sample: Command = {
  async run({ open, out }) {
    const opened = await open()
    const answer = await performByName<{ importId?: string }>(opened, 'conversations.openSample', {})
    out.answer(answer, () => [
      'The sample world is here: rapport today shows its morning.',
      'To remove it again: rapport call conversations.removeSample',
    ])
    return 0
  },
}
