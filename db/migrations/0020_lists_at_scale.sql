-- What bench/lists found slow among half a million people.

-- People are found by the state of their badge: an index alone says whose badges are in a state.
drop index badges_state;
create index badges_state on badges (edition_id, state, serial, attendee_id);

-- Part of a name is looked for in an index, not in the rows.
create index organizations_names on organizations (edition_id, name_folded, uscc, id);

create index attendees_by_name on attendees (edition_id, name_zh, serial);
create index attendees_submitted on attendees (edition_id, submitted_at, serial);
create index attendees_sponsorship on attendees (edition_id, sponsorship, serial) where sponsorship is not null;
-- Also of those who were voided, whose document others may use again.
create index attendees_any_document on attendees (edition_id, document_index);
