/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file aetherboot.h
 * Boot a guest from one machine description. Includes every header of the library except host.h and
 * kvm.h, which want an operating system.
 *
 *     describe              plan                place               enter
 *     struct ab_machine --> struct ab_plan  --> guest memory   --> struct ab_vcpu
 *     machine.h             plan.h              mem.h               vcpu.h
 *     const data            plain numbers       one callback        plain data
 *
 * Describe. Fill a struct ab_machine: @c arch, @c n_cpus, @c ram and the devices that your VMM
 * emulates. Zero means the usual in all other fields. Fill a struct ab_payload: the bytes of the
 * kernel file, and if you like initrds and a command line. Then make three calls:
 *
 *  1. ab_plan_make() checks both, and chooses an address for the kernel, its data and every table
 *     that describes the machine. It writes nothing into the guest.
 *  2. ab_plan_place() writes the guest's memory through a sink of yours, a struct ab_mem.
 *     ab_mem_spans() makes a sink that copies into memory of your process, e.g. a KVM guest's.
 *  3. ab_plan_entry() gives the id and the registers of one CPU, a struct ab_vcpu. Create a CPU of
 *     this id and load all registers before it first runs; there is nothing left to compute. Call
 *     it once for each CPU. CPU 0 runs at once, the others wait until the guest starts them: by
 *     INIT and SIPI on x86, by PSCI CPU_ON on arm64.
 *
 * An x86 VMM must also set CPUID: ab_x86_cpuid_all() makes the list of leaves of a CPU, out of
 * those that the host supports.
 *
 * The three calls and all that they need, from examples/boot_x86_kvm.c, a VMM of some 200 lines:
 * @snippet boot_x86_kvm.c plan
 *
 * Memory. The library allocates nothing. You provide
 *
 *  - the guest's memory, which only your sink accesses;
 *  - the array ab_plan.regions: AB_PLAN_REGIONS entries, or as many as ab_plan_regions() returns
 *    for a machine with PCIe bridges or a payload with reservations or blobs;
 *  - work memory, which you may free or reuse when a call returns. ab_plan_work() gives its size,
 *    which the largest table decides, or for a packed kernel mostly the window of its codec.
 *
 * A plan points to its machine, its payload and its array of regions, and they must not change
 * until the last ab_plan_entry(). The files of the payload are in use until ab_plan_place()
 * returns. Nothing else is kept.
 *
 * Errors. Every call that can fail returns an enum ab_err and fills a struct ab_error, of which
 * ab_error_text() makes a sentence. ab_plan_text() prints a plan: the chosen boot protocol with its
 * reason, and a map of the guest's memory.
 *
 * Everywhere, addresses are guest-physical, sizes are bytes and ranges are base and size. There is
 * no global state, no log and no lock: threads may make calls on different objects at one time.
 *
 * On a POSIX host, host.h maps a kernel file (ab_host_file_map()) and memory for a guest
 * (ab_host_ram_map()). On Linux, kvm.h puts CPUID and the registers into a vCPU of KVM, on x86 and
 * on arm64 (ab_kvm_set_vcpu()). For one table without a plan, call its builder: acpi.h, aml.h,
 * fdt.h, efi.h, smbios.h, x86.h. dtb.h reads a device tree and fit.h a FIT image, kernel.h unpacks
 * a kernel file, and image.h reads its headers.
 */
#ifndef AETHERBOOT_H
#define AETHERBOOT_H

#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>
#include <aetherboot/base.h>
#include <aetherboot/cmdline.h>
#include <aetherboot/codec.h>
#include <aetherboot/dtb.h>
#include <aetherboot/efi.h>
#include <aetherboot/fdt.h>
#include <aetherboot/fit.h>
#include <aetherboot/image.h>
#include <aetherboot/kernel.h>
#include <aetherboot/machine.h>
#include <aetherboot/mem.h>
#include <aetherboot/memmap.h>
#include <aetherboot/plan.h>
#include <aetherboot/sha256.h>
#include <aetherboot/smbios.h>
#include <aetherboot/stage2.h>
#include <aetherboot/vcpu.h>
#include <aetherboot/version.h>
#include <aetherboot/x86.h>

#endif /* AETHERBOOT_H */
