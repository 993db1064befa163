-- Editions with their windows, prices and catalogues; the audit log; accounts; messages; trading groups.

create table editions (
  id text primary key,
  number integer not null,
  name_zh text not null,
  name_en text not null,
  venue_zh text not null,
  venue_en text not null,
  show_from_on text not null,
  show_to_on text not null,
  entry_from_on text not null,
  entry_to_on text not null,
  state text not null check (state in ('preparing', 'current', 'past')),
  version bigint not null,
  created_at bigint not null,
  constraint editions_number unique (number)
);
create unique index editions_one_current on editions (state) where state = 'current';

create table edition_windows (
  edition_id text not null references editions (id),
  kind text not null,
  opens_at bigint,
  closes_at bigint,
  version bigint not null,
  primary key (edition_id, kind)
);

create table entry_options (
  id text primary key,
  edition_id text not null references editions (id),
  code text not null,
  name_zh text not null,
  name_en text not null,
  from_on text not null,
  to_on text not null,
  position integer not null,
  active boolean not null,
  version bigint not null,
  constraint entry_options_code unique (edition_id, code)
);

create table entry_prices (
  id text primary key,
  entry_option_id text not null references entry_options (id),
  badge_type text not null,
  region_type text,
  reuse boolean,
  valid_from_on text,
  valid_to_on text,
  fee_fen bigint not null check (fee_fen >= 0),
  position integer not null
);
create index entry_prices_option on entry_prices (entry_option_id, position);

create table catalogue_items (
  id text primary key,
  edition_id text not null references editions (id),
  kind text not null,
  code text not null,
  parent_id text references catalogue_items (id),
  name_zh text not null,
  name_en text not null,
  position integer not null,
  active boolean not null,
  version bigint not null,
  constraint catalogue_items_code unique (edition_id, kind, code)
);
create index catalogue_items_order on catalogue_items (edition_id, kind, parent_id, position, id);
create index catalogue_items_parent on catalogue_items (parent_id);

create table audit_entries (
  id text primary key,
  at bigint not null,
  actor_id text not null,
  actor_name text not null,
  ip text not null,
  request_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  summary text not null,
  before_json text not null,
  after_json text not null,
  seq bigint,
  hash text,
  constraint audit_entries_seq unique (seq)
);
create index audit_entries_at on audit_entries (at, id);
create index audit_entries_subject on audit_entries (subject_kind, subject_id, at);
create index audit_entries_unsealed on audit_entries (at, id) where seq is null;

create table trading_groups (
  id text primary key,
  kind text not null check (kind in ('group', 'subgroup')),
  parent_id text references trading_groups (id),
  family text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  position integer not null,
  state text not null check (state in ('active', 'disabled')),
  version bigint not null,
  created_at bigint not null,
  constraint trading_groups_code unique (code),
  -- two levels exactly (GRP-01)
  constraint trading_groups_levels check ((kind = 'group') = (parent_id is null))
);
create index trading_groups_parent on trading_groups (parent_id, position);

create table invitation_codes (
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  code text not null,
  primary key (edition_id, trading_group_id),
  constraint invitation_codes_code unique (edition_id, code)
);

create table accounts (
  id text primary key,
  kind text not null,
  door text not null,
  login_name text not null,
  login_key text not null,
  password_hash text not null,
  display_name text not null,
  role text not null,
  state text not null check (state in ('active', 'disabled')),
  scope_level text not null check (scope_level in ('nothing', 'organization', 'subgroup', 'group', 'everything')),
  trading_group_id text references trading_groups (id),
  organization_id text,
  parent_account_id text references accounts (id),
  mobile_sealed text,
  mobile_index text,
  mobile_masked text,
  email_sealed text,
  email_index text,
  email_masked text,
  totp_sealed text,
  totp_pending_sealed text,
  totp_last_step bigint,
  must_change_password boolean not null,
  locale text not null,
  last_sign_in_at bigint,
  created_at bigint not null,
  version bigint not null,
  constraint accounts_login unique (door, login_key)
);
create index accounts_group on accounts (trading_group_id);
create index accounts_parent on accounts (parent_account_id, created_at);
create index accounts_mobile on accounts (mobile_index);
create index accounts_email on accounts (email_index);
create index accounts_by_creation on accounts (created_at, id);

create table sign_in_locks (
  id text primary key,
  failures integer not null,
  first_failure_at bigint not null,
  locked_until bigint
);

create table sessions (
  id text primary key,
  token_hash text not null,
  account_id text not null references accounts (id),
  stage text not null check (stage in ('second_step', 'full')),
  second_step_tries integer not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  ip text not null,
  user_agent text not null,
  constraint sessions_token unique (token_hash)
);
create index sessions_account on sessions (account_id, ended_at, created_at);

create table sign_ins (
  id text primary key,
  account_id text not null references accounts (id),
  at bigint not null,
  outcome text not null,
  ip text not null,
  user_agent text not null
);
create index sign_ins_account on sign_ins (account_id, at, id);

create table verification_codes (
  id text primary key,
  purpose text not null,
  subject text not null,
  target_index text not null,
  code_hash text not null,
  tries integer not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index verification_codes_lookup on verification_codes (purpose, subject, target_index, created_at);

-- How often codes were sent: a row per number and per address, so that the limit holds for requests that race.
create table code_sends (
  id text primary key,
  day_on text not null,
  sends integer not null,
  last_at bigint not null
);

create table used_challenges (
  id text primary key,
  expires_at bigint not null
);

create table consents (
  account_id text not null references accounts (id),
  document text not null,
  document_version integer not null,
  given_at bigint not null,
  ip text not null,
  primary key (account_id, document, document_version)
);

create table messages (
  id text primary key,
  channel text not null check (channel in ('sms', 'email')),
  to_sealed text not null,
  to_masked text not null,
  to_index text not null,
  template text not null,
  subject text not null,
  body_sealed text not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'dead')),
  attempts integer not null,
  last_error text,
  created_at bigint not null,
  sent_at bigint
);
create index messages_by_creation on messages (created_at, id);
create index messages_state on messages (state, created_at);

create table notices (
  id text primary key,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  level text not null,
  audience text not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  published_at bigint,
  created_at bigint not null,
  version bigint not null
);
create index notices_published on notices (state, published_at);

create table notice_reads (
  notice_id text not null references notices (id),
  account_id text not null references accounts (id),
  read_at bigint not null,
  primary key (notice_id, account_id)
);
