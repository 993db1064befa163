-- Files, exports as sheets, saved views, mailings.

create table files (
  id text primary key,
  purpose text not null,
  name text not null,
  content_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  sha256 text not null,
  storage_key text not null,
  uploaded_by text references accounts (id),
  created_at bigint not null,
  -- null: it belongs to something; else it goes at this moment
  expires_at bigint,
  -- set: its bytes are going, and nobody finds it any more
  removed_at bigint,
  constraint files_storage_key unique (storage_key)
);
create index files_expiry on files (expires_at) where expires_at is not null;

create table sheet_exports (
  id text primary key,
  edition_id text not null references editions (id),
  account_id text not null references accounts (id),
  kind text not null,
  parameters_json text not null,
  title text not null,
  locale text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'expired')),
  job_id text not null,
  -- which attempt of the job works on it
  attempt integer not null,
  rows_done bigint not null,
  rows_total bigint,
  file_id text references files (id),
  bytes bigint,
  error_code text,
  created_at bigint not null,
  finished_at bigint,
  expires_at bigint,
  downloaded_at bigint
);
create index sheet_exports_account on sheet_exports (account_id, created_at, id);
create index sheet_exports_unfinished on sheet_exports (account_id) where state in ('queued', 'running');
create index sheet_exports_expiry on sheet_exports (expires_at) where state = 'done';
create index sheet_exports_file on sheet_exports (file_id);

-- Slow work is looked for by its kinds, past whatever else waits.
create index jobs_due_by_kind on jobs (kind, state, run_at);

create table saved_views (
  id text primary key,
  account_id text not null references accounts (id),
  list text not null,
  name text not null,
  query text not null,
  position integer not null,
  created_at bigint not null,
  version bigint not null,
  constraint saved_views_name unique (account_id, list, name)
);

create table mailings (
  id text primary key,
  edition_id text not null references editions (id),
  -- the group that sends; null: the bureau
  trading_group_id text references trading_groups (id),
  account_id text not null references accounts (id),
  sender_name text not null,
  kind text not null,
  parameters_json text not null,
  locale text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('queued', 'sending', 'done', 'cancelled')),
  recipients bigint not null,
  -- how far the recipients have been written
  last_subject_id text not null,
  created_at bigint not null,
  finished_at bigint
);
create index mailings_group on mailings (trading_group_id, created_at, id);
create index mailings_by_creation on mailings (created_at, id);

create table mailing_recipients (
  id text primary key,
  mailing_id text not null references mailings (id),
  subject_kind text not null,
  subject_id text not null,
  name text not null,
  to_masked text,
  -- null: it has no address
  message_id text references messages (id),
  send_at bigint,
  constraint mailing_recipients_subject unique (mailing_id, subject_id)
);
create index mailing_recipients_message on mailing_recipients (message_id);

-- How many mails a sender has in an hour, so that the limit holds for mailings that race (GRP-04).
create table mailing_hours (
  sender text not null,
  hour bigint not null,
  mails integer not null,
  primary key (sender, hour)
);
