#include "cli/flags/commands.h"
#include "cli/flags/shared.h"

namespace muqabala::cli {
namespace {

using O = TypedOptions;

FlagGroup check_output_group() {
  return {.heading = "Output",
          .flags = {output_flag(),
                    {.name = "format",
                     .value = "FORMAT",
                     .help = "text: for people. json: for programs. sarif: code scanning (SARIF "
                             "2.1.0). junit: test results. github: annotations of a workflow. "
                             "markdown: a comment for a pull request. Default: text.",
                     .place = &O::format,
                     .choices = {"text", "json", "sarif", "junit", "github", "markdown"}}}};
}

FlagGroup pairs_group() {
  return {.heading = "Many pairs, in place of SOURCE and TARGET",
          .flags = {{.name = "map",
                     .value = "'A=B'",
                     .help = "Every file that pattern A matches, with the one that B makes of its "
                             "name: 'ar/**/*.md=en/**/*.md'. * stands for any characters but /, "
                             "**/ for any folders. Also finds originals without translation and "
                             "translations without original. Can be given several times.",
                     .place = &O::maps},
                    {.name = "manifest",
                     .value = "FILE",
                     .help = "The pairs that FILE lists: source<TAB>target a line, with an id and "
                             "both languages behind them if you like; or JSON Lines with the keys "
                             "source, target, id, source_lang, target_lang.",
                     .place = &O::manifest,
                     .completion = Completion::kFiles},
                    {.name = "since",
                     .value = "REF",
                     .help = "Only pairs of which a side differs from that commit, branch or tag "
                             "of git. Where none does, there is nothing to check, and the exit "
                             "code is 0.",
                     .place = &O::since}}};
}

FlagGroup judging_group() {
  return {
      .heading = "Judging",
      .flags = {
          policy_flag(),
          {.name = "glossary",
           .value = "FILE",
           .help =
               "Terms with their renderings (tab-separated, TBX): where the original has a term "
               "of up to four words and the translation none of its renderings, that is a "
               "finding. The texts are aligned by it, too.",
           .place = &O::glossary,
           .completion = Completion::kFiles},
          {.name = "init-policy",
           .help = "Write a policy that holds all defaults, explained, and check nothing.",
           .place = &O::init_policy},
          baseline_flag(),
          {.name = "update-baseline",
           .help = "Write all that is open now into the baseline as known, and take out what is "
                   "no longer found. Accepted findings and their notes stay.",
           .place = &O::update_baseline},
          {.name = "accept",
           .value = "FINGERPRINT",
           .help = "Write the finding or the sentence with that fingerprint (its first digits do) "
                   "into the baseline as accepted. Can be given several times.",
           .place = &O::accept},
          {.name = "note", .value = "TEXT", .help = "Why it is accepted.", .place = &O::note}}};
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = "Tell what a translation leaves out, and fail if it matters",
      .description =
          "Compares a translation with its original and lists what an editor should look at, the "
          "most severe first: sentences that were dropped or added, parts of sentences, numbers, "
          "dates and names that disagree, text left untranslated. Each finding has a place, how "
          "sure it is, and a fingerprint in brackets by which it can be accepted.\n\n"
          "The exit code is 0 if nothing open reaches the level at which the policy fails, 1 if "
          "something does, and 2 if a pair could not be checked: a file cannot be read, a language "
          "is wrong, the texts have nothing in common. An empty translation is a finding.\n\n"
          "An omission that is intended is accepted once, sentence by sentence, and stays accepted "
          "while the text around it changes; a sentence dropped beside it is a new finding. Of "
          "many pairs in a git repository, translations that are older than their originals are "
          "told too.",
      .positionals = {{.name = "SOURCE",
                       .help = "The original; - is standard input.",
                       .place = &O::source,
                       .is_optional = true},
                      {.name = "TARGET",
                       .help = "Its translation.",
                       .place = &O::target,
                       .is_optional = true}},
      .groups = {judging_group(), pairs_group(), check_output_group(), pair_input_group(),
                 language_group(), common_group()},
      .examples = {
          {"muqabala check article.ar.txt article.en.txt", "Lists what is missing."},
          {"muqabala check a.ar.txt a.en.txt --baseline decisions.jsonl --accept 3f2a9c01d4e5b677 "
           "--note intended",
           "Accepts one omission; the next run with this baseline passes over it."},
          {"muqabala check --map 'ar/**/*.md=en/**/*.md' --baseline decisions.jsonl "
           "--update-baseline",
           "Takes all that is open in a collection for old debt, so that only new faults fail."},
          {"muqabala check --map 'ar/**/*.md=en/**/*.md' --since origin/main --format github",
           "Annotates a pull request with what its changes broke."},
          {"muqabala check --init-policy -o .muqabala.toml", "Begins a policy of your own."}}};
}

}  // namespace muqabala::cli
