/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file stage.h
 * Images that a manager stages for a VM, in place of the bundle's: in RAM that no guest can reach,
 * chunk by chunk out of the manager's window. The VM's own first CPU does what takes time, while
 * the VM is EMPTY or FAILED.
 */
#ifndef EL2_STAGE_H
#define EL2_STAGE_H

#include "abi.h"

#include <aetherboot/base.h>
#include <aetherboot/sha256.h>

struct el2_vm;

/** What is staged for a VM. All of it is guarded by el2_vm.lock. */
struct el2_stage {
	uint64_t pa; /**< physical address of the RAM, of which the bundle says the size */
	struct {
		uint64_t at; /**< offset in the RAM */
		uint64_t size; /**< bytes of the image; 0: that of the bundle counts */
		uint8_t digest[AB_SHA256_SIZE]; /**< what its SHA-256 must be */
	} image[EL2_CALLS_IMAGES]; /**< by enum el2_calls_image */
	uint32_t open; /**< image that is being staged, and 1; 0: none */
	uint64_t filled; /**< bytes of it that were staged, or are being copied */
	uint64_t to; /**< job: offset in the RAM of the bytes that are to be written */
	uint64_t bytes; /**< job: their number; 0: there is none */
	uint64_t from; /**< job: physical address that they are copied from; 0: they are erased */
};

/** Begin an image anew. What was staged of it is erased.
 * @param vm    the VM
 * @param image enum el2_calls_image; any other number is refused
 * @param bytes its size; 0: that of the bundle counts again
 * @return 0, or enum el2_calls_error, and nothing changed */
int64_t el2_stage_begin(struct el2_vm *vm, uint64_t image, uint64_t bytes);

/** Append bytes of a window to the image that was begun.
 * @param vm     the VM
 * @param window physical address of the window
 * @param off    offset in it
 * @param bytes  bytes
 * @param filled becomes the bytes of the image so far, if the call is done
 * @return 0, or enum el2_calls_error, and nothing changed */
int64_t el2_stage_chunk(struct el2_vm *vm, uint64_t window, uint64_t off, uint64_t bytes,
			uint64_t *filled);

/** End the image that was begun.
 * @param vm     the VM
 * @param digest what its SHA-256 must be, in memory order: the VM does not start otherwise
 * @return 0, or enum el2_calls_error, and nothing changed */
int64_t el2_stage_end(struct el2_vm *vm, const uint64_t digest[4]);

/** Whether something is to be copied or erased. The caller has el2_vm.lock. */
bool el2_stage_has_job(const struct el2_vm *vm);

/** Do some of that, at most 1 MiB. */
void el2_stage_work(struct el2_vm *vm);

/** Whether the VM may be loaded: no image is begun, and nothing is to be copied or erased. The
 *  caller has el2_vm.lock. */
bool el2_stage_is_over(const struct el2_vm *vm);

/** An image that was staged, for a VM that is being loaded.
 * @return its bytes; none: that of the bundle counts */
struct ab_bytes el2_stage_image(const struct el2_vm *vm, unsigned int image);

#endif /* EL2_STAGE_H */
