/* SPDX-License-Identifier: BSD-2-Clause */
/* Map zeroed memory for a guest. */
#define _GNU_SOURCE
#include <aetherboot/host.h>

#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "../base/base_priv.h"

#define HUGE_PAGE ((uintptr_t)(2 * AB_MiB))

static void *map(uint64_t size)
{
	size_t total = (size_t)size + HUGE_PAGE;
	uint8_t *p, *at;

	if (size > SIZE_MAX / 2) {
		errno = ENOMEM;
		return NULL;
	}
	p = mmap(NULL, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
		 -1, 0);
	if (p == MAP_FAILED)
		return NULL;
	at = p + (-(uintptr_t)p & (HUGE_PAGE - 1));
	if (at != p)
		munmap(p, (size_t)(at - p));
	munmap(at + size, total - (size_t)(at - p) - (size_t)size);
	return at;
}

enum ab_err ab_host_ram_map(struct ab_span *span, struct ab_ram_list ram, struct ab_error *why)
{
	for (size_t i = 0; i < ram.n; i++) {
		void *host = map(ram.at[i].size);

		if (host == NULL) {
			const char *text = strerror(errno);
			struct ab_spans done = { span, i };

			ab_host_ram_unmap(&done);
			return ab_fail_at_(why, AB_ERR_NOSPACE, "machine.ram[]", i, ram.at[i].size,
					   text);
		}
		span[i] = (struct ab_span){ ram.at[i].base, ram.at[i].size, host };
	}
	return AB_OK;
}

void ab_host_ram_unmap(const struct ab_spans *spans)
{
	for (size_t i = 0; i < spans->n; i++)
		munmap(spans->at[i].host, (size_t)spans->at[i].size);
}
