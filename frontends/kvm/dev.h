/* SPDX-License-Identifier: BSD-2-Clause */
/** @file dev.h The devices of the VMM. None locks: their owner calls them one at a time. */
#ifndef AETHERBOOT_KVM_DEV_H
#define AETHERBOOT_KVM_DEV_H

#include <aetherboot/base.h>
#include <aetherboot/mem.h>

#include "bus.h"

/* ---- 16550A, with the other end of its line in this process -------------------------------- */

/** A UART whose transmitter is always done. */
struct ab_uart {
	struct ab_line line; /**< its interrupt */
	void (*out)(void *ctx, uint8_t byte); /**< takes what the guest sends */
	void (*ready)(void *ctx); /**< the guest can take input again */
	void *ctx; /**< handed to both */
	uint8_t ier, fcr, lcr, mcr, scr, dll, dlm; /**< registers as written */
	uint8_t errors; /**< LSR bits that a read clears */
	uint8_t deltas; /**< MSR bits that a read clears */
	bool empty; /**< "transmitter empty" was not told yet */
	uint8_t fifo[16]; /**< received, from @c head */
	uint8_t head, count; /**< where the first is, how many there are */
};

/** Put it into its reset state; connections are kept. */
void ab_uart_reset(struct ab_uart *u);
/** ab_bus_range.read of its 8 registers. */
uint64_t ab_uart_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its 8 registers. */
void ab_uart_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Bytes it takes now: as real line discipline has it, none until the guest raises RTS. */
size_t ab_uart_room(const void *dev);
/** Receive a byte. */
void ab_uart_input(void *dev, uint8_t byte);

/* ---- PrimeCells: PL011 UART, PL031 clock, PL061 GPIO ---------------------------------------- */

/** Identification registers, 0xfe0 to 0xffc of every PrimeCell.
 * @param part     its number, e.g. 0x011
 * @param revision what its manual says
 * @param off      from the device's base
 * @return what is read there; 0 elsewhere */
uint64_t ab_primecell_id(uint32_t part, uint32_t revision, uint64_t off);

/** A UART whose transmitter is always done. It resets to what firmware leaves behind: drivers of
 *  the subset that SBSA asks for switch nothing on. */
struct ab_pl011 {
	struct ab_line line; /**< its interrupt, level */
	void (*out)(void *ctx, uint8_t byte); /**< takes what the guest sends */
	void (*ready)(void *ctx); /**< the guest can take input again */
	void *ctx; /**< handed to both */
	uint32_t rsr, ilpr, ibrd, fbrd, lcr, cr, ifls, imsc, ris; /**< registers */
	uint8_t fifo[32]; /**< received, from @c head */
	uint8_t head, count; /**< where the first is, how many there are */
};

/** Put it into its reset state; connections are kept. */
void ab_pl011_reset(struct ab_pl011 *u);
/** ab_bus_range.read of its 4 KiB. */
uint64_t ab_pl011_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its 4 KiB. */
void ab_pl011_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Bytes it takes now: none until the guest unmasks a receive interrupt, as Linux throws away
 *  what is there before. */
size_t ab_pl011_room(const void *dev);
/** Receive a byte. */
void ab_pl011_input(void *dev, uint8_t byte);

/** A clock of 32-bit seconds with an alarm. */
struct ab_pl031 {
	struct ab_line line; /**< its interrupt, level */
	uint64_t (*now)(void *ctx); /**< nanoseconds since 1970, UTC */
	void (*rearm)(void *ctx); /**< an alarm was set: call ab_pl031_tick() each second */
	void *ctx; /**< handed to both */
	uint32_t offset; /**< seconds that the guest set it ahead */
	uint32_t last; /**< second up to which alarms are known */
	uint32_t mr, lr, imsc, ris; /**< registers */
};

/** Put it into its reset state; connections are kept. */
void ab_pl031_reset(struct ab_pl031 *r);
/** ab_bus_range.read of its 4 KiB. */
uint64_t ab_pl031_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its 4 KiB. */
void ab_pl031_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Bring alarm and interrupt up to now.
 * @return true when it wants to be called at the next second too */
bool ab_pl031_tick(void *dev);

/** Line of the power button, as the device tree has it. */
#define AB_PL061_BUTTON 3

/** Eight lines. All zero is its reset state. */
struct ab_pl061 {
	struct ab_line line; /**< its interrupt, level */
	uint8_t in; /**< levels from outside */
	uint8_t out; /**< levels that the guest drives */
	uint8_t dir, is, ibe, iev, ie, afsel; /**< registers */
	uint8_t seen; /**< levels up to which edges are known */
	uint8_t edges; /**< those that came */
};

/** ab_bus_range.read of its 4 KiB. */
uint64_t ab_pl061_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its 4 KiB. */
void ab_pl061_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Drive line @p pin, 0 to 7, from outside. */
void ab_pl061_set(struct ab_pl061 *g, unsigned int pin, bool high);

/* ---- MC146818 clock ------------------------------------------------------------------------ */

/** A CMOS clock: 24-hour mode, update and alarm interrupts. */
struct ab_rtc {
	struct ab_line line; /**< its interrupt */
	uint64_t (*now)(void *ctx); /**< nanoseconds since 1970, UTC */
	void (*rearm)(void *ctx); /**< interrupts were switched: call ab_rtc_tick() each second */
	void *ctx; /**< handed to both */
	int64_t offset; /**< seconds that the guest set it ahead */
	int64_t last; /**< second up to which flags are known */
	uint8_t index; /**< register that port 1 reaches */
	uint8_t reg[128]; /**< battery-backed bytes, and what the guest wrote */
};

/** Put it into its reset state; connections are kept. */
void ab_rtc_reset(struct ab_rtc *rtc);
/** ab_bus_range.read of its 2 ports. */
uint64_t ab_rtc_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its 2 ports. */
void ab_rtc_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Bring flags and interrupt up to now.
 * @return true when it wants to be called at the next second too */
bool ab_rtc_tick(void *dev);

/* ---- how a guest ends, and the button that asks it to --------------------------------------- */

/** What a guest wants of its VMM. */
enum ab_guest_end {
	AB_GUEST_RUNS = 0, /**< nothing */
	AB_GUEST_OFF, /**< it switched itself off */
	AB_GUEST_RESET, /**< it asks for a reset */
	AB_GUEST_PANIC, /**< it tells of its panic */
};

/** ACPI sleep and reset registers, event device, pvpanic. */
struct ab_power {
	struct ab_line line; /**< event device's interrupt */
	enum ab_guest_end end; /**< the first end asked for stays */
	uint8_t reset_value; /**< what the reset register waits for */
	uint32_t events; /**< not read yet; bit 0: power button */
};

/** End it that way, unless it has ended already. */
void ab_power_end(struct ab_power *p, enum ab_guest_end how);
/** Press the power button. */
void ab_power_button(struct ab_power *p);
/** Event register. */
uint64_t ab_ged_read(void *dev, uint64_t off, unsigned int len);
/** Sleep control and status. */
uint64_t ab_sleep_read(void *dev, uint64_t off, unsigned int len);
/** Sleep control and status. */
void ab_sleep_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Reset register. */
void ab_reset_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Events that pvpanic knows. */
uint64_t ab_pvpanic_read(void *dev, uint64_t off, unsigned int len);
/** The guest tells of its panic. */
void ab_pvpanic_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/* ---- keyboard controller -------------------------------------------------------------------- */

/** i8042 with nothing attached: its reset line is what it is there for, the rest keeps a kernel
 *  that looks for it from waiting. It interrupts nobody. */
struct ab_i8042 {
	struct ab_power *power; /**< what its reset line resets */
	uint8_t command; /**< the one whose data byte is to come, or 0 */
	uint8_t config; /**< command byte */
	uint8_t out; /**< output buffer */
	bool full; /**< the output buffer was not read yet */
};

/** Port 0x60: output buffer. */
uint64_t ab_i8042_data_read(void *dev, uint64_t off, unsigned int len);
/** Port 0x60: a command's data, or a byte for the keyboard that is not there. */
void ab_i8042_data_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Port 0x64: status. */
uint64_t ab_i8042_status_read(void *dev, uint64_t off, unsigned int len);
/** Port 0x64: command. */
void ab_i8042_command_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/* ---- virtio-mmio entropy device ------------------------------------------------------------- */

/** Most entries of its one queue. */
#define AB_RNG_QUEUE 64

/** virtio 1.x entropy device on the MMIO transport, version 2. */
struct ab_rng {
	struct ab_line line; /**< its interrupt, level */
	const struct ab_spans *mem; /**< guest memory; the guest may write it at any time */
	bool (*random)(void *ctx, void *buf, size_t n); /**< fills @c buf; false: it cannot */
	void *ctx; /**< handed to @c random */
	uint32_t status; /**< device status */
	uint32_t isr; /**< interrupt status */
	uint32_t device_sel, driver_sel; /**< which half of the features */
	uint64_t features; /**< what the driver accepted */
	uint32_t queue; /**< which queue the registers show; only 0 exists */
	uint32_t size; /**< entries */
	bool ready; /**< rings are in use: the pointers below are valid */
	uint64_t desc, avail, used; /**< guest-physical */
	uint8_t *desc_at, *avail_at, *used_at; /**< in this process */
	uint16_t next; /**< available index up to which it has looked */
};

/** ab_bus_range.read of its registers. */
uint64_t ab_rng_read(void *dev, uint64_t off, unsigned int len);
/** ab_bus_range.write of its registers. */
void ab_rng_write(void *dev, uint64_t off, unsigned int len, uint64_t v);

/* ---- PCI configuration space ----------------------------------------------------------------- */

/** Configuration by ports, as every PC has it: function 00:00.0 is a host bridge. */
struct ab_pci {
	uint32_t address; /**< what the address port holds */
};

/** Address port, 0xcf8 of a PC. */
uint64_t ab_pci_address_read(void *dev, uint64_t off, unsigned int len);
/** Address port, 0xcf8 of a PC. */
void ab_pci_address_write(void *dev, uint64_t off, unsigned int len, uint64_t v);
/** Data port, 0xcfc of a PC. */
uint64_t ab_pci_data_read(void *dev, uint64_t off, unsigned int len);

/** Read of the PCIe window: function 00:00.0 is a host bridge, all others are absent. */
uint64_t ab_ecam_read(void *dev, uint64_t off, unsigned int len);

#endif /* AETHERBOOT_KVM_DEV_H */
