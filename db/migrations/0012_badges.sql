-- Badges, the batches that they are printed in, and the parcels that bring them.

create table badge_batches (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  state text not null check (state in ('printing', 'ready', 'failed', 'made', 'cancelled')),
  badges integer not null,
  badges_done integer not null,
  job_id text,
  pdf_file_id text references files (id),
  list_file_id text references files (id),
  error_code text,
  created_by text not null references accounts (id),
  created_at bigint not null,
  finished_at bigint,
  version bigint not null,
  constraint badge_batches_serial unique (serial)
);
create index badge_batches_newest on badge_batches (edition_id, serial);

create table parcels (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  organization_id text not null references organizations (id),
  state text not null check (state in ('packed', 'sent')),
  -- BDG-06: ten places, so that an eleventh badge finds none.
  badges integer not null check (badges between 0 and 10),
  recipient text not null,
  mobile_sealed text not null,
  mobile_masked text not null,
  postcode text not null,
  region text not null,
  address text not null,
  courier text,
  tracking_number text,
  packed_at bigint not null,
  sent_at bigint,
  version bigint not null,
  constraint parcels_serial unique (serial),
  constraint parcels_tracking unique (courier, tracking_number)
);
create index parcels_newest on parcels (edition_id, state, serial);
create index parcels_organization on parcels (organization_id, serial);

create table badges (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  -- What its code says: its own edition and serial; for a badge that is used again those of the past one.
  code_edition_number integer not null,
  code_serial bigint not null,
  attendee_id text not null references attendees (id),
  organization_id text not null references organizations (id),
  kind text not null check (kind in ('first', 'reprint', 'replacement', 'reuse')),
  state text not null check (state in ('awaiting', 'in_production', 'made', 'sent', 'collected', 'revoked')),
  batch_id text references badge_batches (id),
  batch_place integer,
  parcel_id text references parcels (id),
  collection text not null,
  -- The face, as it was when the badge was made.
  name_zh text not null,
  name_en text not null,
  organization_zh text not null,
  organization_en text not null,
  position text not null,
  type text not null,
  photo_id text references attendee_photos (file_id),
  entry_option_zh text not null,
  entry_option_en text not null,
  entry_days integer not null,
  created_at bigint not null,
  produced_at bigint,
  made_at bigint,
  sent_at bigint,
  collected_at bigint,
  told_at bigint,
  revoked_at bigint,
  revoked_reason text check (revoked_reason in ('voided', 'replaced')),
  version bigint not null,
  constraint badges_serial unique (serial)
);
-- 一人一证: whoever is quicker, a person has one badge that opens the gate.
create unique index badges_current on badges (attendee_id) where state <> 'revoked';
-- A scanned code names one badge of an edition; a past badge may have been used again, given up and used again.
create unique index badges_code on badges (edition_id, code_edition_number, code_serial) where state <> 'revoked';
create index badges_any_code on badges (edition_id, code_edition_number, code_serial);
create index badges_newest on badges (edition_id, serial);
create index badges_state on badges (edition_id, state, serial);
create index badges_awaiting on badges (edition_id, organization_id, serial) where state = 'awaiting';
create index badges_attendee on badges (attendee_id, serial);
create index badges_batch on badges (batch_id, batch_place);
create index badges_parcel on badges (parcel_id, serial);
create index badges_to_send on badges (edition_id, organization_id) where state = 'made' and collection = 'courier' and parcel_id is null;
create index badges_organization on badges (organization_id, serial);
create index badges_revoked on badges (edition_id, revoked_at) where state = 'revoked';
