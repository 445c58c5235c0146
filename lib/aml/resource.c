/* SPDX-License-Identifier: BSD-2-Clause */
/* Resource descriptors. ACPI 6.4 */
#include "aml_priv.h"

static void descriptor(struct ab_aml *a, unsigned int tag)
{
	if (a->kind != AB_AML_KIND_RESOURCES)
		ab_aml_fail(a, "a resource must stand in a resource template");
	ab_aml_byte_(a, tag);
}

void ab_aml_res_irq_no_flags(struct ab_aml *a, uint16_t mask)
{
	descriptor(a, 0x22); /* small item 4, 2 bytes */
	if (mask == 0)
		ab_aml_fail(a, "an IRQ mask must have at least one bit set");
	ab_put_le(a->out, mask, 2);
}

void ab_aml_res_irq(struct ab_aml *a, uint16_t mask, unsigned int flags)
{
	/* bit 0 edge, 3 active low, 4 shared, 5 wake */
	unsigned int info = ((flags & AB_AML_IRQ_EDGE) != 0 ? 0x01U : 0) |
			    ((flags & AB_AML_IRQ_LOW) != 0 ? 0x08U : 0) |
			    ((flags & AB_AML_IRQ_SHARED) != 0 ? 0x10U : 0) |
			    ((flags & AB_AML_IRQ_WAKE) != 0 ? 0x20U : 0);

	descriptor(a, 0x23); /* small item 4, 3 bytes */
	if (mask == 0)
		ab_aml_fail(a, "an IRQ mask must have at least one bit set");
	if (flags > 0x0f)
		ab_aml_fail(
		    a, "IRQ flags must be bits of enum ab_aml_irq_flags but AB_AML_IRQ_PRODUCER");
	ab_put_le(a->out, mask, 2);
	ab_aml_byte_(a, info);
}

void ab_aml_res_interrupt(struct ab_aml *a, unsigned int flags, const uint32_t *gsi, size_t n)
{
	/* bit 0 consumer, 1 edge, 2 active low, 3 shared, 4 wake */
	unsigned int info = ((flags & AB_AML_IRQ_PRODUCER) == 0 ? 0x01U : 0) |
			    ((flags & AB_AML_IRQ_EDGE) != 0 ? 0x02U : 0) |
			    ((flags & AB_AML_IRQ_LOW) != 0 ? 0x04U : 0) |
			    ((flags & AB_AML_IRQ_SHARED) != 0 ? 0x08U : 0) |
			    ((flags & AB_AML_IRQ_WAKE) != 0 ? 0x10U : 0);

	descriptor(a, 0x89); /* large item 9 */
	if (flags > 0x1f)
		ab_aml_fail(a, "IRQ flags must be bits of enum ab_aml_irq_flags");
	if (n == 0 || n > 255) {
		ab_aml_fail(a, "an interrupt descriptor must have 1 to 255 interrupts");
		return;
	}
	ab_put_le(a->out, 2 + 4 * n, 2);
	ab_aml_byte_(a, info);
	ab_aml_byte_(a, (unsigned int)n);
	for (size_t i = 0; i < n; i++)
		ab_put_le(a->out, gsi[i], 4);
}

void ab_aml_res_io(struct ab_aml *a, uint16_t first, uint16_t last, uint8_t align, uint8_t size)
{
	descriptor(a, 0x47); /* small item 8, 7 bytes */
	if (first > last)
		ab_aml_fail(a, "the lowest I/O base must not be above the highest");
	if (size == 0 || size - 1 > 0xffff - last)
		ab_aml_fail(a, "I/O ports must be 1 at least, and must end below 64 KiB");
	if (align != 0 && (first % align != 0 || last % align != 0))
		ab_aml_fail(
		    a, "the lowest and the highest I/O base must be multiples of the alignment");
	ab_aml_byte_(a, 0x01); /* decodes 16 bits */
	ab_put_le(a->out, first, 2);
	ab_put_le(a->out, last, 2);
	ab_aml_byte_(a, align);
	ab_aml_byte_(a, size);
}

void ab_aml_res_fixed_io(struct ab_aml *a, uint16_t first, uint8_t size)
{
	descriptor(a, 0x4b); /* small item 9, 3 bytes */
	if (size == 0 || first + size > 0x400)
		ab_aml_fail(a, "fixed I/O ports must be 1 at least, and must end below 0x400");
	ab_put_le(a->out, first, 2);
	ab_aml_byte_(a, size);
}

void ab_aml_res_memory32(struct ab_aml *a, uint64_t base, uint64_t size, bool writable)
{
	descriptor(a, 0x86); /* large item 6 */
	if (size == 0 || size > UINT32_MAX || base > UINT32_MAX || size - 1 > UINT32_MAX - base)
		ab_aml_fail(
		    a, "memory of a 32-bit descriptor must not be empty, and must end below 4 GiB");
	ab_put_le(a->out, 9, 2);
	ab_aml_byte_(a, writable);
	ab_put_le(a->out, base, 4);
	ab_put_le(a->out, size, 4);
}

/* Type specific flags. ACPI 6.4.3.5.5 */
static unsigned int type_flags(const struct ab_aml_range *r)
{
	if (r->type == AB_AML_RANGE_IO)
		return 0x03; /* ISA and other ports */
	if (r->type == AB_AML_RANGE_BUS)
		return 0;
	/* bit 0 writable, 2-1 non-cacheable, cacheable, write combining, prefetchable */
	return ((r->flags & AB_AML_RANGE_READ_ONLY) == 0 ? 1U : 0) | (r->flags >> 3 & 3) << 1;
}

static const char *range_fault(const struct ab_aml_range *r)
{
	uint64_t most = r->width == 64 ? UINT64_MAX : (UINT64_C(1) << (r->width & 63)) - 1;

	if (r->width != 16 && r->width != 32 && r->width != 64)
		return "a range must be 16, 32 or 64 bits wide";
	if ((unsigned int)r->type > AB_AML_RANGE_BUS)
		return "the type of a range must be one of enum ab_aml_range_type";
	if (r->flags > 0x1f || (r->type != AB_AML_RANGE_MEMORY && r->flags > 0x03))
		return "the flags of a range must be those of enum ab_aml_range_flags for its type";
	if (r->size == 0 || r->size > most || r->base > most || r->size - 1 > most - r->base)
		return "a range must not be empty, and must end within its width";
	if (r->last != 0 && (r->last > most || r->last < r->base + (r->size - 1)))
		return "the last address of a range must be base + size - 1 or more, in its width";
	if ((r->granularity & (r->granularity + 1)) != 0 || (r->last == 0 && r->granularity != 0) ||
	    ((r->base | (r->last + 1)) & r->granularity) != 0)
		return "the granularity of a range must be 0, or 2^n - 1 with both ends aligned";
	return r->translation > most ? "the translation of a range must be within its width" : NULL;
}

void ab_aml_res_range(struct ab_aml *a, const struct ab_aml_range *r)
{
	const char *fault = range_fault(r);
	unsigned int bytes = r->width / 8;

	descriptor(a, r->width == 16 ? 0x88 : r->width == 32 ? 0x87 : 0x8a);
	if (fault != NULL) {
		ab_aml_fail(a, fault);
		return;
	}
	ab_put_le(a->out, 3 + 5 * bytes, 2);
	ab_aml_byte_(a, r->type);
	/* bit 0 consumer, 1 subtractive, 2 minimum fixed, 3 maximum fixed */
	ab_aml_byte_(a, ((r->flags & AB_AML_RANGE_PRODUCER) == 0 ? 0x01U : 0) |
			    ((r->flags & AB_AML_RANGE_SUBTRACTIVE) != 0 ? 0x02U : 0) |
			    (r->last == 0 ? 0x0cU : 0));
	ab_aml_byte_(a, type_flags(r));
	ab_put_le(a->out, r->granularity, bytes);
	ab_put_le(a->out, r->base, bytes);
	ab_put_le(a->out, r->last != 0 ? r->last : r->base + (r->size - 1), bytes);
	ab_put_le(a->out, r->translation, bytes);
	ab_put_le(a->out, r->size, bytes);
}

void ab_aml_res_register(struct ab_aml *a, enum ab_aml_space_id space, uint8_t bits, uint8_t offset,
			 uint64_t address, unsigned int access)
{
	/* AccessSize is a code, not a number of bytes. ACPI 5.2.3.2 */
	unsigned int code = access == 8 ? 4 : access == 4 ? 3 : access;

	descriptor(a, 0x82); /* large item 2 */
	if ((unsigned int)space > 0xff)
		ab_aml_fail(a,
			    "the address space of a register must be one of enum ab_aml_space_id");
	if (access > 8 || (access & (access - 1)) != 0)
		ab_aml_fail(a, "the access size of a register must be 0, 1, 2, 4 or 8 bytes");
	ab_put_le(a->out, 12, 2);
	ab_aml_byte_(a, space & 0xff);
	ab_aml_byte_(a, bits);
	ab_aml_byte_(a, offset);
	ab_aml_byte_(a, code & 0xff);
	ab_put_le(a->out, address, 8);
}
