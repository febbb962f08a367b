import { Link } from '@tanstack/react-router'
import type { PersonRow } from '../../catalogue.ts'
import { relationWord } from '../relationships/relation-words.ts'
import type { Column } from './grid.tsx'
import { LastWord } from './last-word.tsx'
import { YearOfExchange } from './year-of-exchange.tsx'

const name: Column<PersonRow> = {
  head: 'Name',
  width: '20%',
  className: 'nm',
  sort: 'name',
  cell: (row) => (
    <Link className="name" to="/people/$personId" params={{ personId: row.id }}>
      {row.name}
    </Link>
  ),
}
const company: Column<PersonRow> = {
  head: 'Company',
  width: '16%',
  className: 'hm',
  cell: (row) =>
    row.company ? (
      <Link to="/companies/$companyId" params={{ companyId: row.company.id }}>
        {row.company.name}
      </Link>
    ) : null,
}
const depth: Column<PersonRow> = {
  head: 'Depth',
  width: '76px',
  className: 'num n dp',
  sort: 'depth',
  cell: (row) => row.depth,
}
const lastWord: Column<PersonRow> = {
  head: 'Last word',
  width: '17%',
  className: 'lw',
  sort: 'last',
  cell: (row) => <LastWord at={row.lastAt} direction={row.lastDirection} name="they" />,
}
const year: Column<PersonRow> = {
  head: 'Last mails, 12 months',
  width: '140px',
  className: 'exc',
  cell: (row) => <YearOfExchange strokes={row.exchange} />,
}
const owed: Column<PersonRow> = {
  head: 'Owed',
  width: '86px',
  className: 'hm',
  cell: (row) => (row.owed ? <span className="owes">by you</span> : null),
}

/** The columns of everyone. */
export const ALL_PEOPLE: Column<PersonRow>[] = [
  name,
  company,
  depth,
  lastWord,
  year,
  { head: 'Theirs', width: '74px', className: 'num n hm hide-mid', cell: (row) => row.theirs },
  { head: 'Yours', width: '74px', className: 'num n hm hide-mid', cell: (row) => row.mine },
  { head: 'Who they are', className: 'hm', cell: (row) => relationWord(row.relation) },
  owed,
]

function unsorted(column: Column<PersonRow>): Column<PersonRow> {
  const { sort: _, ...rest } = column
  return rest
}

/** The columns of the people at one company. */
export const COMPANY_PEOPLE: Column<PersonRow>[] = [
  { ...unsorted(name), width: '28%' },
  { head: 'Title', width: '22%', className: 'hm', cell: (row) => row.title },
  unsorted(depth),
  { ...unsorted(lastWord), width: '24%' },
  year,
  owed,
]
