-- Storey 2: mailboxes, imports, messages, threads, notes.
create schema conversations;
grant usage on schema conversations to rapport_app;

create table conversations.mailbox (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  kind text not null check (kind in ('file', 'sample')),
  visibility text not null default 'only-me' check (visibility in ('only-me', 'dates', 'all')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references platform.member (workspace_id, id)
);
call platform.tenant('conversations.mailbox');
call platform.journaled('conversations.mailbox', 'id');
create index mailbox_member on conversations.mailbox (workspace_id, member_id);

-- Whose address it is that writes from a member's mailboxes: the member's own, or an assistant's who writes for them.
create table conversations.own_address (
  workspace_id uuid not null,
  member_id uuid not null,
  address text not null,
  role text not null check (role in ('self', 'assistant', 'other')),
  primary key (workspace_id, member_id, address),
  foreign key (workspace_id, member_id) references platform.member (workspace_id, id)
);
call platform.tenant('conversations.own_address');
call platform.journaled('conversations.own_address', 'member_id', 'address');

create table conversations.folder (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  name text not null,
  primary key (workspace_id, id),
  unique (workspace_id, mailbox_id, name),
  foreign key (workspace_id, mailbox_id) references conversations.mailbox (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.folder');

-- One reading of files into a mailbox. found = stored + duplicates + all skipped, at every moment.
create table conversations.mail_import (
  workspace_id uuid not null,
  id uuid not null,
  mailbox_id uuid not null,
  member_id uuid not null,
  state text not null check (state in ('waiting', 'reading', 'stopped', 'cancelled', 'done', 'failed', 'undone')),
  -- {"paths": [...]} on this machine, {"uploads": [...]}, or {"sample": true}
  source jsonb not null,
  fingerprint text not null,
  checkpoint jsonb,
  found int not null default 0,
  stored int not null default 0,
  duplicates int not null default 0,
  skipped jsonb not null default '{}',
  people int not null default 0,
  companies int not null default 0,
  threads int not null default 0,
  bytes_total bigint not null default 0,
  bytes_read bigint not null default 0,
  seconds real not null default 0,
  cancel_wanted boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  beat_at timestamptz,
  error text,
  action_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, mailbox_id) references conversations.mailbox (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.mail_import');
create index mail_import_mailbox on conversations.mail_import (workspace_id, mailbox_id, id);
create index mail_import_fingerprint on conversations.mail_import (workspace_id, fingerprint);

create table conversations.import_folder (
  workspace_id uuid not null,
  import_id uuid not null,
  folder_id uuid not null,
  found int not null default 0,
  stored int not null default 0,
  duplicates int not null default 0,
  skipped jsonb not null default '{}',
  primary key (workspace_id, import_id, folder_id),
  foreign key (workspace_id, import_id) references conversations.mail_import (workspace_id, id) on delete cascade,
  foreign key (workspace_id, folder_id) references conversations.folder (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.import_folder');

-- A mail that could not be read is kept as it came, with the reason.
create table conversations.unreadable (
  workspace_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  folder_id uuid not null,
  position int not null,
  reason text not null,
  size int not null,
  source bytea not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, import_id) references conversations.mail_import (workspace_id, id) on delete cascade
);
alter table conversations.unreadable alter column source set storage external;
call platform.tenant('conversations.unreadable');
create index unreadable_import on conversations.unreadable (workspace_id, import_id, id);

create table conversations.thread (
  workspace_id uuid not null,
  id uuid not null,
  subject text not null,
  first_at timestamptz,
  last_at timestamptz,
  messages int not null default 0,
  primary key (workspace_id, id)
);
call platform.tenant('conversations.thread');
create index thread_last on conversations.thread (workspace_id, last_at desc, id desc);

-- A thread is a connected component over anchors (message ids, referenced ids, fallback links).
create table conversations.thread_anchor (
  workspace_id uuid not null,
  anchor bytea not null,
  thread_id uuid not null,
  primary key (workspace_id, anchor)
);
call platform.tenant('conversations.thread_anchor');
create index thread_anchor_thread on conversations.thread_anchor (workspace_id, thread_id);

create table conversations.message (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  thread_id uuid not null,
  message_id text,
  id_key bytea,
  content_key bytea not null,
  -- when it was written; where no date can be trusted, when it was first read, and dated is false
  sent_at timestamptz not null,
  dated boolean not null,
  zone_minutes smallint,
  from_address_id uuid,
  from_name text not null default '',
  subject text not null,
  new_text text not null,
  words int not null,
  kind text not null check (kind in ('human', 'bounce', 'auto-reply', 'bulk')),
  kind_because text not null,
  asks jsonb not null default '[]',
  addressed_names jsonb not null default '[]',
  recipients smallint not null,
  attachments smallint not null default 0,
  has_html boolean not null default false,
  size int not null,
  return_date date,
  bounce jsonb,
  clue jsonb,
  import_id uuid not null,
  primary key (workspace_id, id)
);
call platform.tenant('conversations.message');
create unique index message_id_key on conversations.message (workspace_id, id_key) where id_key is not null;
create unique index message_content_key on conversations.message (workspace_id, content_key);
create index message_thread on conversations.message (workspace_id, thread_id, sent_at);
create index message_from on conversations.message (workspace_id, from_address_id, sent_at desc);
create index message_sent on conversations.message (workspace_id, sent_at desc);
create index message_import on conversations.message (workspace_id, import_id);

-- Full text apart from the message, so that reading messages does not drag it along.
create table conversations.message_text (
  workspace_id uuid not null,
  message_id uuid not null,
  sent_at timestamptz not null,
  words tsvector not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references conversations.message (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.message_text');
create index message_text_words on conversations.message_text using gin (words);

-- The raw source, zstd-compressed: so that a better reader can read again.
create table conversations.message_source (
  workspace_id uuid not null,
  message_id uuid not null,
  source bytea not null,
  primary key (workspace_id, message_id),
  foreign key (workspace_id, message_id) references conversations.message (workspace_id, id) on delete cascade
);
alter table conversations.message_source alter column source set storage external;
call platform.tenant('conversations.message_source');

create table conversations.message_party (
  workspace_id uuid not null,
  message_id uuid not null,
  role text not null check (role in ('to', 'cc', 'bcc', 'reply-to')),
  position smallint not null,
  address_id uuid not null,
  name text not null default '',
  sent_at timestamptz not null,
  primary key (workspace_id, message_id, role, position),
  foreign key (workspace_id, message_id) references conversations.message (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.message_party');
create index message_party_address on conversations.message_party (workspace_id, address_id, sent_at desc, message_id);

-- Each place where a message was found. Who may read a message follows from the mailboxes of its copies.
create table conversations.message_copy (
  workspace_id uuid not null,
  message_id uuid not null,
  folder_id uuid not null,
  mailbox_id uuid not null,
  member_id uuid not null,
  position int not null,
  import_id uuid not null,
  -- the same Message-ID with other content: kept whole
  variant bytea,
  primary key (workspace_id, message_id, folder_id),
  foreign key (workspace_id, message_id) references conversations.message (workspace_id, id) on delete cascade,
  foreign key (workspace_id, folder_id) references conversations.folder (workspace_id, id) on delete cascade
);
alter table conversations.message_copy alter column variant set storage external;
call platform.tenant('conversations.message_copy');
create index message_copy_folder on conversations.message_copy (workspace_id, folder_id);
create index message_copy_import on conversations.message_copy (workspace_id, import_id);

-- Where fallback threading looks for mails that may belong together.
create table conversations.thread_clue (
  workspace_id uuid not null,
  candidate bytea not null,
  sent_at timestamptz not null,
  message_id uuid not null,
  primary key (workspace_id, candidate, sent_at, message_id),
  foreign key (workspace_id, message_id) references conversations.message (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.thread_clue');
create index thread_clue_message on conversations.thread_clue (workspace_id, message_id);

-- What a member owes and awaits in each thread, by the rules of thread-state.ts. Derived: can be computed again.
create table conversations.thread_state (
  workspace_id uuid not null,
  member_id uuid not null,
  thread_id uuid not null,
  state text not null check (state in ('owed-by-me', 'waiting-for-them', 'closed', 'needs-no-reply')),
  rule text not null,
  because text not null,
  since timestamptz,
  message_id uuid,
  person_address text,
  quote text,
  quote_start int,
  quote_end int,
  last_at timestamptz not null,
  primary key (workspace_id, member_id, thread_id),
  foreign key (workspace_id, thread_id) references conversations.thread (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.thread_state');
create index thread_state_open on conversations.thread_state (workspace_id, member_id, state, since desc);
create index thread_state_last on conversations.thread_state (workspace_id, member_id, last_at desc, thread_id desc);

-- A member's own word on a thread stands above the rules until somebody writes again.
create table conversations.thread_choice (
  workspace_id uuid not null,
  member_id uuid not null,
  thread_id uuid not null,
  state text not null check (state in ('needs-no-reply')),
  at timestamptz not null,
  primary key (workspace_id, member_id, thread_id)
);
call platform.tenant('conversations.thread_choice');
call platform.journaled('conversations.thread_choice', 'member_id', 'thread_id');

create table conversations.activity (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('note', 'call', 'meeting', 'visit')),
  text text not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete cascade
);
call platform.tenant('conversations.activity');
call platform.journaled('conversations.activity', 'id');
create index activity_person on conversations.activity (workspace_id, person_id, at desc, id desc);

-- Files on their way in, in parts: no state outside of Postgres.
create table conversations.upload (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  path text not null,
  size bigint not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
call platform.tenant('conversations.upload');
create table conversations.upload_part (
  workspace_id uuid not null,
  upload_id uuid not null,
  n int not null,
  bytes bytea not null,
  primary key (workspace_id, upload_id, n),
  foreign key (workspace_id, upload_id) references conversations.upload (workspace_id, id) on delete cascade
);
alter table conversations.upload_part alter column bytes set storage external;
call platform.tenant('conversations.upload_part');

-- Full text is not leakproof either. A member finds what lies in a mailbox of theirs, or one shown whole to the team.
create function conversations.search_messages(query text, reader uuid, most int)
  returns table (message_id uuid, sent_at timestamptz) language sql stable security definer set search_path = conversations, pg_temp as $$
  select t.message_id, t.sent_at from conversations.message_text t
  where t.workspace_id = platform.workspace_id() and t.words @@ to_tsquery('simple', query)
    and exists (select from conversations.message_copy c join conversations.mailbox b on b.workspace_id = c.workspace_id and b.id = c.mailbox_id
      where c.workspace_id = t.workspace_id and c.message_id = t.message_id and (c.member_id = reader or b.visibility = 'all'))
  order by t.sent_at desc limit most $$;
revoke all on function conversations.search_messages(text, uuid, int) from public;
grant execute on function conversations.search_messages(text, uuid, int) to rapport_app;

-- The door: every human mail between a member and a person, seen from the member. One that a member sent is a touch
-- with each person addressed or copied. One from a person is a touch where the member was addressed or copied, or where
-- it stands in a thread in which the member has written (a list, an alias).
create view conversations.own with (security_invoker = true) as
  select o.workspace_id, o.member_id, a.id as address_id, o.role from conversations.own_address o
  join people.address a on a.workspace_id = o.workspace_id and a.address = o.address
  where o.role <> 'other';

create view conversations.touch with (security_invoker = true) as
  select m.workspace_id, c.member_id, a.person_id, m.id as message_id, m.thread_id, m.sent_at as at, 'in'::text as direction,
    m.asks <> '[]' as asks, m.recipients = 1 as alone, coalesce(me.direct, false) as direct, m.words
  from people.address a
  join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.kind = 'human' and m.dated
  join lateral (select distinct c.member_id from conversations.message_copy c
    where c.workspace_id = m.workspace_id and c.message_id = m.id) c on true
  left join lateral (select bool_or(p.role = 'to') as direct from conversations.message_party p
    join conversations.own o on o.workspace_id = p.workspace_id and o.member_id = c.member_id and o.address_id = p.address_id
    where p.workspace_id = m.workspace_id and p.message_id = m.id and p.role <> 'reply-to') me on true
  where a.person_id is not null
    and not exists (select from conversations.own o where o.workspace_id = a.workspace_id and o.member_id = c.member_id and o.address_id = a.id)
    and (me.direct is not null or exists (select from conversations.message t
      join conversations.own o on o.workspace_id = t.workspace_id and o.member_id = c.member_id and o.address_id = t.from_address_id
      where t.workspace_id = m.workspace_id and t.thread_id = m.thread_id))
  union all
  select m.workspace_id, o.member_id, a.person_id, m.id, m.thread_id, m.sent_at, 'out',
    m.asks <> '[]', m.recipients = 1, bool_or(p.role = 'to'), m.words
  from people.address a
  join conversations.message_party p on p.workspace_id = a.workspace_id and p.address_id = a.id and p.role <> 'reply-to'
  join conversations.message m on m.workspace_id = p.workspace_id and m.id = p.message_id and m.kind = 'human' and m.dated
  join conversations.own o on o.workspace_id = m.workspace_id and o.address_id = m.from_address_id
  where a.person_id is not null
    and not exists (select from conversations.own x where x.workspace_id = a.workspace_id and x.member_id = o.member_id and x.address_id = a.id)
    and exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id and c.member_id = o.member_id)
  group by m.workspace_id, o.member_id, a.person_id, m.id;
grant select on conversations.own, conversations.touch to rapport_app;
