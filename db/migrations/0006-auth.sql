-- Sign-in: users, sessions, passwords, passkeys. Tables as better-auth 1.7.6 with passkeys compiles them, in a schema of
-- their own: no other connection of the program has `auth` on its search path. Users stand above workspaces (one person
-- may be a member of several), so these are not tenant tables.
create schema auth;
grant usage on schema auth to rapport_app;

create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create table auth."passkey" (
  "id" text not null primary key,
  "name" text,
  "publicKey" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create table auth."rateLimit" (
  "id" text not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);
create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "passkey_userId_idx" on auth."passkey" ("userId");
create index "passkey_credentialID_idx" on auth."passkey" ("credentialID");

-- Wrong passwords in a row, by a hash of the address, whether or not anyone has that address.
create table auth.lockout (
  address_hash bytea primary key,
  failures int not null,
  failed_at timestamptz not null
);

grant select, insert, update, delete on all tables in schema auth to rapport_app;

-- Whom a link that was not used yet would let in, asked before there is a workspace in the session.
create function platform.owner_link_of(hash bytea)
  returns table (workspace_id uuid, member_id uuid, time_zone text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select l.workspace_id, m.id, m.time_zone from platform.owner_link l
        join platform.member m on m.workspace_id = l.workspace_id and m.role = 'owner' and m.user_id is null and m.ended_at is null
        where l.token_hash = hash and l.used_at is null order by m.joined_at, m.id limit 1 $$;
revoke all on function platform.owner_link_of(bytea) from public;
grant execute on function platform.owner_link_of(bytea) to rapport_app;

-- A workspace's name is in the journal as everything that people own: its row says whose it is like any other row.
alter table platform.workspace add column workspace_id uuid generated always as (id) stored;
call platform.journaled('platform.workspace', 'id');

-- The invitation behind a link, while it still counts at the moment of the operation.
create function platform.invitation_at(hash bytea, at timestamptz)
  returns table (workspace_id uuid, id uuid, email text, role text, workspace_name text, time_zone text) language sql stable security definer set search_path = platform, pg_temp
  as $$ select i.workspace_id, i.id, i.email, i.role, w.name, w.time_zone from platform.invitation i join platform.workspace w on w.id = i.workspace_id
        where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at $$;
revoke all on function platform.invitation_at(bytea, timestamptz) from public;
grant execute on function platform.invitation_at(bytea, timestamptz) to rapport_app;
