# Proves that every rule of layering.cmake can fail: each breach is put into a small tree of its own,
# and the check must refuse it in the words that name the file and the line. The same tree without a
# breach must pass.
#
#   cmake -D WORK=<folder to use> -P layering_selftest.cmake
cmake_minimum_required(VERSION 3.25)

set(failures 0)

function(run_check result_variable output_variable)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -D "ROOT=${WORK}" -P "${CMAKE_CURRENT_LIST_DIR}/layering.cmake"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(${result_variable} ${result} PARENT_SCOPE)
  set(${output_variable} "${output}" PARENT_SCOPE)
endfunction()

function(make_clean_tree)
  file(REMOVE_RECURSE "${WORK}")
  file(WRITE "${WORK}/segment/text.h" "#pragma once\n#include <string>\n")
  file(WRITE "${WORK}/segment/text.cpp"
    "#include \"segment/text.h\"\n#include <unicode/ubrk.h>\n#include \"segment/detail/table.h\"\n")
  file(WRITE "${WORK}/segment/detail/table.h" "#pragma once\n")
  file(WRITE "${WORK}/align/cost.cpp"
    "#include <Eigen/Core>\n#include \"segment/text.h\"\n// an ofstream would write; exit() would end\n"
    "const char* words = \"isatty(0) \\\" stderr \";\n")
  file(WRITE "${WORK}/align/dynamic_program.cpp" "#include \"align/band.h\"\n")
  file(WRITE "${WORK}/corpus/write.cpp" "#include <fstream>\nstd::ofstream out;\n#include \"align/cost.h\"\n")
  file(WRITE "${WORK}/cli/main.cpp"
    "#include <CLI/CLI.hpp>\n#include \"corpus/pipeline.h\"\nint main() { return isatty(1); }\n")
endfunction()

# breach(FILE LINE): the check must refuse LINE in FILE and name both.
function(breach file line)
  make_clean_tree()
  file(APPEND "${WORK}/${file}" "${line}\n")
  run_check(result output)
  if(ARGC GREATER 2)
    set(named "${ARGV2}")
  else()
    set(named "${line}")
  endif()
  string(FIND "${output}" "${file}: ${named}" at)
  if(result EQUAL 0 OR at EQUAL -1)
    message("not refused: ${line} in ${file}\n${output}")
    math(EXPR failures "${failures} + 1")
    set(failures ${failures} PARENT_SCOPE)
  endif()
endfunction()

make_clean_tree()
run_check(result output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "a clean tree was refused:\n${output}")
endif()

breach(segment/text.cpp "#include \"align/cost.h\"")
breach(segment/text.h "#include \"cli/flags.h\"")
breach(align/cost.cpp "#include \"corpus/write.h\"")
breach(align/cost.cpp "  #  include \"cli/flags.h\" // why not" "#include \"cli/flags.h\"")
breach(corpus/write.cpp "#include \"cli/flags.h\"")
breach(segment/text.cpp "#include \"text.h\"")
breach(align/cost.cpp "#include \"segment/detail/table.h\"")
breach(segment/text.h "#include \"segment/detail/table.h\"")
breach(align/dynamic_program.cpp "#include \"align/length_cost.h\"")
breach(align/cost.cpp "#include <unicode/uchar.h>")
breach(segment/text.h "#include <unicode/uchar.h>")
breach(align/cost.cpp "#include <libstemmer.h>")
breach(cli/main.cpp "#include <cld2/public/compact_lang_det.h>")
breach(segment/text.cpp "#include <Eigen/Dense>")
breach(corpus/write.cpp "#include <Eigen/Core>")
breach(segment/text.cpp "#include <md4c.h>")
breach(cli/main.cpp "#include <libxml/parser.h>")
breach(align/cost.cpp "#include <zlib.h>")
breach(align/cost.cpp "#include <xxhash.h>")
breach(align/cost.cpp "#include <nlohmann/json.hpp>")
breach(cli/main.cpp "#include <toml++/toml.h>")
breach(align/cost.cpp "#include <spawn.h>")
breach(corpus/collection/ledger.cpp "#include <sqlite3.h>")
breach(corpus/write.cpp "#include <CLI/CLI.hpp>")
breach(align/cost.cpp "#include <fstream>")
breach(corpus/write.cpp "#include <sys/ioctl.h>")
breach(align/cost.cpp "std::ofstream out(path);" "ofstream")
breach(cli/main.cpp "auto f = fopen(path, mode);" "fopen")
breach(segment/text.cpp "std::rename(a, b);" "rename")
breach(corpus/write.cpp "if (isatty(1)) colour();" "isatty")
breach(corpus/write.cpp "std::exit(2);" "exit")
breach(align/cost.cpp "std::cerr << message;" "cerr")
breach(segment/text.cpp "std::cout << message;" "cout")

file(REMOVE_RECURSE "${WORK}/segment" "${WORK}/align" "${WORK}/corpus" "${WORK}/cli")
run_check(result output)
if(result EQUAL 0)
  message("an empty tree was taken for a clean one")
  math(EXPR failures "${failures} + 1")
endif()
if(failures GREATER 0)
  message(FATAL_ERROR "${failures} breaches went through")
endif()
