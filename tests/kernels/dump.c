/* SPDX-License-Identifier: BSD-2-Clause */
/* Write what the library makes of a kernel: the unpacked file, the placed region, a few numbers.
 */
#include <stdio.h>
#include <stdlib.h>

#include <aetherboot/aetherboot.h>

#include "kernel/kernel_priv.h"

static int complain(const struct ab_error *why)
{
	char text[200];

	ab_error_text(why, text, sizeof(text));
	fprintf(stderr, "%s\n", text);
	return 1;
}

static enum ab_err take(void *ctx, const void *block, size_t size)
{
	return fwrite(block, 1, size, ctx) == size ? AB_OK : AB_ERR_MEM;
}

static enum ab_err place(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			 size_t len)
{
	static const uint8_t zeros[4096];
	enum ab_err err = AB_OK;

	(void)r;
	(void)off; /* ascending without gaps: the unit tests hold that */
	if (src != NULL)
		return take(ctx, src, len);
	for (size_t n; err == AB_OK && len != 0; len -= n) {
		n = len < sizeof(zeros) ? len : sizeof(zeros);
		err = take(ctx, zeros, n);
	}
	return err;
}

static void tell(const char *name, struct ab_bytes part)
{
	printf("%s %zu-%08lx\n", name, part.size, (unsigned long)ab_crc32(0, part.data, part.size));
}

static int dump(struct ab_bytes file, const char *profile, FILE *unpacked, FILE *region)
{
	struct ab_region r = { .kind = AB_REGION_KERNEL, .name = "kernel" };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_work work = { NULL, 0 };
	struct ab_kernel k;

	if (ab_kernel_open_(&k, file, profile, &why) || ab_kernel_need_(&k, true, &work.size, &why))
		return complain(&why);
	work.data = malloc(work.size + 1);
	if (work.data == NULL)
		return 1;
	if (ab_kernel_resolve_(&k, true, work, &why) || ab_kernel_verify_(&k, work, &why) ||
	    ab_kernel_unpack(file, take, unpacked, work, &why))
		return complain(&why);
	r.base = k.elf.base;
	r.size = k.elf.size;
	if (ab_kernel_place_(&k, &(struct ab_cursor){ (struct ab_mem){ place, region }, &r, 0 },
			     work, &why))
		return complain(&why);
	printf("codec %s\nbase %#llx\nentry %#llx\npvh %#x\npasses %u\nwork %zu\n",
	       ab_codec_name(k.codec), (unsigned long long)k.elf.base,
	       (unsigned long long)k.elf.entry, k.elf.pvh_entry, k.passes, work.size);
	tell("initrd", k.file.uki.initrd);
	tell("ucode", k.file.uki.ucode);
	tell("cmdline", k.file.uki.cmdline);
	free(work.data);
	return 0;
}

int main(int argc, char **argv)
{
	FILE *in = argc == 4 || argc == 5 ? fopen(argv[1], "rb") : NULL;
	FILE *unpacked = in != NULL ? fopen(argv[2], "wb") : NULL;
	FILE *region = unpacked != NULL ? fopen(argv[3], "wb") : NULL;
	struct ab_bytes file = { NULL, 0 };
	void *data;
	long size;
	int res;

	if (region == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0 ||
	    fseek(in, 0, SEEK_SET) != 0) {
		fprintf(stderr, "usage: kernel-dump KERNEL UNPACKED REGION [PROFILE]\n");
		return 2;
	}
	data = malloc((size_t)size + 1);
	if (data == NULL || fread(data, 1, (size_t)size, in) != (size_t)size)
		return 2;
	file = (struct ab_bytes){ data, (size_t)size };
	res = dump(file, argc == 5 ? argv[4] : NULL, unpacked, region);
	if (fclose(unpacked) != 0 || fclose(region) != 0)
		res = 2;
	fclose(in);
	free(data);
	return res;
}
