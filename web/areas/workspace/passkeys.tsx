import { useQuery, useQueryClient } from '@tanstack/react-query'
import { say } from '../../ui/toasts.ts'
import { saidDay } from '../../ui/when.ts'
import { useReading } from './use-reading.ts'

type Passkey = { id: string; name?: string | null | undefined; createdAt: string | Date }

const client = () => import('./auth-client.ts').then((it) => it.auth)

/** Passkeys: the ones you have, one more, one fewer. */
export function Passkeys() {
  const reading = useReading()
  const queries = useQueryClient()
  const { data: passkeys = [], isError } = useQuery({
    queryKey: ['workspace.passkeys'],
    queryFn: async () => ((await (await client()).passkey.listUserPasskeys()).data ?? []) as Passkey[],
  })
  const again = () => queries.invalidateQueries({ queryKey: ['workspace.passkeys'] })
  const add = async () => {
    try {
      const answer = await (await client()).passkey.addPasskey({
        name: `${navigator.platform || 'This device'}`,
      })
      if (answer?.error) say(`No passkey was added. ${answer.error.message ?? ''}`, { bad: true })
      else say('A passkey was added.')
      await again()
    } catch {
      say('No passkey was added.', { bad: true })
    }
  }
  const remove = async (id: string) => {
    const answer = await (await client()).passkey.deletePasskey({ id })
    if (answer.error) say(`It stays. ${answer.error.message ?? ''}`, { bad: true })
    else say('That passkey no longer opens anything.')
    await again()
  }
  return (
    <section className="set">
      <h2>Signing in</h2>
      <p className="small soft">
        {isError
          ? 'Your passkeys could not be asked for just now.'
          : passkeys.length === 0
            ? 'You sign in with a password. A passkey is quicker and cannot be guessed.'
            : 'You sign in with a passkey or your password.'}
      </p>
      <ul className="rows">
        {passkeys.map((it) => (
          <li key={it.id}>
            <span>
              {it.name || 'A passkey'}{' '}
              <span className="small faint">
                since {saidDay(new Date(it.createdAt).toISOString(), reading)}
              </span>
            </span>
            <button type="button" className="btn bare" onClick={() => remove(it.id)}>
              Remove
            </button>
          </li>
        ))}
      </ul>
      <p className="set-acts">
        <button type="button" className="btn" onClick={add}>
          Add a passkey
        </button>
      </p>
    </section>
  )
}
