#include "platform/db/turn.h"

namespace expogate::db {

void take_turn(Tx& tx, std::string_view what) {
  if (tx.engine() == Engine::postgres) tx.exec("select pg_advisory_xact_lock(hashtextextended($1, 0))", what);
}

}  // namespace expogate::db
