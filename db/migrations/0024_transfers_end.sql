-- A transfer that was announced ends with its order, however that was paid (ORD-04).
-- postgres
alter table bank_transfers drop constraint bank_transfers_state_check;
alter table bank_transfers add constraint bank_transfers_state_check check (state in ('submitted', 'confirmed', 'refused', 'closed'));
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
  voucher_file_id text not null references files (id),
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
-- both
