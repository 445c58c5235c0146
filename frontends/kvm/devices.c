/* SPDX-License-Identifier: BSD-2-Clause */
/* Which device of the description is which code. */
#define _GNU_SOURCE
#include "devices.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "end.h"
#include "machine.h"

static void press_ged(void *dev, bool down)
{
	if (down)
		dev_power_button(dev);
}

static void press_gpio(void *dev, bool down)
{
	dev_pl061_set(dev, DEV_PL061_BUTTON, down);
}

static void press_pm(void *dev, bool down)
{
	if (down)
		dev_acpi_pm_button(dev);
}

#define STATE(member) offsetof(struct vmm_devices, member)

/* Devices by kind: their registers, and where state and interrupt line are; what they take of
 * what comes from outside. Of a kind that is there twice, the first is the first one of a machine.
 */
static const struct {
	enum ab_dev_type type;
	unsigned int width; /* at I/O ports: of an access, as dev_bus_range has it */
	uint64_t (*read)(void *dev, uint64_t off, unsigned int len);
	void (*write)(void *dev, uint64_t off, unsigned int len, uint64_t v);
	size_t state;
	size_t line; /* 0: interrupts nobody */
	struct {
		size_t (*room)(const void *dev);
		void (*input)(void *dev, uint8_t byte);
		void (*flush)(void *dev);
		bool (*tick)(void *dev);
		void (*press)(void *dev, bool down);
	} in; /* as struct vmm_inputs has them */
} kinds[] = {
	{ AB_DEV_UART_16550, 1, dev_uart16550_read, dev_uart16550_write, STATE(uart),
	  STATE(uart.line), .in = { .room = dev_uart16550_room, .input = dev_uart16550_input } },
	{ AB_DEV_UART_PL011, 0, dev_pl011_read, dev_pl011_write, STATE(pl011), STATE(pl011.line),
	  .in = { .room = dev_pl011_room, .input = dev_pl011_input } },
	{ AB_DEV_RTC_CMOS, 1, dev_rtc_cmos_read, dev_rtc_cmos_write, STATE(rtc), STATE(rtc.line),
	  .in = { .tick = dev_rtc_cmos_tick } },
	{ AB_DEV_RTC_PL031, 0, dev_pl031_read, dev_pl031_write, STATE(pl031), STATE(pl031.line),
	  .in = { .tick = dev_pl031_tick } },
	{ AB_DEV_GPIO_PL061, 0, dev_pl061_read, dev_pl061_write, STATE(gpio), STATE(gpio.line),
	  .in = { .press = press_gpio } },
	{ AB_DEV_ACPI_GED, 0, dev_ged_read, NULL, STATE(power), STATE(power.line),
	  .in = { .press = press_ged } },
	{ AB_DEV_VIRTIO_MMIO, 0, dev_virtio_mmio_read, dev_virtio_mmio_write, STATE(rng.mmio),
	  STATE(rng.mmio.line) },
	{ AB_DEV_VIRTIO_MMIO, 0, dev_virtio_mmio_read, dev_virtio_mmio_write, STATE(console.mmio),
	  STATE(console.mmio.line),
	  .in = { .room = dev_virtio_console_room,
		  .input = dev_virtio_console_input,
		  .flush = dev_virtio_console_flush } },
	{ AB_DEV_ACPI_PM, 0, dev_acpi_pm_read, dev_acpi_pm_write, STATE(pm), STATE(pm.line),
	  .in = { .tick = dev_acpi_pm_tick, .press = press_pm } },
	{ AB_DEV_ACPI_SLEEP, 1, dev_acpi_sleep_read, dev_acpi_sleep_write, STATE(power) },
	{ AB_DEV_ACPI_RESET, 1, NULL, dev_acpi_reset_write, STATE(power) },
	{ AB_DEV_PVPANIC, 1, dev_pvpanic_read, dev_pvpanic_write, STATE(power) },
	{ AB_DEV_PCIE_ECAM, 0, dev_pci_ecam_read, NULL, 0 },
};

static void wake(void *ctx)
{
	struct vmm_devices *d = ctx;

	(void)eventfd_write(d->wake, 1);
}

/* The guest took a byte: only a reader that waits for this is woken. */
static void input_ready(void *ctx)
{
	struct vmm_devices *d = ctx;

	if (d->starved)
		wake(d);
	d->starved = false;
}

/* What the guest says. A console that nobody reads holds its guest up; one that is gone ends it, as
 * nobody could tell what it does any more. */
static void output(void *ctx, const void *data, size_t n)
{
	struct pollfd p = { .fd = STDOUT_FILENO, .events = POLLOUT };
	const uint8_t *from = data;

	(void)ctx;
	while (n != 0) {
		const ssize_t done = write(STDOUT_FILENO, from, n);

		if (done >= 0) {
			from += done;
			n -= (size_t)done;
			continue;
		}
		if (errno != EINTR && errno != EAGAIN)
			vmm_end(VMM_EXIT_OUTPUT, "stdout: %s", strerror(errno));
		(void)poll(&p, 1, -1);
	}
}

static void output_byte(void *ctx, uint8_t byte)
{
	output(ctx, &byte, 1);
}

static uint64_t nanoseconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static uint64_t now(void *ctx)
{
	(void)ctx;
	return nanoseconds(CLOCK_REALTIME);
}

static uint64_t monotonic(void *ctx)
{
	(void)ctx;
	return nanoseconds(CLOCK_MONOTONIC);
}

static bool fill_random(void *ctx, void *buf, size_t n)
{
	uint8_t *p = buf;

	(void)ctx;
	while (n != 0) {
		ssize_t got = getrandom(p, n, 0);

		if (got < 0)
			return false;
		p += got;
		n -= (size_t)got;
	}
	return true;
}

/* What comes from outside goes to the devices of a kind that take it. */
static void connect(struct vmm_inputs *to, size_t kind, void *dev)
{
	if (kinds[kind].in.room != NULL) {
		to->console = dev;
		to->room = kinds[kind].in.room;
		to->input = kinds[kind].in.input;
		to->flush = kinds[kind].in.flush;
	}
	if (kinds[kind].in.tick != NULL) {
		to->clocks[to->n_clocks].clock = dev;
		to->clocks[to->n_clocks++].tick = kinds[kind].in.tick;
	}
	if (kinds[kind].in.press != NULL) {
		to->button = dev;
		to->press = kinds[kind].in.press;
	}
}

static bool attach(struct vmm_devices *d, const struct ab_machine *m, const struct ab_dev *dev,
		   const struct dev_line *line, uint32_t *taken)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct dev_bus_range range = { .base = dev->base, .size = ab_dev_size(dev) };

		if (kinds[i].type != dev->type || *taken & 1U << i)
			continue;
		*taken |= 1U << i;
		range.read = kinds[i].read;
		range.write = kinds[i].write;
		range.dev = (uint8_t *)d + kinds[i].state;
		connect(&d->inputs, i, range.dev);
		range.width = ab_dev_is_pio(m, dev) ? kinds[i].width : 0;
		if (kinds[i].line != 0) {
			struct dev_line *to =
			    (struct dev_line *)(void *)((uint8_t *)d + kinds[i].line);

			*to = *line;
			to->irq = ab_dev_irq(dev);
		}
		return dev_bus_add(ab_dev_is_pio(m, dev) ? &d->pio : &d->mmio, &range);
	}
	return true; /* KVM's own */
}

/* Ports that no description lists, as every PC has them. */
static bool attach_ports(struct vmm_devices *d)
{
	const struct dev_bus_range ports[] = {
		{ VMM_X86_I8042_DATA, 1, 1, dev_i8042_data_read, dev_i8042_data_write, &d->i8042 },
		{ VMM_X86_I8042_COMMAND, 1, 1, dev_i8042_status_read, dev_i8042_command_write,
		  &d->i8042 },
		{ VMM_X86_PCI_ADDRESS, 4, 0, dev_pci_address_read, dev_pci_address_write, &d->pci },
		{ VMM_X86_PCI_DATA, 4, 0, dev_pci_data_read, NULL, &d->pci },
	};

	for (size_t i = 0; i < sizeof(ports) / sizeof(ports[0]); i++)
		if (!dev_bus_add(&d->pio, &ports[i]))
			return false;
	return true;
}

bool vmm_devices_init(struct vmm_devices *d, const struct ab_machine *m, const struct ab_spans *mem,
		      void (*set)(void *ctx, uint32_t irq, bool high), void *ctx)
{
	const struct ab_dev *reset = ab_machine_dev(m, AB_DEV_ACPI_RESET, 0);
	struct dev_line line = { .set = set, .ctx = ctx };
	uint32_t taken = 0; /* of the kinds, a bit each */

	*d = (struct vmm_devices){ .lock = PTHREAD_MUTEX_INITIALIZER };
	d->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	d->uart.out = d->pl011.out = output_byte;
	d->console.out = output;
	d->uart.ready = d->pl011.ready = d->console.ready = input_ready;
	d->rtc.now = d->pl031.now = now;
	d->pm.now = monotonic;
	d->rtc.rearm = d->pl031.rearm = d->pm.rearm = wake;
	d->uart.ctx = d->pl011.ctx = d->console.ctx = d->rtc.ctx = d->pl031.ctx = d->pm.ctx = d;
	d->rng.mmio.mem = d->console.mmio.mem = mem;
	d->rng.random = fill_random;
	d->i8042.power = d->pm.power = &d->power;
	d->power.reset_value = reset != NULL ? reset->reset.value : 0;
	for (size_t i = 0; i < m->devs.n; i++)
		if (!attach(d, m, &m->devs.at[i], &line, &taken))
			return false;
	if (m->arch == AB_ARCH_X86_64 && !attach_ports(d))
		return false;
	dev_uart16550_reset(&d->uart);
	dev_pl011_reset(&d->pl011);
	dev_rtc_cmos_reset(&d->rtc);
	dev_pl031_reset(&d->pl031);
	dev_acpi_pm_reset(&d->pm);
	dev_virtio_rng_reset(&d->rng);
	dev_virtio_console_reset(&d->console);
	return d->wake >= 0;
}

enum dev_guest_end vmm_devices_access(struct vmm_devices *d, const struct vmm_access *a)
{
	uint8_t *data = a->data;
	enum dev_guest_end end;

	pthread_mutex_lock(&d->lock);
	for (uint32_t i = 0; i < a->count; i++, data += a->size)
		if (a->write)
			dev_bus_write(a->bus, a->addr, data, a->size);
		else
			dev_bus_read(a->bus, a->addr, data, a->size);
	end = d->power.end;
	pthread_mutex_unlock(&d->lock);
	return end;
}
