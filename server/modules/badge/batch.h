#pragma once
#include <vector>

#include "badge/badge_store.h"
#include "platform/wire/batch.h"

/// Batches (制证批次): badges that are printed together (BDG-01).
namespace expogate::badge {

enum class BatchState {
  printing,  ///< its PDF is being made
  ready,     ///< its files are there, to be printed
  made,      ///< printed, cut and checked
  failed,    ///< its files could not be made
  cancelled  ///< its badges wait for another batch
};
BOOST_DESCRIBE_ENUM(BatchState, printing, ready, made, failed, cancelled)

struct Batch {
  BatchId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  BatchState state = BatchState::printing;
  int badges = 0, badges_done = 0;
  std::optional<JobId> job_id;
  std::optional<FileId> pdf_file_id, list_file_id;
  std::optional<std::string> error_code;
  AccountId created_by;
  Instant created_at;
  std::optional<Instant> finished_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (id, edition_id, serial, state, badges, badges_done, job_id, pdf_file_id, list_file_id,
                       error_code, created_by, created_at, finished_at, version))

struct BadgeBatchRow : Batch {
  std::string created_by_name;
  /// Badges of the batch that were revoked meanwhile and must not be handed out.
  std::int64_t revoked = 0;
};
BOOST_DESCRIBE_STRUCT(BadgeBatchRow, (Batch), (created_by_name, revoked))

struct BatchFilter {
  std::vector<BatchState> state;
};
BOOST_DESCRIBE_STRUCT(BatchFilter, (), (state))

/// What a printer takes in one file.
constexpr int most_in_batch = 2000;

inline const ErrorCode batch_empty{"badge_batch.empty", "没有符合条件的待制证人员",
                                   "No attendees awaiting badge production match these conditions"};
inline const ErrorCode batch_size_wrong{"badge_batch.size_wrong", "一个批次为 1 到 {max} 张",
                                        "A batch must contain 1 to {max} badges"};
inline const ErrorCode batch_unprintable{
    "badge_batch.unprintable",
    "{count} 人的证件含有字体中没有的字，会印成方框：{whose}。请更正姓名、单位或职务，或确认照印",
    "Badges to be printed with missing characters: {count}. They would show boxes: {whose}. Please correct "
    "the name, organization or job title, or confirm printing as is"};
inline const ErrorCode batch_not_in_state{"badge_batch.not_in_state", "批次{state}，不能进行此操作",
                                          "Not possible: the batch status is “{state}”"};
inline const ErrorCode batch_failed{"badge_batch.failed", "文件没有生成成功，请重试或取消批次",
                                    "The files could not be generated; please retry or cancel the batch"};

/// What stands on a badge and no font has.
struct UnprintableBadge {
  std::string number;  ///< of the badge
  std::string name_zh, name_en, characters;
};
BOOST_DESCRIBE_STRUCT(UnprintableBadge, (), (number, name_zh, name_en, characters))

/// What a batch would hold, before it is made.
struct BadgeBatchPreview : wire::SelectionPreview {
  std::vector<UnprintableBadge> unprintable;
};
BOOST_DESCRIBE_STRUCT(BadgeBatchPreview, (wire::SelectionPreview), (unprintable))

/// What its maker has seen of it.
struct BatchConfirmation {
  std::int64_t count = 0;
  bool has_boxes = false;  ///< prints also what no font has
};

namespace store {

std::optional<Batch> find_batch(db::Tx& tx, const BatchId& id);
Page<BadgeBatchRow> list_batches(db::Tx& tx, const Caller& caller, const BatchFilter& filter,
                                 const PageRequest& page);
BadgeBatchRow get_batch_row(db::Tx& tx, const Caller& caller, const BatchId& id);
std::int64_t next_batch_serial(db::Tx& tx);
void add_batch(db::Tx& tx, const Batch& batch);
void count_batch(db::Tx& tx, const BatchId& id, int badges);
/// False when it is no longer in one of these states.
bool change_batch_state(db::Tx& tx, const BatchId& id, BatchState from, BatchState to, Instant now);
/// Prints anew under another job.
bool begin_batch_again(db::Tx& tx, const BatchId& id, const JobId& job);
/// False when somebody has cancelled it.
bool note_batch_progress(db::Tx& tx, const BatchId& id, int done);
bool finish_files(db::Tx& tx, const BatchId& id, const FileId& pdf, const FileId& list);
void fail_batch(db::Tx& tx, const BatchId& id, std::string_view error_code);
std::vector<Batch> list_printing_since(db::Tx& tx, Instant before, int limit);

}  // namespace store
}  // namespace expogate::badge

namespace expogate {
template <>
inline constexpr auto enum_labels<badge::BatchState> = std::to_array<EnumLabel>({
    {"printing", "生成中", "Generating"},
    {"ready", "待印制", "Ready to print"},
    {"made", "已制证", "Produced"},
    {"failed", "生成失败", "Failed"},
    {"cancelled", "已取消", "Cancelled"},
});
}  // namespace expogate
