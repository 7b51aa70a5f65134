#include "align/coverage/clause_bounds.h"

#include <string>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

struct Cut {
  std::string left;
  std::string right;
  double cost_nats;
};

/// Cuts `text` between the word that ends before the first `|` and the one behind the second.
Cut cut(std::string text) {
  const std::size_t left_end = text.find('|');
  text.erase(left_end, 1);
  const std::size_t right_begin = text.find('|');
  text.erase(right_begin, 1);
  const ClauseBound bound = clause_bound(text, left_end, right_begin);
  return {text.substr(0, bound.left_end), text.substr(bound.right_begin), bound.cost_nats};
}

}  // namespace

TEST_CASE("closing marks belong to the left part and opening ones to the right",
          "[coverage][partial]") {
  const Cut sentence = cut("it rained|.\" (|Then");
  CHECK(sentence.left == "it rained.\"");
  CHECK(sentence.right == "(Then");
  const Cut quote = cut("said|: «|come");
  CHECK(quote.left == "said:");
  CHECK(quote.right == "«come");
}

TEST_CASE("a full stop bounds a clause better than a comma, and a comma better than a space",
          "[coverage][partial]") {
  const double stop = cut("came|. |Then").cost_nats;
  const double comma = cut("came|, |then").cost_nats;
  const double space = cut("came| |then").cost_nats;
  CHECK(stop == 0);
  CHECK(stop < comma);
  CHECK(comma < space);
  CHECK(cut("جاء|؟ |ثم").cost_nats == stop);
  CHECK(cut("جاء| - |ثم").cost_nats == comma);
}

TEST_CASE("an Arabic comma bounds a clause also where no space follows", "[coverage][partial]") {
  const Cut glued = cut("جاء|،|ثم");
  CHECK(glued.left == "جاء،");
  CHECK(glued.right == "ثم");
  CHECK(glued.cost_nats == cut("came|, |then").cost_nats);
}

TEST_CASE("a hyphen inside a word bounds no clause", "[coverage][partial]") {
  CHECK(cut("al|-|Abadi").cost_nats == cut("came| |then").cost_nats);
}
