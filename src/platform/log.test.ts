import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(plain: boolean, say: (log: ReturnType<typeof createLog>) => void): string {
  let all = ''
  const log = createLog({
    level: 'info',
    plain,
    write: (line) => {
      all += line
    },
  })
  say(log)
  return all
}

describe('the log', () => {
  test('is one JSON line for machines', () => {
    const line = logged(false, (log) => log.info({ mailbox: 'ada@example.org', stored: 3 }, 'mail imported'))
    expect(JSON.parse(line)).toMatchObject({ msg: 'mail imported', mailbox: 'ada@example.org', stored: 3 })
    expect(line.endsWith('}\n')).toBe(true)
  })

  test('is one plain line for people', () => {
    const line = logged(true, (log) => log.warn({ stored: 3 }, 'mail imported'))
    expect(line).toMatch(/^\d\d:\d\d:\d\d warning: mail imported \(stored 3\)\n$/)
  })

  test('never shows a secret, however deep it lies or whatever sentence it stands in', () => {
    for (const plain of [true, false]) {
      const all = logged(plain, (log) => {
        log.info({ password: 'hunter2' }, 'a')
        log.info({ mailbox: { imap: [{ smtpPassword: 'hunter2', user: 'ada' }] } }, 'b')
        log.info({ req: { headers: { authorization: 'Bearer hunter2', cookie: 'sid=hunter2' } } }, 'c')
        log.info({ apiKey: { key: 'hunter2' }, access_token: 'hunter2' }, 'd')
        log.error(new Error('cannot reach postgres://ada:hunter2@db.example.org/rapport'))
        log.error({ err: new Error('refused: Bearer hunter2hunter2') }, 'e')
        log.info('imap://ada:hunt@er2hunter2@mail.example.org')
        log.error(Object.assign(new Error('refused'), { request: { headers: 'hunter2' } }), 'g')
        log.child({ clientSecret: 'hunter2' }).info('f')
      })
      expect(all).not.toContain('hunter2')
      expect(all).toContain('db.example.org')
    }
  })

  test('says an error with its message', () => {
    const line = logged(true, (log) => log.error(new Error('no room on the disk'), 'the import stopped'))
    expect(line).toContain('error: the import stopped: no room on the disk')
  })
})
