import { useRef, useState } from 'react'
import { chosenFiles, droppedFiles, type FoundFile } from './dropped-files.ts'

/** Where files and whole folders are dropped, or chosen. */
export function DropZone({ onFiles }: { onFiles: (files: FoundFile[]) => void }) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (list: FileList | null) => {
    if (list && list.length > 0) onFiles(chosenFiles(list))
  }
  return (
    <section
      className={over ? 'drop over' : 'drop'}
      aria-label="Drop files or folders here"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        event.preventDefault()
        setOver(false)
        onFiles(await droppedFiles(event.dataTransfer))
      }}
    >
      <p>
        {over
          ? 'Let go; it is read from here.'
          : '.mbox, .eml, Maildir, Takeout .zip, .gz, or a folder of them'}
      </p>
      <p className="way-acts" style={{ margin: 0 }}>
        <button type="button" className="btn go" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" className="btn" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Mail files"
        onChange={(event) => take(event.target.files)}
      />
      <input
        ref={(element) => {
          folder.current = element
          element?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        multiple
        hidden
        aria-label="A folder of mail"
        onChange={(event) => take(event.target.files)}
      />
    </section>
  )
}
