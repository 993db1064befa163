# One call per part of the server. What a part may include is exactly what stands behind USES;
# tools/tidy compares every #include with these lines.
#
#   add_base()                                  vocabulary without I/O
#   add_platform(http USES base LIBS …)         technical ground
#   add_reading()                               the recognizer's understanding of text
#   add_module(account USES messaging)          business; platform and base are always there

set(EXPOGATE_WARNINGS -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local> -Wconversion -Wno-sign-conversion -Werror)
set(EXPOGATE_HARDENING $<$<CONFIG:Release>:-O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS
                       -fstack-protector-strong -fstack-clash-protection -fcf-protection>)

function(_add_part name folder)
  cmake_parse_arguments(PART "" "" "USES;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
  file(GLOB tests CONFIGURE_DEPENDS ${folder}/*_test.cpp)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  if(NOT sources)
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}_part.cpp "")
    set(sources ${CMAKE_CURRENT_BINARY_DIR}/${name}_part.cpp)
  endif()
  add_library(${name} STATIC ${sources})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/server ${CMAKE_SOURCE_DIR}/server/modules)
  target_compile_options(${name} PRIVATE ${EXPOGATE_WARNINGS} ${EXPOGATE_HARDENING})
  target_link_libraries(${name} PUBLIC ${PART_USES} ${PART_LIBS})
  if(tests)
    set_property(GLOBAL APPEND PROPERTY EXPOGATE_TESTS ${tests})
    set_property(GLOBAL APPEND PROPERTY EXPOGATE_TESTED_PARTS ${name})
  endif()
endfunction()

function(add_base)
  _add_part(base ${CMAKE_SOURCE_DIR}/server/base LIBS Boost::headers fmt::fmt)
endfunction()

function(add_platform name)
  _add_part(${name} ${CMAKE_SOURCE_DIR}/server/platform/${name} ${ARGN})
endfunction()

# What expogate-recognizer makes of text that was read: apart from it, so that it can be tested without pictures.
function(add_reading)
  _add_part(reading ${CMAKE_SOURCE_DIR}/server/recognizer/reading USES base text recognition)
endfunction()

# Every module may use the platform; of the other modules, those that its line names.
set(EXPOGATE_PLATFORM wire db http jobs ledger facts log text crypto webauthn image pdf recognition registry identity email sms paygate storage sheet erasure)

function(add_module name)
  cmake_parse_arguments(MODULE "" "" "USES" ${ARGN})
  list(TRANSFORM MODULE_USES APPEND _module)
  _add_part(${name}_module ${CMAKE_SOURCE_DIR}/server/modules/${name} USES ${MODULE_USES} ${EXPOGATE_PLATFORM})
endfunction()
