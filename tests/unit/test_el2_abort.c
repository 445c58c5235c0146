/* SPDX-License-Identifier: BSD-2-Clause */
/* Accesses that Stage 2 stopped: which of them reach a device, what it sees, and what the guest's
 * register then holds. Syndromes by DDI0487, D17.2, ISS of a data abort. */
#include "el2_world.h"

#include "el2/abort.h"

#define ESR UINT64_C(0x92000000) /* data abort from a lower EL, IL */
#define ISV (1u << 24)
#define SAS(log) ((uint32_t)(log) << 22)
#define SSE (1u << 21)
#define SRT(n) ((uint32_t)(n) << 16)
#define SF (1u << 15)
#define CM (1u << 8)
#define S1PTW (1u << 7)
#define WNR (1u << 6)
#define TRANSLATION 0x07 /* level 3 */

static struct el2_vcpu *begin(void)
{
	world_begin(1);
	el2_fake.reg[EL2_VBAR_EL1] = 0x2000;
	world.cpu[0].pstate = UINT64_C(0x60200dc5); /* SS, BTYPE */
	return &world.cpu[0];
}

/* HPFAR_EL2 and FAR_EL2 of an access; the VA has only the offset in the page in common. */
static void aim(uint64_t ipa)
{
	world.cpu[0].hpfar = ipa >> 12 << 4;
	world.cpu[0].far = UINT64_C(0xffff8000deadb000) | (ipa & 0xfff);
}

/* The access is the device's. */
static void emulated(uint64_t ipa, uint32_t iss)
{
	struct el2_vcpu *v = &world.cpu[0], was = *v;
	const unsigned int reads = world.reads, writes = world.writes, touched = el2_fake_writes();

	aim(ipa);
	assert_int_equal(el2_data_abort(v, ESR | iss), EL2_EMULATE);
	assert_true(v->pc == was.pc + 4);
	assert_true(v->pstate == (was.pstate & ~UINT64_C(0x00200c00)));
	world_one_exit(&was, v, EL2_EXIT_DEVICE);
	world_same_registers(&was, v, (iss & WNR) != 0 ? 31 : iss >> 16 & 31);
	assert_int_equal(world.reads, reads + ((iss & WNR) == 0));
	assert_int_equal(world.writes, writes + ((iss & WNR) != 0));
	assert_int_equal(world.len, 1 << (iss >> 22 & 3));
	assert_int_equal(el2_fake_writes(), touched);
}

/* No device sees it, and the guest gets an external abort. */
static void refused(uint64_t ipa, uint32_t iss)
{
	struct el2_vcpu *v = &world.cpu[0], was = *v;
	const unsigned int reads = world.reads, writes = world.writes;

	aim(ipa);
	assert_int_equal(el2_data_abort(v, ESR | iss), EL2_INJECT);
	world_one_exit(&was, v, EL2_EXIT_ABORT);
	world_same_registers(&was, v, 31);
	assert_int_equal(world.reads, reads);
	assert_int_equal(world.writes, writes);
	assert_true(el2_fake.reg[EL2_ELR_EL1] == was.pc);
	assert_int_equal(el2_fake.reg[EL2_ESR_EL1] & 0x3f, 0x10);
	assert_true(el2_fake.reg[EL2_FAR_EL1] == v->far);
	v->pc = was.pc;
	v->pstate = was.pstate;
}

static void test_loads(void **state)
{
	static const struct {
		const char *name;
		uint32_t iss;
		uint64_t high, low; /* of 0x8182838485868788 and 0x0102030405060708 */
	} rows[] = {
		{ "LDRB W", SAS(0), 0x88, 0x08 },
		{ "LDRSB W", SAS(0) | SSE, 0xffffff88, 0x08 },
		{ "LDRSB X", SAS(0) | SSE | SF, UINT64_C(0xffffffffffffff88), 0x08 },
		{ "LDRH W", SAS(1), 0x8788, 0x0708 },
		{ "LDRSH W", SAS(1) | SSE, 0xffff8788, 0x0708 },
		{ "LDRSH X", SAS(1) | SSE | SF, UINT64_C(0xffffffffffff8788), 0x0708 },
		{ "LDR W", SAS(2), 0x85868788, 0x05060708 },
		{ "LDRSW", SAS(2) | SSE | SF, UINT64_C(0xffffffff85868788), 0x05060708 },
		{ "LDR X", SAS(3) | SF, UINT64_C(0x8182838485868788),
		  UINT64_C(0x0102030405060708) },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (uint32_t rt = 0; rt < 31; rt += 10) {
			struct el2_vcpu *v = begin();
			const uint32_t iss = ISV | rows[i].iss | SRT(rt) | TRANSLATION;

			v->x[rt] = UINT64_MAX;
			world.value = UINT64_C(0x8182838485868788);
			emulated(WORLD_DEVICE + 0x18, iss);
			assert_int_equal(world.off, 0x18);
			if (v->x[rt] != rows[i].high)
				fail_msg("%s: %#llx", rows[i].name, (unsigned long long)v->x[rt]);
			v->x[rt] = UINT64_MAX;
			world.value = UINT64_C(0x0102030405060708);
			emulated(WORLD_DEVICE + 0x18, iss);
			if (v->x[rt] != rows[i].low)
				fail_msg("%s: %#llx", rows[i].name, (unsigned long long)v->x[rt]);
		}
}

static void test_stores(void **state)
{
	static const uint64_t want[] = { 0x88, 0x8788, 0x85868788, UINT64_C(0x8182838485868788) };

	(void)state;
	for (uint32_t log = 0; log < 4; log++)
		for (uint32_t rt = 0; rt < 31; rt += 10) {
			struct el2_vcpu *v = begin();

			v->x[rt] = UINT64_C(0x8182838485868788);
			emulated(WORLD_DEVICE + 0x20, ISV | SAS(log) | SRT(rt) | WNR | TRANSLATION);
			assert_int_equal(world.off, 0x20);
			assert_true(world.value == want[log]);
			/* 31 is the zero register */
			emulated(WORLD_DEVICE + 0x20, ISV | SAS(log) | SRT(31) | WNR | TRANSLATION);
			assert_true(world.value == 0);
		}
}

/* A load to the zero register: the device is read, no register changes. */
static void test_load_to_zero(void **state)
{
	(void)state;
	begin();
	world.value = 0x77;
	emulated(WORLD_DEVICE, ISV | SAS(2) | SRT(31) | SF | TRANSLATION);
	assert_int_equal(world.reads, 1);
}

static void test_edges(void **state)
{
	const uint64_t end = WORLD_DEVICE + WORLD_DEVICE_SIZE;

	(void)state;
	begin();
	for (uint32_t log = 0; log < 4; log++)
		for (uint32_t wnr = 0; wnr <= WNR; wnr += WNR) {
			const uint64_t len = UINT64_C(1) << log;
			const uint32_t iss = ISV | SAS(log) | SRT(4) | wnr | TRANSLATION;

			emulated(WORLD_DEVICE, iss);
			assert_int_equal(world.off, 0);
			emulated(end - len, iss);
			assert_int_equal(world.off, WORLD_DEVICE_SIZE - len);
			for (uint64_t part = 1; part < len; part++) {
				refused(end - part, iss);
				refused(WORLD_DEVICE - part, iss);
			}
			refused(WORLD_DEVICE - len, iss);
			refused(end, iss);
			refused(0, iss);
			refused(UINT64_C(0x000ffffffffff000) + 0x1000 - len, iss);
		}
	/* not even where another device begins: it is no access to either */
	world_add(end, 0x10, 0);
	emulated(end, ISV | SAS(3) | TRANSLATION);
	refused(end - 4, ISV | SAS(3) | TRANSLATION);
	refused(end + 0xc, ISV | SAS(3) | TRANSLATION);
}

/* What a device does not take at once it gets not at all. */
static void test_width(void **state)
{
	(void)state;
	begin();
	world_add(0x12000000, 0x100, 4);
	emulated(0x12000000, ISV | SAS(0) | TRANSLATION);
	emulated(0x12000000, ISV | SAS(2) | TRANSLATION);
	refused(0x12000000, ISV | SAS(3) | TRANSLATION);
	refused(0x12000000, ISV | SAS(3) | WNR | TRANSLATION);
}

static void test_without_handlers(void **state)
{
	struct el2_vcpu *v = begin();

	(void)state;
	world.vm.bus.at[0].read = NULL;
	world.vm.bus.at[0].write = NULL;
	aim(WORLD_DEVICE);
	assert_int_equal(el2_data_abort(v, ESR | ISV | SAS(2) | SRT(9) | TRANSLATION), EL2_EMULATE);
	assert_true(v->x[9] == 0xffffffff);
	assert_int_equal(el2_data_abort(v, ESR | ISV | SAS(2) | WNR | TRANSLATION), EL2_EMULATE);
	assert_int_equal(world.reads + world.writes, 0);
}

/* Each fault status code: only where nothing is mapped, a device may be. Table of DFSC. */
static void test_status_codes(void **state)
{
	(void)state;
	for (uint32_t fsc = 0; fsc < 64; fsc++)
		for (uint32_t wnr = 0; wnr <= WNR; wnr += WNR) {
			const uint32_t iss = ISV | SAS(2) | wnr | fsc;

			begin();
			if ((fsc >= 4 && fsc <= 7) ||
			    fsc == 0x2b) /* translation, level 0 to 3, -1 */
				emulated(WORLD_DEVICE, iss);
			else
				refused(WORLD_DEVICE, iss);
		}
}

static void test_refused(void **state)
{
	const uint32_t good = ISV | SAS(2) | SRT(3) | TRANSLATION;
	struct el2_vcpu *v = begin();

	(void)state;
	emulated(WORLD_DEVICE, good);
	refused(WORLD_DEVICE, good & ~ISV); /* a pair, writeback, exclusive, SIMD */
	refused(WORLD_DEVICE, good | S1PTW); /* tables in a device */
	refused(WORLD_DEVICE, good | CM);
	refused(WORLD_DEVICE, good | CM | WNR);
	refused(WORLD_DEVICE, 0x147); /* as hardware says it: without ISV */
	refused(WORLD_RAM, good); /* it is mapped, so only Stage 2's rights can fail */
	v->pstate = 0x10; /* AArch32: conditions and two sizes */
	refused(WORLD_DEVICE, good);
	v->pstate = 0x30;
	refused(WORLD_DEVICE, good);
	v->pstate = 0; /* EL0 may have the device */
	emulated(WORLD_DEVICE, good);
}

/* HPFAR_EL2: FIPA, bits 43:4, is IPA[51:12]; NS is bit 63. FAR_EL2 has bits 11:0. */
static void test_ipa(void **state)
{
	static const struct {
		uint64_t hpfar, far, ipa;
	} rows[] = {
		{ 0, 0, 0 },
		{ 0x10, 0, 0x1000 },
		{ 0x110000, UINT64_C(0xffffffffffffffff), 0x11000fff },
		{ UINT64_C(0xfffffffff0), 0x123, UINT64_C(0xfffffffff123) },
		{ UINT64_C(0x0000080000000000), 0xabc, UINT64_C(0x8000000000abc) },
		{ UINT64_C(0x00000ffffffffff0), 0xfff, UINT64_C(0xfffffffffffff) },
		{ UINT64_C(0xffffffffffffffff), 0xfff, UINT64_C(0xfffffffffffff) },
		{ UINT64_C(0x800000000000000f), UINT64_C(0xdeadbeefdeadb000), 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct el2_vcpu *v = begin();

		world.vm.bus.at[0].base = 0; /* a device everywhere */
		world.vm.bus.at[0].size = UINT64_C(1) << 52;
		v->hpfar = rows[i].hpfar;
		v->far = rows[i].far;
		assert_int_equal(el2_data_abort(v, ESR | ISV | SAS(0) | TRANSLATION), EL2_EMULATE);
		assert_true(world.off == rows[i].ipa && world.reads == 1);
	}
	begin();
	world_add(UINT64_C(0xffffffffff000), 0x1000, 0); /* the last page of 52 bits */
	emulated(UINT64_C(0xffffffffffffc), ISV | SAS(2) | 0x2b);
	assert_int_equal(world.off, 0xffc);
	refused(UINT64_C(0xffffffffffffd), ISV | SAS(2) | 0x2b);
}

/* Registers of the interrupt controller, by a load or store of 32 bits. */
static uint32_t gic_read(uint64_t ipa)
{
	world.cpu[0].x[5] = UINT64_MAX;
	aim(ipa);
	assert_int_equal(el2_data_abort(&world.cpu[0], ESR | ISV | SAS(2) | SRT(5) | TRANSLATION),
			 EL2_EMULATE);
	return (uint32_t)world.cpu[0].x[5];
}

static void gic_write(uint64_t ipa, uint32_t v)
{
	world.cpu[0].x[6] = UINT64_C(0xdead00000000) | v;
	aim(ipa);
	assert_int_equal(
	    el2_data_abort(&world.cpu[0], ESR | ISV | SAS(2) | SRT(6) | WNR | TRANSLATION),
	    EL2_EMULATE);
}

/* Offsets of IHI0069, 12.8 and 12.9: GICD_CTLR 0, GICD_ISENABLER 0x100, GICR_TYPER 8,
 * GICR_ISENABLER0 0x10100 of the redistributor, which has 0x20000 bytes. */
static void test_gic(void **state)
{
	const uint64_t ends[] = { WORLD_GICD + 0x10000, WORLD_GICR + 3 * 0x20000 };

	(void)state;
	world_begin(3);
	gic_write(WORLD_GICD, 2);
	assert_int_equal(gic_read(WORLD_GICD), 0x52); /* EnableGrp1, ARE, DS */
	gic_write(WORLD_GICD + 0x104, 0x102);
	assert_int_equal(gic_read(WORLD_GICD + 0x104), 0x102); /* 33 and 40 are its own */
	assert_true(fake.spi[40].enabled && !fake.spi[33].enabled);
	gic_write(WORLD_GICR + 0x10100, 1u << 27 | 1u << 28 | 1);
	assert_int_equal(gic_read(WORLD_GICR + 0x10100), 1u << 27 | 1);
	assert_true(fake.cpu[WORLD_FIRST].own[27].enabled);
	for (uint32_t i = 0; i < 3; i++) {
		assert_int_equal(gic_read(WORLD_GICR + i * 0x20000 + 8),
				 i << 8 | (i == 2 ? 0x10u : 0));
		assert_int_equal(gic_read(WORLD_GICR + i * 0x20000 + 12), 0x100 + i);
	}
	/* what runs out of a frame is not aligned: it reads as 0, and ignores writes; behind it
	 * nothing is, as no vCPU has that redistributor */
	for (size_t i = 0; i < COUNT(ends); i++) {
		world.cpu[0].x[5] = UINT64_MAX;
		aim(ends[i] - 4);
		assert_int_equal(
		    el2_data_abort(&world.cpu[0], ESR | ISV | SAS(3) | SRT(5) | SF | TRANSLATION),
		    EL2_EMULATE);
		assert_true(world.cpu[0].x[5] == 0);
		assert_int_equal(
		    el2_data_abort(&world.cpu[0], ESR | ISV | SAS(3) | WNR | TRANSLATION),
		    EL2_EMULATE);
		refused(ends[i], ISV | SAS(2) | TRANSLATION);
		refused(ends[i], ISV | SAS(2) | WNR | TRANSLATION);
	}
	refused(WORLD_GICD - 4, ISV | SAS(2) | TRANSLATION);
	refused(WORLD_GICR - 4, ISV | SAS(3) | WNR | TRANSLATION);
	assert_int_equal(world.reads + world.writes, 0);
	assert_int_equal(fake.wrong, 0);
}

/* A GICv2: GICC_DIR's page, and a distributor of one page. IHI0048, 4.1 */
static void test_gicv2(void **state)
{
	struct el2_vgic_cpu *c = &world.cpu[0].gic;

	(void)state;
	fake_version = 2;
	world_begin(3);
	world.vm.gic.v2 = true;
	world.vm.gicd_size = 0x1000;
	world.vm.gicr_size = 0x1000;
	gic_write(WORLD_GICD, 3);
	assert_int_equal(gic_read(WORLD_GICD), 1);
	gic_write(WORLD_GICD + 0xf00, 0x00020005);
	assert_int_equal(world.cpu[1].gic.bank.pending, 1 << 5);
	fake.cpu[WORLD_FIRST].vmcr = 0xff000201; /* EOImode */
	fake.cpu[WORLD_FIRST].own[27].active = true;
	c->bank.active = 1u << 27;
	c->n_active = 1;
	assert_int_equal(gic_read(WORLD_GICR), 0);
	gic_write(WORLD_GICR + 4, 27);
	assert_int_equal(c->bank.active, 1u << 27);
	gic_write(WORLD_GICR, 27);
	assert_int_equal(c->bank.active, 0);
	refused(WORLD_GICD + 0x1000, ISV | SAS(2) | TRANSLATION);
	refused(WORLD_GICR + 0x1000, ISV | SAS(2) | WNR | TRANSLATION);
	assert_int_equal(fake.wrong, 0);
	fake_version = 3;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_loads),        cmocka_unit_test(test_stores),
		cmocka_unit_test(test_load_to_zero), cmocka_unit_test(test_edges),
		cmocka_unit_test(test_width),        cmocka_unit_test(test_without_handlers),
		cmocka_unit_test(test_status_codes), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_ipa),          cmocka_unit_test(test_gic),
		cmocka_unit_test(test_gicv2),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
