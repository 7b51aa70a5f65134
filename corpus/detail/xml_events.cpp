#include "corpus/detail/xml_events.h"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <memory>
#include <new>
#include <type_traits>

namespace muqabala::detail {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;
/// Between a namespace and a name; stands in neither.
constexpr char kSpaceEnd = '\n';

// Newer versions of expat count places in 64 bits and warn of the older functions.
template <class Parser>
XmlPlace place_of(Parser parser) {
  if constexpr (requires { XML_GetCurrentLineNumber64(parser); })
    return {static_cast<std::size_t>(XML_GetCurrentLineNumber64(parser)),
            1 + static_cast<std::size_t>(XML_GetCurrentColumnNumber64(parser))};
  else
    return {static_cast<std::size_t>(XML_GetCurrentLineNumber(parser)),
            1 + static_cast<std::size_t>(XML_GetCurrentColumnNumber(parser))};
}

class Reader {
 public:
  Reader(XmlNames names, const XmlHandlers& handlers)
      : names_(names),
        handlers_(handlers),
        parser_(names == XmlNames::kByNamespace ? XML_ParserCreateNS(nullptr, kSpaceEnd)
                                                : XML_ParserCreate(nullptr),
                XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, const XML_Char** attributes) {
          guarded(self, [&](Reader& reader) { reader.begin(name, attributes); });
        },
        [](void* self, const XML_Char* name) {
          guarded(self, [&](Reader& reader) {
            reader.handlers_.end(reader.split(name).local, place_of(reader.parser_.get()));
          });
        });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int size) {
      guarded(self, [&](Reader& reader) {
        reader.handlers_.text({text, static_cast<std::size_t>(size)});
      });
    });
    XML_SetEntityDeclHandler(
        parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                          const XML_Char*, const XML_Char*, const XML_Char*) {
          guarded(self, [](Reader& reader) {
            throw reader.fault("it declares entities, which are not read; take them out");
          });
        });
  }

  void read(std::string_view bytes) {
    do {
      const std::string_view chunk = bytes.substr(0, kChunkBytes);
      bytes.remove_prefix(chunk.size());
      const auto status = XML_Parse(parser_.get(), chunk.data(), static_cast<int>(chunk.size()),
                                    bytes.empty() ? XML_TRUE : XML_FALSE);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status != XML_STATUS_OK)
        throw fault(fmt::format("its XML is broken ({})",
                                XML_ErrorString(XML_GetErrorCode(parser_.get()))));
    } while (!bytes.empty());
  }

 private:
  struct Name {
    std::string_view space;
    std::string_view local;
  };

  /// Runs `step`; an exception must not pass through expat's own frames, so it waits for the end.
  template <class Step>
  static void guarded(void* self, const Step& step) {
    auto& reader = *static_cast<Reader*>(self);
    if (reader.thrown_) return;
    try {
      step(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  Error fault(std::string_view reason) const {
    return handlers_.fault(place_of(parser_.get()), reason);
  }

  Name split(const XML_Char* name) const {
    const std::string_view whole(name);
    const bool by_namespace = names_ == XmlNames::kByNamespace;
    const std::size_t cut = by_namespace ? whole.rfind(kSpaceEnd) : whole.find(':');
    if (cut == std::string_view::npos) return {{}, whole};
    return {by_namespace ? whole.substr(0, cut) : std::string_view{}, whole.substr(cut + 1)};
  }

  void begin(const XML_Char* name, const XML_Char** attributes) {
    attributes_.clear();
    for (; *attributes != nullptr; attributes += 2)
      attributes_.push_back({split(attributes[0]).local, attributes[1]});
    const Name parts = split(name);
    handlers_.begin(parts.space, parts.local, attributes_, place_of(parser_.get()));
  }

  XmlNames names_;
  const XmlHandlers& handlers_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser_;
  std::exception_ptr thrown_;
  std::vector<XmlAttribute> attributes_;
};

}  // namespace

void read_xml(std::string_view bytes, XmlNames names, const XmlHandlers& handlers) {
  Reader(names, handlers).read(bytes);
}

}  // namespace muqabala::detail
