# SPDX-License-Identifier: BSD-2-Clause
# 32-bit x86 by the host's own gcc -m32; the libraries come from a private sysroot.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(CMAKE_C_COMPILER gcc)
# the kernel's headers are those of the host, which gcc -m32 does not look for by itself
set(CMAKE_C_FLAGS_INIT "-m32 -idirafter /usr/include/x86_64-linux-gnu")
set(AB_SYSROOT ${CMAKE_CURRENT_LIST_DIR}/../../build/sysroot-i386)
set(AB_SYSROOT_LIBS ${AB_SYSROOT}/usr/lib/i386-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/sysroot.cmake)
