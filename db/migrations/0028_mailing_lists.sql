-- Bulk mail names the list that it belongs to, so that its readers can leave that list with one click (RFC 8058).

alter table messages add column locale text not null default 'zh_cn';
-- empty: nobody can leave what concerns only themselves
alter table messages add column mailing_list text not null default '';

update messages set mailing_list = coalesce(
    (select coalesce(g.trading_group_id, 'bureau') from mailing_recipients r join mailings g on g.id = r.mailing_id
     where r.message_id = messages.id), '')
  where template = 'mailing' and state in ('queued', 'failed');

alter table mailing_recipients add column has_left boolean not null default false;

-- Who does not want the mails of a list any more: the blind index of the address, as in messages.
create table mailing_list_departures (
  mailing_list text not null,
  to_index text not null,
  left_at bigint not null,
  primary key (mailing_list, to_index)
);
