import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/platform/actor.ts'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import { addMember, addWorkspace, doIt, type TestHouse, testHouse } from '../house.ts'
import { allFigures, differences } from './all-figures.ts'
import { beginPaths, data, importPaths, readThrough } from './import-house.ts'

const box = (name: string) => join(data, `enron-mcconnell-m/mbox/${name}.mbox.gz`)
const mike = ['mike.mcconnell@enron.com']
const mark = ['mark.mcconnell@enron.com']

let h: TestHouse

beforeAll(async () => {
  h = await testHouse({ name: 'import_members' })
})
afterAll(() => h.stop())

const ask = async <R extends object>(text: string, values: unknown[]): Promise<R[]> =>
  (await h.house.database.ownerPool.query<R>(text, values)).rows

/** A member's standings by the addresses of each person: what is counted, without ids. */
async function standings(actor: Actor): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    `select jsonb_build_array((select string_agg(a.address, ' ' order by a.address collate "C") from people.address a where a.workspace_id = $1 and a.person_id = s.person_id),
      s.theirs, s.mine, s.exchanges, s.first_at, s.last_at, s.earned)::text as line
     from relationships.standing s where s.workspace_id = $1 and s.member_id = $2 order by 1`,
    [actor.workspaceId, actor.memberId],
  )
  return rows.map((row) => row.line)
}

test('two members with common mails hold one message with a copy each, and see and count only their own', async () => {
  const one = await addWorkspace(h.house)
  const two = await addMember(h.house, one, 'rep')
  // both begin at once, as two people do
  const first = await beginPaths(h.house, one, [box('sent_items'), box('inbox')], mike)
  const second = await beginPaths(h.house, two, [box('inbox'), box('deleted_items')], mark)
  const [a, b] = await Promise.all([
    readThrough(h.house, one, first.importId),
    readThrough(h.house, two, second.importId),
  ])
  await settleJobs(h.house)
  expect([a.state, b.state]).toEqual(['done', 'done'])
  expect(a.found + b.found).toBe(108 + 100 + 100 + 102)
  const common = await ask<{ id: string }>(
    `select message_id as id from conversations.message_copy where workspace_id = $1 group by 1 having count(distinct member_id) = 2`,
    [one.workspaceId],
  )
  expect(common.length).toBeGreaterThan(90)
  const messages = await ask<{ n: number }>(
    'select count(*)::int as n from conversations.message where workspace_id = $1',
    [one.workspaceId],
  )
  expect(messages[0]?.n).toBe(a.stored + b.stored)

  const [onlyOne] = await ask<{ id: string; threadId: string }>(
    `select m.id, m.thread_id as "threadId" from conversations.message m where m.workspace_id = $1
       and not exists (select from conversations.message o join conversations.message_copy c on c.workspace_id = o.workspace_id and c.message_id = o.id and c.member_id = $2
         where o.workspace_id = m.workspace_id and o.thread_id = m.thread_id) limit 1`,
    [one.workspaceId, two.memberId],
  )
  const forbidden = [
    ['conversations.thread', { threadId: onlyOne?.threadId }],
    ['conversations.messageSource', { messageId: onlyOne?.id }],
    ['conversations.messageHtml', { messageId: onlyOne?.id }],
  ] as const
  for (const [name, input] of forbidden) {
    await doIt(h.house, one, name, input).catch((error) => expect(error.message).toContain('HTML'))
    await expect(doIt(h.house, two, name, input)).rejects.toMatchObject({ code: 'not-found' })
  }

  // each member's counts are those of the same mailbox in a workspace where the other is known and has no mail
  const lone = await addWorkspace(h.house)
  const other = await addMember(h.house, lone, 'rep')
  await beginPaths(h.house, other, [box('contacts')], mark)
  await importPaths(h.house, lone, [box('sent_items'), box('inbox')], mike)
  expect(await standings(one)).toEqual(await standings(lone))
})

test('what two members’ mailboxes make does not hang on who imported first', async () => {
  const import_ = async (order: ('mike' | 'mark')[]) => {
    const one = await addWorkspace(h.house)
    const two = await addMember(h.house, one, 'rep')
    for (const who of order)
      if (who === 'mike') await importPaths(h.house, one, [box('sent_items')], mike)
      else await importPaths(h.house, two, [box('inbox')], mark)
    const figures = await allFigures(h.house.database.ownerPool, one.workspaceId)
    return JSON.parse(
      JSON.stringify(figures).replaceAll(one.memberId, 'mike').replaceAll(two.memberId, 'mark'),
    )
  }
  expect(differences(await import_(['mike', 'mark']), await import_(['mark', 'mike']))).toEqual({})
})

test('a second person and an assistant in a mailbox are asked about; an assistant’s mails then count as one’s own', async () => {
  const actor = await addWorkspace(h.house)
  const paths = ['sent', 'sent_items', 'inbox'].map(box)
  const all = await importPaths(h.house, actor, paths, mike)
  const proposals = async () =>
    (
      await doIt<{ proposals: { address: string; mails: number; proposal: string; because: string }[] }>(
        h.house,
        actor,
        'conversations.mailbox',
        { mailboxId: all.mailboxId },
      )
    ).proposals
  const asked = await proposals()
  expect(asked.map((each) => each.address)).toEqual(
    expect.arrayContaining(['mark.mcconnell@enron.com', 'cathy.phillips@enron.com']),
  )
  const mine = async () =>
    (
      await ask<{ n: number }>(
        'select coalesce(sum(mine), 0)::int as n from relationships.standing where workspace_id = $1',
        [actor.workspaceId],
      )
    )[0]?.n ?? 0
  const before = await mine()
  const confirm = async (address: string, role: string) => {
    await doIt(h.house, actor, 'conversations.confirmAddress', { mailboxId: all.mailboxId, address, role })
    await settleJobs(h.house)
  }
  await confirm('mark.mcconnell@enron.com', 'other')
  expect(await mine()).toBe(before)
  await confirm('cathy.phillips@enron.com', 'assistant')
  expect(await mine()).toBeGreaterThan(before)
  expect((await proposals()).map((each) => each.address)).not.toContain('cathy.phillips@enron.com')
})
