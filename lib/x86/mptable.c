/* SPDX-License-Identifier: BSD-2-Clause */
/* MultiProcessor Specification 1.4: floating pointer and configuration table. */
#include <aetherboot/x86.h>

#include "../base/base_priv.h"
#include "../base/libc.h"
#include "../machine/machine_priv.h"
#include "../machine/pc.h"

/* Entry types. MPS 4.3 */
enum {
	MP_PROCESSOR = 0,
	MP_BUS = 1,
	MP_IOAPIC = 2,
	MP_IO_INT = 3,
	MP_LOCAL_INT = 4,
};

/* Interrupt types. MPS 4.3.4 */
enum {
	INT_VECTORED = 0,
	INT_NMI = 1,
	INT_EXT = 3,
};

#define ALL_LAPICS 0xff /* MPS 4.3.5 */
#define IOAPICS 256 /* as many ids as I/O APICs have */

/* The table being appended. */
struct mp {
	const struct ab_machine *m;
	struct ab_buf *out;
	size_t start; /* its first byte's offset in out */
	unsigned int entries;
	unsigned int isa; /* bus id */
	size_t n_ioapics;
	uint32_t gsi[IOAPICS]; /* first one of each I/O APIC, ascending */
	uint8_t apic_id[IOAPICS]; /* of the same I/O APIC */
};

/* Append text, padded to n characters with spaces. MPS 4.2 */
static void put_text(struct ab_buf *out, const char *text, size_t n)
{
	ab_put_str(out, text);
	for (size_t i = strlen(text); i < n; i++)
		ab_put_le(out, ' ', 1);
}

/* Set the byte at @at so that all bytes from @start to the end of the writer sum to 0. */
static void put_checksum(struct ab_buf *out, size_t start, size_t at)
{
	if (out->data != NULL && out->error.code == AB_OK)
		ab_poke_le(out, at, 0u - ab_sum8(out->data + start, out->len - start), 1);
}

static void entry(struct mp *t, unsigned int type)
{
	ab_put_le(t->out, type, 1);
	t->entries++;
}

/* MPS 4.3.1 */
static void processors(struct mp *t)
{
	for (uint32_t i = 0; i < t->m->n_cpus; i++) {
		const uint64_t id = ab_machine_cpu_id(t->m, i);

		if (id > AB_PC_LAPIC_ID_MAX) {
			ab_buf_fail_with_(
			    t->out,
			    &(struct ab_error){ .code = AB_ERR_UNSUPPORTED,
						.what = "machine.cpus[].id",
						.index = i,
						.value = id,
						.other = "must be at most 254 in an MP table" });
			return;
		}
		entry(t, MP_PROCESSOR);
		ab_put_le(t->out, id, 1); /* 1 local APIC id */
		ab_put_le(t->out, 0x14, 1); /* 2 local APIC version: xAPIC */
		ab_put_le(t->out, i == 0 ? 3 : 1, 1); /* 3 CPU flags: enabled, boot CPU */
		ab_put_le(t->out, 0x600, 4); /* 4 CPU signature: family 6; guests read CPUID */
		ab_put_le(t->out, 0x201, 4); /* 8 feature flags: FPU, APIC */
		ab_put(t->out, NULL, 8); /* 12 reserved */
	}
}

/* The next host bridge of segment 0 after @d; MP tables know no segments. */
static const struct ab_dev *next_bridge(const struct ab_machine *m, const struct ab_dev *d)
{
	for (size_t i = d != NULL ? (size_t)(d - m->devs.at) + 1 : 0; i < m->devs.n; i++) {
		d = &m->devs.at[i];
		if (ab_dev_is_bridge_(d) && d->pcie.segment == 0)
			return d;
	}
	return NULL;
}

static void bus(struct mp *t, unsigned int id, const char *type)
{
	entry(t, MP_BUS);
	ab_put_le(t->out, id, 1); /* 1 bus id */
	put_text(t->out, type, 6); /* 2 bus type */
}

/* MPS 4.3.2: the id of a PCI bus is its number. The ISA bus gets an id that no bus below a bridge
 * has, or 255 if all ids are taken. */
static void buses(struct mp *t)
{
	const struct ab_dev *d = NULL;

	while ((d = next_bridge(t->m, d)) != NULL) {
		unsigned int end = d->pcie.bus + ab_machine_buses_(t->m, d);

		bus(t, d->pcie.bus, "PCI");
		t->isa = end > t->isa ? end : t->isa;
	}
	t->isa = t->isa < 255 ? t->isa : 255;
	bus(t, t->isa, "ISA");
}

/* The number of I/O APICs whose first GSI is at or below @gsi. */
static size_t ioapics_to(const struct mp *t, uint32_t gsi)
{
	size_t lo = 0, hi = t->n_ioapics;

	while (lo < hi) {
		const size_t mid = lo + (hi - lo) / 2;

		if (t->gsi[mid] <= gsi)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Keep an I/O APIC for the many interrupts that are looked up. Their ids differ, so all fit. */
static void keep_ioapic(struct mp *t, uint32_t gsi, uint8_t apic_id)
{
	const size_t at = ioapics_to(t, gsi), rest = t->n_ioapics - at;

	if (t->n_ioapics >= IOAPICS)
		return;
	memmove(&t->gsi[at + 1], &t->gsi[at], rest * sizeof(t->gsi[0]));
	memmove(&t->apic_id[at + 1], &t->apic_id[at], rest);
	t->gsi[at] = gsi;
	t->apic_id[at] = apic_id;
	t->n_ioapics++;
}

/* MPS 4.3.3 */
static void ioapics(struct mp *t)
{
	const struct ab_dev *d = NULL;

	while ((d = ab_machine_next_ioapic_(t->m, d)) != NULL) {
		entry(t, MP_IOAPIC);
		ab_put_le(t->out, d->ioapic.apic_id, 1); /* 1 id */
		ab_put_le(t->out, 0x11, 1); /* 2 version: 82093AA */
		ab_put_le(t->out, 1, 1); /* 3 flags: enabled */
		ab_put_le(t->out, d->base, 4); /* 4 address */
		keep_ioapic(t, d->ioapic.gsi, d->ioapic.apic_id);
	}
}

/* Table 4-10: bits 0-1 polarity, 2-3 trigger; 0: as the bus specifies, 1: high or edge, 3: low or
 * level */
static unsigned int flags(enum ab_irq_flags f)
{
	static const uint8_t table[] = {
		[AB_IRQ_USUAL] = 0,      [AB_IRQ_EDGE_HIGH] = 0, /* as ISA specifies */
		[AB_IRQ_EDGE_LOW] = 0x7, [AB_IRQ_LEVEL_HIGH] = 0xd, [AB_IRQ_LEVEL_LOW] = 0xf,
	};

	return table[f];
}

/* Refuse an interrupt of @d, or an ISA interrupt that no device uses (NULL). */
static void refuse(struct mp *t, const struct ab_dev *d, uint32_t gsi)
{
	const bool pci = d != NULL && ab_dev_is_bridge_(d);
	struct ab_error e = {
		.code = AB_ERR_UNSUPPORTED,
		.what = "mp_table.irq",
		.value = gsi,
		.other = pci ? "must be one of the first 256 inputs of an I/O APIC in an MP table"
			     : "must be an input of an I/O APIC, and at most 255 in an MP table",
	};

	if (d != NULL) {
		e.what = ab_dev_wire_field_(d, gsi);
		e.index = (uint64_t)(d - t->m->devs.at);
		e.name = ab_dev_name(d->type);
	}
	ab_buf_fail_with_(t->out, &e);
}

/* MPS 4.3.4: an interrupt of a bus that arrives at a GSI; @from: its device, or NULL */
static void io_int(struct mp *t, const struct ab_dev *from, unsigned int flag_bits,
		   unsigned int bus_id, unsigned int bus_irq, uint32_t gsi)
{
	const size_t n = ioapics_to(t, gsi); /* it is an input of the last one */

	if (n == 0 || gsi - t->gsi[n - 1] > 255 || bus_irq > 255) {
		refuse(t, from, gsi);
		return;
	}
	entry(t, MP_IO_INT);
	ab_put_le(t->out, INT_VECTORED, 1); /* 1 interrupt type */
	ab_put_le(t->out, flag_bits, 2); /* 2 flags */
	ab_put_le(t->out, bus_id, 1); /* 4 source bus */
	ab_put_le(t->out, bus_irq, 1); /* 5 source bus IRQ */
	ab_put_le(t->out, t->apic_id[n - 1], 1); /* 6 destination IOAPIC */
	ab_put_le(t->out, gsi - t->gsi[n - 1], 1); /* 7 its pin */
}

/* MPS D.3: device number in bits 2-6, pin in 0-1. PCI specifies levels, active low */
static void pci_interrupts(struct mp *t)
{
	const struct ab_dev *d = NULL;

	while ((d = next_bridge(t->m, d)) != NULL) {
		const enum ab_irq_flags f = ab_dev_irq_flags(t->m, d);
		const unsigned int bits = f == AB_IRQ_LEVEL_LOW   ? 0
					  : f == AB_IRQ_EDGE_HIGH ? 0x5
								  : flags(f);

		for (unsigned int slot_pin = 0; slot_pin < 32 * 4; slot_pin++) {
			const uint32_t gsi = ab_dev_intx_(d, slot_pin / 4, slot_pin % 4);

			if (gsi != 0)
				io_int(t, d, bits, d->pcie.bus, slot_pin, gsi);
		}
	}
}

static bool is_intx(const struct ab_machine *m, uint32_t gsi)
{
	const struct ab_dev *d = NULL;

	while ((d = next_bridge(m, d)) != NULL)
		for (size_t k = 0; k < ab_dev_wires_(d); k++)
			if (ab_dev_wire_(d, k) == gsi)
				return true;
	return false;
}

#define GSIS 256 /* no entry has an interrupt beyond */

/* True if the interrupt was not seen before, or is too high for an entry. */
static bool is_new(uint8_t seen[GSIS / 8], uint32_t gsi)
{
	const bool is = gsi >= GSIS || (seen[gsi / 8] >> gsi % 8 & 1) == 0;

	if (gsi < GSIS)
		seen[gsi / 8] = (uint8_t)(seen[gsi / 8] | 1U << gsi % 8);
	return is;
}

/* Get the @k-th interrupt of a device; INTx are those of a bus of their own. */
static uint32_t isa_wire(const struct ab_dev *d, size_t k)
{
	return ab_dev_is_bridge_(d) ? 0 : ab_dev_wire_(d, k);
}

/* Interrupts 0 to 15, whether a device uses them or not. */
static void old_interrupts(struct mp *t)
{
	const struct ab_dev *pit = ab_machine_dev(t->m, AB_DEV_PIT_8254, 0);
	const struct ab_dev *user[16] = { NULL }; /* the first device of each */

	for (size_t i = t->m->devs.n; i-- != 0;) {
		const struct ab_dev *d = &t->m->devs.at[i];

		for (size_t k = 0; k < AB_DEV_WIRES; k++)
			if (isa_wire(d, k) < 16)
				user[isa_wire(d, k)] = d;
	}
	if (pit != NULL)
		io_int(t, pit, 0, t->isa, 0, 2);
	for (uint32_t gsi = 1; gsi < 16; gsi++) {
		const struct ab_dev *d = user[gsi];

		if (is_intx(t->m, gsi) || (gsi == 2 && (pit != NULL || d == NULL)))
			continue;
		io_int(t, d, d != NULL ? flags(ab_dev_irq_flags(t->m, d)) : 0, t->isa, gsi, gsi);
	}
}

static void isa_interrupts(struct mp *t)
{
	uint8_t seen[GSIS / 8] = { 0 };

	old_interrupts(t);
	for (size_t i = 0; i < t->m->devs.n && t->out->error.code == AB_OK; i++) {
		const struct ab_dev *d = &t->m->devs.at[i];

		for (size_t k = 0; k < AB_DEV_WIRES; k++) {
			const uint32_t gsi = isa_wire(d, k);

			if (gsi >= 16 && is_new(seen, gsi) && !is_intx(t->m, gsi))
				io_int(t, d, flags(ab_dev_irq_flags(t->m, d)), t->isa, gsi, gsi);
		}
	}
}

/* MPS 4.3.5 */
static void local_int(struct mp *t, unsigned int type, unsigned int pin)
{
	entry(t, MP_LOCAL_INT);
	ab_put_le(t->out, type, 1); /* 1 interrupt type */
	ab_put_le(t->out, 0, 2); /* 2 flags: as the bus specifies */
	ab_put_le(t->out, t->isa, 1); /* 4 source bus */
	ab_put_le(t->out, 0, 1); /* 5 source bus IRQ */
	ab_put_le(t->out, ALL_LAPICS, 1); /* 6 destination */
	ab_put_le(t->out, pin, 1); /* 7 its LINTIN# */
}

/* MPS 4.2. Length, checksum and count are filled in at the end. */
static void header(struct mp *t)
{
	const struct ab_machine *m = t->m;

	ab_put_str(t->out, "PCMP"); /* 0 signature */
	ab_put_le(t->out, 0, 2); /* 4 base table length */
	ab_put_le(t->out, 4, 1); /* 6 specification 1.4 */
	ab_put_le(t->out, 0, 1); /* 7 checksum */
	put_text(t->out, ab_machine_oem_id_(m), 8); /* 8 OEM id */
	put_text(t->out, ab_machine_oem_table_id_(m), 12); /* 16 product */
	ab_put_le(t->out, 0, 4); /* 28 OEM table: none */
	ab_put_le(t->out, 0, 2); /* 32 its size */
	ab_put_le(t->out, 0, 2); /* 34 entry count */
	ab_put_le(t->out, AB_PC_LAPIC, 4); /* 36 local APIC address */
	ab_put_le(t->out, 0, 2); /* 40 extended table length: none */
	ab_put_le(t->out, 0, 1); /* 42 its checksum */
	ab_put_le(t->out, 0, 1); /* 43 reserved */
}

void ab_x86_mp_table(const struct ab_machine *m, uint64_t gpa, struct ab_buf *out)
{
	struct mp t = { .m = m, .out = out, .start = out->len };

	header(&t);
	processors(&t);
	buses(&t);
	ioapics(&t);
	pci_interrupts(&t);
	isa_interrupts(&t);
	if (ab_machine_dev(m, AB_DEV_PIC_8259, 0) != NULL)
		local_int(&t, INT_EXT, 0);
	local_int(&t, INT_NMI, 1);
	if (!ab_within(gpa, out->len - t.start, UINT64_C(1) << 32))
		ab_buf_fail(out, AB_ERR_ARG, "mp_table.gpa", gpa, "must end below 4 GiB");
	if (out->len - t.start > UINT16_MAX)
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "mp_table.size", out->len - t.start,
			    "must fit into 16 bits");
	ab_poke_le(out, t.start + 4, out->len - t.start, 2);
	ab_poke_le(out, t.start + 34, t.entries, 2);
	put_checksum(out, t.start, t.start + 7);
}

void ab_x86_mp_pointer(uint64_t gpa, struct ab_buf *out)
{
	const size_t start = out->len;

	if (gpa > UINT32_MAX)
		ab_buf_fail(out, AB_ERR_ARG, "mp_table.gpa", gpa, "must be below 4 GiB");
	ab_put_str(out, "_MP_"); /* 0 signature */
	ab_put_le(out, gpa, 4); /* 4 address of the table */
	ab_put_le(out, 1, 1); /* 8 length, in 16 bytes */
	ab_put_le(out, 4, 1); /* 9 specification 1.4 */
	ab_put_le(out, 0, 1); /* 10 checksum */
	ab_put_le(out, 0, 1); /* 11 feature 1: 0, a table is present */
	ab_put_le(out, 0, 1); /* 12 feature 2: no IMCR */
	ab_put(out, NULL, 3); /* 13 features 3 to 5 */
	put_checksum(out, start, start + 10);
}
