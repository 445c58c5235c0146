/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of all tables: header, length, checksum, generic address. */
#include "acpi_priv.h"

#include "../base/libc.h"
#include "../machine/machine_priv.h"

void ab_acpi_put_id_(const char *id, size_t width, struct ab_buf *out)
{
	size_t n = id != NULL ? strlen(id) : 0;

	n = n < width ? n : width;
	ab_put(out, id, n);
	ab_put(out, NULL, width - n);
}

/* ACPI 5.2.6, System Description Table Header */
size_t ab_acpi_begin(const struct ab_machine *m, const char *sig, uint8_t revision,
		     struct ab_buf *out)
{
	size_t start = out->len;

	ab_acpi_put_id_(sig, 4, out); /* 0 Signature */
	ab_put_le_(out, 0, 4); /* 4 Length, for now */
	ab_put_le_(out, revision, 2); /* 8 Revision; 9 Checksum, for now */
	ab_acpi_put_id_(ab_machine_oem_id_(m), 6, out); /* 10 OEMID */
	ab_acpi_put_id_(ab_machine_oem_table_id_(m), 8, out); /* 16 OEM Table ID */
	AB_PUT_FIXED(out, 1, 0, 0, 0, /* 24 OEM Revision */
		     'A', 'E', 'B', 'T', /* 28 Creator ID */
		     1, 0, 0, 0); /* 32 Creator Revision */
	return start;
}

void ab_acpi_end(struct ab_buf *out, size_t start)
{
	ab_poke_le(out, start + 4, out->len - start, 4);
	if (out->data != NULL && out->len <= out->cap)
		ab_poke_le(out, start + 9, 0U - ab_sum8(out->data + start, out->len - start), 1);
}

void ab_acpi_gas_(const struct ab_acpi_gas *gas, struct ab_buf *out)
{
	/* 0 Address Space ID; 1 Register Bit Width; 2 Register Bit Offset; 3 Access Size */
	ab_put_le_(out, gas->space | (uint32_t)gas->bits << 8 | (uint32_t)gas->access << 24, 4);
	ab_put_le_(out, gas->address, 8); /* 4 Address */
}
