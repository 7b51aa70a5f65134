// ICU's own sentences, to compare with: reads a text, prints a sentence a line.
// usage: icu_sentences LANGUAGE < TEXT

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <iostream>
#include <iterator>
#include <memory>
#include <string>

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale(arguments[1]), status));
  UText bytes = UTEXT_INITIALIZER;
  utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return 1;
  breaks->setText(&bytes, status);
  std::int32_t begin = 0;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    std::cout << text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin))
              << '\n';
    begin = at;
  }
  utext_close(&bytes);
  return 0;
}
