// needs: chromium
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testHouse } from '../house.ts'
import { OWNER, owner } from './come-in.ts'
import { openRapport, PATIENCE, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

let rapport: Rapport
let visitor: Visitor
let page: Page
let key: { session: CDPSession; authenticatorId: string }

beforeAll(async () => {
  rapport = await openRapport(await testHouse({ name: 'passkey' }))
  visitor = await owner(rapport)
  page = visitor.page
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  key = { session, authenticatorId }
}, 4 * PATIENCE)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [visitor])

const credentials = async () =>
  (await key.session.send('WebAuthn.getCredentials', { authenticatorId: key.authenticatorId })).credentials
const settings = () => page.getByRole('heading', { level: 1, name: 'Settings' })
const refused = () => page.getByRole('alert')
async function signOut() {
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
}

describe('A passkey', { timeout: 120_000 }, () => {
  test('is added in Settings, for this address only', async () => {
    await page.goto('/settings')
    await page.getByText('You sign in with a password. A passkey is quicker').waitFor()
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByText('You sign in with a passkey or your password.').waitFor()
    expect(await credentials()).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }])
  })

  test('opens the door without a word typed, to the page that was asked for', async () => {
    await signOut()
    expect((await page.request.get('/api/v1/me')).status()).toBe(401)
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await settings().waitFor()
    await page.getByText(`${OWNER.email}, owner of ${OWNER.workspaceName}`).waitFor()
    expect((await credentials())[0]?.signCount).toBeGreaterThan(0)
  })

  test('that somebody else’s device holds opens nothing', async () => {
    await signOut()
    const [mine] = await credentials()
    await key.session.send('WebAuthn.clearCredentials', { authenticatorId: key.authenticatorId })
    const { privateKey } = await strangersKey()
    await key.session.send('WebAuthn.addCredential', {
      authenticatorId: key.authenticatorId,
      credential: { ...must(mine), privateKey },
    })
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await refused().waitFor()
    expect((await page.request.get('/api/v1/me')).status()).toBe(401)
    await key.session.send('WebAuthn.clearCredentials', { authenticatorId: key.authenticatorId })
    await key.session.send('WebAuthn.addCredential', {
      authenticatorId: key.authenticatorId,
      credential: must(mine),
    })
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect.poll(() => new URL(page.url()).pathname, { timeout: PATIENCE }).not.toBe('/sign-in')
  })

  test('opens nothing any more once it was removed', async () => {
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('You sign in with a password. A passkey is quicker').waitFor()
    await signOut()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await refused().waitFor()
    expect((await page.request.get('/api/v1/me')).status()).toBe(401)
  })
})

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('It is not there.')
  return value
}

/** A key pair that the server has never seen. */
async function strangersKey(): Promise<{ privateKey: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])
  const bytes = await crypto.subtle.exportKey('pkcs8', pair.privateKey)
  return { privateKey: Buffer.from(bytes).toString('base64') }
}
