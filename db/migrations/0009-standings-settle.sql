-- An ask counts neither way while its ten business days last: the first moment at which one of a standing's open asks
-- settles, and the depth must be counted again.
alter table relationships.standing add column settles_at timestamptz;
create index standing_settles on relationships.standing (workspace_id, settles_at) where settles_at is not null;
-- Those of before are counted once more.
insert into relationships.stale (workspace_id, member_id, person_id)
  select s.workspace_id, s.member_id, s.person_id from relationships.standing s on conflict do nothing;
