-- Kept answers hold what people were answered, personal data among it: encrypted, and their fingerprints keyed (ACC-07). What was
-- kept before lasted 24 hours and ends here.
drop table idempotency_keys;
create table idempotency_keys (
  id text primary key,
  fingerprint text not null,
  status integer not null,
  body_sealed text not null,
  etag text not null,
  expires_at bigint not null
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);
