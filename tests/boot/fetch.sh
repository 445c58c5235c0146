#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Fetch Debian's kernels (those of GNU Mach, Xen and memtest86+, too), device trees, static busybox and
# UKI stubs into build/cache, installed nowhere.
#
# usage: tests/boot/fetch.sh            nothing to do, and no network needed, when all is there
#
# The kernels are those of Debian 12 on every host: one set of bytes to judge by.
# env: AB_CACHE, AB_MIRROR, AB_MIRROR_SEC: as tests/cross/apt.sh says
# To move to newer packages: in build/cache, rm -rf kernels busybox dtb stub memtest multiboot
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
. "$root/tests/cross/apt.sh"

say() { printf 'fetch: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# want: directory, apt architecture, package (or the meta package that names it)
want() {
	cat <<-LIST
	kernels/amd64 amd64 linux-image-amd64
	kernels/cloud amd64 linux-image-cloud-amd64
	kernels/686 i386 linux-image-686
	busybox/amd64 amd64 busybox-static
	busybox/i386 i386 busybox-static
	kernels/arm64 arm64 linux-image-arm64
	kernels/cloud-arm64 arm64 linux-image-cloud-arm64
	dtb/arm64 arm64 linux-image-arm64
	busybox/arm64 arm64 busybox-static
	stub/amd64 amd64 systemd-boot-efi
	stub/arm64 arm64 systemd-boot-efi
	memtest/amd64 amd64 memtest86+
	multiboot/mach amd64 gnumach-image-1.8-486
	multiboot/xen amd64 xen-hypervisor-4.17-amd64
	LIST
}

# the names of modules, a word each
modules() { sed 's/#.*//' "$here/modules" | tr -s ' ' '\n' | grep .; }

# have DIR: it is there; a kernel with all modules that are wanted by now
have() {
	[ -e "$cache/$1/.done" ] || return 1
	case $1 in
	kernels/*) ;;
	*) return 0 ;;
	esac
	[ -e "$cache/$1/.modules" ] && ! modules | grep -vxqFf "$cache/$1/.modules"
}

all_there() {
	want | while read -r dir _ _; do
		have "$dir" || exit 1
	done
}

# unpack DEB DIR: of a kernel's 400 MB of modules, only those that tests/boot/modules names.
# A flavour may lack a module (tar then complains): whoever needs it finds out by its name.
unpack() {
	case $2 in
	*/kernels/*)
		set -f
		modules | tee "$2/.modules" | sed 's|.*|*/&.ko|' >"$2.list"
		printf '%s\n' './boot/*' './lib/modules/*/modules.builtin' >>"$2.list"
		set +f
		dpkg-deb --fsys-tarfile "$1" |
			tar -x -C "$2" --no-same-owner --wildcards -T "$2.list" 2>/dev/null || true
		rm -f "$2.list"
		image=bzImage
		case $2 in *arm64*) image=Image ;; esac
		ln -s "$(cd "$2" && echo boot/vmlinuz-*)" "$2/$image"
		[ -s "$2/$image" ]
		;;
	*/dtb/*)
		dpkg-deb --fsys-tarfile "$1" |
			tar -x -C "$2" --no-same-owner --wildcards './usr/lib/*.dtb'
		;;
	*)
		dpkg-deb -x "$1" "$2"
		;;
	esac
}

fetch_one() { # DIR ARCH PACKAGE
	! have "$1" || return 0
	package=$(run_apt "$2" apt-cache depends "$3" 2>/dev/null |
		sed -n 's/^ *Depends: \(linux-image-[0-9].*\)$/\1/p' | head -n 1)
	package=${package:-$3}
	say "$package ($2)"
	debs=$cache/debs/$2
	mkdir -p "$debs"
	rm -f "$debs/${package}"_*.deb
	(cd "$debs" && run_apt "$2" apt-get download "$package") >"$cache/download.log" 2>&1 || {
		cat "$cache/apt-$2/update.log" "$cache/download.log" >&2
		die "cannot download $package: is $mirror within reach? A proxy belongs into" \
			"http_proxy or /etc/apt/apt.conf.d, another mirror into AB_MIRROR and AB_MIRROR_SEC"
	}
	tmp=$cache/$1.tmp
	rm -rf "$tmp" "$cache/$1"
	mkdir -p "$tmp"
	unpack "$debs/${package}"_*.deb "$tmp" || die "cannot unpack $package (disk full?)"
	rm -f "$debs/${package}"_*.deb
	printf '%s\n' "$package" >"$tmp/.done"
	mv "$tmp" "$cache/$1"
}

mkdir -p "$cache" || die "cannot make $cache"
all_there && exit 0
need_apt || exit 1

exec 9>"$cache/.fetch.lock"
flock -n 9 || { say "another run is fetching, waiting for it"; flock 9; }
all_there && exit 0
say "Debian 12's kernels and busybox into $cache"

for arch in $(want | cut -d' ' -f2 | sort -u); do
	apt_prepare $arch
done
want >"$cache/want.list"
while read -r dir arch package; do
	fetch_one "$dir" "$arch" "$package"
done <"$cache/want.list"
all_there || die "something is still missing under $cache"
