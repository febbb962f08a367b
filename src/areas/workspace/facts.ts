import { fact } from '../../platform/facts.ts'

/** Told by the platform's auth/enter-workspace.ts, because whoever comes in is no member before. */
export const memberJoined = fact<{ memberId: string }>('workspace.memberJoined')
export const memberInvited = fact<{ invitationId: string }>('workspace.memberInvited')
export const invitationWithdrawn = fact<{ invitationId: string }>('workspace.invitationWithdrawn')
export const roleChanged = fact<{ memberId: string }>('workspace.roleChanged')
export const memberEnded = fact<{ memberId: string }>('workspace.memberEnded')
export const profileChanged = fact<{ memberId: string }>('workspace.profileChanged')
export const renamed = fact<{ workspaceId: string }>('workspace.renamed')
export const tokenCreated = fact<{ tokenId: string }>('workspace.tokenCreated')
export const tokenEnded = fact<{ tokenId: string }>('workspace.tokenEnded')
/** Something was taken back: whatever shows what it wrote looks again. */
export const undone = fact<{ actionId: string; tables: string[] }>('workspace.undone')
