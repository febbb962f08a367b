/** A stretch of a byte stream held in memory: bytes are added at its end and let go at its beginning. */
export class ByteWindow {
  #store = Buffer.allocUnsafe(1 << 20)
  #low = 0
  #high = 0
  /** Where in the stream the window begins. */
  offset: number

  constructor(offset: number) {
    this.offset = offset
  }

  /** The bytes held now; only good until the next change. */
  get bytes(): Buffer {
    return this.#store.subarray(this.#low, this.#high)
  }

  /** Adds a chunk, in amortised linear time. */
  add(chunk: Uint8Array): void {
    const held = this.#high - this.#low
    if (this.#high + chunk.length > this.#store.length) {
      const roomy = held + chunk.length > this.#store.length / 2
      const store = roomy ? Buffer.allocUnsafe((held + chunk.length) * 2) : this.#store
      this.#store.copy(store, 0, this.#low, this.#high)
      this.#store = store
      this.#low = 0
      this.#high = held
    }
    this.#store.set(chunk, this.#high)
    this.#high += chunk.length
  }

  /** Lets go of the first `count` bytes. */
  drop(count: number): void {
    this.#low += count
    this.offset += count
    if (this.#low === this.#high && this.#store.length > 4 << 20) this.#store = Buffer.allocUnsafe(1 << 20)
    if (this.#low === this.#high) this.#low = this.#high = 0
  }
}
