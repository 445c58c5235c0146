# SPDX-License-Identifier: BSD-2-Clause
# aetherboot-codec-zlib: lib/codec once more, with gzip by zlib where the library's is by ISA-L, so
# that one build tests both. A program that has these objects takes none of them from the archive.
include_guard(GLOBAL)

if("AB_HAVE_ISAL" IN_LIST AB_CODEC_DEFINITIONS)
	file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/lib/codec/*.c)
	add_library(aetherboot-codec-zlib OBJECT ${sources})
	set(zlib_definitions ${AB_CODEC_DEFINITIONS})
	list(TRANSFORM zlib_definitions REPLACE "^AB_HAVE_ISAL$" AB_HAVE_ZLIB)
	target_include_directories(aetherboot-codec-zlib PRIVATE ${PROJECT_SOURCE_DIR}/include)
	target_compile_definitions(aetherboot-codec-zlib PRIVATE ${zlib_definitions})
	target_compile_options(aetherboot-codec-zlib PRIVATE -ffreestanding)
	target_link_libraries(aetherboot-codec-zlib PRIVATE ab_warnings ${AB_CODEC_LIBRARIES}
			      PUBLIC ZLIB::ZLIB)
endif()
