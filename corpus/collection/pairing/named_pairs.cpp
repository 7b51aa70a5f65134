#include "corpus/collection/pairing/named_pairs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

#include "corpus/collection/pairing/name_key.h"

namespace muqabala {
namespace {

/// Documents of one side by some name of theirs; names that are shared lead nowhere.
class ByName {
 public:
  void add(const std::string& name, std::uint32_t document) {
    if (name.empty()) return;
    const auto [at, is_new] = documents_.try_emplace(name, document);
    if (!is_new) at->second = std::nullopt;
  }

  std::optional<std::uint32_t> find(const std::string& name) const {
    const auto at = documents_.find(name);
    return at == documents_.end() ? std::nullopt : at->second;
  }

  const auto& all() const { return documents_; }

 private:
  std::unordered_map<std::string, std::optional<std::uint32_t>> documents_;
};

struct SideNames {
  explicit SideNames(const std::vector<NamedDocument>& documents) {
    for (std::uint32_t d = 0; d < documents.size(); ++d) {
      const NameKey key = name_key(documents[d].name, documents[d].language);
      paths.add(key.path, d);
      stems.add(key.stem, d);
      files.add(documents[d].name.substr(documents[d].name.rfind('/') + 1), d);
    }
  }

  ByName paths;
  ByName stems;
  ByName files;
};

void pair_same(const ByName& sources, const ByName& targets, NameEvidence evidence,
               std::vector<NamedPair>& pairs) {
  for (const auto& [name, source] : sources.all())
    if (const auto target = targets.find(name); source && target)
      pairs.push_back({*source, *target, evidence});
}

/// The file that an address ends in: `b.en.html` of `../b.en.html#top`.
std::string file_of(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return std::string(address.substr(address.rfind('/') + 1));
}

/// Links from one side to files of the other. A page that links to several is a list of them, and
/// one that several link to is the way back to it: neither is anybody's counterpart.
template <class Add>
void follow_links(const std::vector<NamedDocument>& documents, const ByName& files, Add add) {
  std::vector<NamedPair> found;  // here the source is what links
  std::unordered_map<std::uint32_t, std::size_t> linked;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    std::set<std::uint32_t> others;
    for (const std::string& link : documents[d].links)
      if (const auto other = files.find(file_of(link))) others.insert(*other);
    for (const std::uint32_t other : others) ++linked[other];
    if (others.size() == 1) found.push_back({d, *others.begin(), NameEvidence::kLink});
  }
  for (const NamedPair& pair : found)
    if (linked[pair.target] == 1) add(pair.source, pair.target);
}

}  // namespace

std::vector<NamedPair> find_named_pairs(const std::vector<NamedDocument>& sources,
                                        const std::vector<NamedDocument>& targets) {
  const SideNames source_names(sources);
  const SideNames target_names(targets);
  std::vector<NamedPair> pairs;
  pair_same(source_names.paths, target_names.paths, NameEvidence::kPath, pairs);
  pair_same(source_names.stems, target_names.stems, NameEvidence::kStem, pairs);
  follow_links(sources, target_names.files, [&](std::uint32_t s, std::uint32_t t) {
    pairs.push_back({s, t, NameEvidence::kLink});
  });
  follow_links(targets, source_names.files, [&](std::uint32_t t, std::uint32_t s) {
    pairs.push_back({s, t, NameEvidence::kLink});
  });
  std::sort(pairs.begin(), pairs.end(), [](const NamedPair& a, const NamedPair& b) {
    if (a.source != b.source) return a.source < b.source;
    if (a.target != b.target) return a.target < b.target;
    return a.evidence > b.evidence;
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const NamedPair& a, const NamedPair& b) {
                            return a.source == b.source && a.target == b.target;
                          }),
              pairs.end());
  return pairs;
}

}  // namespace muqabala
