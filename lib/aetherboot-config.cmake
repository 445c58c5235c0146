# SPDX-License-Identifier: BSD-2-Clause
# aetherboot::aetherboot is the shared library when BUILD_SHARED_LIBS is on, else the static one;
# aetherboot::aetherboot-static and aetherboot::aetherboot-shared name one of them.
include(CMakeFindDependencyMacro)
find_dependency(ZLIB)
include(${CMAKE_CURRENT_LIST_DIR}/aetherboot-targets.cmake)

if(NOT TARGET aetherboot::aetherboot)
	if(BUILD_SHARED_LIBS AND TARGET aetherboot::aetherboot-shared)
		add_library(aetherboot::aetherboot ALIAS aetherboot::aetherboot-shared)
	else()
		add_library(aetherboot::aetherboot ALIAS aetherboot::aetherboot-static)
	endif()
endif()
