/* SPDX-License-Identifier: BSD-2-Clause */
/* Code at the reset vector of a machine without firmware. */
#include <aetherboot/x86.h>

enum {
	SIZE = 16, /* from F000:FFF0 to the end of the segment */
	OPERAND = 10, /* of LIDT: limit 0, base 0 */
};

void ab_x86_reset_vector(const struct ab_machine *m, struct ab_buf *out)
{
	const struct ab_dev *reset = ab_machine_dev(m, AB_DEV_ACPI_RESET, 0);
	size_t start = out->len;

	if (reset != NULL && ab_dev_is_pio(m, reset)) {
		ab_put_le(out, 0xb0, 1); /* mov al, value */
		ab_put_le(out, reset->reset.value, 1);
		ab_put_le(out, 0xba, 1); /* mov dx, port */
		ab_put_le(out, reset->base, 2);
		ab_put_le(out, 0xee, 1); /* out dx, al */
		ab_put_le(out, 0xf4, 1); /* hlt */
		ab_put_le(out, 0xfdeb, 2); /* jmp to the hlt */
	} else {
		ab_put_le(out, 0x1e010f2e, 4); /* lidt cs:[operand] */
		ab_put_le(out, 0xfff0 + OPERAND, 2);
		ab_put_le(out, 0xcc, 1); /* int3 */
	}
	ab_put(out, NULL, SIZE - (out->len - start));
}
