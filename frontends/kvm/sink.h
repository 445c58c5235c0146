/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file sink.h
 * The sink over guest memory: it copies, or makes pages of a file the guest's pages.
 */
#ifndef VMM_SINK_H
#define VMM_SINK_H

#include <aetherboot/host.h>
#include <aetherboot/mem.h>

/** Where placing writes to, and the files that its sources may lie in. */
struct vmm_sink {
	const struct ab_spans *ram; /**< Guest memory: zero, page-aligned, in this process. */
	const struct ab_host_file *file; /**< The files, @c n_files entries. */
	size_t n_files; /**< The number of entries in @c file. */
	/** True: whole pages of a file become private mappings of it, where they line up with the
	 *  guest's pages. False: all bytes are copied. */
	bool map;
	uint64_t mapped; /**< The bytes that were mapped so far. */
	uint64_t copied; /**< The bytes that were copied so far, without zero bytes. */
};

/** The sink to give to ab_plan_place(). A source that lies in a file and is not mapped is read from
 *  the file. The sink refuses with AB_ERR_MEM when the file has become too short, or where @c ram
 *  has no memory. Zero bytes are there already and are not written.
 * @param sink borrowed while the result is used */
struct ab_mem vmm_sink_mem(struct vmm_sink *sink);

#endif /* VMM_SINK_H */
