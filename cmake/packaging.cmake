# SPDX-License-Identifier: BSD-2-Clause
# What `cmake --install` leaves behind: headers, both libraries, aetherboot-kvm, aetherboot.pc and
# the package config. Everything is found relative to itself, so the tree may be moved.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/aetherboot)

install(DIRECTORY include/aetherboot DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
	FILES_MATCHING PATTERN "*.h")
install(TARGETS ${libraries} EXPORT aetherboot-targets)
if(TARGET aetherboot-kvm)
	install(TARGETS aetherboot-kvm)
endif()
install(EXPORT aetherboot-targets NAMESPACE aetherboot:: DESTINATION ${package_dir})

cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}
	   NORMALIZE OUTPUT_VARIABLE libdir)
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_INCLUDEDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}
	   NORMALIZE OUTPUT_VARIABLE includedir)
file(RELATIVE_PATH AB_PC_LIBDIR ${libdir}/pkgconfig ${libdir})
file(RELATIVE_PATH AB_PC_INCLUDEDIR ${libdir}/pkgconfig ${includedir})
configure_file(lib/aetherboot.pc.in aetherboot.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/aetherboot.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

write_basic_package_version_file(aetherboot-config-version.cmake
				 COMPATIBILITY SameMinorVersion)
configure_file(lib/aetherboot-config.cmake.in aetherboot-config.cmake @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/aetherboot-config.cmake
	${PROJECT_BINARY_DIR}/aetherboot-config-version.cmake DESTINATION ${package_dir})
