-- GPY-02: whom a group has declined it never sponsors, also when the person is deleted and added again. By the blind index of the
-- document, which an erasure of the edition takes with it.
create table declined_documents (
  edition_id text not null references editions (id),
  document_index text not null,
  declined_at bigint not null,
  primary key (edition_id, document_index)
);
insert into declined_documents (edition_id, document_index, declined_at)
  select edition_id, document_index, min(coalesce(submitted_at, 0)) from attendees
  where sponsorship = 'declined' and document_index is not null group by edition_id, document_index;
