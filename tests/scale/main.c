/* SPDX-License-Identifier: BSD-2-Clause */
/* Run each list's case with one entry, with n and with 2n entries, and each step of the largest
 * machines, for valgrind to count the instructions of each run. scale.py starts it, and judges.
 *
 * usage: valgrind --tool=callgrind --instr-atstart=no scale */
#include "scale.h"

#include "../golden/machines.h"
#include "../unit/arm64_image.h"

#include <valgrind/callgrind.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint8_t elf_file[0x8000], image_file[0x3000];
static struct ab_bytes elf_kernel, image_kernel;

const struct ab_bytes *const scale_elf = &elf_kernel, *const scale_image = &image_kernel;

void *scale_room(size_t n, size_t size)
{
	void *p = calloc(n != 0 ? n : 1, size);

	if (p == NULL)
		abort();
	return p;
}

void scale_must(enum ab_err err, const struct ab_error *why)
{
	char line[256];

	if (err == AB_OK)
		return;
	ab_error_text(why, line, sizeof(line));
	fprintf(stderr, "scale: %s\n", line);
	exit(2);
}

/* ---- the whole pipeline ------------------------------------------------------------------- */

static enum ab_err nowhere(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			   size_t len)
{
	(void)ctx;
	(void)r;
	(void)off;
	(void)src;
	(void)len;
	return AB_OK;
}

static size_t boot(const struct input *in)
{
	const uint32_t cap = (uint32_t)ab_plan_regions(&in->m, &in->os);
	struct ab_plan plan = { .regions = { ROOM(struct ab_region, cap), cap, 0 } };
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	struct ab_vcpu cpu;

	scale_must(ab_plan_work(&plan, &in->m, &in->os, &work.size, &why), &why);
	work.data = scale_room(work.size, 1);
	scale_must(ab_plan_make(&plan, &in->m, &in->os, work, &why), &why);
	scale_must(ab_plan_place(&plan, (struct ab_mem){ nowhere, NULL }, work, &why), &why);
	for (uint32_t i = 0; i < in->m.n_cpus; i++)
		scale_must(ab_plan_entry(&plan, i, &cpu, &why), &why);
	return work.size + cap * sizeof(struct ab_region);
}

/* ---- the controls, which scale.py must find ----------------------------------------------- */

static volatile unsigned int planted_sum;

__attribute__((noinline)) static void planted_walk(size_t n)
{
	for (size_t i = 0; i < n; i++)
		planted_sum += (unsigned int)i;
}

static void make_none(struct input *in, size_t n)
{
	(void)in;
	(void)n;
}

static size_t run_planted(const struct input *in)
{
	for (size_t i = 0; i < in->n; i++)
		planted_walk(i);
	return 0;
}

static size_t run_hungry(const struct input *in)
{
	planted_walk(in->n);
	return in->n * in->n;
}

static size_t run_partly(const struct input *in)
{
	planted_walk(in->n < 256 ? in->n : 256);
	return 0;
}

static size_t run_idle(const struct input *in)
{
	(void)in;
	planted_walk(256);
	return 0;
}

static const struct list controls[] = {
	{ "control: a quadratic loop", 256, make_none, run_planted },
	{ "control: quadratic memory", 256, make_none, run_hungry },
	{ "control: a list of which a part is read", 256, make_none, run_partly },
	{ "control: a list without effect", 256, make_none, run_idle },
};

/* ---- counting ----------------------------------------------------------------------------- */

static void begin(void)
{
	CALLGRIND_START_INSTRUMENTATION;
	CALLGRIND_ZERO_STATS;
}

static void end(const char *name, const char *which, size_t n, size_t memory)
{
	char line[160];

	snprintf(line, sizeof(line), "%s|%s|%zu|%zu", name, which, n, memory);
	CALLGRIND_DUMP_STATS_AT(line);
	CALLGRIND_STOP_INSTRUMENTATION;
}

static void count(const struct list *l, const char *which, size_t n)
{
	struct input in = { .n = n };
	size_t memory;

	l->make(&in, n);
	begin();
	memory = (l->run != NULL ? l->run : boot)(&in);
	end(l->name, which, n, memory);
}

static void count_all(const struct list *lists, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		count(&lists[i], "base", 1);
		count(&lists[i], "n", lists[i].n);
		count(&lists[i], "2n", 2 * lists[i].n);
	}
}

/* ---- the steps of one boot ---------------------------------------------------------------- */

static void count_steps(const struct golden_machine *g)
{
	const struct ab_machine *m = g->machine;
	const struct ab_payload os = { .kernel =
					   m->arch == AB_ARCH_X86_64 ? elf_kernel : image_kernel,
				       .cmdline = "console=ttyS0" };
	const uint32_t cap = (uint32_t)ab_plan_regions(m, &os);
	struct ab_plan plan = { .regions = { ROOM(struct ab_region, cap), cap, 0 } };
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	struct ab_vcpu cpu;
	char name[80];

	snprintf(name, sizeof(name), "steps: %s", g->name);
	scale_must(ab_plan_work(&plan, m, &os, &work.size, &why), &why);
	work.data = scale_room(work.size, 1);
	begin();
	scale_must(ab_plan_make(&plan, m, &os, work, &why), &why);
	end(name, "make", m->n_cpus, 0);
	begin();
	scale_must(ab_plan_place(&plan, (struct ab_mem){ nowhere, NULL }, work, &why), &why);
	end(name, "place", m->n_cpus, 0);
	begin();
	for (uint32_t i = 0; i < m->n_cpus; i++)
		scale_must(ab_plan_entry(&plan, i, &cpu, &why), &why);
	end(name, "entry", m->n_cpus, 0);
}

void scale_lists(struct ab_dev *d, size_t first, size_t n, uint32_t irq)
{
	const size_t rest = n - first < PER_BRIDGE ? n - first : PER_BRIDGE;
	struct ab_pci_route *p = ROOM(struct ab_pci_route, rest);
	struct ab_range *r = ROOM(struct ab_range, rest);

	for (size_t i = 0; i < rest; i++) {
		const size_t at = mixed(i, rest);

		p[i] = (struct ab_pci_route){ (uint8_t)(at / 4), at % 4, irq + (uint32_t)i % 8 };
		r[i] = (struct ab_range){ BRIDGES * 3 + (first + at) * 2 * AB_MiB, AB_MiB };
	}
	d->pcie.routes = (struct ab_pci_route_list){ p, rest };
	d->pcie.more_mmio = (struct ab_range_list){ r, rest };
}

int main(void)
{
	elf_kernel = (struct ab_bytes){ elf_file, make_elf(elf_file, &elf64) };
	image_kernel =
	    (struct ab_bytes){ image_file,
			       make_image(image_file,
					  &(struct image_spec){ 0, 0x1810000, 0xa, 0x3000 }) };
	count_all(controls, sizeof(controls) / sizeof(controls[0]));
	count_all(scale_x86, scale_x86_n);
	count_all(scale_arm64, scale_arm64_n);
	count_all(scale_own, scale_own_n);
	count_all(scale_few, scale_few_n);
	count_all(scale_sinks, scale_sinks_n);
	golden_large_make();
	for (size_t i = 0; i < golden_large_n; i++)
		count_steps(&golden_large[i]);
	return 0;
}
