/* SPDX-License-Identifier: BSD-2-Clause */
/* Any accesses to the devices of each machine of the VMM, by its own buses; input, time and the
 * power button in between; guest memory that changes while a device goes through a chain. After
 * each step, each interrupt line is as high as its cause: what the device's registers tell of it.
 * Input: the machine, then steps of STEP bytes. */
#include "devices.h"
#include "machine.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define STEP 12 /* what, which device, offset (2), value (8) */
#define MEMORY (3 * 4096)
#define STEPS_MAX 256

static void require(bool holds)
{
	if (!holds)
		abort();
}

#define X86(of, with)                                                                              \
	{                                                                                          \
		.arch = AB_ARCH_X86_64, .tables = (of), .console = (with), .memory = MEMORY,       \
		.cpus = 2, .phys_bits = 46                                                         \
	}
#define ARM64(of, with, version)                                                                   \
	{                                                                                          \
		.arch = AB_ARCH_ARM64, .tables = (of), .console = (with), .memory = MEMORY,        \
		.cpus = 2, .phys_bits = 40, .gic = (version), .its = (version) == 3, .pmu = true   \
	}

static const struct vmm_config configs[] = {
	X86(AB_TABLES_ACPI, VMM_CONSOLE_UART),
	X86(AB_TABLES_MP, VMM_CONSOLE_UART),
	ARM64(AB_TABLES_FDT, VMM_CONSOLE_UART, 3),
	ARM64(AB_TABLES_FDT, VMM_CONSOLE_UART, 2),
	ARM64(AB_TABLES_ACPI, VMM_CONSOLE_UART, 3),
	X86(AB_TABLES_ACPI, VMM_CONSOLE_VIRTIO),
	ARM64(AB_TABLES_FDT, VMM_CONSOLE_VIRTIO, 3),
	{ .arch = AB_ARCH_X86_64,
	  .tables = AB_TABLES_ACPI,
	  .pc = true,
	  .memory = MEMORY,
	  .cpus = 2,
	  .phys_bits = 46 },
};

#define N_CONFIGS (sizeof(configs) / sizeof(configs[0]))

static struct vmm_machine machine;
static struct vmm_devices d;
static uint8_t *memory; /* the guest's: no byte more */
static uint64_t nanoseconds;
static uint64_t high; /* lines, a bit each */
static bool shadow; /* a copy is looked at: its line is not the guest's */
static uint8_t change[STEP]; /* of memory, while a chain is served */

static void set(void *ctx, uint32_t irq, bool up)
{
	(void)ctx;
	require(irq < 64);
	if (shadow)
		return;
	require(up != (high >> irq & 1)); /* only changes are told */
	high ^= UINT64_C(1) << irq;
}

static void out(void *ctx, uint8_t byte)
{
	(void)ctx, (void)byte;
}

static void poke(const uint8_t *step)
{
	const size_t at = ab_ld_le16(step + 2) % (MEMORY - 7);

	memcpy(memory + at, step + 4, 8);
}

/* Of the console device: every byte must be there, and may change now. */
static void out_all(void *ctx, const void *data, size_t n)
{
	const volatile uint8_t *p = data;

	(void)ctx;
	for (size_t i = 0; i < n; i++)
		(void)p[i];
	poke(change);
}

static uint64_t now(void *ctx)
{
	(void)ctx;
	return nanoseconds;
}

static void nothing(void *ctx)
{
	(void)ctx;
}

static bool random_bytes(void *ctx, void *buf, size_t n)
{
	(void)ctx;
	memset(buf, 0x5a, n);
	poke(change);
	return change[0] % 16 != 15;
}

static void start(const struct vmm_config *c)
{
	static struct ab_span span;
	static struct ab_spans spans = { &span, 1 };

	vmm_machine(&machine, c);
	memory = malloc(MEMORY);
	require(memory != NULL);
	memset(memory, 0, MEMORY);
	memset(change, 0, sizeof(change));
	span = (struct ab_span){ machine.ram[0].base, MEMORY, memory };
	high = 0;
	shadow = false;
	nanoseconds = UINT64_C(1700000000) * 1000000000;
	require(vmm_devices_init(&d, &machine.m, &spans, set, NULL));
	close(d.wake);
	d.uart.out = d.pl011.out = out;
	d.console.out = out_all;
	d.uart.ready = d.pl011.ready = d.console.ready = d.rtc.rearm = d.pl031.rearm = d.pm.rearm =
	    nothing;
	d.rtc.now = d.pl031.now = d.pm.now = now;
	d.rng.random = random_bytes;
}

/* ---- causes: what a guest reads of a copy --------------------------------------------------- */

static bool uart_cause(struct vmm_devices *c)
{
	return (dev_uart16550_read(&c->uart, 4, 1) & 0x18) == 0x08 && /* OUT2, no loopback */
	       (dev_uart16550_read(&c->uart, 2, 1) & 1) == 0; /* IIR */
}

static bool pl011_cause(struct vmm_devices *c)
{
	return dev_pl011_read(&c->pl011, 0x40, 4) != 0; /* UARTMIS */
}

static bool rtc_cause(struct vmm_devices *c)
{
	c->rtc.index = 0x0c;
	return (dev_rtc_cmos_read(&c->rtc, 1, 1) & 0x80) != 0; /* IRQF */
}

static bool pl031_cause(struct vmm_devices *c)
{
	return dev_pl031_read(&c->pl031, 0x18, 4) != 0; /* RTCMIS */
}

static bool gpio_cause(struct vmm_devices *c)
{
	return dev_pl061_read(&c->gpio, 0x418, 4) != 0; /* GPIOMIS */
}

static bool ged_cause(struct vmm_devices *c)
{
	return dev_ged_read(&c->power, 0, 4) != 0;
}

static bool pm_cause(struct vmm_devices *c)
{
	const uint64_t pm1 = dev_acpi_pm_read(&c->pm, 0, 4); /* status, enable */

	return (pm1 & pm1 >> 16) != 0;
}

static bool virtio_cause(struct vmm_devices *c)
{
	return dev_virtio_mmio_read(&c->rng.mmio, 0x60, 4) != 0; /* InterruptStatus */
}

static bool console_cause(struct vmm_devices *c)
{
	return dev_virtio_mmio_read(&c->console.mmio, 0x60, 4) != 0;
}

static void check_lines(void)
{
	static struct vmm_devices copy;
	const struct {
		const struct dev_line *line;
		bool (*cause)(struct vmm_devices *c);
	} lines[] = {
		{ &d.uart.line, uart_cause },
		{ &d.pl011.line, pl011_cause },
		{ &d.rtc.line, rtc_cause },
		{ &d.pl031.line, pl031_cause },
		{ &d.gpio.line, gpio_cause },
		{ &d.power.line, ged_cause },
		{ &d.pm.line, pm_cause },
		{ &d.rng.mmio.line, virtio_cause },
		{ &d.console.mmio.line, console_cause },
	};

	copy = d;
	shadow = true;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const struct dev_line *line = lines[i].line;

		if (line->set == NULL) /* not of this machine */
			continue;
		require(line->high == (high >> line->irq & 1));
		require(line->high == lines[i].cause(&copy));
	}
	shadow = false;
	require(d.uart.count <= 16 && d.pl011.count <= 32);
	require(d.console.count <= DEV_VIRTIO_CONSOLE_ROOM &&
		d.console.head < DEV_VIRTIO_CONSOLE_ROOM);
	require((unsigned int)d.power.end <= DEV_GUEST_PANIC);
}

/* ---- steps ---------------------------------------------------------------------------------- */

/* An access of 1 to 8 bytes, at and around a range, or at any address. */
static void access_bus(const uint8_t *step)
{
	struct dev_bus *bus = step[1] & 0x80 ? &d.pio : &d.mmio;
	const unsigned int len = 1 + (step[0] >> 4) % 8;
	uint64_t addr = ab_ld_le64(step + 4);
	uint8_t bytes[8];

	if (bus->n != 0 && (step[1] & 0x40) == 0) {
		const struct dev_bus_range *r = &bus->at[(step[1] & 0x3f) % bus->n];

		addr = r->base - 4 + ab_ld_le16(step + 2) % (r->size + 8);
	}
	memcpy(bytes, step + 4, 8);
	if (step[0] & 1)
		dev_bus_read(bus, addr, bytes, len);
	else
		dev_bus_write(bus, addr, bytes, len);
}

static void run_step(const uint8_t *step)
{
	const struct vmm_inputs *in = &d.inputs;

	switch (step[0] >> 1 & 7) {
	case 0: /* what comes from outside */
		for (size_t i = 0; i < step[1] && in->room(in->console) != 0; i++)
			in->input(in->console, step[4 + i % 8]);
		if (in->flush != NULL)
			in->flush(in->console);
		break;
	case 1:
		nanoseconds += (uint64_t)ab_ld_le32(step + 4) << (step[1] % 24);
		for (size_t i = 0; i < in->n_clocks; i++)
			(void)in->clocks[i].tick(in->clocks[i].clock);
		break;
	case 2:
		if (in->press != NULL)
			in->press(in->button, step[1] & 1);
		break;
	case 3:
		poke(step);
		break;
	case 4:
		memcpy(change, step, STEP);
		break;
	default:
		access_bus(step);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	start(&configs[data[0] % N_CONFIGS]);
	check_lines();
	for (size_t i = 0; i < STEPS_MAX && (i + 1) * STEP < size; i++) {
		run_step(data + 1 + i * STEP);
		check_lines();
	}
	free(memory);
	return 0;
}
