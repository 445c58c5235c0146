/* SPDX-License-Identifier: BSD-2-Clause */
/* ELF files for tests: laid out by the offsets of the C library's elf.h, in either byte order. */
#ifndef AB_TESTS_MAKE_ELF_H
#define AB_TESTS_MAKE_ELF_H

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct made_segment {
	uint32_t type;
	uint64_t offset, vaddr, paddr, filesz, memsz, align;
};

/* 0 stands for: 64 bits, ET_EXEC, x86-64, program headers right behind the file header */
struct made_elf {
	unsigned int bits;
	bool big_endian;
	uint16_t type, machine;
	uint64_t entry, phoff;
	const struct made_segment *segment;
	size_t n;
};

static inline void make_field(uint8_t *at, uint64_t v, size_t width, bool big_endian)
{
	for (size_t i = 0; i < width; i++)
		at[big_endian ? width - 1 - i : i] = (uint8_t)(i < 8 ? v >> (8 * i) : 0);
}

#define MAKE_PUT(base, type, member, value)                                                        \
	make_field((base) + offsetof(type, member), (value), sizeof(((type *)0)->member), be)

static inline size_t make_elf64(uint8_t *file, const struct made_elf *e)
{
	bool be = e->big_endian;
	uint64_t phoff = e->phoff != 0 ? e->phoff : sizeof(Elf64_Ehdr);

	MAKE_PUT(file, Elf64_Ehdr, e_type, e->type != 0 ? e->type : ET_EXEC);
	MAKE_PUT(file, Elf64_Ehdr, e_machine, e->machine != 0 ? e->machine : EM_X86_64);
	MAKE_PUT(file, Elf64_Ehdr, e_version, EV_CURRENT);
	MAKE_PUT(file, Elf64_Ehdr, e_entry, e->entry);
	MAKE_PUT(file, Elf64_Ehdr, e_phoff, phoff);
	MAKE_PUT(file, Elf64_Ehdr, e_ehsize, sizeof(Elf64_Ehdr));
	MAKE_PUT(file, Elf64_Ehdr, e_phentsize, sizeof(Elf64_Phdr));
	MAKE_PUT(file, Elf64_Ehdr, e_phnum, e->n);
	for (size_t i = 0; i < e->n; i++) {
		uint8_t *ph = file + phoff + i * sizeof(Elf64_Phdr);

		MAKE_PUT(ph, Elf64_Phdr, p_type, e->segment[i].type);
		MAKE_PUT(ph, Elf64_Phdr, p_flags, PF_R | PF_W | PF_X);
		MAKE_PUT(ph, Elf64_Phdr, p_offset, e->segment[i].offset);
		MAKE_PUT(ph, Elf64_Phdr, p_vaddr, e->segment[i].vaddr);
		MAKE_PUT(ph, Elf64_Phdr, p_paddr, e->segment[i].paddr);
		MAKE_PUT(ph, Elf64_Phdr, p_filesz, e->segment[i].filesz);
		MAKE_PUT(ph, Elf64_Phdr, p_memsz, e->segment[i].memsz);
		MAKE_PUT(ph, Elf64_Phdr, p_align, e->segment[i].align);
	}
	return (size_t)phoff + e->n * sizeof(Elf64_Phdr);
}

static inline size_t make_elf32(uint8_t *file, const struct made_elf *e)
{
	bool be = e->big_endian;
	uint64_t phoff = e->phoff != 0 ? e->phoff : sizeof(Elf32_Ehdr);

	MAKE_PUT(file, Elf32_Ehdr, e_type, e->type != 0 ? e->type : ET_EXEC);
	MAKE_PUT(file, Elf32_Ehdr, e_machine, e->machine != 0 ? e->machine : EM_386);
	MAKE_PUT(file, Elf32_Ehdr, e_version, EV_CURRENT);
	MAKE_PUT(file, Elf32_Ehdr, e_entry, e->entry);
	MAKE_PUT(file, Elf32_Ehdr, e_phoff, phoff);
	MAKE_PUT(file, Elf32_Ehdr, e_ehsize, sizeof(Elf32_Ehdr));
	MAKE_PUT(file, Elf32_Ehdr, e_phentsize, sizeof(Elf32_Phdr));
	MAKE_PUT(file, Elf32_Ehdr, e_phnum, e->n);
	for (size_t i = 0; i < e->n; i++) {
		uint8_t *ph = file + phoff + i * sizeof(Elf32_Phdr);

		MAKE_PUT(ph, Elf32_Phdr, p_type, e->segment[i].type);
		MAKE_PUT(ph, Elf32_Phdr, p_flags, PF_R | PF_W | PF_X);
		MAKE_PUT(ph, Elf32_Phdr, p_offset, e->segment[i].offset);
		MAKE_PUT(ph, Elf32_Phdr, p_vaddr, e->segment[i].vaddr);
		MAKE_PUT(ph, Elf32_Phdr, p_paddr, e->segment[i].paddr);
		MAKE_PUT(ph, Elf32_Phdr, p_filesz, e->segment[i].filesz);
		MAKE_PUT(ph, Elf32_Phdr, p_memsz, e->segment[i].memsz);
		MAKE_PUT(ph, Elf32_Phdr, p_align, e->segment[i].align);
	}
	return (size_t)phoff + e->n * sizeof(Elf32_Phdr);
}

/* Write headers to @file, which is zero before and long enough; contents are the caller's.
 * Returns the end of the program headers. */
static inline size_t make_elf(uint8_t *file, const struct made_elf *e)
{
	static const uint8_t magic[4] = { ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3 };

	memcpy(file, magic, sizeof(magic));
	file[EI_CLASS] = e->bits == 32 ? ELFCLASS32 : ELFCLASS64;
	file[EI_DATA] = e->big_endian ? ELFDATA2MSB : ELFDATA2LSB;
	file[EI_VERSION] = EV_CURRENT;
	return e->bits == 32 ? make_elf32(file, e) : make_elf64(file, e);
}

/* One note from @at; returns the end of its padded descriptor. gABI, Note Section. */
static inline size_t make_note(uint8_t *file, size_t at, size_t align, bool be, const char *name,
			       size_t namesz, uint32_t type, uint64_t desc, size_t descsz)
{
	size_t from = (at + 12 + namesz + align - 1) / align * align;

	make_field(file + at, namesz, 4, be);
	make_field(file + at + 4, descsz, 4, be);
	make_field(file + at + 8, type, 4, be);
	memcpy(file + at + 12, name, namesz);
	make_field(file + from, desc, descsz, be);
	return (from + descsz + align - 1) / align * align;
}

#endif /* AB_TESTS_MAKE_ELF_H */
