import type { Command } from '../command.ts'
import { performByName } from '../perform-by-name.ts'
import { readImport } from '../read-import.ts'

/** The sample world: invented people and letters, there to be looked at and removable in one step. */
export const sample: Command = {
  async run(call) {
    const opened = await call.open()
    const begun = await performByName<{ importId: string }>(opened, 'conversations.openSample', {})
    const read = await readImport(call, opened, begun.importId)
    if (!read) return 1
    const { stored, people, companies, threads } = read
    call.out.answer({ importId: begun.importId, stored, people, companies, threads }, () => [
      `The sample world is here: ${stored} mails, ${people} people, ${companies} companies.`,
      'Its morning: rapport today. To remove it again: rapport call conversations.removeSample',
    ])
    return 0
  },
}
