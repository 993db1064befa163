-- The technical tables: idempotency, jobs, the ledger.

create table idempotency_keys (
  id text primary key,
  fingerprint text not null,
  status integer not null,
  body text not null,
  etag text not null,
  expires_at bigint not null
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);

create table jobs (
  id text primary key,
  kind text not null,
  payload text not null,
  state text not null check (state in ('ready', 'running', 'done', 'dead')),
  attempts integer not null,
  max_attempts integer not null,
  run_at bigint not null,
  leased_until bigint,
  progress_done bigint,
  progress_total bigint,
  last_error text,
  created_at bigint not null,
  finished_at bigint
);
create index jobs_due on jobs (state, run_at);
create index jobs_by_creation on jobs (created_at, id);

create table job_schedules (
  name text primary key,
  next_at bigint not null
);

create table ledger_accounts (
  id text primary key,
  unit text not null,
  guard text not null check (guard in ('none', 'debits_must_not_exceed_credits')),
  debits_pending bigint not null check (debits_pending >= 0),
  debits_posted bigint not null check (debits_posted >= 0),
  credits_pending bigint not null check (credits_pending >= 0),
  credits_posted bigint not null check (credits_posted >= 0),
  created_at bigint not null,
  constraint ledger_accounts_guard check (guard = 'none' or debits_posted + debits_pending <= credits_posted)
);

create table ledger_transfers (
  id text primary key,
  debit_account_id text not null references ledger_accounts (id),
  credit_account_id text not null references ledger_accounts (id),
  amount bigint not null check (amount > 0),
  phase text not null check (phase in ('pending', 'posted', 'voided', 'expired')),
  reason text not null,
  subject text not null,
  actor_id text not null,
  created_at bigint not null,
  expires_at bigint,
  resolved_at bigint
);
create index ledger_transfers_debit on ledger_transfers (debit_account_id, created_at, id);
create index ledger_transfers_credit on ledger_transfers (credit_account_id, created_at, id);
create index ledger_transfers_holds on ledger_transfers (phase, expires_at);
