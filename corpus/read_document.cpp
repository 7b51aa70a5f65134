#include "corpus/read_document.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>

#include "corpus/decode.h"
#include "corpus/read_markdown.h"
#include "corpus/read_text.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/inflate.h"

namespace muqabala {
namespace {

constexpr std::array<std::string_view, 8> kMarkdownEndings = {
    ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd"};

DocumentFormat format_of(const std::string& path) {
  std::string ending = std::filesystem::path(without_packing_ending(path)).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const bool markdown =
      std::find(kMarkdownEndings.begin(), kMarkdownEndings.end(), ending) != kMarkdownEndings.end();
  return markdown ? DocumentFormat::kMarkdown : DocumentFormat::kText;
}

}  // namespace

Document read_document(const std::string& path, const ReadOptions& options) {
  return parse_document(unpacked(read_bytes(path, options.limit_bytes), path, options.limit_bytes),
                        path, options);
}

Document parse_document(std::string bytes, const std::string& path, const ReadOptions& options) {
  if (bytes.size() > options.limit_bytes)
    throw errors::too_large(path, bytes.size(), options.limit_bytes);
  SourceFile file = decode(std::move(bytes), path);
  const DocumentFormat format =
      options.format == DocumentFormat::kAuto ? format_of(path) : options.format;
  return format == DocumentFormat::kMarkdown ? read_markdown(std::move(file))
                                             : read_text(std::move(file));
}

}  // namespace muqabala
