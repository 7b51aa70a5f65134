#include "corpus/collection/pairing/document_list.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "corpus/detail/visible_files.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

bool by_path(const ListedDocument& a, const ListedDocument& b) { return a.path < b.path; }

bool same_path(const ListedDocument& a, const ListedDocument& b) { return a.path == b.path; }

}  // namespace

std::vector<ListedDocument> list_documents(const std::string& folder) {
  std::error_code fault;
  if (!fs::exists(folder, fault)) throw errors::file_not_found(folder);
  std::vector<ListedDocument> documents;
  detail::for_each_visible_file(folder, [&](const std::string& path) {
    documents.push_back({.path = path, .name = fs::path(path).lexically_relative(folder).string()});
  });
  std::sort(documents.begin(), documents.end(), by_path);
  return documents;
}

std::vector<ListedDocument> list_documents(const std::vector<std::string>& paths) {
  std::vector<ListedDocument> documents;
  for (const std::string& path : paths) {
    std::error_code none;
    if (!fs::is_directory(path, none)) {
      documents.push_back({.path = path, .name = path});
      continue;
    }
    std::vector<ListedDocument> inside = list_documents(path);
    documents.insert(documents.end(), std::make_move_iterator(inside.begin()),
                     std::make_move_iterator(inside.end()));
  }
  std::sort(documents.begin(), documents.end(), by_path);
  documents.erase(std::unique(documents.begin(), documents.end(), same_path), documents.end());
  return documents;
}

}  // namespace muqabala
