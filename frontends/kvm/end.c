/* SPDX-License-Identifier: BSD-2-Clause */
/* How the process ends: one way out for every thread, and the terminal as it was. */
#define _GNU_SOURCE
#include "end.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;
static atomic_bool raw;
static atomic_flag ending = ATOMIC_FLAG_INIT;

static void restore(void)
{
	if (raw)
		tcsetattr(STDIN_FILENO, TCSANOW, &saved);
	raw = 0;
}

bool vmm_term_raw(void)
{
	struct termios t;

	/* a background job may neither change nor read the terminal */
	if (!isatty(STDIN_FILENO) || tcgetpgrp(STDIN_FILENO) != getpgrp() ||
	    tcgetattr(STDIN_FILENO, &saved) != 0)
		return false;
	t = saved;
	cfmakeraw(&t);
	t.c_oflag |= OPOST; /* our own messages end their lines the usual way */
	raw = 1;
	if (tcsetattr(STDIN_FILENO, TCSANOW, &t) != 0)
		raw = 0;
	return raw;
}

/* No byte of the text moves a cursor or sets a terminal's title: it may be of a file, or its name.
 * UTF-8 stays as it is, but for its control characters. */
static void defuse(char *text)
{
	for (unsigned char *c = (unsigned char *)text; *c != '\0'; c++)
		if (*c < 0x20 || *c == 0x7f)
			*c = '?';
		else if (c[0] == 0xc2 && c[1] >= 0x80 && c[1] < 0xa0)
			c[0] = c[1] = '?';
}

void vmm_end(int code, const char *format, ...)
{
	char text[2 * PATH_MAX];
	va_list args;

	if (atomic_flag_test_and_set(&ending))
		for (;;)
			pause();
	restore();
	if (format != NULL) {
		va_start(args, format);
		vsnprintf(text, sizeof(text), format, args);
		va_end(args);
		defuse(text);
		fprintf(stderr, "aetherboot-kvm: %s\n", text);
	}
	exit(code);
}

void vmm_end_errno(const char *what)
{
	vmm_end(VMM_EXIT_BOOT, "%s: %s", what, strerror(errno));
}

void vmm_end_async(int code, const char *text)
{
	restore();
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(code); /* nobody to tell */
	_exit(code);
}
