#pragma once
#include "badge/badge.h"
#include "edition/edition.h"
#include "fair/fair.h"
#include "platform/pdf/pdf_document.h"

namespace expogate::badge {

/// A6 upright, in millimetres.
constexpr double page_width = 105, page_height = 148;

/// What stands above every badge.
struct BadgeHead {
  const edition::Edition& edition;
  const fair::Fair& fair;
};

/// The characters of a badge that no font has, each once: it would show boxes in their place.
std::vector<std::string> unprintable_characters(const Badge& badge);

/// One page: photo, names, organization, position, type colour, entry dates, and the code for the gate
/// (BDG-01).
void draw_badge(PdfDocument& pdf, const Badge& badge, const BadgeHead& head, const std::string& code,
                const std::optional<std::string>& jpeg);

}  // namespace expogate::badge
