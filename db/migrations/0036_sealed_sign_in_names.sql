-- A sign-in name that is somebody's e-mail address, mobile or document number is kept encrypted (ACC-07): `login_name` shows it
-- masked, `login_key` is its blind index. Rows of before are sealed by `expogate migrate`, which has the keys.
alter table accounts add column login_name_sealed text;
-- Locks under names of before: their ids were plain hashes, which can be guessed.
delete from sign_in_locks;
