import { type FormEvent, useMemo, useState } from 'react'
import type { Me } from '../../catalogue.ts'
import { Field } from '../../ui/field.tsx'
import { useAct } from './use-act.ts'

/** Your name and zone, and the name of the workspace. */
export function Profile({ me }: { me: Me }) {
  const [name, setName] = useState(me.member.name)
  const [timeZone, setTimeZone] = useState(me.member.timeZone)
  const [workspaceName, setWorkspaceName] = useState(me.workspace.name)
  const profile = useAct('workspace.setProfile', { said: () => 'Changed.' })
  const rename = useAct('workspace.rename', { said: (input) => `It is ${input.name} now.` })
  const zones = useMemo(() => {
    const all = Intl.supportedValuesOf('timeZone')
    return all.includes(me.member.timeZone) ? all : [me.member.timeZone, ...all]
  }, [me.member.timeZone])
  const keepMe = (event: FormEvent) => {
    event.preventDefault()
    profile.mutate({ name: name.trim(), timeZone })
  }
  const keepWorkspace = (event: FormEvent) => {
    event.preventDefault()
    rename.mutate({ name: workspaceName.trim() })
  }
  const mayRename = me.member.role === 'owner' || me.member.role === 'manager'
  return (
    <>
      <section className="set">
        <h2>You</h2>
        <form onSubmit={keepMe}>
          <Field
            label="Your name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={120}
          />
          <div className="field-box">
            <label htmlFor="zone">Your time zone</label>
            <select
              id="zone"
              className="field"
              value={timeZone}
              onChange={(event) => setTimeZone(event.target.value)}
            >
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </div>
          <p className="wide">
            <button
              type="submit"
              className="btn"
              disabled={name.trim() === '' || (name === me.member.name && timeZone === me.member.timeZone)}
            >
              Keep
            </button>
          </p>
        </form>
      </section>
      {mayRename ? (
        <section className="set">
          <h2>The workspace</h2>
          <form onSubmit={keepWorkspace}>
            <Field
              label="Its name"
              value={workspaceName}
              onChange={(event) => setWorkspaceName(event.target.value)}
              required
              maxLength={120}
            />
            <p className="wide">
              <button
                type="submit"
                className="btn"
                disabled={workspaceName.trim() === '' || workspaceName === me.workspace.name}
              >
                Keep
              </button>
            </p>
          </form>
        </section>
      ) : null}
    </>
  )
}
