#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace muqabala {

/// A document by its name, and the addresses that its text links to.
struct NamedDocument {
  std::string name;      ///< path with `/`
  std::string language;  ///< BCP 47
  std::vector<std::string> links = {};
};

/// How two documents say themselves that they belong together.
enum class NameEvidence : std::uint8_t {
  kNone,
  kLink,  ///< one links to a file of the other's name
  kStem,  ///< their file names are the same but for languages and sides
  kPath,  ///< and so are their folders
};

struct NamedPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  NameEvidence evidence = NameEvidence::kNone;
};

/// Pairs by names and links, sorted, each with its strongest evidence. A name that several
/// documents of a side share is no evidence. Near-linear.
std::vector<NamedPair> find_named_pairs(const std::vector<NamedDocument>& sources,
                                        const std::vector<NamedDocument>& targets);

}  // namespace muqabala
