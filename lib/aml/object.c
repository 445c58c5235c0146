/* SPDX-License-Identifier: BSD-2-Clause */
/* Named objects: scopes, devices, methods, regions, fields, and those that are not blocks. */
#include "aml_priv.h"

/* Begin a block with a name: opcode, PkgLength, NameString. */
static struct ab_aml_block named(struct ab_aml *a, unsigned int opcode, unsigned int width,
				 enum ab_aml_kind own, const char *path)
{
	struct ab_aml_block block;

	ab_aml_statement_(a);
	block = ab_aml_begin_(a, opcode, width, own);
	ab_aml_namestring_(a, path);
	return block;
}

struct ab_aml_block ab_aml_scope(struct ab_aml *a, const char *path)
{
	return named(a, 0x10, 1, AB_AML_KIND_TERMS, path); /* ScopeOp */
}

struct ab_aml_block ab_aml_device(struct ab_aml *a, const char *path)
{
	return named(a, AB_AML_EXT(0x82), AB_AML_KIND_TERMS, path); /* DeviceOp */
}

struct ab_aml_block ab_aml_method(struct ab_aml *a, const char *path, unsigned int args,
				  bool serialized, unsigned int sync)
{
	struct ab_aml_block block;

	if (args > 7)
		ab_aml_fail(a, "a method must have at most 7 arguments");
	if (sync > 15 || (sync != 0 && !serialized))
		ab_aml_fail(a, "a synchronisation level must be 0 to 15, 0 unless serialized");
	block = named(a, 0x14, 1, AB_AML_KIND_TERMS, path); /* MethodOp */
	/* MethodFlags: bits 2-0 ArgCount, 3 SerializeFlag, 7-4 SyncLevel */
	ab_aml_byte_(a, (args & 7) | (serialized ? 8U : 0) | (sync & 15) << 4);
	a->inside = AB_AML_IN_METHOD;
	return block;
}

struct ab_aml_block ab_aml_processor(struct ab_aml *a, const char *path, uint8_t id, uint32_t pblk,
				     uint8_t pblk_len)
{
	struct ab_aml_block block;

	block = named(a, AB_AML_EXT(0x83), AB_AML_KIND_TERMS, path); /* ProcessorOp */
	ab_aml_byte_(a, id);
	ab_put_le(a->out, pblk, 4);
	ab_aml_byte_(a, pblk_len);
	return block;
}

struct ab_aml_block ab_aml_power_resource(struct ab_aml *a, const char *path, uint8_t level,
					  uint16_t order)
{
	struct ab_aml_block block;

	block = named(a, AB_AML_EXT(0x84), AB_AML_KIND_TERMS, path); /* PowerResOp */
	ab_aml_byte_(a, level);
	ab_put_le(a->out, order, 2);
	return block;
}

struct ab_aml_block ab_aml_thermal_zone(struct ab_aml *a, const char *path)
{
	return named(a, AB_AML_EXT(0x85), AB_AML_KIND_TERMS, path); /* ThermalZoneOp */
}

/* ---- objects that are not blocks ---------------------------------------------------------- */

void ab_aml_name(struct ab_aml *a, const char *path)
{
	ab_aml_statement_(a);
	ab_aml_opcode_name_(a, 0x08, 1, path); /* NameOp */
	a->owed = 1; /* DataRefObject */
}

void ab_aml_alias(struct ab_aml *a, const char *object, const char *alias)
{
	ab_aml_statement_(a);
	ab_aml_opcode_name_(a, 0x06, 1, object); /* AliasOp */
	ab_aml_namestring_(a, alias);
}

void ab_aml_external(struct ab_aml *a, const char *path, enum ab_aml_object type, unsigned int args)
{
	ab_aml_statement_(a);
	if ((unsigned int)type > AB_AML_OBJECT_BUFFER_FIELD)
		ab_aml_fail(a, "the type of an external object must be one of enum ab_aml_object");
	if (args > 7 || (args != 0 && type != AB_AML_OBJECT_METHOD))
		ab_aml_fail(
		    a, "an external object must have no arguments, or be a method with at most 7");
	ab_aml_opcode_name_(a, 0x15, 1, path); /* ExternalOp */
	ab_aml_byte_(a, type);
	ab_aml_byte_(a, args);
}

void ab_aml_mutex(struct ab_aml *a, const char *path, unsigned int sync)
{
	ab_aml_statement_(a);
	if (sync > 15)
		ab_aml_fail(a, "a synchronisation level must be 0 to 15");
	ab_aml_opcode_name_(a, AB_AML_EXT(0x01), path); /* MutexOp */
	ab_aml_byte_(a, sync & 15);
}

void ab_aml_event(struct ab_aml *a, const char *path)
{
	ab_aml_statement_(a);
	ab_aml_opcode_name_(a, AB_AML_EXT(0x02), path); /* EventOp */
}

void ab_aml_region(struct ab_aml *a, const char *path, enum ab_aml_space_id space)
{
	ab_aml_statement_(a);
	if ((unsigned int)space > 0xff || space == AB_AML_FIXED_HARDWARE)
		ab_aml_fail(
		    a,
		    "the address space of a region must be known, and not AB_AML_FIXED_HARDWARE");
	ab_aml_opcode_name_(a, AB_AML_EXT(0x80), path); /* OpRegionOp */
	ab_aml_byte_(a, space);
	a->owed = 2; /* RegionOffset, RegionLen */
}

void ab_aml_data_region(struct ab_aml *a, const char *path)
{
	ab_aml_statement_(a);
	ab_aml_opcode_name_(a, AB_AML_EXT(0x88), path); /* DataRegionOp */
	a->owed = 3; /* signature, OEM id, OEM table id */
}

/* ---- fields ------------------------------------------------------------------------------- */

static void field_flags(struct ab_aml *a, unsigned int flags)
{
	const unsigned int both = AB_AML_WRITE_AS_ONES | AB_AML_WRITE_AS_ZEROS;

	if (flags > 0x7f || (flags & 0x0f) > AB_AML_BUFFER_ACC || (flags & both) == both)
		ab_aml_fail(
		    a,
		    "the flags of a field must be an access type, a lock rule and one update rule");
	ab_aml_byte_(a, flags & 0x7f);
}

struct ab_aml_block ab_aml_field(struct ab_aml *a, const char *region, unsigned int flags)
{
	struct ab_aml_block block;

	block = named(a, AB_AML_EXT(0x81), AB_AML_KIND_FIELDS, region); /* FieldOp */
	field_flags(a, flags);
	return block;
}

struct ab_aml_block ab_aml_index_field(struct ab_aml *a, const char *index, const char *data,
				       unsigned int flags)
{
	struct ab_aml_block block;

	block = named(a, AB_AML_EXT(0x86), AB_AML_KIND_FIELDS, index); /* IndexFieldOp */
	ab_aml_namestring_(a, data);
	field_flags(a, flags);
	return block;
}

struct ab_aml_block ab_aml_bank_field(struct ab_aml *a, const char *region, const char *bank,
				      uint64_t value, unsigned int flags)
{
	struct ab_aml_block block;
	uint8_t bytes[9];

	block = named(a, AB_AML_EXT(0x87), AB_AML_KIND_FIELDS, region); /* BankFieldOp */
	ab_aml_namestring_(a, bank);
	ab_put(a->out, bytes, ab_aml_int_bytes_(bytes, value)); /* BankValue */
	field_flags(a, flags);
	return block;
}

void ab_aml_field_unit(struct ab_aml *a, const char *name, uint32_t bits)
{
	unsigned int n = bits < 1U << 6 ? 1 : bits < 1U << 12 ? 2 : bits < 1U << 20 ? 3 : 4;
	uint8_t bytes[4];

	if (a->kind != AB_AML_KIND_FIELDS)
		ab_aml_fail(a, "a field unit must stand in a field list");
	if (bits == 0 || bits >= 1U << 28)
		ab_aml_fail(a, "a field unit must have 1 to 2^28 - 1 bits");
	if (name != NULL)
		ab_aml_nameseg_(a, name);
	else
		ab_aml_byte_(a, 0x00); /* ReservedField */
	ab_aml_pkglen_bytes_(bytes, bits, n);
	ab_put(a->out, bytes, n);
}

void ab_aml_field_access(struct ab_aml *a, unsigned int access, uint8_t attribute)
{
	if (a->kind != AB_AML_KIND_FIELDS)
		ab_aml_fail(a, "a field unit must stand in a field list");
	if (access > AB_AML_BUFFER_ACC)
		ab_aml_fail(a, "the access type of a field must be one of enum ab_aml_field_flags");
	ab_aml_byte_(a, 0x01); /* AccessField */
	ab_aml_byte_(a, access & 0x0f);
	ab_aml_byte_(a, attribute);
}
