# SPDX-License-Identifier: BSD-2-Clause
# arm64 by the cross compiler, run by qemu-user; the VMM is for guests of QEMU that have a /dev/kvm.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64;-L;/usr/aarch64-linux-gnu)
set(AB_SYSROOT ${CMAKE_CURRENT_LIST_DIR}/../../build/sysroot-arm64)
set(AB_SYSROOT_LIBS ${AB_SYSROOT}/usr/lib/aarch64-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/sysroot.cmake)
