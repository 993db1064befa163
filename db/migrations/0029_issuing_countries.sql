-- ATT-03: passports are numbered by their countries, and two of them may have one number.
drop index attendees_document;
create unique index attendees_document on attendees (
  edition_id, document_index, (case when document_type = 'passport' then coalesce(nationality_code, '') else '' end)
) where state <> 'voided';
