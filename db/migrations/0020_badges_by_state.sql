-- People are found by the state of their badge: an index alone says whose badges are in a state.
drop index badges_state;
create index badges_state on badges (edition_id, state, serial, attendee_id);
