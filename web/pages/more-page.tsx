import '../areas/workspace/more.css'
import { Link } from '@tanstack/react-router'
import { useMe } from '../areas/workspace/use-me.ts'
import { useTruth } from '../areas/workspace/use-truth.ts'
import { PageHead } from '../ui/page-head.tsx'

const PLACES = [
  { to: '/companies', word: 'Companies' },
  { to: '/relations', word: 'Who is who' },
  { to: '/mailboxes', word: 'Mailboxes' },
  { to: '/begin', word: 'Bring in mail' },
  { to: '/history', word: 'History' },
  { to: '/settings', word: 'Settings' },
  { to: '/settings/members', word: 'Members' },
] as const

/** On a phone: the places that are not among the five words. */
export function MorePage() {
  const me = useMe()
  const truth = useTruth()
  return (
    <>
      <PageHead
        title={me?.workspace.name ?? 'More'}
        tab="More"
        sub={me ? `${me.member.name}, ${me.member.role}` : ' '}
      />
      <ul className="more">
        {PLACES.map((place) => (
          <li key={place.to}>
            <Link to={place.to}>{place.word}</Link>
          </li>
        ))}
      </ul>
      {truth ? <p className={truth.addsUp ? 'small faint' : 'small bad'}>{truth.sentence}</p> : null}
    </>
  )
}
