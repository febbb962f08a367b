import type { Role } from '../../platform/actor.ts'

/** Whether one role may invite, change or end a member of another: managers see to those who sell, owners to everybody. */
export function mayManage(role: Role, other: Role): boolean {
  if (role === 'owner') return true
  return role === 'manager' && other !== 'owner' && other !== 'manager'
}

/** What an entry of the journal did to somebody's rights, if it did anything to them. */
export interface RightsEntry {
  tab: string
  kind: 'insert' | 'update' | 'delete'
  key: Record<string, unknown>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * Why a member may not take this entry back, or null: whoever undoes a change of rights must have been allowed to make it,
 * and it is never about their own.
 */
export function whyNotUndo(entry: RightsEntry, actor: { memberId: string; role: Role }): string | null {
  if (entry.tab === 'platform.workspace')
    return actor.role === 'owner' ? null : 'Only an owner changes the workspace.'
  const isMember = entry.tab === 'platform.member'
  if (!isMember && entry.tab !== 'platform.invitation') return null
  const { before, after } = entry
  if (isMember && entry.kind === 'update' && sameRights(before, after)) return null
  if (isMember && entry.key.id === actor.memberId) return 'Nobody changes what decides their own rights.'
  const roles = [before?.role, after?.role].filter((role) => role !== undefined) as Role[]
  const may =
    roles.length > 0 ? roles.every((role) => mayManage(actor.role, role)) : mayManage(actor.role, 'rep')
  return may ? null : `A ${actor.role} may not change this member’s rights.`
}

const sameRights = (before: RightsEntry['before'], after: RightsEntry['after']) =>
  ['role', 'ended_at', 'user_id', 'email'].every((column) => before?.[column] === after?.[column])
