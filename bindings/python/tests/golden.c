/* SPDX-License-Identifier: BSD-2-Clause */
/* What tests/golden boots, for the Python tests: each machine with each way, and the kernels. */
#define main golden_main
#include "../../../tests/golden/golden.c"
#undef main

enum { MAX_ROWS = 512 };

/* One boot of tests/golden, as plain numbers and addresses. */
struct golden_row {
	const char *machine_name, *way_name;
	const struct ab_machine *machine;
	const void *kernel;
	uint64_t kernel_size;
	uint32_t protocol, tables;
	struct ab_reserve_list reserve;
};

static void add(const struct golden_machine *g, struct golden_row *rows, size_t *n)
{
	const bool arm64 = g->machine->arch == AB_ARCH_ARM64;
	const struct way *ways = arm64 ? ways_arm64 : ways_x86;
	const size_t n_ways = arm64 ? sizeof(ways_arm64) / sizeof(ways_arm64[0])
				    : sizeof(ways_x86) / sizeof(ways_x86[0]);

	for (size_t w = 0; w < n_ways; w++) {
		if (*n == MAX_ROWS)
			abort();
		rows[(*n)++] = (struct golden_row){ g->name,
						    ways[w].name,
						    g->machine,
						    ways[w].kernel->data,
						    ways[w].kernel->size,
						    (uint32_t)ways[w].protocol,
						    (uint32_t)ways[w].tables,
						    g->reserve };
	}
}

/* All boots; n of them. Called once. */
__attribute__((visibility("default"))) const struct golden_row *golden_rows(size_t *n);

const struct golden_row *golden_rows(size_t *n)
{
	static struct golden_row rows[MAX_ROWS];
	const struct golden_machine *const lists[] = { golden_machines, golden_arm64, golden_newer,
						       golden_large };
	const size_t sizes[] = { golden_machines_n, golden_arm64_n, golden_newer_n,
				 golden_large_n };

	make_kernels();
	golden_large_make();
	*n = 0;
	for (size_t l = 0; l < sizeof(lists) / sizeof(lists[0]); l++)
		for (size_t i = 0; i < sizes[l]; i++)
			add(&lists[l][i], rows, n);
	return rows;
}
