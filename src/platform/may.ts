import type { May } from './area.ts'

const may = (name: string, ...roles: May['roles']): May => ({ name, roles })

/** Every member, a specialist and a viewer too: one's own profile. */
export const anyMember = may('anyMember', 'owner', 'manager', 'rep', 'specialist', 'viewer')
/** Reads what the team may see: people, companies, figures. A specialist sees what an engagement gives, which is nothing yet. */
export const readsTeam = may('readsTeam', 'owner', 'manager', 'rep', 'viewer')
/** Works with people: mail, relations, notes, Today. */
export const sells = may('sells', 'owner', 'manager', 'rep')
/** Invites and sees to members. */
export const managesMembers = may('managesMembers', 'owner', 'manager')
/** Decides over the workspace itself. */
export const ownsWorkspace = may('ownsWorkspace', 'owner')
