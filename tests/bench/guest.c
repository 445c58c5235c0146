/* SPDX-License-Identifier: BSD-2-Clause */
/* One guest's memory as it is at its first instruction, held until standard input ends. Each line
 * read there is a wish: "see" reads, "write" writes a byte of every page of the kernel. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <string.h>

int bench_guest(int argc, char **argv)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = "console=ttyS0" };
	struct ab_span span[1];
	struct ab_spans ram;
	struct ab_host_sink sink = { .ram = &ram, .file = &file, .n_files = 1 };
	struct ab_work work;
	struct ab_error why;
	char wish[32];

	if (argc != 4)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	payload.kernel = file.bytes;
	sink.map = strcmp(argv[2], "map") == 0;
	ram = fresh_ram(span, small_machine(file.bytes)->ram,
			strcmp(argv[3], "huge") == 0 ? PAGES_HUGE : PAGES_4K);
	work = work_for(&plan, small_machine(file.bytes), &payload);
	must(ab_plan_make(&plan, small_machine(file.bytes), &payload, work, &why), &why);
	must(ab_plan_place(&plan, ab_host_mem(&sink), work, &why), &why);
	ab_host_file_unmap(&file);
	do {
		puts("ready");
		fflush(stdout);
		if (fgets(wish, sizeof(wish), stdin) == NULL)
			return 0;
		touch(&plan, &ram, strcmp(wish, "write\n") == 0);
	} while (true);
}
