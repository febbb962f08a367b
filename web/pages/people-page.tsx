import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Grid } from '../areas/lists/grid.tsx'
import { ListViews } from '../areas/lists/list-views.tsx'
import { ALL_PEOPLE } from '../areas/lists/people-columns.tsx'
import { useRows } from '../areas/lists/use-rows.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { saidCount } from '../ui/when.ts'

const VIEWS = [
  { word: 'Everyone', search: {} },
  { word: 'Owed an answer', search: { owed: true } },
  { word: 'Your 15', search: { layer: 15 } },
  { word: 'Buyers', search: { relation: 'buyer' } },
  { word: 'Customers', search: { relation: 'customer' } },
  { word: 'Partners', search: { relation: 'partner' } },
  { word: 'Unsorted', search: { relation: 'unsorted' } },
] as const

/** Everyone the mail knows, as far as one scrolls. */
export function PeoplePage() {
  const search = useSearch({ from: '/shell/people' })
  const navigate = useNavigate()
  const list = useRows('people', search)
  const { figures } = useReading()
  useKeys({ c: () => navigate({ to: '/met' }) })
  return (
    <>
      <PageHead title="People" sub={list.count ? `${saidCount(list.count, figures)} in this view.` : ' '}>
        <Link className="btn" to="/relations">
          Who is who
        </Link>
        <Link className="btn go" to="/met">
          Met someone <kbd>C</kbd>
        </Link>
      </PageHead>
      <ListViews to="/people" search={search} onSearch={list.change} views={[...VIEWS]} />
      {list.error && !list.data ? <Failed error={list.error} again={list.refetch} /> : null}
      {list.isPending ? <Waiting rows={16} height={35} /> : null}
      {list.data && list.rows.length === 0 ? (
        <Empty
          title="Nobody here."
          because={
            search.q
              ? `no name holds “${search.q}” in this view.`
              : 'no mail has brought anyone to this view yet.'
          }
        />
      ) : null}
      {list.rows.length > 0 ? (
        <Grid
          label="People"
          columns={ALL_PEOPLE}
          rows={list.rows}
          count={list.count}
          sort={list.sort}
          dir={list.dir}
          onSort={list.onSort}
          onNearEnd={list.onNearEnd}
          onOpen={(row) => navigate({ to: '/people/$personId', params: { personId: row.id } })}
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
