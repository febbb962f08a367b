import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.ts'
import { operationDocument } from '../../src/platform/operation-document.ts'
import { commands } from '../../src/surfaces/cli/commands.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import { importsOf } from '../house-rules/source.ts'
import { addressOf, mainFile, type Ran, runRapport } from './run-rapport.ts'

describe('The command line, in words alone', () => {
  test('shows every command in its help, and loads none of them for it', async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [mainFile, '--help'])
    expect(stderr).toBe('')
    for (const name of Object.keys(commands)) expect(stdout).toContain(`  ${name}`)
    const late = importsOf({
      path: 'src/main.ts',
      text: readFileSync(mainFile, 'utf8').replace(/import\(/g, 'later('),
    })
    expect(late.filter(({ typeOnly }) => !typeOnly)).toEqual([])
  })

  test.each<[string[], RegExp]>([
    [['nonsense'], /^There is no command nonsense\. All commands: rapport --help\n$/],
    [['import'], /^Say what to do: rapport import mail\n$/],
    [['--json'], /^Say what to do\. All commands: rapport --help\n$/],
    [['today', '--colour', 'red'], /^Unknown option '--colour'\. How it goes: rapport today --help\n$/],
    [['today', '--limit'], /^Option '--limit <value>' argument missing\. How it goes/],
    [['today', '--limit', 'many'], /^--limit wants a number from 1 on, not many\.\n$/],
    [['status'], /^How it goes: rapport status NAME\|DOMAIN\|ADDRESS/],
    [['undo', '17'], /^An id looks like .*, not 17\.\n$/],
    [['import', 'mail', 'a.mbox'], /^Say whose mail it is: --me ADDRESS/],
    [['import', 'mail', 'a.mbox', '--me', 'me'], /^Say whose mail it is/],
    [['call', 'people.fly'], /^There is no operation people\.fly\. All of them: rapport operations\n$/],
    [['call', 'workspace.me', '{"a":'], /^The input is a JSON object/],
    [['call', 'workspace.me', '[1]'], /^The input is a JSON object/],
    [['token', 'create'], /^Say what the key is for/],
    [['token', 'create', '--name', 'x', '--role', 'king'], /^--role wants one of owner, /],
    [['start', '--port', 'often'], /^--port wants a number/],
  ])('refuses %j with status 2 and one line', async (words, line) => {
    const { status, out, err } = await runRapport(words)
    expect(err).toMatch(line)
    expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 })
  })

  test('lists the catalogue with the shapes of what goes in and comes out', async () => {
    const { status, out } = await runRapport(['operations', '--json'])
    expect(status).toBe(0)
    const listed = JSON.parse(out) as { name: string }[]
    const wanted = catalogue.map(operationDocument)
    expect(listed.map(({ name }) => name)).toEqual(
      wanted.map(({ name }) => name).sort((a, b) => a.localeCompare(b)),
    )
    expect(listed).toEqual(expect.arrayContaining(wanted.map((each) => JSON.parse(JSON.stringify(each)))))
  })

  test('says in one line that the database does not answer, without the password', async () => {
    const { status, out, err } = await runRapport(['call', 'workspace.me'], {
      env: { DATABASE_URL: 'postgres://me:hush-hush@127.0.0.1:1/none' },
    })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toBe(
      'The database that DATABASE_URL names does not answer. Start it, or unset DATABASE_URL to use the embedded one.\n',
    )
  })
})

describe('The command line on a database', { timeout: 60_000 }, () => {
  let database: FreshDatabase
  let folder = ''
  let box = ''
  const rapport = (words: string[], input?: string): Promise<Ran> =>
    runRapport(words, {
      env: { DATABASE_URL: addressOf(database.connection), RAPPORT_DATA: folder },
      input,
    })

  beforeAll(async () => {
    database = await freshDatabase('cli')
    folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'))
    box = join(folder, 'trial.mbox')
    writeFileSync(box, mails)
  })
  afterAll(async () => {
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('does an operation by its name as the owner, with its input in the words or on standard input', async () => {
    const me = await rapport(['call', 'workspace.me', '--json'])
    expect(JSON.parse(me.out)).toMatchObject({ member: { role: 'owner' } })
    expect(me).toMatchObject({ status: 0, err: '' })
    const renamed = await rapport(['call', 'workspace.rename', '-'], '{"name":"Oak & Ash"}')
    expect(renamed).toMatchObject({ status: 0, err: '' })
    const again = await rapport(['--json', '--workspace', 'oak & ash', 'call', 'workspace.me'])
    expect(JSON.parse(again.out)).toMatchObject({ workspace: { name: 'Oak & Ash' } })
    const undone = await rapport(['undo', JSON.parse(renamed.out).actionId, '--json'])
    expect(JSON.parse(undone.out)).toMatchObject({ undone: 1 })
  })

  test('says in one line why an operation refuses, and ends with status 1', async () => {
    const refused = await rapport(['call', 'workspace.history', '{"limit":0}', '--json'])
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toMatch(/^limit: .+\n$/)
    const nobody = await rapport(['undo', '019a81f0-3c4e-7b1a-9c55-2f0e6d1b7a42'])
    expect(nobody).toMatchObject({
      status: 1,
      out: '',
      err: 'There is no import and no action 019a81f0-3c4e-7b1a-9c55-2f0e6d1b7a42.\n',
    })
    const elsewhere = await rapport(['today', '--workspace', 'Elsewhere'])
    expect(elsewhere).toMatchObject({ status: 2, out: '' })
    expect(elsewhere.err).toMatch(/^There is no workspace Elsewhere\. There is: .+\n$/)
  })

  test('shows a new key once and says so beside it', async () => {
    const { status, out, err } = await rapport(['token', 'create', '--name', 'robot', '--role', 'viewer'])
    expect(status).toBe(0)
    expect(out).toMatch(/^rk_[\w-]{43}\n$/)
    expect(err).toMatch(/only time/)
  })

  test('reads mail once, accounts for every mail, shows the morning, and takes it all back', async () => {
    const words = ['import', 'mail', box, '--me', 'me@oak.example', '--json']
    const first = JSON.parse((await rapport(words)).out)
    expect(first).toMatchObject({ found: 4, stored: 4, duplicates: 0, skipped: {}, threads: 1 })
    expect(Object.keys(first)).toEqual([
      'found',
      'stored',
      'duplicates',
      'skipped',
      'people',
      'companies',
      'threads',
      'seconds',
    ])
    const second = JSON.parse((await rapport(words)).out)
    expect(second).toMatchObject({ found: 4, stored: 0, duplicates: 4 })

    const today = await rapport(['today', '--at', '2026-03-04', '--json'])
    const { at, items } = JSON.parse(today.out)
    expect(at).toBe('2026-03-04T09:00:00.000Z')
    expect(items[0]).toMatchObject({ rank: 1, kind: 'reply-owed', because: expect.any(String) })
    const plain = await rapport(['today', '--at', '2026-03-04'])
    expect(plain.out).toContain(items[0].person.name)

    const status = JSON.parse((await rapport(['status', items[0].person.address, '--json'])).out)
    expect(status.line).toEqual(expect.any(String))

    const said = await rapport(['import', 'mail', box, '--me', 'me@oak.example'])
    const [, id = ''] = /rapport undo (\S+)/.exec(said.out) ?? []
    expect(id).not.toBe('')
    const { imports } = await theImports()
    for (const { id: importId } of imports) expect((await rapport(['undo', importId])).status).toBe(0)
    expect(
      JSON.parse((await rapport(['today', '--at', '2026-03-04', '--json'])).out).items.filter(
        ({ kind }: { kind: string }) => kind === 'reply-owed',
      ),
    ).toEqual([])
  }, 60_000)

  async function theImports(): Promise<{ imports: { id: string }[] }> {
    const boxes = JSON.parse((await rapport(['call', 'conversations.mailboxes', '--json'])).out)
    return JSON.parse(
      (
        await rapport([
          'call',
          'conversations.mailbox',
          JSON.stringify({ mailboxId: boxes.items[0].id }),
          '--json',
        ])
      ).out,
    )
  }

  test('examines itself and finds nothing to mend but what this machine lacks', async () => {
    const { out } = await rapport(['doctor', '--json'])
    const { settings, findings } = JSON.parse(out) as {
      settings: { setting: string; value: string }[]
      findings: { what: string; ok: boolean }[]
    }
    expect(findings.filter(({ ok, what }) => !ok && what !== 'web app')).toEqual([])
    expect(settings.map(({ setting }) => setting)).toContain('database')
  })
})

/** A week with Ann, who asks at its end, as a file of mbox. */
const mails = [
  ['me', 'ann', '2026-02-23', 'It was good to meet you. Which day would suit you for the trial?'],
  ['ann', 'me', '2026-02-24', 'Thursday is fine for all of us.'],
  ['me', 'ann', '2026-02-26', 'Thank you for today. Did the trial run as you had hoped?'],
  ['ann', 'me', '2026-03-02', 'It did. Could you send me the order form by Friday?'],
]
  .map(([from, to, day, text], n) => {
    const addresses = { me: 'Me <me@oak.example>', ann: 'Ann Ash <ann@ash.example>' } as Record<
      string,
      string
    >
    const at = new Date(`${day}T10:00:00Z`).toUTCString().replace('GMT', '+0000')
    const before = n > 0 ? `In-Reply-To: <${n - 1}@x.example>\n` : ''
    return `From x@x.example Mon Mar  2 10:00:00 2026
From: ${addresses[from as string]}
To: ${addresses[to as string]}
Subject: ${n > 0 ? 'Re: ' : ''}The trial
Date: ${at}
Message-ID: <${n}@x.example>
${before}
${text}

`
  })
  .join('')
