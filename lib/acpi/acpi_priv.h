/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the ACPI tables share. */
#ifndef AB_ACPI_ACPI_PRIV_H
#define AB_ACPI_ACPI_PRIV_H

#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>

#define AB_ACPI_HEADER 36 /* ACPI 5.2.6: bytes of a table's header */
#define AB_ACPI_S5_TYPE 5 /* sleep type that powers the machine off */

/* Address of a register. ACPI 5.2.3.2 */
struct ab_acpi_gas {
	uint8_t space; /* 0 memory, 1 I/O ports */
	uint8_t bits; /* width of the register */
	uint8_t access; /* AccessSize as a code: 1 byte, 2 word, 3 dword, 4 qword, 0 undefined */
	uint64_t address;
};

/* Append text padded with NULs, the specification's filler for ids that are too short; NULL: only
 * those. */
void ab_acpi_put_id_(const char *id, size_t width, struct ab_buf *out);

/* Append a generic address structure, 12 bytes. */
void ab_acpi_gas_(const struct ab_acpi_gas *gas, struct ab_buf *out);

/* UID of CPU @index in all tables. x86: its APIC id, unique and short where that is. */
uint32_t ab_acpi_cpu_uid_(const struct ab_machine *m, uint32_t index);

/* What follows the header of an arm64 machine's MADT. */
void ab_acpi_madt_arm64_(const struct ab_machine *m, struct ab_buf *out);

/* The DSDT, and what was wrong with its AML. */
enum ab_err ab_acpi_dsdt_encode_(const struct ab_machine *m, struct ab_buf *out,
				 struct ab_error *why);

/* A letter and three digits to base 36, NUL-terminated. */
void ab_acpi_place_name_(char name[5], char letter, uint32_t n);

/* Objects of one device in \_SB. @n: its place among its kind. */
void ab_acpi_aml_dev_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
		      uint32_t n);
/* Name of the @n-th device of @type, a kind of which a machine may have many. */
void ab_acpi_dev_name_(char name[5], enum ab_dev_type type, uint32_t n);
/* Objects inside of a PCI Express host bridge. */
void ab_acpi_aml_bridge_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d);

/* A device, its _HID and its _UID: @letter and the place name it. */
struct ab_aml_block ab_acpi_aml_begin_(struct ab_aml *aml, char letter, uint32_t n, const char *hid,
				       uint32_t uid);
/* A _HID or _CID: an EISA id where it has that form, else a string. */
void ab_acpi_aml_id_(struct ab_aml *aml, const char *name, const char *id);
/* Name (name, value) */
void ab_acpi_aml_int_(struct ab_aml *aml, const char *name, uint64_t value);
/* _CCA on arm64, where a device without it does no DMA. ACPI 6.2.17 */
void ab_acpi_aml_coherent_(struct ab_aml *aml, const struct ab_machine *m);
/* Memory in the shortest descriptor that holds it. */
void ab_acpi_aml_memory_(struct ab_aml *aml, uint64_t base, uint64_t size);
/* The module whose memory windows a bus hands out, and the VMBus in it. */
void ab_acpi_aml_module_(struct ab_aml *aml, const struct ab_machine *m);
/* _PXM on a machine with NUMA. */
void ab_acpi_aml_node_(struct ab_aml *aml, const struct ab_machine *m, uint32_t node);

#endif /* AB_ACPI_ACPI_PRIV_H */
