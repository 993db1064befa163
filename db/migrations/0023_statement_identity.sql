-- A bank may use one serial on two days, so a line is known by its serial and its day. What a bank calls its columns is
-- remembered once finance has said it (ORD-04).

alter table statement_lines add column serial_and_day text not null default '';
update statement_lines set serial_and_day = bank_serial || '|' || booked_on;
-- postgres
alter table statement_lines drop constraint statement_lines_serial;
-- both
-- sqlite
create table statement_lines_anew (
  id text primary key,
  bank_serial text not null,
  booked_on text not null,
  payer_name text not null,
  memo text not null,
  amount_fen bigint not null,
  payment_id text references payments (id),
  imported_at bigint not null,
  matched_at bigint,
  serial_and_day text not null default ''
);
insert into statement_lines_anew select id, bank_serial, booked_on, payer_name, memo, amount_fen, payment_id, imported_at, matched_at, serial_and_day from statement_lines;
drop table statement_lines;
alter table statement_lines_anew rename to statement_lines;
create index statement_lines_open on statement_lines (booked_on, id) where payment_id is null;
-- both
create unique index statement_lines_serial on statement_lines (serial_and_day);
create index statement_lines_payment on statement_lines (payment_id);

create table statement_layouts (
  headings text primary key,
  columns_json text not null,
  created_at bigint not null
);
