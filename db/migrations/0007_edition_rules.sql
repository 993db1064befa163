-- Rules that differ from edition to edition: who may use invitation codes (GRP-01), whose badges are reused
-- (ATT-07), how long a review takes (BDG-07), how long an order waits for its payment (ORD-01).
alter table editions add column invitation_code_use text not null default 'overseas';
alter table editions add column reuse_from_number integer not null default 5;
alter table editions add column review_days_mainland integer not null default 7;
alter table editions add column review_days_elsewhere integer not null default 15;
alter table editions add column order_hours integer not null default 24;
