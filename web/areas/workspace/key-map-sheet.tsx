import './key-map-sheet.css'
import { Dialog } from '../../ui/dialog.tsx'
import { modKey } from '../../ui/keys.ts'
import { useSettings } from '../../ui/settings.ts'
import { PLACES } from './rail.tsx'

const mod = modKey()
const GROUPS: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Everywhere',
    keys: [
      [`${mod}K`, 'find or do'],
      ['/', 'find'],
      ['Z', 'undo'],
      ['⇧ Z', 'do again'],
      ['?', 'these keys'],
      ['Esc', 'back'],
    ],
  },
  { title: 'Go to', keys: PLACES.map((place) => [`G ${place.key.toUpperCase()}`, place.word]) },
  {
    title: 'Today, lists',
    keys: [
      ['J K', 'move'],
      ['R', 'act'],
      ['E', 'done'],
      ['S', 'snooze, then 1 to 4'],
      ['X', 'dismiss, because…'],
      ['↵', 'open'],
    ],
  },
  {
    title: 'A person',
    keys: [
      ['R', 'open what is owed'],
      ['N', 'note'],
      ['C', 'call'],
      ['V', 'visit or meeting'],
    ],
  },
  {
    title: 'Sorting who is who',
    keys: [
      ['B', 'buyer'],
      ['C', 'customer'],
      ['P', 'partner'],
      ['O', 'colleague'],
      ['X', 'pitch'],
      ['V', 'private'],
    ],
  },
]

/** Every key on one sheet. */
export function KeyMapSheet({ onClose }: { onClose: () => void }) {
  const { singleKeys } = useSettings()
  return (
    <Dialog open onClose={onClose} title="Keys" wide>
      <div className="keymap">
        {GROUPS.map((group) => (
          <section key={group.title}>
            <h2>{group.title}</h2>
            <dl>
              {group.keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(' ').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="why">
        {singleKeys
          ? 'keys of one letter rest while you type. They can be turned off in Settings.'
          : 'keys of one letter are turned off in Settings; those with ⌘ or Ctrl still work.'}
      </p>
    </Dialog>
  )
}
