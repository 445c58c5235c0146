/* SPDX-License-Identifier: BSD-2-Clause */
/* SMBIOS 3.3 structures of a machine. */
#include <aetherboot/smbios.h>
#include <aetherboot/version.h>

#include "../base/base_priv.h"
#include "../base/libc.h"
#include "../machine/machine_priv.h"

/* Handles. Types of which there may be many number their structures from theirs on. */
enum {
	H_BIOS = 0x0000,
	H_SYSTEM = 0x0100,
	H_BOARD = 0x0200,
	H_CHASSIS = 0x0300,
	H_CPU = 0x0400,
	H_OEM = 0x0b00,
	H_ARRAY = 0x1000,
	H_DEVICE = 0x1100,
	H_MAPPED = 0x1300,
	H_BOOT = 0x2000,
	H_END = 0x7f00,
};

#define MORE_MAX 0x200 /* packages, and RAM ranges, that get a structure each */
#define UNKNOWN 2 /* in most enumerations, as OTHER */
#define OTHER 1
#define SAFE 3 /* 7.4.2, states of a chassis */

/* "MAJOR.MINOR" of the library. Two macros, because # makes text of an argument unexpanded. */
#define VALUE_TEXT(n) #n
#define DOTTED(major, minor) VALUE_TEXT(major) "." VALUE_TEXT(minor)
#define VERSION DOTTED(AB_VERSION_MAJOR, AB_VERSION_MINOR)

/* One structure. Its strings follow its fixed fields, so they are kept until it ends. */
struct smb {
	struct ab_buf *out;
	const char *string[6];
	unsigned int n;
};

static void begin(struct smb *s, uint8_t type, uint8_t size, uint16_t handle)
{
	s->n = 0;
	ab_put_le(s->out, type, 1); /* 0 Type */
	ab_put_le(s->out, size, 1); /* 1 Length */
	ab_put_le(s->out, handle, 2); /* 2 Handle */
}

static bool is_empty(const char *text)
{
	return text == NULL || *text == '\0';
}

/* A string field: the number of the string, or 0 for none. */
static void string(struct smb *s, const char *text)
{
	if (is_empty(text)) {
		ab_put_le(s->out, 0, 1);
		return;
	}
	s->string[s->n++] = text;
	ab_put_le(s->out, s->n, 1);
}

/* 6.1.3: the strings, each with its NUL, then a NUL; two NULs if there are no strings */
static void end(struct smb *s)
{
	for (unsigned int i = 0; i < s->n; i++)
		ab_put(s->out, s->string[i], strlen(s->string[i]) + 1);
	ab_put(s->out, NULL, s->n == 0 ? 2 : 1);
}

#define W AB_BYTES2
#define Z8 0, 0, 0, 0, 0, 0, 0, 0

static const char *text_or(const char *text, const char *usual)
{
	return text != NULL ? text : usual;
}

/* 7.1 */
static void put_bios(struct smb *s)
{
	begin(s, 0, 0x1a, H_BIOS);
	string(s, "libaetherboot"); /* 4 Vendor */
	string(s, VERSION); /* 5 BIOS Version */
	ab_put_le(s->out, 0, 2); /* 6 BIOS Starting Address Segment */
	string(s, "01/01/2026"); /* 8 BIOS Release Date */
	AB_PUT_FIXED(s->out, 0, /* 9 BIOS ROM Size */
		     1 << 3, 0, 0, 0, 0, 0, 0, 0, /* 10 Characteristics: not supported */
		     0, /* 18 Extension Byte 1 */
		     1 << 4, /* 19 Extension Byte 2: a virtual machine */
		     AB_VERSION_MAJOR, /* 20 System BIOS Major Release */
		     AB_VERSION_MINOR, /* 21 System BIOS Minor Release */
		     0xff, /* 22 Embedded Controller Major */
		     0xff, /* 23 Embedded Controller Minor */
		     W(0)); /* 24 Extended BIOS ROM Size */
	end(s);
}

/* 7.2; the first three fields of a UUID are little-endian here (7.2.1) */
static void put_system(struct smb *s, const struct ab_smbios *id)
{
	static const uint8_t order[16] = { 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15 };

	begin(s, 1, 0x1b, H_SYSTEM);
	string(s, text_or(id->manufacturer, "libaetherboot")); /* 4 Manufacturer */
	string(s, text_or(id->product, "Virtual Machine")); /* 5 Product Name */
	string(s, id->version); /* 6 Version */
	string(s, id->serial); /* 7 Serial Number */
	for (size_t i = 0; i < sizeof(order); i++)
		ab_put_le(s->out, id->uuid[order[i]], 1); /* 8 UUID */
	ab_put_le(s->out, 6, 1); /* 24 Wake-up Type: power switch */
	string(s, id->sku); /* 25 SKU Number */
	string(s, id->family); /* 26 Family */
	end(s);
}

/* 7.3 */
static void put_board(struct smb *s, const struct ab_smbios_board *b)
{
	if (is_empty(b->manufacturer) && is_empty(b->product) && is_empty(b->version) &&
	    is_empty(b->serial) && is_empty(b->asset_tag))
		return;
	begin(s, 2, 0xf, H_BOARD);
	string(s, b->manufacturer); /* 4 Manufacturer */
	string(s, b->product); /* 5 Product */
	string(s, b->version); /* 6 Version */
	string(s, b->serial); /* 7 Serial Number */
	string(s, b->asset_tag); /* 8 Asset Tag */
	AB_PUT_FIXED(s->out, 1 << 0, /* 9 Feature Flags: a hosting board */
		     0, /* 10 Location in Chassis */
		     W(H_CHASSIS), /* 11 Chassis Handle */
		     0xa, /* 13 Board Type: motherboard */
		     0); /* 14 Number of Contained Object Handles */
	end(s);
}

/* 7.4 */
static void put_chassis(struct smb *s, const struct ab_smbios *id)
{
	begin(s, 3, 0x16, H_CHASSIS);
	string(s, text_or(id->manufacturer, "libaetherboot")); /* 4 Manufacturer */
	ab_put_le(s->out, OTHER, 1); /* 5 Type */
	string(s, id->version); /* 6 Version */
	string(s, id->serial); /* 7 Serial Number */
	string(s, id->asset_tag); /* 8 Asset Tag Number */
	AB_PUT_FIXED(s->out, SAFE, /* 9 Boot-up State */
		     SAFE, /* 10 Power Supply State */
		     SAFE, /* 11 Thermal State */
		     UNKNOWN, /* 12 Security Status */
		     0, 0, 0, 0, /* 13 OEM-defined */
		     0, /* 17 Height */
		     0, /* 18 Number of Power Cords */
		     0, /* 19 Contained Element Count */
		     0, /* 20 Contained Element Record Length */
		     0); /* 21 SKU Number */
	end(s);
}

static uint64_t byte_or_all(uint64_t n)
{
	return n < 0xff ? n : 0xff;
}

/* 7.5: a package. A count of one byte is 0xff if only the word after it can hold the number. */
static void put_cpu(struct smb *s, const struct ab_machine *m, uint32_t index, uint32_t cpus,
		    uint32_t threads)
{
	bool arm = ab_machine_has_gic_(m);
	uint32_t cores = (cpus + threads - 1) / threads;

	begin(s, 4, 0x30, (uint16_t)(H_CPU + index));
	string(s, "CPU"); /* 4 Socket Designation */
	ab_put_le(s->out, 3, 1); /* 5 Processor Type: central */
	ab_put_le(s->out, arm ? 0xfe : OTHER, 1); /* 6 Family: see Family 2, or other */
	string(s, "virtual"); /* 7 Manufacturer */
	AB_PUT_FIXED(s->out, Z8, /* 8 Processor ID */
		     0, /* 16 Version */
		     0, /* 17 Voltage */
		     W(0), /* 18 External Clock: unknown */
		     W(0), /* 20 Max Speed: unknown */
		     W(0), /* 22 Current Speed: unknown */
		     0x41, /* 24 Status: populated, enabled */
		     OTHER, /* 25 Upgrade */
		     W(0xffff), /* 26 L1 Cache Handle: none */
		     W(0xffff), /* 28 L2 Cache Handle */
		     W(0xffff), /* 30 L3 Cache Handle */
		     0, /* 32 Serial Number */
		     0, /* 33 Asset Tag */
		     0); /* 34 Part Number */
	ab_put_le(s->out, byte_or_all(cores), 1); /* 35 Core Count */
	ab_put_le(s->out, byte_or_all(cores), 1); /* 36 Core Enabled */
	ab_put_le(s->out, byte_or_all(cpus), 1); /* 37 Thread Count */
	ab_put_le(s->out, 1 << 2, 2); /* 38 Characteristics: 64-bit */
	ab_put_le(s->out, arm ? 0x101 : OTHER, 2); /* 40 Family 2: ARMv8 */
	ab_put_le(s->out, cores, 2); /* 42 Core Count 2 */
	ab_put_le(s->out, cores, 2); /* 44 Core Enabled 2 */
	ab_put_le(s->out, cpus, 2); /* 46 Thread Count 2 */
	end(s);
}

static void put_cpus(struct smb *s, const struct ab_machine *m)
{
	struct ab_topology t = ab_machine_topology(m);
	uint64_t per_package = (uint64_t)t.threads * t.cores * t.dies;
	uint64_t done = 0;

	for (uint32_t i = 0; done < m->n_cpus && i < MORE_MAX; i++) {
		uint64_t n = m->n_cpus - done < per_package ? m->n_cpus - done : per_package;

		put_cpu(s, m, i, (uint32_t)n, t.threads);
		done += n;
	}
}

/* 7.12: as many strings as there are, which no structure keeps */
static void put_oem(struct smb *s, const struct ab_smbios_oem *oem)
{
	if (oem->n == 0)
		return;
	begin(s, 11, 5, H_OEM);
	ab_put_le(s->out, oem->n, 1); /* 4 Count */
	for (size_t i = 0; i < oem->n; i++)
		ab_put(s->out, oem->at[i], strlen(oem->at[i]) + 1);
	ab_put(s->out, NULL, 1);
}

/* 7.17 */
static void put_array(struct smb *s, const struct ab_machine *m)
{
	uint64_t kib = ab_machine_ram_size_(m) >> 10;
	bool large = kib >= 0x80000000;

	begin(s, 16, 0x17, H_ARRAY);
	AB_PUT_FIXED(s->out, OTHER, /* 4 Location */
		     3, /* 5 Use: system memory */
		     6); /* 6 Memory Error Correction: multi-bit ECC */
	ab_put_le(s->out, large ? 0x80000000 : kib, 4); /* 7 Maximum Capacity, KiB */
	AB_PUT_FIXED(s->out, W(0xfffe), /* 11 Memory Error Information Handle: none */
		     W(1)); /* 13 Number of Memory Devices */
	ab_put_le(s->out, large ? kib << 10 : 0, 8); /* 15 Extended Maximum Capacity, bytes */
	end(s);
}

/* 7.18: one device holds all RAM */
static void put_device(struct smb *s, const struct ab_machine *m)
{
	uint64_t size = ab_machine_ram_size_(m), mib = size >> 20;
	bool large = mib >= 0x7fff;

	begin(s, 17, 0x5c, H_DEVICE);
	AB_PUT_FIXED(s->out, W(H_ARRAY), /* 4 Physical Memory Array Handle */
		     W(0xfffe), /* 6 Memory Error Information Handle: none */
		     W(0xffff), /* 8 Total Width: unknown */
		     W(0xffff)); /* 10 Data Width: unknown */
	ab_put_le(s->out, large ? 0x7fff : mib, 2); /* 12 Size, MiB */
	AB_PUT_FIXED(s->out, 9, /* 14 Form Factor: DIMM */
		     0); /* 15 Device Set */
	string(s, "DIMM 0"); /* 16 Device Locator */
	AB_PUT_FIXED(s->out, 0, /* 17 Bank Locator */
		     7, /* 18 Memory Type: RAM */
		     W(OTHER << 1), /* 19 Type Detail: other */
		     W(0)); /* 21 Speed: unknown */
	string(s, "virtual"); /* 23 Manufacturer */
	AB_PUT_FIXED(s->out, 0, /* 24 Serial Number */
		     0, /* 25 Asset Tag */
		     0, /* 26 Part Number */
		     0); /* 27 Attributes */
	ab_put_le(s->out, large ? mib : 0, 4); /* 28 Extended Size, MiB */
	AB_PUT_FIXED(s->out, W(0), /* 32 Configured Memory Speed */
		     W(0), /* 34 Minimum Voltage */
		     W(0), /* 36 Maximum Voltage */
		     W(0), /* 38 Configured Voltage */
		     UNKNOWN, /* 40 Memory Technology */
		     W(1 << 3), /* 41 Operating Mode Capability: volatile memory */
		     0, /* 43 Firmware Version */
		     Z8, /* 44 IDs of module and controller, and of their makers: unknown */
		     Z8); /* 52 Non-volatile Size */
	ab_put_le(s->out, size, 8); /* 60 Volatile Size, bytes */
	AB_PUT_FIXED(s->out, Z8, /* 68 Cache Size */
		     Z8, /* 76 Logical Size */
		     0, 0, 0, 0, /* 84 Extended Speed */
		     0, 0, 0, 0); /* 88 Extended Configured Memory Speed */
	end(s);
}

/* 7.20: first and last address, in KiB if these fit into 32 bits, else in the extended fields */
static void put_mapped(struct smb *s, const struct ab_ram *r, uint32_t index)
{
	uint64_t last = r->base + (r->size - 1);
	bool large = last >> 10 >= 0xffffffff;

	begin(s, 19, 0x1f, (uint16_t)(H_MAPPED + index));
	ab_put_le(s->out, large ? 0xffffffff : r->base >> 10, 4); /* 4 Starting Address, KiB */
	ab_put_le(s->out, large ? 0xffffffff : last >> 10, 4); /* 8 Ending Address, KiB */
	AB_PUT_FIXED(s->out, W(H_ARRAY), /* 12 Memory Array Handle */
		     1); /* 14 Partition Width */
	ab_put_le(s->out, large ? r->base : 0, 8); /* 15 Extended Starting Address */
	ab_put_le(s->out, large ? last : 0, 8); /* 23 Extended Ending Address */
	end(s);
}

static const char no_control[] = "must have no control character, 0x0 to 0x1f or 0x7f";

/* 6.1.3: guests show a string as a line of text. Returns its first control character, or NULL. */
static const char *control(const char *text)
{
	for (; !is_empty(text); text++)
		if ((uint8_t)*text < 0x20 || *text == 0x7f)
			return text;
	return NULL;
}

static void bad_oem(struct ab_buf *out, size_t index, size_t offset, const char *rule)
{
	ab_buf_fail_with_(out, &(struct ab_error){ .code = AB_ERR_ARG,
						   .what = "machine.smbios.oem[]",
						   .index = index,
						   .value = offset,
						   .other = rule });
}

/* 6.1.3: an empty string would end the structure. Returns false if the strings must not be put. */
static bool check_oem(struct ab_buf *out, const struct ab_smbios_oem *oem)
{
	const bool many = oem->n > AB_SMBIOS_OEM_MAX;

	if (many || (oem->n != 0 && oem->at == NULL)) {
		ab_buf_fail(out, AB_ERR_ARG, "machine.smbios.oem.n", oem->n,
			    many ? "must be 0 to 255"
				 : "must be 0 when the pointer beside it is NULL");
		return false;
	}
	for (size_t i = 0; out->error.code == AB_OK && i < oem->n; i++) {
		const char *c = control(oem->at[i]);

		if (is_empty(oem->at[i]))
			bad_oem(out, i, 0, "must be a string, and not empty");
		else if (c != NULL)
			bad_oem(out, i, (size_t)(c - oem->at[i]), no_control);
	}
	return out->error.code == AB_OK;
}

#define TEXT(path)                                                                                 \
	{                                                                                          \
		"machine.smbios." #path, offsetof(struct ab_smbios, path)                          \
	}

static void check(struct ab_buf *out, const struct ab_smbios *id)
{
	static const struct {
		const char *what;
		size_t at;
	} all[] = {
		TEXT(manufacturer),  TEXT(product),
		TEXT(version),       TEXT(serial),
		TEXT(sku),           TEXT(family),
		TEXT(asset_tag),     TEXT(board.manufacturer),
		TEXT(board.product), TEXT(board.version),
		TEXT(board.serial),  TEXT(board.asset_tag),
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *text, *c;

		memcpy(&text, (const char *)id + all[i].at, sizeof(text));
		c = control(text);
		if (c != NULL)
			ab_buf_fail(out, AB_ERR_ARG, all[i].what, (uint8_t)*c, no_control);
	}
}

void ab_smbios_table(const struct ab_machine *m, const struct ab_smbios *id, struct ab_buf *out)
{
	static const struct ab_smbios usual = { .manufacturer = NULL };
	struct smb s = { .out = out };

	id = id != NULL ? id : &usual;
	check(out, id);
	if (!check_oem(out, &id->oem))
		return;
	put_bios(&s);
	put_system(&s, id);
	put_board(&s, &id->board);
	put_chassis(&s, id);
	put_cpus(&s, m);
	put_oem(&s, &id->oem);
	put_array(&s, m);
	put_device(&s, m);
	for (uint32_t i = 0; i < m->ram.n && i < MORE_MAX; i++)
		put_mapped(&s, &m->ram.at[i], i);
	begin(&s, 32, 0x0b, H_BOOT); /* 7.33 */
	ab_put(out, NULL, 7); /* 4 reserved; 10 Boot Status: no errors */
	end(&s);
	begin(&s, 127, 4, H_END); /* 7.45 */
	end(&s);
}

/* 5.2.2 */
void ab_smbios_entry(uint64_t gpa, uint32_t size, struct ab_buf *out)
{
	uint8_t e[24] = { '_', 'S', 'M', '3', '_' }; /* 0 Anchor String */

	e[6] = sizeof(e); /* 6 Entry Point Length */
	e[7] = 3; /* 7 Major Version */
	e[8] = 3; /* 8 Minor Version */
	e[10] = 1; /* 10 Entry Point Revision */
	ab_st_le32(e + 12, size); /* 12 Structure Table Maximum Size */
	ab_st_le64(e + 16, gpa); /* 16 Structure Table Address */
	e[5] = (uint8_t)(0U - ab_sum8(e, sizeof(e))); /* 5 Entry Point Structure Checksum */
	ab_put(out, e, sizeof(e));
}
