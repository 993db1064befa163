-- Group payment (统付): which groups may, which do, and for whom they have decided.

create table group_payments (
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  -- By the bureau, after a letter (GPY-01).
  is_permitted boolean not null,
  is_on boolean not null,
  -- Set once (GPY-04): how many of an organization are paid for without asking again; none set yet, or without a limit.
  default_limit bigint check (default_limit >= 0),
  is_default_set boolean not null,
  switched_at bigint,
  version bigint not null,
  primary key (edition_id, trading_group_id),
  check (is_permitted or not is_on)
);

-- A limit of one organization instead of the default, and how many of its people are sponsored by its group.
create table sponsorship_limits (
  organization_id text primary key references organizations (id),
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  -- None: the group's default counts.
  persons bigint check (persons >= 0),
  -- All that were locked under sponsorship, approved and rejected ones included (GPY-04).
  sponsored bigint not null check (sponsored >= 0),
  version bigint not null
);
create index sponsorship_limits_group on sponsorship_limits (edition_id, trading_group_id);

-- The group's decision on one person, for good.
alter table attendees add column sponsorship text check (sponsorship in ('sponsored', 'declined'));
alter table attendees add column sponsor_group_id text references trading_groups (id);
alter table attendees add column sponsored_at bigint;
create index attendees_sponsored on attendees (edition_id, sponsor_group_id, serial) where sponsor_group_id is not null;
create index attendees_undecided on attendees (edition_id, trading_group_id, serial) where state = 'awaiting_group';
