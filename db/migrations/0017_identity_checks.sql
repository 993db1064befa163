-- Whether name and document of a person belong together, as a provider says (ATT-09), or waived (ATT-08): one state
-- for both, which goes with the person's row so that an approval looks at it in its own statement.
alter table attendees add column identity_state text not null default 'not_asked'
  check (identity_state in ('not_asked', 'matched', 'failed', 'unavailable', 'waived'));
alter table attendees add column identity_finding text;
alter table attendees add column identity_at bigint;
update attendees set identity_state = 'waived' where is_identity_waived;
alter table attendees drop column is_identity_waived;
create index attendees_identity on attendees (edition_id, identity_state, serial);
