import type { Actor } from '../../../platform/actor.ts'
import type { House } from '../../../platform/house.ts'
import { sampleMails } from '../../../sample/sample-mails.ts'
import { type FileMailSource, openMailSource, sourceFromFiles } from '../reading/open-source.ts'
import type { RawMail, SourceCheckpoint } from '../reading/read-mail-shape.ts'
import type { ImportSource } from './import-row.ts'
import { askEach, uploadedFiles } from './uploaded-files.ts'

/** Opens what an import reads from: files on this machine, files that were sent in parts, or the sample world. */
export async function openImportSource(
  house: House,
  actor: Actor,
  source: ImportSource,
): Promise<FileMailSource> {
  if ('paths' in source) return openMailSource(source.paths)
  if ('uploads' in source)
    return sourceFromFiles(await uploadedFiles(askEach(house, actor), actor, source.uploads))
  return sampleSource(new Date(source.at))
}

/** The sample world is made of raw mails that go the way of everyone's. */
function sampleSource(now: Date): FileMailSource {
  const mails = sampleMails(now)
  const total = mails.reduce((sum, each) => sum + each.raw.length, 0)
  return {
    fingerprint: async () => `sample ${now.toISOString()}`,
    totalBytes: async () => total,
    skippedFiles: () => [],
    async *mails(after?: SourceCheckpoint): AsyncIterable<RawMail> {
      let bytesRead = 0
      for (const [position, mail] of mails.entries()) {
        bytesRead += mail.raw.length
        if (after && position < after.mails) continue
        const checkpoint = { file: 'sample', mails: position + 1, offset: 0 }
        yield { folder: mail.folder, position, raw: mail.raw, unreadable: null, checkpoint, bytesRead }
      }
    },
  }
}
