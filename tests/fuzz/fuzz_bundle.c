/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as a bundle of VMs: what is read of it keeps the promises of bundle.h. */
#include "el2/bundle.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_vm(const struct el2_bundle_vm *vm, const uint8_t *data, size_t size)
{
	const uint8_t *kernel = vm->kernel.data.data, *args = (const uint8_t *)vm->bootargs;
	uint64_t taken = 0;

	require(vm->node != 0 && strlen(vm->name) >= 1 && strlen(vm->name) <= EL2_BUNDLE_NAME);
	require(vm->kernel.node != 0 && kernel >= data && vm->kernel.data.size <= size);
	require(vm->n_cpus >= 1 && vm->n_cpus <= EL2_BUNDLE_CPUS);
	for (uint32_t i = 0; vm->listed && i < vm->n_cpus; i++) {
		require(vm->cpu[i] < EL2_BUNDLE_CPUS && (taken >> vm->cpu[i] & 1) == 0);
		taken |= UINT64_C(1) << vm->cpu[i];
	}
	require(vm->memory != 0 && vm->memory % 4096 == 0);
	require(vm->tables == AB_TABLES_FDT || vm->tables == AB_TABLES_ACPI);
	require(vm->capabilities < 2 * EL2_CAP_LOG);
	require(args == NULL || (args >= data && args < data + size &&
				 memchr(args, 0, (size_t)(data + size - args)) != NULL));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct el2_bundle bundle;
	struct ab_error why;
	struct ab_fit fit;
	char text[64];
	enum ab_err err;

	if (ab_fit_open(&fit, (struct ab_bytes){ data, size }, &why) != AB_OK)
		return 0;
	err = el2_bundle_read(&bundle, &fit, &why);
	if (err != AB_OK) {
		require(err == AB_ERR_ARG || err == AB_ERR_IMAGE);
		require(bundle.n == 0 && why.code == err && why.what != NULL && why.other != NULL);
		(void)ab_error_text(&why, text, sizeof(text));
		return 0;
	}
	require(bundle.n >= 1 && bundle.n <= EL2_BUNDLE_VMS);
	for (size_t i = 0; i < bundle.n; i++) {
		check_vm(&bundle.vm[i], data, size);
		for (size_t k = 0; k < i; k++)
			require(strcmp(bundle.vm[i].name, bundle.vm[k].name) != 0);
	}
	return 0;
}
