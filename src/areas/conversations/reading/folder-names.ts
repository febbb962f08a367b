/** Folders that exports put around the mail and nobody thinks of as a mail folder. */
const wrapper = /^(mbox|mail|takeout|pipermail)$/i

/** Where mails go that were given one by one. */
const loose = 'Mail files'

/** How the files of one source are named as mail folders. */
export interface FolderNames {
  /** For a file that holds a whole folder: its path without the folder that holds all and without its ending. */
  ofMbox(path: string): string
  /** For a file that is one mail: the folder it lies in; of a Maildir, the Maildir's path. */
  ofMail(path: string): string
  /** The place of a one-mail file among the files of its folder. */
  placeOf(path: string): number
}

/** Names folders for a source's files, given in their order. The same files always get the same names. */
export function folderNames(paths: readonly string[]): FolderNames {
  const common = commonFolder(paths)
  const inside = (path: string) => (common === '' ? path : path.slice(common.length + 1))
  const mboxes = new Map<string, string>()
  const places = new Map<string, number>()
  const taken = new Map<string, number>()
  const counts = new Map<string, number>()
  const ofMail = (path: string) => mailFolder(inside(path), common)
  for (const path of paths) {
    const name = mboxName(inside(path))
    const uses = (taken.get(name) ?? 0) + 1
    taken.set(name, uses)
    mboxes.set(path, uses === 1 ? name : `${name} (${uses})`)
    const folder = ofMail(path)
    places.set(path, counts.get(folder) ?? 0)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return {
    ofMbox: (path) => mboxes.get(path) ?? mboxName(inside(path)),
    ofMail,
    placeOf: (path) => places.get(path) ?? 0,
  }
}

function commonFolder(paths: readonly string[]): string {
  const first = paths[0]?.split('/')
  if (!first || first.length < 2) return ''
  const folder = first[0] ?? ''
  return /^(cur|new|tmp)$/.test(folder) || paths.some((path) => !path.startsWith(`${folder}/`)) ? '' : folder
}

function mboxName(path: string): string {
  const parts = path.split('/')
  const file = (parts.pop() ?? '').replace(/\.gz$/i, '').replace(/\.(mbox|mbx|mbs|txt|eml)$/i, '')
  const folders = parts
    .filter((part) => !wrapper.test(part))
    .map((part) => part.replace(/\.(sbd|mbox)$/i, ''))
  // Apple Mail keeps a folder as "Name.mbox/mbox".
  const own = /^mbox$/i.test(file) && folders.length > 0 ? [] : [file]
  return [...folders, ...own].join('/')
}

function mailFolder(path: string, common: string): string {
  const parts = path.split('/').slice(0, -1)
  if (/^(cur|new|tmp)$/.test(parts.at(-1) ?? '')) parts.pop()
  const names = parts
    .filter((part) => !wrapper.test(part) && part !== 'Messages')
    .map((part) => (part.startsWith('.') ? part.slice(1).replaceAll('.', '/') : part).replace(/\.mbox$/i, ''))
  return names.join('/') || common || loose
}
