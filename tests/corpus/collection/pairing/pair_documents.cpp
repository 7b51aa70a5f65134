#include "corpus/collection/pairing/pair_documents.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "corpus/collection/pairing/write_pairs.h"
#include "corpus/manifest.h"
#include "segment/base/error.h"
#include "tests/corpus/collection/pairing/texts.h"
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;
using testing::kTexts;
using testing::Sandbox;

namespace {

/// Without the dictionaries of the system on which the test runs.
PairingOptions options(std::size_t threads = 1) {
  PairingOptions options{.threads = threads};
  options.pipeline.lexicon.dictd_folders.clear();
  return options;
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// `source=target` of each pair, by file name.
std::vector<std::string> names_of(const DocumentPairing& pairing) {
  std::vector<std::string> names;
  for (const DocumentPair& pair : pairing.pairs)
    names.push_back(file_name(pair.source) + '=' + file_name(pair.target));
  return names;
}

const LoneDocument& lone(const DocumentPairing& pairing, const std::string& name) {
  const auto found =
      std::find_if(pairing.alone.begin(), pairing.alone.end(),
                   [&](const LoneDocument& document) { return file_name(document.path) == name; });
  REQUIRE(found != pairing.alone.end());
  return *found;
}

/// The four texts under names that tell nothing, the fourth of which is Arabic only.
class MixedFolder : public Sandbox {
 public:
  MixedFolder() {
    make_folder("mixed");
    for (std::size_t i = 0; i < kTexts.size(); ++i) {
      write("mixed/" + std::to_string(17 + 5 * i) + ".txt", kTexts[i].arabic);
      if (i < 3) write("mixed/" + std::to_string(93 - 7 * i) + ".txt", kTexts[i].english);
    }
  }

  DocumentSets sets() const {
    return {.sources = {}, .targets = {}, .mixed = list_documents(path("mixed"))};
  }
};

std::string manifest_of(const DocumentPairing& pairing, PairListFormat format) {
  std::ostringstream out;
  write_pairs(pairing, format, out);
  write_alone(pairing, format, out);
  return out.str();
}

}  // namespace

TEST_CASE("Documents of a mixed folder are paired by what they say", "[pairing]") {
  const MixedFolder folder;
  const DocumentPairing pairing = pair_documents(folder.sets(), options());
  CHECK(pairing.source_language == "ar");
  CHECK(pairing.target_language == "en");
  CHECK(names_of(pairing) ==
        std::vector<std::string>{"17.txt=93.txt", "22.txt=86.txt", "27.txt=79.txt"});
  for (const DocumentPair& pair : pairing.pairs) {
    CHECK(pair.score <= 1);
    CHECK(pair.rival_score < pair.score);
    CHECK(found_by(pair) == "content");
  }
  REQUIRE(pairing.alone.size() == 1);
  CHECK(lone(pairing, "32.txt").reason == LoneReason::kNoCandidate);
}

TEST_CASE("Pairing gives the same bytes for any number of threads", "[pairing]") {
  const MixedFolder folder;
  const std::string one =
      manifest_of(pair_documents(folder.sets(), options(1)), PairListFormat::kJsonl);
  CHECK(manifest_of(pair_documents(folder.sets(), options(3)), PairListFormat::kJsonl) == one);
}

TEST_CASE("A half of a document leaves the whole to the whole", "[pairing]") {
  const MixedFolder folder;
  const std::string& english = kTexts[0].english;
  folder.write("mixed/00.txt", english.substr(0, english.find("\n\nA woman") + 2));
  const DocumentPairing pairing = pair_documents(folder.sets(), options());
  CHECK(names_of(pairing).front() == "17.txt=93.txt");
  CHECK(lone(pairing, "00.txt").reason != LoneReason::kNoCandidate);
  CHECK(file_name(lone(pairing, "00.txt").nearest) == "17.txt");
}

TEST_CASE("Of two copies one is paired, and the other is told to have a better rival",
          "[pairing]") {
  const MixedFolder folder;
  folder.write("mixed/copy.txt", kTexts[1].english);
  const DocumentPairing pairing = pair_documents(folder.sets(), options());
  CHECK(names_of(pairing)[1] == "22.txt=86.txt");
  CHECK(lone(pairing, "copy.txt").reason == LoneReason::kRivalBetter);
  CHECK(explain(lone(pairing, "copy.txt")).find("fits another better") != std::string::npos);
}

TEST_CASE("Unreadable, empty and foreign documents are listed with the reason", "[pairing]") {
  const MixedFolder folder;
  folder.write("mixed/binary.txt", std::string("\0\1\2\3", 4));
  folder.write("mixed/empty.txt", "");
  folder.write("mixed/latin1.txt", "caf\xE9 ferm\xE9 depuis lundi\n");
  folder.write("mixed/greek.txt",
               "Το χιόνι έπεσε στα βουνά για τρεις ημέρες και οι δρόμοι έκλεισαν. Οι ταξιδιώτες "
               "κοιμήθηκαν στα σχολεία.\n");
  const DocumentPairing pairing = pair_documents(folder.sets(), options());
  CHECK(pairing.pairs.size() == 3);
  CHECK(lone(pairing, "binary.txt").reason == LoneReason::kUnreadable);
  CHECK(lone(pairing, "empty.txt").reason == LoneReason::kUnreadable);
  CHECK(lone(pairing, "latin1.txt").reason == LoneReason::kUnreadable);
  CHECK(lone(pairing, "greek.txt").reason == LoneReason::kOtherLanguage);
  for (const LoneDocument& document : pairing.alone) CHECK_FALSE(explain(document).empty());
}

TEST_CASE("Names that contradict the texts are not believed", "[pairing]") {
  const Sandbox sandbox;
  sandbox.make_folder("a");
  sandbox.make_folder("b");
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    sandbox.write("a/" + std::to_string(i) + ".txt", kTexts[i].arabic);
    sandbox.write("b/" + std::to_string((i + 1) % kTexts.size()) + ".txt", kTexts[i].english);
  }
  const DocumentPairing pairing = pair_documents({.sources = list_documents(sandbox.path("a")),
                                                  .targets = list_documents(sandbox.path("b")),
                                                  .mixed = {}},
                                                 options());
  CHECK(names_of(pairing) ==
        std::vector<std::string>{"0.txt=1.txt", "1.txt=2.txt", "2.txt=3.txt", "3.txt=0.txt"});
}

TEST_CASE("Names that agree with the texts are told, and raise the score", "[pairing]") {
  const Sandbox sandbox;
  for (std::size_t i = 0; i < 2; ++i) {
    sandbox.write(std::to_string(i) + ".ar.txt", kTexts[i].arabic);
    sandbox.write(std::to_string(i) + ".en.txt", kTexts[i].english);
  }
  const DocumentPairing pairing = pair_documents(
      {.sources = {}, .targets = {}, .mixed = list_documents(sandbox.path(""))}, options());
  REQUIRE(pairing.pairs.size() == 2);
  for (const DocumentPair& pair : pairing.pairs) {
    CHECK(found_by(pair) == "name+content");
    CHECK(pair.score > pair.text_score);
  }
  CHECK(pairing.pairs[0].id == "0");
}

TEST_CASE("Originals may be in either language", "[pairing]") {
  const MixedFolder folder;
  PairingOptions turned = options();
  turned.source_language = "en";
  const DocumentPairing pairing = pair_documents(folder.sets(), turned);
  CHECK(pairing.target_language == "ar");
  CHECK(names_of(pairing) ==
        std::vector<std::string>{"79.txt=27.txt", "86.txt=22.txt", "93.txt=17.txt"});
}

TEST_CASE("Where there are no two languages, that is said", "[pairing]") {
  const Sandbox sandbox;
  sandbox.write("a.txt", kTexts[0].english);
  const DocumentSets sets{.sources = {}, .targets = {}, .mixed = list_documents(sandbox.path(""))};
  try {
    pair_documents(sets, options());
    FAIL("nothing was refused");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kNoPairs);
  }
  try {
    pair_documents({.sources = sets.mixed, .targets = sets.mixed, .mixed = {}}, options());
    FAIL("nothing was refused");
  } catch (const Error& error) {
    CHECK((error.code() == ErrorCode::kNoPairs || error.code() == ErrorCode::kBadUsage));
  }
}

TEST_CASE("Both forms of the manifest are read back with scores as metadata", "[pairing]") {
  const MixedFolder folder;
  const DocumentPairing pairing = pair_documents(folder.sets(), options());
  for (const PairListFormat format : {PairListFormat::kTsv, PairListFormat::kJsonl}) {
    std::ostringstream out;
    write_pairs(pairing, format, out);
    folder.write("manifest", out.str());
    ManifestReader reader(folder.path("manifest"));
    for (const DocumentPair& pair : pairing.pairs) {
      const auto entry = reader.next();
      REQUIRE(entry);
      CHECK(entry->id == pair.id);
      CHECK(entry->source == pair.source);
      CHECK(entry->target == pair.target);
      CHECK(entry->source_language == "ar");
      CHECK(entry->target_language == "en");
      CHECK(std::abs(std::stod(entry->metadata.at("score")) - pair.score) < 0.001);
      CHECK(entry->metadata.at("found_by") == "content");
    }
    CHECK_FALSE(reader.next());
  }
}
