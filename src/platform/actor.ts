export const roles = ['owner', 'manager', 'rep', 'specialist', 'viewer'] as const
export type Role = (typeof roles)[number]

export const surfaces = ['web', 'http', 'cli', 'mcp', 'system'] as const
export type Surface = (typeof surfaces)[number]

/** Who acts: always a member of one workspace. A key acts for the member who made it, with the lesser of both roles. */
export interface Actor {
  workspaceId: string
  memberId: string
  role: Role
  /** IANA name; days and business days are counted in it. */
  timeZone: string
  via: Surface
}
