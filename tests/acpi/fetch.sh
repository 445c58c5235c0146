#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Debian 13's iasl and acpiexec in build/cache/acpica, with its C library, installed nowhere: the
# judge of what Debian 12's, of 2020, cannot decode.
#
# usage: tests/acpi/fetch.sh            nothing to do, no network needed, when it is there
#
# env: AB_CACHE, AB_MIRROR, AB_MIRROR_SEC: as tests/cross/apt.sh says
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
suite=trixie
. "$root/tests/cross/apt.sh"

packages="acpica-tools libc6"
to=$cache/acpica
[ "$(cat "$to/.done" 2>/dev/null)" != "$packages" ] || exit 0

need_apt || exit 1
arch=$(dpkg --print-architecture)
mkdir -p "$cache"
apt_prepare "$arch"
rm -rf "$to"
mkdir -p "$to/debs"
# shellcheck disable=SC2086
(cd "$to/debs" && run_apt "$arch" apt-get download $packages) >"$cache/download.log" 2>&1 || {
	cat "$(apt_state "$arch")/update.log" "$cache/download.log" >&2
	echo "fetch: cannot download Debian 13's acpica-tools" >&2
	exit 1
}
for deb in "$to"/debs/*.deb; do
	dpkg-deb -x "$deb" "$to"
done
rm -rf "$to/debs"
printf '%s\n' "$packages" >"$to/.done"
