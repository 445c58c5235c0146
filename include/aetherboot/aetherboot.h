/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file aetherboot.h
 * Bring a guest to its first instruction in four moves:
 *
 *     describe              plan                place               enter
 *     struct ab_machine --> struct ab_plan  --> guest memory   --> struct ab_vcpu
 *     machine.h             plan.h              mem.h               vcpu.h
 *     const data            plain numbers       one callback        plain data
 *
 * You describe the machine once, as const data, and give a kernel. ab_plan_make() chooses an
 * address for the kernel, its data and every table that describes the machine. ab_plan_place()
 * writes them through your sink, e.g. ab_mem_spans() over the memory of a KVM guest.
 * ab_plan_entry() gives the registers of each CPU, which you load before the CPU runs.
 * ab_plan_text() prints a plan, ab_error_text() an error.
 *
 * The library allocates, logs and locks nothing, and has no global state. A plan borrows its
 * machine and payload; no other pointer is kept after a call returns. Addresses are guest-physical,
 * sizes are bytes, ranges are base and size, and zero means the usual.
 *
 * Each builder below the pipeline is public, too, for callers that want one table only: acpi.h,
 * aml.h, fdt.h, efi.h, smbios.h, x86.h. kernel.h unpacks a kernel file, image.h reads its headers.
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
#include <aetherboot/image.h>
#include <aetherboot/kernel.h>
#include <aetherboot/machine.h>
#include <aetherboot/mem.h>
#include <aetherboot/memmap.h>
#include <aetherboot/plan.h>
#include <aetherboot/sha256.h>
#include <aetherboot/smbios.h>
#include <aetherboot/vcpu.h>
#include <aetherboot/version.h>
#include <aetherboot/x86.h>

#endif /* AETHERBOOT_H */
