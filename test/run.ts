import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVitest, type TestModule, type Vitest } from 'vitest/node'
import { leftOut } from './missing-parts.ts'

/**
 * Runs the tests: all but the long ones, or with --long only those; --database only those that use the database
 * (CI runs them again on an older PostgreSQL). Other words name files. Says at its end what this machine could not
 * run, and closes with the line "N passed, N failed".
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const long = words.includes('--long')
const onlyDatabase = words.includes('--database')
if (long) process.env.RAPPORT_TEST_LONG = '1'
const folders = '{src,test,web,bin,bench}'
const every = [`${folders}/**/*.test.{ts,tsx}`]

const named = words.filter((word) => !word.startsWith('--'))
const missing = leftOut(root, every).filter(
  ({ file }) =>
    file.includes('.long.test.') === long && (!named.length || named.some((name) => file.includes(name))),
)
const exclude = missing.map(({ file }) => file)
if (onlyDatabase) exclude.push(...filesWithoutDatabase())
const vitest = await startVitest('test', named, {
  root,
  watch: false,
  passWithNoTests: true,
  ...(exclude.length ? { cliExclude: exclude } : {}),
})
const { passed, failed } = count(vitest)
await vitest.close()

const inCi = process.env.CI === 'true'
const lacks = inCi ? missing.filter(({ optional }) => !optional).length : 0
if (missing.length) console.log('\nLeft out, because this machine lacks a part:')
for (const { part, get } of new Map(missing.map((each) => [each.part, each])).values()) {
  const files = missing.filter((each) => each.part === part).map(({ file }) => file)
  console.log(`  ${part} (${get}): ${files.join(', ')}`)
}
if (lacks) console.log(`CI=true: a part that is missing counts as a failure (${lacks}).`)
console.log(`\n${passed} passed, ${failed + lacks} failed`)
process.exit(failed + lacks > 0 ? 1 : 0)

/** Also those that drive a browser: to it, one PostgreSQL is like another. */
function filesWithoutDatabase(): string[] {
  return globSync(every, { cwd: root, exclude: ['node_modules'] }).filter(
    (file) =>
      file.startsWith('test/journeys/') ||
      !/\b(freshDatabase|testHouse|sampleHouse|importHouse)\b/.test(readFileSync(join(root, file), 'utf8')),
  )
}

/** A file that can't be loaded and an error outside any test count as one failure each. */
function count(run: Vitest): { passed: number; failed: number } {
  const modules: TestModule[] = run.state.getTestModules()
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  )
  const broken = modules.filter(
    (module) => !module.ok() && ![...module.children.allTests('failed')].length,
  ).length
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed:
      states.filter((state) => state === 'failed').length + broken + run.state.getUnhandledErrors().length,
  }
}
