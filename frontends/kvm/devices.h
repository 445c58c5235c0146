/* SPDX-License-Identifier: BSD-2-Clause */
/** @file devices.h A machine's devices on their buses, behind one lock. */
#ifndef VMM_DEVICES_H
#define VMM_DEVICES_H

#include <pthread.h>
#include <stdatomic.h>

#include <aetherboot/machine.h>
#include <aetherboot/mem.h>

#include "devices/bus.h"
#include "devices/i8042.h"
#include "devices/pci_host.h"
#include "devices/pl011.h"
#include "devices/pl031.h"
#include "devices/pl061.h"
#include "devices/power.h"
#include "devices/rtc_cmos.h"
#include "devices/uart16550.h"
#include "devices/virtio_rng.h"

/** What comes from outside, and who takes it. NULL: no device does. */
struct vmm_inputs {
	void *console; /**< handed to @c room and @c input */
	size_t (*room)(const void *console); /**< bytes that it takes now */
	void (*input)(void *console, uint8_t byte); /**< takes one */
	void *clock; /**< handed to @c tick */
	bool (*tick)(void *clock); /**< looks at the time; true: and at the next second again */
	void *button; /**< handed to @c press */
	void (*press)(void *button, bool down); /**< the power button moves */
};

/** All devices that a machine may have; those that it does not list are in their zero state.
 *  Everything but @c wake is touched under @c lock only. */
struct vmm_devices {
	pthread_mutex_t lock;
	struct dev_bus pio; /**< I/O ports */
	struct dev_bus mmio; /**< memory */
	struct vmm_inputs inputs;
	struct dev_uart16550 uart;
	struct dev_pl011 pl011;
	struct dev_rtc_cmos rtc;
	struct dev_pl031 pl031;
	struct dev_power power;
	struct dev_pl061 gpio;
	struct dev_virtio_rng rng;
	struct dev_pci_host pci;
	struct dev_i8042 i8042;
	bool starved; /**< input waits until the guest can take it */
	int wake; /**< eventfd: the input thread shall look again */
};

/** Put the devices of @p m on their buses.
 * @param d    filled
 * @param m    the machine; kinds that KVM emulates itself are left to it
 * @param mem  guest memory, for devices that reach into it
 * @param set  drives an interrupt line
 * @param ctx  handed to @p set
 * @return false when they do not fit on the buses, or without an eventfd */
AB_MUST_CHECK bool vmm_devices_init(struct vmm_devices *d, const struct ab_machine *m,
				    const struct ab_spans *mem,
				    void (*set)(void *ctx, uint32_t irq, bool high), void *ctx);

/** Start the thread that feeds the console's input, the clock's alarms and, on SIGTERM, the
 *  power button. From here on SIGINT, SIGHUP, SIGQUIT, and a SIGTERM that finds no button or
 *  comes twice, end the process, and the terminal is raw.
 * @param d       the devices
 * @param changed inotify descriptor: whatever it tells ends the guest; -1: none
 * @return 0 or an errno */
AB_MUST_CHECK int vmm_devices_start(struct vmm_devices *d, int changed);

#endif /* VMM_DEVICES_H */
