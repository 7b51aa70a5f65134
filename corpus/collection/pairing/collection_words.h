#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/text_side.h"
#include "segment/quantities/mention_reader.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// What a document says, as far as it helps to find its counterpart: its word types, the addresses
/// of its links and its full dates, as types of their own.
struct DocumentWords {
  std::vector<WordType> types;
  std::vector<std::string> links;  ///< addresses, as they stand in the text
  double length_graphemes = 0;     ///< folded characters
};

/// Reads the words of documents in one language. Making one takes some milliseconds; one thread at
/// a time may use it.
class DocumentWordsReader {
 public:
  explicit DocumentWordsReader(std::string_view language) : read_mentions_(language) {}

  /// O(bytes).
  DocumentWords operator()(const SegmentedDocument& document);

 private:
  void add_dates(const SegmentedDocument& document, std::vector<WordType>& types);

  MentionReader read_mentions_;
};

/// The words of all documents of one side of a collection: every type once, and which documents
/// hold it. Takes 4 bytes for a type of a document, and the types themselves.
class CollectionWords {
 public:
  explicit CollectionWords(std::string_view language) { side_.language = language; }

  /// Adds the next document.
  void add(const DocumentWords& document);
  /// To be called when all are added, before what follows.
  void finish();

  /// The types of all documents; holds no segments.
  const TextSide& side() const& { return side_; }
  std::size_t documents() const { return first_.size() - 1; }
  double length_graphemes(std::size_t document) const { return lengths_[document]; }
  /// Distinct types of a document, ascending.
  std::span<const std::uint32_t> types_of(std::size_t document) const& {
    return std::span(uses_).subspan(first_[document], first_[document + 1] - first_[document]);
  }
  /// Documents that hold a type, ascending.
  std::span<const std::uint32_t> documents_with(std::uint32_t type) const& {
    return std::span(postings_).subspan(first_posting_[type],
                                        first_posting_[type + 1] - first_posting_[type]);
  }

 private:
  TextSide side_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::vector<std::uint32_t> uses_;
  std::vector<std::size_t> first_{0};
  std::vector<double> lengths_;
  std::vector<std::uint32_t> postings_;
  std::vector<std::size_t> first_posting_;
};

}  // namespace muqabala
