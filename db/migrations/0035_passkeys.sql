-- Passkeys (WebAuthn) as second step (ACC-05). The challenge that a session is to answer is kept here and taken by its answer.
create table passkeys (
  id text primary key,
  account_id text not null references accounts (id) on delete cascade,
  name text not null,
  credential_id text not null,
  algorithm integer not null,
  public_key text not null,
  sign_count bigint not null,
  transports text not null,
  created_at bigint not null,
  last_used_at bigint,
  locked_at bigint
);
create unique index passkeys_credential on passkeys (credential_id);
create index passkeys_account on passkeys (account_id, created_at);

create table passkey_challenges (
  session_id text not null,
  purpose text not null check (purpose in ('registration', 'sign_in')),
  challenge text not null,
  expires_at bigint not null,
  primary key (session_id, purpose)
);
create index passkey_challenges_expiry on passkey_challenges (expires_at);
