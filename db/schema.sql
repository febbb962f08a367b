-- What all migrations together make, read back from PostgreSQL. Generated: npm run schema. Not run by anything.

table auth.account
  id text not null
  accountId text not null
  providerId text not null
  userId text not null
  accessToken text
  refreshToken text
  idToken text
  accessTokenExpiresAt timestamp with time zone
  refreshTokenExpiresAt timestamp with time zone
  scope text
  password text
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null
  primary key (id)
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id)
  CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
  row level security off
  rapport_app may delete, insert, select, update

table auth.lockout
  address_hash bytea not null
  failures integer not null
  failed_at timestamp with time zone not null
  primary key (address_hash)
  CREATE UNIQUE INDEX lockout_pkey ON auth.lockout USING btree (address_hash)
  row level security off
  rapport_app may delete, insert, select, update

table auth.passkey
  id text not null
  name text
  publicKey text not null
  userId text not null
  credentialID text not null
  counter integer not null
  deviceType text not null
  backedUp boolean not null
  transports text
  createdAt timestamp with time zone
  aaguid text
  primary key (id)
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX "passkey_credentialID_idx" ON auth.passkey USING btree ("credentialID")
  CREATE UNIQUE INDEX passkey_pkey ON auth.passkey USING btree (id)
  CREATE INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId")
  row level security off
  rapport_app may delete, insert, select, update

table auth.rateLimit
  id text not null
  key text not null
  count integer not null
  lastRequest bigint not null
  primary key (id)
  CREATE UNIQUE INDEX "rateLimit_key_key" ON auth."rateLimit" USING btree (key)
  CREATE UNIQUE INDEX "rateLimit_pkey" ON auth."rateLimit" USING btree (id)
  row level security off
  rapport_app may delete, insert, select, update

table auth.session
  id text not null
  expiresAt timestamp with time zone not null
  token text not null
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null
  ipAddress text
  userAgent text
  userId text not null
  primary key (id)
  FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
  CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token)
  CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
  row level security off
  rapport_app may delete, insert, select, update

table auth.user
  id text not null
  name text not null
  email text not null
  emailVerified boolean not null
  image text
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
  primary key (id)
  CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email)
  CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id)
  row level security off
  rapport_app may delete, insert, select, update

table auth.verification
  id text not null
  identifier text not null
  value text not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
  primary key (id)
  CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
  CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id)
  row level security off
  rapport_app may delete, insert, select, update

table conversations.activity
  workspace_id uuid not null
  id uuid not null
  member_id uuid not null
  person_id uuid not null
  kind text not null
  text text not null
  at timestamp with time zone not null
  primary key (workspace_id, id)
  CHECK ((kind = ANY (ARRAY['note'::text, 'call'::text, 'meeting'::text, 'visit'::text])))
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX activity_person ON conversations.activity USING btree (workspace_id, person_id, at DESC, id DESC)
  CREATE UNIQUE INDEX activity_pkey ON conversations.activity USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON conversations.activity FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON conversations.activity FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table conversations.folder
  workspace_id uuid not null
  id uuid not null
  mailbox_id uuid not null
  name text not null
  primary key (workspace_id, id)
  FOREIGN KEY (workspace_id, mailbox_id) REFERENCES conversations.mailbox(workspace_id, id) ON DELETE CASCADE
  CREATE UNIQUE INDEX folder_pkey ON conversations.folder USING btree (workspace_id, id)
  CREATE UNIQUE INDEX folder_workspace_id_mailbox_id_name_key ON conversations.folder USING btree (workspace_id, mailbox_id, name)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.import_folder
  workspace_id uuid not null
  import_id uuid not null
  folder_id uuid not null
  found integer not null default 0
  stored integer not null default 0
  duplicates integer not null default 0
  skipped jsonb not null default '{}'::jsonb
  primary key (workspace_id, import_id, folder_id)
  FOREIGN KEY (workspace_id, folder_id) REFERENCES conversations.folder(workspace_id, id) ON DELETE CASCADE
  FOREIGN KEY (workspace_id, import_id) REFERENCES conversations.mail_import(workspace_id, id) ON DELETE CASCADE
  CREATE UNIQUE INDEX import_folder_pkey ON conversations.import_folder USING btree (workspace_id, import_id, folder_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.mail_import
  workspace_id uuid not null
  id uuid not null
  mailbox_id uuid not null
  member_id uuid not null
  state text not null
  source jsonb not null
  fingerprint text not null
  checkpoint jsonb
  found integer not null default 0
  stored integer not null default 0
  duplicates integer not null default 0
  skipped jsonb not null default '{}'::jsonb
  people integer not null default 0
  companies integer not null default 0
  threads integer not null default 0
  bytes_total bigint not null default 0
  bytes_read bigint not null default 0
  seconds real not null default 0
  cancel_wanted boolean not null default false
  created_at timestamp with time zone not null default now()
  started_at timestamp with time zone
  finished_at timestamp with time zone
  beat_at timestamp with time zone
  error text
  action_id uuid
  passed_over jsonb not null default '[]'::jsonb
  primary key (workspace_id, id)
  CHECK ((state = ANY (ARRAY['waiting'::text, 'reading'::text, 'stopped'::text, 'cancelled'::text, 'done'::text, 'failed'::text, 'undone'::text])))
  FOREIGN KEY (workspace_id, mailbox_id) REFERENCES conversations.mailbox(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX mail_import_fingerprint ON conversations.mail_import USING btree (workspace_id, fingerprint)
  CREATE INDEX mail_import_mailbox ON conversations.mail_import USING btree (workspace_id, mailbox_id, id)
  CREATE UNIQUE INDEX mail_import_pkey ON conversations.mail_import USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.mailbox
  workspace_id uuid not null
  id uuid not null
  member_id uuid not null
  name text not null
  kind text not null
  visibility text not null default 'only-me'::text
  created_at timestamp with time zone not null default now()
  primary key (workspace_id, id)
  CHECK ((kind = ANY (ARRAY['file'::text, 'sample'::text])))
  CHECK ((visibility = ANY (ARRAY['only-me'::text, 'dates'::text, 'all'::text])))
  FOREIGN KEY (workspace_id, member_id) REFERENCES platform.member(workspace_id, id)
  CREATE INDEX mailbox_member ON conversations.mailbox USING btree (workspace_id, member_id)
  CREATE UNIQUE INDEX mailbox_pkey ON conversations.mailbox USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON conversations.mailbox FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON conversations.mailbox FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table conversations.message
  workspace_id uuid not null
  id uuid not null
  thread_id uuid not null
  message_id text
  id_key bytea
  content_key bytea not null
  sent_at timestamp with time zone not null
  dated boolean not null
  zone_minutes smallint
  from_address_id uuid
  from_name text not null default ''::text
  subject text not null
  new_text text not null
  words integer not null
  kind text not null
  kind_because text not null
  asks jsonb not null default '[]'::jsonb
  addressed_names jsonb not null default '[]'::jsonb
  recipients smallint not null
  attachments smallint not null default 0
  has_html boolean not null default false
  size integer not null
  return_date date
  bounce jsonb
  clue jsonb
  import_id uuid not null
  primary key (workspace_id, id)
  CHECK ((kind = ANY (ARRAY['human'::text, 'bounce'::text, 'auto-reply'::text, 'bulk'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX message_content_key ON conversations.message USING btree (workspace_id, content_key)
  CREATE INDEX message_from ON conversations.message USING btree (workspace_id, from_address_id, sent_at DESC)
  CREATE UNIQUE INDEX message_id_key ON conversations.message USING btree (workspace_id, id_key) WHERE (id_key IS NOT NULL)
  CREATE INDEX message_import ON conversations.message USING btree (workspace_id, import_id)
  CREATE UNIQUE INDEX message_pkey ON conversations.message USING btree (workspace_id, id)
  CREATE INDEX message_sent ON conversations.message USING btree (workspace_id, sent_at DESC)
  CREATE INDEX message_thread ON conversations.message USING btree (workspace_id, thread_id, sent_at)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.message_copy
  workspace_id uuid not null
  message_id uuid not null
  folder_id uuid not null
  mailbox_id uuid not null
  member_id uuid not null
  position integer not null
  import_id uuid not null
  variant bytea
  primary key (workspace_id, message_id, folder_id, import_id)
  FOREIGN KEY (workspace_id, folder_id) REFERENCES conversations.folder(workspace_id, id) ON DELETE CASCADE
  FOREIGN KEY (workspace_id, message_id) REFERENCES conversations.message(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX message_copy_folder ON conversations.message_copy USING btree (workspace_id, folder_id)
  CREATE INDEX message_copy_import ON conversations.message_copy USING btree (workspace_id, import_id)
  CREATE UNIQUE INDEX message_copy_pkey ON conversations.message_copy USING btree (workspace_id, message_id, folder_id, import_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.message_party
  workspace_id uuid not null
  message_id uuid not null
  role text not null
  position smallint not null
  address_id uuid not null
  name text not null default ''::text
  sent_at timestamp with time zone not null
  primary key (workspace_id, message_id, role, position)
  CHECK ((role = ANY (ARRAY['to'::text, 'cc'::text, 'bcc'::text, 'reply-to'::text])))
  FOREIGN KEY (workspace_id, message_id) REFERENCES conversations.message(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX message_party_address ON conversations.message_party USING btree (workspace_id, address_id, sent_at DESC, message_id)
  CREATE UNIQUE INDEX message_party_pkey ON conversations.message_party USING btree (workspace_id, message_id, role, "position")
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.message_source
  workspace_id uuid not null
  message_id uuid not null
  source bytea not null
  primary key (workspace_id, message_id)
  FOREIGN KEY (workspace_id, message_id) REFERENCES conversations.message(workspace_id, id) ON DELETE CASCADE
  CREATE UNIQUE INDEX message_source_pkey ON conversations.message_source USING btree (workspace_id, message_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.message_text
  workspace_id uuid not null
  message_id uuid not null
  sent_at timestamp with time zone not null
  words tsvector not null
  primary key (workspace_id, message_id)
  FOREIGN KEY (workspace_id, message_id) REFERENCES conversations.message(workspace_id, id) ON DELETE CASCADE
  CREATE UNIQUE INDEX message_text_pkey ON conversations.message_text USING btree (workspace_id, message_id)
  CREATE INDEX message_text_words ON conversations.message_text USING gin (words)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

view conversations.own
  workspace_id uuid
  member_id uuid
  address_id uuid
  role text
  rapport_app may select

table conversations.own_address
  workspace_id uuid not null
  member_id uuid not null
  address text not null
  role text not null
  primary key (workspace_id, member_id, address)
  CHECK ((role = ANY (ARRAY['self'::text, 'assistant'::text, 'other'::text])))
  FOREIGN KEY (workspace_id, member_id) REFERENCES platform.member(workspace_id, id)
  CREATE UNIQUE INDEX own_address_pkey ON conversations.own_address USING btree (workspace_id, member_id, address)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON conversations.own_address FOR EACH ROW EXECUTE FUNCTION platform.journal_row('member_id', 'address')
  CREATE TRIGGER journal_update AFTER UPDATE ON conversations.own_address FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('member_id', 'address')
  row level security on
  rapport_app may delete, insert, select, update

table conversations.thread
  workspace_id uuid not null
  id uuid not null
  subject text not null
  first_at timestamp with time zone
  last_at timestamp with time zone
  messages integer not null default 0
  primary key (workspace_id, id)
  CREATE INDEX thread_last ON conversations.thread USING btree (workspace_id, last_at DESC, id DESC)
  CREATE UNIQUE INDEX thread_pkey ON conversations.thread USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.thread_anchor
  workspace_id uuid not null
  anchor bytea not null
  thread_id uuid not null
  primary key (workspace_id, anchor)
  CREATE UNIQUE INDEX thread_anchor_pkey ON conversations.thread_anchor USING btree (workspace_id, anchor)
  CREATE INDEX thread_anchor_thread ON conversations.thread_anchor USING btree (workspace_id, thread_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.thread_choice
  workspace_id uuid not null
  member_id uuid not null
  thread_id uuid not null
  state text not null
  at timestamp with time zone not null
  primary key (workspace_id, member_id, thread_id)
  CHECK ((state = 'needs-no-reply'::text))
  CREATE UNIQUE INDEX thread_choice_pkey ON conversations.thread_choice USING btree (workspace_id, member_id, thread_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON conversations.thread_choice FOR EACH ROW EXECUTE FUNCTION platform.journal_row('member_id', 'thread_id')
  CREATE TRIGGER journal_update AFTER UPDATE ON conversations.thread_choice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('member_id', 'thread_id')
  row level security on
  rapport_app may delete, insert, select, update

table conversations.thread_clue
  workspace_id uuid not null
  candidate bytea not null
  sent_at timestamp with time zone not null
  message_id uuid not null
  primary key (workspace_id, candidate, sent_at, message_id)
  FOREIGN KEY (workspace_id, message_id) REFERENCES conversations.message(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX thread_clue_message ON conversations.thread_clue USING btree (workspace_id, message_id)
  CREATE UNIQUE INDEX thread_clue_pkey ON conversations.thread_clue USING btree (workspace_id, candidate, sent_at, message_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.thread_state
  workspace_id uuid not null
  member_id uuid not null
  thread_id uuid not null
  state text not null
  rule text not null
  because text not null
  since timestamp with time zone
  message_id uuid
  person_address text
  quote text
  quote_start integer
  quote_end integer
  last_at timestamp with time zone not null
  primary key (workspace_id, member_id, thread_id)
  CHECK ((state = ANY (ARRAY['owed-by-me'::text, 'waiting-for-them'::text, 'closed'::text, 'needs-no-reply'::text])))
  FOREIGN KEY (workspace_id, thread_id) REFERENCES conversations.thread(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX thread_state_last ON conversations.thread_state USING btree (workspace_id, member_id, last_at DESC, thread_id DESC)
  CREATE INDEX thread_state_open ON conversations.thread_state USING btree (workspace_id, member_id, state, since DESC)
  CREATE UNIQUE INDEX thread_state_pkey ON conversations.thread_state USING btree (workspace_id, member_id, thread_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.unreadable
  workspace_id uuid not null
  id uuid not null
  import_id uuid not null
  folder_id uuid not null
  position integer not null
  reason text not null
  size integer not null
  source bytea not null
  primary key (workspace_id, id)
  FOREIGN KEY (workspace_id, import_id) REFERENCES conversations.mail_import(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX unreadable_import ON conversations.unreadable USING btree (workspace_id, import_id, id)
  CREATE UNIQUE INDEX unreadable_pkey ON conversations.unreadable USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.upload
  workspace_id uuid not null
  id uuid not null
  member_id uuid not null
  path text not null
  size bigint not null
  created_at timestamp with time zone not null default now()
  primary key (workspace_id, id)
  CREATE UNIQUE INDEX upload_pkey ON conversations.upload USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table conversations.upload_part
  workspace_id uuid not null
  upload_id uuid not null
  n integer not null
  bytes bytea not null
  primary key (workspace_id, upload_id, n)
  FOREIGN KEY (workspace_id, upload_id) REFERENCES conversations.upload(workspace_id, id) ON DELETE CASCADE
  CREATE UNIQUE INDEX upload_part_pkey ON conversations.upload_part USING btree (workspace_id, upload_id, n)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table people.address
  workspace_id uuid not null
  id uuid not null
  address text not null
  person_id uuid
  kind text not null default 'person'::text
  name text not null default ''::text
  evidence text not null default ''::text
  first_seen timestamp with time zone
  import_id uuid
  primary key (workspace_id, id)
  CHECK ((kind = ANY (ARRAY['person'::text, 'robot'::text, 'list'::text, 'role'::text, 'unknown'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE SET NULL (person_id)
  CREATE INDEX address_import ON people.address USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX address_person ON people.address USING btree (workspace_id, person_id) WHERE (person_id IS NOT NULL)
  CREATE UNIQUE INDEX address_pkey ON people.address USING btree (workspace_id, id)
  CREATE INDEX address_trgm ON people.address USING gin (workspace_id, address extension.gin_trgm_ops)
  CREATE UNIQUE INDEX address_workspace_id_address_key ON people.address USING btree (workspace_id, address)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON people.address FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON people.address FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table people.company
  workspace_id uuid not null
  id uuid not null
  name text not null
  name_source text not null default 'domain'::text
  owner_id uuid
  custom jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null default now()
  import_id uuid
  primary key (workspace_id, id)
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE INDEX company_import ON people.company USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX company_name ON people.company USING btree (workspace_id, lower(name), id)
  CREATE INDEX company_name_trgm ON people.company USING gin (workspace_id, lower(name) extension.gin_trgm_ops)
  CREATE UNIQUE INDEX company_pkey ON people.company USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON people.company FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON people.company FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table people.domain
  workspace_id uuid not null
  domain text not null
  company_id uuid not null
  import_id uuid
  primary key (workspace_id, domain)
  FOREIGN KEY (workspace_id, company_id) REFERENCES people.company(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX domain_company ON people.domain USING btree (workspace_id, company_id)
  CREATE UNIQUE INDEX domain_pkey ON people.domain USING btree (workspace_id, domain)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON people.domain FOR EACH ROW EXECUTE FUNCTION platform.journal_row('domain')
  CREATE TRIGGER journal_update AFTER UPDATE ON people.domain FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('domain')
  row level security on
  rapport_app may delete, insert, select, update

table people.person
  workspace_id uuid not null
  id uuid not null
  name text not null
  given text
  family text
  name_source text not null default 'address'::text
  title text
  company_id uuid
  owner_id uuid
  time_zone text
  zone_minutes smallint
  tags text[] not null default '{}'::text[]
  met text
  permission text not null default 'none'::text
  custom jsonb not null default '{}'::jsonb
  created_at timestamp with time zone not null default now()
  import_id uuid
  primary key (workspace_id, id)
  CHECK ((permission = ANY (ARRAY['none'::text, 'implicit'::text, 'explicit'::text, 'withdrawn'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  FOREIGN KEY (workspace_id, company_id) REFERENCES people.company(workspace_id, id) ON DELETE SET NULL (company_id)
  CREATE INDEX person_company ON people.person USING btree (workspace_id, company_id) WHERE (company_id IS NOT NULL)
  CREATE INDEX person_import ON people.person USING btree (workspace_id, import_id) WHERE (import_id IS NOT NULL)
  CREATE INDEX person_name ON people.person USING btree (workspace_id, lower(name), id)
  CREATE INDEX person_name_trgm ON people.person USING gin (workspace_id, lower(name) extension.gin_trgm_ops)
  CREATE UNIQUE INDEX person_pkey ON people.person USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON people.person FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON people.person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table people.personal_fact
  workspace_id uuid not null
  id uuid not null
  person_id uuid not null
  text text not null
  source text not null
  member_id uuid not null
  at timestamp with time zone not null
  primary key (workspace_id, id)
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX personal_fact_person ON people.personal_fact USING btree (workspace_id, person_id)
  CREATE UNIQUE INDEX personal_fact_pkey ON people.personal_fact USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON people.personal_fact FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON people.personal_fact FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table platform.action
  workspace_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  member_id uuid
  via text not null
  name text not null
  about text not null
  input jsonb
  undone_by uuid
  primary key (workspace_id, id)
  CREATE INDEX action_member ON platform.action USING btree (workspace_id, member_id, id DESC)
  CREATE UNIQUE INDEX action_pkey ON platform.action USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table platform.api_key
  workspace_id uuid not null
  id uuid not null
  name text not null
  role text not null
  member_id uuid not null
  hash bytea not null
  created_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
  primary key (workspace_id, id)
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'rep'::text, 'specialist'::text, 'viewer'::text])))
  FOREIGN KEY (workspace_id, member_id) REFERENCES platform.member(workspace_id, id)
  CREATE UNIQUE INDEX api_key_hash_key ON platform.api_key USING btree (hash)
  CREATE UNIQUE INDEX api_key_pkey ON platform.api_key USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table platform.fact
  workspace_id uuid not null
  id uuid not null
  at timestamp with time zone not null
  action_id uuid
  member_id uuid
  audience uuid
  name text not null
  payload jsonb not null
  primary key (workspace_id, id)
  CREATE UNIQUE INDEX fact_pkey ON platform.fact USING btree (workspace_id, id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table platform.invitation
  workspace_id uuid not null
  id uuid not null
  email text not null
  role text not null
  token_hash bytea not null
  invited_by uuid not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  accepted_at timestamp with time zone
  withdrawn_at timestamp with time zone
  primary key (workspace_id, id)
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'rep'::text, 'specialist'::text, 'viewer'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX invitation_pkey ON platform.invitation USING btree (workspace_id, id)
  CREATE UNIQUE INDEX invitation_token_hash_key ON platform.invitation USING btree (token_hash)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON platform.invitation FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON platform.invitation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table platform.journal
  workspace_id uuid not null
  id bigint not null default identity
  action_id uuid
  at timestamp with time zone not null default clock_timestamp()
  tab text not null
  kind text not null
  key jsonb not null
  before jsonb
  after jsonb
  primary key (workspace_id, id)
  CHECK ((kind = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
  CREATE INDEX journal_action ON platform.journal USING btree (workspace_id, action_id, id)
  CREATE UNIQUE INDEX journal_pkey ON platform.journal USING btree (workspace_id, id)
  CREATE INDEX journal_record ON platform.journal USING btree (workspace_id, tab, ((key ->> 'id'::text)), id DESC)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may select

table platform.member
  workspace_id uuid not null
  id uuid not null
  user_id text
  name text not null
  email text
  role text not null
  time_zone text not null default 'UTC'::text
  joined_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  primary key (workspace_id, id)
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'rep'::text, 'specialist'::text, 'viewer'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE INDEX member_by_user ON platform.member USING btree (user_id) WHERE (user_id IS NOT NULL)
  CREATE UNIQUE INDEX member_pkey ON platform.member USING btree (workspace_id, id)
  CREATE UNIQUE INDEX member_user ON platform.member USING btree (workspace_id, user_id) WHERE (user_id IS NOT NULL)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON platform.member FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON platform.member FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may delete, insert, select, update

table platform.owner_link
  token_hash bytea not null
  workspace_id uuid not null
  created_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  used_from text
  primary key (token_hash)
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id)
  CREATE UNIQUE INDEX owner_link_pkey ON platform.owner_link USING btree (token_hash)
  row level security off
  rapport_app may nothing

table platform.worker
  id text not null
  lock integer not null
  primary key (id)
  CREATE UNIQUE INDEX worker_pkey ON platform.worker USING btree (id)
  row level security off
  rapport_app may nothing

table platform.workspace
  id uuid not null
  name text not null
  time_zone text not null default 'UTC'::text
  created_at timestamp with time zone not null default now()
  workspace_id uuid default id
  primary key (id)
  CREATE UNIQUE INDEX workspace_pkey ON platform.workspace USING btree (id)
  policy workspace using ((id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON platform.workspace FOR EACH ROW EXECUTE FUNCTION platform.journal_row('id')
  CREATE TRIGGER journal_update AFTER UPDATE ON platform.workspace FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('id')
  row level security on
  rapport_app may select, update

table rapport.migration
  name text not null
  hash text not null
  at timestamp with time zone not null default now()
  primary key (name)
  CREATE UNIQUE INDEX migration_pkey ON rapport.migration USING btree (name)
  row level security off
  rapport_app may nothing

table relationships.relation
  workspace_id uuid not null
  person_id uuid not null
  relation text not null
  rule text not null
  because text not null
  domain text
  primary key (workspace_id, person_id)
  CHECK ((relation = ANY (ARRAY['buyer'::text, 'customer'::text, 'partner'::text, 'colleague'::text, 'pitch'::text, 'private'::text, 'unsorted'::text])))
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX relation_kind ON relationships.relation USING btree (workspace_id, relation, domain)
  CREATE UNIQUE INDEX relation_pkey ON relationships.relation USING btree (workspace_id, person_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table relationships.relation_choice
  workspace_id uuid not null
  subject text not null
  relation text not null
  member_id uuid not null
  at timestamp with time zone not null
  primary key (workspace_id, subject)
  CHECK ((relation = ANY (ARRAY['buyer'::text, 'customer'::text, 'partner'::text, 'colleague'::text, 'pitch'::text, 'private'::text, 'unsorted'::text])))
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX relation_choice_pkey ON relationships.relation_choice USING btree (workspace_id, subject)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON relationships.relation_choice FOR EACH ROW EXECUTE FUNCTION platform.journal_row('subject')
  CREATE TRIGGER journal_update AFTER UPDATE ON relationships.relation_choice FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('subject')
  row level security on
  rapport_app may delete, insert, select, update

table relationships.stale
  workspace_id uuid not null
  member_id uuid not null
  person_id uuid not null
  primary key (workspace_id, member_id, person_id)
  FOREIGN KEY (workspace_id) REFERENCES platform.workspace(id) ON DELETE CASCADE
  CREATE UNIQUE INDEX stale_pkey ON relationships.stale USING btree (workspace_id, member_id, person_id)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table relationships.standing
  workspace_id uuid not null
  member_id uuid not null
  person_id uuid not null
  counts boolean not null
  earned real not null
  heard_at timestamp with time zone
  depth_order double precision not null
  drifts_from timestamp with time zone
  lost_from timestamp with time zone
  first_at timestamp with time zone
  last_at timestamp with time zone
  last_direction text
  theirs integer not null
  mine integer not null
  exchanges integer not null
  unanswered_in_a_row integer not null
  exchange jsonb not null default '[]'::jsonb
  computed_at timestamp with time zone not null
  settles_at timestamp with time zone
  primary key (workspace_id, member_id, person_id)
  FOREIGN KEY (workspace_id, person_id) REFERENCES people.person(workspace_id, id) ON DELETE CASCADE
  CREATE INDEX standing_counting ON relationships.standing USING btree (workspace_id, member_id, depth_order DESC, person_id) WHERE counts
  CREATE INDEX standing_depth ON relationships.standing USING btree (workspace_id, member_id, depth_order DESC, person_id)
  CREATE INDEX standing_drifts ON relationships.standing USING btree (workspace_id, member_id, drifts_from) WHERE (counts AND (drifts_from IS NOT NULL))
  CREATE INDEX standing_last ON relationships.standing USING btree (workspace_id, member_id, last_at DESC, person_id)
  CREATE INDEX standing_person ON relationships.standing USING btree (workspace_id, person_id)
  CREATE UNIQUE INDEX standing_pkey ON relationships.standing USING btree (workspace_id, member_id, person_id)
  CREATE INDEX standing_settles ON relationships.standing USING btree (workspace_id, settles_at) WHERE (settles_at IS NOT NULL)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  row level security on
  rapport_app may delete, insert, select, update

table today.decision
  workspace_id uuid not null
  member_id uuid not null
  key text not null
  verdict text not null
  until timestamp with time zone
  reason text
  at timestamp with time zone not null
  primary key (workspace_id, member_id, key)
  CHECK ((verdict = ANY (ARRAY['done'::text, 'snoozed'::text, 'dismissed'::text])))
  FOREIGN KEY (workspace_id, member_id) REFERENCES platform.member(workspace_id, id)
  CREATE UNIQUE INDEX decision_pkey ON today.decision USING btree (workspace_id, member_id, key)
  policy workspace using ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid)) with check ((workspace_id = (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid))
  CREATE TRIGGER journal_insert_delete AFTER INSERT OR DELETE ON today.decision FOR EACH ROW EXECUTE FUNCTION platform.journal_row('member_id', 'key')
  CREATE TRIGGER journal_update AFTER UPDATE ON today.decision FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION platform.journal_row('member_id', 'key')
  row level security on
  rapport_app may delete, insert, select, update

function conversations.search_messages(query text, reader uuid, most integer) returns TABLE(message_id uuid, sent_at timestamp with time zone), as its owner, rapport_app may
  | select t.message_id, t.sent_at from conversations.message_text t
  | where t.workspace_id = platform.workspace_id() and t.words @@ to_tsquery('simple', query)
  | and exists (select from conversations.message_copy c join conversations.mailbox b on b.workspace_id = c.workspace_id and b.id = c.mailbox_id
  | where c.workspace_id = t.workspace_id and c.message_id = t.message_id and (c.member_id = reader or b.visibility = 'all'))
  | order by t.sent_at desc limit most
function people.search_companies(query text, most integer) returns TABLE(id uuid, rank real), as its owner, rapport_app may
  | with hit as (
  | (select c.id from people.company c where c.workspace_id = platform.workspace_id() and lower(c.name) like '%' || query || '%' limit 400)
  | union
  | (select d.company_id from people.domain d where d.workspace_id = platform.workspace_id() and d.domain like query || '%' limit 100)
  | )
  | select c.id, (case when lower(c.name) like query || '%' then 1.5 else 1 end)::real
  | from hit join people.company c on c.workspace_id = platform.workspace_id() and c.id = hit.id order by 2 desc, c.name limit most
function people.search_people(query text, most integer) returns TABLE(id uuid, rank real), as its owner, rapport_app may
  | with hit as (
  | (select p.id, 1.0::real as base from people.person p
  | where p.workspace_id = platform.workspace_id() and lower(p.name) like '%' || query || '%' limit 400)
  | union all
  | (select a.person_id, 0.8::real from people.address a
  | where a.workspace_id = platform.workspace_id() and a.address like '%' || query || '%' and a.person_id is not null limit 400)
  | )
  | select p.id, (max(hit.base) + case when lower(p.name) like query || '%' then 0.5 when lower(p.name) like '% ' || query || '%' then 0.4 else 0 end)::real
  | from hit join people.person p on p.workspace_id = platform.workspace_id() and p.id = hit.id
  | group by p.id, p.name order by 2 desc, p.name limit most
function platform.create_workspace(new_id uuid, new_name text, owner_id uuid, owner_name text, zone text) returns void, as its owner, rapport_app may
  | insert into platform.workspace (id, name, time_zone) values (new_id, new_name, zone);
  | insert into platform.member (workspace_id, id, name, role, time_zone) values (new_id, owner_id, owner_name, 'owner', zone);
function platform.invitation_at(hash bytea, at timestamp with time zone) returns TABLE(workspace_id uuid, id uuid, email text, role text, workspace_name text, time_zone text), as its owner, rapport_app may
  | select i.workspace_id, i.id, i.email, i.role, w.name, w.time_zone from platform.invitation i join platform.workspace w on w.id = i.workspace_id
  | where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > at
function platform.invitation_of(hash bytea) returns TABLE(workspace_id uuid, id uuid, email text, role text, workspace_name text), as its owner, rapport_app may
  | select i.workspace_id, i.id, i.email, i.role, w.name from platform.invitation i join platform.workspace w on w.id = i.workspace_id
  | where i.token_hash = hash and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()
function platform.journal_row() returns trigger, as its owner, rapport_app may
  | declare
  | image jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
  | was jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  | row_key jsonb := '{}';
  | begin
  | -- an import's rows carry its id instead
  | if current_setting('app.bulk', true) = 'on' then return null; end if;
  | for i in 0 .. tg_nargs - 1 loop
  | row_key := row_key || jsonb_build_object(tg_argv[i], coalesce(was, image) -> tg_argv[i]);
  | end loop;
  | insert into platform.journal (workspace_id, action_id, tab, kind, key, before, after)
  | values ((image ->> 'workspace_id')::uuid, nullif(current_setting('app.action_id', true), '')::uuid,
  | tg_table_schema || '.' || tg_table_name, lower(tg_op), row_key, was, case when tg_op = 'UPDATE' then image end);
  | return null;
  | end
function platform.journaled(IN tab regclass, VARIADIC keys text[]) returns nothing, rapport_app may
  | declare args text := (select string_agg(quote_literal(k), ', ') from unnest(keys) k);
  | begin
  | execute format('create trigger journal_insert_delete after insert or delete on %s for each row execute function platform.journal_row(%s)', tab, args);
  | execute format('create trigger journal_update after update on %s for each row when (old.* is distinct from new.*) execute function platform.journal_row(%s)', tab, args);
  | end
function platform.later(task text, payload json, run_at timestamp with time zone, key text) returns void, as its owner, rapport_app may
  | select graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 8)
function platform.member_of_key(of_hash bytea) returns TABLE(workspace_id uuid, key_id uuid, member_id uuid, role text, member_role text, time_zone text), as its owner, rapport_app may
  | select k.workspace_id, k.id, k.member_id, k.role, m.role, m.time_zone from platform.api_key k
  | join platform.member m on m.workspace_id = k.workspace_id and m.id = k.member_id
  | where k.hash = of_hash and k.ended_at is null and m.ended_at is null
function platform.memberships(of_user text) returns TABLE(workspace_id uuid, member_id uuid, role text, time_zone text), as its owner, rapport_app may
  | select m.workspace_id, m.id, m.role, m.time_zone from platform.member m where m.user_id = of_user and m.ended_at is null order by m.joined_at
function platform.owner_link_of(hash bytea) returns TABLE(workspace_id uuid, member_id uuid, time_zone text), as its owner, rapport_app may
  | select l.workspace_id, m.id, m.time_zone from platform.owner_link l
  | join platform.member m on m.workspace_id = l.workspace_id and m.role = 'owner' and m.user_id is null and m.ended_at is null
  | where l.token_hash = hash and l.used_at is null order by m.joined_at, m.id limit 1
function platform.put_owner_link(hash bytea, workspace uuid) returns void, as its owner, rapport_app may
  | delete from platform.owner_link where workspace_id = workspace and used_at is null;
  | insert into platform.owner_link (token_hash, workspace_id) values (hash, workspace)
function platform.tenant(IN tab regclass) returns nothing, rapport_app may
  | begin
  | execute format('alter table %s enable row level security', tab);
  | execute format($p$create policy workspace on %s using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
  | with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)$p$, tab);
  | execute format('grant select, insert, update, delete on %s to rapport_app', tab);
  | end
function platform.use_owner_link(hash bytea, came_from text) returns uuid, as its owner, rapport_app may
  | update platform.owner_link set used_at = now(), used_from = came_from where token_hash = hash and used_at is null returning workspace_id
function platform.workspace_id() returns uuid, rapport_app may
  | select nullif(current_setting('app.workspace_id', true), '')::uuid
function platform.workspaces() returns TABLE(id uuid, name text, claimed boolean, owner_member_id uuid, time_zone text), as its owner, rapport_app may
  | select w.id, w.name, exists (select from platform.member m where m.workspace_id = w.id and m.user_id is not null),
  | (select m.id from platform.member m where m.workspace_id = w.id and m.role = 'owner' and m.ended_at is null order by m.joined_at, m.id limit 1), w.time_zone
  | from platform.workspace w order by w.created_at, w.id
