/** A file to be read, with its path inside what was dropped or chosen. */
export type FoundFile = { path: string; file: File }

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

async function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  // A reader hands over some hundred at a time and then, once, none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function walk(entry: FileSystemEntry, into: FoundFile[]): Promise<void> {
  if (entry.isFile) {
    into.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry as FileSystemFileEntry) })
    return
  }
  for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(child, into)
}

function worthwhile(found: FoundFile): boolean {
  const name = found.path.split('/').at(-1) ?? ''
  return found.file.size > 0 && name !== '.DS_Store' && name !== 'Thumbs.db'
}

/** Everything that was dropped, folders walked to their ends; the entries must be taken before the first wait. */
export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((entry) => entry != null)
  const found: FoundFile[] = []
  if (entries.length === 0) for (const file of transfer.files) found.push({ path: file.name, file })
  for (const entry of entries) await walk(entry, found)
  return found.filter(worthwhile)
}

/** What was chosen in the browser's own window, files or a folder. */
export function chosenFiles(list: FileList): FoundFile[] {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })).filter(worthwhile)
}
