-- How people come in besides being typed: by their organization's link (ORG-11), and from past editions (ATT-07).

-- How many people a link has brought. Whoever comes through changes it, so that a link that is being closed
-- lets somebody in or does not.
alter table colleague_links add column joined_count bigint not null default 0;

-- What people without an account have agreed to, as `consents` keeps it of accounts (ACC-07).
create table attendee_consents (
  attendee_id text not null references attendees (id),
  document text not null,
  document_version integer not null,
  given_at bigint not null,
  ip text not null,
  primary key (attendee_id, document)
);

create index attendee_photos_organization on attendee_photos (organization_id);
create index attendees_photo on attendees (photo_id);

-- ATT-07: badges for the public days alone are not used again.
alter table entry_options add column is_public_days boolean not null default false;
