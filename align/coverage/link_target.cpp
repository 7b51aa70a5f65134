#include "align/coverage/link_target.h"

#include <algorithm>
#include <optional>

namespace muqabala {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Set by judgement: how often an address that differs is a fault, and no page of the language's
/// own.
constexpr double kOtherHost = 0.8;
constexpr double kOtherPath = 0.7;
/// A file beside this one may have a name in each language.
constexpr double kOtherFile = 0.4;

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string percent_decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_value(text[i + 2]) : std::nullopt;
    result += low ? static_cast<char>(*high * 16 + *low) : text[i];
    if (low) i += 2;
  }
  return result;
}

/// Reads an address part by part.
class Reader {
 public:
  explicit Reader(const std::vector<std::string>& languages) {
    for (const std::string& language : languages) {
      std::string tag = to_lower(language);
      std::replace(tag.begin(), tag.end(), '_', '-');
      tags_.push_back(tag.substr(0, tag.find('-')));
      tags_.push_back(std::move(tag));
    }
  }

  LinkTarget read(std::string_view address) {
    address = address.substr(0, address.find('#'));
    if (address.empty()) return {.key = "#"};
    LinkTarget target;
    const std::size_t scheme = address.find("://");
    if (scheme != kNone && scheme < address.find_first_of("/?")) {
      const bool is_web = address.starts_with("http://") || address.starts_with("https://");
      if (!is_web) target.key = to_lower(address.substr(0, scheme + 3));
      address.remove_prefix(scheme + 3);
      target.is_absolute = true;
    } else if (address.starts_with("//")) {
      address.remove_prefix(2);
      target.is_absolute = true;
    }
    const std::size_t query = std::min(address.find('?'), address.size());
    std::string_view path = address.substr(0, query);
    if (target.is_absolute) {
      const std::size_t host = std::min(path.find('/'), path.size());
      target.key += read_host(path.substr(0, host));
      path.remove_prefix(host);
    }
    read_path(percent_decoded(path), target.key);
    if (query < address.size()) read_query(address.substr(query + 1), target.key);
    target.is_localised = taken_out_;
    return target;
  }

 private:
  /// `ar`, `ar-EG`, `ar_EG`, in any case; also where only the language was given.
  bool names_language(std::string_view part) {
    if (part.size() > 12) return false;
    std::string tag = to_lower(part);
    std::replace(tag.begin(), tag.end(), '_', '-');
    const std::string language = tag.substr(0, tag.find('-'));
    const bool region_only =
        tag.size() == language.size() || (tag.size() - language.size() == 3 && is_ascii(tag));
    return std::find(tags_.begin(), tags_.end(), tag) != tags_.end() ||
           (region_only && std::find(tags_.begin(), tags_.end(), language) != tags_.end());
  }
  bool takes_out(std::string_view part) {
    const bool names = names_language(part);
    taken_out_ |= names;
    return names;
  }

  std::string read_host(std::string_view host) {
    std::string key;
    for (std::size_t at = 0; at <= host.size();) {
      const std::size_t end = std::min(host.find('.', at), host.size());
      const std::string label = to_lower(host.substr(at, end - at));
      // The last label may be a country's.
      if (!(at == 0 && label == "www") && (end == host.size() || !takes_out(label)))
        key += (key.empty() ? "" : ".") + label;
      at = end + 1;
    }
    return key;
  }

  void read_path(std::string_view path, std::string& key) {
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t end = std::min(path.find('/', at), path.size());
      const std::string_view part = path.substr(at, end - at);
      if (!part.empty() && part != "." && part != ".." && !takes_out(part))
        key += (key.empty() ? "" : "/") + read_name(part);
      at = end + 1;
    }
  }

  /// `page.ar.md`, `page-ar.png`, `page_ar`.
  std::string read_name(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at <= name.size();) {
      const std::size_t end = std::min(name.find('.', at), name.size());
      std::string_view part = name.substr(at, end - at);
      const std::size_t dash = part.find_last_of("-_");
      if (dash != kNone && dash > 0 && takes_out(part.substr(dash + 1)))
        part = part.substr(0, dash);
      if (at == 0 || !takes_out(part)) key += (at == 0 ? "" : ".") + std::string(part);
      at = end + 1;
    }
    return key;
  }

  /// A parameter whose value names a language is the language's.
  void read_query(std::string_view query, std::string& key) {
    char mark = '?';
    for (std::size_t at = 0; at <= query.size();) {
      const std::size_t end = std::min(query.find('&', at), query.size());
      const std::string_view parameter = query.substr(at, end - at);
      const std::size_t equals = parameter.find('=');
      if (!parameter.empty() && (equals == kNone || !takes_out(parameter.substr(equals + 1)))) {
        key += mark + std::string(parameter);
        mark = '&';
      }
      at = end + 1;
    }
  }

  std::vector<std::string> tags_;
  bool taken_out_ = false;
};

std::string_view host_of(const LinkTarget& target) {
  return std::string_view(target.key).substr(0, target.key.find('/'));
}

/// `assets/images/a.png` ends with `images/a.png`.
bool ends_with_path(std::string_view longer, std::string_view shorter) {
  return !shorter.empty() && longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == '/';
}

}  // namespace

LinkTarget read_link_target(std::string_view address, const std::vector<std::string>& languages) {
  return Reader(languages).read(address);
}

double probability_of_wrong_target(const LinkTarget& source, const LinkTarget& target) {
  if (source.key == target.key || ends_with_path(source.key, target.key) ||
      ends_with_path(target.key, source.key))
    return 0;
  if (source.is_absolute && target.is_absolute) {
    if (host_of(source) != host_of(target)) return kOtherHost;
    // An encyclopedia's article has a title in each language.
    const bool translated = (source.is_localised && target.is_localised) || !is_ascii(source.key) ||
                            !is_ascii(target.key);
    return translated ? 0 : kOtherPath;
  }
  if (!is_ascii(source.key) || !is_ascii(target.key)) return 0;
  return kOtherFile;
}

}  // namespace muqabala
