-- Storey 3: whose mail counts, and how each member stands with each person. Derived rows can be computed again.
create schema relationships;
grant usage on schema relationships to rapport_app;

-- A member's word on a person or a whole domain; above every rule.
create table relationships.relation_choice (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  -- 'person:<id>' or 'domain:<domain>'
  subject text not null,
  relation text not null check (relation in ('buyer', 'customer', 'partner', 'colleague', 'pitch', 'private', 'unsorted')),
  member_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, subject)
);
call platform.tenant('relationships.relation_choice');
call platform.journaled('relationships.relation_choice', 'subject');

create table relationships.relation (
  workspace_id uuid not null,
  person_id uuid not null,
  relation text not null check (relation in ('buyer', 'customer', 'partner', 'colleague', 'pitch', 'private', 'unsorted')),
  rule text not null,
  because text not null,
  domain text,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete cascade
);
call platform.tenant('relationships.relation');
create index relation_kind on relationships.relation (workspace_id, relation, domain);

-- Counted from mails and notes. Nothing in it grows old by itself: depth at a moment is earned * 2^(-days since heard_at / 180)
-- (depth.ts), so depth_order = log2(earned) + heard_at in half-lives sorts by depth at every moment alike; drifting begins
-- and ends at two dates.
create table relationships.standing (
  workspace_id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  -- the relation counts: buyer, customer or partner
  counts boolean not null,
  earned real not null,
  heard_at timestamptz,
  depth_order double precision not null,
  drifts_from timestamptz,
  lost_from timestamptz,
  first_at timestamptz,
  last_at timestamptz,
  last_direction text,
  theirs int not null,
  mine int not null,
  exchanges int not null,
  unanswered_in_a_row int not null,
  -- the last twelve mails, for the exchange strokes: [{at, direction, words}]
  exchange jsonb not null default '[]',
  computed_at timestamptz not null,
  primary key (workspace_id, member_id, person_id),
  foreign key (workspace_id, person_id) references people.person (workspace_id, id) on delete cascade
);
call platform.tenant('relationships.standing');
create index standing_counting on relationships.standing (workspace_id, member_id, depth_order desc, person_id) where counts;
create index standing_depth on relationships.standing (workspace_id, member_id, depth_order desc, person_id);
create index standing_last on relationships.standing (workspace_id, member_id, last_at desc, person_id);
create index standing_drifts on relationships.standing (workspace_id, member_id, drifts_from) where counts and drifts_from is not null;
create index standing_person on relationships.standing (workspace_id, person_id);

-- Whose standing must be computed again.
create table relationships.stale (
  workspace_id uuid not null references platform.workspace (id) on delete cascade,
  member_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, member_id, person_id)
);
call platform.tenant('relationships.stale');
