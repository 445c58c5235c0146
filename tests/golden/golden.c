/* SPDX-License-Identifier: BSD-2-Clause */
/* Everything that a guest of each named machine gets, as text, compared with the kept one: the
 * plan, each region's bytes by their CRC, the registers of the first and the last CPU. The same
 * program runs on hosts of other word sizes and byte orders: the text must be the same there.
 *
 * usage: golden EXPECTED-FOLDER [--update] */
#include "machines.h"

#include "../unit/arm64_image.h"
#include "../unit/make_multiboot.h"

#include <aetherboot/aetherboot.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- kernels: an ELF with BSS and a PVH note; the same packed into a bzImage in another order; an
 * arm64 Image, and an ELF of kernel virtual addresses; an ELF32 with Multiboot headers, of which
 * the second lets it be loaded high */

static const struct elf_spec arm64_elf = {
	64,
	183,
	0xffff800008000000,
	{ { 0xffff800008000000, 0xffff800008000000, 0x1000, 0x230000 } },
	0,
	false,
};

static uint8_t elf_file[0x8000], bz_file[0x10000], image_file[0x3000], vmlinux_file[0x3000],
    mb_file[0x3000];
static uint8_t seed[32];
static struct ab_bytes elf_kernel, bz_kernel, image, vmlinux, mb_kernel;

static void make_kernels(void)
{
	static const uint32_t high[] = { 0x100000, 0xffffffff, 0x200000, 2 };
	struct mb2 mb2 = mb2_begin(mb_file, 0x240);
	struct bz_spec bz = bz_packed;

	bz.elf = &elf64_reversed;
	elf_kernel = (struct ab_bytes){ elf_file, make_elf(elf_file, &elf64) };
	bz_kernel = (struct ab_bytes){ bz_file, make_bzimage(bz_file, &bz) };
	image = (struct ab_bytes){ image_file,
				   make_image(image_file,
					      &(struct image_spec){ 0, 0x1810000, 0xa, 0x3000 }) };
	vmlinux = (struct ab_bytes){ vmlinux_file, make_elf(vmlinux_file, &arm64_elf) };
	mb_kernel = (struct ab_bytes){ mb_file, make_elf(mb_file, &elf32_pvh) };
	put_mb1(mb_file, 0x220, 3);
	mb2_tag(&mb2, 10, 0, high, 4);
	mb2_end(&mb2);
	for (size_t i = 0; i < sizeof(seed); i++)
		seed[i] = (uint8_t)(i * 7);
}

/* What is booted, and how. */
struct way {
	const char *name;
	const struct ab_bytes *kernel;
	enum ab_protocol protocol;
	enum ab_tables tables; /* USUAL: what the machine has */
};

static const struct way ways_x86[] = {
	{ "linux, ELF", &elf_kernel, AB_PROTOCOL_LINUX, AB_TABLES_USUAL },
	{ "pvh, ELF", &elf_kernel, AB_PROTOCOL_PVH, AB_TABLES_USUAL },
	{ "linux, bzImage", &bz_kernel, AB_PROTOCOL_LINUX, AB_TABLES_USUAL },
	{ "self, bzImage", &bz_kernel, AB_PROTOCOL_SELF, AB_TABLES_USUAL },
	{ "linux32, bzImage", &bz_kernel, AB_PROTOCOL_LINUX32, AB_TABLES_USUAL },
	{ "multiboot, ELF", &mb_kernel, AB_PROTOCOL_MULTIBOOT, AB_TABLES_USUAL },
	{ "multiboot2, ELF", &mb_kernel, AB_PROTOCOL_MULTIBOOT2, AB_TABLES_USUAL },
	{ "flat32, unread bzImage", &bz_kernel, AB_PROTOCOL_FLAT32, AB_TABLES_USUAL },
};

static const struct way ways_arm64[] = {
	{ "device tree, Image", &image, AB_PROTOCOL_AUTO, AB_TABLES_FDT },
	{ "ACPI, Image", &image, AB_PROTOCOL_AUTO, AB_TABLES_ACPI },
	{ "device tree, ELF", &vmlinux, AB_PROTOCOL_LINUX, AB_TABLES_FDT },
	{ "device tree, flat Image", &image, AB_PROTOCOL_FLAT, AB_TABLES_FDT },
};

/* ---- a sink that keeps a CRC a region, and sees that the rules are kept */

struct seen {
	struct ab_buf *out;
	const struct ab_region *region;
	uint64_t at; /* bytes of it so far */
	uint64_t end; /* of the region before */
	uint32_t crc;
};

static void finish(struct seen *s)
{
	if (s->region == NULL)
		return;
	ab_put_hex(s->out, s->region->base, 12);
	ab_put_str(s->out, " ");
	ab_put_hex(s->out, s->at, 8);
	ab_put_str(s->out, s->at == s->region->size ? " crc " : " SHORT crc ");
	ab_put_hex(s->out, s->crc, 8);
	ab_put_str(s->out, " ");
	ab_put_str(s->out, s->region->name);
	ab_put_str(s->out, "\n");
	s->end = s->region->base + s->region->size;
	s->region = NULL;
}

static enum ab_err see(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
		       size_t len)
{
	static const uint8_t zeros[4096];
	struct seen *s = ctx;

	if (s->region != r) {
		finish(s);
		if (r->base < s->end || off != 0)
			return AB_ERR_MEM;
		s->region = r;
		s->at = 0;
		s->crc = 0;
	}
	if (off != s->at || len == 0 || len > r->size - off)
		return AB_ERR_MEM;
	s->at += len;
	if (src != NULL)
		s->crc = ab_crc32(s->crc, src, len);
	for (size_t n; src == NULL && len != 0; len -= n) {
		n = len < sizeof(zeros) ? len : sizeof(zeros);
		s->crc = ab_crc32(s->crc, zeros, n);
	}
	return AB_OK;
}

/* ---- one machine */

#define LONG 16384 /* a text of a plan as long is kept as its CRC */

static void plan_text(const struct ab_plan *plan, struct ab_buf *out)
{
	const size_t start = out->len;
	uint32_t crc;

	ab_plan_text(plan, out);
	if (out->len - start < LONG || out->len > out->cap)
		return;
	crc = ab_crc32(0, out->data + start, out->len - start);
	ab_put_str(out, "\n");
	out->len = start;
	ab_put_str(out, "plan as text: crc ");
	ab_put_hex(out, crc, 8);
	ab_put_str(out, "\n");
}

static enum ab_err boot(const struct golden_machine *g, const struct way *way, struct ab_buf *out,
			struct ab_error *why)
{
	static const uint8_t initrds[2][5] = { "one!", "two" };
	static const struct ab_bytes list[] = { { initrds[0], 5 }, { initrds[1], 3 } };
	static const struct ab_module modules[] = { { { initrds[1], 3 }, "words" },
						    { { initrds[0], 5 }, NULL } };
	static struct ab_region room[AB_PLAN_REGIONS + 64];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static struct ab_vcpu cpu;
	struct ab_machine copy = *g->machine, *m = &copy;
	const struct ab_flat flat = { .base = m->ram.at[0].base + 3 * AB_MiB, .size = AB_MiB };
	const struct ab_payload os = { .kernel = *way->kernel,
				       .flat = way->protocol >= AB_PROTOCOL_FLAT
						   ? flat
						   : (struct ab_flat){ 0 },
				       .initrds = { list, 2 },
				       .modules = { modules, way->kernel == &mb_kernel ? 2 : 0 },
				       .cmdline = "console=ttyS0 quiet",
				       .protocol = way->protocol,
				       .rng_seed = { seed, sizeof(seed) },
				       .kaslr_seed = m->arch == AB_ARCH_ARM64 ? 77 : 0,
				       .reserve = g->reserve };
	const struct ab_mem mem = { see, &(struct seen){ .out = out } };
	struct ab_work work = { NULL, 0 };
	enum ab_err err;

	copy.tables = way->tables != AB_TABLES_USUAL ? way->tables : copy.tables;
	err = ab_plan_work(&plan, m, &os, &work.size, why);
	ab_put_str(out, "\n==== ");
	ab_put_str(out, way->name);
	ab_put_str(out, "\n\n");
	if (err != AB_OK)
		return err;
	work.data = malloc(work.size);
	if (work.data == NULL)
		return ab_fail(why, AB_ERR_NOSPACE, "malloc", work.size, NULL);
	memset(work.data, 0xa5, work.size); /* what it holds must not matter */
	err = ab_plan_make(&plan, m, &os, work, why);
	if (err == AB_OK) {
		plan_text(&plan, out);
		ab_put_str(out, "\n");
		err = ab_plan_place(&plan, mem, work, why);
		finish(mem.ctx);
	}
	for (uint32_t i = 0; err == AB_OK && i<m->n_cpus; i += m->n_cpus> 1 ? m->n_cpus - 1 : 1) {
		ab_put_str(out, "\n");
		err = ab_plan_entry(&plan, i, &cpu, why);
		ab_vcpu_text(&cpu, out);
	}
	free(work.data);
	return err;
}

/* The first line in which the texts differ goes to stderr. */
static void tell_difference(const char *path, const char *was, const char *is)
{
	unsigned int line = 1;

	while (*was != '\0' && *was == *is) {
		line += *was == '\n';
		was++;
		is++;
	}
	fprintf(stderr, "%s:%u differs, from there on:\n-%.*s\n+%.*s\n", path, line,
		(int)strcspn(was, "\n"), was, (int)strcspn(is, "\n"), is);
}

static int compare(const char *folder, const char *name, const struct ab_buf *text, bool update)
{
	static char was[1 << 20];
	char path[4096];
	FILE *f;
	size_t n;

	snprintf(path, sizeof(path), "%s/%s/boot.txt", folder, name);
	if (update) {
		f = fopen(path, "wb");
		if (f == NULL || fwrite(text->data, 1, text->len, f) != text->len || fclose(f) != 0)
			return perror(path), 1;
		return 0;
	}
	f = fopen(path, "rb");
	if (f == NULL)
		return perror(path), 1;
	n = fread(was, 1, sizeof(was) - 1, f);
	fclose(f);
	was[n] = '\0';
	if (n == text->len && memcmp(was, text->data, n) == 0)
		return 0;
	tell_difference(path, was, (const char *)text->data);
	return 1;
}

/* Every way of a machine into one text; ACPI not where a VMM has nodes of its own, or asks for a
 * tree. */
static int judge(const struct golden_machine *g, const char *folder, bool update)
{
	static char text[1 << 20];
	const bool arm64 = g->machine->arch == AB_ARCH_ARM64;
	const size_t n = arm64 ? sizeof(ways_arm64) / sizeof(ways_arm64[0])
			       : sizeof(ways_x86) / sizeof(ways_x86[0]);
	struct ab_buf out = ab_buf_over(text, sizeof(text) - 1);
	struct ab_error why;
	char line[160];
	int bad = 0;

	ab_put_str(&out, g->name);
	ab_put_str(&out, "\n");
	for (size_t w = 0; w < n; w++) {
		const struct way *way = arm64 ? &ways_arm64[w] : &ways_x86[w];

		if (g->machine->tables == AB_TABLES_ACPI && way->tables == AB_TABLES_FDT)
			continue;
		if ((g->machine->fdt.nodes != NULL || g->machine->tables == AB_TABLES_FDT) &&
		    way->tables == AB_TABLES_ACPI)
			continue;
		if (g->machine->ram.n > AB_E820_MAX && way->protocol == AB_PROTOCOL_PVH)
			continue; /* Linux would copy entries past the end of its zero page */
		if (boot(g, way, &out, &why) == AB_OK)
			continue;
		ab_error_text(&why, line, sizeof(line));
		fprintf(stderr, "%s, %s: %s\n", g->name, way->name, line);
		bad = 1;
	}
	if (ab_buf_finish(&out, "text", &why) != AB_OK)
		return fprintf(stderr, "%s: text too long\n", g->name), 1;
	text[out.len] = '\0';
	return bad | compare(folder, g->name, &out, update);
}

int main(int argc, char **argv)
{
	int bad = 0;

	if (argc < 2)
		return 2;
	make_kernels();
	for (size_t i = 0; i < golden_machines_n; i++)
		bad |= judge(&golden_machines[i], argv[1], argc > 2);
	for (size_t i = 0; i < golden_arm64_n; i++)
		bad |= judge(&golden_arm64[i], argv[1], argc > 2);
	for (size_t i = 0; i < golden_newer_n; i++)
		bad |= judge(&golden_newer[i], argv[1], argc > 2);
	golden_large_make();
	for (size_t i = 0; i < golden_large_n; i++)
		bad |= judge(&golden_large[i], argv[1], argc > 2);
	return bad;
}
