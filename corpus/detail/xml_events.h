#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "segment/base/error.h"

namespace muqabala::detail {

/// An attribute of an element, without its prefix.
struct XmlAttribute {
  std::string_view name;
  std::string_view value;
};

/// A place in an XML file, both from 1 on.
struct XmlPlace {
  std::size_t line = 0;
  std::size_t column = 0;
};

/// Whether prefixes are looked up, or merely cut off. Files of some tools use prefixes that they do
/// not declare.
enum class XmlNames { kByNamespace, kWithoutPrefix };

/// What is done as a file is read. Views last until the function returns; any may throw.
struct XmlHandlers {
  /// `space`: the namespace's URI with `kByNamespace`; else empty.
  std::function<void(std::string_view space, std::string_view name,
                     const std::vector<XmlAttribute>& attributes, XmlPlace place)>
      begin;
  std::function<void(std::string_view name, XmlPlace place)> end;
  std::function<void(std::string_view text)> text;
  /// Makes the error for a file that is not well-formed or declares entities, which are an attack's
  /// tool and no data's need.
  std::function<Error(XmlPlace place, std::string_view reason)> fault;
};

/// Reads XML by expat and tells `handlers` what comes. Throws what they throw and what `fault`
/// makes.
void read_xml(std::string_view bytes, XmlNames names, const XmlHandlers& handlers);

}  // namespace muqabala::detail
