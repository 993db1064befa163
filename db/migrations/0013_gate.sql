-- Gates, the devices at them, what they scanned, and who is inside.

create table gates (
  id text primary key,
  edition_id text not null references editions (id),
  name_zh text not null,
  name_en text not null,
  active boolean not null,
  version bigint not null,
  constraint gates_name unique (edition_id, name_zh)
);

-- A device is one pairing: whoever pairs again is another one, so that its scans are numbered from 1.
create table gate_devices (
  id text primary key,
  edition_id text not null references editions (id),
  gate_id text not null references gates (id),
  name text not null,
  direction text not null check (direction in ('entry', 'exit')),
  state text not null check (state in ('awaiting', 'active', 'revoked')),
  pairing_code_hash text,
  pairing_expires_at bigint,
  token_hash text,
  created_by text not null references accounts (id),
  created_at bigint not null,
  paired_at bigint,
  revoked_at bigint,
  last_seen_at bigint,
  list_fetched_at bigint,
  -- Scans that wait in the device, as it said itself.
  queued integer not null,
  last_sequence bigint not null,
  -- Every scan up to this one has arrived.
  complete_to bigint not null,
  -- The last one of the day, once its operator has ended it.
  final_sequence bigint,
  version bigint not null,
  constraint gate_devices_pairing_code unique (pairing_code_hash),
  constraint gate_devices_token unique (token_hash)
);
create index gate_devices_edition on gate_devices (edition_id, gate_id);

-- Everything that a device has seen, also what was refused; who a refused code belongs to, where that is known.
create table gate_scans (
  device_id text not null references gate_devices (id),
  sequence bigint not null check (sequence > 0),
  edition_id text not null references editions (id),
  gate_id text not null references gates (id),
  direction text not null check (direction in ('entry', 'exit')),
  day text not null,
  scanned_at bigint not null,
  received_at bigint not null,
  -- What the person was told.
  answer text not null check (answer in ('admitted', 'already_inside', 'wrong_day', 'not_issued', 'voided', 'revoked', 'unknown')),
  is_overridden boolean not null,
  was_offline boolean not null,
  -- What the list of the device could not know when it admitted.
  objection text check (objection in ('wrong_day', 'not_issued', 'voided', 'revoked', 'unknown')),
  badge_id text references badges (id),
  attendee_id text references attendees (id),
  -- Of a code that is nobody's: never the text itself.
  code_hash text,
  primary key (device_id, sequence)
);
create index gate_scans_person on gate_scans (attendee_id, day);
create index gate_scans_offline on gate_scans (edition_id, day, attendee_id) where was_offline;
create index gate_scans_objection on gate_scans (edition_id, day) where objection is not null;

-- One row for each person and day (BDG-03): what follows from the scans, whatever order they arrive in.
create table gate_visits (
  attendee_id text not null references attendees (id),
  day text not null,
  edition_id text not null references editions (id),
  first_entered_at bigint,
  entries integer not null,
  is_inside boolean not null,
  -- The last passage: the greatest of all by these three.
  last_at bigint not null,
  last_device_id text not null references gate_devices (id),
  last_sequence bigint not null,
  primary key (attendee_id, day)
);
-- The list of visits, the newest first; its days are spans of first entries.
create index gate_visits_entered on gate_visits (edition_id, first_entered_at, attendee_id);
create index gate_visits_day on gate_visits (edition_id, day, is_inside, first_entered_at);

-- How many of each answer a gate's devices gave in each hour; a row for each of them, so that none waits for another.
create table gate_hours (
  gate_id text not null references gates (id),
  hour_at bigint not null,
  device_id text not null references gate_devices (id),
  direction text not null,
  answer text not null,
  scans integer not null,
  primary key (gate_id, hour_at, device_id, direction, answer)
);
