-- Organizations: their registration, form, licence, review, claims; the past ones stay beside the present ones.

create table serial_numbers (
  name text primary key,
  last bigint not null
);

create table licences (
  id text primary key,
  edition_id text not null references editions (id),
  file_id text not null references files (id),
  -- Before there is an account, whoever knows the token uploaded it.
  token_hash text not null,
  organization_id text,
  state text not null check (state in ('queued', 'recognized', 'unreadable')),
  recognition_json text,
  picture_hash text not null,
  created_at bigint not null,
  recognized_at bigint
);
create index licences_organization on licences (organization_id);
create index licences_picture on licences (picture_hash);
create index licences_queue on licences (created_at, id) where state = 'queued';

create table organizations (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  number text not null,
  account_id text not null references accounts (id),
  past_organization_id text references organizations (id),
  origin text not null check (origin in ('domestic', 'overseas')),
  category text not null,
  state text not null,
  trading_group_id text references trading_groups (id),
  -- The group at the top of the subtree: a group sees its own and its subgroups' by one index.
  top_group_id text references trading_groups (id),
  referral_code text not null,
  uscc text,
  overseas_key text,
  name_zh text not null,
  name_en text not null,
  country_code text not null,
  province_code text not null,
  city_code text not null,
  district_code text not null,
  address text not null,
  website text not null,
  employees bigint,
  turnover_wan bigint,
  is_sme boolean,
  is_listed boolean,
  ownership_code text not null,
  registered_capital_code text not null,
  import_volume_code text not null,
  purchase_1y_code text not null,
  purchase_5y_code text not null,
  import_goods text not null,
  contact_name text not null,
  contact_title text,
  contact_department text not null,
  contact_position text not null,
  contact_telephone text not null,
  contact_mobile_sealed text,
  contact_mobile_masked text,
  contact_email_sealed text,
  contact_email_masked text,
  licence_id text references licences (id),
  attendee_count bigint not null default 0,
  registered_at bigint not null,
  submitted_at bigint,
  -- Since when it waits for the people of its present stage.
  awaiting_since bigint,
  decided_at bigint,
  exported_at bigint,
  version bigint not null,
  -- What searches look into: folded as `folded_name` does, so that spelling does not matter.
  name_folded text not null,
  address_folded text not null,
  constraint organizations_serial unique (serial),
  constraint organizations_number unique (number),
  constraint organizations_account unique (edition_id, account_id),
  -- ORG-02: one registration per code and edition; a rejected one keeps its code (ORG-06).
  constraint organizations_uscc unique (edition_id, uscc),
  constraint organizations_overseas unique (edition_id, overseas_key)
);
create index organizations_newest on organizations (edition_id, serial);
create index organizations_state on organizations (edition_id, state, serial);
create index organizations_group on organizations (edition_id, trading_group_id, serial);
create index organizations_group_state on organizations (edition_id, trading_group_id, state, serial);
create index organizations_top_group on organizations (edition_id, top_group_id, serial);
create index organizations_top_group_state on organizations (edition_id, top_group_id, state, serial);
create index organizations_submitted on organizations (edition_id, submitted_at, serial);
-- Everything a list filters by: its rows are counted here without reading them.
create index organizations_filters on organizations (
  edition_id, serial, id, trading_group_id, top_group_id, state, category, origin, country_code, purchase_1y_code,
  purchase_5y_code, import_volume_code, registered_capital_code, ownership_code, is_sme, is_listed, submitted_at,
  exported_at, past_organization_id);
create index organizations_waiting on organizations (edition_id, awaiting_since, serial) where awaiting_since is not null;
create index organizations_past on organizations (past_organization_id);
create index organizations_of_account on organizations (account_id);

-- Industries, products and visit purposes, each with its ancestors, so that a filter names any level.
create table organization_choices (
  organization_id text not null references organizations (id),
  kind text not null check (kind in ('industry', 'product', 'visit_purpose')),
  code text not null,
  is_chosen boolean not null,
  primary key (organization_id, kind, code)
);
create index organization_choices_code on organization_choices (kind, code, organization_id);

create table purchase_needs (
  id text primary key,
  organization_id text not null references organizations (id),
  position integer not null,
  area_code text not null,
  description text not null,
  is_published boolean not null
);
create index purchase_needs_organization on purchase_needs (organization_id, position);

-- What has been typed and not yet submitted: one piece, encrypted, because a contact stands in it.
create table organization_drafts (
  id text primary key references organizations (id),
  step integer not null,
  form_sealed text not null,
  version bigint not null,
  saved_at bigint not null
);

create table organization_history (
  organization_id text not null references organizations (id),
  -- Several things happen in one moment: the order is not that of the clock alone.
  seq bigint not null,
  at bigint not null,
  actor_id text not null,
  actor_name text not null,
  event text not null,
  state_before text,
  state_after text,
  opinion text not null,
  reasons text not null,
  primary key (organization_id, seq)
);

-- Who has an organization open for review: a courtesy to colleagues, not a lock.
create table review_visits (
  organization_id text primary key references organizations (id),
  account_id text not null references accounts (id),
  account_name text not null,
  opened_at bigint not null
);

create table uscc_claims (
  id text primary key,
  edition_id text not null references editions (id),
  uscc text not null,
  organization_id text not null references organizations (id),
  name_zh text not null,
  contact_name text not null,
  mobile_sealed text not null,
  mobile_masked text not null,
  explanation text not null,
  licence_id text not null references licences (id),
  state text not null check (state in ('open', 'accepted', 'refused')),
  opinion text not null,
  decided_by text,
  filed_at bigint not null,
  decided_at bigint
);
create index uscc_claims_list on uscc_claims (edition_id, state, filed_at, id);
create unique index uscc_claims_one_open on uscc_claims (edition_id, uscc) where state = 'open';

create table one_click_links (
  id text primary key,
  edition_id text not null references editions (id),
  past_organization_id text not null references organizations (id),
  token_hash text not null,
  state text not null check (state in ('sent', 'used', 'replaced')),
  sent_at bigint not null,
  expires_at bigint not null,
  used_at bigint,
  organization_id text references organizations (id),
  constraint one_click_links_token unique (token_hash)
);
create unique index one_click_links_one on one_click_links (edition_id, past_organization_id) where state <> 'replaced';

-- Search by parts of a name or address: every character and every pair of neighbours is a word.
-- sqlite
create virtual table organization_search using fts5 (name, address, detail = column, columnsize = 0);
-- postgres
create table organization_search (
  rowid bigint primary key,
  name text[] not null,
  address text[] not null
);
create index organization_search_name on organization_search using gin (name);
create index organization_search_address on organization_search using gin (address);
-- both
