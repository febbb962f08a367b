import type * as s from './shapes.ts'

type Nothing = Record<string, never>

/** Every operation that the pages call: what goes in, what comes back. */
export type Operations = {
  'setup.state': [Nothing, { claimed: boolean }]
  'setup.claim': [
    { key: string; name: string; email: string; password: string; workspaceName: string },
    unknown,
  ]
  'setup.join': [{ key: string; name: string; password: string }, unknown]
  'workspace.me': [Nothing, s.Me]
  'workspace.members': [Nothing, { items: s.Member[]; invitations: s.Invitation[] }]
  'workspace.invite': [{ email: string; role: s.Role }, { link: string }]
  'workspace.changeRole': [{ memberId: s.Id; role: s.Role }, Partial<s.Done>]
  'workspace.endMember': [{ memberId: s.Id }, Partial<s.Done>]
  'workspace.setProfile': [{ name?: string; timeZone?: string }, Partial<s.Done>]
  'workspace.rename': [{ name: string }, Partial<s.Done>]
  'workspace.createToken': [{ name: string; role: s.Role }, { id: s.Id; key: string }]
  'workspace.tokens': [Nothing, { items: s.Token[] }]
  'workspace.endToken': [{ tokenId: s.Id }, Partial<s.Done>]
  'workspace.history': [{ subjectType?: string; subjectId?: s.Id } & s.Paging, s.Page<s.HistoryEntry>]
  'workspace.undo': [{ actionId: s.Id }, s.Undone]
  'today.list': [{ at?: s.Time; limit?: number }, s.Today]
  'today.done': [{ key: string }, s.Done]
  'today.snooze': [{ key: string; until: s.Time }, s.Done]
  'today.dismiss': [{ key: string; reason: string }, s.Done]
  'today.status': [{ q: string }, s.Status]
  'people.get': [{ personId: s.Id }, s.Person]
  'people.edit': [
    { personId: s.Id; name?: string; title?: string; timeZone?: string; tags?: string[] },
    s.Done,
  ]
  'people.create': [
    {
      name: string
      address?: string
      companyName?: string
      where?: string
      personal?: string
      permission?: string
    },
    s.Done & { id: s.Id },
  ]
  'people.getCompany': [{ companyId: s.Id }, s.Company]
  'people.editCompany': [{ companyId: s.Id; name?: string }, s.Done]
  'lists.people': [s.ListFilter, s.Page<s.PersonRow> & { about: number }]
  'lists.companies': [s.ListFilter, s.Page<s.CompanyRow> & { about: number }]
  'lists.search': [{ q: string }, s.Found]
  'relationships.person': [{ personId: s.Id }, s.Relationship]
  'relationships.setRelation': [
    { personId?: s.Id; domain?: string; relation: s.Relation | null },
    s.Done & { people: number },
  ]
  'relationships.score': [{ days?: number }, s.Score]
  'relationships.capacity': [Nothing, s.Capacity]
  'relationships.unsorted': [s.Paging, s.Page<s.UnsortedDomain>]
  'conversations.threads': [
    { state: 'owed-by-me' | 'waiting-for-them' | 'all' } & s.Paging,
    s.Page<s.ThreadRow>,
  ]
  'conversations.thread': [{ threadId: s.Id }, s.Thread]
  'conversations.closeThread': [{ threadId: s.Id }, s.Done]
  'conversations.timeline': [{ personId: s.Id } & s.Paging, s.Page<s.TimelineItem>]
  'conversations.note': [
    { personId: s.Id; kind: s.NoteKind; text: string; at?: s.Time },
    s.Done & { id: s.Id },
  ]
  'conversations.mailboxes': [Nothing, { items: s.Mailbox[]; sentence: string }]
  'conversations.mailbox': [{ mailboxId: s.Id }, s.MailboxDetail]
  'conversations.confirmAddress': [
    { mailboxId: s.Id; address: string; role: 'self' | 'assistant' | 'other' },
    Partial<s.Done>,
  ]
  'conversations.unreadable': [{ importId: s.Id } & s.Paging, s.Page<s.Unreadable>]
  'conversations.startUpload': [{ path: string; size: number }, { uploadId: s.Id }]
  'conversations.importMail': [
    { mailboxName: string; me: string[]; uploads: s.Id[] },
    { importId: s.Id; mailboxId: s.Id },
  ]
  'conversations.proposeOwner': [{ uploads: s.Id[] }, { addresses: s.ProposedAddress[] }]
  'conversations.import': [{ importId: s.Id }, s.Import]
  'conversations.cancelImport': [{ importId: s.Id }, unknown]
  'conversations.resumeImport': [{ importId: s.Id }, unknown]
  'conversations.undoImport': [{ importId: s.Id }, Partial<s.Done>]
  'conversations.openSample': [Nothing, { importId: s.Id }]
  'conversations.removeSample': [Nothing, Partial<s.Done>]
}

export type OperationName = keyof Operations
export type Input<N extends OperationName> = Operations[N][0]
export type Output<N extends OperationName> = Operations[N][1]
