-- A password is recovered only by an address that its owner has proved to be his (ACC-03). What stands there already was proved
-- by a code or typed by the bureau; nobody is locked out by this change.
alter table accounts add column mobile_verified boolean not null default true;
alter table accounts add column email_verified boolean not null default true;
