#pragma once
#include <mutex>

#include "base/caller.h"
#include "edition/edition.h"
#include "platform/db/database.h"
#include "platform/facts/facts.h"

namespace expogate::edition {

/// What the bureau may change of an edition; absent members stay.
struct EditionChanges {
  std::optional<std::string> name_zh, name_en, venue_zh, venue_en;
  std::optional<CivilDate> show_from_on, show_to_on, entry_from_on, entry_to_on;
  std::optional<InvitationCodeUse> invitation_code_use;
  std::optional<int> reuse_from_number, review_days_mainland, review_days_elsewhere, order_hours;
};

struct NewEdition {
  int number = 0;
  std::string name_zh, name_en;
  CivilDate show_from_on, show_to_on, entry_from_on, entry_to_on;
};

class EditionService {
 public:
  EditionService(db::Database& database, const Clock& clock, const Facts& facts)
      : database_(database), clock_(clock), facts_(facts) {}

  std::vector<Edition> list_editions();
  Edition get_edition(const EditionId& id);
  /// Asked by every request, so it is remembered for a second.
  Edition get_current();
  /// The edition that a request names; throws `edition.unknown` before anything is done with it.
  EditionId require_known(std::string_view named);
  std::vector<Window> list_windows(const EditionId& id);

  Edition change_edition(const Caller& caller, const EditionId& id, const EditionChanges& changes,
                         std::int64_t version);
  Window change_window(const Caller& caller, const EditionId& id, WindowKind kind,
                       std::optional<Instant> opens_at, std::optional<Instant> closes_at,
                       std::int64_t version);

  /// EDN-06: the next edition begins as a copy of the last one's windows, prices and catalogues, with all
  /// dates moved by as many days as lie between the two shows.
  Edition open_new_edition(const Caller& caller, const NewEdition& wanted);
  /// The prepared edition becomes the current one, and the current one past. `name`: one of the prepared
  /// edition's, typed to confirm.
  Edition make_current(const Caller& caller, const EditionId& id, std::string_view name);
  /// The current edition is in preparation again, and the one that it replaced is current, as long as nobody
  /// has registered.
  Edition take_back(const Caller& caller, const EditionId& id);

  /// EDN-03: throws `edition.window_closed` with the dates.
  void require_open(db::Tx& tx, const EditionId& id, WindowKind kind);
  /// EDN-02: throws when the edition is past.
  void require_writable(const EditionId& id);

  WindowState state_of(const Window& window) const { return window_state(window, clock_.now()); }

 private:
  Edition get_writable(db::Tx& tx, const EditionId& id);
  void forget_current();
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  std::mutex mutex_;
  std::optional<Edition> remembered_;
  Instant remembered_at_;
};

}  // namespace expogate::edition
