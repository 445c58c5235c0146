/* SPDX-License-Identifier: BSD-2-Clause */
/* aetherboot-el2-check: would the hypervisor admit this bundle on this machine? It decides by the
 * hypervisor's own code. */
#include "machine.h"
#include "el2/admit.h"

#include <aetherboot/host.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* The hypervisor's own memory: its place is the loader's choice, its size is about this. */
#define IMAGE (4 * AB_MiB)

static struct el2_node node;

static int fail(const char *what, const struct ab_error *why)
{
	char text[400];

	(void)ab_error_text(why, text, sizeof(text));
	(void)fprintf(stderr, "aetherboot-el2-check: %s: %s\n", what, text);
	return 1;
}

/* The CPU that boots is the first one, as far as a tree tells. */
static uint64_t boot_cpu(struct ab_bytes tree)
{
	struct ab_fdt_cpu cpu = { 0, false, false };
	struct ab_fdt_info info = { .cpus = { &cpu, 1, 0 } };
	struct ab_error why;

	/* lists that are too short are no matter here */
	return ab_fdt_read(tree, &info, &why) && why.code != AB_ERR_NOSPACE ? 0 : cpu.mpidr;
}

static enum ab_err read_machine(struct ab_bytes tree, uint64_t bundle, struct ab_error *why)
{
	uint64_t at = 0;
	enum ab_err err;

	node.s2_cpu = (struct ab_s2_cpu){ .pa_bits = 48, .vmid_bits = 8, .granule_4k = true };
	bundle = (bundle + 4095) & ~UINT64_C(4095); /* of a file, so it does not wrap */
	if ((err = el2_facts_read(&node.facts, tree, boot_cpu(tree), why)) ||
	    (err = el2_memory_init(&node.memory, &node.facts, why)) ||
	    (err = el2_memory_find(&node.memory, IMAGE, 2 * AB_MiB, "the hypervisor's image", &at,
				   why)))
		return err;
	return el2_memory_find(&node.memory, bundle, 4096, "the bundle", &at, why);
}

/* What loading would find, without a byte of guest memory. */
static enum ab_err plan(struct el2_vm *vm, struct ab_error *why)
{
	struct ab_work work = { NULL, 0 };
	struct el2_guest *g = &vm->guest;
	enum ab_err err = ab_plan_work(&g->plan, &g->machine, &g->payload, &work.size, why);

	if (err != AB_OK)
		return err;
	/* its gzip needs the same for each stream, and no more than there is; this host's may need
	 * more */
	if (g->plan.kernel.begins != AB_CODEC_GZIP || work.size < vm->work.size)
		work.size = vm->work.size;
	work.data = malloc(work.size);
	if (work.data == NULL)
		return ab_fail(why, AB_ERR_NOSPACE, "memory", work.size, "no memory");
	err = ab_plan_make(&g->plan, &g->machine, &g->payload, work, why);
	free(work.data);
	if (err == AB_OK && g->plan.kernel.file.is_uki) /* the hypervisor's library has no reader */
		return ab_fail(why, AB_ERR_UNSUPPORTED, "Unified Kernel Image", 0,
			       "this build reads none");
	return err;
}

static void show(const struct el2_vm *vm)
{
	const struct el2_bundle_vm *s = vm->spec;

	printf("%s: CPUs", s->name);
	for (uint32_t i = 0; i < s->n_cpus; i++)
		printf(" %" PRIu32, vm->vcpu[i]->cpu);
	printf(", memory 0x%" PRIx64 " bytes at 0x%" PRIx64 ", tables %s%s%s%s%s\n", s->memory,
	       vm->ipa, s->tables == AB_TABLES_ACPI ? "acpi" : "fdt",
	       (s->capabilities & EL2_CAP_MANAGE) != 0 ? ", manages" : "",
	       (s->capabilities & EL2_CAP_VIRTIO) != 0 ? ", virtio" : "",
	       (s->capabilities & EL2_CAP_RTC) != 0 ? ", rtc" : "",
	       (s->capabilities & EL2_CAP_LOG) != 0 ? ", log" : "");
	printf("  kernel %s, ramdisk %s, restarts %" PRIu32 ", command line %s\n", s->kernel.name,
	       s->ramdisk.node != 0 ? s->ramdisk.name : "none", s->restarts,
	       s->bootargs != NULL ? s->bootargs : "none");
}

static int check(struct ab_bytes tree, struct ab_bytes bundle)
{
	const struct ab_s2_ops ops = el2_host_ops();
	struct ab_error why;

	if (read_machine(tree, bundle.size, &why))
		return fail("the machine", &why);
	if (ab_fit_open(&node.fit, bundle, &why) ||
	    el2_bundle_read(&node.bundle, &node.fit, &why) || el2_admit(&node, &ops, &why))
		return fail("the bundle", &why);
	for (uint32_t i = 0; i < node.n_vms; i++)
		if (plan(&node.vms[i], &why))
			return fail(node.vms[i].spec->name, &why);
	for (uint32_t i = 0; i < node.n_vms; i++)
		show(&node.vms[i]);
	return 0;
}

int main(int argc, char **argv)
{
	struct ab_host_file tree, bundle;
	struct ab_error why;

	if (argc != 3) {
		(void)fprintf(stderr, "usage: aetherboot-el2-check TREE BUNDLE\n"
				      "Whether aetherboot-el2 would run the VMs of BUNDLE, a FIT "
				      "image, on the machine\nthat TREE, a devicetree blob, "
				      "describes; and what each would get.\n");
		return 2;
	}
	if (ab_host_file_map(&tree, argv[1], &why) || ab_host_file_map(&bundle, argv[2], &why))
		return fail("cannot read", &why);
	return check(tree.bytes, bundle.bytes);
}
