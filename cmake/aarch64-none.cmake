# SPDX-License-Identifier: BSD-2-Clause
# Freestanding AArch64 by the cross compiler, for firmware and hypervisors: no C library, no FP and
# SIMD registers, no unaligned accesses, which fault while the MMU is off. The build type adds the
# optimisation. A PIE needs -fpie in CMAKE_C_FLAGS.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_ASM_COMPILER ${CMAKE_C_COMPILER})
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

# the compiler's own headers, and no others
execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=include
		OUTPUT_VARIABLE headers OUTPUT_STRIP_TRAILING_WHITESPACE)
string(JOIN " " CMAKE_C_FLAGS_INIT -ffreestanding -mgeneral-regs-only -mstrict-align
       -ffunction-sections -fdata-sections -fno-pie -fno-asynchronous-unwind-tables
       -fno-unwind-tables -nostdinc "-isystem ${headers}")
set(CMAKE_ASM_FLAGS_INIT ${CMAKE_C_FLAGS_INIT})
