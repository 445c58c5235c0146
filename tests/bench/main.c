/* SPDX-License-Identifier: BSD-2-Clause */
/* aetherboot-bench: times as tab-separated nanoseconds; run.py compares them and tells people. */
#define _GNU_SOURCE
#include "bench.h"

#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#define HUGE_PAGE ((size_t)2 << 20)

const char *pages_name(enum pages pages)
{
	return pages == PAGES_HUGE ? "huge" : "4k";
}

uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

void note(struct series *s, int round, uint64_t ns)
{
	if (round >= 0)
		s->ns[round] = ns;
}

static int ascending(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void report(struct series *s)
{
	qsort(s->ns, ROUNDS, sizeof(s->ns[0]), ascending);
	printf("%s\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\n", s->name,
	       (s->ns[ROUNDS / 2 - 1] + s->ns[ROUNDS / 2]) / 2, s->ns[0], s->ns[ROUNDS - 1]);
	fflush(stdout);
}

void report_value(const char *name, uint64_t value)
{
	printf("%s\t%" PRIu64 "\n", name, value);
	fflush(stdout);
}

void die(const char *what)
{
	perror(what);
	exit(1);
}

void must(enum ab_err err, const struct ab_error *why)
{
	char text[256];

	if (err == AB_OK)
		return;
	ab_error_text(why, text, sizeof(text));
	fprintf(stderr, "aetherboot-bench: %s\n", text);
	exit(1);
}

void peer_call(const char *library, const char *name, void *pointer, size_t size)
{
	void *lib = dlopen(library, RTLD_NOW), *symbol = lib != NULL ? dlsym(lib, name) : NULL;

	if (symbol == NULL) {
		fprintf(stderr, "aetherboot-bench: %s\n", dlerror());
		exit(1);
	}
	memcpy(pointer, &symbol, size); /* ISO C converts no such pointers */
}

struct ab_spans fresh_ram(struct ab_span *span, struct ab_ram_list ram, enum pages pages)
{
	struct ab_error why;

	must(ab_host_ram_map(span, ram, &why), &why);
	for (size_t i = 0; i < ram.n; i++)
		if (madvise(span[i].host, (size_t)span[i].size,
			    pages == PAGES_HUGE ? MADV_HUGEPAGE : MADV_NOHUGEPAGE) != 0)
			die("madvise");
	return (struct ab_spans){ span, ram.n };
}

struct ab_work work_for(struct ab_plan *plan, const struct ab_machine *machine,
			const struct ab_payload *payload)
{
	struct ab_work work;
	struct ab_error why;

	must(ab_plan_work(plan, machine, payload, &work.size, &why), &why);
	work.data = aligned_alloc(HUGE_PAGE, (work.size + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1));
	if (work.data == NULL)
		die("work memory");
	/* a codec's window; a small one would cost more than it saves */
	if (work.size >= HUGE_PAGE)
		madvise(work.data, work.size, MADV_HUGEPAGE);
	return work;
}

void load(const struct ab_machine *machine, const struct ab_payload *payload, struct ab_mem mem,
	  struct ab_work work)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_error why;

	must(ab_plan_make(&plan, machine, payload, work, &why), &why);
	must(ab_plan_place(&plan, mem, work, &why), &why);
}

uint8_t *segment_at(const struct ab_plan *plan, uint32_t index, const struct ab_spans *ram)
{
	uint64_t gpa = plan->kernel.elf.segment[index].paddr;

	if (plan->machine->arch == AB_ARCH_ARM64) /* which is virtual, as Linux has it */
		gpa += ab_plan_region(plan, AB_REGION_KERNEL)->base - plan->kernel.elf.base;
	return (uint8_t *)ram->at[0].host + (gpa - plan->machine->ram.at[0].base);
}

uint64_t touch(const struct ab_plan *plan, const struct ab_spans *ram, bool write)
{
	uint64_t t = now_ns();

	for (uint32_t i = 0; i < plan->kernel.elf.n_segments; i++)
		for (uint64_t off = 0; off < plan->kernel.elf.segment[i].file_size; off += 4096) {
			volatile uint8_t *p = segment_at(plan, i, ram) + off;
			uint8_t v = *p;

			if (write)
				*p = v;
		}
	return now_ns() - t;
}

static const struct ab_machine small = {
	.arch = AB_ARCH_X86_64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 512 * AB_MiB }),
	.devs = AB_LIST(struct ab_dev, { .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 }),
};

static const struct ab_machine small_arm64 = {
	.arch = AB_ARCH_ARM64,
	.n_cpus = 1,
	.ram = AB_LIST(struct ab_ram, { .base = 0x40000000, .size = 512 * AB_MiB }),
	.arm64.gic = { .dist = 0x08000000,
		       .redist = AB_LIST(struct ab_range, { 0x080a0000, 0x20000 }) },
	.devs = AB_LIST(struct ab_dev, { .type = AB_DEV_UART_PL011, .base = 0x9000000, .irq = 33 }),
};

const struct ab_machine *small_machine(struct ab_bytes kernel)
{
	const uint8_t *p = kernel.data;
	bool image = kernel.size > 64 && memcmp(p + 56, "ARM\x64", 4) == 0;

	return image || ab_codec_detect(kernel) != AB_CODEC_NONE ? &small_arm64 : &small;
}

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *args;
} measurements[] = {
	{ "tables", bench_tables, "" },
	{ "acpi", bench_acpi_peer, " PEERS.SO" },
	{ "fdt", bench_fdt, " DIR [PEERS.SO]" },
	{ "sums", bench_sums, " FILE OUT" },
	{ "sums-once", bench_sums_once, " FILE" },
	{ "load", bench_load, " VMLINUX|IMAGE [PEERS.SO]" },
	{ "self", bench_self, " BZIMAGE [PEERS.SO]" },
	{ "inplace", bench_inplace, " PACKED IMAGE" },
	{ "unpack", bench_unpack, " KERNEL TOOL PAYLOAD OUT" },
	{ "unpack-once", bench_unpack_once, " KERNEL linux|pvh 4k|huge [OUT]" },
	{ "guest", bench_guest, " VMLINUX copy|map 4k|huge" },
};

int main(int argc, char **argv)
{
	size_t n = sizeof(measurements) / sizeof(measurements[0]);

	for (size_t i = 0; i < n; i++)
		if (argc > 1 && strcmp(argv[1], measurements[i].name) == 0)
			return measurements[i].run(argc - 1, argv + 1);
	for (size_t i = 0; i < n; i++)
		fprintf(stderr, "usage: aetherboot-bench %s%s\n", measurements[i].name,
			measurements[i].args);
	return 2;
}
