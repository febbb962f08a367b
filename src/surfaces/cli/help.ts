import { commands } from './commands.ts'

/** The help: of one command, or of all. */
export function helpText(name?: string): string {
  const entry = name === undefined ? undefined : commands[name]
  if (entry) return `rapport ${name} ${entry.usage}`.trimEnd().concat(`\n\n  ${entry.about}\n\n${everywhere}`)
  const lines = Object.entries(commands).map(([command, { usage, about }]) => {
    const call = `${command} ${usage}`.trimEnd()
    return call.length <= 30 ? `  ${call.padEnd(31)} ${about}` : `  ${call}\n${' '.repeat(34)}${about}`
  })
  return `Rapport, the sales system for those who win by being worth replying to.

${lines.join('\n')}

${everywhere}`
}

const everywhere = `With every command:
  --data DIR       the data folder (./data, or RAPPORT_DATA); DATABASE_URL takes a PostgreSQL of your own
  --workspace NAME where there are several
  --json           one JSON document on standard output, all else on standard error
Exit status: 0 done, 1 it could not be done, 2 the call's words are wrong.
`
