/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the files of the ACPI tables share. */
#ifndef AB_ACPI_ACPI_PRIV_H
#define AB_ACPI_ACPI_PRIV_H

#include <aetherboot/acpi.h>
#include <aetherboot/aml.h>

#include "../base/put.h"
#include "../base/base_priv.h"
#include "../machine/machine_priv.h"

#define AB_ACPI_HEADER 36 /* ACPI 5.2.6: bytes of a table's header */
#define AB_ACPI_S5_TYPE 5 /* usual SLP_TYP that powers the machine off */

/* Offset of a set's table that follows one which ends at @end. */
static inline uint64_t ab_acpi_next_(uint64_t end)
{
	return (end + 15) & ~UINT64_C(15);
}

/* Address of a register. ACPI 5.2.3.2 */
struct ab_acpi_gas {
	uint8_t space; /* 0 memory, 1 I/O ports */
	uint8_t bits; /* width of the register */
	uint8_t access; /* AccessSize as a code: 1 byte, 2 word, 3 dword, 4 qword, 0 undefined */
	uint64_t address;
};

/* Append an id of @width bytes, padded with NULs, which is the specification's filler; @id NULL:
 * only NULs. */
void ab_acpi_put_id_(const char *id, size_t width, struct ab_buf *out);

/* Append a generic address structure, 12 bytes. */
void ab_acpi_gas_(const struct ab_acpi_gas *gas, struct ab_buf *out);

/* UID of CPU @index in all tables: on x86 its APIC ID, on arm64 its index. */
static inline uint32_t ab_acpi_cpu_uid_(const struct ab_machine *m, uint32_t index)
{
	return ab_machine_has_gic_(m) ? index : (uint32_t)ab_machine_cpu_id(m, index);
}

/* Append the body of an arm64 machine's MADT. */
void ab_acpi_madt_arm64_(const struct ab_machine *m, struct ab_buf *out);

/* Append the DSDT, and report errors in its AML. */
enum ab_err ab_acpi_dsdt_encode_(const struct ab_machine *m, struct ab_buf *out,
				 struct ab_error *why);

/* Make a name of a letter and @n in three digits of base 36. */
void ab_acpi_place_name_(char name[5], char letter, uint32_t n);

/* Append the objects of one device, the @n-th of its kind, to \_SB. @numa: the machine has several
 * NUMA nodes. */
void ab_acpi_aml_dev_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
		      uint32_t n, bool numa);
/* Make the name of the @n-th device of @type, a kind of which a machine may have many. */
void ab_acpi_dev_name_(char name[5], enum ab_dev_type type, uint32_t n);
/* Append the objects inside a PCI host bridge. */
void ab_acpi_aml_bridge_(struct ab_aml *aml, const struct ab_machine *m, const struct ab_dev *d,
			 bool numa);

/* Begin a device named by @letter and @n, and append its _HID and _UID. */
struct ab_aml_block ab_acpi_aml_begin_(struct ab_aml *aml, char letter, uint32_t n, const char *hid,
				       uint32_t uid);
/* Append a _HID or _CID: as an EISA id if it is a PNP id, else as a string. */
void ab_acpi_aml_id_(struct ab_aml *aml, const char *name, const char *id);
/* Append Name (name, value). */
void ab_acpi_aml_int_(struct ab_aml *aml, const char *name, uint64_t value);
/* Append _CCA on arm64, where the OS uses no DMA of a device without _CCA. ACPI 6.2.17 */
void ab_acpi_aml_coherent_(struct ab_aml *aml, const struct ab_machine *m);
/* Append a memory resource in the shortest descriptor that can express it. */
void ab_acpi_aml_memory_(struct ab_aml *aml, uint64_t base, uint64_t size);
/* Append the module that produces the memory windows, and the VMBus in it. */
void ab_acpi_aml_module_(struct ab_aml *aml, const struct ab_machine *m);
/* Append _PXM, if the machine has several NUMA nodes. */
void ab_acpi_aml_node_(struct ab_aml *aml, bool numa, uint32_t node);

#endif /* AB_ACPI_ACPI_PRIV_H */
