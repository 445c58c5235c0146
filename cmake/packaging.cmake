# SPDX-License-Identifier: BSD-2-Clause
# What `cmake --install` leaves behind: headers, both libraries, aetherboot-kvm with its man page and
# completions, aetherboot.pc and the package config. Everything is found relative to itself, so the
# tree may be moved.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/aetherboot)

install(DIRECTORY include/aetherboot DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
	FILES_MATCHING PATTERN "*.h")
install(TARGETS ${libraries} EXPORT aetherboot-targets)
if(TARGET aetherboot-kvm)
	install(TARGETS aetherboot-kvm)
endif()
if(TARGET aetherboot-kvm-help)
	set(help ${PROJECT_BINARY_DIR}/frontends/kvm)
	install(FILES ${help}/man/aetherboot-kvm.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
	install(FILES ${help}/bash/aetherboot-kvm.bash RENAME aetherboot-kvm
		DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
	install(FILES ${help}/zsh/_aetherboot-kvm DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
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
