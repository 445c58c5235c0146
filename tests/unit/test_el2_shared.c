/* SPDX-License-Identifier: BSD-2-Clause */
/* A window of two VMs: who gets one, what of it each can reach, when it is erased, and who hears
 * whom. */
#include "el2_node_world.h"

#include <stdlib.h>

#define WINDOW UINT64_C(0x3000) /* its bytes */
#define AT UINT64_C(0x20000000) /* where a worker finds it */
#define SHARED 44

/* Three VMs, of which the first and the last share a window. */
static void begin(uint32_t capabilities)
{
	static const char *const names[] = { "one", "two", "three" };

	node_begin(4, 64 * AB_MiB, 0);
	el2_fake.outer[0] = &node.vms[0].window.lock;
	for (uint32_t i = 0; i < 3; i++) {
		struct el2_bundle_vm *vm =
		    node_vm(names[i], 1, 2 * AB_MiB, i == 2 ? capabilities : 0);

		vm->shared = i != 1 ? "mail" : NULL;
		vm->shared_size = i != 1 ? WINDOW : 0;
	}
}

static void admit(uint32_t capabilities)
{
	struct ab_error why;

	begin(capabilities);
	assert_ok(node_admit(&why), &why, "admission");
}

/* The bytes behind a VM's page, or 0. */
static uint64_t pa_of(const struct el2_vm *vm, uint64_t ipa)
{
	struct ab_s2_entry e;

	assert_true(ab_s2_query(&vm->s2, ipa, &e));
	if (e.kind != AB_S2_LEAF)
		return 0;
	assert_int_equal(e.attr.access, AB_S2_RW);
	assert_int_equal(e.attr.memory, AB_S2_WB);
	return e.pa + (ipa - e.ipa);
}

static void test_mapped_into_both(void **state)
{
	(void)state;
	for (unsigned int manages = 0; manages < 2; manages++) {
		const struct el2_vm *a = &node.vms[0], *b = &node.vms[1], *c = &node.vms[2];
		uint64_t pa;

		admit(manages ? EL2_CAP_MANAGE : 0);
		pa = a->window.pa;
		assert_true(a->shared == &a->window && c->shared == &a->window);
		assert_true(a->sharer == c && c->sharer == a);
		assert_true(a->shared_ipa == AT && c->shared_ipa == (manages ? pa : AT));
		assert_null(b->shared);
		for (uint64_t off = 0; off < WINDOW; off += 0x1000) {
			assert_true(pa_of(a, AT + off) == pa + off);
			assert_true(pa_of(c, c->shared_ipa + off) == pa + off);
			assert_true(pa_of(b, AT + off) == 0);
		}
		/* nor is anything of it anybody's RAM, with the page behind it */
		for (uint32_t i = 0; i < 3; i++) {
			const struct el2_vm *vm = &node.vms[i];

			assert_true(pa + WINDOW + 0x1000 <= vm->pa || vm->pa + 2 * AB_MiB <= pa);
			assert_true(pa_of(vm, AT - 4096) == 0 && pa_of(vm, AT + WINDOW) == 0);
			assert_true(i == 1 || pa_of(vm, vm->shared_ipa + WINDOW) == 0);
		}
	}
}

static void test_refused(void **state)
{
#define TWO "two VMs must name each window"
	static const struct {
		const char *name[3];
		uint64_t size; /* of the third one's */
		struct expected want;
		const char *who;
	} rows[] = {
		{ { "mail", NULL, NULL }, 0, { AB_ERR_ARG, "bundle.shared", 1, TWO }, "one" },
		{ { NULL, "mail", "mai" }, WINDOW, { AB_ERR_ARG, "bundle.shared", 1, TWO }, "two" },
		{ { "a", "b", "a" }, WINDOW, { AB_ERR_ARG, "bundle.shared", 1, TWO }, "two" },
		{ { "w", "w", "w" }, WINDOW, { AB_ERR_ARG, "bundle.shared", 3, TWO }, "one" },
		{ { NULL, "w", "w" },
		  WINDOW + 0x1000,
		  { AB_ERR_ARG, "bundle.shared-size", WINDOW, "must be that of the other VM" },
		  "two" },
		{ { "w", "w", NULL },
		  0,
		  { AB_ERR_NOSPACE, "one", 64 * AB_MiB, "no such piece of RAM is free" },
		  NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const bool large = rows[i].who == NULL;
		struct ab_error why;

		begin(0);
		for (uint32_t n = 0; n < 3; n++) {
			node.bundle.vm[n].shared = rows[i].name[n];
			node.bundle.vm[n].shared_size = n == 2  ? rows[i].size
							: large ? 64 * AB_MiB - 0x1000
								: WINDOW;
		}
		assert_int_equal(node_admit(&why), rows[i].want.code);
		assert_string_equal(why.what, rows[i].want.what);
		assert_true(why.value == rows[i].want.value);
		assert_string_equal(why.other, rows[i].want.other);
		if (!large)
			assert_string_equal(why.name, rows[i].who);
	}
}

/* The bytes of the window, as a guest without caches sees them. */
static bool is_clear(void)
{
	for (size_t i = 0; i < WINDOW; i++)
		if (el2_fake.coherent[i] != 0)
			return false;
	return true;
}

static void dirty(void)
{
	memset(el2_fake.cached, 0xd1, WINDOW);
	memset(el2_fake.coherent, 0xd1, WINDOW);
}

/* It is erased when neither VM is loaded any more. */
static void test_erased(void **state)
{
	struct el2_vm *a = &node.vms[0], *c = &node.vms[2];

	(void)state;
	admit(0);
	el2_fake.memory = a->window.pa;
	el2_fake.memory_size = WINDOW;
	el2_fake.cached = malloc(WINDOW);
	el2_fake.coherent = malloc(WINDOW);
	dirty();
	el2_shared_leave(c); /* before its first life: nothing is known of memory */
	assert_true(is_clear());
	el2_shared_join(c);
	dirty();
	el2_shared_leave(a); /* the other one has it */
	assert_false(is_clear());
	el2_shared_join(a);
	el2_shared_leave(c);
	assert_false(is_clear());
	el2_shared_join(c);
	el2_shared_leave(c);
	el2_shared_leave(a);
	assert_true(is_clear());
	assert_int_equal(el2_fake.cleaned, el2_fake.asked);
	/* one that has no window has nothing to do */
	el2_fake.asked = el2_fake.locks = 0;
	el2_shared_join(&node.vms[1]);
	el2_shared_leave(&node.vms[1]);
	assert_int_equal(el2_fake.asked + el2_fake.locks, 0);
	free(el2_fake.cached);
	free(el2_fake.coherent);
}

static bool rang(const struct el2_vm *vm)
{
	return vm->gic.spis[1].pending >> SHARED % 32 & 1;
}

/* A write to the page behind the window reaches the other VM, if it is loaded; nobody else. */
static void test_rings(void **state)
{
	(void)state;
	for (unsigned int from = 0; from < 3; from += 2) {
		struct el2_vm *vm = &node.vms[from], *other = &node.vms[2 - from];
		const struct dev_bus_range *r = NULL;

		admit(0);
		for (uint32_t i = 0; i < 3; i++)
			node.vms[i].gic.spis[1].edge = UINT32_MAX;
		for (size_t i = 0; i < vm->bus.n; i++)
			if (vm->bus.at[i].base == AT + WINDOW)
				r = &vm->bus.at[i];
		assert_non_null(r);
		assert_true(r->size == 0x1000 && r->read == NULL);
		r->write(r->dev, 0, 4, 0);
		assert_false(rang(other));
		other->shared->loaded = 1u << vm->slot;
		r->write(r->dev, 0, 4, 1);
		assert_false(rang(other));
		other->shared->loaded = 1u << other->slot;
		r->write(r->dev, 0xffc, 4, 0);
		assert_true(rang(other));
		assert_false(rang(vm) || rang(&node.vms[1]));
		/* its line is low again: the next ring is an edge */
		assert_int_equal(other->gic.spis[1].line, 0);
		/* the one without a window has neither the register nor the interrupt */
		for (size_t i = 0; i < node.vms[1].bus.n; i++)
			assert_true(node.vms[1].bus.at[i].base != AT + WINDOW);
		assert_false(node.vms[1].gic.spis[1].owned >> SHARED % 32 & 1);
	}
}

/* How often bytes occur. */
static unsigned int count(const uint8_t *in, size_t n, const void *what, size_t size)
{
	unsigned int found = 0;

	for (size_t i = 0; i + size <= n; i++)
		found += memcmp(in + i, what, size) == 0;
	return found;
}

/* In the DSDT: a device with the window and the page behind it, for those that share. A 64-bit
 * range of AML has its ends in little-endian words, an interrupt its number. */
static void test_dsdt(void **state)
{
	static uint8_t table[8192];
	const uint64_t ends[][2] = { { AT, AT + WINDOW - 1 },
				     { AT + WINDOW, AT + WINDOW + 0xfff } };

	(void)state;
	begin(0);
	for (uint32_t i = 0; i < 3; i++)
		node.bundle.vm[i].tables = AB_TABLES_ACPI;
	assert_ok(node_admit(NULL), NULL, "admission");
	for (uint32_t slot = 0; slot < 3; slot++) {
		const unsigned int want = slot != 1;
		struct ab_buf b = ab_buf_over(table, sizeof(table));

		ab_acpi_dsdt(&node.vms[slot].guest.machine, &b);
		assert_in_range(b.len, 100, sizeof(table));
		assert_int_equal(count(table, b.len, "AEBM0003", 9), want);
		assert_int_equal(count(table, b.len, "\x2c\0\0\0", 4), want);
		for (unsigned int i = 0; i < 2; i++) {
			uint8_t words[16];

			ab_st_le64(words, ends[i][0]);
			ab_st_le64(words + 8, ends[i][1]);
			assert_int_equal(count(table, b.len, words, 16), want);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mapped_into_both),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_erased),
		cmocka_unit_test(test_rings),
		cmocka_unit_test(test_dsdt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
