/* SPDX-License-Identifier: BSD-2-Clause */
/** @file acpi.h The group @ref acpi. */
/**
 * @defgroup acpi ACPI tables
 * The ACPI tables of a machine as one linked set. A table is in the set only if the machine has the
 * hardware that it describes. The same code measures and writes each table, one at a time, so the
 * caller needs work memory for the largest table only.
 *
 * @snippet test_snippets_tables.c acpi
 * @{
 */
#ifndef AETHERBOOT_ACPI_H
#define AETHERBOOT_ACPI_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Upper bound on the library's own tables in a set. The caller's tables do not count. */
#define AB_ACPI_TABLES_MAX 24

/** One table of a set. */
struct ab_acpi_table {
	char sig[4]; /**< signature, e.g. "APIC", without NUL */
	uint32_t offset; /**< bytes from the base of the set, a multiple of 16 */
	uint32_t size; /**< bytes */
};

/** Layout of a set. It contains only offsets, so it does not depend on the address of the set. */
struct ab_acpi_set {
	const struct ab_machine *machine; /**< the machine, borrowed */
	struct ab_acpi_table table[AB_ACPI_TABLES_MAX]; /**< the library's own tables by
							     ascending offset: the DSDT
							     first, the XSDT last */
	uint32_t n_tables; /**< entries in @c table */
	uint32_t n_extra; /**< the caller's tables (ab_acpi.tables), which lie before the XSDT */
	bool has_facs; /**< the machine has an AB_DEV_ACPI_PM and so must have a FACS, which is not
			  part of the set */
	uint64_t size; /**< bytes of the whole set, from its base */
	uint64_t largest; /**< bytes of the largest table, the caller's included */
};

/** Measure every table and lay the set out.
 * @param set filled; undefined after an error
 * @param m   a machine that ab_machine_check() accepts; @p set borrows it
 * @param why what: "machine.acpi.tables[]" with its index, or "DSDT", value: the offset in it; or
 *            what: "machine.acpi.tables[].size"; or what: "ACPI table set", value: bytes needed
 * @retval AB_OK
 * @retval AB_ERR_ARG     one of the caller's tables is shorter than a header, has a wrong length or
 *                        checksum, or has a malformed signature or that of a table which the
 *                        library makes; or the caller's ab_acpi.dsdt made malformed AML
 * @retval AB_ERR_NOSPACE the set exceeds 4 GiB */
AB_API AB_MUST_CHECK enum ab_err ab_acpi_layout(struct ab_acpi_set *set, const struct ab_machine *m,
						struct ab_error *why);

/** Number of tables in a set, the caller's included. */
AB_API size_t ab_acpi_count(const struct ab_acpi_set *set);

/** Get a table's place in a set.
 * @param set   from ab_acpi_layout()
 * @param index 0 to ab_acpi_count() - 1, by ascending offset; the last table is the XSDT. For one
 *              of the caller's, a call adds up the sizes of those before it */
AB_API struct ab_acpi_table ab_acpi_at(const struct ab_acpi_set *set, size_t index);

/** Append one table of a set.
 * @param set   from ab_acpi_layout()
 * @param index 0 to ab_acpi_count() - 1, as in ab_acpi_at()
 * @param base  gpa of the set, a multiple of 64
 * @param facs  gpa of the FACS, a multiple of 64; 0 if ab_acpi_set.has_facs is false
 * @param out   writer. Fails with AB_ERR_ARG, what: "DSDT", value: its bytes, if the DSDT has
 *              another size than ab_acpi_layout() measured, because the caller's ab_acpi.dsdt
 *              appended other bytes */
AB_API void ab_acpi_write(const struct ab_acpi_set *set, size_t index, uint64_t base, uint64_t facs,
			  struct ab_buf *out);

/** Append the RSDP, 36 bytes, of a set whose gpa is @p base. @spec{ACPI, 5.2.5.3} */
AB_API void ab_acpi_rsdp(const struct ab_acpi_set *set, uint64_t base, struct ab_buf *out);

/** Append the FACS, 64 bytes. @spec{ACPI, 5.2.10} */
AB_API void ab_acpi_facs(struct ab_buf *out);

/* ---- one table at a time ------------------------------------------------------------------
 *
 * For a VMM that needs only some of the tables. @p m must be a machine that ab_machine_check()
 * accepts. Each call appends nothing if the machine lacks the hardware that its table describes.
 */

/** Begin a table of the caller's own: append its header. The caller then appends the body and calls
 *  ab_acpi_end().
 * @param m        its OEM ID and OEM Table ID go into the header
 * @param sig      signature of 4 characters, e.g. "SSDT"
 * @param revision revision of the table
 * @param out      writer
 * @return the offset of the header in @p out, for ab_acpi_end()
 * @spec{ACPI, 5.2.6} */
AB_API size_t ab_acpi_begin(const struct ab_machine *m, const char *sig, uint8_t revision,
			    struct ab_buf *out);

/** End a table: fill in its length and checksum.
 * @param out   the writer, whose last byte is the last one of the table
 * @param start offset that ab_acpi_begin() returned */
AB_API void ab_acpi_end(struct ab_buf *out, size_t start);

/** Append the DSDT, including the AML of the caller's ab_acpi.dsdt. The caller may use every name
 *  in \_SB that the library does not.
 *
 *  A device of which a machine may have many is named by a letter and its index among the devices
 *  of its kind, in 3 digits of base 36: Cnnn is a CPU, Unnn a 16550, Annn a PL011, Snnn an SBSA
 *  UART, Vnnn a virtio-mmio device, Pnnn a PCIe host bridge. After 46656 devices the next letter
 *  follows.
 *
 *  The other names are PCI (host bridge by ports), KBD and MOUS (i8042), RTC, PIC, TIMR (PIT),
 *  HPET, GED (generic event device), PWRB (power button), PVPN (pvpanic), VMID (VM generation ID),
 *  VMIE (the event device for its interrupt), VMOD (the module that produces the memory windows),
 *  VMBS (the VMBus, in VMOD), and MRES (ECAM windows and reserved addresses).
 *  @spec{ACPI, 5.2.11.1} */
AB_API void ab_acpi_dsdt(const struct ab_machine *m, struct ab_buf *out);

/** Append the FADT. A machine with an AB_DEV_ACPI_PM gets one with the fixed hardware registers,
 *  any other machine a hardware-reduced one. The FADT announces a PM timer of 24 bits; the device
 *  may count 32. The sleep type of S5 is that of the device, or 5 in the reduced form. On arm64 the
 *  FADT names the conduit of PSCI.
 * @param m    machine
 * @param dsdt gpa of the DSDT
 * @param facs gpa of the FACS; 0: no FACS
 * @param out  writer
 * @spec{ACPI63, 5.2.9} */
AB_API void ab_acpi_fadt(const struct ab_machine *m, uint64_t dsdt, uint64_t facs,
			 struct ab_buf *out);

/** Append the MADT. In all tables the UID of a CPU is its APIC ID on x86 and its index on arm64.
 *  @spec{ACPI, 5.2.12} */
AB_API void ab_acpi_madt(const struct ab_machine *m, struct ab_buf *out);

/** Append the SRAT of a machine with more than one NUMA node, or with an AB_DEV_HOTPLUG_RAM.
 * @spec{ACPI, 5.2.16} */
AB_API void ab_acpi_srat(const struct ab_machine *m, struct ab_buf *out);

/** Append the SLIT of a machine with more than one NUMA node. @spec{ACPI, 5.2.17} */
AB_API void ab_acpi_slit(const struct ab_machine *m, struct ab_buf *out);

/** Append the MCFG of a machine with PCIe host bridges. @spec{PCIFW, 4.1.2} */
AB_API void ab_acpi_mcfg(const struct ab_machine *m, struct ab_buf *out);

/** Append the HPET table of a machine with an HPET. @spec{HPET, 3.2.4} */
AB_API void ab_acpi_hpet(const struct ab_machine *m, struct ab_buf *out);

/** Append the GTDT of an arm64 machine. It marks the timers always-on and describes no
 *  memory-mapped timer. @spec{ACPI, 5.2.25} */
AB_API void ab_acpi_gtdt(const struct ab_machine *m, struct ab_buf *out);

/** Append the PPTT of an arm64 machine: its packages, dies (as clusters), cores, threads, and the
 *  groups of CPUs that share a cache. From AB_ACPI_6_5 on each cache gets its own structure; cache
 *  IDs are numbered from 1 in table order. In older editions like caches share one structure.
 *  @spec{ACPI, 5.2.30} */
AB_API void ab_acpi_pptt(const struct ab_machine *m, struct ab_buf *out);

/** Append the IORT of an arm64 machine with an SMMU, or with PCIe host bridges and an ITS. The
 *  table follows issue E.d if ab_arm64.rmrs is not empty, else issue D.
 *  @spec{IORT, 3} @spec{IORTE, 3} */
AB_API void ab_acpi_iort(const struct ab_machine *m, struct ab_buf *out);

/** Append the DBG2 of an arm64 machine, with all of its UARTs. @spec{DBG2, table} */
AB_API void ab_acpi_dbg2(const struct ab_machine *m, struct ab_buf *out);

/** Append the SPCR of a machine with a UART: the first one, at 115200 8N1. @spec{SPCR, table} */
AB_API void ab_acpi_spcr(const struct ab_machine *m, struct ab_buf *out);

/** Append the WAET of a machine with an AB_DEV_ACPI_PM. It announces that one read of the PM timer
 *  gives a correct value. @spec{WAET, table} */
AB_API void ab_acpi_waet(const struct ab_machine *m, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_ACPI_H */
