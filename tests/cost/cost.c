/* SPDX-License-Identifier: BSD-2-Clause */
/* One costly description or kernel per run, under a counter of instructions: cost.py judges. Prints
 * the error's sentence, or "ok". */
#define _GNU_SOURCE
#include <aetherboot/aetherboot.h>

#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static int told(enum ab_err err, const struct ab_error *why)
{
	char text[512] = "ok";

	if (err != AB_OK)
		(void)ab_error_text(why, text, sizeof(text));
	puts(text);
	return 0;
}

/* Do not hand out memory: a failure to get it is the test's own. */
static void *room(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (p == MAP_FAILED) {
		perror("cost: memory");
		exit(2);
	}
	return p;
}

static enum ab_err check(const struct ab_machine *m, struct ab_error *why)
{
	const size_t need = ab_machine_work(m);

	return ab_machine_check(m, (struct ab_work){ room(need), need }, NULL, why);
}

#define NODES ((uint32_t)1024)

/* All distances of 1024 nodes: in order, or each far from the one before. */
static int distances(uint32_t step)
{
	const uint32_t n = NODES * NODES;
	struct ab_distance *d = room(n * sizeof(*d));
	const struct ab_machine m = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 1,
				      .ram = AB_LIST(struct ab_ram, { 0, AB_MiB, 0 }),
				      .distances = { d, n } };
	struct ab_error why;

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t at = i * step % n; /* each once, as step is odd */

		d[i] = (struct ab_distance){ at / NODES, at % NODES, 20 };
		if (d[i].from == d[i].to)
			d[i].value = 10;
	}
	return told(check(&m, &why), &why);
}

/* 65536 CPUs whose ids differ in their upper halves only, in order or not. */
static int cpus(uint32_t step)
{
	const uint32_t n = 65536;
	struct ab_cpu *c = room(n * sizeof(*c));
	const struct ab_machine m = {
		.arch = AB_ARCH_ARM64,
		.n_cpus = n,
		.cpus = { c, n },
		.ram = AB_LIST(struct ab_ram, { AB_GiB, AB_MiB, 0 }),
		.arm64.gic = { .dist = 0x8000000,
			       .redist = AB_LIST(struct ab_range,
						 { 0x2000000000, n * UINT64_C(0x20000) }) },
	};
	struct ab_error why;

	for (uint32_t i = 0; i < n; i++) {
		const uint64_t at = i * step % n;

		c[i].id = (at >> 8) << 32 | (at & 0xff) << 16;
	}
	return told(check(&m, &why), &why);
}

/* An ELF that is a note of 256 MiB of zeros, which is 22 million empty notes. */
static int notes(void)
{
	const size_t size = (size_t)256 << 20;
	Elf64_Ehdr *eh = room(size);
	Elf64_Phdr *ph = (Elf64_Phdr *)(eh + 1);
	struct ab_image img;
	struct ab_error why;

	memcpy(eh->e_ident, "\177ELF\2\1\1", 7);
	eh->e_type = ET_EXEC;
	eh->e_machine = EM_X86_64;
	eh->e_version = 1;
	eh->e_phoff = sizeof(*eh);
	eh->e_phentsize = sizeof(*ph);
	eh->e_phnum = 2;
	ph[0] = (Elf64_Phdr){ .p_type = PT_LOAD, .p_memsz = 1 };
	ph[1] = (Elf64_Phdr){ .p_type = PT_NOTE, .p_offset = 4096, .p_filesz = size - 4096 };
	return told(ab_image_probe(&img, (struct ab_bytes){ eh, size }, &why), &why);
}

static enum ab_err take(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	(void)ctx, (void)r, (void)off, (void)src, (void)len;
	return AB_OK;
}

static const struct ab_machine pc = { .arch = AB_ARCH_X86_64,
				      .n_cpus = 1,
				      .ram = AB_LIST(struct ab_ram, { 0, AB_GiB, 0 }) };

/* Plan and place a kernel file. With a hole behind it, it has all of the room. */
static int kernel(const char *path, size_t most, bool hole)
{
	uint8_t *file = room(most);
	FILE *f = fopen(path, "rb");
	const size_t n = f != NULL ? fread(file, 1, most, f) : 0;
	const struct ab_payload os = { .kernel = { file, hole ? most : n },
				       .protocol = AB_PROTOCOL_LINUX };
	struct ab_region at[AB_PLAN_REGIONS];
	struct ab_plan plan = { .regions = AB_REGIONS(at) };
	struct ab_work work = { NULL, 0 };
	struct ab_error why;
	enum ab_err err;

	if (f == NULL || fclose(f) != 0)
		return 2;
	if ((err = ab_plan_work(&plan, &pc, &os, &work.size, &why)))
		return told(err, &why);
	work.data = room(work.size);
	if ((err = ab_plan_make(&plan, &pc, &os, work, &why)) ||
	    (err = ab_plan_place(&plan, (struct ab_mem){ take, NULL }, work, &why)))
		return told(err, &why);
	return told(AB_OK, &why);
}

int main(int argc, char **argv)
{
	const char *what = argc == 3 ? argv[1] : "";
	const uint32_t step = argc == 3 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;

	if (strcmp(what, "distances") == 0)
		return distances(step);
	if (strcmp(what, "cpus") == 0)
		return cpus(step);
	if (strcmp(what, "notes") == 0)
		return notes();
	if (strcmp(what, "kernel") == 0)
		return kernel(argv[2], 8 * AB_MiB, false);
	if (strcmp(what, "hole") == 0)
		return kernel(argv[2], AB_GiB, true);
	fputs("usage: cost distances|cpus STEP | notes - | kernel|hole FILE\n", stderr);
	return 2;
}
