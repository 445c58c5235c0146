#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Debian 12's source of zlib in build/cache/zlib: a freestanding build compiles inflate itself, as
# Debian's libz.a uses vector registers and a C library.
#
# usage: tests/el2/fetch.sh            nothing to do, no network needed, when it is there
#
# env: AB_CACHE, AB_MIRROR, AB_MIRROR_SEC: as tests/cross/apt.sh says
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
sources=1
. "$root/tests/cross/apt.sh"

to=$cache/zlib
[ ! -e "$to/.done" ] || exit 0

need_apt || exit 1
arch=$(dpkg --print-architecture)
mkdir -p "$cache"
apt_prepare "$arch"
rm -rf "$to" "$to.src"
mkdir "$to.src"
(cd "$to.src" && run_apt "$arch" apt-get source --download-only zlib) >"$cache/download.log" 2>&1 || {
	cat "$(apt_state "$arch")/update.log" "$cache/download.log" >&2
	echo "fetch: cannot download zlib's source" >&2
	exit 1
}
# apt has compared the hashes with the signed index, so the signature of the .dsc adds nothing
dpkg-source --no-check --no-copy -x "$to.src"/zlib_*.dsc "$to" >"$cache/unpack.log" 2>&1 || {
	cat "$cache/unpack.log" >&2
	exit 1
}
rm -rf "$to.src"
: >"$to/.done"
