/* SPDX-License-Identifier: BSD-2-Clause */
/* A user's program: it compiles as C and as C++, links, and calls into the library. */
#include <aetherboot/aetherboot.h>

#include <stdio.h>
#include <string.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#include <aetherboot/kvm.h>

/* The inline calls are there; a descriptor of nothing is no vCPU. */
static int kvm_answers(void)
{
	struct ab_machine m;
	struct ab_vcpu cpu;
	struct ab_error why;
	enum ab_err err;

	memset(&m, 0, sizeof(m));
	memset(&cpu, 0, sizeof(cpu));
#ifdef __x86_64__
	cpu.arch = AB_ARCH_X86_64;
	err = ab_kvm_set_vcpu(-1, &cpu, &why);
#else
	err = ab_kvm_init_vcpu(-1, -1, &m, &cpu, &why);
#endif
	return err != AB_ERR_UNSUPPORTED || strncmp(why.what, "KVM_", 4) != 0;
}
#else
static int kvm_answers(void)
{
	return 0;
}
#endif

int main(void)
{
	struct ab_error why;
	const char *version;
	char text[128];

	if (ab_fail(&why, AB_ERR_NOSPACE, "work", 4096, NULL) != AB_ERR_NOSPACE ||
	    ab_error_text(&why, text, sizeof(text)) >= sizeof(text) ||
	    strstr(text, "work") == NULL || strstr(text, "4096 bytes") == NULL)
		return 1;
	if (ab_crc32(0, "123456789", 9) != 0xcbf43926)
		return 2;
	if (!ab_codec_built(AB_CODEC_GZIP)) /* takes every decoder, so each library is linked */
		return 3;
	if (kvm_answers())
		return 4;
	printf("libaetherboot %d.%d.%d: %s, gzip by %s\n", AB_VERSION_MAJOR, AB_VERSION_MINOR,
	       AB_VERSION_PATCH, text, ab_codec_library(AB_CODEC_GZIP, &version));
	return 0;
}
