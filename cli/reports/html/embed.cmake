# Puts the page of `muqabala report` together and compiles it in: one file, with the scripts and the
# style inside. The modules are joined in this order into one, and their `import` and `export` words
# fall away: a page that is opened from a disk cannot load modules from files. So no two modules may
# give a name twice at their top, every import is one statement that renames nothing, and none needs
# another while it loads but those before it.
set(muqabala_page_modules
  types dom language reason fold lines pairing model work settings segment_text commands dialogs finding_card
  row_tools cells text_view move_links findings_panel bitext_map overview search exchange header page main)

# muqabala_sha256_base64(TEXT VARIABLE): the hash of a text as Content-Security-Policy takes it.
function(muqabala_sha256_base64 text variable)
  set(digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  set(result "")
  foreach(at RANGE 0 60 6)  # three bytes, four digits; the last two bytes, three digits and a sign
    string(SUBSTRING ${hex} ${at} 6 bytes)
    set(shifts 18 12 6 0)
    if(at EQUAL 60)
      string(APPEND bytes "00")
      set(shifts 18 12 6)
    endif()
    foreach(shift IN LISTS shifts)
      math(EXPR digit "(0x${bytes} >> ${shift}) & 63")
      string(SUBSTRING "${digits}" ${digit} 1 digit)
      string(APPEND result "${digit}")
    endforeach()
  endforeach()
  set(${variable} "${result}=" PARENT_SCOPE)
endfunction()

set(folder ${CMAKE_CURRENT_LIST_DIR})
set(MUQABALA_SCRIPT "\n")
foreach(module IN LISTS muqabala_page_modules)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/${module}.js)
  file(READ ${folder}/${module}.js text)
  string(REGEX REPLACE "(^|\n)import [^;]*;" "\\1" text "${text}")
  string(REGEX REPLACE "(^|\n)export " "\\1" text "${text}")
  string(APPEND MUQABALA_SCRIPT "${text}\n")
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${folder}/style.css ${folder}/page.html)
file(READ ${folder}/style.css MUQABALA_STYLE)
muqabala_sha256_base64("${MUQABALA_SCRIPT}" MUQABALA_SCRIPT_HASH)
muqabala_sha256_base64("${MUQABALA_STYLE}" MUQABALA_STYLE_HASH)

# Two halves, between which the data go.
file(READ ${folder}/page.html page)
set(mark "@MUQABALA_DATA@")
string(FIND "${page}" "${mark}" at)
string(LENGTH "${mark}" length)
math(EXPR behind "${at} + ${length}")
string(SUBSTRING "${page}" 0 ${at} head)
string(SUBSTRING "${page}" ${behind} -1 tail)
string(CONFIGURE "${head}" MUQABALA_PAGE_HEAD @ONLY)
string(CONFIGURE "${tail}" MUQABALA_PAGE_TAIL @ONLY)
configure_file(${folder}/page_template.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/page_template.cpp @ONLY)
target_sources(muqabala_cli PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/page_template.cpp)
