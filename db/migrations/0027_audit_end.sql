-- The end of the audit chain, sealed with a key that is not in the database: a log that was cut or emptied shows (ACC-08).
create table audit_ends (
  id text primary key check (id = 'end'),
  seq bigint not null,
  hash text not null,
  seal text not null
);
