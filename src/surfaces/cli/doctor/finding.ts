/** What doctor found of one part. `mend`: what to do, where it is not well. */
export interface Finding {
  what: string
  ok: boolean
  says: string
  mend?: string
}
