/* SPDX-License-Identifier: BSD-2-Clause */
/** @file sink.h Guest memory's sink: copies, or lets the guest's pages be those of a file. */
#ifndef VMM_SINK_H
#define VMM_SINK_H

#include <aetherboot/host.h>
#include <aetherboot/mem.h>

/** Where placing writes to, and the files that its sources may be mappings of. */
struct vmm_sink {
	const struct ab_spans *ram; /**< fresh memory, page-aligned */
	const struct ab_host_file *file; /**< @c n_files entries */
	size_t n_files; /**< entries in @c file */
	bool map; /**< map what can be mapped; else copy everything */
	uint64_t mapped; /**< bytes mapped so far */
	uint64_t copied; /**< bytes copied so far */
};

/** The sink. With @c map, whole pages of a file become private mappings of it where they line up
 *  with guest pages. What else lies in a file is read from it; AB_ERR_MEM when it has become too
 *  short. All other bytes are copied. Zeros are there already. */
struct ab_mem vmm_sink_mem(struct vmm_sink *sink);

#endif /* VMM_SINK_H */
