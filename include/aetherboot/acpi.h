/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file acpi.h
 * A machine's ACPI tables as one linked set. A table is there only when the machine has what it
 * describes. Each table is measured and written by the same code, one at a time, so the work
 * memory needed is that of the largest.
 */
#ifndef AETHERBOOT_ACPI_H
#define AETHERBOOT_ACPI_H

#include <aetherboot/base.h>
#include <aetherboot/machine.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most tables of our own in a set; the caller's extra tables are not counted. */
#define AB_ACPI_TABLES_MAX 24

/** One table of a set. */
struct ab_acpi_table {
	char sig[4]; /**< signature, e.g. "APIC" */
	uint32_t offset; /**< bytes from the set's base, multiple of 16 */
	uint32_t size; /**< bytes */
};

/** Layout of a set: offsets only, so that it does not depend on where the set will be. */
struct ab_acpi_set {
	const struct ab_machine *machine; /**< borrowed */
	struct ab_acpi_table table[AB_ACPI_TABLES_MAX]; /**< our tables, in address order: DSDT
							     first, XSDT last */
	uint32_t n_tables; /**< entries in @c table */
	uint32_t n_extra; /**< the caller's tables; they lie before the XSDT */
	bool has_facs; /**< the machine has fixed hardware and so a FACS */
	uint64_t size; /**< bytes of the whole set, from its base */
	uint64_t largest; /**< bytes of its largest table */
};

/** Measure every table and lay them out.
 * @param set filled on AB_OK
 * @param m   a machine that ab_machine_check() accepts; borrowed by @p set
 * @param why on error: "machine.acpi.tables[]" or "DSDT" and the offset in it, or "ACPI table set"
 *            and the bytes it needs
 * @retval AB_OK
 * @retval AB_ERR_ARG an extra table's signature, length or checksum is wrong, or it is one that the
 *         set has already; or the AML of the caller's dsdt callback
 * @retval AB_ERR_NOSPACE the set exceeds 4 GiB */
AB_API AB_MUST_CHECK enum ab_err ab_acpi_layout(struct ab_acpi_set *set, const struct ab_machine *m,
						struct ab_error *why);

/** Number of tables in the set, the caller's included. */
AB_API size_t ab_acpi_count(const struct ab_acpi_set *set);

/** Where the @p index-th table is, in ascending order of offset; the XSDT is the last. */
AB_API struct ab_acpi_table ab_acpi_at(const struct ab_acpi_set *set, size_t index);

/** Append the @p index-th table.
 * @param set   from ab_acpi_layout()
 * @param index 0 to ab_acpi_count() - 1
 * @param base  gpa of the set, multiple of 64
 * @param facs  gpa of the FACS, multiple of 64; 0 when has_facs is false
 * @param out   writer; AB_ERR_ARG when the caller's dsdt callback appended other bytes than it did
 *              for ab_acpi_layout() */
AB_API void ab_acpi_write(const struct ab_acpi_set *set, size_t index, uint64_t base, uint64_t facs,
			  struct ab_buf *out);

/** Append the RSDP, 36 bytes, for a set at @p base. @spec{ACPI, 5.2.5.3} */
AB_API void ab_acpi_rsdp(const struct ab_acpi_set *set, uint64_t base, struct ab_buf *out);

/** Append the FACS, 64 bytes. @spec{ACPI, 5.2.10} */
AB_API void ab_acpi_facs(struct ab_buf *out);

/* ---- one table at a time ------------------------------------------------------------------
 *
 * For a VMM that wants some tables only. @p m is a machine that ab_machine_check() accepts. A
 * machine without what the table describes gets no table: nothing is appended.
 */

/** Append the header of a table of the caller's own: then its body, then ab_acpi_end().
 * @param m        names the OEM ids
 * @param sig      4 characters, e.g. "SSDT"
 * @param revision of the table
 * @param out      writer
 * @return offset of the header in @p out, for ab_acpi_end()
 * @spec{ACPI, 5.2.6} */
AB_API size_t ab_acpi_begin(const struct ab_machine *m, const char *sig, uint8_t revision,
			    struct ab_buf *out);

/** Fill in length and checksum of the table that began at @p start and ends here. */
AB_API void ab_acpi_end(struct ab_buf *out, size_t start);

/** Append the DSDT, with what ab_machine.acpi.dsdt appends. In \_SB, a device's name is a letter
 *  and its place among its kind (the CPU's: its index) in 3 digits to base 36: Cnnn a CPU, Unnn a
 *  16550, Annn a PL011, Snnn an SBSA UART, Vnnn a virtio-mmio, Pnnn a PCIe host bridge. There is
 *  one each of KBD, MOUS, RTC, PIC, TIMR, HPET, GED, PWRB, PVPN, VMID (generation id, with an
 *  event device VMIE for its interrupt), VMOD (the windows; in it VMBS, the VMBus) and MRES. Other
 *  names are the caller's. @spec{ACPI, 5.2.11.1} */
AB_API void ab_acpi_dsdt(const struct ab_machine *m, struct ab_buf *out);

/** Append the FADT: full with AB_DEV_ACPI_PM, else hardware-reduced. The timer of full hardware
 *  counts 24 bits, and so any that counts 32 will do; S5 is sleep type 5 in either form. On arm64
 *  it names PSCI's conduit.
 * @param m    machine
 * @param dsdt gpa of the DSDT
 * @param facs gpa of the FACS; 0: none
 * @param out  writer
 * @spec{ACPI63, 5.2.9} */
AB_API void ab_acpi_fadt(const struct ab_machine *m, uint64_t dsdt, uint64_t facs,
			 struct ab_buf *out);

/** Append the MADT. A CPU's UID, in all tables, is its APIC id on x86, its index on arm64.
 *  @spec{ACPI, 5.2.12} */
AB_API void ab_acpi_madt(const struct ab_machine *m, struct ab_buf *out);

/** Append the SRAT of a machine with more than one NUMA node. @spec{ACPI, 5.2.16} */
AB_API void ab_acpi_srat(const struct ab_machine *m, struct ab_buf *out);

/** Append the SLIT of a machine with more than one NUMA node. @spec{ACPI, 5.2.17} */
AB_API void ab_acpi_slit(const struct ab_machine *m, struct ab_buf *out);

/** Append the MCFG of a machine with PCIe host bridges. @spec{PCIFW, 4.1.2} */
AB_API void ab_acpi_mcfg(const struct ab_machine *m, struct ab_buf *out);

/** Append the HPET table of a machine with an HPET. @spec{HPET, 3.2.4} */
AB_API void ab_acpi_hpet(const struct ab_machine *m, struct ab_buf *out);

/** Append the GTDT of an arm64 machine: its timers count on in every idle state, and none is to be
 *  had in memory. @spec{ACPI, 5.2.25} */
AB_API void ab_acpi_gtdt(const struct ab_machine *m, struct ab_buf *out);

/** Append the PPTT of an arm64 machine: packages, dies (as clusters), cores, threads, and the
 *  groups that share a cache. From AB_ACPI_6_5 on each cache has its own structure, and as its id
 *  that one's place, from 1. @spec{ACPI, 5.2.30} */
AB_API void ab_acpi_pptt(const struct ab_machine *m, struct ab_buf *out);

/** Append the IORT of an arm64 machine with an SMMU, or with PCIe host bridges and an ITS. It is of
 *  issue D, of E.d where ab_machine.arm64.rmrs has something to tell. @spec{IORT, 3} @spec{IORTE,
 * 3} */
AB_API void ab_acpi_iort(const struct ab_machine *m, struct ab_buf *out);

/** Append the DBG2 of an arm64 machine: all of its UARTs. @spec{DBG2, table} */
AB_API void ab_acpi_dbg2(const struct ab_machine *m, struct ab_buf *out);

/** Append the SPCR: the first UART, at 115200 8N1. @spec{SPCR, table} */
AB_API void ab_acpi_spcr(const struct ab_machine *m, struct ab_buf *out);

/** Append the WAET of a machine with AB_DEV_ACPI_PM: its timer need be read once only.
 *  @spec{WAET, table} */
AB_API void ab_acpi_waet(const struct ab_machine *m, struct ab_buf *out);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_ACPI_H */
