import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readMailNow } from '../../src/areas/conversations/reading/read-mail.ts'
import type { ReadMail } from '../../src/areas/conversations/reading/read-mail-shape.ts'

const data = path.resolve(import.meta.dirname, '../../../shared/data')

/** The JSON lines of a gzipped file of the shared data. */
export function jsonLines<T>(file: string): T[] {
  const text = gunzipSync(readFileSync(path.join(data, file))).toString()
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

/** A text file of the shared data. */
export const dataText = (file: string) => readFileSync(path.join(data, file), 'utf8')

/** The files of a folder of the shared data and below it, sorted, as paths within the data. */
export function filesUnder(folder: string): string[] {
  return readdirSync(path.join(data, folder))
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`
      return statSync(path.join(data, file)).isDirectory() ? filesUnder(file) : [file]
    })
}

/** One mail, read. */
export const mailAt = (file: string): ReadMail => readMailNow(readFileSync(path.join(data, file)))

/** The mails of a gzipped mbox (mboxrd, or pipermail's dialect), read. */
export function mailsIn(file: string): ReadMail[] {
  const text = gunzipSync(readFileSync(path.join(data, file))).toString('latin1')
  const starts = [...text.matchAll(/^From \S.*\d\d:\d\d:\d\d.*\d{4}\r?$/gm)].map((match) => match.index)
  return starts.map((start, i) => {
    const raw = text.slice(text.indexOf('\n', start) + 1, starts[i + 1] ?? text.length)
    return readMailNow(Buffer.from(raw.replaceAll(/^>(>*From )/gm, '$1'), 'latin1'))
  })
}
