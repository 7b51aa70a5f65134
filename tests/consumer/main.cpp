// The chain as a program outside the project writes it, through all three libraries.
#include <align/aligner.h>
#include <align/lexicon/lexicon.h>
#include <corpus/read_document.h>
#include <segment/sentence_splitter.h>

#include <cstdio>

int main() {
  const auto read = [](std::string text, const char* name, const char* language) {
    auto document = muqabala::parse_document(std::move(text), name, {});
    document.language = language;
    return muqabala::split_sentences(std::move(document));
  };
  const auto source = read("وصل ٢٠ طالبا إلى بيروت. ثم عادوا في 1998.", "source.txt", "ar");
  const auto target =
      read("20 students came to Beirut. They went back in 1998.", "target.txt", "en");
  const auto lexicon = muqabala::LexiconBuilder("ar", "en").build();
  const auto alignment = muqabala::align(source, target, lexicon, {});
  std::printf("%zu beads\n", alignment.beads.size());
  return alignment.beads.size() == 2 ? 0 : 1;
}
