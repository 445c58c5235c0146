# SPDX-License-Identifier: BSD-2-Clause
# ZLIB::ZLIB: the system's, or its inflate compiled from source with the flags of this build. Sets
# AB_ZLIB_FOUND; without it and without ISA-L, kernels packed by gzip are refused.

option(AB_ZLIB "Use zlib when it is found" ON)
set(AB_ZLIB_FOUND OFF)
if(NOT AB_ZLIB)
	return()
endif()
set(AB_ZLIB_SOURCE "" CACHE PATH "Compile zlib's inflate from this folder; empty: find zlib")
if(AB_ZLIB_SOURCE STREQUAL "")
	find_package(ZLIB)
	set(AB_ZLIB_FOUND ${ZLIB_FOUND})
	return()
endif()
set(AB_ZLIB_FOUND ON)

# Z_SOLO: without a C library, so zlib is told of a type of 32 bits, by which it sums 4 bytes a step.
# Warnings of foreign code are off.
add_library(ab_zlib STATIC)
foreach(file adler32 crc32 inffast inflate inftrees zutil)
	target_sources(ab_zlib PRIVATE ${AB_ZLIB_SOURCE}/${file}.c)
endforeach()
target_compile_definitions(ab_zlib PUBLIC Z_SOLO Z_U4=unsigned)
target_compile_options(ab_zlib PRIVATE -w)
target_include_directories(ab_zlib SYSTEM INTERFACE ${AB_ZLIB_SOURCE})
add_library(ZLIB::ZLIB INTERFACE IMPORTED)
target_link_libraries(ZLIB::ZLIB INTERFACE ab_zlib)
