import { asRefusal, call, linkTo, Refusal } from '../../api.ts'
import type { FoundFile } from './dropped-files.ts'

const AT_ONCE = 3
const TRIES = 5

async function putPart(uploadId: string, n: number, bytes: Blob, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(linkTo('conversations.putPart', { uploadId, n }), {
        method: 'PUT',
        body: bytes,
        headers: { 'content-type': 'application/octet-stream' },
        credentials: 'same-origin',
        signal,
      })
      if (answer.ok) return
      if (answer.status < 500) {
        const body = (await answer.json().catch(() => null)) as { error?: { message?: string } } | null
        throw new Refusal(
          'invalid',
          answer.status,
          body?.error?.message ?? `The server refused a part (${answer.status}).`,
        )
      }
      throw new Refusal('unavailable', answer.status, 'The server could not take a part.')
    } catch (error) {
      const refusal = asRefusal(error)
      const lasting = refusal.status >= 400 && refusal.status < 500
      if (signal.aborted || lasting || attempt >= TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** attempt))
    }
  }
}

/**
 * Hands files over in parts of the size that the server names, three at once, each tried five times; gives the uploads' ids in the files'
 * order. `onBytes` hears how many bytes have arrived.
 */
export async function uploadFiles(
  files: FoundFile[],
  onBytes: (done: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const ids: string[] = []
  let done = 0
  async function* parts() {
    for (const [index, { path, file }] of files.entries()) {
      const { uploadId, partBytes } = await call(
        'conversations.startUpload',
        { path, size: file.size },
        signal,
      )
      ids[index] = uploadId
      for (let n = 0; n * partBytes < file.size; n++)
        yield { uploadId, n, bytes: file.slice(n * partBytes, (n + 1) * partBytes) }
    }
  }
  const todo = parts()
  const work = async () => {
    for (;;) {
      const { value: part, done: over } = await todo.next()
      if (over || !part) return
      await putPart(part.uploadId, part.n, part.bytes, signal)
      done += part.bytes.size
      onBytes(done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return ids
}
