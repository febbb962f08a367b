import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leftOut } from './missing-parts.ts'

let root: string
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-parts-'))
  root = join(folder, 'clone')
  mkdirSync(join(root, 'test/real'), { recursive: true })
  writeFileSync(join(root, 'test/plain.test.ts'), '')
  writeFileSync(join(root, 'test/real/mail.test.ts'), '')
  writeFileSync(join(root, 'test/box.test.ts'), 'import x\n// needs: data\n')
})
afterAll(() => rmSync(join(root, '..'), { recursive: true }))

test('a test file whose part the machine lacks is left out, and says what to do', () => {
  const found = leftOut(root, ['test/**/*.test.ts'])
  expect(found.map(({ file }) => file).sort()).toEqual(['test/box.test.ts', 'test/real/mail.test.ts'])
  expect(found[0]).toMatchObject({
    part: 'data',
    get: expect.stringContaining('../shared/data'),
    optional: true,
  })
})

test('a test file that needs something nobody knows is an error', () => {
  writeFileSync(join(root, 'test/odd.test.ts'), '// needs: unicorn\n')
  expect(() => leftOut(root, ['test/**/*.test.ts'])).toThrow('unicorn')
})
