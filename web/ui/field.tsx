import './field.css'
import { type ComponentProps, type ReactNode, useId } from 'react'

type Props = {
  label: string
  hint?: ReactNode
  error?: ReactNode
  hidden?: boolean
} & ComponentProps<'input'>

/** A field with its name above it, and beneath it what is wrong or why it is asked. */
export function Field({ label, hint, error, hidden = false, ...input }: Props) {
  const id = useId()
  return (
    <div className="field-box">
      <label htmlFor={id} className={hidden ? 'sr' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className={error ? 'field err' : 'field'}
        {...(error ? { 'aria-invalid': true } : {})}
        {...(error || hint ? { 'aria-describedby': `${id}-more` } : {})}
        {...input}
      />
      {error || hint ? (
        <p id={`${id}-more`} className={error ? 'msg' : 'small faint'} {...(error ? { role: 'alert' } : {})}>
          {error ?? hint}
        </p>
      ) : null}
    </div>
  )
}
