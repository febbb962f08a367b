-- A mail that two imports found in one folder lies there twice: taking one import back leaves the other's copy.
alter table conversations.message_copy drop constraint message_copy_pkey;
alter table conversations.message_copy add primary key (workspace_id, message_id, folder_id, import_id);

-- Files that hold no mail are no mails that were skipped, but whoever dropped them wants to know: [{path, reason}].
alter table conversations.mail_import add passed_over jsonb not null default '[]';
