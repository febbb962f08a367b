import { writeFileSync } from 'node:fs'
import type { FileAnswer } from '../../../platform/area.ts'
import { settleJobs } from '../../../platform/jobs/run-jobs.ts'
import { perform } from '../../../platform/perform.ts'
import { type Command, type Flags, WrongWords } from '../command.ts'
import type { Output } from '../output.ts'

/** Does any line of the catalogue. The answer is JSON with or without --json; a file goes out as its bytes. */
export const call: Command = {
  options: { out: true },
  takes: [1, 2],
  async run({ words: [name = '', said], flags, parts, open, out, input: standardInput }) {
    const operation = (await parts.operations()).find((each) => each.name === name)
    if (!operation) throw new WrongWords(`There is no operation ${name}. All of them: rapport operations`)
    const input = readInput(said === '-' ? await standardInput() : said)
    const { house, actor } = await open()
    const answer = await perform(house, actor, operation, input)
    if (operation.kind === 'action') await settleJobs(house)
    if (operation.answers === 'file') return writeFile(answer as FileAnswer, flags.out, out)
    out.answer(answer, () => [JSON.stringify(answer, null, 2)])
    return 0
  },
}

function readInput(text: string | undefined): unknown {
  if (text === undefined) return {}
  try {
    const input: unknown = JSON.parse(text)
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input
  } catch {}
  throw new WrongWords(`The input is a JSON object, for example '{"limit":5}'.`)
}

function writeFile({ fileName, type, body }: FileAnswer, path: Flags[string], out: Output): number {
  if (typeof path === 'string') {
    writeFileSync(path, body, { flag: 'wx' })
    out.answer({ fileName, type, bytes: body.length, path }, () => [`${path}: ${body.length} bytes, ${type}`])
  } else if (out.json)
    out.answer({ fileName, type, bytes: body.length, base64: body.toString('base64') }, () => [])
  else out.bytes(body)
  return 0
}
