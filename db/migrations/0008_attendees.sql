-- Attendees: people, their photos, documents and states; courier addresses; invitations of colleagues.

create table courier_addresses (
  id text primary key,
  organization_id text not null references organizations (id),
  -- ATT-11: five places, so that a sixth address finds none, whoever comes at the same moment.
  place integer not null check (place between 1 and 5),
  recipient text not null,
  mobile_sealed text not null,
  mobile_masked text not null,
  postcode text not null,
  province_code text not null,
  city_code text not null,
  district_code text not null,
  address text not null,
  is_default boolean not null,
  version bigint not null,
  constraint courier_addresses_place unique (organization_id, place)
);
create unique index courier_addresses_default on courier_addresses (organization_id) where is_default;

-- Photos that an organization, or a colleague by its code, has uploaded for its people.
create table attendee_photos (
  file_id text primary key references files (id),
  organization_id text not null references organizations (id),
  -- How many faces a machine sees in it: a hint, never a verdict (ATT-04). Empty while nobody has looked.
  face_count integer
);

create table attendees (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  number text not null,
  organization_id text not null references organizations (id),
  -- Of its organization, so that a group's list needs no join.
  trading_group_id text references trading_groups (id),
  top_group_id text references trading_groups (id),
  state text not null,
  source text not null check (source in ('contact', 'colleague', 'sheet', 'past')),
  past_attendee_id text references attendees (id),
  is_reuse boolean not null,
  name_zh text not null,
  name_en text not null,
  name_folded text not null,
  gender text,
  region_type text,
  document_type text,
  document_sealed text,
  document_index text,
  document_masked text not null,
  nationality_code text not null,
  birth_sealed text,
  mobile_sealed text,
  mobile_index text,
  mobile_masked text not null,
  email_sealed text,
  email_masked text not null,
  department text not null,
  position text not null,
  position_category_code text not null,
  photo_id text references attendee_photos (file_id),
  face_count integer,
  entry_option_id text references entry_options (id),
  collection text,
  courier_address_id text references courier_addresses (id),
  badge_type text not null,
  fee_fen bigint not null check (fee_fen >= 0),
  is_identity_waived boolean not null default false,
  created_at bigint not null,
  submitted_at bigint,
  awaiting_since bigint,
  decided_at bigint,
  version bigint not null,
  constraint attendees_serial unique (serial),
  constraint attendees_number unique (number)
);
-- ATT-03: one active attendee per document and edition, over all organizations.
create unique index attendees_document on attendees (edition_id, document_index) where state <> 'voided';
create index attendees_organization on attendees (organization_id, serial);
create index attendees_newest on attendees (edition_id, serial);
create index attendees_state on attendees (edition_id, state, serial);
create index attendees_group on attendees (edition_id, trading_group_id, serial);
create index attendees_top_group on attendees (edition_id, top_group_id, serial);
create index attendees_mobile on attendees (edition_id, mobile_index);
create index attendees_waiting on attendees (edition_id, awaiting_since, serial) where awaiting_since is not null;
create index attendees_past on attendees (past_attendee_id);
-- Everything a list filters by: its rows are counted here without reading them.
create index attendees_filters on attendees (
  edition_id, serial, id, organization_id, trading_group_id, top_group_id, state, badge_type, region_type,
  entry_option_id, collection, is_reuse, position_category_code, source, face_count, submitted_at);

create table attendee_history (
  attendee_id text not null references attendees (id),
  seq bigint not null,
  at bigint not null,
  actor_id text not null,
  actor_name text not null,
  event text not null,
  state_before text,
  state_after text,
  opinion text not null,
  primary key (attendee_id, seq)
);

-- Who has an attendee open for review: a courtesy to colleagues, not a lock.
create table attendee_visits (
  attendee_id text primary key references attendees (id),
  account_id text not null references accounts (id),
  account_name text not null,
  opened_at bigint not null
);

-- ORG-11: whoever knows the token adds himself to the organization's people, to be confirmed by its contact.
create table colleague_links (
  id text primary key,
  organization_id text not null references organizations (id),
  token_hash text not null,
  token_sealed text not null,
  state text not null check (state in ('open', 'closed')),
  created_at bigint not null,
  constraint colleague_links_token unique (token_hash)
);
create unique index colleague_links_one on colleague_links (organization_id) where state = 'open';

-- Search by parts of a name: see organization_search.
-- sqlite
create virtual table attendee_search using fts5 (name, detail = column, columnsize = 0);
-- postgres
create table attendee_search (
  rowid bigint primary key,
  name text[] not null
);
create index attendee_search_name on attendee_search using gin (name);
-- both
