import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../api.ts'
import { NewcomerForm } from '../areas/workspace/newcomer-form.tsx'
import { memory, useAsk } from '../ask.ts'
import { Desk } from '../ui/desk.tsx'

/** The owner's one-time link: who takes it owns the workspace, and it closes behind them. */
export function ClaimPage() {
  const { key } = useSearch({ from: '/welcome' })
  const navigate = useNavigate()
  const setup = useAsk('setup.state', {}).data
  return (
    <Desk
      tab="Welcome"
      title="This Rapport becomes yours."
      lede="You are the first here, so you own it: its people, its mail, its numbers. Others come by your invitation."
    >
      {setup?.claimed ? (
        <section className="way paper">
          <h2>It has an owner already.</h2>
          <p>
            The link works once.{' '}
            <a className="link" href="/sign-in">
              Sign in
            </a>
          </p>
        </section>
      ) : key ? (
        <NewcomerForm
          heading="You, and your firm"
          owner
          go="Take it over"
          onGive={async (newcomer) => {
            await call('setup.claim', { key, ...newcomer })
            memory.clear()
            await navigate({ to: '/begin' })
          }}
        />
      ) : (
        <section className="way paper">
          <h2>The link is not whole.</h2>
          <p>Open it once more as it stands in the window where Rapport runs; it ends with a key.</p>
        </section>
      )}
    </Desk>
  )
}
