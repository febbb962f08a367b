import type { Page } from 'playwright-core'
import type { Rapport, Visitor } from './open-rapport.ts'

export const PASSWORD = 'a good long password'
export const OWNER = { name: 'Nell Ashdown', email: 'nell@loomwright.example', workspaceName: 'Loomwright' }

/** The first owner, come in by the one-time link without its page, for journeys that begin later. */
export async function owner(rapport: Rapport, options = {}): Promise<Visitor> {
  const visitor = await rapport.visitor(options)
  const key = new URL(await rapport.ownerLink()).searchParams.get('key')
  await ask(visitor.page, 'POST', '/api/v1/setup/claim', {
    key,
    password: PASSWORD,
    timeZone: 'Europe/Copenhagen',
    ...OWNER,
  })
  return visitor
}

/** Asks the server as a page in that visitor's browser would; throws where it refuses. */
export async function ask<A>(page: Page, method: 'GET' | 'POST', path: string, data?: object): Promise<A> {
  const headers = { 'sec-fetch-site': 'same-origin' }
  const answer = await page.request.fetch(path, { method, headers, ...(data ? { data } : {}) })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as A
}
