#include <fmt/ostream.h>

#include <map>
#include <ostream>
#include <string>
#include <string_view>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/output_folder.h"
#include "corpus/xml_text.h"
#include "segment/base/gzip.h"

namespace muqabala {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\">\n"
    "<cesAlign version=\"1.0\">\n";
constexpr std::string_view kFoot = "</cesAlign>\n";
constexpr const char* kEnding = ".xml.gz";

/// `3 4`: OPUS counts sentences from 1.
std::string sentences_of(const CollectedSide& side) {
  std::string numbers;
  for (const std::size_t number : segment_numbers(side))
    numbers += (numbers.empty() ? "" : " ") + std::to_string(number + 1);
  return numbers;
}

/// A document of one side, which `linkGrp` names by its folder and file.
struct SentenceFile {
  std::string folder;  ///< its language
  std::string name;
  std::string path() const { return folder + '/' + name; }
};

struct SentenceFiles {
  SentenceFile source;
  SentenceFile target;
};

SentenceFiles files_of(const DocumentResult& result) {
  const std::string name = file_name_of(result.id);
  SentenceFiles files{{file_name_of(result.source_language), name + kEnding},
                      {file_name_of(result.target_language), name + kEnding}};
  if (files.source.folder == files.target.folder) {
    files.source.name = name + "~source" + kEnding;
    files.target.name = name + "~target" + kEnding;
  }
  return files;
}

void write_group(const DocumentResult& result, const SentenceFiles& files, std::ostream& out) {
  fmt::print(out, " <linkGrp targType=\"s\" fromDoc=\"{}\" toDoc=\"{}\">\n", files.source.path(),
             files.target.path());
  std::size_t number = 0;
  for (const CollectedBead& bead : result.beads)
    if (bead.rejected_by.empty())
      fmt::print(out, "  <link xtargets=\"{};{}\" id=\"SL{}\" certainty=\"{:.4f}\" />\n",
                 sentences_of(bead.source), sentences_of(bead.target), ++number, bead.probability);
  out << " </linkGrp>\n";
}

/// The sentences of one side of a document, in their order there.
std::string sentences_xml(const DocumentResult& result, CollectedSide CollectedBead::*side) {
  std::map<std::size_t, std::string_view> sentences;
  for (const CollectedBead& bead : result.beads) {
    std::size_t number = (bead.*side).first_segment;
    for (const std::string_view text : segment_texts(bead.*side)) sentences[number++] = text;
  }
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<text>\n";
  for (const auto& [number, text] : sentences)
    xml += fmt::format("<s id=\"{}\">{}</s>\n", number + 1, xml_text(text).text);
  return xml + "</text>\n";
}

class XcesOutput : public CollectionOutput {
 public:
  explicit XcesOutput(const std::string& folder) : folder_(folder), links_(folder + "/corpus.xml") {
    links_.stream() << kHead;
  }

  void add(const DocumentResult& result) override {
    if (result.failure) return;
    const SentenceFiles files = files_of(result);
    write_group(result, files, links_.stream());
    write_sentences(files.source, sentences_xml(result, &CollectedBead::source));
    write_sentences(files.target, sentences_xml(result, &CollectedBead::target));
  }

  void seal() override {
    links_.stream() << kFoot;
    links_.seal();
    for (auto& [language, sentences] : sentences_) sentences.seal();
  }

  Paths commit() override {
    Paths paths;
    for (auto& [language, sentences] : sentences_) {
      sentences.commit();
      paths.push_back(folder_ + '/' + language);
    }
    links_.commit();
    paths.push_back(links_.path());
    return paths;
  }

 private:
  void write_sentences(const SentenceFile& file, const std::string& xml) {
    const auto [folder, is_new] =
        sentences_.try_emplace(file.folder, folder_ + '/' + file.folder, kEnding);
    folder->second.write(file.name, [&](std::ostream& out) { out << gzip(xml); });
  }

  std::string folder_;
  OutputFile links_;
  std::map<std::string, OutputFolder> sentences_;  ///< by language
};

}  // namespace

std::unique_ptr<CollectionOutput> xces_output(const std::string& folder) {
  return std::make_unique<XcesOutput>(folder);
}

}  // namespace muqabala
