-- Whose fair this is (INS-01): one row, written by `expogate fair apply`; and the texts that people agree to, by version.

create table fairs (
  id text primary key check (id = 'fair'),
  name_zh text not null,
  name_en text not null,
  short_name_zh text not null,
  short_name_en text not null,
  organizer_zh text not null,
  organizer_en text not null,
  motto_zh text not null,
  motto_en text not null,
  time_zone text not null,
  accent_color text not null,
  logo_png text not null,
  features text not null,
  version bigint not null
);

create table consent_texts (
  document text not null,
  version integer not null,
  title_zh text not null,
  title_en text not null,
  text_zh text not null,
  text_en text not null,
  primary key (document, version)
);

-- Which identity documents an edition takes (INS-01): names with commas; empty: all.
alter table editions add column document_types text not null default '';

-- As a form keeps a text: without blank lines at its end.
update mailing_templates set body_zh = '{contact}, 您好!', body_en = 'Dear {contact},' where id = '0004' and version = 1;
