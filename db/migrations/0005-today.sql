-- Storey 7: what a member decided about a line of Today.
create schema today;
grant usage on schema today to rapport_app;

create table today.decision (
  workspace_id uuid not null,
  member_id uuid not null,
  -- the line's key: its kind, its subject and the event it is about
  key text not null,
  verdict text not null check (verdict in ('done', 'snoozed', 'dismissed')),
  until timestamptz,
  reason text,
  at timestamptz not null,
  primary key (workspace_id, member_id, key),
  foreign key (workspace_id, member_id) references platform.member (workspace_id, id)
);
call platform.tenant('today.decision');
call platform.journaled('today.decision', 'member_id', 'key');
