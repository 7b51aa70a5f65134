# Guards the direction of the house: cli -> corpus -> align -> segment, and nothing reaches back.
# Also the fences: which folder may use which library or power. Reads the sources under ROOT and
# names every file and line that breaks a rule.
#
#   cmake -D ROOT=<checkout> -P layering.cmake
#
# tests/layering_selftest.cmake proves that each rule can fail.
cmake_minimum_required(VERSION 3.25)

set(folders segment align corpus cli)  # from the ground up
set(faults 0)

macro(fault file text why)
  math(EXPR faults "${faults} + 1")
  message("${file}: ${text}\n    ${why}")
endmacro()

# fence(REGEX PLACE WHY): what REGEX matches (an include's name) may stand only in files whose path
# from the root matches PLACE.
set(fence_count 0)
macro(fence regex place why)
  math(EXPR fence_count "${fence_count} + 1")
  set(fence_regex_${fence_count} "${regex}")
  set(fence_place_${fence_count} "${place}")
  set(fence_why_${fence_count} "${why}")
endmacro()

fence("^<unicode/" "^segment/.*[.]cpp$" "ICU stays in .cpp files of segment/")
fence("^<libstemmer[.]h>" "^segment/.*[.]cpp$" "Snowball stays in .cpp files of segment/")
fence("^<cld2/" "^segment/.*[.]cpp$" "CLD2 stays in .cpp files of segment/")
fence("^<(zlib|zstd|bzlib|lzma)[.]h>" "^(segment/base|corpus)/.*[.]cpp$"
  "packed files are opened on the ground floor (segment/base) or in corpus/")
fence("^<xxhash[.]h>" "^segment/base/hash[.]cpp$" "hashes are made by segment/base/hash.h")
fence("^<(unsupported/)?Eigen/" "^align/" "Eigen stays in align/")
fence("^<(md4c|md4c-html|entity|zip|archive|archive_entry|expat|pugixml|tinyxml2|uchardet/uchardet|xlsxwriter)[.]h(pp)?>"
  "^corpus/.*[.]cpp$" "documents and packages are read and written in corpus/")
fence("^<(libxml|lexbor|minizip|gumbo)/?" "^corpus/.*[.]cpp$"
  "documents and packages are read and written in corpus/")
fence("^<nettle/" "^corpus/.*[.]cpp$" "base64 is read in corpus/")
fence("^<nlohmann/" "^(corpus|cli)/.*[.]cpp$" "JSON stays in .cpp files of corpus/ and cli/")
fence("^<toml[+][+]/" "^corpus/.*[.]cpp$" "TOML stays in .cpp files of corpus/")
fence("^<sqlite3[.]h>" "^corpus/detail/sqlite[.]cpp$" "SQLite is wrapped by corpus/detail/sqlite.h")
fence("^<spawn[.]h>" "^corpus/.*[.]cpp$" "other programs are run in corpus/")
fence("^<fstream>" "^corpus/.*[.]cpp$"
  "files are written in corpus/ and read by segment/base/file_bytes.h")
fence("^<CLI/" "^cli/" "flags stay in cli/")
fence("^<(termios|sys/ioctl|curses|ncurses)[.]h>" "^cli/.*[.]cpp$" "the terminal stays in cli/")

# Words in the code itself, comments and strings aside.
set(word_start "(^|[^A-Za-z0-9_])")
set(power_1 "${word_start}(ofstream|mkstemp|mkostemp|O_WRONLY|O_RDWR|O_CREAT)[^A-Za-z0-9_]")
set(power_place_1 "^corpus/")
set(power_why_1 "files are written in corpus/")
set(power_2 "${word_start}(rename|unlink|fopen|freopen) *[(]")
set(power_place_2 "^corpus/")
set(power_why_2 "files are written in corpus/")
set(power_3 "${word_start}(isatty|ioctl|getenv) *[(]")
set(power_place_3 "^cli/")
set(power_why_3 "the terminal and the environment belong to cli/")
set(power_4 "${word_start}(exit|_exit|quick_exit|abort|terminate) *[(]")
# A forked worker may leave in no other way.
set(power_place_4 "^(cli/|corpus/detail/worker[.]cpp$)")
set(power_why_4 "a library never ends the program; exit codes belong to cli/")
set(power_5 "${word_start}(EXIT_SUCCESS|EXIT_FAILURE|cerr|clog|stderr)[^A-Za-z0-9_]")
set(power_place_5 "^cli/")
set(power_why_5 "a library never prints: it returns diagnostics")
set(power_6 "${word_start}(cout)[^A-Za-z0-9_]")
set(power_place_6 "^(cli|corpus)/")
set(power_why_6 "standard output is written by corpus/output_file.h and cli/")
set(power_count 6)

# The search knows costs and a band, but neither words nor lengths.
set(search_files "^align/(dynamic_program|band|bead_costs)[.](h|cpp)$")
set(search_may_include "^(align/(dynamic_program|band|bead_costs|bead)[.]h|segment/base/.*)$")

foreach(folder IN LISTS folders)
  file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cpp")
  list(APPEND all_files ${files})
endforeach()
list(LENGTH all_files file_count)
if(file_count EQUAL 0)
  message(FATAL_ERROR "No sources under '${ROOT}': nothing was checked.")
endif()

foreach(file IN LISTS all_files)
  string(REGEX REPLACE "/.*" "" folder "${file}")
  list(FIND folders "${folder}" height)

  file(STRINGS "${ROOT}/${file}" lines REGEX "^[ \t]*#[ \t]*include[ \t]*[<\"]")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^[ \t]*#[ \t]*include[ \t]*([<\"][^>\"]*[>\"]).*" "\\1" include "${line}")

    if(include MATCHES "^\"(.*)\"$")
      set(header "${CMAKE_MATCH_1}")
      string(REGEX REPLACE "/.*" "" other "${header}")
      list(FIND folders "${other}" other_height)
      if(other_height EQUAL -1)
        fault("${file}" "#include ${include}" "includes are written from the root: \"${folder}/...\"")
      elseif(other_height GREATER height)
        fault("${file}" "#include ${include}"
          "reaches up: cli -> corpus -> align -> segment is the only direction")
      endif()
      if(header MATCHES "/detail/" AND NOT other STREQUAL folder)
        fault("${file}" "#include ${include}" "detail/ is private to its folder")
      endif()
      if(header MATCHES "/detail/" AND file MATCHES "[.]h$" AND NOT file MATCHES "/detail/")
        fault("${file}" "#include ${include}" "a public header must do without detail/")
      endif()
      if(file MATCHES "${search_files}" AND NOT header MATCHES "${search_may_include}")
        fault("${file}" "#include ${include}"
          "the search knows only costs and a band: no text, words or lengths")
      endif()
    else()
      foreach(n RANGE 1 ${fence_count})
        if(include MATCHES "${fence_regex_${n}}" AND NOT file MATCHES "${fence_place_${n}}")
          fault("${file}" "#include ${include}" "${fence_why_${n}}")
        endif()
      endforeach()
    endif()
  endforeach()

  # Brackets and semicolons would make lists of the text.
  file(READ "${ROOT}/${file}" code)
  string(REGEX REPLACE "[][;]" " " code "${code}")
  string(REGEX REPLACE "\\\\[\\\\\"]" "" code "${code}")
  string(REGEX REPLACE "\"[^\"\n]*\"" "\"\"" code "${code}")
  string(REGEX REPLACE "//[^\n]*" "" code "${code}\n")
  foreach(n RANGE 1 ${power_count})
    if(NOT file MATCHES "${power_place_${n}}" AND code MATCHES "${power_${n}}")
      set(word "${CMAKE_MATCH_2}")
      fault("${file}" "${word}" "${power_why_${n}}")
    endif()
  endforeach()
endforeach()

if(faults GREATER 0)
  message(FATAL_ERROR "${faults} breaches of the layering in ${file_count} files")
endif()
message("${file_count} files keep to the layering")
