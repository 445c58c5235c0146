# SPDX-License-Identifier: BSD-2-Clause
# 64-bit big-endian: s390x by the cross compiler, run by qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR s390x)
set(CMAKE_C_COMPILER s390x-linux-gnu-gcc)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-s390x;-L;/usr/s390x-linux-gnu)
set(AB_SYSROOT ${CMAKE_CURRENT_LIST_DIR}/../../build/sysroot-s390x)
set(AB_SYSROOT_LIBS ${AB_SYSROOT}/usr/lib/s390x-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/sysroot.cmake)
