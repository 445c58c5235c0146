# SPDX-License-Identifier: BSD-2-Clause
# Optional decompressors: each one found adds AB_HAVE_<NAME> and its library. gzip is unpacked by
# ISA-L, which takes less than half of zlib's time, and by zlib where that is not there.
# Sets AB_CODEC_DEFINITIONS, AB_CODEC_LIBRARIES, and for aetherboot.pc AB_PC_REQUIRES, AB_PC_LIBS.

set(AB_CODEC_DEFINITIONS)
set(AB_CODEC_LIBRARIES)
set(AB_PC_REQUIRES)
set(AB_PC_LIBS)

# name, header, library, its .pc file (libbz2 has none everywhere)
foreach(codec "ISAL;isa-l/igzip_lib.h;isal;libisal" "LZMA;lzma.h;lzma;liblzma"
	"LZ4;lz4.h;lz4;liblz4" "ZSTD;zstd.h;zstd;libzstd" "BZIP2;bzlib.h;bz2;-")
	list(GET codec 0 name)
	list(GET codec 1 header)
	list(GET codec 2 library)
	list(GET codec 3 pc)
	option(AB_${name} "Use lib${library} when it is found" ${hosted})
	find_path(AB_${name}_INCLUDE ${header})
	find_library(AB_${name}_LIBRARY ${library})
	mark_as_advanced(AB_${name}_INCLUDE AB_${name}_LIBRARY)
	if(NOT AB_${name} OR NOT AB_${name}_INCLUDE OR NOT AB_${name}_LIBRARY OR
	   # Debian's ISA-L has no archive
	   (AB_STATIC AND name STREQUAL "ISAL" AND NOT AB_ISAL_LIBRARY MATCHES "[.]a$"))
		if(NOT name STREQUAL "ISAL")
			message(STATUS "codec ${name}: left out, kernels packed with it will be refused")
		endif()
		continue()
	endif()
	message(STATUS "codec ${name}: ${AB_${name}_LIBRARY}")
	add_library(ab_codec_${library} INTERFACE)
	target_link_libraries(ab_codec_${library} INTERFACE ${AB_${name}_LIBRARY})
	if(NOT AB_${name}_INCLUDE IN_LIST CMAKE_C_IMPLICIT_INCLUDE_DIRECTORIES)
		target_include_directories(ab_codec_${library} SYSTEM INTERFACE
					   ${AB_${name}_INCLUDE})
	endif()
	list(APPEND AB_CODEC_DEFINITIONS AB_HAVE_${name})
	list(APPEND AB_CODEC_LIBRARIES $<BUILD_INTERFACE:ab_codec_${library}>
	     $<INSTALL_INTERFACE:${library}>)
	if(pc STREQUAL "-")
		string(APPEND AB_PC_LIBS "-l${library} ")
	else()
		string(APPEND AB_PC_REQUIRES " ${pc}")
	endif()
endforeach()

# whether who links the library needs zlib
set(AB_ZLIB_USED OFF)
if("AB_HAVE_ISAL" IN_LIST AB_CODEC_DEFINITIONS)
	# zlib, found or not, unpacks nothing
elseif(AB_ZLIB_FOUND)
	set(AB_ZLIB_USED ON)
	list(APPEND AB_CODEC_DEFINITIONS AB_HAVE_ZLIB)
	list(APPEND AB_CODEC_LIBRARIES ZLIB::ZLIB)
	string(APPEND AB_PC_REQUIRES " zlib")
else()
	message(STATUS "codec ZLIB: left out, kernels packed with it will be refused")
endif()
string(STRIP "${AB_PC_REQUIRES}" AB_PC_REQUIRES)
string(STRIP "${AB_PC_LIBS}" AB_PC_LIBS)
