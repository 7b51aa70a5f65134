#include "corpus/decode.h"

#include <algorithm>
#include <array>
#include <utility>

#include "segment/base/error.h"
#include "segment/text/charset.h"
#include "segment/text/utf16.h"

namespace muqabala {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

/// One in ten is far above what a text with stray controls holds, and what random bytes hold.
constexpr std::size_t kBytesPerControl = 10;

/// Three bad bytes with hardly a well-formed character beside them are another charset; one or two
/// are slips that the user wants to see the place of.
constexpr std::size_t kFaultsOfACharset = 3;
constexpr std::size_t kCharactersPerFault = 4;

struct Signature {
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "a PDF file"},
    Signature{"{\\rtf"sv, "an RTF file"},
    Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              "an old Microsoft Office file (DOC, XLS or PPT)"},
    Signature{"\x1F\x8B"sv, "a gzip archive"},
    Signature{"BZh"sv, "a bzip2 archive"},
    Signature{"\xFD"
              "7zXZ\0"sv,
              "an xz archive"},
    Signature{"\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7-Zip archive"},
    Signature{"\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image"},
    Signature{"GIF8"sv, "a GIF image"},
    Signature{"\x7F"
              "ELF"sv,
              "a program"},
};

/// What a zip package holds, by the names at its begin: ODF and EPUB put their MIME type first.
std::string_view kind_of_zip(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const auto holds = [&](std::string_view name) { return head.find(name) != head.npos; };
  if (holds("mimetypeapplication/epub+zip")) return "an EPUB book";
  if (holds("mimetypeapplication/vnd.oasis.opendocument")) return "an OpenDocument file (ODT)";
  if (holds("word/")) return "a Word document (DOCX)";
  if (holds("[Content_Types].xml")) return "an Office document (DOCX, XLSX or PPTX)";
  return "a zip archive or a document packed in one (DOCX, ODT, EPUB)";
}

void refuse_packages(std::string_view bytes, const std::string& path) {
  if (bytes.starts_with("PK\x03\x04"sv)) throw errors::binary(path, kind_of_zip(bytes));
  for (const Signature& signature : kSignatures) {
    // A text may begin with the letters "BZh" or "GIF8"; a file of them also holds a NUL early on.
    const bool letters = signature.bytes == "BZh" || signature.bytes == "GIF8";
    if (bytes.starts_with(signature.bytes) &&
        (!letters || bytes.substr(0, 4096).find('\0') != bytes.npos))
      throw errors::binary(path, signature.kind);
  }
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' &&
         c != '\r';
}

/// Offset of the byte that shows that `bytes` are no text, or `npos`.
std::size_t find_binary(std::string_view bytes) {
  if (const std::size_t nul = bytes.find('\0'); nul != bytes.npos) return nul;
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  if (controls * kBytesPerControl <= bytes.size()) return bytes.npos;
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_control) -
                                  bytes.begin());
}

bool is_another_charset(std::string_view bytes) {
  std::size_t faults = 0;
  std::size_t characters = 0;
  const auto begins_character = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
  for (;;) {
    const auto fault = find_utf8_fault(bytes);
    const std::string_view sound = bytes.substr(0, fault ? fault->offset_bytes : bytes.size());
    characters +=
        static_cast<std::size_t>(std::count_if(sound.begin(), sound.end(), begins_character));
    if (!fault) break;
    ++faults;
    bytes.remove_prefix(fault->offset_bytes + 1);
  }
  return faults >= kFaultsOfACharset && faults * kCharactersPerFault > characters;
}

[[noreturn]] void refuse_faulty_utf8(std::string_view bytes, const Utf8Fault& fault,
                                     const std::string& path) {
  const std::size_t mark = bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0;
  const std::string_view before = bytes.substr(mark, fault.offset_bytes - mark);
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = before.substr(newline == before.npos ? 0 : newline + 1);
  Place where{.path = path,
              .line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
              .column = 1 + count_code_points(line),
              .offset_bytes = fault.offset_bytes};
  if (is_another_charset(bytes)) {
    const std::string charset = guess_charset(bytes);
    if (!charset.empty()) throw errors::unsupported_charset(std::move(where), fault.byte, charset);
  }
  throw errors::invalid_utf8(std::move(where), fault.byte, fault.reason);
}

}  // namespace

SourceFile decode(std::string bytes, const std::string& path) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) throw errors::unsupported_charset(path, "UTF-32LE");
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) throw errors::unsupported_charset(path, "UTF-32BE");
  if (has_utf16_mark(bytes)) {
    DecodedUtf16 decoded = decode_utf16(bytes, path);
    if (const std::size_t at = find_binary(decoded.text.view()); at != std::string_view::npos)
      throw errors::binary(path, decoded.to_bytes.original(at));
    return {path, std::move(decoded.text), std::move(decoded.to_bytes)};
  }

  refuse_packages(bytes, path);
  if (const std::size_t at = find_binary(bytes); at != std::string_view::npos) {
    if (bytes[at] == '\0') {
      const std::string charset = guess_charset(bytes);
      if (charset.starts_with("UTF-16")) throw errors::unsupported_charset(path, charset);
    }
    throw errors::binary(path, at);
  }
  if (const auto fault = find_utf8_fault(bytes)) refuse_faulty_utf8(bytes, *fault, path);

  OffsetMap to_bytes;
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.erase(0, kUtf8Mark.size());
    to_bytes.anchor(0, kUtf8Mark.size());
  }
  return {path, Utf8Text::trusted(std::move(bytes)), std::move(to_bytes)};
}

}  // namespace muqabala
