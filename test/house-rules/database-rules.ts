import type { SchemaShape, TableShape } from '../../db/read-schema.ts'
import { storeys } from './import-rules.ts'
import type { Breach } from './source.ts'

/** Tables that belong to no workspace, and why. Whatever is not named here is a workspace's. */
const NO_TENANT: Readonly<Record<string, string>> = {
  'platform.workspace': 'is the workspace: its own id is the key',
  'platform.owner_link': 'opens the first workspace, before anybody is in one',
  'platform.worker': 'processes of this installation',
  'rapport.migration': 'which migrations this database has had',
}
/** Schemas of which the same is true: people sign in before they choose a workspace. */
const NO_TENANT_SCHEMAS: Readonly<Record<string, string>> = {
  auth: 'who signs in, whatever they may then enter',
}

/** Indexes that do not begin with the workspace, and why. */
const OTHER_INDEXES: Readonly<Record<string, string>> = {
  'platform.invitation_token_hash_key': 'asked before there is a workspace in the session',
  'platform.api_key_hash_key': 'asked before there is a workspace in the session',
  'platform.member_by_user': 'asked before there is a workspace in the session',
  'conversations.message_text_words': 'full text: read by one function, which names the workspace',
}

const nameOf = (table: TableShape) => `${table.schema}.${table.name}`
const isTenant = (table: TableShape) =>
  table.kind === 'table' && !(nameOf(table) in NO_TENANT) && !(table.schema in NO_TENANT_SCHEMAS)

/** Every workspace's row says whose it is, first of all, in its key and in each of its indexes and foreign keys. */
export const tenantRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables.filter(isTenant).flatMap((table) => {
    const path = nameOf(table)
    if (table.columns.every(({ name }) => name !== 'workspace_id'))
      return [{ path, why: 'it has no workspace_id' }]
    const said: Breach[] = []
    if (table.primaryKey[0] !== 'workspace_id')
      said.push({ path, why: 'its primary key does not begin with workspace_id' })
    for (const index of table.indexes)
      if (index.columns[0] !== 'workspace_id' && !(`${table.schema}.${index.name}` in OTHER_INDEXES))
        said.push({ path, why: `its index ${index.name} does not begin with workspace_id` })
    for (const key of table.foreignKeys)
      if (key.columns[0] !== 'workspace_id')
        said.push({ path, why: `a foreign key does not begin with workspace_id (${key.definition})` })
    return said
  })

/** Row-level security is the second lock: on for each workspace's table, with a policy on the session's workspace. */
export const rowSecurityRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables
    .filter((table) => isTenant(table) || nameOf(table) === 'platform.workspace')
    .flatMap((table) => {
      const path = nameOf(table)
      if (!table.rowSecurity) return [{ path, why: 'its row-level security is off' }]
      if (table.policies.length === 0) return [{ path, why: 'it has no policy' }]
      const open = table.policies.filter(({ definition }) => !definition.includes('app.workspace_id'))
      return open.map(({ name }) => ({ path, why: `its policy ${name} does not ask for the workspace` }))
    })

/** What is nobody's workspace's is out of the application's reach, but for who signs in. */
export const untenantedRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables
    .filter((table) => nameOf(table) in NO_TENANT && nameOf(table) !== 'platform.workspace')
    .filter((table) => table.appMay.length > 0)
    .map((table) => ({
      path: nameOf(table),
      why: `the application may ${table.appMay.join(', ')} all of it`,
    }))

/** A view is read with the rights of whoever asks, or it would show every workspace. */
export const viewRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables
    .filter(({ kind, invoker }) => kind === 'view' && !invoker)
    .map((view) => ({ path: nameOf(view), why: 'it is read with the rights of its owner' }))

/** A table knows of rows on its own storey or below, never above. */
export const downwardRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables.flatMap((table) =>
    table.foreignKeys
      .filter(({ toSchema }) => toSchema !== table.schema && storeyOf(toSchema) >= storeyOf(table.schema))
      .map(({ toSchema, toTable }) => ({
        path: nameOf(table),
        why: `it points up to ${toSchema}.${toTable}`,
      })),
  )

const storeyOf = (schema: string) =>
  schema === 'auth' ? -2 : schema === 'platform' ? -1 : (storeys[schema] ?? 99)

/** The application works as a role that row-level security holds for and that owns nothing to switch it off on. */
export function appRoleRule({ appRole }: Pick<SchemaShape, 'appRole'>): Breach[] {
  const path = appRole.name
  const said: Breach[] = []
  if (appRole.bypass) said.push({ path, why: 'it passes row-level security by' })
  if (appRole.superuser) said.push({ path, why: 'it is a superuser' })
  if (appRole.login) said.push({ path, why: 'it can log in' })
  if (appRole.owns.length > 0) said.push({ path, why: `it owns ${appRole.owns[0]}` })
  if (appRole.memberOf.length > 0) said.push({ path, why: `it is a member of ${appRole.memberOf[0]}` })
  return said
}

/** A function that runs as its owner names its search path, and is not everybody's to call. */
export const definerRule = ({ functions }: Pick<SchemaShape, 'functions'>): Breach[] =>
  functions
    .filter(({ definer }) => definer)
    .flatMap(({ schema, name, searchPath, everybodyMay, returns }) => {
      const path = `${schema}.${name}`
      const said: Breach[] = []
      if (!searchPath) said.push({ path, why: 'it runs as its owner on the search path of the caller' })
      // Nobody can call what returns a trigger.
      if (everybodyMay && returns !== 'trigger') said.push({ path, why: 'everybody may call it' })
      return said
    })

/** What the application may do to a journaled table is what the journal sees: never truncate. */
export const journalRule = ({ tables }: Pick<SchemaShape, 'tables'>): Breach[] =>
  tables.flatMap((table) => {
    const path = nameOf(table)
    if (path === 'platform.journal')
      return table.appMay
        .filter((right) => right !== 'select')
        .map((right) => ({ path, why: `the application may ${right} in it` }))
    return table.appMay.includes('truncate') ? [{ path, why: 'the application may truncate it' }] : []
  })
