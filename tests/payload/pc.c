/* SPDX-License-Identifier: BSD-2-Clause */
/*
 * A guest of a PC that measures its timers by each other and sees their interrupts arrive. It finds
 * the registers in the FADT, and resets by the FADT's reset register at its end. Of times it
 * asserts nothing but their order, as its host may be busy: what may be late is asked again.
 */
#include "payload.h"

enum {
	PIT_CHANNEL_0 = 0x40,
	PIT_CHANNEL_2 = 0x42,
	PIT_COMMAND = 0x43,
	PORT_B = 0x61, /* gate of channel 2 in bit 0, its output in bit 5 */

	/* of the FADT, ACPI 5.2.9 */
	FADT_SCI = 46,
	FADT_EVENT = 56,
	FADT_CONTROL = 64,
	FADT_TIMER = 76,
	FADT_FLAGS = 112,
	FADT_RESET = 120,
	FADT_RESET_VALUE = 128,
	HW_REDUCED = 1 << 20,

	VECTOR_PIT = 0x50,
	VECTOR_SCI = 0x51,
	TRIES = 50,
};

#define LAPIC 0xfee00000u
#define IOAPIC 0xfec00000u

static uint8_t inb(uint32_t port)
{
	uint8_t v;

	__asm__ volatile("inb %w1, %0" : "=a"(v) : "d"(port));
	return v;
}

static uint16_t inw(uint32_t port)
{
	uint16_t v;

	__asm__ volatile("inw %w1, %0" : "=a"(v) : "d"(port));
	return v;
}

static void outw(uint32_t port, uint16_t v)
{
	__asm__ volatile("outw %0, %w1" : : "a"(v), "d"(port));
}

static uint32_t inl(uint32_t port)
{
	uint32_t v;

	__asm__ volatile("inl %w1, %0" : "=a"(v) : "d"(port));
	return v;
}

static uint32_t tsc(void)
{
	uint32_t low;

	__asm__ volatile("rdtsc" : "=a"(low) : : "edx");
	return low;
}

static void st32(uint32_t address, uint32_t v)
{
	*(volatile uint32_t *)(uintptr_t)address = v;
}

static uint64_t find_fadt(void)
{
	const uint64_t rsdp = ld64(regs[RBX] + 32); /* of start_info */
	const uint64_t xsdt = rsdp != 0 ? ld64(rsdp + 24) : 0;

	for (uint32_t at = 36; xsdt != 0 && at < ld32(xsdt + 4); at += 8)
		if (same(ld64(xsdt + at), "FACP"))
			return ld64(xsdt + at);
	return 0;
}

/* ---- interrupts: with the CPU's flag clear they stay where they arrived, in the local APIC --- */

static void route(uint32_t pin, uint32_t low)
{
	st32(IOAPIC, 0x11 + 2 * pin);
	st32(IOAPIC + 0x10, 0);
	st32(IOAPIC, 0x10 + 2 * pin);
	st32(IOAPIC + 0x10, low);
}

static bool arrived(uint32_t vector)
{
	return (ld32(LAPIC + 0x200 + 0x10 * (vector / 32)) >> vector % 32 & 1) != 0;
}

/* ---- time --------------------------------------------------------------------------------- */

/* Let channel 2 count so many ticks down, once. Returns those of the PM timer meanwhile. */
static uint32_t count_down(uint32_t timer, uint16_t ticks)
{
	uint32_t from;

	outb(PORT_B, (uint8_t)((inb(PORT_B) & ~3u) | 1)); /* gate on, speaker off */
	outb(PIT_COMMAND, 0xb0); /* channel 2, both bytes, mode 0 */
	outb(PIT_CHANNEL_2, (uint8_t)ticks);
	from = inl(timer);
	outb(PIT_CHANNEL_2, (uint8_t)(ticks >> 8)); /* begins */
	while ((inb(PORT_B) & 0x20) == 0)
		;
	return (inl(timer) - from) & 0xffffff;
}

static void check_timers(uint32_t timer)
{
	static const uint16_t counts[] = { 2000, 10000, 50000 };
	const uint32_t from = inl(timer), from_tsc = tsc();

	check("timer-24-bits", from >> 24 == 0, from);
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		const uint32_t right = 3u * counts[i];
		uint32_t least = UINT32_MAX;

		for (int k = 0; k < TRIES && (k == 0 || least > 3 * right); k++) {
			const uint32_t took = count_down(timer, counts[i]);

			least = took < least ? took : least;
		}
		/* never before its time; and once soon after */
		check("pit-not-early", least >= right / 2, least);
		check("pit-in-time", least <= 3 * right, least);
	}
	check("timer-advances", inl(timer) != from, from);
	check("tsc-advances", tsc() != from_tsc, from_tsc);
}

/* The PIT's IRQ 0 arrives at input 2 of the I/O APIC, as the MADT says. */
static void check_pit_interrupt(uint32_t timer)
{
	/* a second, by a timer of which each read may take as long as it likes */
	uint32_t left = 3579545, last = inl(timer);

	st32(LAPIC + 0xf0, 0x1ff); /* on; vector of spurious ones */
	route(0, 1 << 16);
	route(2, VECTOR_PIT);
	outb(PIT_COMMAND, 0x34); /* channel 0, both bytes, mode 2 */
	outb(PIT_CHANNEL_0, 0xa9); /* 1193: a thousand each second */
	outb(PIT_CHANNEL_0, 0x04);
	while (!arrived(VECTOR_PIT) && left != 0) {
		const uint32_t now = inl(timer), passed = (now - last) & 0xffffff;

		last = now;
		left = passed < left ? left - passed : 0;
	}
	check("pit-interrupt", arrived(VECTOR_PIT), left);
}

/* The event of the timer's highest bit raises the SCI. */
static void check_sci(uint64_t fadt)
{
	const uint32_t event = ld32(fadt + FADT_EVENT), timer = ld32(fadt + FADT_TIMER);
	const uint32_t sci = ld16(fadt + FADT_SCI), before = inl(timer);
	uint32_t last = before, back = 0;

	check_is("sci", sci, 9);
	check_is("control", inw(ld32(fadt + FADT_CONTROL)), 1); /* SCI_EN: always in ACPI mode */
	route(sci, VECTOR_SCI | 1 << 15);
	outw(event + 2, 0);
	outw(event, 0xffff);
	check_is("status-cleared", inw(event) & 1, 0);
	outw(event + 2, 1);
	check_is("enabled", inw(event + 2), 1);
	while (((last ^ before) & 0x800000) == 0) {
		const uint32_t now = inl(timer);

		back += ((now - last) & 0xffffff) > 0xff0000; /* as by a read of byte after byte */
		last = now;
	}
	check_is("timer-never-back", back, 0);
	check_is("status", inw(event), 1);
	check("sci-arrives", arrived(VECTOR_SCI), 0);
}

void payload(enum entry how)
{
	uint64_t fadt = 0;

	if (check_is("entry", how, ENTRY_PVH), how == ENTRY_PVH)
		fadt = find_fadt();
	if (check("fadt", fadt != 0, fadt)) {
		check_is("not-hardware-reduced", ld32(fadt + FADT_FLAGS) & HW_REDUCED, 0);
		check_timers(ld32(fadt + FADT_TIMER));
		check_pit_interrupt(ld32(fadt + FADT_TIMER));
		check_sci(fadt);
	}
	say("PAYLOAD ");
	say(failed() == 0 ? "PASS" : "FAIL ");
	if (failed() != 0)
		say_hex(failed());
	say("\n");
	if (fadt != 0)
		outb((uint16_t)ld32(fadt + FADT_RESET), (uint8_t)ld8(fadt + FADT_RESET_VALUE));
	for (;;)
		__asm__ volatile("hlt");
}
