/* SPDX-License-Identifier: BSD-2-Clause */
/* What is typed: who gets it, when his UART has room, and what is lost. */
#include "el2_fake_hw.h"
#include "unit.h"

#include "devices/pl011.h"
#include "el2/input.h"

static bool give(struct el2_vm *vm, uint8_t byte)
{
	return el2_input_put(vm, &byte, 1) == 1;
}

#define ESCAPE 0x1d /* Ctrl-] */

static struct el2_node node;

static const char *const names[] = { "manager", "web", "db" };

/* Three VMs, whose UARTs have a FIFO of 32 bytes. Registers: DDI0183, 3.2 */
static void begin(void)
{
	memset(&node, 0, sizeof(node));
	el2_fake_begin();
	node.n_vms = 3;
	for (uint32_t i = 0; i < 3; i++) {
		struct el2_vm *vm = &node.vms[i];

		node.bundle.vm[i].name = names[i];
		vm->node = &node;
		vm->slot = i;
		vm->spec = &node.bundle.vm[i];
		vm->state = EL2_VM_RUNNING;
		dev_pl011_reset(&vm->uart);
		dev_pl011_write(&vm->uart, 0x2c, 4, 0x70); /* LCR_H: 8 bits, FIFOs */
		dev_pl011_write(&vm->uart, 0x38, 4, 0x50); /* IMSC: RXIM, RTIM: it listens */
	}
}

static void type(const char *text)
{
	for (; *text != '\0'; text++)
		el2_input(&node, (uint8_t)*text);
}

/* The byte that a VM reads from its UART, as its access to UARTDR does it; -1: none. */
static int take(uint32_t slot)
{
	struct el2_vm *vm = &node.vms[slot];
	int byte;

	if ((dev_pl011_read(&vm->uart, 0x18, 4) & 0x10) != 0) /* FR.RXFE */
		return -1;
	byte = (int)(dev_pl011_read(&vm->uart, 0, 4) & 0xff);
	el2_input_pump(vm);
	return byte;
}

static void reads(uint32_t slot, const char *want)
{
	for (; *want != '\0'; want++)
		assert_int_equal(take(slot), (uint8_t)*want);
	assert_int_equal(take(slot), -1);
}

static void test_focus(void **state)
{
	(void)state;
	begin();
	type("ls\r");
	reads(0, "ls\r");
	reads(1, "");
	assert_string_equal(el2_fake.text, "");
	type("\x1d"
	     "1pwd\r");
	assert_string_equal(el2_fake.text, "el2: input goes to web\r\n");
	assert_int_equal(node.focus, 1);
	reads(1, "pwd\r");
	type("\x1d"
	     "2");
	type("a\x1d"
	     "0b");
	reads(2, "a");
	reads(0, "b");
	reads(1, "");
	assert_int_equal(el2_fake.held, 0);
}

static void test_escape(void **state)
{
	(void)state;
	begin();
	node.focus = 1;
	/* twice is itself; then it is nothing special any more */
	type("\x1d\x1d"
	     "2");
	reads(1, "\x1d"
		 "2");
	assert_int_equal(node.focus, 1);
	assert_false(node.escaped);
	type("\x1d\x1d\x1d"
	     "2x");
	reads(1, "\x1d");
	reads(2, "x");
	/* who is not there cannot be chosen, and what chose him is lost */
	begin();
	for (unsigned int byte = 0; byte < 256; byte++) {
		if (byte == ESCAPE || (byte >= '0' && byte <= '2'))
			continue;
		el2_input(&node, ESCAPE);
		assert_true(node.escaped);
		el2_input(&node, (uint8_t)byte);
		assert_false(node.escaped);
		assert_int_equal(node.focus, 0);
		reads(0, "");
	}
	assert_string_equal(el2_fake.text, "");
	/* every byte arrives but the escape */
	for (unsigned int byte = 0; byte < 256; byte++) {
		if (byte == ESCAPE)
			continue;
		el2_input(&node, (uint8_t)byte);
		assert_int_equal(take(0), byte);
	}
}

/* 32 bytes are in the UART and 128 wait; what comes then is lost, and the order stays. */
static void test_overflow(void **state)
{
	(void)state;
	begin();
	for (unsigned int round = 0; round < 5; round++) {
		for (unsigned int i = 0; i < 160; i++)
			assert_true(give(&node.vms[1], (uint8_t)(i + round)));
		assert_true(node.vms[1].console.typed - node.vms[1].console.taken == 128);
		for (unsigned int i = 0; i < 10; i++)
			assert_false(give(&node.vms[1], 0xee));
		/* others have their own */
		assert_true(give(&node.vms[2], 'x'));
		reads(2, "x");
		for (unsigned int i = 0; i < 160; i++)
			assert_int_equal(take(1), i + round);
		assert_int_equal(take(1), -1);
	}
	assert_true(node.vms[1].console.typed == 5 * 160);
	/* room for one is room for one */
	for (unsigned int i = 0; i < 160; i++)
		assert_true(give(&node.vms[1], (uint8_t)i));
	assert_int_equal(take(1), 0);
	assert_true(give(&node.vms[1], 160));
	assert_false(give(&node.vms[1], 161));
	for (unsigned int i = 1; i <= 160; i++)
		assert_int_equal(take(1), i);
}

/* What is typed before the guest's driver listens waits for it. */
static void test_before_driver(void **state)
{
	struct el2_vm *vm = &node.vms[0];

	(void)state;
	begin();
	dev_pl011_write(&vm->uart, 0x38, 4, 0);
	type("root\r");
	assert_int_equal(take(0), -1);
	assert_true(vm->console.typed == 5 && vm->console.taken == 0);
	for (unsigned int i = 5; i < 128; i++)
		assert_true(give(vm, ' '));
	assert_false(give(vm, '!'));
	dev_pl011_write(&vm->uart, 0x38, 4, 0x50);
	el2_input_pump(vm); /* as after each access */
	assert_true(vm->console.taken == 32);
	for (unsigned int i = 0; i < 128; i++)
		assert_int_equal(take(0), i < 5 ? "root\r"[i] : ' ');
	assert_int_equal(take(0), -1);
}

/* A UART that takes one byte at a time, as after its reset. */
static void test_without_fifo(void **state)
{
	(void)state;
	begin();
	dev_pl011_write(&node.vms[0].uart, 0x2c, 4, 0x60);
	type("abc");
	assert_true(node.vms[0].console.taken == 1);
	reads(0, "abc");
}

/* The interrupt of what arrives is raised under the lock of the VM's devices. */
static unsigned int rises;

static void line(void *ctx, uint32_t irq, bool high)
{
	(void)irq;
	rises += high;
	assert_true(el2_fake_holds(&((struct el2_vm *)ctx)->devices));
}

static void test_interrupt(void **state)
{
	struct el2_vm *vm = &node.vms[0];

	(void)state;
	begin();
	vm->uart.line = (struct dev_line){ .set = line, .ctx = vm, .irq = 32 };
	type("a");
	assert_int_equal(rises, 1);
	assert_int_equal(el2_fake.locks, 1);
}

/* What came for a life that is over reaches no other one, nor does what comes between two. */
static void test_between_lives(void **state)
{
	static const uint8_t zeros[EL2_CONSOLE_INPUT];
	struct el2_vm *vm = &node.vms[0];

	(void)state;
	begin();
	vm->uart.line = (struct dev_line){ .set = line, .ctx = vm, .irq = 32 };
	type("a secret that does not fit into the FIFO");
	vm->state = EL2_VM_SCRUBBING;
	el2_input_forget(vm); /* its line falls */
	assert_int_equal(take(0), -1);
	assert_memory_equal(vm->console.input, zeros, sizeof(zeros));
	assert_true(vm->console.typed == vm->console.taken);
	for (enum el2_state s = EL2_VM_EMPTY; s <= EL2_VM_FAILED; s++) {
		vm->state = s;
		assert_int_equal(el2_input_put(vm, (const uint8_t *)"x", 1), s == EL2_VM_RUNNING);
	}
	vm->uart.line.set = NULL;
	dev_pl011_write(&vm->uart, 0x38, 4, 0x50);
	el2_input_pump(vm);
	reads(0, "x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_focus),         cmocka_unit_test(test_escape),
		cmocka_unit_test(test_overflow),      cmocka_unit_test(test_without_fifo),
		cmocka_unit_test(test_interrupt),     cmocka_unit_test(test_before_driver),
		cmocka_unit_test(test_between_lives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
