-- Whoever gets an account chooses its password behind a personal link (INS-05): single use, expiring, stored hashed.

create table account_links (
  id text primary key,
  account_id text not null references accounts (id),
  token_hash text not null,
  sent_to_masked text,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  constraint account_links_token unique (token_hash)
);
create index account_links_account on account_links (account_id, created_at);

alter table accounts drop column must_change_password;
