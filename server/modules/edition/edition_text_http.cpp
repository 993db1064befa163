#include "base/permission.h"
#include "edition/edition_http.h"
#include "platform/wire/page_query.h"

namespace expogate::edition {

struct EditionTextRequest {
  wire::Text<0, 4000> text_zh, text_en;
};
BOOST_DESCRIBE_STRUCT(EditionTextRequest, (), (text_zh, text_en))

void add_edition_text_routes(wire::Router& router, EditionTextService& texts) {
  router.get("/editions/{id}/texts", "edition_text_list")
      .for_everyone("whoever orders reads them, also before signing in")
      .summary("Texts of an edition: notices before an order, the account for transfers")
      .handle([&](const Caller&, EditionId id) { return wire::list_view(texts.list(id)); });

  router.put("/editions/{id}/texts/{kind}", "edition_text_change")
      .allow(Permission::edit_edition)
      .summary("Writes one text of an edition in both languages")
      .handle([&](const Caller& caller, EditionId id, std::string name, const EditionTextRequest& r,
                  wire::IfMatch match) {
        auto kind = enum_value<EditionTextKind>(name);
        if (!kind) throw NotFound();
        return texts.change(caller, id, {*kind, r.text_zh, r.text_en, 0}, match.version);
      });
}

}  // namespace expogate::edition
