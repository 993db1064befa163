-- What the bureau has put right of somebody who was locked: the names of the fields, divided by blanks; never what was in them.
alter table attendee_history add column changed_fields text not null default '';
