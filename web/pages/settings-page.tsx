import '../areas/workspace/settings.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { asRefusal, send } from '../api.ts'
import { Passkeys } from '../areas/workspace/passkeys.tsx'
import { Profile } from '../areas/workspace/profile.tsx'
import { Tokens } from '../areas/workspace/tokens.tsx'
import { useAct } from '../areas/workspace/use-act.ts'
import { useMe } from '../areas/workspace/use-me.ts'
import { memory, useAsk } from '../ask.ts'
import { PageHead } from '../ui/page-head.tsx'
import { changeSettings, useSettings } from '../ui/settings.ts'
import { say } from '../ui/toasts.ts'
import { Waiting } from '../ui/waiting.tsx'

const THEMES = [
  { theme: 'system', word: 'As the system' },
  { theme: 'light', word: 'Morning' },
  { theme: 'dark', word: 'Evening' },
] as const

/** You, the workspace, how one signs in, how it looks. */
export function SettingsPage() {
  const me = useMe()
  const navigate = useNavigate()
  const mailboxes = useAsk('conversations.mailboxes', {}).data
  const hasSample = mailboxes?.items.some((box) => box.kind === 'sample')
  const { theme, singleKeys } = useSettings()
  const removeSample = useAct('conversations.removeSample', {
    said: () => 'The sample is gone.',
    final: true,
  })
  const signOut = async () => {
    try {
      await send('POST', '/api/auth/sign-out', {})
      memory.clear()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      say(`Still signed in. ${asRefusal(error).message}`, { bad: true })
    }
  }
  if (!me) return <Waiting page="Settings" rows={6} height={70} />
  return (
    <div className="settings">
      <PageHead title="Settings" sub={`${me.member.email}, ${me.member.role} of ${me.workspace.name}`}>
        <button type="button" className="btn" onClick={signOut}>
          Sign out
        </button>
      </PageHead>
      <Profile me={me} />
      <section className="set">
        <h2>People here</h2>
        <p className="small soft">Who works in {me.workspace.name}, with which rights, and who is invited.</p>
        <p className="set-acts">
          <Link className="btn" to="/settings/members">
            Members and invitations
          </Link>
        </p>
      </section>
      <section className="set">
        <h2>How it looks</h2>
        <p className="small soft">In this browser only.</p>
        <div className="set-acts" role="radiogroup" aria-label="How it looks">
          {THEMES.map((it) => (
            <label key={it.theme} className="choice">
              <input
                type="radio"
                name="theme"
                checked={theme === it.theme}
                onChange={() => changeSettings({ theme: it.theme })}
              />
              {it.word}
            </label>
          ))}
        </div>
      </section>
      <section className="set">
        <h2>Keys of one letter</h2>
        <p className="small soft">
          J, K, E and the like rest while you type. Turn them off if speech or a habit presses them by itself.
        </p>
        <p className="set-acts">
          <label className="choice">
            <input
              type="checkbox"
              checked={singleKeys}
              onChange={() => changeSettings({ singleKeys: !singleKeys })}
            />
            Single letters act
          </label>
        </p>
      </section>
      <Passkeys />
      <Tokens />
      {hasSample ? (
        <section className="set">
          <h2>The sample</h2>
          <p className="small soft">
            A made-up firm lies beside your own mail. Removing it takes all of its people and mail.
          </p>
          <p className="set-acts">
            <button
              type="button"
              className="btn"
              onClick={() => removeSample.mutate({})}
              aria-busy={removeSample.isPending}
            >
              {removeSample.isPending ? 'Removing…' : 'Remove the sample'}
            </button>
          </p>
        </section>
      ) : null}
    </div>
  )
}
