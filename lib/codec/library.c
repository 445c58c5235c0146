/* SPDX-License-Identifier: BSD-2-Clause */
/* Names and versions of the libraries that the decoders of this build stand on. */
#include <aetherboot/codec.h>

#ifdef AB_HAVE_ISAL
#include <isa-l.h>
#elif defined(AB_HAVE_ZLIB)
#include <zlib.h>
#endif
#ifdef AB_HAVE_LZMA
#include <lzma.h>
#endif
#ifdef AB_HAVE_LZ4
#include <lz4.h>
#endif
#ifdef AB_HAVE_ZSTD
#include <zstd.h>
#endif
#ifdef AB_HAVE_BZIP2
#include <bzlib.h>
#endif

#define TEXT(number) #number
#define DOTTED(a, b, c) TEXT(a) "." TEXT(b) "." TEXT(c)

const char *ab_codec_library(enum ab_codec codec, const char **version)
{
	*version = NULL;
	switch (codec) {
#ifdef AB_HAVE_ISAL
	case AB_CODEC_GZIP:
		*version = DOTTED(ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
		return "ISA-L";
#elif defined(AB_HAVE_ZLIB)
	case AB_CODEC_GZIP:
		*version = zlibVersion();
		return "zlib";
#endif
#ifdef AB_HAVE_LZMA
	case AB_CODEC_XZ:
	case AB_CODEC_LZMA:
		*version = lzma_version_string();
		return "liblzma";
#endif
#ifdef AB_HAVE_LZ4
	case AB_CODEC_LZ4_LEGACY:
	case AB_CODEC_LZ4:
		*version = LZ4_versionString();
		return "liblz4";
#endif
#ifdef AB_HAVE_ZSTD
	case AB_CODEC_ZSTD:
		*version = ZSTD_versionString();
		return "libzstd";
#endif
#ifdef AB_HAVE_BZIP2
	case AB_CODEC_BZIP2:
		*version = BZ2_bzlibVersion();
		return "libbz2";
#endif
	default:
		return NULL;
	}
}
