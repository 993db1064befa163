#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "audit/audit.h"
#include "edition/edition_text.h"

namespace expogate::edition {

std::vector<EditionText> EditionTextService::list(const EditionId& edition) {
  return database_.read([&](db::Tx& tx) {
    std::vector<EditionText> texts;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<EditionTextKind>>(
        [&](auto kind) { texts.push_back(store::find_text(tx, edition, kind.value)); });
    return texts;
  });
}

EditionText EditionTextService::change(const Caller& caller, const EditionId& edition,
                                       const EditionText& wanted, std::int64_t version) {
  editions_.require_writable(edition);
  return database_.write([&](db::Tx& tx) {
    auto before = store::find_text(tx, edition, wanted.kind);
    if (before.version != version || !store::write_text(tx, edition, wanted, version)) throw Stale();
    auto after = store::find_text(tx, edition, wanted.kind);
    audit::record(
        tx, caller, clock_.now(),
        {"edition_text_changed", "edition_text", edition.text + "/" + std::string(enum_name(wanted.kind)),
         "修改文本：" + std::string(enum_words(wanted.kind, Locale::zh_cn)), audit::snapshot(before),
         audit::snapshot(after)});
    return after;
  });
}

}  // namespace expogate::edition
