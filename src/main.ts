import type { Parts } from './surfaces/cli/command.ts'

/** The composition root of every process: hands the commands the parts of the house, each loaded when it is wanted. */
const parts: Parts = {
  warm: () => Promise.all([import('./wiring.ts'), import('./surfaces/http/serve-http.ts')]),
  operations: async () => (await import('./catalogue.ts')).catalogue,
  wire: async (house) => (await import('./wiring.ts')).wire(house),
  serveHttp: async (house, config, say) =>
    (await import('./surfaces/http/serve-http.ts')).serveHttp(house, config, say),
  serveMcp: async (session) => (await import('./surfaces/mcp/serve-mcp.ts')).serveMcp(session),
}

const argv = process.argv.slice(2)
if (argv.length === 0 || argv[0] === 'help' || argv[0] === '--help' || argv[0] === '-h') {
  const { helpText } = await import('./surfaces/cli/help.ts')
  process.stdout.write(helpText(argv.slice(1).join(' ')))
} else {
  const [{ runCommand }, { aroundProcess }] = await Promise.all([
    import('./surfaces/cli/run-command.ts'),
    import('./surfaces/cli/around-process.ts'),
  ])
  await runCommand(argv, parts, aroundProcess)
}
