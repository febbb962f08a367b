import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { RELATION_NAMES } from './areas/relationships/relation-words.ts'
import { Shell } from './areas/workspace/shell.tsx'
import type { Relation } from './catalogue.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { TroublePage } from './pages/trouble-page.tsx'
import { Waiting } from './ui/waiting.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

const Arriving = () => (
  <main>
    <Waiting page="Rapport" rows={0} />
  </main>
)

const root = createRootRoute({
  component: () => <Outlet />,
  notFoundComponent: () => (
    <main>
      <NotFoundPage />
    </main>
  ),
  errorComponent: (trouble) => (
    <main>
      <TroublePage {...trouble} />
    </main>
  ),
})

const keyed = (search: Record<string, unknown>): { key?: string | undefined } => ({ key: text(search.key) })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string | undefined } => ({ to: text(search.to) }),
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
  pendingComponent: Arriving,
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: keyed,
  component: lazyRouteComponent(() => import('./pages/claim-page.tsx'), 'ClaimPage'),
  pendingComponent: Arriving,
})
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  validateSearch: keyed,
  component: lazyRouteComponent(() => import('./pages/join-page.tsx'), 'JoinPage'),
  pendingComponent: Arriving,
})
const begin = createRoute({
  getParentRoute: () => root,
  path: '/begin',
  component: lazyRouteComponent(() => import('./pages/begin-page.tsx'), 'BeginPage'),
  pendingComponent: Arriving,
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  notFoundComponent: NotFoundPage,
})
const inShell = { getParentRoute: () => shell }

const pages = [
  createRoute({
    ...inShell,
    path: '/',
    component: lazyRouteComponent(() => import('./pages/today-page.tsx'), 'TodayPage'),
  }),
  createRoute({
    ...inShell,
    path: '/conversations',
    validateSearch: (search: Record<string, unknown>): { state?: string | undefined } => ({
      state: text(search.state),
    }),
    component: lazyRouteComponent(() => import('./pages/conversations-page.tsx'), 'ConversationsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/threads/$threadId',
    component: lazyRouteComponent(() => import('./pages/thread-page.tsx'), 'ThreadPage'),
  }),
  createRoute({
    ...inShell,
    path: '/people',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./pages/people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    ...inShell,
    path: '/people/$personId',
    component: lazyRouteComponent(() => import('./pages/person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    ...inShell,
    path: '/companies',
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./pages/companies-page.tsx'), 'CompaniesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/companies/$companyId',
    component: lazyRouteComponent(() => import('./pages/company-page.tsx'), 'CompanyPage'),
  }),
  createRoute({
    ...inShell,
    path: '/relations',
    component: lazyRouteComponent(() => import('./pages/relations-page.tsx'), 'RelationsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/mailboxes',
    component: lazyRouteComponent(() => import('./pages/mailboxes-page.tsx'), 'MailboxesPage'),
  }),
  createRoute({
    ...inShell,
    path: '/mailboxes/$mailboxId',
    component: lazyRouteComponent(() => import('./pages/mailbox-page.tsx'), 'MailboxPage'),
  }),
  createRoute({
    ...inShell,
    path: '/imports/$importId',
    component: lazyRouteComponent(() => import('./pages/import-page.tsx'), 'ImportPage'),
  }),
  createRoute({
    ...inShell,
    path: '/history',
    validateSearch: (
      search: Record<string, unknown>,
    ): { type?: string | undefined; id?: string | undefined } => ({
      type: text(search.type),
      id: text(search.id),
    }),
    component: lazyRouteComponent(() => import('./pages/history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    ...inShell,
    path: '/settings',
    component: lazyRouteComponent(() => import('./pages/settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...inShell,
    path: '/settings/members',
    component: lazyRouteComponent(() => import('./pages/members-page.tsx'), 'MembersPage'),
  }),
  createRoute({
    ...inShell,
    path: '/met',
    component: lazyRouteComponent(() => import('./pages/met-page.tsx'), 'MetPage'),
  }),
  createRoute({
    ...inShell,
    path: '/more',
    component: lazyRouteComponent(() => import('./pages/more-page.tsx'), 'MorePage'),
  }),
] as const

const SORTS = ['name', 'last', 'depth'] as const
/** What a list may be sorted by. */
export type ListSort = (typeof SORTS)[number]

/** What a list shows, kept in its address so that it can be linked and gone back to. */
export type ListSearch = {
  sort?: ListSort | undefined
  dir?: 'asc' | 'desc' | undefined
  relation?: Relation | undefined
  q?: string | undefined
  layer?: number | undefined
  owed?: boolean | undefined
}

function listSearch(search: Record<string, unknown>): ListSearch {
  return {
    sort: SORTS.find((sort) => sort === search.sort),
    dir: search.dir === 'asc' || search.dir === 'desc' ? search.dir : undefined,
    relation: RELATION_NAMES.find((name) => name === search.relation),
    q: text(search.q),
    layer: Number(search.layer) || undefined,
    owed: search.owed === true || undefined,
  }
}

/** The pages by their addresses; each page's code comes when it is first gone to. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, welcome, join, begin, shell.addChildren([...pages])]),
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Waiting page="Rapport" />,
  defaultErrorComponent: TroublePage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
