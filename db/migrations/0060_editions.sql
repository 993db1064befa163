-- EDN-06: which edition this one took the place of, so that it can be taken back before anybody registers.
alter table editions add column replaced_id text references editions (id);

-- Notices belong to an edition; those that there are were written for the one that is current.
alter table notices add column edition_id text references editions (id);
update notices set edition_id = (
  select id from editions order by case state when 'current' then 0 when 'preparing' then 1 else 2 end, number desc limit 1);
drop index notices_published;
create index notices_published on notices (edition_id, state, published_at);
