import { roles } from '../../../platform/actor.ts'
import { type Command, WrongWords } from '../command.ts'
import { performByName } from '../perform-by-name.ts'

/** An API key for a program, shown this once. */
export const createToken: Command = {
  options: { name: true, role: true },
  async run({ flags, open, out }) {
    if (typeof flags.name !== 'string' || !flags.name.trim())
      throw new WrongWords('Say what the key is for: rapport token create --name NAME')
    const role = flags.role ?? 'owner'
    if (!roles.some((each) => each === role)) throw new WrongWords(`--role wants one of ${roles.join(', ')}.`)
    const opened = await open()
    const answer = await performByName<{ id: string; key: string }>(opened, 'workspace.createToken', {
      name: flags.name,
      role,
    })
    out.answer({ ...answer, name: flags.name, role }, () => [answer.key])
    if (!out.json) out.say('This is the only time that it is shown: keep it where secrets are kept.')
    return 0
  },
}
