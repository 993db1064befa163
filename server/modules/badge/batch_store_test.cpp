#include "badge/batch.h"
#include "testing/gate_fair.h"
#include "testing/test_database.h"

namespace expogate::badge {
namespace {

const BatchId id{"batch"};

class BatchStoreTest : public OnEachEngine {
 protected:
  BatchStoreTest() {
    Batch batch;
    batch.id = id;
    batch.edition_id = EditionId{"8"};
    batch.serial = 1;
    batch.job_id = JobId{"first"};
    batch.created_by = AccountId{"supervisor"};
    write([&](db::Tx& tx) { store::add_batch(tx, batch); });
  }
  Batch stored() {
    return *read([](db::Tx& tx) { return store::find_batch(tx, id); });
  }
  GateFair fair{database()};
};

TEST_P(BatchStoreTest, AFailedBatchBeginsAgainWithAnotherJob) {
  write([](db::Tx& tx) { store::fail_batch(tx, id, batch_failed.code); });
  EXPECT_EQ(stored().state, BatchState::failed);
  EXPECT_EQ(stored().error_code, "badge_batch.failed");
  EXPECT_TRUE(write([](db::Tx& tx) { return store::begin_batch_again(tx, id, JobId{"second"}); }));
  EXPECT_EQ(stored().state, BatchState::printing);
  EXPECT_EQ(stored().job_id, JobId{"second"});
  EXPECT_EQ(stored().error_code, std::nullopt);
}

// The operator was faster than the job that gives up.
TEST_P(BatchStoreTest, ACancelledBatchDoesNotFail) {
  write([](db::Tx& tx) {
    store::change_batch_state(tx, id, BatchState::printing, BatchState::cancelled, Instant{1});
    store::fail_batch(tx, id, batch_failed.code);
  });
  EXPECT_EQ(stored().state, BatchState::cancelled);
  EXPECT_FALSE(write([](db::Tx& tx) { return store::note_batch_progress(tx, id, 1); }));
  EXPECT_FALSE(write([](db::Tx& tx) { return store::begin_batch_again(tx, id, JobId{"second"}); }));
}

EXPOGATE_ON_EACH_ENGINE(BatchStoreTest);

}  // namespace
}  // namespace expogate::badge
