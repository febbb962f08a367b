import { sql } from 'kysely'
import type { Actor, Role } from '../actor.ts'
import type { Ctx } from '../context.ts'
import { fact } from '../facts.ts'
import type { House } from '../house.ts'
import { newId } from '../new-id.ts'
import { within } from '../perform.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { keyHash } from './key-hash.ts'
import { hashPassword, makeUser, userOfAddress } from './make-user.ts'
import type { SignIn } from './sign-in.ts'

/** Somebody came in: the first owner, or whoever was invited. Told here because it is done before there is a member. */
const memberJoined = fact<{ memberId: string }>('workspace.memberJoined')

export interface Claim {
  key: string
  name: string
  email: string
  password: string
  workspaceName: string
  timeZone?: string
}

/**
 * The first owner comes in by the one-time link, which closes behind them: user, member, the workspace's name and the
 * link's end in one transaction. `from`: the network address that asked, kept with the link. Answers the user's address.
 */
export async function claimWorkspace(house: House, claim: Claim, from: string): Promise<string> {
  const hash = keyHash(claim.key)
  const { rows } = await house.database.pool.query<{
    workspace_id: string
    member_id: string
    time_zone: string
  }>('select * from platform.owner_link_of($1)', [hash])
  const waiting = rows[0]
  if (!waiting) throw closed()
  const passwordHash = await hashPassword(claim.password)
  const actor: Actor = {
    workspaceId: waiting.workspace_id,
    memberId: waiting.member_id,
    role: 'owner',
    timeZone: claim.timeZone ?? waiting.time_zone,
    via: 'web',
  }
  const { name, email, workspaceName } = claim
  const doing = {
    name: 'workspace.claim',
    about: 'Come in as the first owner',
    kind: 'action',
    quiet: false,
  } as const
  await within(house, actor, doing, { name, email, workspaceName }, async (ctx) => {
    const used = await sql<{ workspaceId: string | null }>`
      select platform.use_owner_link(${hash}, ${from}) as workspace_id`.execute(ctx.tx)
    if (used.rows[0]?.workspaceId !== actor.workspaceId) throw closed()
    const userId = await makeUser(ctx.tx, { name, email, passwordHash })
    await sql`update platform.member set user_id = ${userId}, name = ${name}, email = ${email.toLowerCase()}, time_zone = ${actor.timeZone}, joined_at = ${ctx.now}
      where workspace_id = ${actor.workspaceId} and id = ${actor.memberId}`.execute(ctx.tx)
    await sql`update platform.workspace set name = ${workspaceName}, time_zone = ${actor.timeZone} where id = ${actor.workspaceId}`.execute(
      ctx.tx,
    )
    ctx.tell(memberJoined, { memberId: actor.memberId })
  })
  house.log.info({ workspace: actor.workspaceId, from }, 'The first owner came in, and the link is closed')
  return email
}

export interface Joining {
  key: string
  name: string
  password: string
  timeZone?: string
}

interface Invitation {
  workspace_id: string
  id: string
  email: string
  role: Role
  time_zone: string
}

/**
 * Whoever was invited comes in, with the role of the invitation. One who signs in here already (a member of another
 * workspace, or one who left) gives the password that they have. Answers the user's address.
 */
export async function joinWorkspace(house: House, signIn: SignIn, joining: Joining): Promise<string> {
  const hash = keyHash(joining.key)
  const { rows } = await house.database.pool.query<Invitation>(
    'select * from platform.invitation_at($1, $2)',
    [hash, house.clock.now()],
  )
  const invitation = rows[0]
  if (!invitation) throw closed()
  await checkOwnPassword(signIn, invitation.email, joining.password)
  const passwordHash = await hashPassword(joining.password)
  const memberId = newId(house.clock.now().getTime())
  const actor: Actor = {
    workspaceId: invitation.workspace_id,
    memberId: await formerMember(house, invitation, memberId),
    role: invitation.role,
    timeZone: joining.timeZone ?? invitation.time_zone,
    via: 'web',
  }
  const doing = {
    name: 'workspace.join',
    about: 'Come in by an invitation',
    kind: 'action',
    quiet: false,
  } as const
  await within(house, actor, doing, { name: joining.name, email: invitation.email }, async (ctx) => {
    const accepted = await sql`update platform.invitation set accepted_at = ${ctx.now}
      where workspace_id = ${actor.workspaceId} and id = ${invitation.id} and accepted_at is null and withdrawn_at is null
        and expires_at > ${ctx.now}`.execute(ctx.tx)
    if (accepted.numAffectedRows !== 1n) throw closed()
    await becomeMember(ctx, invitation, joining.name, passwordHash)
    ctx.tell(memberJoined, { memberId: actor.memberId })
  })
  return invitation.email
}

async function becomeMember(
  ctx: Ctx,
  { email, role }: Invitation,
  name: string,
  passwordHash: string,
): Promise<void> {
  const { workspaceId, memberId, timeZone } = ctx.actor
  const userId =
    (await userOfAddress(ctx.tx, email)) ?? (await makeUser(ctx.tx, { name, email, passwordHash }))
  await sql`insert into platform.member (workspace_id, id, user_id, name, email, role, time_zone, joined_at)
    values (${workspaceId}, ${memberId}, ${userId}, ${name}, ${email}, ${role}, ${timeZone}, ${ctx.now})
    on conflict (workspace_id, id) do update set name = excluded.name, role = excluded.role,
      time_zone = excluded.time_zone, joined_at = excluded.joined_at, ended_at = null`.execute(ctx.tx)
}

/** Somebody who was a member before comes back as the same one, with what is theirs. */
async function formerMember(
  house: House,
  { workspace_id, email }: Invitation,
  fresh: string,
): Promise<string> {
  const client = await house.database.pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspace_id])
    const { rows } = await client.query<{ id: string }>(
      'select id from platform.member where workspace_id = $1 and email = $2 and user_id is not null order by joined_at desc limit 1',
      [workspace_id, email],
    )
    return rows[0]?.id ?? fresh
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function checkOwnPassword(signIn: SignIn, email: string, password: string): Promise<void> {
  const until = await signIn.attempt(email)
  if (until)
    throw new Refusal('limited', 'Too many wrong passwords for this address.', { help: 'Wait ten minutes.' })
  if ((await signIn.knows(email, password)) === false)
    throw new Refusal('not-allowed', 'This address signs in here already, with another password.', {
      field: 'password',
      help: 'Come in with the password that you have.',
    })
  await signIn.succeeded(email)
}

function closed(): Refusal {
  const { code, message } = notAllowed('This link lets nobody in: it was used, withdrawn or never given out.')
  return new Refusal(code, message, { field: 'key', help: 'Ask whoever gave it to you for a new one.' })
}
