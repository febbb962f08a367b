import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../api.ts'
import { NewcomerForm } from '../areas/workspace/newcomer-form.tsx'
import { memory } from '../ask.ts'
import { Desk } from '../ui/desk.tsx'

/** An invitation: a colleague comes in with a name and a password. */
export function JoinPage() {
  const { key } = useSearch({ from: '/join' })
  const navigate = useNavigate()
  return (
    <Desk
      tab="Invitation"
      title="You are invited."
      lede="A colleague works with Rapport and asks you in. What you bring stays yours: nobody reads your mail until you say so."
    >
      {key ? (
        <NewcomerForm
          heading="Who are you?"
          owner={false}
          go="Come in"
          onGive={async ({ name, password, timeZone }) => {
            await call('setup.join', { key, name, password, timeZone })
            memory.clear()
            await navigate({ to: '/begin' })
          }}
        />
      ) : (
        <section className="way paper">
          <h2>The link is not whole.</h2>
          <p>Ask your colleague for it once more; it ends with a key.</p>
        </section>
      )}
    </Desk>
  )
}
