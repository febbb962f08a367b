import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { secretKey } from './secret-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'rapport-secret-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('The key that signs sessions', () => {
  test('is made on the first start, kept for the next, and read by nobody else', () => {
    const home = join(folder, 'new')
    const key = secretKey(home)
    expect(key.length).toBeGreaterThanOrEqual(64)
    expect(secretKey(home)).toBe(key)
    expect(statSync(join(home, 'secret.key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(home, 'secret.key'), 'utf8').trim()).toBe(key)
  })

  test('is the given one where several machines share a database', () => {
    expect(secretKey(join(folder, 'none'), `${'x'.repeat(40)}\n`)).toBe('x'.repeat(40))
    expect(() => statSync(join(folder, 'none'))).toThrow()
  })

  test('is refused when it is too short, with a way to a better one', () => {
    expect(() => secretKey(folder, 'short')).toThrow('RAPPORT_SECRET is too short')
    writeFileSync(join(folder, 'secret.key'), 'short')
    expect(() => secretKey(folder)).toThrow('too short')
  })
})
