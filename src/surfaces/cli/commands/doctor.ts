import { describeConfig } from '../../../platform/config/config.ts'
import { columns } from '../columns.ts'
import type { Command } from '../command.ts'
import { checkDatabase } from '../doctor/check-database.ts'
import { checkMachine } from '../doctor/check-machine.ts'
import { checkMailboxes } from '../doctor/check-mailboxes.ts'
import type { Finding } from '../doctor/finding.ts'

/** Settings without secrets, the health of each part, and what to mend. Status 1 where something is to be mended. */
export const doctor: Command = {
  async run({ config, open, out }) {
    const settings = describeConfig(config)
    const findings: Finding[] = checkMachine(config)
    try {
      const opened = await open()
      findings.push(...(await checkDatabase(opened.house)), ...(await checkMailboxes(opened)))
    } catch (error) {
      findings.push({ what: 'database', ok: false, says: (error as Error).message, mend: helpOf(error) })
    }
    const ok = findings.every((finding) => finding.ok)
    out.answer({ ok, settings, findings }, () => [
      'Settings',
      ...indented(columns(settings.map(({ setting, value, from }) => [setting, from, value]))),
      '',
      'Health',
      ...indented(columns(findings.map(({ what, ok, says }) => [ok ? 'good' : 'mend', what, says]))),
      '',
      ...(ok ? ['All is well.'] : ['To mend', ...indented(toMend(findings))]),
    ])
    return ok ? 0 : 1
  },
}

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`)
const toMend = (findings: readonly Finding[]) =>
  findings.filter(({ ok }) => !ok).map(({ what, mend }) => `${what}: ${mend ?? 'see above'}`)

const helpOf = (error: unknown): string =>
  (error as { help?: string }).help ?? 'Start it, or look into postgres.log in the data folder.'
