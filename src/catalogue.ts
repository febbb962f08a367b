import { cancelImport } from './areas/conversations/actions/cancel-import.ts'
import { closeThread } from './areas/conversations/actions/close-thread.ts'
import { confirmAddress } from './areas/conversations/actions/confirm-address.ts'
import { importMail } from './areas/conversations/actions/import-mail.ts'
import { importPaths } from './areas/conversations/actions/import-paths.ts'
import { note } from './areas/conversations/actions/note.ts'
import { openSample } from './areas/conversations/actions/open-sample.ts'
import { proposeOwner } from './areas/conversations/actions/propose-owner.ts'
import { putPart } from './areas/conversations/actions/put-part.ts'
import { removeSample } from './areas/conversations/actions/remove-sample.ts'
import { resumeImport } from './areas/conversations/actions/resume-import.ts'
import { startUpload } from './areas/conversations/actions/start-upload.ts'
import { undoImport } from './areas/conversations/actions/undo-import.ts'
import { importQuestion } from './areas/conversations/questions/import.ts'
import { mailbox } from './areas/conversations/questions/mailbox.ts'
import { mailboxes } from './areas/conversations/questions/mailboxes.ts'
import { messageAttachment } from './areas/conversations/questions/message-attachment.ts'
import { messageHtml } from './areas/conversations/questions/message-html.ts'
import { messageSource } from './areas/conversations/questions/message-source.ts'
import { thread } from './areas/conversations/questions/thread.ts'
import { timeline } from './areas/conversations/questions/timeline.ts'
import { unreadable } from './areas/conversations/questions/unreadable.ts'
import { unreadableSource } from './areas/conversations/questions/unreadable-source.ts'
import { companies } from './areas/lists/questions/companies.ts'
import { people } from './areas/lists/questions/people.ts'
import { search } from './areas/lists/questions/search.ts'
import { threadState } from './areas/lists/questions/thread-state.ts'
import { threads } from './areas/lists/questions/threads.ts'
import { create } from './areas/people/actions/create.ts'
import { edit } from './areas/people/actions/edit.ts'
import { editCompany } from './areas/people/actions/edit-company.ts'
import { get } from './areas/people/questions/get.ts'
import { getCompany } from './areas/people/questions/get-company.ts'
import { list } from './areas/people/questions/list.ts'
import { setRelation } from './areas/relationships/actions/set-relation.ts'
import { capacity } from './areas/relationships/questions/capacity.ts'
import { person } from './areas/relationships/questions/person.ts'
import { score } from './areas/relationships/questions/score.ts'
import { unsorted } from './areas/relationships/questions/unsorted.ts'
import { dismiss } from './areas/today/actions/dismiss.ts'
import { done } from './areas/today/actions/done.ts'
import { snooze } from './areas/today/actions/snooze.ts'
import { list as todayList } from './areas/today/questions/list.ts'
import { status } from './areas/today/questions/status.ts'
import { changeRole } from './areas/workspace/actions/change-role.ts'
import { createToken } from './areas/workspace/actions/create-token.ts'
import { endMember } from './areas/workspace/actions/end-member.ts'
import { endToken } from './areas/workspace/actions/end-token.ts'
import { invite } from './areas/workspace/actions/invite.ts'
import { rename } from './areas/workspace/actions/rename.ts'
import { setProfile } from './areas/workspace/actions/set-profile.ts'
import { undo } from './areas/workspace/actions/undo.ts'
import { withdrawInvitation } from './areas/workspace/actions/withdraw-invitation.ts'
import { history } from './areas/workspace/questions/history.ts'
import { me } from './areas/workspace/questions/me.ts'
import { members } from './areas/workspace/questions/members.ts'
import { tokens } from './areas/workspace/questions/tokens.ts'
import type { Operation } from './platform/area.ts'
import type { setupCalls } from './platform/auth/setup-calls.ts'

const every = [
  // workspace
  me,
  members,
  invite,
  withdrawInvitation,
  changeRole,
  endMember,
  setProfile,
  rename,
  createToken,
  tokens,
  endToken,
  history,
  undo,
  // people
  list,
  get,
  create,
  edit,
  getCompany,
  editCompany,
  // conversations
  mailboxes,
  mailbox,
  confirmAddress,
  startUpload,
  putPart,
  proposeOwner,
  importMail,
  importPaths,
  importQuestion,
  cancelImport,
  resumeImport,
  undoImport,
  unreadable,
  unreadableSource,
  openSample,
  removeSample,
  thread,
  closeThread,
  messageHtml,
  messageAttachment,
  messageSource,
  timeline,
  note,
  // relationships
  person,
  setRelation,
  score,
  capacity,
  unsorted,
  // lists
  people,
  companies,
  threads,
  threadState,
  search,
  // today
  todayList,
  status,
  done,
  snooze,
  dismiss,
] as const

/** What Rapport can do, one line each. Web, HTTP, command line and MCP are drawn from it. */
export const catalogue: Operation[] = [...every]

/** The same with each operation's own name and shapes, for the web app's types. */
export type Catalogue = typeof every
/** What can be called before anybody is a member. */
export type SetupCalls = typeof setupCalls
