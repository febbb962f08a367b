import { actorOfKey } from '../../../platform/auth/actor-of-key.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Command } from '../command.ts'

/** MCP over standard input and output: with a key all that the key's member may, else questions only. */
export const mcp: Command = {
  options: { token: true },
  async run({ flags, open, parts }) {
    const { house, actor } = await open()
    const { token } = flags
    if (typeof token !== 'string') {
      await parts.serveMcp({ house, who: async () => ({ ...actor, via: 'mcp' }), mayAct: false })
      return 0
    }
    const who = () => actorOfKey(house, token, 'mcp')
    if (!(await who()))
      throw new Refusal('not-allowed', 'This key is none of ours, or it has ended.', {
        help: 'Make one with: rapport token create --name NAME',
      })
    await parts.serveMcp({ house, who, mayAct: true })
    return 0
  },
}
