#include "corpus/collection/pairing/document_list.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool by_path(const ListedDocument& a, const ListedDocument& b) { return a.path < b.path; }

bool same_path(const ListedDocument& a, const ListedDocument& b) { return a.path == b.path; }

}  // namespace

std::vector<ListedDocument> list_documents(const std::string& folder) {
  std::error_code fault;
  if (!fs::exists(folder, fault)) throw errors::file_not_found(folder);
  std::vector<ListedDocument> documents;
  fs::recursive_directory_iterator entries(folder, fault);
  for (; !fault && entries != fs::recursive_directory_iterator(); entries.increment(fault)) {
    const fs::directory_entry& entry = *entries;
    if (is_hidden(entry.path())) {
      entries.disable_recursion_pending();
      continue;
    }
    std::error_code none;
    if (!entry.is_regular_file(none)) continue;
    documents.push_back(
        {.path = entry.path().string(), .name = entry.path().lexically_relative(folder).string()});
  }
  if (fault) throw errors::unreadable(folder, fault.message());
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
