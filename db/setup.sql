-- Run by whoever opens the database, before the migrations, every time: roles and extensions.
-- rapport_owner owns everything and cannot log in; rapport_app is what every connection of the program works as.
do $$
begin
  perform pg_advisory_xact_lock(727001);
  if not exists (select from pg_roles where rolname = 'rapport_owner') then create role rapport_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'rapport_app') then create role rapport_app nologin; end if;
  if not pg_has_role(session_user, 'rapport_owner', 'member') then execute format('grant rapport_owner to %I', session_user); end if;
  if not pg_has_role(session_user, 'rapport_app', 'member') then execute format('grant rapport_app to %I', session_user); end if;
  execute format('grant create, temporary on database %I to rapport_owner', current_database());
  execute format('grant temporary on database %I to rapport_app', current_database());
end $$;
create schema if not exists extension;
grant usage on schema extension to rapport_owner, rapport_app;
create extension if not exists pg_trgm with schema extension;
create extension if not exists btree_gin with schema extension;
create extension if not exists unaccent with schema extension;
