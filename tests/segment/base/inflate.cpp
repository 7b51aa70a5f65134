#include "segment/base/inflate.h"

#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

#include "segment/base/byte_stream.h"
#include "segment/base/error.h"
#include "segment/base/gzip.h"
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;

namespace {

constexpr std::size_t kNoLimit = std::size_t{1} << 40;

/// With a checksum, as the program `zstd` writes.
std::string zstandard(std::string_view bytes) {
  ZSTD_CCtx* context = ::ZSTD_createCCtx();
  ::ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string out(::ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ::ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size());
  ::ZSTD_freeCCtx(context);
  REQUIRE(::ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

using Pack = std::string (*)(std::string_view);
const std::vector<Pack> kPacks = {gzip, zstandard};

std::string read_stream(const std::string& content, std::size_t step) {
  const testing::Sandbox sandbox;
  sandbox.write("f", content);
  ByteStream stream(sandbox.path("f"));
  std::string all;
  std::string chunk(step, '\0');
  while (const std::size_t got = stream.read(chunk.data(), step)) all.append(chunk, 0, got);
  return all;
}

std::string text() {
  std::string all;
  for (int i = 0; i < 50'000; ++i) all += std::to_string(i * 7919 % 10'007) + '\n';
  return all;
}

}  // namespace

TEST_CASE("Packed bytes come out as they went in, at once and in a stream", "[inflate]") {
  for (const std::string& content : {std::string(), std::string("a"), text()}) {
    CHECK((unpacked(content, "p", kNoLimit) == content));
    CHECK((read_stream(content, 1000) == content));
    for (const Pack pack : kPacks) {
      const std::string packed = pack(content);
      CHECK((unpacked(packed, "p", kNoLimit) == content));
      for (const std::size_t step : {std::size_t{1} << 20, std::size_t{1000}, std::size_t{7}})
        CHECK((read_stream(packed, step) == content));
    }
  }
}

TEST_CASE("Members and frames in a row are one", "[inflate]") {
  for (const Pack pack : kPacks) {
    const std::string packed = pack("one ") + pack("") + pack("two");
    CHECK(unpacked(packed, "p", kNoLimit) == "one two");
    CHECK(read_stream(packed, 2) == "one two");
  }
}

TEST_CASE("Packed bytes that are cut off anywhere, or damaged, are refused", "[inflate]") {
  for (const Pack pack : kPacks) {
    const std::string packed = pack("the whole of a short text");
    for (std::size_t size = 4; size < packed.size(); ++size) {
      CHECK_THROWS_WITH(unpacked(packed.substr(0, size), "p", kNoLimit),
                        ContainsText("p: ") && ContainsText("cut off"));
      CHECK_THROWS_WITH(read_stream(packed.substr(0, size), 100), ContainsText("cut off"));
    }
    CHECK_THROWS_WITH(unpacked(packed + "tail", "p", kNoLimit), ContainsText("damaged"));
    std::string damaged = pack(text());
    for (std::size_t at = damaged.size() / 2; at < damaged.size() / 2 + 8; ++at)
      damaged[at] ^= 0x55;
    CHECK_THROWS_WITH(unpacked(damaged, "p", kNoLimit), ContainsText("damaged"));
  }
}

TEST_CASE("A small file that would become a huge one is given up at the limit", "[inflate]") {
  for (const Pack pack : kPacks) {
    const std::string bomb = pack(std::string(50'000'000, ' '));
    REQUIRE(bomb.size() < 100'000);
    try {
      unpacked(bomb, "p", 1'000'000);
      FAIL("was unpacked");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kTooLarge);
    }
    CHECK(unpacked(pack(std::string(1000, ' ')), "p", 1000).size() == 1000);
  }
}

TEST_CASE("The ending of a packed file hides the one of its format", "[inflate]") {
  CHECK(without_packing_ending("a.md.gz") == "a.md");
  CHECK(without_packing_ending("a.md.zst") == "a.md");
  CHECK(without_packing_ending("a.md") == "a.md");
}
