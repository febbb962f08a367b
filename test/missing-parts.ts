import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Parts of a machine that some tests need, with what to do where one is missing. */
const parts: Record<string, { here: (root: string) => boolean; get: string; optional?: true }> = {
  chromium: { here: () => onPath('chromium'), get: 'install chromium' },
  dovecot: { here: () => existsSync('/usr/sbin/dovecot'), get: 'install dovecot-imapd' },
  'postgresql-15': {
    here: () => existsSync('/usr/lib/postgresql/15/bin/postgres'),
    get: 'install postgresql-15',
  },
  // Who runs the tests, and on which kernel, is not a part that could be installed.
  root: { here: () => process.getuid?.() === 0, get: 'run as root', optional: true },
  'user namespaces': {
    here: () => spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' }).status === 0,
    get: 'run where the kernel allows them',
    optional: true,
  },
  // Mailboxes and corpora of others, which the repository doesn't hold: no clone can be blamed for their lack.
  data: {
    here: (root) => existsSync(join(root, '../shared/data')),
    get: 'put the sets beside the repository, in ../shared/data',
    optional: true,
  },
}

export type LeftOut = { file: string; part: string; get: string; optional: boolean }

/**
 * Test files that this machine can't run. A file says what it needs in a comment line of its own
 * (`// needs: chromium, dovecot`); all of test/real needs the data beside the repository.
 */
export function leftOut(root: string, patterns: string[]): LeftOut[] {
  return globSync(patterns, { cwd: root, exclude: ['node_modules'] }).flatMap((file) => {
    const part = needsOf(root, file).find((need) => !parts[need]?.here(root))
    const known = part === undefined ? undefined : parts[part]
    if (part !== undefined && !known)
      throw new Error(`${file} needs ${part}, which test/missing-parts.ts doesn't know.`)
    return part && known ? [{ file, part, get: known.get, optional: known.optional === true }] : []
  })
}

function needsOf(root: string, file: string): string[] {
  const said = /^\/\/ needs: (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1] ?? ''
  const needs = said.split(',').map((need) => need.trim())
  return [...needs, file.startsWith('test/real/') ? 'data' : ''].filter(Boolean)
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}
