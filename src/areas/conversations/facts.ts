import { fact } from '../../platform/facts.ts'

/** Mails came in (a batch), or notes: how this member stands with these people must be looked at again. */
export const peopleTouched = fact<{ memberId: string; personIds: string[] }>('conversations.peopleTouched')
/** An import moved: its figures changed, or it ended. */
export const importMoved = fact<{ importId: string; mailboxId: string; state: string }>(
  'conversations.importMoved',
)
/** A member said whose an address is, or took an import back: everything derived of that member's mail is to be made again. */
export const mailReread = fact<{ memberId: string }>('conversations.mailReread')
/** A thread's state was decided by a member. */
export const threadDecided = fact<{ threadId: string }>('conversations.threadDecided')
