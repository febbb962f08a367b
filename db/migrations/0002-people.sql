-- Storey 1: people, their addresses, and companies.
create schema people;
grant usage on schema people to rapport_app;

create table people.company (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  -- 'domain' (guessed from it), 'typed'
  name_source text not null default 'domain',
  owner_id uuid,
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  import_id uuid,
  primary key (workspace_id, id)
);
call platform.tenant('people.company');
call platform.journaled('people.company', 'id');
create index company_name on people.company (workspace_id, lower(name), id);
create index company_name_trgm on people.company using gin (workspace_id, lower(name) extension.gin_trgm_ops);
create index company_import on people.company (workspace_id, import_id) where import_id is not null;

-- A registrable domain belongs to one company; a company that changed its name has several.
create table people.domain (
  workspace_id uuid not null,
  domain text not null,
  company_id uuid not null,
  import_id uuid,
  primary key (workspace_id, domain),
  foreign key (workspace_id, company_id) references people.company (workspace_id, id) on delete cascade
);
call platform.tenant('people.domain');
call platform.journaled('people.domain', 'domain');
create index domain_company on people.domain (workspace_id, company_id);

create table people.person (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  given text,
  family text,
  -- 'mail' (as others wrote it), 'address' (guessed from the address), 'typed' (a member's word: never overwritten)
  name_source text not null default 'address',
  title text,
  company_id uuid,
  owner_id uuid,
  time_zone text,
  -- minutes east of UTC, as their own mails' dates say
  zone_minutes smallint,
  tags text[] not null default '{}',
  -- where and when it was met, for a person typed in
  met text,
  permission text not null default 'none' check (permission in ('none', 'implicit', 'explicit', 'withdrawn')),
  custom jsonb not null default '{}',
  created_at timestamptz not null default now(),
  import_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, company_id) references people.company (workspace_id, id) on delete set null (company_id)
);
call platform.tenant('people.person');
call platform.journaled('people.person', 'id');
create index person_name on people.person (workspace_id, lower(name), id);
create index person_name_trgm on people.person using gin (workspace_id, lower(name) extension.gin_trgm_ops);
create index person_company on people.person (workspace_id, company_id) where company_id is not null;
create index person_import on people.person (workspace_id, import_id) where import_id is not null;

-- Every address ever seen. Those that are no person's (robots, lists) have person_id null and say why.
create table people.address (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  address text not null,
  person_id uuid,
  kind text not null default 'person' check (kind in ('person', 'robot', 'list', 'role', 'unknown')),
  -- the best name seen with it
  name text not null default '',
  -- why it is this person's, in plain words
  evidence text not null default '',
  first_seen timestamptz,
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, address),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete set null (person_id)
);
call platform.tenant('people.address');
call platform.journaled('people.address', 'id');
create index address_person on people.address (workspace_id, person_id) where person_id is not null;
create index address_trgm on people.address using gin (workspace_id, address extension.gin_trgm_ops);
create index address_import on people.address (workspace_id, import_id) where import_id is not null;

-- What a member typed of a person that no mail says (the met card's "one personal thing").
create table people.personal_fact (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  text text not null,
  source text not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete cascade
);
call platform.tenant('people.personal_fact');
call platform.journaled('people.personal_fact', 'id');
create index personal_fact_person on people.personal_fact (workspace_id, person_id);

-- Trigram matching is not leakproof: under row-level security the planner would not use the index. These run as the
-- owner and take the workspace from the session.
create function people.search_people(query text, most int)
  returns table (id uuid, rank real) language sql stable security definer set search_path = people, extension, pg_temp as $$
  with hit as (
    (select p.id, 1.0::real as base from people.person p
      where p.workspace_id = platform.workspace_id() and lower(p.name) like '%' || query || '%' limit 400)
    union all
    (select a.person_id, 0.8::real from people.address a
      where a.workspace_id = platform.workspace_id() and a.address like '%' || query || '%' and a.person_id is not null limit 400)
  )
  select p.id, (max(hit.base) + case when lower(p.name) like query || '%' then 0.5 when lower(p.name) like '% ' || query || '%' then 0.4 else 0 end)::real
  from hit join people.person p on p.workspace_id = platform.workspace_id() and p.id = hit.id
  group by p.id, p.name order by 2 desc, p.name limit most $$;
create function people.search_companies(query text, most int)
  returns table (id uuid, rank real) language sql stable security definer set search_path = people, extension, pg_temp as $$
  with hit as (
    (select c.id from people.company c where c.workspace_id = platform.workspace_id() and lower(c.name) like '%' || query || '%' limit 400)
    union
    (select d.company_id from people.domain d where d.workspace_id = platform.workspace_id() and d.domain like query || '%' limit 100)
  )
  select c.id, (case when lower(c.name) like query || '%' then 1.5 else 1 end)::real
  from hit join people.company c on c.workspace_id = platform.workspace_id() and c.id = hit.id order by 2 desc, c.name limit most $$;
revoke all on function people.search_people(text, int), people.search_companies(text, int) from public;
grant execute on function people.search_people(text, int), people.search_companies(text, int) to rapport_app;
