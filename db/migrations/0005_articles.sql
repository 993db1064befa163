-- The services board (展会服务): what the bureau tells visitors around the show.

create table articles (
  id text primary key,
  edition_id text not null references editions (id),
  section text not null check (section in ('matchmaking', 'activities', 'guide', 'show_news', 'pre_show_news')),
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  position integer not null,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  published_at bigint,
  created_at bigint not null,
  version bigint not null
);
create index articles_board on articles (edition_id, section, state, position, published_at);
create index articles_newest on articles (edition_id, created_at, id);
