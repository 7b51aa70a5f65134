#include <cstring>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Vectors along the axes `axes`, a line of `TEXT` each.
std::string vectors(const std::vector<std::size_t>& axes) {
  constexpr std::size_t kDimensions = 8;
  std::string bytes;
  for (const std::size_t axis : axes) {
    float vector[kDimensions] = {};
    vector[axis] = 1;
    bytes.append(reinterpret_cast<const char*>(vector), sizeof vector);
  }
  return bytes;
}

const std::vector<std::string> kEmbeddings = {"--source-embeddings", "ar.text", "ar.vectors",
                                              "--target-embeddings", "en.text", "en.vectors"};

/// The sandbox with vectors by which every line of the English belongs to the Arabic one that
/// `axes` names.
void write_embeddings(const CliSandbox& box, const std::vector<std::size_t>& axes) {
  box.write("ar.text", box.muqabala({"segment", "ar.txt"}).out);
  box.write("en.text", box.muqabala({"segment", "en.txt"}).out);
  // The blank lines between paragraphs have vectors, too.
  box.write("ar.vectors", vectors({0, 1, 7, 2, 3, 7, 4, 5}));
  box.write("en.vectors", vectors(axes));
}

std::vector<std::string> with_embeddings(std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), kEmbeddings.begin(), kEmbeddings.end());
  return arguments;
}

}  // namespace

TEST_CASE("embeddings are part of a bead's cost, and shown", "[cli][embeddings]") {
  const CliSandbox box;
  write_embeddings(box, {0, 1, 7, 3, 7, 4, 5});
  const ProgramRun plain = box.muqabala({"align", "ar.txt", "en.txt", "--to", "jsonl"});
  CHECK_FALSE(holds(plain.out, "embedding_nats"));
  const ProgramRun run =
      box.muqabala(with_embeddings({"align", "ar.txt", "en.txt", "--to", "jsonl"}));
  CHECK(run.exit_code == 0);
  CHECK(holds(run.out, "\"embedding_nats\":-"));
  CHECK(run.err.empty());
}

TEST_CASE("embeddings of one side, or given twice, are refused", "[cli][embeddings]") {
  const CliSandbox box;
  write_embeddings(box, {0, 1, 7, 3, 7, 4, 5});
  const ProgramRun one =
      box.muqabala({"align", "ar.txt", "en.txt", "--source-embeddings", "ar.text", "ar.vectors"});
  CHECK(one.exit_code == 2);
  CHECK(holds(one.err, "--target-embeddings"));
  const ProgramRun twice =
      box.muqabala(with_embeddings(with_embeddings({"align", "ar.txt", "en.txt"})));
  CHECK(twice.exit_code == 2);
  CHECK(holds(twice.err, "once"));
  const ProgramRun short_of_one =
      box.muqabala({"align", "ar.txt", "en.txt", "--source-embeddings", "ar.text"});
  CHECK(short_of_one.exit_code == 2);
  CHECK(holds(short_of_one.err, "--source-embeddings"));
}

TEST_CASE("an output never takes the place of embeddings", "[cli][embeddings]") {
  const CliSandbox box;
  write_embeddings(box, {0, 1, 7, 3, 7, 4, 5});
  const ProgramRun run = box.muqabala(
      with_embeddings({"align", "ar.txt", "en.txt", "-o", "en.vectors", "--to", "tsv"}));
  CHECK(run.exit_code == 2);
  CHECK(holds(run.err, "overwrite"));
}

TEST_CASE("embeddings that do not fit are refused with the file", "[cli][embeddings]") {
  const CliSandbox box;
  write_embeddings(box, {0, 1, 7});
  const ProgramRun run = box.muqabala(with_embeddings({"align", "ar.txt", "en.txt"}));
  CHECK(run.exit_code == 2);
  CHECK(holds(run.err, "en.vectors: "));
}

TEST_CASE("embeddings of one pair are not for many", "[cli][embeddings]") {
  const CliSandbox box;
  const ProgramRun run = box.muqabala(with_embeddings({"check", "--map", "*.ar=*.en"}));
  CHECK(run.exit_code == 2);
  CHECK(holds(run.err, "one pair"));
}
