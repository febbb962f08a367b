import type { Message, Relationship, Thread, ThreadRow, TimelineItem, Today, TodayItem } from '../shapes.ts'
import { ago, companies, idOf, people, strokes } from './world.ts'

const ILSE =
  'Good morning Nell. The pilot list is with me and I like it. We are nearly there. Can the night shift see their own rota on a phone before we sign? It is the only thing my foremen will ask me.'
const ASK = 'Can the night shift see their own rota on a phone before we sign?'
const askSpan = { start: ILSE.indexOf(ASK), end: ILSE.indexOf(ASK) + ASK.length }
const QUOTE = ILSE.slice(ILSE.indexOf('We are'))

const LINES: [string, string, number, string, string][] = [
  [
    'reply-owed',
    'Reply',
    0,
    'she asked one thing on Thursday. You usually answer her within 9 hours; it is 4 days.',
    'asked Thu',
  ],
  ['reply-owed', 'Reply', 3, 'he asked you alone on Monday, and nobody has answered.', 'wrote 16:40'],
  [
    'promise-due',
    'Send',
    1,
    'you wrote “the order form comes on Tuesday”. This is Tuesday.',
    'promised today',
  ],
  [
    'follow-up-due',
    'Forward',
    4,
    'four business days without an answer. Your first mail was 215 characters.',
    '4 days',
  ],
  [
    'follow-up-due',
    'Forward',
    2,
    'you asked on 11 November; five business days in her zone have passed.',
    '5 days',
  ],
  [
    'drifting',
    'Say hello',
    6,
    'he is one of your fifteen. 41 days quiet; the two of you have never gone past 30.',
    '41 days',
  ],
  ['follow-up-due', 'Decide', 8, 'two forwards, no word since 6 November.', '12 days'],
  ['drifting', 'Say hello', 9, 'one of your five. 36 days quiet; the usual gap is 12.', '36 days'],
  ['drifting', 'Say hello', 11, 'one of your fifty. 64 days quiet; the usual gap is 21.', '64 days'],
]
const gone = new Set<string>()
let done = 3

/** Takes a line off the list, or puts it back. */
export function takeOff(key: string, off: boolean): void {
  if (off) gone.add(key)
  else gone.delete(key)
  done += off ? 1 : -1
}

export function todayFixture(): Today {
  const items: TodayItem[] = LINES.map(([kind, verb, who, because, when], index) => {
    const person = people[who]
    return {
      rank: index + 1,
      kind,
      because,
      score: 74 - index * 6,
      scoreParts: [
        { label: 'She asked, and asked you alone', points: 40 },
        { label: 'One of your 15', points: 20 },
        { label: '4 days past your usual 9 hours', points: 14 - index * 6 },
      ],
      subject: { type: 'person', id: person?.id ?? '', name: person?.name ?? '' },
      person: person ? { id: person.id, name: person.name, address: person.address } : null,
      company: person?.company ?? null,
      thread:
        kind === 'drifting'
          ? null
          : { id: idOf('thread', who + 1), subject: 'Pilot list', messageId: idOf('message', 1) },
      since: ago(4),
      quote:
        who === 0
          ? { text: QUOTE, saidStart: QUOTE.indexOf(ASK), saidEnd: QUOTE.indexOf(ASK) + ASK.length }
          : kind === 'reply-owed'
            ? { text: 'Here are the headcounts. Would Thursday do for the call?', saidStart: 25, saidEnd: 56 }
            : null,
      key: `${kind}-${who}`,
      verb,
      when,
    }
  }).filter((item) => !gone.has(item.key))
  const words = 'No One Two Three Four Five Six Seven Eight Nine'.split(' ')
  return {
    at: ago(0),
    sentence: items.length
      ? `${words[items.length]} people, about ${items.length * 6} minutes.`
      : 'That was all of it.',
    sub: `Tuesday 18 November. ${words[done] ?? done} already done.`,
    end: 'That is all of it. Nothing more will be added before tomorrow, unless someone writes.',
    items: items.map((item, index) => ({ ...item, rank: index + 1 })),
    folded: {
      people: 27,
      sentence: '27 people at 14 domains wrote and are not sorted yet. They wait outside this list.',
    },
    doneToday: done,
    reading: null,
  }
}

export function threadsFixture(state: string): ThreadRow[] {
  const states = ['owed-by-me', 'waiting-for-them', 'closed', 'needs-no-reply'] as const
  const because = [
    'she asked you alone, unanswered for 4 days',
    'you asked on Wednesday',
    'they thanked you last',
    'nothing was asked',
  ]
  return people
    .slice(0, 60)
    .map((person, index) => ({
      id: idOf('thread', index + 1),
      subject: ['Pilot list', 'Order form', 'Sunday rota', 'Headcounts', 'Price for 120 seats'][
        index % 5
      ] as string,
      state: states[index % 4] as ThreadRow['state'],
      because: because[index % 4] as string,
      people: [{ id: person.id, name: person.name }],
      lastAt: ago(index * 0.8, 2),
      messages: 2 + (index % 9),
      snippet:
        index % 4 === 0
          ? QUOTE
          : 'Here is the list of twelve for the pilot, because you said the packing line should go first.',
    }))
    .filter((thread) => state === 'all' || !state || thread.state === state)
}

const me = { name: 'Nell Ashdown', address: 'nell@loomwright.example', personId: null, mine: true }

export function threadFixture(id: string): Thread {
  const number = Number.parseInt(id.slice(-12), 16) || 1
  const person = people[(number - 1) % people.length]
  const them = {
    name: person?.name ?? '',
    address: person?.address ?? '',
    personId: person?.id ?? null,
    mine: false,
  }
  const base = {
    zoneMinutes: 60,
    dateUncertain: false,
    cc: [],
    kind: 'human',
    kindBecause: null,
    folders: ['Inbox'],
    subject: 'Pilot list',
  }
  const messages: Message[] = [
    {
      ...base,
      id: idOf('message', 3),
      at: ago(5, 3),
      from: them,
      to: [me],
      hasHtml: false,
      attachments: [],
      asks: [],
      foldedSignature: null,
      newText:
        'We printed the rota four times this week. Four times! If the packing line goes first, the others will come to look by themselves.',
      foldedQuote: { lines: 12, text: 'On Mon, Nell Ashdown wrote:\n> Which line should go first?' },
    },
    {
      ...base,
      id: idOf('message', 2),
      at: ago(4, 16),
      from: me,
      to: [them],
      hasHtml: false,
      folders: ['Sent'],
      newText:
        'Here is the list of twelve for the pilot, because you said the packing line should go first. Is Monday 1 December a good first day?',
      asks: [{ start: 92, end: 132, text: '' }],
      foldedQuote: null,
      foldedSignature: { text: 'Nell Ashdown\nLoomwright' },
      attachments: [{ index: 0, name: 'pilot-list.xlsx', type: 'application/vnd.ms-excel', size: 18_204 }],
    },
    {
      ...base,
      id: idOf('message', 1),
      at: ago(4, 1),
      from: them,
      to: [me],
      cc: [{ ...them, name: 'Dr. Priya Ostrander', address: 'priya@pellworm-dairy.example' }],
      newText: ILSE,
      asks: [{ ...askSpan, text: ASK }],
      foldedQuote: {
        lines: 31,
        text: 'On Wed, Nell Ashdown wrote:\n> Here is the list of twelve for the pilot',
      },
      foldedSignature: { text: 'Ilse Varnhorst\nHead of operations\nPellworm Dairy, Husum' },
      hasHtml: true,
      attachments: [],
    },
  ]
  return {
    id,
    subject: 'Pilot list',
    state: 'owed-by-me',
    rule: 'asked-me-alone',
    visibility: 'only-me',
    messages,
    because: 'she asked one thing on Thursday, of you alone, and it has no answer.',
  }
}

export function timelineFixture(cursor: string | undefined): { items: TimelineItem[]; next: string | null } {
  const mail = { type: 'mail' as const, threadId: idOf('thread', 1), subject: 'Pilot list', kind: 'human' }
  const items: TimelineItem[] = [
    {
      ...mail,
      messageId: idOf('message', 1),
      at: ago(4, 1),
      direction: 'theirs',
      newText: ILSE,
      asks: [askSpan],
      foldedQuoteLines: 31,
    },
    {
      ...mail,
      messageId: idOf('message', 2),
      at: ago(4, 16),
      direction: 'mine',
      asks: [],
      foldedQuoteLines: 0,
      newText:
        'Here is the list of twelve for the pilot, because you said the packing line should go first. Is Monday 1 December a good first day?',
    },
    {
      ...mail,
      messageId: idOf('message', 3),
      at: ago(5, 3),
      direction: 'theirs',
      asks: [],
      foldedQuoteLines: 12,
      newText:
        'We printed the rota four times this week. Four times! If the packing line goes first, the others will come to look by themselves.',
    },
    {
      type: 'call',
      id: idOf('note', 1),
      at: ago(12),
      text: 'She will bring Dr. Ostrander on Friday, “if the list is good”.',
      member: { id: idOf('member', 1), name: 'Nell Ashdown' },
    },
  ]
  if (!cursor) return { items, next: 'older' }
  const shift = { ...mail, asks: [], foldedQuoteLines: 4 }
  return {
    items: Array.from({ length: 12 }, (_, i) => ({
      ...shift,
      messageId: idOf('message', 10 + i),
      at: ago(20 + i * 9),
      direction: i % 2 ? 'mine' : 'theirs',
      newText: 'The Sunday rota is right now. Thank you for the second sheet.',
    })) as TimelineItem[],
    next: null,
  }
}

export function relationshipFixture(personId: string): Relationship {
  const row = people.find((person) => person.id === personId) ?? people[0]
  const quiet = row?.lastAt === null
  return {
    relation: row?.relation ?? 'buyer',
    relationBecause: 'you wrote to each other 28 times since June',
    relationSource: 'rule',
    domain: companies.find((company) => company.id === row?.company?.id)?.domain ?? null,
    depth: row?.depth ?? 0,
    layer: row?.layer ?? null,
    parts: [
      { label: 'Answers you: 12 of 15, in 5 hours', points: 26, of: 30 },
      { label: 'Began 4 of 11 threads', points: 18, of: 25 },
      { label: 'Spoke and met, not only wrote', points: 15, of: 20 },
      { label: 'Wrote in 6 of the last 6 months', points: 12, of: 25 },
    ],
    standing: {
      firstAt: ago(172),
      lastAt: row?.lastAt ?? null,
      theirs: 13,
      mine: 15,
      theyBegan: 4,
      youBegan: 7,
      askedYou: 9,
      youAnswered: 8,
      askedThem: 15,
      theyAnswered: 12,
      yourMedianHours: 9,
      theirMedianHours: 5,
      rhythmDays: 6,
      trend: 'steady',
      reciprocity: 0.82,
      unansweredInARow: 0,
    },
    knownBy: [
      { member: { id: idOf('member', 1), name: 'Nell Ashdown' }, depth: row?.depth ?? 0 },
      { member: { id: idOf('member', 2), name: 'Tobias Renn' }, depth: 22 },
    ],
    exchange: quiet ? [] : strokes(28, 170),
    owed: {
      byYou: row?.owed ? [{ text: ASK, since: ago(4, 1), threadId: idOf('thread', 1) }] : [],
      byThem: [
        { text: 'Is Monday 1 December a good first day?', since: ago(4, 16), threadId: idOf('thread', 1) },
      ],
    },
    ladder: [
      { step: 'Unknown', reached: true, evidence: 'until 2 June, their first mail' },
      { step: 'Known', reached: true, evidence: 'seven personal touches by 14 August' },
      { step: 'Trusted', reached: true, evidence: 'since 3 September: began 4 threads unasked' },
      { step: 'Moving', reached: false, evidence: 'not yet: no date set by them' },
    ],
  }
}
