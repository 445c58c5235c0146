/* SPDX-License-Identifier: BSD-2-Clause */
/* Print the VMs of a bundle: fit_bundle FILE. */
#include "el2/bundle.h"

#include <aetherboot/host.h>

#include <inttypes.h>
#include <stdio.h>

static const char *name_of(const struct ab_fit_image *image)
{
	return image->node != 0 ? image->name : "-";
}

static void put(const struct el2_bundle_vm *vm)
{
	printf("%s kernel=%s ramdisk=%s fdt=%s cpus=%" PRIu32, vm->name, name_of(&vm->kernel),
	       name_of(&vm->ramdisk), name_of(&vm->overlay), vm->n_cpus);
	for (uint32_t i = 0; vm->listed && i < vm->n_cpus; i++)
		printf("%c%d", i == 0 ? ':' : ',', vm->cpu[i]);
	printf(" memory=%" PRIu64 " staging=%" PRIu64 " tables=%s capabilities=%" PRIu32
	       " restarts=%" PRIu32 " bootargs=%s\n",
	       vm->memory, vm->staging, vm->tables == AB_TABLES_ACPI ? "acpi" : "fdt",
	       vm->capabilities, vm->restarts, vm->bootargs != NULL ? vm->bootargs : "-");
}

int main(int argc, char **argv)
{
	static struct el2_bundle bundle;
	struct ab_host_file file;
	struct ab_error why;
	struct ab_fit fit;
	char text[256];

	if (argc != 2)
		return fprintf(stderr, "usage: fit_bundle FILE\n"), 2;
	if (ab_host_file_map(&file, argv[1], &why) != AB_OK ||
	    ab_fit_open(&fit, file.bytes, &why) != AB_OK ||
	    el2_bundle_read(&bundle, &fit, &why) != AB_OK) {
		ab_error_text(&why, text, sizeof(text));
		return fprintf(stderr, "%s\n", text), 1;
	}
	for (size_t i = 0; i < bundle.n; i++)
		put(&bundle.vm[i]);
	ab_host_file_unmap(&file);
	return 0;
}
