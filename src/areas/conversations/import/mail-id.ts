/** The largest moment that 48 bits of milliseconds hold. */
const latest = 2 ** 48 - 1

/**
 * A mail's id here, a UUIDv7 (RFC 9562 section 5.7) whose time is the mail's own and whose tail is its content key: so
 * mails of one second have the same order however and whenever they came in, and one that is taken back and read
 * again is the same mail. `contentKey`: 16 bytes; `at`: null where the mail has no date that can be trusted.
 */
export function mailId(at: Date | null, contentKey: Uint8Array): string {
  const bytes = Buffer.from(contentKey.subarray(0, 16))
  bytes.writeUIntBE(Math.min(Math.max(at?.getTime() ?? 0, 0), latest), 0, 6)
  // The content key's own first bytes make way for the time; its last ten stay, six bits of them marked.
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
