#pragma once

#include "cli/flags.h"

namespace muqabala::cli {

/// The rows of the table, a file each.
Command align_command();
Command check_command();
Command report_command();
Command segment_command();
Command evaluate_command();
Command lexicon_show_command();
Command lexicon_compile_command();
Command lexicon_learn_command();
Command lexicon_merge_command();
Command corpus_build_command();
Command corpus_pair_command();
Command corpus_stream_command();
Command corpus_merge_command();
Command corpus_stats_command();
Command help_command();
Command man_command();
Command completions_command();

}  // namespace muqabala::cli
