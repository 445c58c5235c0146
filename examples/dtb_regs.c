/* SPDX-License-Identifier: BSD-2-Clause */
/* Read a device tree, and print the registers of each device as a CPU sees them: dtb_regs FILE. The
 * reader takes any bytes, so the file may come from anywhere. */
#include <aetherboot/dtb.h>
#include <aetherboot/host.h>

#include <inttypes.h>
#include <stdio.h>

/* Print a name from a file; a terminal must not see control characters. */
static void print_name(const char *name)
{
	for (; *name != '\0'; name++)
		putchar(*name > ' ' && *name <= '~' ? *name : '?');
}

static void print_path(const struct ab_dtb_walk *w)
{
	for (uint32_t i = 1; i <= w->depth; i++) {
		putchar('/');
		print_name(ab_dtb_name(w->dtb, w->level[i].node));
	}
}

/* [dtb] */
static void print_node(const struct ab_dtb_walk *w)
{
	struct ab_range r;

	for (size_t i = 0; i < ab_dtb_n_regs(w); i++) {
		if (!ab_dtb_reg(w, i, &r))
			continue; /* not an address of the CPU: e.g. a CPU's id, or a chip on a
				     serial bus */
		printf("0x%010" PRIx64 " 0x%-10" PRIx64 " ", r.base, r.size);
		print_path(w);
		printf("%s\n", w->level[w->depth].okay ? "" : " (disabled)");
	}
}
/* [dtb] */

int main(int argc, char **argv)
{
	struct ab_host_file file;
	struct ab_error why;
	struct ab_dtb dtb;
	char text[256];

	if (argc != 2)
		return fprintf(stderr, "usage: dtb_regs FILE\n"), 2;
	if (ab_host_file_map(&file, argv[1], &why) != AB_OK ||
	    ab_dtb_open(&dtb, file.bytes, &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "dtb_regs: %s\n", text), 1;
	}
	for (struct ab_dtb_walk w = { .dtb = &dtb }; ab_dtb_next(&w);)
		print_node(&w);
	ab_host_file_unmap(&file);
	return 0;
}
