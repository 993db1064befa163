-- Quotas of free badges (VIP, staff) down the tree of groups. The guard against overselling is the ledger's; these rows
-- say what its accounts were opened for, and count beside it.

create table group_quotas (
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  badge_type text not null check (badge_type in ('staff', 'vip')),
  -- What came from above: from the bureau, or for a subgroup from its group.
  total bigint not null check (total >= 0),
  to_subgroups bigint not null check (to_subgroups >= 0),
  to_organizations bigint not null check (to_organizations >= 0),
  to_upgrades bigint not null check (to_upgrades >= 0),
  version bigint not null,
  primary key (edition_id, trading_group_id, badge_type),
  check (to_subgroups + to_organizations + to_upgrades <= total)
);

-- What a group has given to one of its organizations, which may not have registered yet (QTA-01).
create table organization_quotas (
  id text primary key,
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  -- One of the two: overseas organizations have no code, and must be there already.
  uscc text,
  organization_id text references organizations (id),
  name text not null,
  name_folded text not null,
  staff bigint not null check (staff >= 0),
  vip bigint not null check (vip >= 0),
  staff_used bigint not null check (staff_used between 0 and staff),
  vip_used bigint not null check (vip_used between 0 and vip),
  created_at bigint not null,
  version bigint not null,
  check ((uscc is null) <> (organization_id is null))
);
create unique index organization_quotas_uscc on organization_quotas (edition_id, trading_group_id, uscc) where uscc is not null;
create unique index organization_quotas_organization on organization_quotas (edition_id, trading_group_id, organization_id)
  where organization_id is not null;
create index organization_quotas_newest on organization_quotas (edition_id, trading_group_id, id);

-- Whose place a person with a free badge sits on; it goes back there (QTA-04).
create table quota_places (
  attendee_id text primary key,
  edition_id text not null references editions (id),
  badge_type text not null check (badge_type in ('staff', 'vip')),
  trading_group_id text not null references trading_groups (id),
  -- None: an upgrade, charged to the group itself.
  organization_quota_id text references organization_quotas (id),
  taken_at bigint not null
);
create index quota_places_quota on quota_places (organization_quota_id, attendee_id) where organization_quota_id is not null;
create index quota_places_group on quota_places (edition_id, trading_group_id, badge_type, attendee_id);
