/* SPDX-License-Identifier: BSD-2-Clause */
/* What the payload's parts share. */
#ifndef AB_TESTS_PAYLOAD_H
#define AB_TESTS_PAYLOAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum entry { ENTRY_LINUX = 1, ENTRY_PVH = 2, ENTRY_MULTIBOOT = 3, ENTRY_MULTIBOOT2 = 4 };

#define LONG (sizeof(long) == 8)

/* start.S */
extern const unsigned long regs[8]; /* rax rcx rdx rbx rsp rbp rsi rdi */
extern const unsigned long flags;
extern const uint32_t near_pattern[64];
extern const unsigned char bss_start[0x1000];
extern const unsigned char image_end[]; /* flat.ld, elf.ld */
#if defined(FLAT) && defined(MULTIBOOT)
#define MB_BSS 0x3000 /* bytes behind, by the header's bss_end_addr */
#else
#define MB_BSS 0
#endif
#ifndef FLAT
extern const uint32_t far_pattern[64];
extern const unsigned char zeros[0x10000];
#endif
enum { RBX = 3, RBP = 5, RSI = 6, RDI = 7 };

/* What every kind of hand-over says. */
struct given {
	uint64_t cmdline, initrd, initrd_size, rsdp;
	uint64_t map; /* entries of { base, size, type } */
	uint32_t map_entries, map_stride;
};
extern struct given given;

/* base.c: output, memory, command line */
void outb(uint16_t port, uint8_t v);
void say(const char *s);
void say_hex(uint64_t v);
unsigned int failed(void);
bool check(const char *name, bool ok, uint64_t value);
void check_is(const char *name, uint64_t value, uint64_t want);
uint32_t ld8(uint64_t a);
uint32_t ld16(uint64_t a);
uint32_t ld32(uint64_t a);
uint64_t ld64(uint64_t a);
bool reachable(uint64_t a);
bool same(uint64_t a, const char *text);
uint64_t option(const char *key, uint64_t dflt); /* value of " key=" on the command line */
uint64_t map_at(uint32_t i);
uint32_t type_of(uint64_t a); /* what the map says of an address; 0: nothing */

/* payload.c */
uint64_t first_nonzero(uint64_t a, uint64_t end); /* address of the first such byte, or @end */
uint64_t kernel_end(void);

/* multiboot.c */
void tell_module(uint64_t base, uint64_t size, uint64_t cmdline); /* in their order */
void check_modules(void);
void check_multiboot(uint64_t mbi);
void check_multiboot2(uint64_t mbi);

/* cpu.c */
void check_segments(void);
void check_control(enum entry how);
void check_paging(void);
void check_memory_types(void);

/* payload.c */
void payload(enum entry how);

#endif /* AB_TESTS_PAYLOAD_H */
