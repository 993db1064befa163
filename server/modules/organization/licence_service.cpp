#include "organization/licence_service.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"
#include "platform/wire/codec.h"

namespace expogate::organization {

struct RecognitionPayload {
  LicenceId licence_id;
};
BOOST_DESCRIBE_STRUCT(RecognitionPayload, (), (licence_id))

namespace {

bool is_own(const Caller& caller, const Licence& licence) {
  return caller.scope.level == Scope::Level::organization && licence.organization_id &&
         *licence.organization_id == caller.scope.organization;
}

}  // namespace

UploadedLicence LicenceService::upload(const Caller& caller, std::string_view picture) {
  auto file = files_.add_image(caller, "organization_licence", "licence", picture, licence_rules, "licence");
  auto now = clock_.now();
  UploadedLicence uploaded{{}, new_token()};
  auto& licence = uploaded.licence;
  licence.id = new_id<LicenceId>(now);
  licence.edition_id = caller.edition;
  licence.file_id = file.id;
  licence.token_hash = sha256_hex(uploaded.token);
  licence.picture_hash = file.sha256;
  if (caller.scope.level == Scope::Level::organization) licence.organization_id = caller.scope.organization;
  licence.created_at = now;
  database_.write([&](db::Tx& tx) {
    store::add_licence(tx, licence);
    jobs::add_job(tx, recognition_job, wire::to_json(RecognitionPayload{licence.id}), now, now, 3);
  });
  return uploaded;
}

LicenceProgress LicenceService::get_progress(const Caller& caller, const LicenceId& id,
                                             const std::string& token) {
  return database_.read([&](db::Tx& tx) {
    auto licence = store::find_licence(tx, id);
    if (!licence || (!is_own(caller, *licence) && licence->token_hash != sha256_hex(token))) throw NotFound();
    LicenceProgress progress{id, licence->state, 0, "", {}};
    if (licence->state == LicenceState::queued) progress.waiting_before = store::count_before(tx, *licence);
    if (auto read = recognition_of(*licence)) {
      progress.name = read->name;
      progress.uscc = read->uscc;
    }
    return progress;
  });
}

Licence LicenceService::get_by_token(db::Tx& tx, const LicenceId& id, const std::string& token) {
  auto licence = store::find_licence(tx, id);
  if (!licence || licence->token_hash != sha256_hex(token))
    throw ValidationError("licence_id", licence_not_yours);
  return *licence;
}

std::string LicenceService::get_picture(const Licence& licence) {
  auto file = database_.read([&](db::Tx& tx) { return file::FileService::find(tx, licence.file_id); });
  if (!file) throw NotFound();
  return files_.get_bytes(*file);
}

void LicenceService::note(const LicenceId& id, LicenceState state,
                          const std::optional<std::string>& recognition_json) {
  database_.write([&](db::Tx& tx) {
    if (store::note_recognition(tx, id, state, recognition_json, clock_.now()))
      facts_.publish(tx, LicenceRecognized{id});
  });
}

void LicenceService::recognize(const jobs::JobRow& job) {
  auto id = wire::from_json<RecognitionPayload>(job.payload).licence_id;
  auto licence = database_.read([&](db::Tx& tx) { return store::find_licence(tx, id); });
  if (!licence || licence->state != LicenceState::queued) return;
  auto outcome = recognizer_.recognize(get_picture(*licence));
  if (outcome) return note(id, LicenceState::recognized, wire::to_json(outcome.value()));
  // What cannot be read goes to people: nobody waits for a machine for ever.
  if (outcome.failure().is_permanent || job.attempts >= job.max_attempts)
    return note(id, LicenceState::unreadable, std::nullopt);
  throw std::runtime_error(outcome.failure().reason);
}

}  // namespace expogate::organization
