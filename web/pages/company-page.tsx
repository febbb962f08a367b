import '../areas/people/person.css'
import '../areas/lists/grid.css'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Grid } from '../areas/lists/grid.tsx'
import { COMPANY_PEOPLE } from '../areas/lists/people-columns.tsx'
import { useRows } from '../areas/lists/use-rows.ts'
import { RelationNote } from '../areas/relationships/relation-note.tsx'
import { StatusLine } from '../areas/today/status-line.tsx'
import { useAct } from '../areas/workspace/use-act.ts'
import { useAsk } from '../ask.ts'
import { Editable } from '../ui/editable.tsx'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { many } from '../ui/when.ts'

/** One company: status in a line, its people by who knows them, whose mail counts. */
export function CompanyPage() {
  const { companyId } = useParams({ from: '/shell/companies/$companyId' })
  const navigate = useNavigate()
  const asked = useAsk('people.getCompany', { companyId })
  const company = asked.data
  const people = useRows('people', { companyId, sort: 'depth' })
  const standing = useAsk('lists.companies', { companyId, sort: 'name', limit: 1 }).data?.items[0]
  const domain = company?.domains[0] ?? null
  const edit = useAct('people.editCompany', { said: () => 'Changed.' })
  if (asked.error && !company) return <Failed page="A company" error={asked.error} again={asked.refetch} />
  if (!company) return <Waiting page="A company" rows={8} height={60} />
  return (
    <>
      <div className="person-head">
        <PageHead
          title={company.name}
          name={
            <Editable value={company.name} label="Name" onSave={(name) => edit.mutate({ companyId, name })} />
          }
          sub={`${domain ?? 'No domain of its own'}, ${many(company.people, 'person', 'people')} here.`}
          below={<StatusLine q={domain ?? company.name} />}
        />
      </div>
      <div className="two-cols company-cols">
        <div>
          {people.error && !people.data ? <Failed error={people.error} again={people.refetch} /> : null}
          {people.isPending ? <Waiting rows={6} height={35} /> : null}
          {people.data && people.rows.length === 0 ? (
            <Empty
              title="Nobody of theirs is known yet."
              because="no mail from this domain was written by a person."
            />
          ) : null}
          {people.rows.length > 0 ? (
            <Grid
              label={`People at ${company.name}`}
              columns={
                people.rows.some((row) => row.title)
                  ? COMPANY_PEOPLE
                  : COMPANY_PEOPLE.filter((it) => it.head !== 'Title')
              }
              rows={people.rows}
              count={people.count}
              sort={people.sort}
              dir={people.dir}
              onNearEnd={people.onNearEnd}
              onOpen={(row) => navigate({ to: '/people/$personId', params: { personId: row.id } })}
            />
          ) : null}
        </div>
        <aside aria-label="In the margin">
          {standing ? (
            <RelationNote
              relation={standing.relation}
              because={standing.relationBecause}
              said={domain !== null}
              domain={domain}
              who={company.name}
            />
          ) : null}
          <section>
            <h2>Its domains</h2>
            <p className="small soft">
              {company.domains.length > 0
                ? company.domains.join(', ')
                : 'none; it is known by its name alone'}
            </p>
            <p className="small faint">
              <Link className="link" to="/history" search={{ type: 'company', id: company.id }}>
                What changed here
              </Link>
            </p>
          </section>
        </aside>
      </div>
    </>
  )
}
