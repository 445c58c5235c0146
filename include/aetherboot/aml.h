/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file aml.h
 * A streaming AML encoder: ACPI byte code straight into an ab_buf, so it measures over NULL and
 * needs no tree. It reads like ASL, outermost first:
 *
 *     struct ab_aml_block dev = ab_aml_device(aml, "COM1");
 *     ab_aml_name(aml, "_HID");
 *     ab_aml_eisa(aml, "PNP0501");
 *     ab_aml_end(aml, dev);
 *
 * An operator is followed by its operands: Store(Zero, Local0) is ab_aml_op(aml, AB_AML_STORE),
 * ab_aml_int(aml, 0), ab_aml_local(aml, 0). Lengths, package counts and buffer sizes are filled
 * in, in their shortest form, when a block ends.
 *
 * Misuse is an error, never a crash: a bad name, an operand too few or too many, a block that
 * ends out of turn. The first one goes into the writer as AB_ERR_ARG with its name, the writer's
 * length then as its value; later calls change nothing about it. The bytes are then of no use.
 *
 * A path is "NAME", "\\_SB.PCI0" or "^^NAME": segments of 1 to 4 of A-Z, 0-9 and _, padded with _.
 */
#ifndef AETHERBOOT_AML_H
#define AETHERBOOT_AML_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An encoder. Made by ab_aml_over(), ended by ab_aml_finish(); its fields are not for callers. */
struct ab_aml {
	struct ab_buf *out; /**< where the bytes go; also holds the first error */
	size_t if_end; /**< where an Else may follow, SIZE_MAX: nowhere */
	uint32_t depth; /**< blocks open */
	uint32_t owed; /**< operands that the last operators still need */
	uint32_t elements; /**< elements of the package that is open */
	uint8_t kind; /**< what may stand here */
	uint8_t inside; /**< Method, While around here */
};

/** A block that is open: what ab_aml_end() needs. One that is lost leaves it unbalanced. */
struct ab_aml_block {
	size_t at; /**< offset of its length */
	uint32_t depth; /**< its number, from 1 */
	uint32_t owed; /**< of the block around it, as the next four */
	uint32_t elements; /**< elements */
	uint8_t kind; /**< what may stand there */
	uint8_t inside; /**< Method, While around there */
	uint8_t own; /**< what may stand in this block */
};

/** An encoder that appends to @p out. */
AB_API struct ab_aml ab_aml_over(struct ab_buf *out);

/** Check that every block was ended and every operand given; tell the first error.
 * @param a    encoder
 * @param what what was encoded, e.g. "SSDT"
 * @param why  @p what, the offset in it, and the rule that was broken
 * @retval AB_OK
 * @retval AB_ERR_ARG     misuse
 * @retval AB_ERR_NOSPACE the buffer was too small; value: bytes needed */
AB_API AB_MUST_CHECK enum ab_err ab_aml_finish(struct ab_aml *a, const char *what,
					       struct ab_error *why);

/** Record an error of the caller's own, e.g. in a callback. @p rule is a ROM string that says which
 *  rule was broken; the error's value is the offset in the bytes being encoded. */
AB_API void ab_aml_fail(struct ab_aml *a, const char *rule);

/* ---- blocks ------------------------------------------------------------------------------- */

/** End @p block, which must be the last one opened.
 *  Errors, as told by ab_aml_finish(): another block was begun last, an operand is missing, the
 *  block has 2^28 bytes or more, or a package more than 255 elements (use ab_aml_var_package()). */
AB_API void ab_aml_end(struct ab_aml *a, struct ab_aml_block block);

/** Scope (path). @spec{ACPI, 20.2.5.1} */
AB_API struct ab_aml_block ab_aml_scope(struct ab_aml *a, const char *path);
/** Device (path). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_device(struct ab_aml *a, const char *path);
/** Method (path, args, serialized, sync). @spec{ACPI, 20.2.5.2}
 * @param a          encoder
 * @param path       its name
 * @param args       arguments, 0 to 7
 * @param serialized one thread at a time; required when it creates names
 * @param sync       sync level, 0 to 15; 0 when not serialized */
AB_API struct ab_aml_block ab_aml_method(struct ab_aml *a, const char *path, unsigned int args,
					 bool serialized, unsigned int sync);
/** Processor (path, id, pblk, pblk_len): deprecated by the specification for new platforms, which
 *  have ACPI0007 devices. @spec{ACPI63, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_processor(struct ab_aml *a, const char *path, uint8_t id,
					    uint32_t pblk, uint8_t pblk_len);
/** PowerResource (path, level, order). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_power_resource(struct ab_aml *a, const char *path, uint8_t level,
						 uint16_t order);
/** ThermalZone (path). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_thermal_zone(struct ab_aml *a, const char *path);
/** If: its first operand is the predicate, statements follow. @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_if(struct ab_aml *a);
/** Else: must directly follow the end of an If. @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_else(struct ab_aml *a);
/** While: its first operand is the predicate, statements follow. @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_while(struct ab_aml *a);
/** Package: up to 255 values and paths, which are counted. @spec{ACPI, 20.2.5.4} */
AB_API struct ab_aml_block ab_aml_package(struct ab_aml *a);
/** Package of variable size: its first operand is the number of elements. @spec{ACPI, 20.2.5.4} */
AB_API struct ab_aml_block ab_aml_var_package(struct ab_aml *a);

/* ---- values ------------------------------------------------------------------------------- */

/** Integer, in the shortest form. 0 is also the target of an operator whose result only counts as
 *  its value. @spec{ACPI, 20.2.3} */
AB_API void ab_aml_int(struct ab_aml *a, uint64_t value);
/** Integer, always 9 bytes: for addresses that are not known when measuring. */
AB_API void ab_aml_qword(struct ab_aml *a, uint64_t value);
/** String of the characters 1 to 0x7f. @spec{ACPI, 20.2.3} */
AB_API void ab_aml_string(struct ab_aml *a, const char *s);
/** Buffer of @p size bytes; @p data NULL: zeros. @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_buffer(struct ab_aml *a, const void *data, size_t size);
/** EISAID ("PNP0501"): 3 capital letters, 4 hexadecimal digits. @spec{ACPI, 19.6.36} */
AB_API void ab_aml_eisa(struct ab_aml *a, const char *id);
/** ToUUID ("33db4d5b-1ff7-401c-9657-7441c03dd766"). @spec{ACPI, 19.6.142} */
AB_API void ab_aml_uuid(struct ab_aml *a, const char *uuid);
/** Reference to a named object, as operand or package element. @spec{ACPI, 20.2.2} */
AB_API void ab_aml_path(struct ab_aml *a, const char *path);
/** Call of a method; its @p args operands follow. @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_call(struct ab_aml *a, const char *path, unsigned int args);
/** ArgN, 0 to 6. @spec{ACPI, 20.2.6.1} */
AB_API void ab_aml_arg(struct ab_aml *a, unsigned int n);
/** LocalN, 0 to 7. @spec{ACPI, 20.2.6.2} */
AB_API void ab_aml_local(struct ab_aml *a, unsigned int n);
/** Byte code made elsewhere, unchecked: stands for one operand, element or statement. */
AB_API void ab_aml_raw(struct ab_aml *a, const void *data, size_t size);

/** Operators. Operands follow in the order given; those marked = are targets, where the integer 0
 *  means none, those marked & must be paths, locals, arguments or Index and the like. */
enum ab_aml_op {
	AB_AML_STORE, /**< source, &to */
	AB_AML_COPY_OBJECT, /**< source, &to */
	AB_AML_REF_OF, /**< &object */
	AB_AML_COND_REF_OF, /**< &object, =result */
	AB_AML_DEREF_OF, /**< reference */
	AB_AML_SIZE_OF, /**< &object */
	AB_AML_OBJECT_TYPE, /**< &object */
	AB_AML_INDEX, /**< object, index, =result */
	AB_AML_ADD, /**< a, b, =result */
	AB_AML_SUBTRACT, /**< a, b, =result */
	AB_AML_MULTIPLY, /**< a, b, =result */
	AB_AML_DIVIDE, /**< dividend, divisor, =remainder, =quotient */
	AB_AML_MOD, /**< dividend, divisor, =result */
	AB_AML_INCREMENT, /**< &object */
	AB_AML_DECREMENT, /**< &object */
	AB_AML_SHIFT_LEFT, /**< a, bits, =result */
	AB_AML_SHIFT_RIGHT, /**< a, bits, =result */
	AB_AML_AND, /**< a, b, =result */
	AB_AML_NAND, /**< a, b, =result */
	AB_AML_OR, /**< a, b, =result */
	AB_AML_NOR, /**< a, b, =result */
	AB_AML_XOR, /**< a, b, =result */
	AB_AML_NOT, /**< a, =result */
	AB_AML_FIND_SET_LEFT_BIT, /**< a, =result */
	AB_AML_FIND_SET_RIGHT_BIT, /**< a, =result */
	AB_AML_LAND, /**< a, b */
	AB_AML_LOR, /**< a, b */
	AB_AML_LNOT, /**< a */
	AB_AML_LEQUAL, /**< a, b */
	AB_AML_LGREATER, /**< a, b */
	AB_AML_LLESS, /**< a, b */
	AB_AML_LNOT_EQUAL, /**< a, b */
	AB_AML_LLESS_EQUAL, /**< a, b */
	AB_AML_LGREATER_EQUAL, /**< a, b */
	AB_AML_CONCAT, /**< a, b, =result */
	AB_AML_CONCAT_RES, /**< a, b, =result */
	AB_AML_MID, /**< source, index, length, =result */
	AB_AML_TO_BUFFER, /**< a, =result */
	AB_AML_TO_DECIMAL_STRING, /**< a, =result */
	AB_AML_TO_HEX_STRING, /**< a, =result */
	AB_AML_TO_INTEGER, /**< a, =result */
	AB_AML_TO_STRING, /**< source, length, =result */
	AB_AML_FROM_BCD, /**< a, =result */
	AB_AML_TO_BCD, /**< a, =result */
	AB_AML_WAIT, /**< &event, timeout in ms */
	AB_AML_TIMER, /**< nothing: the time in 100 ns */
	AB_AML_DEBUG, /**< nothing: the debug object */
	AB_AML_REVISION, /**< nothing: the interpreter's */
	AB_AML_LOAD_TABLE, /**< signature, OEM id, OEM table id, root, parameter path, parameter */
	AB_AML_CREATE_BIT_FIELD, /**< buffer, bit, path; a statement, as all that follow */
	AB_AML_CREATE_BYTE_FIELD, /**< buffer, byte, path */
	AB_AML_CREATE_WORD_FIELD, /**< buffer, byte, path */
	AB_AML_CREATE_DWORD_FIELD, /**< buffer, byte, path */
	AB_AML_CREATE_QWORD_FIELD, /**< buffer, byte, path */
	AB_AML_CREATE_FIELD, /**< buffer, bit, bits, path */
	AB_AML_NOTIFY, /**< &object, value */
	AB_AML_RELEASE, /**< &mutex */
	AB_AML_RESET, /**< &event */
	AB_AML_SIGNAL, /**< &event */
	AB_AML_SLEEP, /**< ms */
	AB_AML_STALL, /**< us, up to 100 */
	AB_AML_RETURN, /**< value; in a method only */
	AB_AML_BREAK, /**< nothing; in a While only */
	AB_AML_CONTINUE, /**< nothing; in a While only */
	AB_AML_BREAK_POINT, /**< nothing */
	AB_AML_NOOP, /**< nothing */
	AB_AML_OPS, /**< number of operators */
};

/** An operator; its operands follow. @spec{ACPI, 20.2.5.3 and 20.2.5.4} */
AB_API void ab_aml_op(struct ab_aml *a, enum ab_aml_op op);
/** Acquire (mutex, timeout in ms, 0xffff: for ever): true when timed out. @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_acquire(struct ab_aml *a, const char *mutex, uint16_t timeout);
/** Fatal (type, code, argument); the argument follows. @spec{ACPI, 20.2.5.3} */
AB_API void ab_aml_fatal(struct ab_aml *a, uint8_t type, uint32_t code);

/* ---- named objects ------------------------------------------------------------------------ */

/** Kinds of objects that External announces. @spec{ACPI, 19.6.98 ObjectType} */
enum ab_aml_object {
	AB_AML_OBJECT_UNKNOWN = 0, /**< any */
	AB_AML_OBJECT_INT = 1, /**< integer */
	AB_AML_OBJECT_STRING = 2, /**< string */
	AB_AML_OBJECT_BUFFER = 3, /**< buffer */
	AB_AML_OBJECT_PACKAGE = 4, /**< package */
	AB_AML_OBJECT_FIELD_UNIT = 5, /**< field unit */
	AB_AML_OBJECT_DEVICE = 6, /**< device */
	AB_AML_OBJECT_EVENT = 7, /**< event */
	AB_AML_OBJECT_METHOD = 8, /**< method */
	AB_AML_OBJECT_MUTEX = 9, /**< mutex */
	AB_AML_OBJECT_REGION = 10, /**< operation region */
	AB_AML_OBJECT_POWER_RESOURCE = 11, /**< power resource */
	AB_AML_OBJECT_PROCESSOR = 12, /**< processor */
	AB_AML_OBJECT_THERMAL_ZONE = 13, /**< thermal zone */
	AB_AML_OBJECT_BUFFER_FIELD = 14, /**< buffer field */
};

/** Name (path, value); the value follows. @spec{ACPI, 20.2.5.1} */
AB_API void ab_aml_name(struct ab_aml *a, const char *path);
/** Alias (object, alias). @spec{ACPI, 20.2.5.1} */
AB_API void ab_aml_alias(struct ab_aml *a, const char *object, const char *alias);
/** External (path, type) with @p args arguments, 0 to 7, for a method. @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_external(struct ab_aml *a, const char *path, enum ab_aml_object type,
			    unsigned int args);
/** Mutex (path, sync level 0 to 15). @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_mutex(struct ab_aml *a, const char *path, unsigned int sync);
/** Event (path). @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_event(struct ab_aml *a, const char *path);

/** Address spaces of regions and registers. @spec{ACPI, 5.5.2.4} */
enum ab_aml_space_id {
	AB_AML_SYSTEM_MEMORY = 0, /**< guest-physical memory */
	AB_AML_SYSTEM_IO = 1, /**< I/O ports */
	AB_AML_PCI_CONFIG = 2, /**< configuration space of the device around it */
	AB_AML_EMBEDDED_CONTROL = 3, /**< embedded controller */
	AB_AML_SMBUS = 4, /**< SMBus */
	AB_AML_SYSTEM_CMOS = 5, /**< CMOS RAM */
	AB_AML_PCI_BAR_TARGET = 6, /**< a BAR of the device around it */
	AB_AML_IPMI = 7, /**< IPMI */
	AB_AML_GPIO = 8, /**< GPIO */
	AB_AML_SERIAL_BUS = 9, /**< serial bus */
	AB_AML_PCC = 10, /**< platform communication channel */
	AB_AML_FIXED_HARDWARE = 0x7f, /**< registers only: MSRs and the like */
};

/** OperationRegion (path, space, offset, length); offset and length follow, as operands.
 *  @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_region(struct ab_aml *a, const char *path, enum ab_aml_space_id space);
/** DataTableRegion (path, signature, OEM id, OEM table id); the strings follow, as operands.
 *  @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_data_region(struct ab_aml *a, const char *path);

/** How a field is accessed: one of each group, or-ed. @spec{ACPI, 19.6.48} */
enum ab_aml_field_flags {
	AB_AML_ANY_ACC = 0x00, /**< any width */
	AB_AML_BYTE_ACC = 0x01, /**< 8 bits */
	AB_AML_WORD_ACC = 0x02, /**< 16 bits */
	AB_AML_DWORD_ACC = 0x03, /**< 32 bits */
	AB_AML_QWORD_ACC = 0x04, /**< 64 bits */
	AB_AML_BUFFER_ACC = 0x05, /**< SMBus and the like */
	AB_AML_NO_LOCK = 0x00, /**< without the global lock */
	AB_AML_LOCK = 0x10, /**< under the global lock */
	AB_AML_PRESERVE = 0x00, /**< other bits are read and written back */
	AB_AML_WRITE_AS_ONES = 0x20, /**< other bits are written as ones */
	AB_AML_WRITE_AS_ZEROS = 0x40, /**< other bits are written as zeros */
};

/** Field (region, flags): a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_field(struct ab_aml *a, const char *region, unsigned int flags);
/** IndexField (index, data, flags): a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_index_field(struct ab_aml *a, const char *index, const char *data,
					      unsigned int flags);
/** BankField (region, bank, value, flags): a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_bank_field(struct ab_aml *a, const char *region, const char *bank,
					     uint64_t value, unsigned int flags);
/** A field unit of @p bits, 1 to 2^28 - 1; @p name is a single segment; NULL: bits skipped. */
AB_API void ab_aml_field_unit(struct ab_aml *a, const char *name, uint32_t bits);
/** AccessAs: units from here on are accessed with @p access (AB_AML_ANY_ACC to BUFFER_ACC). */
AB_API void ab_aml_field_access(struct ab_aml *a, unsigned int access, uint8_t attribute);

/* ---- resources (_CRS) --------------------------------------------------------------------- */

/** ResourceTemplate: a buffer of the descriptors below; its end tag is added by ab_aml_end().
 *  @spec{ACPI, 6.4} */
AB_API struct ab_aml_block ab_aml_resources(struct ab_aml *a);

/** How an interrupt of a descriptor behaves; 0: level, active high, not shared. Or-ed. */
enum ab_aml_irq_flags {
	AB_AML_IRQ_EDGE = 0x01, /**< edge-triggered */
	AB_AML_IRQ_LOW = 0x02, /**< active low */
	AB_AML_IRQ_SHARED = 0x04, /**< may be shared */
	AB_AML_IRQ_WAKE = 0x08, /**< can wake the machine */
	AB_AML_IRQ_PRODUCER = 0x10, /**< Interrupt only: the device hands it out */
};

/** IRQNoFlags: one bit an ISA interrupt; edge, active high. @spec{ACPI, 6.4.2.1} */
AB_API void ab_aml_res_irq_no_flags(struct ab_aml *a, uint16_t mask);
/** IRQ (flags): one bit an ISA interrupt. @spec{ACPI, 6.4.2.1} */
AB_API void ab_aml_res_irq(struct ab_aml *a, uint16_t mask, unsigned int flags);
/** Interrupt (flags) { gsi... }: 1 to 255 of them. @spec{ACPI, 6.4.3.6} */
AB_API void ab_aml_res_interrupt(struct ab_aml *a, unsigned int flags, const uint32_t *gsi,
				 size_t n);
/** IO (Decode16, first, last, align, size): @p size ports whose first is @p first, or up to
 *  @p last in steps of @p align. @spec{ACPI, 6.4.2.5} */
AB_API void ab_aml_res_io(struct ab_aml *a, uint16_t first, uint16_t last, uint8_t align,
			  uint8_t size);
/** FixedIO (first, size): within the first 1024 ports. @spec{ACPI, 6.4.2.6} */
AB_API void ab_aml_res_fixed_io(struct ab_aml *a, uint16_t first, uint8_t size);
/** Memory32Fixed (access, base, size). @spec{ACPI, 6.4.3.4} */
AB_API void ab_aml_res_memory32(struct ab_aml *a, uint64_t base, uint64_t size, bool writable);

/** What an address space descriptor spans. @spec{ACPI, 6.4.3.5} */
enum ab_aml_range_type {
	AB_AML_RANGE_MEMORY = 0, /**< memory */
	AB_AML_RANGE_IO = 1, /**< I/O ports */
	AB_AML_RANGE_BUS = 2, /**< bus numbers */
};

/** Attributes of an address space descriptor, or-ed. */
enum ab_aml_range_flags {
	AB_AML_RANGE_PRODUCER = 0x01, /**< a bridge hands it on */
	AB_AML_RANGE_SUBTRACTIVE = 0x02, /**< subtractive decode */
	AB_AML_RANGE_READ_ONLY = 0x04, /**< memory: not writable */
	AB_AML_RANGE_CACHEABLE = 0x08, /**< memory: cacheable */
	AB_AML_RANGE_WRITE_COMBINING = 0x10, /**< memory: write combining */
	AB_AML_RANGE_PREFETCHABLE = 0x18, /**< memory: cacheable and prefetchable */
};

/** Word, DWord or QWord address space descriptor. */
struct ab_aml_range {
	enum ab_aml_range_type type; /**< memory, I/O or bus numbers */
	unsigned int width; /**< 16, 32 or 64 bits */
	unsigned int flags; /**< enum ab_aml_range_flags */
	uint64_t base; /**< lowest first address */
	uint64_t size; /**< addresses, not 0 */
	uint64_t last; /**< 0: fixed at @c base; else it may move up to this last address */
	uint64_t granularity; /**< a power of two less one: @c base moves in steps of it
				  plus 1; 0 when fixed */
	uint64_t translation; /**< added to reach the parent's address */
};

/** WordMemory to QWordBusNumber. @spec{ACPI, 6.4.3.5} */
AB_API void ab_aml_res_range(struct ab_aml *a, const struct ab_aml_range *range);

/** Register (space, bits, offset, address, access): a generic address.
 * @param a       encoder
 * @param space   address space
 * @param bits    width of the register
 * @param offset  first bit
 * @param address address of the register
 * @param access  bytes accessed at once: 1, 2, 4 or 8; 0: undefined
 * @spec{ACPI, 6.4.3.7} */
AB_API void ab_aml_res_register(struct ab_aml *a, enum ab_aml_space_id space, uint8_t bits,
				uint8_t offset, uint64_t address, unsigned int access);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_AML_H */
