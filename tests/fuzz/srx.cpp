// Reads any bytes as an SRX file; what is taken for one must split a text, or be stopped.

#include <cstdint>
#include <memory>
#include <string>

#include "corpus/read_srx.h"
#include "segment/base/error.h"
#include "segment/sentence_splitter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string bytes(data, data + size);
    muqabala::Document document;
    document.text = muqabala::Utf8Text::trusted("Dr. Hale came. قال: نعم. ثم مضى.");
    document.blocks = {{.range = {0, document.text.size()}}};
    document.language = "en";
    muqabala::split_sentences(std::move(document),
                              {.rules = std::make_shared<const muqabala::SrxRules>(
                                   muqabala::parse_srx(bytes, "fuzz.srx")),
                               .alone = true});
  } catch (const muqabala::Error&) {
    return 0;
  }
  return 0;
}
