-- People are filtered by country too: their rows are counted without reading them.
drop index attendees_filters;
create index attendees_filters on attendees (
  edition_id, serial, id, organization_id, trading_group_id, top_group_id, state, badge_type, region_type,
  entry_option_id, collection, is_reuse, position_category_code, source, face_count, submitted_at, nationality_code);
