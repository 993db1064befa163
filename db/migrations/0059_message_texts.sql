-- What a fair says in place of a built-in SMS or e-mail (INS-01): written by `expogate fair apply`.
create table message_texts (
  name text primary key,
  subject_zh text not null,
  subject_en text not null,
  text_zh text not null,
  text_en text not null
);
