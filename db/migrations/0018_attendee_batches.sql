-- One act on all people whom a filter finds, done in the background, with what became of each.

create table attendee_batches (
  id text primary key,
  edition_id text not null references editions (id),
  account_id text not null references accounts (id),
  action text not null,
  -- What the act needs to know, and whom it is about, as they were asked for.
  wish_json text not null,
  filter_json text not null,
  locale text not null,
  state text not null check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
  total bigint not null,
  done bigint not null,
  refused bigint not null,
  -- Up to whom it has come, and who was the last when it was ordered.
  last_serial bigint not null,
  until_serial bigint not null,
  error_code text,
  created_at bigint not null,
  finished_at bigint
);
create index attendee_batches_account on attendee_batches (account_id, created_at);
create index attendee_batches_finished on attendee_batches (finished_at);

create table attendee_batch_outcomes (
  batch_id text not null references attendee_batches (id) on delete cascade,
  serial bigint not null,
  attendee_id text not null,
  number text not null,
  name_zh text not null,
  name_en text not null,
  is_done boolean not null,
  reason text,
  primary key (batch_id, serial)
);
