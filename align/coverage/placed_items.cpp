#include "align/coverage/placed_items.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace muqabala {
namespace {

struct BeadOfSegment {
  std::size_t number = 0;
  bool is_pair = false;
};

PlacedItems place_items(const SegmentedDocument& side, const std::vector<BeadOfSegment>& beads) {
  PlacedItems placed;
  if (beads.empty()) return placed;
  const std::vector<Segment>& segments = side.segments;
  std::size_t next = 0;  // the first segment that begins behind the item
  for (const MarkupItem& item : side.document.markup) {
    while (next < segments.size() && segments[next].range.begin <= item.range.begin) ++next;
    std::size_t at = next > 0 ? next - 1 : 0;
    const bool in_gap = item.range.begin >= segments[at].range.end;
    if (in_gap && !beads[at].is_pair && next < segments.size()) at = next;
    placed.push_back({.item = &item, .bead = beads[at].number, .in_pair = beads[at].is_pair});
  }
  return placed;
}

/// Numbers of items in order of kind, key and bead.
std::vector<std::size_t> sorted(const PlacedItems& items) {
  std::vector<std::size_t> order(items.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(items[a].item->kind, items[a].key, items[a].bead, a) <
           std::tie(items[b].item->kind, items[b].key, items[b].bead, b);
  });
  return order;
}

/// The items of one kind and key, on both sides.
class Group {
 public:
  Group(PlacedItems& source, PlacedItems& target, std::span<const std::size_t> in_source,
        std::span<const std::size_t> in_target) {
    for (const std::size_t i : in_source)
      if (!source[i].has_counterpart) source_.push_back(&source[i]);
    for (const std::size_t j : in_target)
      if (!target[j].has_counterpart) target_.push_back(&target[j]);
  }

  void match_within(std::size_t beads) {
    for (std::size_t i = 0, j = 0; i < source_.size() && j < target_.size();) {
      const std::size_t s = source_[i]->bead;
      const std::size_t t = target_[j]->bead;
      if (std::max(s, t) - std::min(s, t) <= beads) {
        source_[i++]->has_counterpart = target_[j++]->has_counterpart = true;
      } else {
        ++(s < t ? i : j);
      }
    }
    drop_matched();
  }

  void match_anywhere() {
    for (std::size_t i = 0; i < std::min(source_.size(), target_.size()); ++i)
      source_[i]->has_counterpart = target_[i]->has_counterpart = true;
    drop_matched();
  }

  void match_what_stands_alone() {
    match_alone(source_, target_);
    match_alone(target_, source_);
  }

 private:
  void match_alone(std::vector<PlacedItem*>& alone, std::vector<PlacedItem*>& others) {
    std::size_t next = 0;
    for (PlacedItem* item : alone) {
      if (item->in_pair || next == others.size()) continue;
      item->has_counterpart = others[next++]->has_counterpart = true;
    }
    drop_matched();
  }

  void drop_matched() {
    for (std::vector<PlacedItem*>* side : {&source_, &target_})
      std::erase_if(*side, [](const PlacedItem* item) { return item->has_counterpart; });
  }

  std::vector<PlacedItem*> source_;
  std::vector<PlacedItem*> target_;
};

bool belongs_to_its_sentence(MarkupKind kind) {
  return kind == MarkupKind::kPlaceholder || kind == MarkupKind::kTag;
}

}  // namespace

PlacedItems place_source_items(const PairView& pair) {
  std::vector<BeadOfSegment> beads(pair.source.size());
  for (std::size_t at = 0; at < pair.alignment.beads.size(); ++at)
    for (const SourceIndex i : pair.alignment.beads[at].source)
      beads[i.value()] = {at, !pair.alignment.beads[at].is_null()};
  return place_items(pair.source, beads);
}

PlacedItems place_target_items(const PairView& pair) {
  std::vector<BeadOfSegment> beads(pair.target.size());
  for (std::size_t at = 0; at < pair.alignment.beads.size(); ++at)
    for (const TargetIndex j : pair.alignment.beads[at].target)
      beads[j.value()] = {at, !pair.alignment.beads[at].is_null()};
  return place_items(pair.target, beads);
}

void match_items(PlacedItems& source, PlacedItems& target) {
  const std::vector<std::size_t> in_source = sorted(source);
  const std::vector<std::size_t> in_target = sorted(target);
  const auto order_of = [](const PlacedItem& a, const PlacedItem& b) {
    return std::tie(a.item->kind, a.key) <=> std::tie(b.item->kind, b.key);
  };
  const auto end_of_group = [&](const PlacedItems& items, std::span<const std::size_t> order,
                                std::size_t at) {
    std::size_t end = at + 1;
    while (end < order.size() && order_of(items[order[at]], items[order[end]]) == 0) ++end;
    return end;
  };
  for (std::size_t i = 0, j = 0; i < in_source.size() && j < in_target.size();) {
    const auto order = order_of(source[in_source[i]], target[in_target[j]]);
    if (order != 0) {
      ++(order < 0 ? i : j);
      continue;
    }
    const std::size_t i_end = end_of_group(source, in_source, i);
    const std::size_t j_end = end_of_group(target, in_target, j);
    Group group(source, target, std::span(in_source).subspan(i, i_end - i),
                std::span(in_target).subspan(j, j_end - j));
    group.match_within(0);
    group.match_within(1);
    if (belongs_to_its_sentence(source[in_source[i]].item->kind)) {
      group.match_what_stands_alone();
    } else {
      group.match_anywhere();
    }
    i = i_end;
    j = j_end;
  }
}

}  // namespace muqabala
