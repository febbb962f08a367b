/** Reads the names of the files inside a winmail.dat ([MS-OXTNEF] 2.1): attribute attAttachTitle, 100 at most. */
export function tnefFileNames(content: Buffer): string[] {
  if (content.length < 6 || content.readUInt32LE(0) !== 0x223e9f78) return []
  const names: string[] = []
  let at = 6
  while (at + 9 <= content.length && names.length < 100) {
    const id = content.readUInt32LE(at + 1)
    const size = content.readUInt32LE(at + 5)
    const start = at + 9
    if (start + size > content.length) break
    if (id === 0x00018010) names.push(content.toString('latin1', start, start + size).replace(/\0.*$/s, ''))
    at = start + size + 2
  }
  return names.filter((name) => name !== '')
}
