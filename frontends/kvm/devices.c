/* SPDX-License-Identifier: BSD-2-Clause */
/* Which device of the description is which code. */
#define _GNU_SOURCE
#include "devices.h"

#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "machine.h"

/* A kind of device: its registers, and where its state and interrupt line are. */
static const struct {
	enum ab_dev_type type;
	uint64_t (*read)(void *dev, uint64_t off, unsigned int len);
	void (*write)(void *dev, uint64_t off, unsigned int len, uint64_t v);
	size_t state;
	size_t line; /* 0: interrupts nobody */
} kinds[] = {
	{ AB_DEV_UART_16550, ab_uart_read, ab_uart_write, offsetof(struct ab_devices, uart),
	  offsetof(struct ab_devices, uart.line) },
	{ AB_DEV_RTC_CMOS, ab_rtc_read, ab_rtc_write, offsetof(struct ab_devices, rtc),
	  offsetof(struct ab_devices, rtc.line) },
	{ AB_DEV_VIRTIO_MMIO, ab_rng_read, ab_rng_write, offsetof(struct ab_devices, rng),
	  offsetof(struct ab_devices, rng.line) },
	{ AB_DEV_ACPI_GED, ab_ged_read, NULL, offsetof(struct ab_devices, power),
	  offsetof(struct ab_devices, power.line) },
	{ AB_DEV_ACPI_SLEEP, ab_sleep_read, ab_sleep_write, offsetof(struct ab_devices, power), 0 },
	{ AB_DEV_ACPI_RESET, NULL, ab_reset_write, offsetof(struct ab_devices, power), 0 },
	{ AB_DEV_PVPANIC, ab_pvpanic_read, ab_pvpanic_write, offsetof(struct ab_devices, power),
	  0 },
	{ AB_DEV_PCIE_ECAM, ab_ecam_read, NULL, 0, 0 },
};

static void wake(void *ctx)
{
	struct ab_devices *d = ctx;

	(void)eventfd_write(d->wake, 1);
}

/* The guest took a byte: only a reader that waits for this is woken. */
static void input_ready(void *ctx)
{
	struct ab_devices *d = ctx;

	if (d->starved)
		wake(d);
	d->starved = false;
}

/* A console that nobody reads holds its guest up; one that is gone takes nothing. */
static void output(void *ctx, uint8_t byte)
{
	struct pollfd p = { .fd = STDOUT_FILENO, .events = POLLOUT };

	(void)ctx;
	while (write(STDOUT_FILENO, &byte, 1) < 0 && (errno == EINTR || errno == EAGAIN))
		(void)poll(&p, 1, -1);
}

static uint64_t now(void *ctx)
{
	struct timespec t;

	(void)ctx;
	clock_gettime(CLOCK_REALTIME, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

static bool attach(struct ab_devices *d, const struct ab_machine *m, const struct ab_dev *dev,
		   const struct ab_line *line)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct ab_bus_range range = { .base = dev->base, .size = ab_dev_size(dev) };

		if (kinds[i].type != dev->type)
			continue;
		range.read = kinds[i].read;
		range.write = kinds[i].write;
		range.dev = (uint8_t *)d + kinds[i].state;
		range.width = ab_dev_is_pio(m, dev) ? 1 : 0; /* as on an ISA bus */
		if (kinds[i].line != 0) {
			struct ab_line *to =
			    (struct ab_line *)(void *)((uint8_t *)d + kinds[i].line);

			*to = *line;
			to->gsi = ab_dev_irq(dev);
		}
		return ab_bus_add(ab_dev_is_pio(m, dev) ? &d->pio : &d->mmio, &range);
	}
	return true; /* KVM's own */
}

bool ab_devices_init(struct ab_devices *d, const struct ab_machine *m, const struct ab_spans *mem,
		     void (*set)(void *ctx, uint32_t gsi, bool high), void *ctx)
{
	const struct ab_dev *reset = ab_machine_dev(m, AB_DEV_ACPI_RESET, 0);
	struct ab_line line = { .set = set, .ctx = ctx };
	const struct ab_bus_range ports[] = {
		{ AB_KVM_I8042_DATA, 1, 1, ab_i8042_data_read, ab_i8042_data_write, &d->i8042 },
		{ AB_KVM_I8042_COMMAND, 1, 1, ab_i8042_status_read, ab_i8042_command_write,
		  &d->i8042 },
		{ AB_KVM_PCI_ADDRESS, 4, 0, ab_pci_address_read, ab_pci_address_write, &d->pci },
		{ AB_KVM_PCI_DATA, 4, 0, ab_pci_data_read, NULL, &d->pci },
	};

	*d = (struct ab_devices){ .lock = PTHREAD_MUTEX_INITIALIZER };
	d->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	d->uart.out = output;
	d->uart.ready = input_ready;
	d->rtc.now = now;
	d->rtc.rearm = wake;
	d->uart.ctx = d->rtc.ctx = d;
	d->rng.mem = mem;
	d->i8042.power = &d->power;
	d->has_button = ab_machine_dev(m, AB_DEV_ACPI_GED, 0) != NULL;
	d->power.reset_value = reset != NULL ? reset->value : 0;
	for (size_t i = 0; i < m->devs.n; i++)
		if (!attach(d, m, &m->devs.at[i], &line))
			return false;
	for (size_t i = 0; i < sizeof(ports) / sizeof(ports[0]); i++)
		if (!ab_bus_add(&d->pio, &ports[i]))
			return false;
	ab_uart_reset(&d->uart);
	ab_rtc_reset(&d->rtc);
	return d->wake >= 0;
}
