import { defineConfig } from 'vitest/config'

const tests = ['src', 'test', 'web', 'bin', 'bench'].map((folder) => `${folder}/**/*.test.{ts,tsx}`)
const long = ['**/*.long.test.{ts,tsx}']

// `npm run test:long` sets this; a file named on the command line of Vitest itself wants it too.
const onlyLong = process.env.RAPPORT_TEST_LONG === '1'

export default defineConfig({
  test: {
    include: onlyLong ? long : tests,
    exclude: ['**/node_modules/**', 'web/dist/**', ...(onlyLong ? [] : long)],
    globalSetup: ['test/postgres-for-tests.ts'],
    maxWorkers: 2,
    testTimeout: onlyLong ? 300_000 : 20_000,
    hookTimeout: onlyLong ? 300_000 : 60_000,
    // A run is judged by its exit status and its last line, so a test that hangs on to something must not hold it.
    teardownTimeout: 10_000,
  },
})
