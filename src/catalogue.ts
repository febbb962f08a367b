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

/** What Rapport can do, one line each. Web, HTTP, command line and MCP are drawn from it. */
export const catalogue: Operation[] = [
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
]
