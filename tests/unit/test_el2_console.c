/* SPDX-License-Identifier: BSD-2-Clause */
/* The consoles of VMs on the one of the machine. */
#include "el2_fake_hw.h"
#include "unit.h"

#include "el2/console.h"
#include "el2/log.h"

static struct el2_console a, b;

static void begin(void)
{
	el2_fake_begin();
	el2_console_share();
	a = (struct el2_console){ .name = "web" };
	b = (struct el2_console){ .name = "db" };
}

static void put(struct el2_console *c, const char *text)
{
	for (; *text != '\0'; text++)
		el2_console_put(c, (uint8_t)*text);
}

/* A line is printed as a whole, when it ends, with the name of its VM. */
static void test_lines(void **state)
{
	(void)state;
	begin();
	put(&a, "one ");
	put(&b, "two");
	assert_string_equal(el2_fake.text, "");
	put(&a, "line\n");
	assert_string_equal(el2_fake.text, "web: one line\r\n");
	put(&b, "\nthree\n");
	assert_string_equal(el2_fake.text, "web: one line\r\ndb: two\r\ndb: three\r\n");
	assert_int_equal(el2_fake.locks, 3);
	assert_int_equal(el2_fake.held, 0);
}

/* Ends of lines are the machine's own, whatever the guest writes. Nothing moves the cursor, and
 * nothing but ASCII is passed on. */
static void test_bytes(void **state)
{
	(void)state;
	begin();
	put(&a, "a\r\n");
	put(&a, "\n");
	put(&a, "\r\r\n");
	put(&a, "b\rc\n\r\n");
	assert_string_equal(el2_fake.text, "web: a\r\nweb: \r\nweb: \r\nweb: bc\r\nweb: \r\n");
	begin();
	for (unsigned int byte = 1; byte < 256; byte++)
		if (byte != '\n')
			el2_console_put(&a, (uint8_t)byte);
	assert_int_equal(el2_fake.n_text, 0);
	el2_console_put(&a, '\n');
	assert_int_equal(el2_fake.n_text, strlen("web: ") + 225 + strlen("\r\n"));
	for (unsigned int byte = 1, at = 5; byte < 256; byte++)
		if (byte >= ' ' || byte == '\t')
			assert_int_equal((uint8_t)el2_fake.text[at++], byte < 0x7f ? byte : '?');
}

/* Whoever never ends a line is cut after 256 bytes, so that he waits for nothing. */
static void test_long_lines(void **state)
{
	char want[1024] = "web: ";

	(void)state;
	begin();
	for (unsigned int i = 0; i < 255; i++)
		put(&a, "x");
	assert_int_equal(el2_fake.n_text, 0);
	put(&a, "y");
	memset(want + 5, 'x', 255);
	strcpy(want + 260, "y\r\n");
	assert_string_equal(el2_fake.text, want);
	put(&a, "z");
	assert_string_equal(el2_fake.text, want);
	put(&a, "\n");
	strcat(want, "web: z\r\n");
	assert_string_equal(el2_fake.text, want);
	/* one whose end is the byte at which it would be cut is one line */
	begin();
	for (unsigned int i = 0; i < 255; i++)
		put(&a, "x");
	put(&a, "\n");
	assert_int_equal(el2_fake.n_text, 5 + 255 + 2);
}

static void test_flush(void **state)
{
	(void)state;
	begin();
	el2_console_flush(&a); /* there is nothing */
	put(&a, "panic");
	el2_console_flush(&b);
	assert_string_equal(el2_fake.text, "");
	el2_console_flush(&a);
	assert_string_equal(el2_fake.text, "web: panic\r\n");
	el2_console_flush(&a);
	put(&a, "!\n");
	el2_console_flush(&a);
	assert_string_equal(el2_fake.text, "web: panic\r\nweb: !\r\n");
}

/* The last bytes stay, each at its place, with the number of all. */
static void test_ring(void **state)
{
	uint64_t seed = 3, n = 0;
	static uint8_t all[3 * EL2_CONSOLE_SIZE];

	(void)state;
	begin();
	while (n < sizeof(all)) {
		all[n] = (uint8_t)rnd(&seed);
		el2_console_put(&a, all[n]);
		n++;
		assert_true(a.written == n && a.printed <= n && n - a.printed < 256);
		el2_fake.n_text = 0; /* what is printed is of the others */
		if (n % 1000 != 0 && n != EL2_CONSOLE_SIZE)
			continue;
		for (uint64_t i = n > EL2_CONSOLE_SIZE ? n - EL2_CONSOLE_SIZE : 0; i < n; i++)
			assert_int_equal(a.ring[i % EL2_CONSOLE_SIZE], all[i]);
	}
	assert_true(b.written == 0 && a.typed == 0 && a.taken == 0);
	/* the counters do not begin again where the ring does */
	begin();
	a.written = a.printed = UINT64_C(0x100000ffe);
	put(&a, "hello\n");
	assert_string_equal(el2_fake.text, "web: hello\r\n");
	assert_true(a.written == UINT64_C(0x100001004) && a.printed == a.written);
	assert_memory_equal(&a.ring[0xffe], "he", 2);
	assert_memory_equal(a.ring, "llo\n", 4);
}

/* All that is left can be read but for the byte whose place the next one takes: another CPU may be
 * writing it there, and counts it afterwards. */
static void test_read(void **state)
{
	static uint8_t to[EL2_CONSOLE_SIZE];

	(void)state;
	begin();
	for (uint64_t n = 1; n <= EL2_CONSOLE_SIZE + 9; n++) {
		const uint64_t kept = n < EL2_CONSOLE_SIZE ? n : EL2_CONSOLE_SIZE - 1;
		uint64_t at = 0;
		uint8_t *next;

		el2_console_keep(&a, (uint8_t)(n - 1));
		if (n > 9 && n < EL2_CONSOLE_SIZE - 9)
			continue;
		next = &a.ring[n % EL2_CONSOLE_SIZE];
		*next ^= 0xff;
		assert_int_equal(el2_console_read(&a, &at, to, sizeof(to)), kept);
		*next ^= 0xff;
		assert_int_equal(at, n - kept);
		for (uint64_t i = 0; i < kept; i++)
			assert_int_equal(to[i], (uint8_t)(at + i));
	}
}

/* It prints while it is read: here the copy itself changes the count of bytes. */
static void test_overtaken(void **state)
{
	(void)state;
	for (unsigned int more = 0; more < 3; more++) {
		const uint64_t written = EL2_CONSOLE_SIZE + 7 + more;
		uint64_t at = 8;

		begin();
		memcpy(&a.ring[8], &written, 8);
		a.written = EL2_CONSOLE_SIZE;
		assert_int_equal(el2_console_read(&a, &at, (uint8_t *)&a.written, 8),
				 more < 1 ? 8 : 0);
		assert_int_equal(at, 8 + more);
	}
}

/* While EL2 prints a line of its own, nobody else does: another CPU waits for the lock. */
static unsigned int waits;

static void other_prints(void)
{
	waits++;
	put(&b, "other\n");
}

static void test_one_at_a_time(void **state)
{
	(void)state;
	begin();
	put(&a, "mine");
	el2_fake.before_lock = other_prints;
	put(&a, "\n");
	el2_fake.before_lock = other_prints;
	el2_log_text("EL2's", NULL, NULL);
	assert_int_equal(waits, 2);
	assert_string_equal(el2_fake.text, "db: other\r\nweb: mine\r\ndb: other\r\nel2: EL2's\r\n");
	/* the last words of a CPU do not wait for anybody */
	el2_console_begin();
	el2_console_force();
	el2_fake.held = 0;
	el2_log_text("halt", NULL, NULL);
	assert_non_null(strstr(el2_fake.text, "el2: halt\r\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),      cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_long_lines), cmocka_unit_test(test_flush),
		cmocka_unit_test(test_ring),       cmocka_unit_test(test_one_at_a_time),
		cmocka_unit_test(test_read),       cmocka_unit_test(test_overtaken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
