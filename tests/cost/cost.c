/* SPDX-License-Identifier: BSD-2-Clause */
/* One costly kernel per run, under a counter of instructions: cost.py judges. Prints the error's
 * sentence, or "ok". */
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

	if (strcmp(what, "notes") == 0)
		return notes();
	if (strcmp(what, "kernel") == 0)
		return kernel(argv[2], 8 * AB_MiB, false);
	if (strcmp(what, "hole") == 0)
		return kernel(argv[2], AB_GiB, true);
	fputs("usage: cost notes - | kernel|hole FILE\n", stderr);
	return 2;
}
