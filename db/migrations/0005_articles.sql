-- The services board (展会服务): what the bureau tells visitors around the show (ORG-12).

create table articles (
  id text primary key,
  edition_id text not null references editions (id),
  section text not null check (section in ('matchmaking', 'activities', 'guide', 'show_news', 'pre_show_news')),
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  is_pinned boolean not null,
  state text not null check (state in ('draft', 'published')),
  published_at bigint,
  changed_at bigint not null,
  version bigint not null,
  constraint articles_published_at check ((state = 'published') = (published_at is not null))
);
create index articles_board on articles (edition_id, state, is_pinned, published_at, id);
create index articles_changed on articles (edition_id, changed_at, id);
