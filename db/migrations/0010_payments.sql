-- Payments of orders, what providers told us, transfers, statements, refunds, bills, and the sandbox's own books.

-- One attempt to pay an order by one channel; its number is never used for another.
create table payments (
  id text primary key,
  order_id text not null references orders (id),
  channel text not null,
  number text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('pending', 'paid', 'closed', 'failed')),
  is_sandbox boolean not null,
  -- What the payer is shown, once the provider has said so.
  cashier_json text,
  gateway_number text not null,
  received_fen bigint not null default 0,
  last_error text not null,
  created_at bigint not null,
  expires_at bigint not null,
  check_at bigint,
  paid_at bigint,
  constraint payments_number unique (number)
);
create index payments_order on payments (order_id, created_at);
create unique index payments_one_pending on payments (order_id, channel) where state = 'pending';
create index payments_due on payments (check_at) where check_at is not null;
create index payments_day on payments (paid_at, channel) where paid_at is not null;

-- Every call of a provider, as it came.
create table payment_notices (
  id text primary key,
  channel text not null,
  received_at bigint not null,
  outcome text not null,
  number text not null,
  raw_sealed text not null
);
create index payment_notices_newest on payment_notices (received_at, id);

create table bank_transfers (
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
  state text not null check (state in ('submitted', 'confirmed', 'refused')),
  reason text not null,
  submitted_at bigint not null,
  decided_by text,
  decided_at bigint,
  version bigint not null
);
create unique index bank_transfers_one_open on bank_transfers (order_id) where state = 'submitted';
create index bank_transfers_list on bank_transfers (state, submitted_at, id);
create index bank_transfers_order on bank_transfers (order_id);

-- Lines of the bank's statements; a line that is imported twice is there once.
create table statement_lines (
  id text primary key,
  bank_serial text not null,
  booked_on text not null,
  payer_name text not null,
  memo text not null,
  amount_fen bigint not null,
  payment_id text references payments (id),
  imported_at bigint not null,
  matched_at bigint,
  constraint statement_lines_serial unique (bank_serial)
);
create index statement_lines_open on statement_lines (booked_on, id) where payment_id is null;

create table refunds (
  id text primary key,
  number text not null,
  order_id text not null references orders (id),
  payment_id text not null references payments (id),
  kind text not null check (kind in ('rejected', 'orphan')),
  amount_fen bigint not null check (amount_fen > 0),
  state text not null,
  reason text not null,
  opinion text not null,
  gateway_number text not null,
  last_error text not null,
  requested_by text not null,
  requested_at bigint not null,
  decided_by text,
  decided_at bigint,
  check_at bigint,
  done_at bigint,
  version bigint not null,
  constraint refunds_number unique (number)
);
create index refunds_order on refunds (order_id);
create index refunds_list on refunds (state, requested_at, id);
create index refunds_due on refunds (check_at) where check_at is not null;
create index refunds_day on refunds (done_at) where done_at is not null;
-- One payment that came to nothing goes back once.
create unique index refunds_orphan on refunds (payment_id) where kind = 'orphan';

create table refund_items (
  refund_id text not null references refunds (id),
  order_id text not null references orders (id),
  attendee_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  is_active boolean not null,
  primary key (refund_id, attendee_id)
);
create unique index refund_items_once on refund_items (order_id, attendee_id) where is_active;

-- What providers booked on a day, as their bills say.
create table bill_rows (
  channel text not null,
  booked_on text not null,
  kind text not null,
  number text not null,
  gateway_number text not null,
  amount_fen bigint not null,
  fee_fen bigint not null,
  at bigint not null,
  primary key (channel, kind, number)
);
create index bill_rows_day on bill_rows (booked_on, channel);

create table bills (
  channel text not null,
  booked_on text not null,
  error text not null,
  asked_at bigint not null,
  primary key (channel, booked_on)
);

-- What the sandbox plays the provider with. No money moves.
create table sandbox_charges (
  number text primary key,
  channel text not null,
  amount_fen bigint not null,
  subject text not null,
  state text not null,
  notify_url text not null,
  return_url text not null,
  created_at bigint not null,
  expires_at bigint not null,
  paid_at bigint
);
create table sandbox_refunds (
  number text primary key,
  charge_number text not null references sandbox_charges (number),
  amount_fen bigint not null,
  done_at bigint not null
);
create index sandbox_charges_day on sandbox_charges (channel, paid_at);
