-- What the public register said of an organization's code (ORG-05), shown to reviewers beside what was typed.
create table registry_answers (
  organization_id text primary key references organizations (id),
  uscc text not null,
  standing text not null,
  name text not null,
  asked_at bigint not null
);
