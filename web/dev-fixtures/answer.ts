import type { Import, Mailbox, MailboxDetail } from '../shapes.ts'
import {
  relationshipFixture,
  takeOff,
  threadFixture,
  threadsFixture,
  timelineFixture,
  todayFixture,
} from './mail.ts'
import { ago, companies, idOf, people } from './world.ts'

/** What the invented server refuses. */
export class FixtureRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly help: string | null
  constructor(status: number, code: string, message: string, help: string | null = null) {
    super(message)
    this.status = status
    this.code = code
    this.help = help
  }
}

type In = Record<string, string | undefined>
const member = {
  id: idOf('member', 1),
  name: 'Nell Ashdown',
  email: 'nell@loomwright.example',
  role: 'owner',
  timeZone: 'Europe/Berlin',
}
const undoable = new Map<string, () => void>()
let actions = 0
let importBegan = 0

function act(back: () => void = () => undefined): { actionId: string } {
  actions += 1
  const actionId = idOf('action', actions)
  undoable.set(actionId, back)
  return { actionId }
}

function importFixture(importId: string): Import {
  const share = importId === idOf('import', 2) ? Math.min(1, (Date.now() - importBegan) / 25_000) : 1
  const found = Math.round(9310 * share)
  const duplicates = Math.round(found * 0.12)
  const lists = Math.round(found * 0.03)
  return {
    id: importId,
    mailboxId: idOf('mailbox', 1),
    state: share < 1 ? 'reading' : 'done',
    startedAt: ago(0, 1),
    finishedAt: share < 1 ? null : ago(0),
    found,
    stored: found - duplicates - lists,
    duplicates,
    skipped: { 'an empty entry': lists },
    bytesTotal: 81_000_000,
    bytesRead: Math.round(81_000_000 * share),
    rate: share < 1 ? 372 : null,
    secondsLeft: share < 1 ? Math.round((1 - share) * 25) : null,
    people: Math.round(412 * share),
    companies: Math.round(96 * share),
    threads: Math.round(2310 * share),
    error: null,
    undoable: share === 1,
  }
}

const skip = { 'over 50 MB': 5 }
const mailboxes: Mailbox[] = [
  {
    id: idOf('mailbox', 1),
    name: 'nell@loomwright.example',
    kind: 'file',
    visibility: 'only-me',
    addresses: [{ address: 'nell@loomwright.example', role: 'self' }],
    sum: { found: 48_212, stored: 47_881, duplicates: 326, skipped: skip, unreadable: 2, messages: 47_555 },
    lastAt: ago(0, 2),
  },
  {
    id: idOf('mailbox', 2),
    name: 'hello@loomwright.example',
    kind: 'file',
    visibility: 'dates',
    addresses: [{ address: 'hello@loomwright.example', role: 'self' }],
    sum: { found: 11_461, stored: 11_224, duplicates: 234, skipped: {}, unreadable: 0, messages: 11_224 },
    lastAt: ago(1, 2),
  },
  {
    id: idOf('mailbox', 3),
    name: 'Old laptop, letters-2019.mbox',
    kind: 'file',
    visibility: 'only-me',
    addresses: [],
    sum: { found: 2204, stored: 2204, duplicates: 0, skipped: {}, unreadable: 0, messages: 2204 },
    lastAt: ago(900),
  },
]

function mailboxFixture(id: string): MailboxDetail {
  const mailbox = mailboxes.find((it) => it.id === id) ?? (mailboxes[0] as Mailbox)
  return {
    ...mailbox,
    folders: [
      { name: 'Inbox', found: 18_204, stored: 17_951, duplicates: 248, skipped: skip, messages: 17_951 },
      { name: 'Sent', found: 9310, stored: 9310, duplicates: 0, skipped: {}, messages: 9310 },
      { name: 'Archive/2024', found: 20_698, stored: 20_620, duplicates: 78, skipped: {}, messages: 20_294 },
    ],
    imports: [importFixture(idOf('import', 1))],
    proposals: [
      {
        address: 'n.ashdown@oldfirm.example',
        mails: 214,
        proposal: 'yours',
        because: '214 mails from it carry your name and lie in Sent.',
      },
    ],
  }
}

function page<T>(all: T[], input: In): { items: T[]; next: string | null; about: number } {
  const from = Number(input.cursor ?? 0)
  const size = Number(input.limit ?? 60)
  return {
    items: all.slice(from, from + size),
    next: from + size < all.length ? String(from + size) : null,
    about: all.length,
  }
}

function sorted<T extends { name: string; depth: number; lastAt: string | null }>(rows: T[], input: In): T[] {
  const up = input.dir === 'asc' ? 1 : -1
  const by = input.sort ?? 'last'
  const value = (row: T) => (by === 'depth' ? row.depth : by === 'last' ? (row.lastAt ?? '') : row.name)
  return rows.toSorted((a, b) => (value(a) < value(b) ? -up : value(a) > value(b) ? up : 0))
}

const ANSWERS: Record<string, (input: In) => unknown> = {
  'setup.state': () => ({ claimed: true }),
  'setup.claim': () => ({}),
  'setup.join': () => ({}),
  'workspace.me': () => ({
    member,
    workspace: { id: idOf('workspace', 1), name: 'Loomwright' },
    mailboxes: 3,
    hasSample: true,
    truth: { sentence: '3 mailboxes add up', ok: true, checkedAt: ago(0, 0.2) },
  }),
  'workspace.members': () => ({
    items: [
      { ...member, joinedAt: ago(200), endedAt: null, isYou: true },
      {
        id: idOf('member', 2),
        name: 'Tobias Renn',
        email: 'tobias@loomwright.example',
        role: 'rep',
        joinedAt: ago(90),
        endedAt: null,
        isYou: false,
      },
    ],
    invitations: [
      { id: idOf('invitation', 1), email: 'imani@loomwright.example', role: 'manager', expiresAt: ago(-5) },
    ],
  }),
  'workspace.invite': () => ({ link: 'http://localhost:5173/join?key=4f1c9a77e2' }),
  'workspace.tokens': () => ({
    items: [
      {
        id: idOf('token', 1),
        name: 'Reporting sheet',
        role: 'viewer',
        createdAt: ago(40),
        lastUsedAt: ago(1),
        endedAt: null,
      },
    ],
  }),
  'workspace.createToken': () => ({ id: idOf('token', 2), key: 'rpt_9f2kq7c1v8x0m4t6' }),
  'workspace.history': () => ({
    items: [
      {
        actionId: idOf('action', 901),
        at: ago(0, 1),
        member: { id: member.id, name: member.name },
        via: 'web',
        name: 'today.dismiss',
        about: 'Put a line of Today aside',
        changes: [{ what: 'Bram Lutzenholm', field: 'reason', before: null, after: 'Answered elsewhere' }],
        undoable: true,
        undoneAt: null,
      },
      {
        actionId: idOf('action', 902),
        at: ago(0, 3),
        member: { id: member.id, name: member.name },
        via: 'web',
        name: 'people.edit',
        about: 'Change a person',
        changes: [
          { what: 'Ilse Varnhorst', field: 'title', before: 'Plant manager', after: 'Head of operations' },
        ],
        undoable: true,
        undoneAt: null,
      },
      {
        actionId: idOf('action', 903),
        at: ago(2),
        member: { id: member.id, name: 'Tobias Renn' },
        via: 'command line',
        name: 'relationships.setRelation',
        about: 'Say who someone is',
        changes: [{ what: 'recruitfast.example', field: 'relation', before: 'unsorted', after: 'pitch' }],
        undoable: true,
        undoneAt: ago(1),
      },
      {
        actionId: idOf('action', 904),
        at: ago(4),
        member: null,
        via: 'import',
        name: 'conversations.importMail',
        about: 'Read mail from files',
        changes: [],
        undoable: true,
        undoneAt: null,
      },
    ],
    next: null,
  }),
  'workspace.undo': (input) => {
    undoable.get(input.actionId ?? '')?.()
    return { ...act(), undone: 1, kept: [] }
  },
  'today.list': () => todayFixture(),
  'today.status': (input) => ({
    line: `${input.q?.includes('ilse') || input.q?.includes('varnhorst') ? 'Ilse asked one thing on Thursday and you have not answered' : 'The last mail was theirs, 6 days ago; nothing is owed'}; 28 mails since June.`,
    because: ['her mail of Thursday 07:51 asks, and asks you alone'],
  }),
  'people.get': (input) => {
    const row = people.find((it) => it.id === input.personId)
    if (!row) throw new FixtureRefusal(404, 'not-found', 'There is no such person.')
    const company = companies.find((it) => it.id === row.company?.id)
    return {
      id: row.id,
      name: row.name,
      given: row.name.split(' ')[0],
      family: row.name.split(' ').at(-1),
      title: row.title,
      company: company ? { id: company.id, name: company.name, domain: company.domain } : null,
      addresses: [
        {
          id: idOf('address', 1),
          address: row.address,
          evidence: 'from the mail of 2 June',
          firstSeen: ago(172),
        },
        {
          id: idOf('address', 2),
          address: row.address.replace('@', '.home@'),
          evidence: 'same name, same signature, answered in the same thread',
          firstSeen: ago(60),
        },
      ],
      phones: [{ id: idOf('phone', 1), number: '+49 4841 555 014' }],
      timeZone: 'Europe/Berlin',
      zoneMinutes: 60,
      owner: { id: member.id, name: member.name },
      tags: ['folkboat'],
      createdFrom: 'mail',
    }
  },
  'people.edit': () => act(),
  'people.create': () => ({ id: people[0]?.id, ...act() }),
  'people.getCompany': (input) => {
    const row = companies.find((it) => it.id === input.companyId)
    if (!row) throw new FixtureRefusal(404, 'not-found', 'There is no such company.')
    return {
      id: row.id,
      name: row.name,
      domain: row.domain,
      domains: [row.domain],
      people: row.people,
      relation: row.relation,
      relationBecause: 'you wrote to each other 28 times since June',
      createdFrom: 'mail',
    }
  },
  'people.editCompany': () => act(),
  'lists.people': (input) => {
    const q = input.q?.toLowerCase()
    const rows = people.filter(
      (row) =>
        (!q || row.name.toLowerCase().includes(q)) &&
        (!input.relation || row.relation === input.relation) &&
        (!input.owed || row.owed) &&
        (!input.layer || row.layer === Number(input.layer)) &&
        (!input.companyId || row.company?.id === input.companyId),
    )
    return page(sorted(rows, input), input)
  },
  'lists.companies': (input) => {
    const q = input.q?.toLowerCase()
    return page(
      sorted(
        companies.filter(
          (row) =>
            (!q || row.name.toLowerCase().includes(q)) &&
            (!input.relation || row.relation === input.relation) &&
            (!input.owed || row.owed),
        ),
        input,
      ),
      input,
    )
  },
  'lists.search': (input) => {
    const q = (input.q ?? '').toLowerCase()
    const text = 'both on one sheet for Osterlund, and their Sunday'
    const at = text.toLowerCase().indexOf(q)
    return {
      people: people
        .filter((it) => `${it.name} ${it.company?.name}`.toLowerCase().includes(q))
        .slice(0, 5)
        .map((it) => ({ id: it.id, name: it.name, company: it.company?.name ?? null, address: it.address })),
      companies: companies
        .filter((it) => it.name.toLowerCase().includes(q))
        .slice(0, 4)
        .map(({ id, name, domain }) => ({ id, name, domain })),
      messages:
        at >= 0
          ? [
              {
                messageId: idOf('message', 1),
                threadId: idOf('thread', 5),
                subject: 'Sunday rota',
                snippet: { text, marks: [[at, at + q.length]] },
                from: 'you to Signe',
                at: ago(6),
              },
            ]
          : [],
    }
  },
  'relationships.person': (input) => relationshipFixture(input.personId ?? ''),
  'relationships.setRelation': (input) => ({ ...act(), people: input.domain ? 3 : 1 }),
  'relationships.score': () => ({
    theirs: { answered: 31, of: 44, open: 6 },
    yours: { answered: 29, of: 30, medianHours: 3 },
    known: { answered: 24, of: 30, open: 3 },
    fresh: { answered: 7, of: 14, open: 3 },
    enough: true,
    sentence: 'Last 30 days, people only. Half of yours went out within 3 hours.',
  }),
  'relationships.capacity': () => {
    const fill = (layer: number, count: number, every: number) =>
      Array.from({ length: count }, (_, i) => ({
        id: idOf('seat', layer * 1000 + i),
        layer,
        drifting: i % every === every - 2,
      }))
    return {
      layers: [
        { layer: 5, places: 5, taken: 5, drifting: 0 },
        { layer: 15, places: 10, taken: 9, drifting: 1 },
        { layer: 50, places: 35, taken: 30, drifting: 5 },
        { layer: 150, places: 100, taken: 88, drifting: 13 },
      ],
      people: [...fill(5, 5, 99), ...fill(15, 9, 6), ...fill(50, 30, 7), ...fill(150, 88, 7)],
      sentence: '18 places are free. 18 people are drifting.',
    }
  },
  'relationships.unsorted': () => ({
    items: [
      'recruitfast.example',
      'brightmail-tools.example',
      'harrowgate-mutual.example',
      'stadtwerke-husum.example',
      'gullhaven.example',
      'kindergarten-am-deich.example',
      'seoboost.example',
      'nordholz-legal.example',
    ].map((domain, i) => ({
      domain,
      people: 1 + (i % 4),
      mails: 3 + i * 2,
      sample: people.slice(30 + i * 3, 32 + i * 3).map((it) => it.name),
      suggestion: (['pitch', 'pitch', 'buyer', null, 'buyer', 'private', 'pitch', null] as const)[i] ?? null,
    })),
    next: null,
  }),
  'conversations.threads': (input) => page(threadsFixture(input.state ?? 'all'), input),
  'conversations.thread': (input) => threadFixture(input.threadId ?? ''),
  'conversations.timeline': (input) => timelineFixture(input.cursor),
  'conversations.note': () => ({ id: idOf('note', 2), ...act() }),
  'conversations.mailboxes': () => ({
    items: mailboxes,
    sentence: 'Two mailboxes add up. One is three mails short.',
  }),
  'conversations.mailbox': (input) => mailboxFixture(input.mailboxId ?? ''),
  'conversations.unreadable': () => ({
    items: [
      {
        id: idOf('unreadable', 1),
        folder: 'Inbox',
        position: 1204,
        reason: 'the message ends in the middle of its headers',
        size: 812,
      },
      {
        id: idOf('unreadable', 2),
        folder: 'Inbox',
        position: 9333,
        reason: 'nested 200 deep, more than 100 are not read',
        size: 1_204_004,
      },
    ],
    next: null,
  }),
  'conversations.startUpload': () => ({ uploadId: idOf('upload', Math.ceil(Math.random() * 1e6)) }),
  'conversations.importMail': () => {
    importBegan = Date.now()
    return { importId: idOf('import', 2), mailboxId: idOf('mailbox', 1) }
  },
  'conversations.openSample': () => {
    importBegan = Date.now()
    return { importId: idOf('import', 2) }
  },
  'conversations.proposeOwner': () => ({
    addresses: [
      {
        address: 'nell@loomwright.example',
        name: 'Nell Ashdown',
        mails: 9310,
        because: '9,310 mails from it lie in a folder called Sent.',
      },
      {
        address: 'n.ashdown@oldfirm.example',
        name: 'Nell Ashdown',
        mails: 214,
        because: '214 mails from it carry the same name and lie in Sent.',
      },
      {
        address: 'tobias@loomwright.example',
        name: 'Tobias Renn',
        mails: 31,
        because: '31 mails from it lie in Sent; the name is another.',
      },
    ],
  }),
  'conversations.import': (input) => importFixture(input.importId ?? ''),
}

/** Answers one operation as the server would; what only changes something is taken as done. */
export function answer(name: string, input: In): unknown {
  if (name === 'today.done' || name === 'today.snooze' || name === 'today.dismiss') {
    const key = input.key ?? ''
    takeOff(key, true)
    return act(() => takeOff(key, false))
  }
  return ANSWERS[name]?.(input) ?? act()
}
