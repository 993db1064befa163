-- Key organizations to invite (GRP-05). Whether one has registered and been approved is asked of the organizations, never
-- noted here: only how an invitation stands is a row's own.

create table key_invitees (
  id text primary key,
  edition_id text not null references editions (id),
  trading_group_id text not null references trading_groups (id),
  -- For which of its subgroups it is meant, where it is for one.
  subgroup_id text references trading_groups (id),
  source text not null check (source in ('group', 'bureau')),
  -- None: an overseas organization, which is known by the link that it registered with.
  uscc text,
  organization_id text references organizations (id),
  name text not null,
  name_folded text not null,
  contact_name text not null,
  contact_mobile_sealed text,
  contact_mobile_masked text,
  contact_email_sealed text,
  contact_email_masked text,
  level text not null check (level in ('key', 'important', 'general')),
  reason text not null,
  state text not null check (state in ('recommended', 'invited', 'set_aside', 'withdrawn')),
  set_aside_reason text not null,
  referral_code text not null,
  -- Of the link that is good now; none once it was used, withdrawn or put aside.
  token_hash text,
  link_expires_at bigint,
  invited_at bigint,
  invitation_count bigint not null,
  -- When a link was first opened, and when one was registered with.
  opened_at bigint,
  used_at bigint,
  created_at bigint not null,
  version bigint not null,
  constraint key_invitees_referral_code unique (edition_id, referral_code),
  check (uscc is null or organization_id is null),
  check (token_hash is null or state = 'invited')
);
create unique index key_invitees_uscc on key_invitees (edition_id, trading_group_id, uscc)
  where uscc is not null and state <> 'withdrawn';
create unique index key_invitees_overseas on key_invitees (edition_id, trading_group_id, name_folded)
  where uscc is null and state <> 'withdrawn';
create unique index key_invitees_token on key_invitees (token_hash) where token_hash is not null;
create index key_invitees_newest on key_invitees (edition_id, trading_group_id, id);
create index key_invitees_state on key_invitees (edition_id, trading_group_id, state, id);
create index key_invitees_of_all on key_invitees (edition_id, id);
