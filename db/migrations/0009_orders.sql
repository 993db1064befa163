-- Texts of an edition, orders and their items.

create table edition_texts (
  edition_id text not null references editions (id),
  kind text not null,
  text_zh text not null,
  text_en text not null,
  version bigint not null,
  primary key (edition_id, kind)
);

create table orders (
  id text primary key,
  edition_id text not null references editions (id),
  serial bigint not null,
  number text not null,
  organization_id text not null references organizations (id),
  state text not null,
  persons integer not null,
  total_fen bigint not null check (total_fen > 0),
  refunded_fen bigint not null default 0 check (refunded_fen between 0 and total_fen),
  channel text,
  created_by text not null,
  created_at bigint not null,
  expires_at bigint not null,
  closed_at bigint,
  paid_at bigint,
  version bigint not null,
  constraint orders_serial unique (serial),
  constraint orders_number unique (number)
);
create index orders_organization on orders (organization_id, serial);
create index orders_newest on orders (edition_id, serial);
create index orders_state on orders (edition_id, state, serial);
create index orders_paid on orders (edition_id, paid_at) where paid_at is not null;
create index orders_unpaid on orders (expires_at) where state = 'unpaid';

-- What was ordered, as it was then: people may be removed or renamed later.
create table order_items (
  order_id text not null references orders (id),
  attendee_id text not null,
  position integer not null,
  attendee_number text not null,
  name_zh text not null,
  name_en text not null,
  document_masked text not null,
  badge_type text not null,
  collection text not null,
  entry_option_zh text not null,
  entry_option_en text not null,
  fee_fen bigint not null check (fee_fen > 0),
  is_open boolean not null,
  primary key (order_id, attendee_id)
);
-- ORD-01: nobody is in two orders that are unpaid or paid.
create unique index order_items_one_open on order_items (attendee_id) where is_open;
create index order_items_attendee on order_items (attendee_id);
