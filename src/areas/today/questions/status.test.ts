import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { ilse, loomwright, matthias, pellworm, signe, tobias } from '../../../../test/cast/world.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'

interface Status {
  line: string
  because: { about: string; text: string; threadIds: string[] }[]
  subject: { type: string; name: string }
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('status')
}, 240_000)
afterAll(() => the?.stop())

const status = (q: string, at?: Date) =>
  doIt<Status>(the.house, the.owner, 'today.status', { q, at: at?.toISOString() })

test('says of a person in one line what is owed, what was written, and when last', async () => {
  const said = await status(ilse.name)
  expect(said.line).toMatch(
    /^You owe Ilse an answer since Thursday; Ilse wrote \d+, you \d+; last mail five days ago$/,
  )
  expect(
    said.because
      .map(({ text }) => text)
      .join('; ')
      .toLowerCase(),
  ).toBe(said.line.toLowerCase())
  for (const q of ['ilse varn', ilse.address.toUpperCase(), ` ${ilse.name.toLowerCase()} `])
    expect((await status(q)).line, q).toBe(said.line)
})

test('takes words with which a company’s name begins for the company, not for one of its people', async () => {
  const [word = ''] = pellworm.name.split(' ')
  expect(await status(word)).toMatchObject({ subject: { type: 'company', name: pellworm.name } })
})

test('says of a company whose people wait and for whom one waits', async () => {
  expect(await status(pellworm.domain)).toMatchObject({ subject: { type: 'company', name: pellworm.name } })
  expect((await status(pellworm.name)).line).toMatch(
    /^You owe Ilse an answer since Thursday; \w+ (person|people) there wrote/,
  )
  expect((await status(signe.company.name)).line).toMatch(
    /^You wait for an answer from Signe since Wednesday; /,
  )
  expect((await status(matthias.name)).line).toMatch(/^Nothing is open with Matthias; .* 41 days quiet/)
})

test('calls nothing owed that is not on Today: a colleague’s question is none', async () => {
  expect((await status(tobias.address)).line).toMatch(/^Nothing is open with Tobias; /)
  expect((await status(loomwright.name)).line).toMatch(/^Nothing is open with Loomwright; /)
})

test('says of a past day what was true then', async () => {
  const before = await status(ilse.name, new Date(sampleNow.getTime() - 6 * 86_400_000))
  expect(before.line).not.toMatch(/You owe Ilse an answer since Thursday/)
  const first = await status(ilse.name, new Date(sampleNow.getTime() - 900 * 86_400_000))
  expect(first.line).toBe('No mail with Ilse yet')
})

test('refuses what nobody is called', async () => {
  await expect(status('zzz nobody %')).rejects.toMatchObject({ code: 'not-found' })
})
