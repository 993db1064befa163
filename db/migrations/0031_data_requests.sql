-- What organizations ask to have corrected or erased of what is kept about them (RET-03).
-- both
create table data_requests (
  id text primary key,
  edition_id text not null references editions (id),
  organization_id text not null references organizations (id),
  -- None: it is about the organization and its contact. A person may be taken back meanwhile.
  attendee_id text,
  kind text not null check (kind in ('correction', 'erasure')),
  state text not null check (state in ('open', 'done', 'refused', 'withdrawn')),
  wish text not null,
  opinion text not null,
  filed_at bigint not null,
  due_at bigint not null,
  decided_by text,
  decided_at bigint
);
create index data_requests_list on data_requests (edition_id, state, due_at, id);
create index data_requests_organization on data_requests (organization_id, filed_at, id);
create index data_requests_attendee on data_requests (attendee_id);
create unique index data_requests_one_open on data_requests (organization_id, kind, coalesce(attendee_id, '')) where state = 'open';
