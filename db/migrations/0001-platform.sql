-- The platform: workspaces, members, keys, the journal, facts.
create schema platform;
grant usage on schema platform to rapport_app;

-- The workspace of the session: null outside of one, so that nothing is visible by accident.
create function platform.workspace_id() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace_id', true), '')::uuid $$;

-- Every tenant table calls this once: row-level security on, one policy, and the app's rights.
create procedure platform.tenant(tab regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format($p$create policy workspace on %s using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
    with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)$p$, tab);
  execute format('grant select, insert, update, delete on %s to rapport_app', tab);
end $$;

create table platform.workspace (
  id uuid primary key,
  name text not null,
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now()
);
alter table platform.workspace enable row level security;
create policy workspace on platform.workspace using (id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select, update on platform.workspace to rapport_app;

create table platform.member (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  user_id text,
  name text not null,
  email text,
  role text not null check (role in ('owner', 'manager', 'rep', 'specialist', 'viewer')),
  time_zone text not null default 'UTC',
  joined_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index member_user on platform.member (workspace_id, user_id) where user_id is not null;
create index member_by_user on platform.member (user_id) where user_id is not null;
call platform.tenant('platform.member');

create table platform.invitation (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'manager', 'rep', 'specialist', 'viewer')),
  token_hash bytea not null unique,
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);
call platform.tenant('platform.invitation');

create table platform.api_key (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  role text not null check (role in ('owner', 'manager', 'rep', 'specialist', 'viewer')),
  member_id uuid not null,
  hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references platform.member (workspace_id, id)
);
call platform.tenant('platform.api_key');

-- The one-time link by which the first owner comes in. Not a tenant's: it opens the first workspace.
create table platform.owner_link (
  token_hash bytea primary key,
  workspace_id uuid not null references platform.workspace (id),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  used_from text
);

-- What was done: one row for each action that changed something.
create table platform.action (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  member_id uuid,
  via text not null,
  name text not null,
  about text not null,
  input jsonb,
  undone_by uuid,
  primary key (workspace_id, id)
);
call platform.tenant('platform.action');
create index action_member on platform.action (workspace_id, member_id, id desc);

-- The journal: what each action wrote, before and after. Only its trigger writes here.
create table platform.journal (
  workspace_id uuid not null,
  id bigint generated always as identity,
  action_id uuid,
  at timestamptz not null default clock_timestamp(),
  tab text not null,
  kind text not null check (kind in ('insert', 'update', 'delete')),
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (workspace_id, id)
);
alter table platform.journal enable row level security;
create policy workspace on platform.journal using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
grant select on platform.journal to rapport_app;
create index journal_action on platform.journal (workspace_id, action_id, id);
create index journal_record on platform.journal (workspace_id, tab, (key ->> 'id'), id desc);

-- Full images for update and delete, the key for an insert. Arguments: the key's columns besides workspace_id.
create function platform.journal_row() returns trigger language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  image jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  row_key jsonb := '{}';
begin
  -- an import's rows carry its id instead
  if current_setting('app.bulk', true) = 'on' then return null; end if;
  for i in 0 .. tg_nargs - 1 loop
    row_key := row_key || jsonb_build_object(tg_argv[i], coalesce(was, image) -> tg_argv[i]);
  end loop;
  insert into platform.journal (workspace_id, action_id, tab, kind, key, before, after)
  values ((image ->> 'workspace_id')::uuid, nullif(current_setting('app.action_id', true), '')::uuid,
    tg_table_schema || '.' || tg_table_name, lower(tg_op), row_key, was, case when tg_op = 'UPDATE' then image end);
  return null;
end $$;

-- Puts the journal on a table. `keys`: the primary key's columns besides workspace_id.
create procedure platform.journaled(tab regclass, variadic keys text[]) language plpgsql as $$
declare args text := (select string_agg(quote_literal(k), ', ') from unnest(keys) k);
begin
  execute format('create trigger journal_insert_delete after insert or delete on %s for each row execute function platform.journal_row(%s)', tab, args);
  execute format('create trigger journal_update after update on %s for each row when (old.* is distinct from new.*) execute function platform.journal_row(%s)', tab, args);
end $$;
call platform.journaled('platform.member', 'id');
call platform.journaled('platform.invitation', 'id');

-- What happened, in the past tense: timeline, live updates and webhooks read it.
create table platform.fact (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  action_id uuid,
  member_id uuid,
  -- null: the whole team may hear of it; else only that member
  audience uuid,
  name text not null,
  payload jsonb not null,
  primary key (workspace_id, id)
);
call platform.tenant('platform.fact');

-- Who runs jobs. Each process holds an advisory lock on its number as long as it lives: one whose lock is free is dead,
-- and its jobs can be let go at once.
create table platform.worker (
  id text primary key,
  lock int not null
);

-- Questions that must be asked before there is a workspace in the session.
create function platform.memberships(of_user text)
  returns table (workspace_id uuid, member_id uuid, role text, time_zone text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select m.workspace_id, m.id, m.role, m.time_zone from platform.member m where m.user_id = of_user and m.ended_at is null order by m.joined_at $$;
create function platform.member_of_key(of_hash bytea)
  returns table (workspace_id uuid, key_id uuid, member_id uuid, role text, member_role text, time_zone text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select k.workspace_id, k.id, k.member_id, k.role, m.role, m.time_zone from platform.api_key k
        join platform.member m on m.workspace_id = k.workspace_id and m.id = k.member_id
        where k.hash = of_hash and k.ended_at is null and m.ended_at is null $$;
create function platform.workspaces()
  returns table (id uuid, name text, claimed boolean, owner_member_id uuid, time_zone text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select w.id, w.name, exists (select from platform.member m where m.workspace_id = w.id and m.user_id is not null),
          (select m.id from platform.member m where m.workspace_id = w.id and m.role = 'owner' and m.ended_at is null order by m.joined_at, m.id limit 1), w.time_zone
        from platform.workspace w order by w.created_at, w.id $$;
create function platform.create_workspace(new_id uuid, new_name text, owner_id uuid, owner_name text, zone text) returns void
  language sql security definer set search_path = platform, pg_temp as $$
  insert into platform.workspace (id, name, time_zone) values (new_id, new_name, zone);
  insert into platform.member (workspace_id, id, name, role, time_zone) values (new_id, owner_id, owner_name, 'owner', zone);
$$;
create function platform.put_owner_link(hash bytea, workspace uuid) returns void language sql security definer set search_path = platform, pg_temp
  as $$ delete from platform.owner_link where workspace_id = workspace and used_at is null;
        insert into platform.owner_link (token_hash, workspace_id) values (hash, workspace) $$;
-- Closes behind whoever comes in: the row is locked, so that two at once cannot both enter.
create function platform.use_owner_link(hash bytea, came_from text) returns uuid language sql security definer set search_path = platform, pg_temp
  as $$ update platform.owner_link set used_at = now(), used_from = came_from where token_hash = hash and used_at is null returning workspace_id $$;
create function platform.invitation_of(hash bytea)
  returns table (workspace_id uuid, id uuid, email text, role text, workspace_name text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select i.workspace_id, i.id, i.email, i.role, w.name from platform.invitation i join platform.workspace w on w.id = i.workspace_id
        where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now() $$;
revoke all on function platform.memberships(text), platform.member_of_key(bytea), platform.workspaces(), platform.invitation_of(bytea),
  platform.create_workspace(uuid, text, uuid, text, text), platform.put_owner_link(bytea, uuid), platform.use_owner_link(bytea, text) from public;
grant execute on function platform.memberships(text), platform.member_of_key(bytea), platform.workspaces(), platform.invitation_of(bytea),
  platform.create_workspace(uuid, text, uuid, text, text), platform.put_owner_link(bytea, uuid), platform.use_owner_link(bytea, text) to rapport_app;
grant execute on function platform.workspace_id() to rapport_app;
