# SPDX-License-Identifier: BSD-2-Clause
# Optional decompressors: each one found adds AB_HAVE_<NAME> and its library.
# Sets AB_CODEC_DEFINITIONS and AB_CODEC_LIBRARIES.

set(AB_CODEC_DEFINITIONS)
set(AB_CODEC_LIBRARIES)

# name, header, library
foreach(codec "LZMA;lzma.h;lzma" "LZ4;lz4.h;lz4" "ZSTD;zstd.h;zstd" "BZIP2;bzlib.h;bz2")
	list(GET codec 0 name)
	list(GET codec 1 header)
	list(GET codec 2 library)
	option(AB_${name} "Use lib${library} when it is found" ON)
	find_path(AB_${name}_INCLUDE ${header})
	find_library(AB_${name}_LIBRARY ${library})
	mark_as_advanced(AB_${name}_INCLUDE AB_${name}_LIBRARY)
	if(AB_${name} AND AB_${name}_INCLUDE AND AB_${name}_LIBRARY)
		add_library(ab_codec_${library} INTERFACE)
		target_link_libraries(ab_codec_${library} INTERFACE ${AB_${name}_LIBRARY})
		if(NOT AB_${name}_INCLUDE IN_LIST CMAKE_C_IMPLICIT_INCLUDE_DIRECTORIES)
			target_include_directories(ab_codec_${library} SYSTEM INTERFACE
						   ${AB_${name}_INCLUDE})
		endif()
		list(APPEND AB_CODEC_DEFINITIONS AB_HAVE_${name})
		list(APPEND AB_CODEC_LIBRARIES $<BUILD_INTERFACE:ab_codec_${library}>)
		message(STATUS "codec ${name}: ${AB_${name}_LIBRARY}")
	else()
		message(STATUS "codec ${name}: not found, kernels packed with it will be refused")
	endif()
endforeach()
