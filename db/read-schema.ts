import type { ClientBase } from 'pg'

/** A table or view as PostgreSQL's catalog knows it. Names are bare; definitions are PostgreSQL's own words. */
export interface TableShape {
  schema: string
  name: string
  kind: 'table' | 'view'
  columns: { name: string; type: string; notNull: boolean; default: string | null }[]
  primaryKey: string[]
  indexes: { name: string; columns: string[]; definition: string }[]
  foreignKeys: { columns: string[]; toSchema: string; toTable: string; definition: string }[]
  checks: string[]
  rowSecurity: boolean
  /** Of a view: read with the rights of whoever asks. */
  invoker: boolean
  policies: { name: string; definition: string }[]
  triggers: string[]
  /** What the application's role may do with it. */
  appMay: string[]
}

export interface FunctionShape {
  schema: string
  name: string
  args: string
  returns: string
  definer: boolean
  /** Whether it names its own search path. */
  searchPath: boolean
  appMay: boolean
  everybodyMay: boolean
  body: string
}

export interface SchemaShape {
  tables: TableShape[]
  functions: FunctionShape[]
  appRole: {
    name: string
    bypass: boolean
    superuser: boolean
    login: boolean
    owns: string[]
    memberOf: string[]
  }
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'extension', 'graphile_worker', 'public')
  and n.nspname !~ '^pg_'`

/** Reads what the migrations made, from the catalog: tables, indexes, keys, policies, triggers, functions and rights. */
export async function readSchema(client: ClientBase, app = 'rapport_app'): Promise<SchemaShape> {
  const { rows: tables } = await client.query<TableShape>(
    `select n.nspname as schema, c.relname as name, case c.relkind when 'v' then 'view' else 'table' end as kind,
      (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'notNull', a.attnotnull, 'default', case when a.attidentity <> '' then 'identity'
            else pg_get_expr(d.adbin, d.adrelid) end) order by a.attnum), '[]')
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(a.attname order by k.n), '[]') from pg_index i
        cross join unnest(i.indkey) with ordinality k(att, n)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.att
        where i.indrelid = c.oid and i.indisprimary) as "primaryKey",
      (select coalesce(json_agg(json_build_object('name', ic.relname, 'definition', pg_get_indexdef(i.indexrelid), 'columns',
          (select json_agg(pg_get_indexdef(i.indexrelid, n, true) order by n) from generate_series(1, i.indnkeyatts) n))
          order by ic.relname), '[]')
        from pg_index i join pg_class ic on ic.oid = i.indexrelid where i.indrelid = c.oid) as indexes,
      (select coalesce(json_agg(json_build_object('definition', pg_get_constraintdef(k.oid), 'toSchema', fn.nspname,
          'toTable', fc.relname, 'columns', (select json_agg(a.attname order by x.n) from unnest(k.conkey) with ordinality x(att, n)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = x.att)) order by pg_get_constraintdef(k.oid)), '[]')
        from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
        where k.conrelid = c.oid and k.contype = 'f') as "foreignKeys",
      (select coalesce(json_agg(pg_get_constraintdef(k.oid) order by k.conname), '[]') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c') as checks,
      c.relrowsecurity as "rowSecurity", coalesce('security_invoker=true' = any(c.reloptions), false) as invoker,
      (select coalesce(json_agg(json_build_object('name', p.polname, 'definition', concat_ws(' ',
          'using (' || pg_get_expr(p.polqual, p.polrelid) || ')', 'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')'))
          order by p.polname), '[]') from pg_policy p where p.polrelid = c.oid) as policies,
      (select coalesce(json_agg(pg_get_triggerdef(t.oid) order by t.tgname), '[]') from pg_trigger t
        where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
      (select coalesce(json_agg(p order by p), '[]') from unnest(array['select','insert','update','delete','truncate']) p
        where has_table_privilege($1, c.oid, p)) as "appMay"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and ${OURS} order by 1, 2`,
    [app],
  )
  const { rows: functions } = await client.query<FunctionShape>(
    `select n.nspname as schema, p.proname as name, pg_get_function_identity_arguments(p.oid) as args,
      coalesce(pg_get_function_result(p.oid), 'nothing') as returns, p.prosecdef as definer,
      coalesce((select bool_or(s like 'search_path=%') from unnest(p.proconfig) s), false) as "searchPath",
      has_function_privilege('public', p.oid, 'execute') as "everybodyMay",
      has_function_privilege($1, p.oid, 'execute') as "appMay", p.prosrc as body
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} order by 1, 2, 3`,
    [app],
  )
  const { rows: role } = await client.query<SchemaShape['appRole']>(
    `select r.rolname as name, r.rolbypassrls as bypass, r.rolsuper as superuser, r.rolcanlogin as login,
      (select coalesce(json_agg(c.relname order by c.relname), '[]') from pg_class c where c.relowner = r.oid) as owns,
      (select coalesce(json_agg(g.rolname order by g.rolname), '[]') from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = r.oid) as "memberOf"
    from pg_roles r where r.rolname = $1`,
    [app],
  )
  if (!role[0]) throw new Error(`There is no role ${app}`)
  return { tables, functions, appRole: role[0] }
}
