-- How long personal data are kept (RET-01), how far erasing has come, and the reports of it (RET-02).
-- both
create table retention_periods (
  edition_id text not null references editions (id),
  kind text not null,
  -- After the last day of the show.
  days integer not null check (days between 0 and 36500),
  -- Why it is held at all, and what allows it: each fair has its own law.
  purpose_zh text not null,
  purpose_en text not null,
  basis_zh text not null,
  basis_en text not null,
  version bigint not null,
  primary key (edition_id, kind)
);

create table erasures (
  edition_id text not null references editions (id),
  kind text not null,
  spine text not null,
  -- Up to which row it has come.
  last_key text not null,
  rows_erased bigint not null,
  finished_at bigint,
  primary key (edition_id, kind, spine)
);

create table erasure_reports (
  id text primary key,
  edition_id text not null references editions (id),
  made_at bigint not null,
  made_by text not null,
  is_clean boolean not null,
  -- What was found, as it was signed.
  document text not null
);
create index erasure_reports_newest on erasure_reports (edition_id, made_at, id);

alter table attendees add column erased_at bigint;
alter table organizations add column erased_at bigint;
-- Of a line whose words were erased: what only the holder of the chain's key can write (ACC-08).
alter table audit_entries add column erasure_seal text;
create index badges_photo on badges (photo_id);
create index audit_entries_unerased on audit_entries (seq) where erasure_seal is null;

-- A voucher goes when the time is over for which the law wants it kept.
-- postgres
alter table bank_transfers alter column voucher_file_id drop not null;
-- sqlite
create table bank_transfers_anew (
  id text primary key,
  order_id text not null references orders (id),
  payment_id text not null references payments (id),
  payer_name text not null,
  payer_bank text not null,
  payer_account_sealed text not null,
  payer_account_masked text not null,
  amount_fen bigint not null check (amount_fen > 0),
  remitted_on text not null,
  note text not null,
  voucher_file_id text references files (id),
  state text not null check (state in ('submitted', 'confirmed', 'refused', 'closed')),
  reason text not null,
  submitted_at bigint not null,
  decided_by text,
  decided_at bigint,
  version bigint not null
);
insert into bank_transfers_anew
  select id, order_id, payment_id, payer_name, payer_bank, payer_account_sealed, payer_account_masked, amount_fen, remitted_on,
         note, voucher_file_id, state, reason, submitted_at, decided_by, decided_at, version
  from bank_transfers;
drop table bank_transfers;
alter table bank_transfers_anew rename to bank_transfers;
create unique index bank_transfers_one_open on bank_transfers (order_id) where state = 'submitted';
create index bank_transfers_list on bank_transfers (state, submitted_at, id);
create index bank_transfers_order on bank_transfers (order_id);
