// What higher areas may ask of conversations.
export { awayUntil, lastMailAt, mailLines } from './mail-lines.ts'
export { type MailboxState, mailboxState } from './mailbox-state.ts'
export { assertReadsThread } from './threads/assert-reads-thread.ts'
export { type OpenThread, openDays, openThreads } from './threads/open-threads.ts'
export type { ThreadState } from './threads/thread-state.ts'
export { whoAmI } from './threads/who-am-i.ts'
export { threadsWith } from './threads-with.ts'
export {
  firstMailsOf,
  ownDomains,
  type SpokenRow,
  spokenWith,
  type TouchRow,
  touchesOf,
} from './touches-of.ts'
