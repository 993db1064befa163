#include <fmt/format.h>

#include "organization/licence.h"
#include "platform/wire/codec.h"

namespace expogate::organization {

std::optional<Recognition> recognition_of(const Licence& licence) {
  if (!licence.recognition_json) return std::nullopt;
  return wire::from_json<Recognition>(*licence.recognition_json);
}

namespace store {
namespace {

constexpr std::string_view licence_columns =
    "id, edition_id, file_id, token_hash, organization_id, state, recognition_json, picture_hash, "
    "created_at, "
    "recognized_at";

}  // namespace

void add_licence(db::Tx& tx, const Licence& l) {
  tx.exec(R"(
      insert into licences (id, edition_id, file_id, token_hash, organization_id, state, picture_hash, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8))",
          l.id, l.edition_id, l.file_id, l.token_hash, l.organization_id, l.state, l.picture_hash,
          l.created_at);
}

std::optional<Licence> find_licence(db::Tx& tx, const LicenceId& id) {
  return tx.one<Licence>(fmt::format("select {} from licences where id = $1", licence_columns), id);
}

std::int64_t count_before(db::Tx& tx, const Licence& l) {
  return tx.value<std::int64_t>(
      "select count(*) from licences where state = 'queued' and (created_at < $1 or (created_at = $1 and id "
      "< $2))",
      l.created_at, l.id);
}

bool note_recognition(db::Tx& tx, const LicenceId& id, LicenceState state,
                      const std::optional<std::string>& recognition_json, Instant now) {
  return tx.exec(R"(
      update licences set state = $2, recognition_json = $3, recognized_at = $4 where id = $1 and state = 'queued')",
                 id, state, recognition_json, now) == 1;
}

void forget_unclaimed_licences(db::Tx& tx, const FileId& file) {
  tx.exec("delete from licences where file_id = $1 and organization_id is null", file);
}

std::optional<Licence> give_licence(db::Tx& tx, const LicenceId& id, const OrganizationId& organization) {
  return tx.one<Licence>(fmt::format("update licences set organization_id = $2 where id = $1 and "
                                     "(organization_id is null or organization_id = $2) returning {}",
                                     licence_columns),
                         id, organization);
}

LicenceId copy_licence(db::Tx& tx, const LicenceId& from, const EditionId& edition,
                       const OrganizationId& organization, Instant now) {
  auto id = new_id<LicenceId>(now);
  tx.exec(R"(
      insert into licences (id, edition_id, file_id, token_hash, organization_id, state, recognition_json, picture_hash,
                            created_at, recognized_at)
      select $2, $3, file_id, $4, $5, case when state = 'queued' then 'unreadable' else state end, recognition_json,
             picture_hash, cast($6 as bigint), recognized_at
      from licences where id = $1)",
          from, id, edition, "", organization, now);
  return id;
}

bool is_picture_of_another(db::Tx& tx, const Licence& l, std::string_view uscc) {
  return tx
      .one<std::int64_t>(R"(
      select 1 from licences l join organizations o on o.licence_id = l.id
      where l.picture_hash = $1 and o.uscc <> $2 limit 1)",
                         l.picture_hash, uscc)
      .has_value();
}

}  // namespace store
}  // namespace expogate::organization
