import type pg from 'pg'

/** Every figure of a workspace that follows from its mails, by what does not change with ids: to compare two of them. */
export interface AllFigures {
  mails: string[]
  people: string[]
  addresses: string[]
  threads: string[]
  states: string[]
  companies: string[]
}

/**
 * Reads all figures of a workspace. A person goes by their addresses, a thread and a mail by content, so that two
 * databases that hold the same mails must answer the same, however the mails came in. What only says when something was
 * computed is left out, and the days of undated mails.
 */
export async function allFigures(pool: Pick<pg.Pool, 'query'>, workspaceId: string): Promise<AllFigures> {
  const lines = async (text: string) =>
    (await pool.query<{ line: string }>(text, [workspaceId])).rows.map((row) => row.line)
  const person = (id: string) =>
    `(select string_agg(x.address, ' ' order by x.address collate "C") from people.address x where x.workspace_id = $1 and x.person_id = ${id})`
  const thread = (id: string) =>
    `(select md5(string_agg(encode(x.content_key, 'hex'), ' ' order by x.content_key)) from conversations.message x where x.workspace_id = $1 and x.thread_id = ${id})`
  return {
    mails:
      await lines(`select jsonb_build_array(encode(m.content_key, 'hex'), m.id, case when m.dated then m.sent_at end, m.zone_minutes, a.address, m.from_name, m.subject, md5(m.new_text), m.words, m.kind,
        m.kind_because, m.asks, m.addressed_names, m.recipients, m.attachments, m.return_date, m.bounce, ${thread('m.thread_id')},
        (select jsonb_agg(jsonb_build_array(p.role, p.position, pa.address, p.name) order by p.role, p.position) from conversations.message_party p
          join people.address pa on pa.workspace_id = p.workspace_id and pa.id = p.address_id where p.workspace_id = $1 and p.message_id = m.id),
        (select jsonb_agg(distinct jsonb_build_array(f.name, c.member_id)) from conversations.message_copy c join conversations.folder f on f.workspace_id = c.workspace_id and f.id = c.folder_id
          where c.workspace_id = $1 and c.message_id = m.id))::text as line
      from conversations.message m left join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
      where m.workspace_id = $1 order by 1`),
    people:
      await lines(`select jsonb_build_array(${person('p.id')}, p.name, p.given, p.family, p.name_source, p.zone_minutes, c.name, r.relation, r.rule, r.because, r.domain,
        (select jsonb_agg(to_jsonb(s) - 'person_id' - 'workspace_id' - 'computed_at' order by s.member_id) from relationships.standing s where s.workspace_id = $1 and s.person_id = p.id))::text as line
      from people.person p left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      left join relationships.relation r on r.workspace_id = p.workspace_id and r.person_id = p.id where p.workspace_id = $1 order by 1`),
    addresses:
      await lines(`select jsonb_build_array(a.address, a.kind, a.name, a.evidence, a.first_seen, a.person_id is not null)::text as line
      from people.address a where a.workspace_id = $1 order by 1`),
    threads: await lines(`select jsonb_build_array(${thread('t.id')}, t.subject, t.messages,
        case when (select bool_or(m.dated) from conversations.message m where m.workspace_id = $1 and m.thread_id = t.id) then jsonb_build_array(t.first_at, t.last_at) end)::text as line
      from conversations.thread t where t.workspace_id = $1 order by 1`),
    states:
      await lines(`select jsonb_build_array(s.member_id, ${thread('s.thread_id')}, s.state, s.rule, s.because, s.since, s.message_id, s.person_address, s.quote, s.quote_start, s.quote_end, s.last_at)::text as line
      from conversations.thread_state s where s.workspace_id = $1 order by 1`),
    companies:
      await lines(`select jsonb_build_array(c.name, (select string_agg(d.domain, ' ' order by d.domain) from people.domain d where d.workspace_id = $1 and d.company_id = c.id),
        (select count(*) from people.person p where p.workspace_id = $1 and p.company_id = c.id))::text as line from people.company c where c.workspace_id = $1 order by 1`),
  }
}

/** Of each kind the lines that only one of two has, the first few; empty where all is the same. */
export function differences(
  a: AllFigures,
  b: AllFigures,
  most = 5,
): Record<string, { only: string[]; other: string[] }> {
  const found: Record<string, { only: string[]; other: string[] }> = {}
  for (const kind of Object.keys(a) as (keyof AllFigures)[]) {
    const [one, two] = [new Set(a[kind]), new Set(b[kind])]
    const only = a[kind].filter((line) => !two.has(line))
    const other = b[kind].filter((line) => !one.has(line))
    if (only.length + other.length > 0)
      found[`${kind}: ${only.length} and ${other.length} of ${a[kind].length}`] = {
        only: only.slice(0, most),
        other: other.slice(0, most),
      }
  }
  return found
}
