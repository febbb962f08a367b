import type { Role } from '../../src/platform/actor.ts'

const everybody: readonly Role[] = ['owner', 'manager', 'rep', 'specialist', 'viewer']
const whoReads: readonly Role[] = ['owner', 'manager', 'rep', 'viewer']
const whoSells: readonly Role[] = ['owner', 'manager', 'rep']
const whoManages: readonly Role[] = ['owner', 'manager']
const owners: readonly Role[] = ['owner']

/**
 * Who may do what: written down a second time, by hand and apart from the code, so that a slip in an operation is one
 * against two. An operation that is not here fails the test.
 */
export const expectedRoles: Readonly<Record<string, readonly Role[]>> = {
  // One's own place in the workspace.
  'workspace.me': everybody,
  'workspace.setProfile': everybody,
  'workspace.createToken': everybody,
  'workspace.tokens': everybody,
  'workspace.endToken': everybody,
  // The workspace and its members.
  'workspace.members': whoReads,
  'workspace.history': whoReads,
  'workspace.invite': whoManages,
  'workspace.withdrawInvitation': whoManages,
  'workspace.changeRole': whoManages,
  'workspace.endMember': whoManages,
  'workspace.rename': owners,
  'workspace.undo': whoSells,
  // What the team knows of people.
  'people.get': whoReads,
  'people.list': whoReads,
  'people.getCompany': whoReads,
  'relationships.person': whoSells,
  'relationships.score': whoSells,
  'relationships.capacity': whoSells,
  'relationships.unsorted': whoSells,
  'people.create': whoSells,
  'people.edit': whoSells,
  'people.editCompany': whoSells,
  'relationships.setRelation': whoSells,
  // One's own mail.
  'conversations.thread': whoSells,
  'lists.threadState': whoSells,
  'conversations.timeline': whoSells,
  'conversations.messageHtml': whoSells,
  'conversations.messageSource': whoSells,
  'conversations.messageAttachment': whoSells,
  'conversations.mailboxes': whoSells,
  'conversations.mailbox': whoSells,
  'conversations.import': whoSells,
  'conversations.unreadable': whoSells,
  'conversations.unreadableSource': whoSells,
  'conversations.proposeOwner': whoSells,
  'conversations.note': whoSells,
  'conversations.closeThread': whoSells,
  'conversations.confirmAddress': whoSells,
  'conversations.startUpload': whoSells,
  'conversations.putPart': whoSells,
  'conversations.importMail': whoSells,
  'conversations.importPaths': whoSells,
  'conversations.cancelImport': whoSells,
  'conversations.resumeImport': whoSells,
  'conversations.undoImport': whoSells,
  'conversations.openSample': whoSells,
  'conversations.removeSample': whoSells,
  // Lists beside how one stands oneself, and one's own mail found again.
  'lists.people': whoSells,
  'lists.companies': whoSells,
  'lists.search': whoSells,
  'lists.threads': whoSells,
  // One's own morning.
  'today.list': whoSells,
  'today.done': whoSells,
  'today.snooze': whoSells,
  'today.dismiss': whoSells,
  'today.status': whoSells,
}
