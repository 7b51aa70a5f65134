// A lexicon as one run of bytes, in memory and in files.
//
// A header names the place and length of each section; the sections are arrays of numbers in the
// machine's own byte order and pools of bytes. Keys are found by open addressing (Knuth 1973, "The
// Art of Computer Programming" 3, section 6.4, algorithm L) in slots of which at least half are
// empty. Nothing is decoded when a file is opened: its sections are looked at in place, so opening
// costs one pass for the checksum and one over all offsets, which proves that no look-up can leave
// the file, whatever its bytes are.

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <limits>
#include <utility>

#include "align/lexicon/detail/lexicon_image.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"
#include "segment/base/mapped_file.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

/// No text begins with the first byte, and the line ends tell a transfer in text mode.
constexpr std::string_view kMagic = "\x89MQLEX\r\n";
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kByteOrder = 0x01020304;
constexpr std::size_t kAlignment = 8;
constexpr std::size_t kLimitBytes = std::size_t{4} << 30;

enum SectionName : std::size_t {
  kLanguageBegins,
  kLanguageBytes,
  kSourceSlots,
  kSourceKeyBegins,
  kSourceKeyBytes,
  kTargetSlots,
  kTargetKeyBegins,
  kTargetKeyBytes,
  kFirst,
  kEntries,
  kTextIds,
  kSourceTextBegins,
  kSourceTextBytes,
  kTargetTextBegins,
  kTargetTextBytes,
  kSourceNameBegins,
  kSourceNameBytes,
  kSourceHeadwords,
  kSourceLines,
  kTargetLines,
  kSectionCount,
};

struct Section {
  std::uint64_t begin = 0;
  std::uint64_t count = 0;  ///< of elements
};

struct Header {
  std::array<char, 8> magic{};
  std::uint32_t version = kVersion;
  std::uint32_t byte_order = kByteOrder;
  std::uint64_t size_bytes = 0;
  std::uint64_t checksum = 0;  ///< `hash_bytes` of all that follows this field
  std::uint64_t fingerprint = 0;
  std::array<Section, kSectionCount> sections{};
};
constexpr std::size_t kCheckedFrom = offsetof(Header, fingerprint);
static_assert(sizeof(Header) % kAlignment == 0);
static_assert(sizeof(LexiconEntry) == 44, "an entry that has a hole gives files that differ");
static_assert(sizeof(RecurringLine) == 16, "a line that has a hole gives files that differ");
static_assert(std::numeric_limits<float>::is_iec559);

template <class Number>
std::string_view as_bytes(std::span<const Number> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(Number)};
}

void seal(std::string& image, Header& header) {
  header.size_bytes = image.size();
  std::memcpy(image.data(), &header, sizeof header);
  header.checksum = hash_bytes(std::string_view(image).substr(kCheckedFrom));
  std::memcpy(image.data(), &header, sizeof header);
}

class Writer {
 public:
  Writer() : image_(sizeof(Header), '\0') {
    std::copy(kMagic.begin(), kMagic.end(), header_.magic.begin());
  }

  template <class Number>
  void numbers(SectionName name, const std::vector<Number>& values) {
    elements<Number>(name, values);
  }

  template <class Element>
  void elements(SectionName name, std::span<const Element> values) {
    section(name, as_bytes(values), values.size());
  }

  void strings(SectionName begins_name, SectionName bytes_name,
               const std::vector<std::string_view>& strings) {
    std::vector<std::uint32_t> begins{0};
    std::string bytes;
    for (const std::string_view string : strings) {
      bytes += string;
      if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
        throw errors::malformed_lexicon({}, "all sources together hold more than 4 GiB of words");
      begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    numbers(begins_name, begins);
    section(bytes_name, bytes, bytes.size());
  }

  void slots(SectionName name, const std::vector<std::string_view>& keys) {
    std::vector<std::uint32_t> slots(std::bit_ceil(2 * keys.size() + 1), 0);
    for (std::size_t id = 0; id < keys.size(); ++id) {
      std::size_t at = hash_bytes(keys[id]) & (slots.size() - 1);
      while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = static_cast<std::uint32_t>(id + 1);
    }
    numbers(name, slots);
  }

  std::string finish() && {
    seal(image_, header_);
    return std::move(image_);
  }

 private:
  void section(SectionName name, std::string_view bytes, std::size_t count) {
    header_.sections[name] = {.begin = image_.size(), .count = count};
    image_ += bytes;
    image_.resize((image_.size() + kAlignment - 1) / kAlignment * kAlignment, '\0');
  }

  Header header_;
  std::string image_;
};

/// Takes sections out of an image; where one reaches out of it, `fault` is set and it is empty.
class Reader {
 public:
  explicit Reader(std::string_view image) : image_(image) {
    std::memcpy(&header_, image.data(), sizeof header_);
  }

  const Header& header() const { return header_; }
  bool has_fault() const { return has_fault_; }

  template <class Element>
  std::span<const Element> elements(SectionName name) {
    const auto [begin, count] = header_.sections[name];
    const std::uint64_t size = image_.size();
    if (begin % kAlignment != 0 || begin > size || count > (size - begin) / sizeof(Element)) {
      has_fault_ = true;
      return {};
    }
    return {reinterpret_cast<const Element*>(image_.data() + begin),
            static_cast<std::size_t>(count)};
  }

 private:
  std::string_view image_;
  Header header_;
  bool has_fault_ = false;
};

/// True if `begins` cut `total` elements into runs: at least one bound, from 0 to `total`, none
/// before the one ahead of it.
bool are_bounds(std::span<const std::uint32_t> begins, std::size_t total) {
  return !begins.empty() && begins.front() == 0 && begins.back() == total &&
         std::is_sorted(begins.begin(), begins.end());
}

bool is_slot_table(std::span<const std::uint32_t> slots, std::size_t keys) {
  if (!std::has_single_bit(slots.size()) || slots.size() <= keys) return false;
  std::size_t filled = 0;
  std::uint32_t greatest = 0;
  for (const std::uint32_t slot : slots) {
    filled += slot != 0;
    greatest = std::max(greatest, slot);
  }
  return greatest <= keys && filled < slots.size();
}

/// Ids that no word uses are 0, so all can be looked at, without a branch.
bool all_below(const std::array<KeyId, kMaxEntryWords>& ids, std::size_t count) {
  bool is_below = true;
  for (const KeyId id : ids) is_below &= id < count;
  return is_below;
}

bool is_entry(const LexiconEntry& entry, std::size_t source_keys, std::size_t target_keys,
              std::size_t sources) {
  const auto is_count = [](std::uint8_t words) { return words - 1U < kMaxEntryWords; };
  return is_count(entry.source_words) & is_count(entry.target_words) &
         all_below(entry.source, source_keys) & all_below(entry.target, target_keys) &
         (entry.origin <= LinkOrigin::kLearned) & (entry.source_id < sources) &
         (entry.weight >= 0) & (entry.weight <= std::numeric_limits<float>::max());
}

/// True for what look-ups may be made in.
bool are_lines(std::span<const RecurringLine> lines) {
  const auto is_line = [](const RecurringLine& line) {
    return line.alone_nats > 0 && line.alone_nats <= std::numeric_limits<float>::max();
  };
  const auto follows = [](const RecurringLine& a, const RecurringLine& b) {
    return a.key >= b.key;
  };
  return std::all_of(lines.begin(), lines.end(), is_line) &&
         std::adjacent_find(lines.begin(), lines.end(), follows) == lines.end();
}

}  // namespace

std::optional<KeyId> Lexicon::KeyTable::find(std::string_view key) const {
  const std::size_t mask = slots.size() - 1;
  for (std::size_t at = hash_bytes(key) & mask; slots[at] != 0; at = (at + 1) & mask)
    if (strings[slots[at] - 1] == key) return slots[at] - 1;
  return std::nullopt;
}

std::string LexiconImage::write(const LexiconTables& tables) {
  Writer writer;
  writer.strings(kLanguageBegins, kLanguageBytes, tables.languages);
  writer.slots(kSourceSlots, tables.source_keys);
  writer.strings(kSourceKeyBegins, kSourceKeyBytes, tables.source_keys);
  writer.slots(kTargetSlots, tables.target_keys);
  writer.strings(kTargetKeyBegins, kTargetKeyBytes, tables.target_keys);

  std::vector<std::uint32_t> first(tables.source_keys.size() + 1, 0);
  for (const LexiconEntry& entry : tables.entries) ++first[entry.source[0] + 1];
  for (std::size_t k = 0; k < tables.source_keys.size(); ++k) first[k + 1] += first[k];
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  std::vector<LexiconEntry> entries(tables.entries.size());
  std::vector<std::uint32_t> text_ids(tables.text_ids.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t place = next[tables.entries[i].source[0]]++;
    entries[place] = tables.entries[i];
    text_ids[2 * place] = tables.text_ids[2 * i];
    text_ids[2 * place + 1] = tables.text_ids[2 * i + 1];
  }
  writer.numbers(kFirst, first);
  writer.numbers(kEntries, entries);
  writer.numbers(kTextIds, text_ids);
  writer.strings(kSourceTextBegins, kSourceTextBytes, tables.source_texts);
  writer.strings(kTargetTextBegins, kTargetTextBytes, tables.target_texts);

  std::vector<std::string_view> names;
  std::vector<std::uint64_t> headwords;
  for (const LexiconSource& source : tables.sources) {
    names.push_back(source.name);
    headwords.push_back(source.headwords);
  }
  writer.strings(kSourceNameBegins, kSourceNameBytes, names);
  writer.numbers(kSourceHeadwords, headwords);
  writer.elements(kSourceLines, tables.source_lines);
  writer.elements(kTargetLines, tables.target_lines);
  return std::move(writer).finish();
}

Lexicon LexiconImage::check(std::shared_ptr<const void> owner, std::string_view image,
                            const std::string& path) {
  const auto fault = [&](std::string_view reason) {
    return errors::malformed_lexicon({.path = path}, reason);
  };
  constexpr std::string_view kAdvice = "; compile it again with 'muqabala lexicon compile'";
  if (!is_compiled_lexicon(image)) throw fault("is not a compiled lexicon");
  if (image.size() < sizeof(Header)) throw fault("the file is cut off" + std::string(kAdvice));
  Reader reader(image);
  const Header& header = reader.header();
  if (header.byte_order != kByteOrder)
    throw fault("was compiled on a machine with another byte order" + std::string(kAdvice));
  if (header.version != kVersion)
    throw fault("was compiled by another version of muqabala" + std::string(kAdvice));
  if (header.size_bytes > image.size()) throw fault("the file is cut off" + std::string(kAdvice));
  const auto damaged = [&] { return fault("the file is damaged" + std::string(kAdvice)); };
  if (header.size_bytes != image.size() ||
      header.checksum != hash_bytes(image.substr(kCheckedFrom)))
    throw damaged();

  const auto strings = [&](SectionName begins_name, SectionName bytes_name) {
    const Lexicon::StringTable table{.begins = reader.elements<std::uint32_t>(begins_name),
                                     .bytes = reader.elements<char>(bytes_name).data()};
    const std::span<const char> bytes = reader.elements<char>(bytes_name);
    if (reader.has_fault() || !are_bounds(table.begins, bytes.size())) throw damaged();
    return table;
  };
  const auto keys = [&](SectionName slots, SectionName begins, SectionName bytes) {
    const Lexicon::KeyTable table{.slots = reader.elements<std::uint32_t>(slots),
                                  .strings = strings(begins, bytes)};
    if (reader.has_fault() || !is_slot_table(table.slots, table.strings.size())) throw damaged();
    return table;
  };

  Lexicon lexicon;
  lexicon.languages_ = strings(kLanguageBegins, kLanguageBytes);
  lexicon.source_keys_ = keys(kSourceSlots, kSourceKeyBegins, kSourceKeyBytes);
  lexicon.target_keys_ = keys(kTargetSlots, kTargetKeyBegins, kTargetKeyBytes);
  lexicon.source_texts_ = strings(kSourceTextBegins, kSourceTextBytes);
  lexicon.target_texts_ = strings(kTargetTextBegins, kTargetTextBytes);
  lexicon.first_ = reader.elements<std::uint32_t>(kFirst);
  lexicon.entries_ = reader.elements<LexiconEntry>(kEntries);
  const auto text_ids = reader.elements<std::uint32_t>(kTextIds);
  const Lexicon::StringTable names = strings(kSourceNameBegins, kSourceNameBytes);
  const auto headwords = reader.elements<std::uint64_t>(kSourceHeadwords);
  lexicon.source_lines_ = reader.elements<RecurringLine>(kSourceLines);
  lexicon.target_lines_ = reader.elements<RecurringLine>(kTargetLines);
  if (reader.has_fault() || lexicon.languages_.size() != 2 ||
      lexicon.first_.size() != lexicon.source_keys_.strings.size() + 1 ||
      !are_bounds(lexicon.first_, lexicon.entries_.size()) ||
      text_ids.size() != 2 * lexicon.entries_.size() || headwords.size() != names.size() ||
      !are_lines(lexicon.source_lines_) || !are_lines(lexicon.target_lines_))
    throw damaged();
  for (std::size_t i = 0; i < lexicon.entries_.size(); ++i)
    if (!is_entry(lexicon.entries_[i], lexicon.source_keys_.strings.size(),
                  lexicon.target_keys_.strings.size(), names.size()) ||
        text_ids[2 * i] >= lexicon.source_texts_.size() ||
        text_ids[2 * i + 1] >= lexicon.target_texts_.size())
      throw damaged();
  lexicon.text_ids_ = text_ids;
  for (std::size_t i = 0; i < 2; ++i)
    if (find_utf8_fault(lexicon.languages_[i])) throw damaged();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (find_utf8_fault(names[i])) throw damaged();
  for (std::size_t i = 0; i < names.size(); ++i)
    lexicon.sources_.push_back({.name = std::string(names[i]), .headwords = headwords[i]});
  lexicon.fingerprint_ = header.fingerprint;
  lexicon.owner_ = std::move(owner);
  lexicon.image_ = image;
  return lexicon;
}

Lexicon Lexicon::open(const std::string& path) {
  return from_file(MappedFile::open(path, kLimitBytes), path);
}

Lexicon Lexicon::from_file(const MappedFile& file, const std::string& path) {
  const bool is_aligned = std::bit_cast<std::uintptr_t>(file.bytes().data()) % kAlignment == 0;
  if (!is_aligned) return from_bytes(file.bytes(), path);
  return LexiconImage::check(file.owner(), file.bytes(), path);
}

Lexicon Lexicon::from_bytes(std::string_view bytes, const std::string& path) {
  auto copy =
      std::make_shared<std::vector<std::uint64_t>>((bytes.size() + kAlignment - 1) / kAlignment);
  if (!bytes.empty()) std::memcpy(copy->data(), bytes.data(), bytes.size());
  const std::string_view image(reinterpret_cast<const char*>(copy->data()), bytes.size());
  return LexiconImage::check(std::move(copy), image, path);
}

std::string to_bytes(const Lexicon& lexicon, std::uint64_t fingerprint) {
  if (lexicon.image().empty()) return to_bytes(LexiconBuilder({}, {}).build(), fingerprint);
  std::string image(lexicon.image());
  Header header;
  std::memcpy(&header, image.data(), sizeof header);
  header.fingerprint = fingerprint;
  seal(image, header);
  return image;
}

bool is_compiled_lexicon(std::string_view bytes) { return bytes.starts_with(kMagic); }

}  // namespace muqabala
