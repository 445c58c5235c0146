/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file devices.h
 * A machine's devices on their buses, behind one lock, and the thread that brings events from
 * outside to them.
 */
#ifndef VMM_DEVICES_H
#define VMM_DEVICES_H

#include <pthread.h>
#include <stdatomic.h>

#include <aetherboot/machine.h>
#include <aetherboot/mem.h>

#include "devices/acpi_pm.h"
#include "devices/bus.h"
#include "devices/i8042.h"
#include "devices/pci_host.h"
#include "devices/pl011.h"
#include "devices/pl031.h"
#include "devices/pl061.h"
#include "devices/power.h"
#include "devices/rtc_cmos.h"
#include "devices/uart16550.h"
#include "devices/virtio_console.h"
#include "devices/virtio_rng.h"

/** Which devices take the events from outside. A function is NULL where no device does. */
struct vmm_inputs {
	void *console; /**< The first argument of @c room, @c input and @c flush. */
	size_t (*room)(const void *console); /**< Gives the number of bytes that fit now. */
	void (*input)(void *console, uint8_t byte); /**< Takes a byte of stdin. */
	void (*flush)(
	    void *console); /**< Called behind the last byte of some; NULL: need not be. */
	/** Devices that look at the time, @c n_clocks entries. */
	struct {
		void *clock; /**< The argument of @c tick. */
		bool (*tick)(void *clock); /**< True: it must be called at the next second, too. */
	} clocks[2];
	size_t n_clocks; /**< The number of entries in @c clocks that are in use. */
	void *button; /**< The first argument of @c press. */
	void (*press)(void *button, bool down); /**< Moves the power button. */
};

/** All devices that a machine may have. Those that a machine does not list are on no bus. */
struct vmm_devices {
	pthread_mutex_t lock; /**< Whoever touches a field but @c lock and @c wake must hold it. */
	struct dev_bus pio; /**< I/O ports. */
	struct dev_bus mmio; /**< Guest-physical addresses without memory. */
	struct vmm_inputs inputs; /**< Constant after vmm_devices_init(). */
	struct dev_uart16550 uart; /**< x86: the UART. */
	struct dev_pl011 pl011; /**< arm64: the UART. */
	struct dev_rtc_cmos rtc; /**< x86: the clock. */
	struct dev_pl031 pl031; /**< arm64 with a device tree: the clock. */
	struct dev_acpi_pm pm; /**< x86, a PC: PM timer and power button. */
	struct dev_power power; /**< The end of the guest; with ACPI: the power button. */
	struct dev_pl061 gpio; /**< arm64 with a device tree: the power button. */
	struct dev_virtio_rng rng; /**< The entropy device. */
	struct dev_virtio_console console; /**< The console device. */
	struct dev_pci_host pci; /**< x86: configuration space. */
	struct dev_i8042 i8042; /**< x86: the keyboard controller. */
	bool starved; /**< Input waits until the guest makes room for it. */
	int wake; /**< An eventfd; writing to it makes the input thread look again. */
};

/** Put the devices of a machine on their buses, in their reset state.
 * @param d    filled; must not move afterwards
 * @param m    the machine; the devices that KVM emulates are left to KVM
 * @param mem  guest memory, for devices that access it; borrowed as long as the guest runs
 * @param set  drives an interrupt line; see dev_line.set
 * @param ctx  the first argument of @p set
 * @return false when the devices do not fit on the buses, or without an eventfd */
AB_MUST_CHECK bool vmm_devices_init(struct vmm_devices *d, const struct ab_machine *m,
				    const struct ab_spans *mem,
				    void (*set)(void *ctx, uint32_t irq, bool high), void *ctx);

/** Accesses of a guest to one address of a bus: one, or those of an instruction that repeats. */
struct vmm_access {
	const struct dev_bus *bus; /**< The bus. */
	uint64_t addr; /**< Where, as dev_bus_read() takes it. */
	void *data; /**< @c count times @c size bytes: what is written, or room for what is read. */
	unsigned int size; /**< Bytes of each, 1 to 8. */
	uint32_t count; /**< How many there are. */
	bool write; /**< Whether the guest writes. */
};

/** Perform accesses, with nothing of other CPUs between them.
 * @return how the guest ends, as of now */
enum dev_guest_end vmm_devices_access(struct vmm_devices *d, const struct vmm_access *a);

/** Start the thread that feeds stdin to the console, ticks the clock and, on SIGTERM, presses the
 *  power button. From then on the terminal is raw, and the process ends on SIGINT, SIGHUP and
 *  SIGQUIT, on a SIGTERM that finds no button or comes half a second or more after the first, and
 *  when the guest still runs some time after the first. A signal that was ignored when the process
 *  began stays ignored.
 * @param d       the devices
 * @param changed an inotify descriptor: any event on it ends the guest; -1: there is none
 * @param seconds how long the guest may run on after a SIGTERM; 0: that stops it at once
 * @return 0, or an errno: no thread is started then */
AB_MUST_CHECK int vmm_devices_start(struct vmm_devices *d, int changed, unsigned int seconds);

#endif /* VMM_DEVICES_H */
