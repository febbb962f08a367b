import { ByteWindow } from './byte-window.ts'
import { beginsHeader, envelopeDateOf, isFromLine } from './from-line.ts'
import { bodyStart, type MboxDialect, unquoteFromLines } from './mbox-quoting.ts'
import { mostMailBytes } from './read-mail.ts'

/** One mail of an mbox file. */
export interface MboxMail {
  /** Without its separator line, lines unquoted. Cut where it is too large. */
  raw: Buffer
  envelopeDate: Date | null
  unreadable: string | null
  /** Byte offset in the file where the next mail's separator begins. */
  next: number
}

export interface MboxOptions {
  /** Where in the file the stream begins: the start of a separator line. */
  offset?: number
  /** How "From " lines are quoted; found out by content where it is not given. */
  dialect?: MboxDialect
  /** Larger mails are cut to this many bytes and marked unreadable. */
  mostBytes?: number
}

/** Enough to see a separator line and the line after it. */
const lookAhead = 2100
/** A head longer than this has no Content-Length that is looked for. */
const mostHead = 256 * 1024

/**
 * Splits an mbox file into its mails while it streams by: memory is bounded by the largest mail allowed. A
 * Content-Length is believed only where it ends at a separator or at the end of the file.
 */
export async function* readMbox(
  chunks: AsyncIterable<Uint8Array>,
  options: MboxOptions = {},
): AsyncGenerator<MboxMail> {
  const splitter = new MboxSplitter(options)
  try {
    for await (const chunk of chunks) {
      splitter.window.add(chunk)
      yield* splitter.take(false)
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    let last: MboxMail | null = null
    for (const mail of splitter.take(true)) {
      if (last) yield last
      last = mail
    }
    yield { raw: Buffer.alloc(0), envelopeDate: null, ...last, unreadable: `cut off: ${reason}`, next: -1 }
    return
  }
  yield* splitter.take(true)
}

class MboxSplitter {
  window: ByteWindow
  #dialect: MboxDialect | undefined
  #most: number
  #started = false
  #loneCr = false
  /** Separators of this file carry no date: a blank line before and a header after must do. */
  #undated = false
  /** Where the search goes on, from the window's beginning. */
  #scan = 5
  /** The end that Content-Length gives the current mail; null when not looked at yet, -1 when it has none. */
  #counted: number | null = null
  #cut: Buffer | null = null

  constructor(options: MboxOptions) {
    this.window = new ByteWindow(options.offset ?? 0)
    this.#dialect = options.dialect
    this.#most = options.mostBytes ?? mostMailBytes
  }

  *take(atEnd: boolean): Generator<MboxMail> {
    if (!this.#started && !this.#start(atEnd)) return
    while (true) {
      const end = this.#findEnd(atEnd)
      if (end !== null) {
        yield this.#mail(end)
        continue
      }
      if (!atEnd) break
      if (this.window.bytes.length > 0 || this.#cut) yield this.#mail(this.window.bytes.length)
      return
    }
    this.#cutIfTooLarge()
  }

  #start(atEnd: boolean): boolean {
    const { bytes } = this.window
    if (bytes.length < 65_536 && !atEnd) return false
    let blank = 0
    while (bytes[blank] === 10 || bytes[blank] === 13) blank++
    if (bytes.subarray(blank, blank + 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) blank += 3
    this.window.drop(blank)
    const head = this.window.bytes.subarray(0, 65_536)
    this.#loneCr = head.includes(13) && !head.includes(10)
    this.#undated = !isFromLine(this.#lineAt(0).text)
    this.#started = true
    return true
  }

  /** Where the current mail ends, from the window's beginning; null while that can't be known. */
  #findEnd(atEnd: boolean): number | null {
    const { bytes } = this.window
    if (bytes.length === 0) return null
    const counted = this.#cut ? -1 : this.#countedEnd(atEnd)
    if (counted === null) return null
    if (counted >= 0) return counted
    const needle = this.#loneCr ? '\rFrom ' : '\nFrom '
    while (true) {
      const found = bytes.indexOf(needle, Math.max(0, this.#scan - 1), 'latin1')
      if (found < 0) {
        this.#scan = Math.max(this.#scan, bytes.length - 8)
        return null
      }
      if (found + lookAhead > bytes.length && !atEnd) {
        this.#scan = found
        return null
      }
      if (this.#separates(found + 1)) return found + 1
      this.#scan = found + 6
    }
  }

  #separates(at: number): boolean {
    const line = this.#lineAt(at)
    const after = this.#lineAt(line.next).text
    if (!this.#undated) return isFromLine(line.text) && beginsHeader(after)
    const { bytes } = this.window
    const blankBefore =
      bytes[at - 2] === 10 || (bytes[at - 2] === 13 && (this.#loneCr || bytes[at - 3] === 10))
    return blankBefore && after !== '' && beginsHeader(after)
  }

  /** -1 where Content-Length gives no end; null where more bytes are needed to say. */
  #countedEnd(atEnd: boolean): number | null {
    if (this.#counted !== null && this.#counted < 0) return -1
    const { bytes } = this.window
    if (this.#counted === null) {
      const first = this.#lineAt(0).next
      const head = bytes.subarray(first, first + mostHead)
      const body = bodyStart(head)
      if (body === head.length && !atEnd && head.length < mostHead) return null
      const length = /^content-length:[ \t]*(\d{1,10})[ \t]*\r?$/im.exec(
        head.toString('latin1', 0, body),
      )?.[1]
      this.#counted = length === undefined || Number(length) > this.#most ? -1 : first + body + Number(length)
      if (this.#counted < 0) return -1
    }
    if (this.#counted + lookAhead > bytes.length && !atEnd) return null
    const end = this.#afterBlankLines(this.#counted)
    const lands =
      this.#counted <= bytes.length &&
      (end >= bytes.length || (isFromLine(this.#lineAt(end).text) && this.#startsLine(end)))
    if (lands) return end
    this.#counted = -1
    return -1
  }

  #startsLine(at: number): boolean {
    const before = this.window.bytes[at - 1]
    return before === 10 || before === 13
  }

  #afterBlankLines(at: number): number {
    const { bytes } = this.window
    let end = at
    for (let lines = 0; lines < 2; lines++) {
      if (bytes[end] === 13 && bytes[end + 1] === 10) end += 2
      else if (bytes[end] === 10 || (this.#loneCr && bytes[end] === 13)) end++
    }
    return end
  }

  #mail(end: number): MboxMail {
    const { bytes } = this.window
    const counted = this.#counted !== null && this.#counted >= 0 ? this.#counted : null
    const line = this.#cut ? null : this.#lineAt(0)
    const start = line && (line.text.startsWith('From ') || this.#undated === false) ? line.next : 0
    const whole = this.#cut ?? bytes.subarray(Math.min(start, end), counted ?? end)
    const mail: MboxMail = {
      raw: this.#cut ?? this.#finish(whole, counted !== null),
      envelopeDate: line ? envelopeDateOf(line.text) : this.#cutDate,
      unreadable: this.#cut ? `larger than ${Math.round(this.#most / 1024 / 1024)} MB` : null,
      next: this.window.offset + end,
    }
    this.window.drop(end)
    this.#cut = null
    this.#counted = null
    this.#scan = 5
    return mail
  }

  /** A copy of the mail without the blank line that the mbox put after it, and unquoted. */
  #finish(whole: Buffer, counted: boolean): Buffer {
    if (counted) {
      // A separator inside a counted mail shows that this file does not quote.
      if (!this.#dialect && whole.includes('\nFrom ')) this.#dialect = 'mboxcl2'
      return Buffer.from(unquoteFromLines(whole, this.#dialect ?? 'mboxcl'))
    }
    let end = whole.length
    if (this.#loneCr && whole[end - 1] === 13 && whole[end - 2] === 13) end--
    else if (whole[end - 1] === 10) {
      const before = whole[end - 2] === 13 ? end - 3 : end - 2
      if (before < 0 || whole[before] === 10) end = before + 1
    }
    return Buffer.from(unquoteFromLines(whole.subarray(0, end), this.#dialect ?? 'mboxrd'))
  }

  #cutDate: Date | null = null

  #cutIfTooLarge(): void {
    const { bytes } = this.window
    if (!this.#cut && bytes.length <= this.#most + lookAhead) return
    if (!this.#cut) {
      const line = this.#lineAt(0)
      this.#cutDate = envelopeDateOf(line.text)
      this.#cut = Buffer.from(bytes.subarray(line.next, line.next + this.#most))
      this.#counted = -1
    }
    const passed = Math.max(0, Math.min(this.#scan - 1, bytes.length))
    this.window.drop(passed)
    this.#scan -= passed
  }

  #lineAt(at: number): { text: string; next: number } {
    const bytes = this.window.bytes
    const stop = bytes.subarray(at, at + 1000).indexOf(this.#loneCr ? 13 : 10)
    if (stop < 0)
      return { text: bytes.toString('latin1', at, Math.min(at + 1000, bytes.length)), next: bytes.length }
    return { text: bytes.toString('latin1', at, at + stop).replace(/\r$/, ''), next: at + stop + 1 }
  }
}
