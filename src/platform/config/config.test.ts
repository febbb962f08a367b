import { describe, expect, test } from 'vitest'
import { ConfigError, describeConfig, readConfig } from './config.ts'

const bare = { argv: [], env: {}, cwd: '/home/ada', interactive: true }

describe('the configuration', () => {
  test('has a default for everything', () => {
    expect(readConfig(bare).config).toMatchObject({
      dataFolder: '/home/ada/data',
      databaseUrl: null,
      port: 4280,
      host: '127.0.0.1',
      logLevel: 'info',
      openBrowser: true,
      publicUrl: null,
    })
  })

  test('takes the words of the call before the environment, and leaves the other words in their order', () => {
    const { config, words } = readConfig({
      ...bare,
      argv: ['import', '--data', 'there', 'mail', '--port=5000', 'a.mbox', '--me', 'ada@example.org'],
      env: { RAPPORT_DATA: '/elsewhere', PORT: '1', RAPPORT_URL: 'https://rapport.example.org/' },
    })
    expect(config).toMatchObject({
      dataFolder: '/home/ada/there',
      port: 5000,
      publicUrl: 'https://rapport.example.org',
    })
    expect(config.sources).toMatchObject({
      dataFolder: 'command line',
      publicUrl: 'environment',
      host: 'default',
    })
    expect(words).toEqual(['import', 'mail', 'a.mbox', '--me', 'ada@example.org'])
  })

  test('leaves everything after -- alone', () => {
    const { config, words } = readConfig({ ...bare, argv: ['check', '--', '--data', 'x'] })
    expect(words).toEqual(['check', '--', '--data', 'x'])
    expect(config.dataFolder).toBe('/home/ada/data')
  })

  test('opens no browser when told so, without a terminal, or in CI', () => {
    expect(readConfig({ ...bare, argv: ['--no-open'] }).config.openBrowser).toBe(false)
    expect(readConfig({ ...bare, interactive: false }).config.openBrowser).toBe(false)
    expect(readConfig({ ...bare, env: { CI: 'true' } }).config.openBrowser).toBe(false)
  })

  test.each([
    { argv: ['--port', '99999'], env: {}, status: 2, says: '--port wants a number from 0 to 65535.' },
    { argv: ['--port', '0x10'], env: {}, status: 2, says: '--port' },
    { argv: ['--data'], env: {}, status: 2, says: '--data wants a folder.' },
    { argv: ['--data='], env: {}, status: 2, says: '--data wants a folder.' },
    { argv: ['--host', 'a b'], env: {}, status: 2, says: '--host' },
    { argv: [], env: { PORT: 'eighty' }, status: 1, says: 'PORT wants a number' },
    { argv: [], env: { DATABASE_URL: 'mysql://ada:hunter2@db' }, status: 1, says: 'DATABASE_URL wants' },
    { argv: [], env: { RAPPORT_URL: 'javascript:alert(1)' }, status: 1, says: 'RAPPORT_URL wants' },
    { argv: [], env: { RAPPORT_LOG: 'loud' }, status: 1, says: 'one of debug, info' },
  ])('refuses $argv $env in one line that says what will do', ({ argv, env, status, says }) => {
    let refused: unknown
    try {
      readConfig({ ...bare, argv, env: env as Record<string, string> })
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(ConfigError)
    expect(refused).toMatchObject({ exitStatus: status, message: expect.stringContaining(says) })
    expect(String(refused)).not.toContain('hunter2')
  })

  test('is described without secrets', () => {
    for (const url of [
      'postgres://ada:hunter2@db.example.org:5432/rapport?sslmode=require',
      'postgres://ada:hunt@er2hunter2@db.example.org/rapport',
      'postgresql://db.example.org/rapport?user=ada&password=hunter2&sslkey=hunter2',
    ]) {
      const { config } = readConfig({ ...bare, env: { DATABASE_URL: url } })
      const shown = JSON.stringify(describeConfig(config))
      expect(shown).not.toContain('hunter2')
      expect(shown).toContain('db.example.org')
    }
  })
})
