/* SPDX-License-Identifier: BSD-2-Clause */
/* What a VM boots for which images were staged. */
#include "el2_guest_world.h"

/* Stage an image that is 1 bit different from the bundle's at each of its pages. */
static void stage(struct el2_vm *vm, unsigned int image, size_t at, const uint8_t *data,
		  size_t size)
{
	uint8_t *to = &cached[MEMORY + at];

	memcpy(to, data, size);
	for (size_t i = 4095; i < size; i += 4096)
		to[i] ^= 1;
	vm->stage.pa = vm->pa + MEMORY;
	vm->stage.image[image].at = at;
	vm->stage.image[image].size = size;
	ab_sha256(to, size, vm->stage.image[image].digest);
}

static void test_staged(void **state)
{
	static const uint8_t none[AB_SHA256_SIZE];
	struct el2_vm *vm = begin(0, AB_TABLES_FDT, 0);
	const uint8_t *boots = coherent;

	(void)state;
	stage(vm, 0, 8192, kernel, sizeof(kernel));
	load(vm);
	assert_memory_equal(boots, &cached[MEMORY + 8192], sizeof(kernel));
	assert_memory_equal(vm->digest[0], vm->stage.image[0].digest, AB_SHA256_SIZE);
	assert_true(contains(ramdisk, sizeof(ramdisk))); /* the bundle's */
	stage(vm, 1, 0, ramdisk, 5000);
	vm->verified = false;
	memset(coherent, 0, sizeof(coherent));
	memset(vm->digest, 0xff, sizeof(vm->digest));
	load(vm);
	assert_true(contains(&cached[MEMORY], 5000));
	assert_false(contains(ramdisk, sizeof(ramdisk)));
	assert_memory_equal(vm->digest[1], vm->stage.image[1].digest, AB_SHA256_SIZE);
	assert_memory_equal(vm->digest[2], none, AB_SHA256_SIZE);
	/* the bundle's again */
	vm->stage.image[0].size = vm->stage.image[1].size = 0;
	vm->verified = false;
	load(vm);
	assert_memory_equal(boots, kernel, sizeof(kernel));
	assert_true(contains(ramdisk, sizeof(ramdisk)));
}

/* Nothing of an image with another digest reaches the memory, and whoever waits for the digest can
 * stop it. */
static void test_wrong_digest(void **state)
{
	static const size_t sizes[] = { KERNEL_SIZE, 5000, 700 };

	(void)state;
	for (unsigned int i = 0; i < EL2_CALLS_IMAGES; i++) {
		struct el2_vm *vm = begin(0, AB_TABLES_FDT, 0);

		stage(vm, i, 4096, kernel, sizes[i]);
		cached[MEMORY + 4096 + sizes[i] - 1] ^= 0x80;
		el2_fake.asked = 0;
		assert_string_equal(el2_guest_load(vm), "a staged image has another digest");
		assert_int_equal(el2_fake.cleaned, 0);
		assert_false(vm->verified);
		assert_non_null(strstr(el2_fake.text, "el2: one: stage.digest: "));
		assert_true(el2_life_stop(vm, "stopped", EL2_WISH_OFF));
		assert_string_equal(el2_guest_load(vm), "its loading was stopped");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_staged),
		cmocka_unit_test(test_wrong_digest),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
