/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions that the writer and the writers of nodes share: names by number, cells. */
#ifndef AB_FDT_FDT_PRIV_H
#define AB_FDT_FDT_PRIV_H

#include <aetherboot/dtb.h>
#include <aetherboot/fdt.h>

#include "../base/be.h"
#include "../base/built.h"
#include "names.h"

#define AB_FDT_STRUCT_AT 56 /* offset of the structure block in a tree that is written */

/* Interrupt specifiers of a GIC: <kind, number, flags>. */
#define GIC_SPI 0
#define GIC_PPI 1
#define GIC_ESPI 2 /* of a GICv3 only */
#define GIC_EDGE_RISING 1
#define GIC_LEVEL_HIGH 4
#define GIC_LEVEL_LOW 8

/* Append @n bytes, which the caller fills in. Returns their place, or NULL if there is none: the
 * writer measures, or the buffer is too small. */
static inline uint8_t *ab_fdt_room_(struct ab_fdt *f, size_t n)
{
	struct ab_buf *b = f->out;
	size_t at = b->len;

	if (n > SIZE_MAX - at || (b->data != NULL && (at > b->cap || n > b->cap - at))) {
		ab_put(b, NULL, n);
		return NULL;
	}
	b->len = at + n;
	return b->data != NULL ? b->data + at : NULL;
}

/* True if two texts are the same. */
bool ab_fdt_same_(const char *a, const char *b);

/* True if a property is one cell of the number that all machines have as their cells. */
static inline bool ab_fdt_is_two_(struct ab_bytes value)
{
	return value.size == 4 && ab_ld_be32(value.data) == 2;
}

static inline size_t ab_fdt_align4_(size_t n)
{
	return (n + 3) & ~(size_t)3;
}

/* A property of one cell. */
struct ab_fdt_u32 {
	enum ab_fdt_name id;
	uint32_t value;
};

/* Append properties, and begin nodes, by names that the library knows and need not check. */
uint8_t *ab_fdt_p_(struct ab_fdt *f, unsigned int id, size_t size); /* its value, or NULL */
void ab_fdt_p_bytes_(struct ab_fdt *f, unsigned int id, const void *data, size_t size);
void ab_fdt_p_string_(struct ab_fdt *f, enum ab_fdt_name id, const char *value);
void ab_fdt_p_cells_(struct ab_fdt *f, unsigned int id, const uint32_t *cells, size_t n);
void ab_fdt_p_u32_(struct ab_fdt *f, enum ab_fdt_name id, uint32_t value);
void ab_fdt_p_u32s_(struct ab_fdt *f, const struct ab_fdt_u32 *list, size_t n);
void ab_fdt_p_u64_(struct ab_fdt *f, enum ab_fdt_name id, uint64_t value);
/* Append a copy of the @size bytes at offset @from in the buffer, the properties of an earlier
 * node. Returns the place of the copy, or NULL. */
uint8_t *ab_fdt_again_(struct ab_fdt *f, size_t from, size_t size);
/* No sibling of the library's has the name: unit addresses differ, as ab_machine_check() sees to
 * it. It is compared with those of siblings only if the caller added some. */
void ab_fdt_open_(struct ab_fdt *f, const char *name, size_t len);
void ab_fdt_open_at_(struct ab_fdt *f, const char *name, size_t len, uint64_t unit);
void ab_fdt_open_nth_(struct ab_fdt *f, const char *name, size_t len, uint32_t nth); /* name7 */
void ab_fdt_open_any_(struct ab_fdt *f, const char *name, size_t len); /* a sibling may have it */
/* Restore the nodes inside the open one, of which no more follow. */
void ab_fdt_unlink_(struct ab_fdt *f);
/* Number of a property's name; AB_FDT_KNOWN_MAX + AB_FDT_NAMES_MAX: an error was recorded. */
unsigned int ab_fdt_name_id_(struct ab_fdt *f, const char *name);
/* Offset of the name of a property of the caller's in the strings block; UINT32_MAX: an error was
 * recorded. */
uint32_t ab_fdt_name_at_(struct ab_fdt *f, const char *name);
/* Length of a node's name with its unit address; 0: it is malformed, and an error was recorded. */
size_t ab_fdt_name_len_(struct ab_fdt *f, const char *name);
/* Number of leading characters that the name of a node, or of a property, may contain. */
size_t ab_fdt_run_(const char *s, bool prop);
/* Record that a rule was broken at the current end of the tree, for ab_fdt_finish() to report. */
void ab_fdt_misuse_(struct ab_fdt *f, const char *rule);

/* Bytes that a tree grows by, at most; tests measure them. */
#define AB_FDT_RESERVED_MAX 96 /* for a child of /reserved-memory, and for that node itself */
#define AB_FDT_INITRD_MAX 128 /* for an initrd in /chosen */

/* Record that the tree would have more bytes than its readers can count. */
void ab_fdt_too_large_(struct ab_fdt *f, uint64_t need);

#define AB_FDT_OPEN(f, name) ab_fdt_open_(f, name, sizeof(name) - 1)
#define AB_FDT_OPEN_AT(f, name, unit) ab_fdt_open_at_(f, name, sizeof(name) - 1, unit)
#define AB_FDT_OPEN_NTH(f, name, nth) ab_fdt_open_nth_(f, name, sizeof(name) - 1, nth)
/* Append a property of one string literal, or of several with "\0" between them. */
#define AB_FDT_TEXT(f, id, text) ab_fdt_p_bytes_(f, id, text, sizeof(text))

/* Make the three cells of an interrupt. */
void ab_fdt_intid_(const struct ab_machine *m, uint32_t intid, uint32_t flags, uint32_t cell[3]);
/* Flags of a device's interrupt. SPIs of a GIC are never active-low. */
uint32_t ab_fdt_irq_flags_(const struct ab_machine *m, const struct ab_dev *d);
/* Append "interrupts" of a device, if it has an interrupt. */
void ab_fdt_irq_(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d);
/* Phandle of ITS number @i. */
static inline uint32_t ab_fdt_its_(const struct ab_fdt *f, uint32_t i)
{
	return i == 0 ? AB_FDT_PHANDLE_MSI : f->its + i - 1;
}

/* Append the cells of a node whose children have addresses of the CPU's. */
void ab_fdt_cells_(struct ab_fdt *f);
/* Put @n numbers of 64 bits. Returns the place after them. */
uint8_t *ab_fdt_be64s_(uint8_t *p, const uint64_t *v, size_t n);

/* The root's first "compatible". */
#define AB_FDT_COMPATIBLE "linux,dummy-virt"
/* Name of an addon's tree in errors. */
#define AB_FDT_ADDON "payload.addons[]"

/* A tree to merge. */
struct ab_fdt_source {
	struct ab_bytes tree;
	const struct ab_machine *m; /* whose nodes labels refer to; NULL: there are none of them */
	bool base; /* the tree describes the machine: its root and its phandles are kept */
	const char *what; /* its name in errors */
	size_t index;
};

/* Add properties to nodes of the tree, of which no more follow. Without bytes, only their size
 * counts. */
void ab_fdt_props_(struct ab_fdt *f, const struct ab_fdt_prop_list *list);
/* Append nodes, if the machine has the hardware that they describe. */
void ab_fdt_merge_(struct ab_fdt *f, const struct ab_fdt_source *from);
void ab_fdt_gic_(struct ab_fdt *f, const struct ab_machine *m);
void ab_fdt_clock_(struct ab_fdt *f, const struct ab_machine *m);
void ab_fdt_bus_(struct ab_fdt *f, const struct ab_machine *m);
void ab_fdt_keys_(struct ab_fdt *f, const struct ab_machine *m);
/* Append devices in the order of their nodes' names: from kind number @kind on, while the names are
 * below @before (NULL: all of them). Returns the number of the kind to go on with. */
size_t ab_fdt_devs_(struct ab_fdt *f, const struct ab_machine *m, size_t kind, const char *before);
void ab_fdt_aliases_(struct ab_fdt *f, const struct ab_machine *m);
/* Fail if a device without a node has a memory region. */
void ab_fdt_check_regions_(struct ab_fdt *f, const struct ab_machine *m);
/* Begin the node of a bridge. */
void ab_fdt_pcie_(struct ab_fdt *f, const struct ab_machine *m, const struct ab_dev *d);
void ab_fdt_memory_(struct ab_fdt *f, const struct ab_memmap *map);
void ab_fdt_distances_(struct ab_fdt *f, const struct ab_machine *m);
/* Append /reserved-memory, unless it is written already, or there is nothing in it. */
void ab_fdt_reserved_(struct ab_fdt *f);
/* Append its children to the open node, unless they are written already; @opened: they are to begin
 * a node of their own, if there are any. */
void ab_fdt_reservations_(struct ab_fdt *f, bool *opened);
void ab_fdt_cpus_(struct ab_fdt *f, const struct ab_machine *m, uint32_t phandle);
void ab_fdt_put_chosen_(struct ab_fdt *f, const struct ab_machine *m,
			const struct ab_fdt_chosen *chosen); /* @m NULL: for ab_fdt_stub() */
/* Number of phandles that CPUs and caches take. */
uint32_t ab_fdt_cpus_phandles_(const struct ab_machine *m);
/* True if the machine has PrimeCells, which refer to the clock. */
bool ab_fdt_has_clock_(const struct ab_machine *m);

#endif /* AB_FDT_FDT_PRIV_H */
