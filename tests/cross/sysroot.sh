#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Debian's libraries of another architecture in build/sysroot-ARCH, installed nowhere.
#
# usage: tests/cross/sysroot.sh i386|s390x|arm64     nothing to do, and no network, when it is there
#
# env: AB_CACHE, AB_MIRROR, AB_MIRROR_SEC: as apt.sh says
set -eu

here=$(cd "$(dirname "$0")" && pwd)
arch=$1
root=$(cd "$here/../.." && pwd)
sysroot=$root/build/sysroot-$arch
packages="libcmocka-dev libcmocka0 zlib1g-dev zlib1g liblzma-dev liblzma5 liblz4-dev liblz4-1
	libzstd-dev libzstd1 libbz2-dev libbz2-1.0 libfdt-dev libfdt1"

[ "$(cat "$sysroot/.done" 2>/dev/null)" != "$packages" ] || exit 0

. "$here/apt.sh"
need_apt || exit 1
apt_prepare "$arch"
rm -rf "$sysroot"
mkdir -p "$sysroot/debs"
# shellcheck disable=SC2086
(cd "$sysroot/debs" && run_apt "$arch" apt-get download $packages) >"$cache/download.log" 2>&1 || {
	cat "$cache/apt-$arch/update.log" "$cache/download.log" >&2
	echo "sysroot: cannot download the libraries for $arch" >&2
	exit 1
}
for deb in "$sysroot"/debs/*.deb; do
	dpkg-deb -x "$deb" "$sysroot"
done
# one folder of libraries, as merged systems have it: the linker's path is the loader's
cp -a "$sysroot/lib/." "$sysroot/usr/lib"
rm -rf "$sysroot/lib"
ln -s usr/lib "$sysroot/lib"
# links to /lib/... lead out of the sysroot: make them lead into it
find "$sysroot" -type l -lname '/*' | while read -r link; do
	to=$(readlink "$link")
	[ ! -e "$sysroot$to" ] || ln -sfn "$sysroot$to" "$link"
done
rm -rf "$sysroot/debs"
printf '%s\n' "$packages" >"$sysroot/.done"
