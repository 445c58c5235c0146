/* SPDX-License-Identifier: BSD-2-Clause */
/* kvm.h over a KVM that notes what it is asked for, and refuses one call: the values are by hand,
 * each register's another one. The rows of each kind of host are compiled on it. */
#include "unit.h"

#include <stdarg.h>

#include <aetherboot/kvm.h>

#define CALLS 64

static struct {
	unsigned long request[CALLS]; /* all calls, in order */
	int n;
	int refuse; /* the call of this number fails */
} kvm;

static enum ab_err refused(enum ab_err err, const struct ab_error *why, const char *sentence)
{
	char text[200];

	ab_error_text(why, text, sizeof(text));
	assert_string_equal(text, sentence);
	return err;
}

static void fresh(int refuse)
{
	memset(&kvm, 0, sizeof(kvm));
	kvm.refuse = refuse;
}

static void calls(const unsigned long *expected, int n)
{
	assert_int_equal(kvm.n, n);
	for (int i = 0; i < n; i++)
		assert_int_equal(kvm.request[i], expected[i]);
}

static const struct ab_ram ram = { 0, AB_GiB, 0 };

#if defined(__x86_64__) || defined(__i386__)
#include "kvm_x86.h"
#else
#include "kvm_arm64.h"
#endif

int __wrap_ioctl(int fd, unsigned long request, ...);
int __wrap_ioctl(int fd, unsigned long request, ...)
{
	va_list list;
	void *arg;

	va_start(list, request);
	arg = va_arg(list, void *);
	va_end(list);
	assert_true(kvm.n < CALLS);
	kvm.request[kvm.n++] = request;
	if (kvm.n == kvm.refuse) {
		errno = EINVAL;
		return -1;
	}
	return answer(fd, request, arg);
}

int main(void)
{
	const struct CMUnitTest tests[] = { TESTS };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
