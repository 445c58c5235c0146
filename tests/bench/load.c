/* SPDX-License-Identifier: BSD-2-Clause */
/* An uncompressed kernel into guest memory: by read(), by linux-loader, by the pipeline copying,
 * and mapping. */
#define _GNU_SOURCE
#include "bench.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CMDLINE "console=ttyS0"

/* The yardstick: the same bytes to the same places, by the shortest program there is. If @zeros, it
 * writes zeros everywhere else in the kernel's region. */
static void by_read(const char *path, const struct ab_plan *plan, const struct ab_spans *ram,
		    bool zeros)
{
	const struct ab_region *r = ab_plan_region(plan, AB_REGION_KERNEL);
	uint8_t *next = (uint8_t *)ram->at[0].host + (r->base - plan->machine->ram.at[0].base);
	uint8_t *end = next + r->size;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die(path);
	for (uint32_t i = 0; i < plan->kernel.elf.n_segments; i++) {
		const struct ab_elf_segment *s = &plan->kernel.elf.segment[i];
		uint8_t *to = segment_at(plan, i, ram);
		uint64_t done = 0;

		if (zeros)
			memset(next, 0, (size_t)(to - next));
		next = to + s->file_size;
		while (done < s->file_size) {
			ssize_t n = pread(fd, to + done, (size_t)(s->file_size - done),
					  (off_t)(s->offset + done));
			if (n <= 0)
				die("read");
			done += (uint64_t)n;
		}
	}
	if (zeros)
		memset(next, 0, (size_t)(end - next));
	close(fd);
}

/* A sink of the library that knows no files, over the mapped one. */
static void by_spans(const char *path, struct ab_mem mem, struct ab_work work)
{
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = CMDLINE };
	struct ab_error why;

	must(ab_host_file_map(&file, path, &why), &why);
	payload.kernel = file.bytes;
	load(small_machine(file.bytes), &payload, mem, work);
	ab_host_file_unmap(&file);
}

/* The library's sink that knows the file: it reads or maps. */
static void by_host(const char *path, const struct ab_spans *ram, struct ab_work work, bool map)
{
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = CMDLINE };
	struct ab_host_sink sink = { .ram = ram, .file = &file, .n_files = 1, .map = map };
	struct ab_error why;

	must(ab_host_file_map(&file, path, &why), &why);
	payload.kernel = file.bytes;
	load(small_machine(file.bytes), &payload, ab_host_mem(&sink), work);
	ab_host_file_unmap(&file);
}

enum way { BY_READ, BY_READ_ZEROS, BY_LOADER, BY_FRESH, BY_SPANS, BY_COPY, BY_MAP, WAYS };

static const char *const ways[WAYS] = {
	"read", "zeros", "loader", "fresh", "spans", "copy", "map"
};

struct one {
	struct series load, see, write;
};

static linux_loader loader; /* NULL: it is not there, or reads no such kernel */

static void by_way(enum way way, const char *path, const struct ab_plan *plan,
		   const struct ab_spans *ram, struct ab_work work)
{
	if (way == BY_READ || way == BY_READ_ZEROS)
		by_read(path, plan, ram, way == BY_READ_ZEROS);
	else if (way == BY_FRESH)
		by_spans(path, ab_mem_fresh_spans(ram), work);
	else if (way == BY_SPANS)
		by_spans(path, ab_mem_spans(ram), work);
	else if (way != BY_LOADER)
		by_host(path, ram, work, way == BY_MAP);
	else if (loader(path, false, ram->at[0].host, 0, ram->at[0].size) == 0)
		die("linux-loader");
}

/* Each way puts the same bytes to the same places. */
static void compare(const char *path, const struct ab_plan *plan, struct ab_work work)
{
	struct ab_host_file file;
	struct ab_error why;

	must(ab_host_file_map(&file, path, &why), &why);
	for (int way = 0; way < WAYS; way++) {
		struct ab_span span[1];
		struct ab_spans ram = fresh_ram(span, plan->machine->ram, PAGES_4K);

		if (way == BY_LOADER && loader == NULL)
			continue;
		by_way((enum way)way, path, plan, &ram, work);
		for (uint32_t i = 0; i < plan->kernel.elf.n_segments; i++) {
			const struct ab_elf_segment *s = &plan->kernel.elf.segment[i];

			if (memcmp((const uint8_t *)file.bytes.data + s->offset,
				   segment_at(plan, i, &ram), (size_t)s->file_size) != 0)
				die(ways[way]);
		}
		ab_host_ram_unmap(&ram);
	}
	ab_host_file_unmap(&file);
}

static void round_of(struct one *s, enum way way, enum pages pages, int round, const char *path,
		     const struct ab_plan *plan, struct ab_work work)
{
	/* a load for each, as touching for reading makes touching for writing cheaper */
	for (int write = 0; write < 2; write++) {
		struct ab_span span[1];
		struct ab_spans ram = fresh_ram(span, plan->machine->ram, pages);
		uint64_t t = now_ns();

		by_way(way, path, plan, &ram, work);
		if (!write)
			note(&s->load, round, now_ns() - t);
		note(write ? &s->write : &s->see, round, touch(plan, &ram, write));
		ab_host_ram_unmap(&ram);
	}
}

/* Bytes of this process in huge pages now. */
static uint64_t huge_bytes(void)
{
	FILE *f = fopen("/proc/self/smaps_rollup", "r");
	char line[128];
	unsigned long long kib = 0;

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "AnonHugePages: %llu", &kib) == 1)
			break;
	if (f != NULL)
		fclose(f);
	return kib * AB_KiB;
}

/* That MADV_HUGEPAGE gives huge pages here: else its figures are those of small ones. */
static void check_huge(const char *path, const struct ab_plan *plan)
{
	struct ab_span span[1];
	struct ab_spans ram = fresh_ram(span, plan->machine->ram, PAGES_HUGE);

	by_read(path, plan, &ram, false);
	report_value("load.huge_bytes", huge_bytes());
	ab_host_ram_unmap(&ram);
}

/* Kinds of pages that a way is measured with. */
static int n_pages(enum way way)
{
	if (way == BY_LOADER && loader == NULL)
		return 0;
	return way == BY_MAP ? 1 : 2;
}

static void bench_file(const char *path, const struct ab_plan *plan, struct ab_work work)
{
	static struct one all[WAYS][2];

	for (int round = -WARM_UP; round < ROUNDS; round++)
		for (int way = 0; way < WAYS; way++)
			for (int pages = 0; pages < n_pages((enum way)way); pages++)
				round_of(&all[way][pages], (enum way)way, (enum pages)pages, round,
					 path, plan, work);
	for (int way = 0; way < WAYS; way++)
		for (int pages = 0; pages < n_pages((enum way)way); pages++) {
			struct one *s = &all[way][pages];
			const char *suffix = pages_name((enum pages)pages);

			snprintf(s->load.name, sizeof(s->load.name), "load.%s.%s", ways[way],
				 suffix);
			snprintf(s->see.name, sizeof(s->see.name), "see.%s.%s", ways[way], suffix);
			snprintf(s->write.name, sizeof(s->write.name), "write.%s.%s", ways[way],
				 suffix);
			report(&s->load);
			report(&s->see);
			report(&s->write);
		}
}

int bench_load(int argc, char **argv)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = CMDLINE };
	struct ab_work work;
	struct ab_error why;
	uint64_t bytes = 0;

	if (argc != 2 && argc != 3)
		return 2;
	if (argc == 3)
		peer_call(argv[2], "bench_linux_loader", &loader, sizeof(loader));
	must(ab_host_file_map(&file, argv[1], &why), &why);
	payload.kernel = file.bytes;
	work = work_for(&plan, small_machine(file.bytes), &payload);
	must(ab_plan_make(&plan, small_machine(file.bytes), &payload, work, &why), &why);
	for (uint32_t i = 0; i < plan.kernel.elf.n_segments; i++)
		bytes += plan.kernel.elf.segment[i].file_size;
	report_value("load.bytes", bytes);
	report_value("load.around", ab_plan_region(&plan, AB_REGION_KERNEL)->size - bytes);
	check_huge(argv[1], &plan);
	compare(argv[1], &plan, work);
	bench_file(argv[1], &plan, work);
	return 0;
}
