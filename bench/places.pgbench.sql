\set organization random(0, 999)
\set transfer random(1, 9000000000000000000)
\set key random(1, 9000000000000000000)
begin;
select fingerprint, body, status, etag from idempotency_keys where id = md5(:key::text) and expires_at > 1;
insert into ledger_transfers (id, debit_account_id, credit_account_id, amount, phase, reason, subject, actor_id, created_at) values (md5(:transfer::text), 'bench/quota/' || :organization, 'bench/used/' || :organization, 1, 'posted', 'floor', '', 'bench', 1) on conflict (id) do nothing;
update ledger_accounts set debits_posted = debits_posted + 1 where id = 'bench/quota/' || :organization and (guard = 'none' or debits_posted + debits_pending + 1 <= credits_posted);
update ledger_accounts set credits_posted = credits_posted + 1 where id = 'bench/used/' || :organization;
insert into idempotency_keys (id, fingerprint, status, body, etag, expires_at) values (md5(:key::text), repeat('f', 64), 200, '{"transfer_id":"00000000000000000000000000"}', '', 0);
commit;
