import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Column, Grid } from '../areas/lists/grid.tsx'
import { LastWord } from '../areas/lists/last-word.tsx'
import { ListViews } from '../areas/lists/list-views.tsx'
import { useRows } from '../areas/lists/use-rows.ts'
import { YearOfExchange } from '../areas/lists/year-of-exchange.tsx'
import { relationWord } from '../areas/relationships/relation-words.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import type { CompanyRow } from '../catalogue.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { saidCount } from '../ui/when.ts'

const COLUMNS: Column<CompanyRow>[] = [
  {
    head: 'Company',
    width: '20%',
    className: 'nm',
    sort: 'name',
    cell: (row) => (
      <Link className="name" to="/companies/$companyId" params={{ companyId: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { head: 'Depth', width: '80px', className: 'num n dp', cell: (row) => row.depth },
  {
    head: 'Last word',
    width: '18%',
    className: 'lw',
    sort: 'last',
    cell: (row) => (
      <LastWord at={row.lastAt} direction={row.lastDirection} name={row.lastPerson?.name ?? null} />
    ),
  },
  {
    head: 'Last mails, 12 months',
    width: '150px',
    className: 'exc',
    cell: (row) => <YearOfExchange strokes={row.exchange} />,
  },
  { head: 'People', width: '84px', className: 'num n hm', cell: (row) => row.people },
  {
    head: 'Domain',
    width: '20%',
    className: 'hm hide-mid',
    cell: (row) => <span className="faint">{row.domain}</span>,
  },
  { head: 'Who they are', className: 'hm', cell: (row) => relationWord(row.relation) },
  {
    head: 'Owed',
    width: '86px',
    className: 'hm',
    cell: (row) => (row.owed ? <span className="owes">by you</span> : null),
  },
]

const VIEWS = [
  { word: 'All', search: {} },
  { word: 'Owed an answer', search: { owed: true } },
  { word: 'Buyers', search: { relation: 'buyer' } },
  { word: 'Customers', search: { relation: 'customer' } },
  { word: 'Partners', search: { relation: 'partner' } },
  { word: 'Unsorted', search: { relation: 'unsorted' } },
  { word: 'Pitches', search: { relation: 'pitch' } },
] as const

/** Every company that the mail knows, by the word that came last. */
export function CompaniesPage() {
  const search = useSearch({ from: '/shell/companies' })
  const navigate = useNavigate()
  const list = useRows('companies', search)
  const { figures } = useReading()
  return (
    <>
      <PageHead title="Companies" sub={list.count ? `${saidCount(list.count, figures)} in this view.` : ' '}>
        <Link className="btn" to="/begin">
          Bring in mail
        </Link>
        <Link className="btn" to="/relations">
          Who is who
        </Link>
      </PageHead>
      <ListViews to="/companies" search={search} onSearch={list.change} views={[...VIEWS]} />
      {list.error && !list.data ? <Failed error={list.error} again={list.refetch} /> : null}
      {list.isPending ? <Waiting rows={16} height={35} /> : null}
      {list.data && list.rows.length === 0 ? (
        <Empty
          title="No company here."
          because={
            search.q
              ? `no name holds “${search.q}” in this view.`
              : 'no mail has brought one to this view yet.'
          }
        />
      ) : null}
      {list.rows.length > 0 ? (
        <Grid
          label="Companies"
          columns={COLUMNS}
          rows={list.rows}
          count={list.count}
          sort={list.sort}
          dir={list.dir}
          onSort={list.onSort}
          onNearEnd={list.onNearEnd}
          onOpen={(row) => navigate({ to: '/companies/$companyId', params: { companyId: row.id } })}
        />
      ) : null}
      {list.rows.length > 0 ? (
        <p className="count small faint">
          {new Intl.NumberFormat(figures).format(list.rows.length)}
          {list.count ? ` of ${saidCount(list.count, figures)}` : ''}
          {list.hasNextPage ? ', more as you scroll' : ''}
        </p>
      ) : null}
    </>
  )
}
