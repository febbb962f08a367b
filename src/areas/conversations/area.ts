import { defineArea } from '../../platform/area.ts'

/** Storey 2: mailboxes, mails, threads, notes. */
export const conversations = defineArea('conversations')
