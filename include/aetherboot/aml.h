/* SPDX-License-Identifier: BSD-2-Clause */
/** @file aml.h The group @ref aml. */
/**
 * @defgroup aml AML
 * @ingroup acpi
 * A streaming AML encoder. It appends ACPI byte code to an ab_buf without building a tree, so it
 * can measure over NULL. The calls read like ASL, the outermost construct first:
 *
 * @snippet test_snippets_tables.c aml
 *
 *     struct ab_aml_block dev = ab_aml_device(aml, "COM1");
 *     ab_aml_name(aml, "_HID");
 *     ab_aml_eisa(aml, "PNP0501");
 *     ab_aml_end(aml, dev);
 *
 * The operands of an operator follow it: Store(Zero, Local0) is ab_aml_op(aml, AB_AML_STORE),
 * ab_aml_int(aml, 0), ab_aml_local(aml, 0). The end of a block fills in its length, package count
 * and buffer size, each in its shortest form.
 *
 * Misuse is an error, never a crash: a malformed name, a missing or surplus operand, a block that
 * is not the last one begun. The first error stays in the writer: AB_ERR_ARG, value: the length of
 * the writer at that time, other: the rule that was broken. Later calls are allowed, but after an
 * error the bytes are undefined.
 *
 * A path is e.g. "NAME", "\\_SB.PCI0" or "^^NAME". Its segments are 1 to 4 of A-Z, 0-9 and _, the
 * first not a digit; the encoder pads them with _.
 * @{
 */
#ifndef AETHERBOOT_AML_H
#define AETHERBOOT_AML_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An encoder, from ab_aml_over() to ab_aml_finish(). The members are private. */
struct ab_aml {
	struct ab_buf *out; /**< writer, borrowed; it also keeps the first error */
	size_t if_end; /**< length of @c out at which an Else may begin; SIZE_MAX: none */
	uint32_t depth; /**< number of open blocks */
	uint32_t owed; /**< operands that must follow */
	uint32_t elements; /**< elements of the open package so far */
	uint8_t kind; /**< kind of content that the open block takes */
	uint8_t inside; /**< whether a Method or a While encloses the next term */
};

/** An open block, which ab_aml_end() must end. The members are private. */
struct ab_aml_block {
	size_t at; /**< offset of its PkgLength */
	uint32_t depth; /**< number of open blocks, this one included */
	uint32_t owed; /**< ab_aml.owed outside the block */
	uint32_t elements; /**< ab_aml.elements outside the block */
	uint8_t kind; /**< ab_aml.kind outside the block */
	uint8_t inside; /**< ab_aml.inside outside the block */
	uint8_t own; /**< kind of content that this block takes */
};

/** Make an encoder that appends to @p out. */
AB_API struct ab_aml ab_aml_over(struct ab_buf *out);

/** Check that every block was ended and every operand given, and report the first error.
 * @param a    encoder
 * @param what name of the table or object that was encoded, e.g. "SSDT"
 * @param why  what: @p what; value: the offset in it; other: the rule that was broken
 * @retval AB_OK
 * @retval AB_ERR_ARG     a rule of the calls below was broken; the bytes are undefined
 * @retval AB_ERR_NOSPACE the buffer is too small; value: bytes needed */
AB_API AB_MUST_CHECK enum ab_err ab_aml_finish(struct ab_aml *a, const char *what,
					       struct ab_error *why);

/** Record an error of the caller's own, e.g. in a callback, unless there is one already. Its code
 *  is AB_ERR_ARG, its value the current length of the writer.
 * @param a    encoder
 * @param rule ROM string: the rule that was broken */
AB_API void ab_aml_fail(struct ab_aml *a, const char *rule);

/* ---- blocks -------------------------------------------------------------------------------
 *
 * Each call begins a block, which ab_aml_end() must end. Except for packages, a block must stand
 * where a statement may.
 */

/** End a block. These are errors: @p block is not the open block that began last; an operand is
 *  missing; the block has 2^28 bytes or more; a package has more than 255 elements, for which there
 *  is ab_aml_var_package(). */
AB_API void ab_aml_end(struct ab_aml *a, struct ab_aml_block block);

/** Begin a Scope (path). @spec{ACPI, 20.2.5.1} */
AB_API struct ab_aml_block ab_aml_scope(struct ab_aml *a, const char *path);
/** Begin a Device (path). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_device(struct ab_aml *a, const char *path);
/** Begin a Method (path, args, serialized, sync). @spec{ACPI, 20.2.5.2}
 * @param a          encoder
 * @param path       its path
 * @param args       number of arguments, 0 to 7
 * @param serialized true: one thread at a time runs it. Must be true if it creates named objects
 * @param sync       SyncLevel, 0 to 15; must be 0 if not serialized */
AB_API struct ab_aml_block ab_aml_method(struct ab_aml *a, const char *path, unsigned int args,
					 bool serialized, unsigned int sync);
/** Begin a Processor (path, id, pblk, pblk_len). The specification deprecates it; new platforms
 *  declare ACPI0007 devices. @spec{ACPI63, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_processor(struct ab_aml *a, const char *path, uint8_t id,
					    uint32_t pblk, uint8_t pblk_len);
/** Begin a PowerResource (path, level, order). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_power_resource(struct ab_aml *a, const char *path, uint8_t level,
						 uint16_t order);
/** Begin a ThermalZone (path). @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_thermal_zone(struct ab_aml *a, const char *path);
/** Begin an If. The predicate must follow as an operand, then statements. @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_if(struct ab_aml *a);
/** Begin an Else, directly after the end of an If. @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_else(struct ab_aml *a);
/** Begin a While. The predicate must follow as an operand, then statements.
 *  @spec{ACPI, 20.2.5.3} */
AB_API struct ab_aml_block ab_aml_while(struct ab_aml *a);
/** Begin a Package, an operand or element itself, of up to 255 elements: values and paths. The
 *  encoder counts them. @spec{ACPI, 20.2.5.4} */
AB_API struct ab_aml_block ab_aml_package(struct ab_aml *a);
/** Begin a VarPackage, an operand or element itself. The number of its elements must follow as an
 *  operand, then the elements. @spec{ACPI, 20.2.5.4} */
AB_API struct ab_aml_block ab_aml_var_package(struct ab_aml *a);

/* ---- values -------------------------------------------------------------------------------
 *
 * Each call appends one operand or one element of a package. The call of a method, and ready byte
 * code, may also stand as a statement.
 */

/** Append an integer in its shortest form. As the target of an operator, 0 means that the result is
 *  not stored. @spec{ACPI, 20.2.3} */
AB_API void ab_aml_int(struct ab_aml *a, uint64_t value);
/** Append an integer in 9 bytes, e.g. an address that is not known yet when measuring. */
AB_API void ab_aml_qword(struct ab_aml *a, uint64_t value);
/** Append a string, of the characters 0x01 to 0x7f. @spec{ACPI, 20.2.3} */
AB_API void ab_aml_string(struct ab_aml *a, const char *s);
/** Append a buffer of @p size bytes; @p data NULL: zeros. @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_buffer(struct ab_aml *a, const void *data, size_t size);
/** Append EISAID (id), e.g. "PNP0501": 3 capital letters and 4 hexadecimal digits.
 * @spec{ACPI, 19.6.36} */
AB_API void ab_aml_eisa(struct ab_aml *a, const char *id);
/** Append ToUUID (uuid), e.g. "33db4d5b-1ff7-401c-9657-7441c03dd766". @spec{ACPI, 19.6.142} */
AB_API void ab_aml_uuid(struct ab_aml *a, const char *uuid);
/** Append a reference to a named object. @spec{ACPI, 20.2.2} */
AB_API void ab_aml_path(struct ab_aml *a, const char *path);
/** Append the call of a method with @p args arguments, 0 to 7, which must follow as operands.
 * @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_call(struct ab_aml *a, const char *path, unsigned int args);
/** Append the argument ArgN, 0 to 6. @spec{ACPI, 20.2.6.1} */
AB_API void ab_aml_arg(struct ab_aml *a, unsigned int n);
/** Append the local variable LocalN, 0 to 7. @spec{ACPI, 20.2.6.2} */
AB_API void ab_aml_local(struct ab_aml *a, unsigned int n);
/** Append @p size bytes of ready byte code, which must be one operand, element or statement. The
 *  encoder does not check it. */
AB_API void ab_aml_raw(struct ab_aml *a, const void *data, size_t size);

/** Operators, with their operands in order. An operand marked = is a target: the integer 0 discards
 *  the result. An operand marked & must denote an object: a path, local or argument, or an operator
 *  that returns a reference, such as Index. The encoder counts operands, but does not check that
 *  they are of these kinds. */
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
	AB_AML_TIMER, /**< no operand; its value is a time in units of 100 ns */
	AB_AML_DEBUG, /**< no operand; the debug object */
	AB_AML_REVISION, /**< no operand; its value is the interpreter's revision */
	AB_AML_LOAD_TABLE, /**< signature, OEM ID, OEM Table ID, root path, parameter path,
			      parameter */
	AB_AML_CREATE_BIT_FIELD, /**< buffer, bit, path; this and all below are statements */
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
	AB_AML_BREAK, /**< no operand; in a While only */
	AB_AML_CONTINUE, /**< no operand; in a While only */
	AB_AML_BREAK_POINT, /**< no operand */
	AB_AML_NOOP, /**< no operand */
	AB_AML_OPS, /**< number of operators */
};

/** Append an operator. Its operands must follow. @spec{ACPI, 20.2.5.3 and 20.2.5.4} */
AB_API void ab_aml_op(struct ab_aml *a, enum ab_aml_op op);
/** Append Acquire (mutex, timeout). Its value is true if the time ran out.
 * @param a       encoder
 * @param mutex   path of the mutex
 * @param timeout milliseconds; 0xffff: no limit
 * @spec{ACPI, 20.2.5.4} */
AB_API void ab_aml_acquire(struct ab_aml *a, const char *mutex, uint16_t timeout);
/** Append Fatal (type, code, argument). The argument must follow as an operand.
 * @spec{ACPI, 20.2.5.3} */
AB_API void ab_aml_fatal(struct ab_aml *a, uint8_t type, uint32_t code);

/* ---- named objects ------------------------------------------------------------------------ */

/** Types of objects that External may declare. @spec{ACPI, 19.6.98 ObjectType} */
enum ab_aml_object {
	AB_AML_OBJECT_UNKNOWN = 0, /**< any type */
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

/** Append Name (path, value). The value must follow as an operand. @spec{ACPI, 20.2.5.1} */
AB_API void ab_aml_name(struct ab_aml *a, const char *path);
/** Append Alias (object, alias). @spec{ACPI, 20.2.5.1} */
AB_API void ab_aml_alias(struct ab_aml *a, const char *object, const char *alias);
/** Append External (path, type).
 * @param a    encoder
 * @param path path of the object
 * @param type type of the object
 * @param args arguments of a method, 0 to 7; must be 0 for any other type
 * @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_external(struct ab_aml *a, const char *path, enum ab_aml_object type,
			    unsigned int args);
/** Append Mutex (path, sync), where @p sync is the SyncLevel, 0 to 15. @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_mutex(struct ab_aml *a, const char *path, unsigned int sync);
/** Append Event (path). @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_event(struct ab_aml *a, const char *path);

/** Address spaces of regions and registers. @spec{ACPI, 5.5.2.4} */
enum ab_aml_space_id {
	AB_AML_SYSTEM_MEMORY = 0, /**< guest-physical memory */
	AB_AML_SYSTEM_IO = 1, /**< I/O ports */
	AB_AML_PCI_CONFIG = 2, /**< configuration space of the enclosing PCI device */
	AB_AML_EMBEDDED_CONTROL = 3, /**< embedded controller */
	AB_AML_SMBUS = 4, /**< SMBus */
	AB_AML_SYSTEM_CMOS = 5, /**< CMOS RAM */
	AB_AML_PCI_BAR_TARGET = 6, /**< a BAR of the enclosing PCI device */
	AB_AML_IPMI = 7, /**< IPMI */
	AB_AML_GPIO = 8, /**< GPIO */
	AB_AML_SERIAL_BUS = 9, /**< serial bus */
	AB_AML_PCC = 10, /**< platform communication channel */
	AB_AML_FIXED_HARDWARE = 0x7f, /**< ab_aml_res_register() only: registers of the CPU itself,
					    e.g. MSRs */
};

/** Append OperationRegion (path, space, offset, length). Offset and length must follow as operands.
 *  @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_region(struct ab_aml *a, const char *path, enum ab_aml_space_id space);
/** Append DataTableRegion (path, signature, OEM ID, OEM Table ID). The three strings must follow as
 *  operands.
 *  @spec{ACPI, 20.2.5.2} */
AB_API void ab_aml_data_region(struct ab_aml *a, const char *path);

/** Flags of a field: the bitwise OR of an access type, a lock rule and an update rule.
 * @spec{ACPI, 19.6.48} */
enum ab_aml_field_flags {
	AB_AML_ANY_ACC = 0x00, /**< access type: any width */
	AB_AML_BYTE_ACC = 0x01, /**< access type: 8 bits */
	AB_AML_WORD_ACC = 0x02, /**< access type: 16 bits */
	AB_AML_DWORD_ACC = 0x03, /**< access type: 32 bits */
	AB_AML_QWORD_ACC = 0x04, /**< access type: 64 bits */
	AB_AML_BUFFER_ACC = 0x05, /**< access type: a buffer, e.g. for SMBus */
	AB_AML_NO_LOCK = 0x00, /**< lock rule: without the Global Lock */
	AB_AML_LOCK = 0x10, /**< lock rule: with the Global Lock held */
	AB_AML_PRESERVE = 0x00, /**< update rule: other bits of the word keep their values */
	AB_AML_WRITE_AS_ONES = 0x20, /**< update rule: other bits are written as ones */
	AB_AML_WRITE_AS_ZEROS = 0x40, /**< update rule: other bits are written as zeros */
};

/** Begin a Field (region, flags), a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_field(struct ab_aml *a, const char *region, unsigned int flags);
/** Begin an IndexField (index, data, flags), a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_index_field(struct ab_aml *a, const char *index, const char *data,
					      unsigned int flags);
/** Begin a BankField (region, bank, value, flags), a block of field units. @spec{ACPI, 20.2.5.2} */
AB_API struct ab_aml_block ab_aml_bank_field(struct ab_aml *a, const char *region, const char *bank,
					     uint64_t value, unsigned int flags);
/** Append a field unit to the open block.
 * @param a    encoder
 * @param name one segment; NULL: reserved bits
 * @param bits width, 1 to 2^28 - 1 */
AB_API void ab_aml_field_unit(struct ab_aml *a, const char *name, uint32_t bits);
/** Append AccessAs (access, attribute), which rules the field units after it.
 * @param a         encoder
 * @param access    access type, AB_AML_ANY_ACC to AB_AML_BUFFER_ACC
 * @param attribute AccessAttrib; 0: the usual one */
AB_API void ab_aml_field_access(struct ab_aml *a, unsigned int access, uint8_t attribute);

/* ---- resources (_CRS) ---------------------------------------------------------------------
 *
 * The calls after ab_aml_resources() append one descriptor each to the open ResourceTemplate.
 */

/** Begin a ResourceTemplate, an operand or element itself. ab_aml_end() adds its end tag.
 *  @spec{ACPI, 6.4} */
AB_API struct ab_aml_block ab_aml_resources(struct ab_aml *a);

/** Flags of an interrupt, combined by bitwise OR; 0: level-triggered, active-high, not shared. */
enum ab_aml_irq_flags {
	AB_AML_IRQ_EDGE = 0x01, /**< edge-triggered */
	AB_AML_IRQ_LOW = 0x02, /**< active-low */
	AB_AML_IRQ_SHARED = 0x04, /**< other devices may share it */
	AB_AML_IRQ_WAKE = 0x08, /**< it can wake the machine */
	AB_AML_IRQ_PRODUCER = 0x10, /**< ab_aml_res_interrupt() only: the device is a resource
				      producer, not a consumer */
};

/** Append IRQNoFlags: edge-triggered, active-high ISA interrupts. Bit n of @p mask, which must not
 *  be 0, is interrupt n. @spec{ACPI, 6.4.2.1} */
AB_API void ab_aml_res_irq_no_flags(struct ab_aml *a, uint16_t mask);
/** Append IRQ: ISA interrupts. Bit n of @p mask, which must not be 0, is interrupt n; @p flags are
 *  of enum ab_aml_irq_flags. @spec{ACPI, 6.4.2.1} */
AB_API void ab_aml_res_irq(struct ab_aml *a, uint16_t mask, unsigned int flags);
/** Append Interrupt (extended): global system interrupts.
 * @param a     encoder
 * @param flags enum ab_aml_irq_flags
 * @param gsi   the interrupts
 * @param n     number of interrupts, 1 to 255
 * @spec{ACPI, 6.4.3.6} */
AB_API void ab_aml_res_interrupt(struct ab_aml *a, unsigned int flags, const uint32_t *gsi,
				 size_t n);
/** Append IO (Decode16, first, last, align, size).
 * @param a     encoder
 * @param first lowest base of the ports
 * @param last  highest base of the ports, at least @p first; equal to it: a fixed base
 * @param align the base is a multiple of it, as @p first and @p last must be; 0: any base
 * @param size  number of ports, at least 1; they must end below 64 KiB
 * @spec{ACPI, 6.4.2.5} */
AB_API void ab_aml_res_io(struct ab_aml *a, uint16_t first, uint16_t last, uint8_t align,
			  uint8_t size);
/** Append FixedIO (first, size): at least 1 port, all below 0x400. @spec{ACPI, 6.4.2.6} */
AB_API void ab_aml_res_fixed_io(struct ab_aml *a, uint16_t first, uint8_t size);
/** Append Memory32Fixed (access, base, size): at least 1 byte, all below 4 GiB.
 *  @spec{ACPI, 6.4.3.4} */
AB_API void ab_aml_res_memory32(struct ab_aml *a, uint64_t base, uint64_t size, bool writable);

/** Resource types of address space descriptors. @spec{ACPI, 6.4.3.5} */
enum ab_aml_range_type {
	AB_AML_RANGE_MEMORY = 0, /**< memory */
	AB_AML_RANGE_IO = 1, /**< I/O ports */
	AB_AML_RANGE_BUS = 2, /**< bus numbers */
};

/** Flags of an address space descriptor, combined by bitwise OR. */
enum ab_aml_range_flags {
	AB_AML_RANGE_PRODUCER = 0x01, /**< the device is a resource producer, e.g. a bridge, not a
					consumer */
	AB_AML_RANGE_SUBTRACTIVE = 0x02, /**< subtractive decode */
	AB_AML_RANGE_READ_ONLY = 0x04, /**< memory: read-only */
	AB_AML_RANGE_CACHEABLE = 0x08, /**< memory: cacheable */
	AB_AML_RANGE_WRITE_COMBINING = 0x10, /**< memory: write combining */
	AB_AML_RANGE_PREFETCHABLE = 0x18, /**< memory: cacheable and prefetchable */
};

/** A Word, DWord or QWord address space descriptor. Its addresses are guest-physical, I/O ports or
 *  bus numbers, by type. */
struct ab_aml_range {
	enum ab_aml_range_type type; /**< resource type */
	unsigned int width; /**< bits of an address: 16, 32 or 64 */
	unsigned int flags; /**< enum ab_aml_range_flags; only memory may have those of memory */
	uint64_t base; /**< first address; if the range may move, its lowest value */
	uint64_t size; /**< number of addresses, not 0 */
	uint64_t last; /**< highest last address of a range that may move, at least @c base + @c
			  size - 1; 0: the range is fixed at @c base */
	uint64_t granularity; /**< 2^n - 1: the range moves in steps of 2^n, of which @c base and
				  @c last + 1 must be multiples. Must be 0 if the range is fixed */
	uint64_t translation; /**< offset from an address of the bus to one of its parent */
};

/** Append an address space descriptor, WordMemory to QWordBusNumber. @spec{ACPI, 6.4.3.5} */
AB_API void ab_aml_res_range(struct ab_aml *a, const struct ab_aml_range *range);

/** Append Register (space, bits, offset, address, access): a generic register.
 * @param a       encoder
 * @param space   address space
 * @param bits    width of the register in bits
 * @param offset  first bit of the register at @p address
 * @param address address of the register
 * @param access  bytes of one access: 1, 2, 4 or 8; 0: undefined
 * @spec{ACPI, 6.4.3.7} */
AB_API void ab_aml_res_register(struct ab_aml *a, enum ab_aml_space_id space, uint8_t bits,
				uint8_t offset, uint64_t address, unsigned int access);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_AML_H */
