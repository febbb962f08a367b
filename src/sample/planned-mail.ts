import type { SampleFile, SamplePerson } from './sample-shape.ts'

/** A mail of the sample world before it is written out as bytes. */
export interface PlannedMail {
  at: Date
  from: SamplePerson
  to: SamplePerson[]
  cc: SamplePerson[]
  subject: string
  /** What the writer wrote, greeting and sign-off included; quote and signature are added when it is written out. */
  text: string
  /** The mail that this one answers or forwards. */
  parent: PlannedMail | null
  forwards: boolean
  files: SampleFile[]
  /** Extra headers: List-Id, Auto-Submitted and the like. */
  headers: [name: string, value: string][]
  /** False for what a machine sends: no signature, no quote. */
  personal: boolean
  /** Nell's address that it was sent to or from, where it is not her own. */
  ownAddress?: string
}

/** A planned mail with what is not said filled in. */
export function plannedMail(
  mail: Pick<PlannedMail, 'at' | 'from' | 'to' | 'subject' | 'text'> & Partial<PlannedMail>,
): PlannedMail {
  return { cc: [], parent: null, forwards: false, files: [], headers: [], personal: true, ...mail }
}
