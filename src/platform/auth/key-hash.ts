import { createHash, randomBytes } from 'node:crypto'

/** What is kept of a key or a link: they are 256 random bits, so that one SHA-256 is enough. */
export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest()

/** A new key of 32 random bytes in the alphabet of addresses, behind a prefix that says what it is. */
export const newKey = (prefix = ''): string => prefix + randomBytes(32).toString('base64url')
