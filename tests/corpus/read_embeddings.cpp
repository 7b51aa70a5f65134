#include "corpus/read_embeddings.h"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/temporary_folder.h"

namespace muqabala {
namespace {

class Folder {
 public:
  EmbeddingFiles write(const std::string& text, const std::vector<float>& numbers) const {
    const std::string bytes(reinterpret_cast<const char*>(numbers.data()),
                            numbers.size() * sizeof(float));
    return {.text = folder_.write("text", text), .vectors = folder_.write("vectors", bytes)};
  }

 private:
  testing::TemporaryFolder folder_;
};

SegmentedDocument document() { return testing::document_of({"Rain fell.", "Snow lay.", ""}, "en"); }

std::string refusal_of(const EmbeddingFiles& files, std::size_t dimensions = 0) {
  SegmentedDocument text = document();
  try {
    read_embeddings(files, text, dimensions);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("segments and runs are found in the text, whatever its order", "[embeddings]") {
  const Folder folder;
  SegmentedDocument text = document();
  const SegmentEmbeddings embeddings =
      read_embeddings(folder.write(" Rain fell. Snow lay.\r\nSnow lay.\nOther.\nRain fell.\n",
                                   {0, 0, 3, 0, 2, 0, 1, 1, 1, 4, 0, 0}),
                      text, 0);
  CHECK(embeddings.dimensions() == 3);
  CHECK(embeddings.run(0, 1).isApprox(Eigen::Vector3f(1, 0, 0)));
  CHECK(embeddings.run(1, 1).isApprox(Eigen::Vector3f(0, 1, 0)));
  CHECK(embeddings.run(0, 2).isApprox(Eigen::Vector3f(0, 0, 1)));
  CHECK(embeddings.run(2, 1).isZero());
  CHECK(text.document.diagnostics.empty());  // an empty segment lacks nothing
}

TEST_CASE("segments without a vector are told", "[embeddings]") {
  const Folder folder;
  SegmentedDocument text = document();
  read_embeddings(folder.write("Rain fell.\n", {1, 0}), text, 2);
  REQUIRE(text.document.diagnostics.size() == 1);
  CHECK(holds(text.document.diagnostics[0].message, "1 of 3 segments"));
}

TEST_CASE("files that do not belong together are refused", "[embeddings]") {
  const Folder folder;
  CHECK(holds(refusal_of(folder.write("Rain fell.\nSnow lay.\n", {1, 0, 2})), "12 bytes"));
  CHECK(holds(refusal_of(folder.write("Rain fell.\nSnow lay.\n", {})), "0 bytes"));
  CHECK(holds(refusal_of(folder.write("", {1, 2})), "no lines"));
  CHECK(holds(refusal_of(folder.write("Sun.\n", {1, 2})), "none of its lines is a segment"));
  CHECK(holds(refusal_of(folder.write("Rain fell.\n", {1, 2}), 3), "2 dimensions"));
  CHECK(holds(refusal_of(folder.write("Rain fell.\n", std::vector<float>(20000, 1))), "20000"));
  CHECK(holds(refusal_of(folder.write("x\nRain fell.\n",
                                      {1, 2, std::numeric_limits<float>::quiet_NaN(), 1})),
              "line 2"));
}

}  // namespace muqabala
