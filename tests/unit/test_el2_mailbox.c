/* SPDX-License-Identifier: BSD-2-Clause */
/* The mailbox of a VM that may manage: its registers, who has it and for how long, and what a call
 * by it reads and writes of memory that the VM maps past the caches. */
#include "el2_node_world.h"

#include "el2/calls.h"
#include "el2/guest.h"
#include "el2/life.h"
#include "el2/trap.h"

#define SECOND 1000 /* ticks */
#define PAGE EL2_MAILBOX_REQUEST

/* memory as EL2 and as the guest see it */
static uint8_t cached[EL2_MAILBOX_SIZE], coherent[EL2_MAILBOX_SIZE], flushed[EL2_MAILBOX_SIZE];
static struct el2_vm *const boss = &node.vms[0], *const other = &node.vms[1];

static int setup(void **state)
{
	struct ab_error why;

	(void)state;
	node_begin(3, 64 * AB_MiB, 0);
	node_vm("boss", 2, 8 * AB_MiB, EL2_CAP_MANAGE | EL2_CAP_LOG);
	node_vm("other", 1, 8 * AB_MiB, 0);
	assert_ok(node_admit(&why), &why, "admission");
	for (uint32_t i = 0; i < 2; i++)
		node.vms[i].state = EL2_VM_RUNNING;
	other->end = "it ended before";
	el2_fake.outer[2] = &boss->mailbox.lock;
	el2_fake.memory = boss->mailbox.pa;
	el2_fake.memory_size = sizeof(cached);
	el2_fake.cached = cached;
	el2_fake.coherent = coherent;
	el2_fake.flushed = flushed;
	el2_fake.ticks = 5 * SECOND;
	el2_fake.tick_rate = SECOND;
	/* what is in the caches of a page that EL2 has not touched for long is no good */
	memset(cached, 0xee, sizeof(cached));
	memset(flushed, 0xee, sizeof(flushed));
	memset(coherent, 0xdd, sizeof(coherent));
	return 0;
}

/* ---- accesses as the guest makes them: Device memory */

static uint64_t load(uint64_t off, unsigned int len)
{
	uint64_t v = 0xa5a5;

	assert_true(el2_mailbox_access(boss, off, len, false, &v));
	assert_int_equal(el2_fake.held, 0);
	return v;
}

static void store(uint64_t off, uint64_t v)
{
	assert_true(el2_mailbox_access(boss, off, 8, true, &v));
	assert_int_equal(el2_fake.held, 0);
}

static uint64_t claim(void)
{
	return load(EL2_MAILBOX_CLAIM, 8);
}

static uint64_t ticket(void)
{
	return load(EL2_MAILBOX_TICKET, 8);
}

static uint64_t field(uint64_t off)
{
	return ab_ld_le64(&coherent[PAGE + off]);
}

static void set(uint64_t off, uint64_t v)
{
	ab_st_le64(&coherent[PAGE + off], v);
}

static void prepare(uint32_t number, uint64_t a, uint64_t b)
{
	memset(&coherent[PAGE], 0xdd, 0x1000);
	ab_st_le32(&coherent[PAGE + EL2_MAILBOX_NUMBER], number);
	set(EL2_MAILBOX_ARGS, a);
	set(EL2_MAILBOX_ARGS + 8, b);
}

/* Whether a doorbell does something. */
static bool rings(uint64_t with)
{
	prepare(EL2_CALLS_GET_VERSION, 0, 0);
	memcpy(&coherent[0], &coherent[PAGE], PAGE); /* the registers' page is nobody's memory */
	store(EL2_MAILBOX_DOORBELL, with);
	if (memcmp(&coherent[0], &coherent[PAGE], PAGE) == 0)
		return false;
	assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
	assert_int_equal(field(EL2_MAILBOX_RESULTS), EL2_CALLS_VERSION);
	return true;
}

/* ---- registers */

static const struct {
	uint64_t off;
	unsigned int width;
} registers[] = {
	{ EL2_MAILBOX_MAGIC, 4 },  { EL2_MAILBOX_VERSION, 4 },  { EL2_MAILBOX_CLAIM, 8 },
	{ EL2_MAILBOX_TICKET, 8 }, { EL2_MAILBOX_DOORBELL, 8 },
};

static unsigned int width_at(uint64_t off)
{
	for (size_t i = 0; i < COUNT(registers); i++)
		if (registers[i].off == off)
			return registers[i].width;
	return 0;
}

/* Each offset of the page with each width. Only a register has another width; the rest is zero. */
static void test_matrix(void **state)
{
	static const unsigned int lens[] = { 1, 2, 4, 8 };

	(void)state;
	for (uint64_t off = 0; off < PAGE; off++)
		for (size_t i = 0; i < COUNT(lens); i++) {
			const unsigned int width = width_at(off);
			const bool is = width != 0 ? width == lens[i] : off + lens[i] <= PAGE;
			uint64_t v = UINT64_MAX;

			boss->mailbox.holder = 0;
			assert_int_equal(el2_mailbox_access(boss, off, lens[i], false, &v), is);
			assert_true(is == (v != UINT64_MAX) && (!is || width != 0 || v == 0));
			/* nothing but the right ticket changes anything by a write */
			boss->mailbox.holder = 0x77;
			boss->mailbox.since = el2_fake.ticks;
			v = 0x66;
			assert_int_equal(el2_mailbox_access(boss, off, lens[i], true, &v), is);
			assert_int_equal(boss->mailbox.holder, 0x77);
			assert_int_equal(el2_fake.held, 0);
		}
	assert_int_equal(el2_fake.asked, 0);
	assert_int_equal(load(EL2_MAILBOX_MAGIC, 4), 0x4d424541);
	assert_int_equal(load(EL2_MAILBOX_VERSION, 4), 0x10000);
	assert_int_equal(load(EL2_MAILBOX_DOORBELL, 8), 0);
}

/* One has it until it releases it; each ticket is another one. */
static void test_claims(void **state)
{
	(void)state;
	assert_int_equal(ticket(), 0);
	assert_int_equal(claim(), 1);
	assert_int_equal(claim(), 0);
	assert_int_equal(ticket(), 1);
	for (uint64_t wrong = 0; wrong < 4; wrong += wrong == 0 ? 2 : 1) {
		assert_false(rings(wrong));
		store(EL2_MAILBOX_TICKET, wrong);
		assert_int_equal(ticket(), 1);
	}
	assert_true(rings(1));
	store(EL2_MAILBOX_CLAIM, 1); /* no register of that */
	store(EL2_MAILBOX_MAGIC + 8, 1);
	assert_int_equal(ticket(), 1);
	store(EL2_MAILBOX_TICKET, 1);
	assert_int_equal(ticket(), 0);
	assert_false(rings(1));
	assert_false(rings(0));
	assert_int_equal(claim(), 2);
	assert_false(rings(1));
	store(EL2_MAILBOX_TICKET, 1); /* late */
	assert_int_equal(ticket(), 2);
	assert_true(rings(2));
	el2_mailbox_reset(boss);
	assert_int_equal(ticket(), 0);
	assert_false(rings(2));
	assert_int_equal(claim(), 3);
}

/* A claim lasts a second from its last call on; then its ticket is worth nothing. */
static void test_expiry(void **state)
{
	(void)state;
	for (unsigned int round = 0; round < 3; round++) {
		const uint64_t t = claim();

		assert_int_equal(t, round + 1);
		for (unsigned int i = 0; i < 5; i++) {
			el2_fake.ticks += SECOND;
			assert_int_equal(claim(), 0);
			assert_true(rings(t));
		}
		el2_fake.ticks += SECOND;
		assert_false(rings(t + 1)); /* which renews nothing */
		assert_int_equal(ticket(), t);
		el2_fake.ticks++;
		assert_int_equal(ticket(), 0);
		assert_false(rings(t));
		store(EL2_MAILBOX_TICKET, t);
		assert_int_equal(boss->mailbox.holder, t);
	}
	/* the counter goes round */
	el2_fake.ticks = UINT64_MAX - 1;
	assert_int_equal(claim(), 4);
	el2_fake.ticks += SECOND;
	assert_true(rings(4));
}

/* ---- calls */

/* Results in memory: all of them, zeros where the call has none; nothing else changes. */
static void test_results(void **state)
{
	uint8_t before[PAGE];
	const uint64_t t = claim();

	(void)state;
	for (unsigned int i = 0; i < 3; i++) {
		static const uint64_t want[3][8] = {
			{ 0, EL2_CALLS_VERSION, EL2_CAP_MANAGE | EL2_CAP_LOG },
			{ (uint64_t)EL2_CALLS_INVALID },
			{ 0, 2, EL2_VM_RUNNING | EL2_VM_RUNNING << 8 },
		};
		static const uint32_t numbers[] = { EL2_CALLS_GET_VERSION, EL2_CALLS_VM_INFO,
						    EL2_CALLS_VM_LIST };

		prepare(numbers[i], 2, 0);
		memcpy(before, &coherent[PAGE], sizeof(before));
		store(EL2_MAILBOX_DOORBELL, t);
		assert_int_equal(field(EL2_MAILBOX_STATUS), want[i][0]);
		for (unsigned int n = 0; n < 7; n++)
			assert_int_equal(field(EL2_MAILBOX_RESULTS + 8 * n), want[i][1 + n]);
		memset(&before[EL2_MAILBOX_STATUS], 0, 8);
		memset(&coherent[PAGE + EL2_MAILBOX_STATUS], 0, 8);
		memset(&before[EL2_MAILBOX_RESULTS], 0, 56);
		memset(&coherent[PAGE + EL2_MAILBOX_RESULTS], 0, 56);
		assert_memory_equal(before, &coherent[PAGE], sizeof(before));
	}
	/* EL2 wrote nothing that it did not clean */
	assert_memory_equal(&cached[PAGE], &flushed[PAGE], PAGE);
}

/* Few bytes, before, around and behind the end of the ring. */
static void few_bytes(uint64_t written)
{
	const struct el2_console *c = &other->console;

	for (uint64_t from = written - 16; from < written; from++)
		for (size_t n = 0; n <= 8; n++) {
			const size_t want = written - from < n ? (size_t)(written - from) : n;
			uint8_t few[9] = { 0 };
			uint64_t at = from;

			assert_int_equal(el2_console_read(c, &at, few, n), want);
			for (size_t i = 0; i < sizeof(few); i++)
				assert_int_equal(few[i], i < want ? (at + i) * 7 % 251 : 0);
		}
}

/* Bytes: of any number and at any offset, around the end of the ring, and not one more. */
static void test_read(void **state)
{
	const uint64_t t = claim();
	uint64_t written = 0, rounds = 0;

	(void)state;
	for (size_t n = 1; written < 3 * EL2_CONSOLE_SIZE; n = n * 5 % 1021, rounds++) {
		const uint64_t at = written;
		uint64_t want = n;

		for (size_t i = 0; i < n; i++)
			el2_console_keep(&other->console, (uint8_t)(written++ * 7 % 251));
		prepare(EL2_CALLS_CONSOLE_READ, 1, at);
		store(EL2_MAILBOX_DOORBELL, t);
		assert_int_equal(field(EL2_MAILBOX_RESULTS), at);
		assert_int_equal(field(EL2_MAILBOX_RESULTS + 8), want);
		for (uint64_t i = 0; i < EL2_MAILBOX_DATA_SIZE; i++)
			assert_int_equal(coherent[PAGE + EL2_MAILBOX_DATA + i],
					 i < want ? (at + i) * 7 % 251 : 0xdd);
	}
	assert_true(rounds > 10);
	while (written % EL2_CONSOLE_SIZE != 8)
		el2_console_keep(&other->console, (uint8_t)(written++ * 7 % 251));
	few_bytes(written);
	/* no more than there is room for */
	prepare(EL2_CALLS_CONSOLE_READ, 1, 0);
	store(EL2_MAILBOX_DOORBELL, t);
	assert_int_equal(field(EL2_MAILBOX_RESULTS), written - EL2_CONSOLE_SIZE + 1);
	assert_int_equal(field(EL2_MAILBOX_RESULTS + 8), EL2_MAILBOX_DATA_SIZE);
	assert_int_equal(coherent[PAGE + EL2_MAILBOX_DATA + EL2_MAILBOX_DATA_SIZE], 0xdd);
	prepare(EL2_CALLS_VM_TEXT, 1, EL2_CALLS_TEXT_END);
	store(EL2_MAILBOX_DOORBELL, t);
	assert_int_equal(field(EL2_MAILBOX_RESULTS), strlen(other->end));
	assert_int_equal(field(EL2_MAILBOX_RESULTS + 8), 0);
	assert_memory_equal(&coherent[PAGE + EL2_MAILBOX_DATA], other->end, strlen(other->end));
	assert_int_equal(coherent[PAGE + EL2_MAILBOX_DATA + strlen(other->end)], 0xdd);
}

/* A console that prints while it is read: its counters lie in the data field, so the copy changes
 * them. It gives no bytes, but some were written: none of them stays in the caches, from where it
 * would come down on what the guest writes next. */
static void test_overtaken(void **state)
{
	const size_t from = PAGE + EL2_MAILBOX_DATA, n = EL2_MAILBOX_DATA + EL2_MAILBOX_DATA_SIZE;
	struct el2_vm *printer = &node.vms[EL2_VMS_MAX - 1];
	uint8_t *page = (uint8_t *)&printer->console - EL2_MAILBOX_DATA;
	const uint64_t t = claim();

	(void)state;
	node.n_vms = EL2_VMS_MAX;
	printer->end = "it ended before";
	memset(printer->console.ring, 0x55, EL2_CONSOLE_SIZE);
	printer->console.written = 2 * EL2_CONSOLE_SIZE;
	el2_fake.memory = boss->mailbox.pa + PAGE;
	el2_fake.memory_size = n;
	el2_fake.cached = page;
	el2_fake.coherent = &coherent[PAGE];
	el2_fake.flushed = &flushed[PAGE];
	prepare(EL2_CALLS_CONSOLE_READ, EL2_VMS_MAX - 1, EL2_CONSOLE_SIZE + 2048);
	memcpy(&coherent[from], &page[EL2_MAILBOX_DATA], EL2_MAILBOX_DATA_SIZE);
	memcpy(&flushed[PAGE], page, n);
	store(EL2_MAILBOX_DOORBELL, t);
	assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
	assert_true(field(EL2_MAILBOX_RESULTS) > EL2_CONSOLE_SIZE + 2048);
	assert_int_equal(field(EL2_MAILBOX_RESULTS + 8), 0);
	for (size_t i = 0; i < EL2_MAILBOX_DATA_SIZE; i++)
		assert_int_equal(coherent[from + i], 0x55);
	assert_memory_equal(page, &flushed[PAGE], n);
}

static void test_write(void **state)
{
	const uint64_t t = claim();

	(void)state;
	for (uint64_t n = 0; n <= EL2_MAILBOX_DATA_SIZE + 1; n++) {
		struct el2_console *c = &other->console;
		const uint64_t from = c->typed,
			       fits = n < EL2_CONSOLE_INPUT ? n : EL2_CONSOLE_INPUT;
		const bool is = n <= EL2_MAILBOX_DATA_SIZE;

		prepare(EL2_CALLS_CONSOLE_WRITE, 1, n);
		for (uint64_t i = 0; i < EL2_MAILBOX_DATA_SIZE; i++)
			coherent[PAGE + EL2_MAILBOX_DATA + i] = (uint8_t)(n + i);
		c->taken = from;
		memset(c->input, 0xcc, sizeof(c->input));
		store(EL2_MAILBOX_DOORBELL, t);
		assert_int_equal(field(EL2_MAILBOX_STATUS), is ? 0 : (uint64_t)EL2_CALLS_INVALID);
		assert_int_equal(field(EL2_MAILBOX_RESULTS), is ? fits : 0);
		assert_int_equal(c->typed, from + (is ? fits : 0));
		for (uint64_t i = 0; i < EL2_CONSOLE_INPUT; i++)
			assert_int_equal(c->input[(from + i) % EL2_CONSOLE_INPUT],
					 is && i < n ? (uint8_t)(n + i) : 0xcc);
	}
}

/* What is staged lies in the window, which the guest writes past the caches, too; twice, so that
 * the first chunk is still in them. */
static void test_window(void **state)
{
	const uint64_t t = claim(),
		       at = PAGE + 0x2000; /* memory of this test, between the ranges */

	(void)state;
	node.bundle.vm[1].staging = 0x2000;
	other->stage.pa = boss->mailbox.pa + at;
	other->state = EL2_VM_EMPTY;
	prepare(EL2_CALLS_STAGE_BEGIN, 1, EL2_CALLS_IMAGE_RAMDISK);
	set(EL2_MAILBOX_ARGS + 16, 2000);
	store(EL2_MAILBOX_DOORBELL, t);
	for (uint8_t i = 1; i <= 2; i++) {
		prepare(EL2_CALLS_STAGE_CHUNK, 1, 77);
		set(EL2_MAILBOX_ARGS + 16, 1000);
		memset(&coherent[EL2_MAILBOX_WINDOW + 77], i, 1000);
		store(EL2_MAILBOX_DOORBELL, t);
		assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
		assert_int_equal(field(EL2_MAILBOX_RESULTS), 1000 * i);
		assert_int_equal(el2_life_task(other->vcpu[0]), EL2_TASK_STAGE);
		el2_stage_work(other);
	}
	for (size_t i = 0; i < 2000; i++)
		assert_int_equal(cached[at + i], 1 + i / 1000);
	/* a call with an error gives no results, nor how many bytes there are */
	prepare(EL2_CALLS_STAGE_CHUNK, 1, 77);
	set(EL2_MAILBOX_ARGS + 16, 1000);
	store(EL2_MAILBOX_DOORBELL, t);
	assert_int_equal(field(EL2_MAILBOX_STATUS), (uint64_t)EL2_CALLS_INVALID);
	assert_int_equal(field(EL2_MAILBOX_RESULTS), 0);
}

/* ---- what others do meanwhile */

static unsigned int changes;

/* The request becomes another one: by another CPU, whose writes any later look at memory finds. */
static void change(void)
{
	changes++;
	ab_st_le32(&coherent[PAGE], EL2_CALLS_SHUTDOWN);
	ab_st_le32(&cached[PAGE], EL2_CALLS_SHUTDOWN);
	for (unsigned int i = 0; i < 7; i++) {
		set(EL2_MAILBOX_ARGS + 8 * (uint64_t)i, UINT64_C(1) << 40);
		ab_st_le64(&cached[PAGE + EL2_MAILBOX_ARGS + 8 * i], UINT64_C(1) << 40);
	}
}

/* A request counts as it was when it was copied. The first lock of a call is taken afterwards. */
static void change_later(void)
{
	if (++changes == 2) /* both ranges are flushed: the copy follows, then the call */
		el2_fake.before_lock = change;
	else if (changes > 2) /* who looks again finds this */
		change();
}

static void test_copied_once(void **state)
{
	const uint64_t t = claim();

	(void)state;
	changes = 0;
	prepare(EL2_CALLS_VM_INFO, 1, 0);
	el2_fake.after_flush = change_later;
	store(EL2_MAILBOX_DOORBELL, t);
	assert_true(changes > 2);
	assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
	assert_int_equal(field(EL2_MAILBOX_RESULTS + 8), 1); /* CPUs of VM 1 */
	assert_int_equal(field(EL2_MAILBOX_RESULTS + 16), 8 * AB_MiB);
	assert_false(node.closing);
}

/* Another image is begun, and its digest computed. */
static void load_other(void)
{
	other->verified = false;
	memset(other->digest, 0xff, sizeof(other->digest));
}

/* A digest is one that was known. */
static void test_digest(void **state)
{
	const uint64_t t = claim();

	(void)state;
	other->verified = true;
	memset(other->digest, 0x11, sizeof(other->digest));
	prepare(EL2_CALLS_VM_DIGEST, 1, EL2_CALLS_IMAGE_RAMDISK);
	el2_fake.after_unlock = load_other;
	store(EL2_MAILBOX_DOORBELL, t);
	assert_false(other->verified);
	assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
	for (unsigned int i = 0; i < 4; i++)
		assert_int_equal(field(EL2_MAILBOX_RESULTS + 8 * (uint64_t)i),
				 UINT64_C(0x1111111111111111));
	store(EL2_MAILBOX_DOORBELL, t);
	assert_int_equal(field(EL2_MAILBOX_STATUS), (uint64_t)EL2_CALLS_STATE);
	assert_int_equal(field(EL2_MAILBOX_RESULTS), 0);
}

/* ---- as the guest's instructions reach it */

static uint64_t esr_of(unsigned int size_log2, bool write, unsigned int rt)
{
	return UINT64_C(0x24) << 26 | 1u << 25 | 1u << 24 | size_log2 << 22 | rt << 16 | 1u << 15 |
	       (write ? 1u << 6 : 0) | 7;
}

static enum el2_verb access_at(struct el2_vm *vm, uint64_t ipa, unsigned int size_log2, bool write)
{
	struct el2_vcpu *v = vm->vcpu[0];

	v->hpfar = ipa >> 12 << 4;
	v->far = ipa;
	v->pstate = 5;
	return el2_trap(v, esr_of(size_log2, write, 3));
}

static void test_traps(void **state)
{
	struct el2_vcpu *v = boss->vcpu[0];
	const uint64_t at = boss->mailbox.pa;

	(void)state;
	assert_int_equal(access_at(boss, at, 2, false), EL2_EMULATE);
	assert_int_equal(v->x[3], EL2_MAILBOX_MAGIC_VALUE);
	assert_int_equal(access_at(boss, at + EL2_MAILBOX_CLAIM, 3, false), EL2_EMULATE);
	assert_int_equal(v->x[3], 1);
	assert_int_equal(v->exits[EL2_EXIT_DEVICE], 2);
	prepare(EL2_CALLS_CONSOLE_WRITE, 0, 3); /* about itself, whose devices' lock it needs */
	assert_int_equal(access_at(boss, at + EL2_MAILBOX_DOORBELL, 3, true), EL2_EMULATE);
	assert_int_equal(field(EL2_MAILBOX_STATUS), 0);
	assert_int_equal(boss->console.typed, 3);
	assert_int_equal(access_at(boss, at + EL2_MAILBOX_CLAIM, 2, false), EL2_INJECT);
	assert_int_equal(access_at(boss, at - 8, 3, false), EL2_INJECT);
	assert_int_equal(access_at(boss, at + PAGE, 3, false), EL2_INJECT);
	/* who may not manage has none, wherever one is */
	assert_int_equal(access_at(other, at, 2, false), EL2_INJECT);
	assert_int_equal(access_at(other, other->mailbox.pa, 2, false), EL2_INJECT);
}

/* Its two ranges are mapped where they are, and what is between them, or its registers, is not; it
 * is in nobody's memory. */
static void test_pages(void **state)
{
	(void)state;
	assert_true(boss->mailbox.pa % EL2_MAILBOX_SIZE == 0);
	for (uint64_t off = 0; off <= EL2_MAILBOX_SIZE; off += 4096) {
		const uint64_t at = boss->mailbox.pa + off;
		const bool is =
		    off == PAGE || (off >= EL2_MAILBOX_WINDOW && off < EL2_MAILBOX_SIZE);
		struct ab_s2_entry e;

		assert_int_equal(ab_s2_query(&boss->s2, at, &e) && e.kind == AB_S2_LEAF, is);
		if (is)
			assert_true(e.pa + (at - e.ipa) == at && e.attr.access == AB_S2_RW);
		assert_false(ab_s2_query(&other->s2, at, &e) && e.kind == AB_S2_LEAF);
		for (unsigned int i = 0; i < 2 && off < EL2_MAILBOX_SIZE; i++)
			assert_false(ab_overlaps(at, 4096, node.vms[i].pa, 8 * AB_MiB));
	}
}

/* Between two lives of its VM all of it is erased, and who had it does not have it any more. */
static void test_scrub(void **state)
{
	static uint8_t work[16];

	(void)state;
	assert_int_equal(claim(), 1);
	boss->pa =
	    boss->mailbox.pa + PAGE + 0x1000; /* between its ranges, for this test's memory */
	node.bundle.vm[0].memory = 4096;
	boss->work = (struct ab_work){ work, sizeof(work) };
	fake.owner = &boss->gic;
	fake.cpu[0].vm = fake.cpu[1].vm = &boss->gic;
	el2_guest_scrub(boss);
	for (size_t i = 0; i < sizeof(coherent); i++)
		assert_true(cached[i] == 0 && coherent[i] == 0);
	assert_int_equal(ticket(), 0);
	assert_int_equal(claim(), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_matrix, setup),
		cmocka_unit_test_setup(test_claims, setup),
		cmocka_unit_test_setup(test_expiry, setup),
		cmocka_unit_test_setup(test_results, setup),
		cmocka_unit_test_setup(test_read, setup),
		cmocka_unit_test_setup(test_overtaken, setup),
		cmocka_unit_test_setup(test_write, setup),
		cmocka_unit_test_setup(test_window, setup),
		cmocka_unit_test_setup(test_copied_once, setup),
		cmocka_unit_test_setup(test_digest, setup),
		cmocka_unit_test_setup(test_traps, setup),
		cmocka_unit_test_setup(test_pages, setup),
		cmocka_unit_test_setup(test_scrub, setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
