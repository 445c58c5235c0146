/* SPDX-License-Identifier: BSD-2-Clause */
/* --plan, --dump and --extract: what would be booted, as text and files. */
#define _GNU_SOURCE
#include "inspect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "end.h"
#include "output.h"
#include "refuse.h"

/* The codec of a kernel file that is packed. */
static enum ab_codec codec_of(struct ab_bytes kernel)
{
	const enum ab_codec codec = ab_codec_detect(kernel);
	struct ab_image image;
	struct ab_error why;

	if (codec != AB_CODEC_NONE || ab_image_probe(&image, kernel, &why) != AB_OK)
		return codec;
	if (image.format == AB_IMAGE_BZIMAGE)
		return ab_codec_detect(image.bz.payload);
	return image.format == AB_IMAGE_ZBOOT ? ab_codec_detect(image.zboot.payload) : codec;
}

struct ab_work vmm_work_map(size_t size, const struct vmm_options *o, struct ab_bytes kernel)
{
	struct ab_work work = { NULL, size };

	if (size == 0)
		return work;
	if (size > o->work_memory)
		vmm_end(VMM_EXIT_BOOT,
			"%s: %zu bytes are needed to unpack the kernel (codec: %s) and to place "
			"the guest; --work-memory allows %llu",
			o->kernel, size, ab_codec_name(codec_of(kernel)),
			(unsigned long long)o->work_memory);
	work.data = mmap(NULL, size, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (work.data == MAP_FAILED)
		vmm_end_errno("work memory");
	if (size >= 2 * AB_MiB) /* a codec's window: it is jumped about in */
		madvise(work.data, size, MADV_HUGEPAGE);
	return work;
}

static void plan_text(const struct ab_plan *plan, struct ab_buf *out)
{
	struct ab_error why;

	ab_plan_text(plan, out);
	for (uint32_t i = 0; i < plan->machine->n_cpus; i++) {
		struct ab_vcpu cpu;

		if (ab_plan_entry(plan, i, &cpu, &why) != AB_OK)
			vmm_end_why(&why);
		ab_put_str(out, "\ncpu ");
		ab_put_dec(out, i);
		ab_put_str(out, "\n");
		ab_vcpu_text(&cpu, out);
	}
}

void vmm_inspect_plan(const struct ab_plan *plan, enum vmm_plan format)
{
	void (*const write)(const struct ab_plan *, struct ab_buf *) =
	    format == VMM_PLAN_JSON ? vmm_inspect_json : plan_text;
	struct ab_buf out = ab_buf_over(NULL, 0);
	char *text;

	write(plan, &out);
	text = malloc(out.len);
	if (text == NULL)
		vmm_end_errno("plan");
	out = ab_buf_over(text, out.len);
	write(plan, &out);
	vmm_output_put(STDOUT_FILENO, text, out.len, "stdout");
	free(text);
}

/* A sink that makes a file of each region; zeros become holes. */
struct dump {
	int fd; /* the region's file */
	char name[64]; /* and its name */
};

static enum ab_err dump_write(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			      size_t len)
{
	struct dump *d = ctx;

	if (off == 0) {
		snprintf(d->name, sizeof(d->name), "%.30s-0x%llx.bin", r->name,
			 (unsigned long long)r->base);
		for (char *c = d->name; *c != '\0'; c++)
			if (*c <= ' ' || *c >= 0x7f || *c == '/')
				*c = '-';
		d->fd = vmm_output_begin(d->name);
	}
	if (ftruncate(d->fd, (off_t)(off + len)) != 0 || lseek(d->fd, (off_t)off, SEEK_SET) < 0)
		vmm_output_errno(d->name);
	if (src != NULL)
		vmm_output_put(d->fd, src, len, d->name);
	return AB_OK;
}

/* Tables by their signatures, as iasl and acpiexec like them; the second of a kind gets a 2. */
static void dump_tables(const struct ab_plan *plan, struct ab_work work)
{
	const struct ab_region *set = ab_plan_region(plan, AB_REGION_ACPI);
	const struct ab_region *facs = ab_plan_region(plan, AB_REGION_FACS);

	for (size_t i = 0; set != NULL && i < ab_acpi_count(&plan->acpi); i++) {
		struct ab_buf out = ab_buf_over(work.data, work.size);
		struct ab_error why;
		char name[32], number[12] = "";
		unsigned int nth = 1;

		for (size_t j = 0; j < i; j++)
			nth += memcmp(ab_acpi_at(&plan->acpi, j).sig,
				      ab_acpi_at(&plan->acpi, i).sig, 4) == 0;
		if (nth > 1)
			snprintf(number, sizeof(number), "%u", nth);
		ab_acpi_write(&plan->acpi, i, set->base, facs != NULL ? facs->base : 0, &out);
		if (ab_buf_finish(&out, "ACPI table", &why) != AB_OK)
			vmm_end_why(&why);
		snprintf(name, sizeof(name), "%.4s%s.dat", ab_acpi_at(&plan->acpi, i).sig, number);
		vmm_output_put(vmm_output_begin(name), work.data, out.len, name);
	}
}

void vmm_inspect_dump(const struct ab_plan *plan, struct ab_work work, const struct vmm_options *o)
{
	struct dump d = { .fd = -1 };
	struct ab_error why;

	vmm_output_folder(o->dump);
	if (ab_plan_place(plan, (struct ab_mem){ dump_write, &d }, work, &why) != AB_OK)
		vmm_refuse(o, &why);
	dump_tables(plan, work);
	vmm_output_done();
}

struct extract {
	int fd;
	const char *path;
};

static enum ab_err extract_block(void *ctx, const void *block, size_t size)
{
	struct extract *e = ctx;

	vmm_output_put(e->fd, block, size, e->path);
	return AB_OK;
}

void vmm_inspect_extract(struct ab_bytes kernel, const struct vmm_options *o)
{
	struct extract e = { -1, o->extract };
	struct ab_work work;
	struct ab_error why;
	size_t size;

	if (ab_kernel_work(kernel, &size, &why) != AB_OK)
		vmm_refuse(o, &why);
	work = vmm_work_map(size, o, kernel);
	e.fd = vmm_output_begin(o->extract);
	if (ab_kernel_unpack(kernel, extract_block, &e, work, &why) != AB_OK)
		vmm_refuse(o, &why);
	vmm_output_done();
	if (size != 0)
		munmap(work.data, size);
}
