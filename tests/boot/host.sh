#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Find a kernel of the host's own distribution and a busybox that needs no library, for ./dev demo:
# they become build/cache/host/vmlinuz and build/cache/host/busybox. Nothing is installed.
#
# usage: tests/boot/host.sh        nothing to do, and no network needed, when both are there
#        tests/boot/host.sh wanted exit 0: the demo's guest is of this host's distribution, or the
#                                  caller's; 1: it is Debian's, as the host is or AB_MIRROR is set
#
# A kernel on the host's disk is taken if it can be read, else the distribution's package is fetched
# by its own package manager, from wherever that fetches: no address is known here. The files of
# os-release decide which manager that is, a derivative's by ID_LIKE.
# To look again: rm -rf build/cache/host
# env: AB_KERNEL, AB_BUSYBOX  files of the caller's, which are not looked for then
#      AB_CACHE               as tests/cross/apt.sh says
#      AB_HOST_ROOT           for tests: the folder in which the host's own files are (/)
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=$(readlink -m "${AB_CACHE:-$here/../../build/cache}")
host=${AB_HOST_ROOT:-}
at=$cache/host

say() { printf 'host: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

# word of os-release, manager, packages of a kernel, packages of a busybox; the first package that is
# there is taken. @ARCH@ is Debian's name of the architecture
families() {
	cat <<-'LIST'
	ubuntu   apt    linux-image-virtual,linux-image-generic busybox-static
	debian   apt    linux-image-cloud-@ARCH@,linux-image-@ARCH@,linux-image-generic busybox-static
	fedora   dnf    kernel-core                busybox
	rhel     dnf    kernel-core                busybox
	centos   dnf    kernel-core                busybox
	arch     pacman linux                      busybox
	alpine   apk    linux-virt,linux-lts       busybox-static
	opensuse zypper kernel-default             busybox-static
	suse     zypper kernel-default             busybox-static
	LIST
}

# words of os-release, the most particular one first
os_words() {
	for file in "$host/etc/os-release" "$host/usr/lib/os-release"; do
		[ -r "$file" ] || continue
		(. "$file" && echo "${ID-linux} ${ID_LIKE-}")
		return
	done
	echo linux
}

# family: the row of the host's distribution; nothing for an unknown one
family() {
	for word in $(os_words); do
		row=$(families | awk -v word="$word" '$1 == word || index(word, $1 "-") == 1')
		[ -z "$row" ] || { echo "$row" | head -n 1; return; }
	done
}

arch() {
	case $(uname -m) in
	aarch64) echo arm64 ;;
	*) echo amd64 ;;
	esac
}

# ---- what is on the disk

# on_disk: the first kernel that can be read: the one that runs, else the newest
on_disk() {
	running=$(uname -r)
	for file in "$host/lib/modules/$running/vmlinuz" "$host/boot/vmlinuz-$running" \
		$(ls -t "$host"/lib/modules/*/vmlinuz "$host"/usr/lib/modules/*/vmlinuz \
			"$host"/boot/vmlinuz* 2>/dev/null); do
		[ -r "$file" ] && [ -s "$file" ] && [ -f "$file" ] && { echo "$file"; return; }
	done
	return 1
}

# a program that needs neither libraries nor their loader
is_static() {
	[ -s "$1" ] && readelf -lW "$1" 2>/dev/null | awk '/LOAD/ { yes = 1 } /INTERP/ { no = 1 }
		END { exit yes && !no ? 0 : 1 }'
}

busybox_on_disk() {
	for file in "$host/bin/busybox.static" "$host/usr/bin/busybox-static" "$host/bin/busybox" \
		"$host/usr/bin/busybox" "$host/usr/sbin/busybox"; do
		is_static "$file" && { echo "$file"; return; }
	done
	return 1
}

# ---- what the package manager has. get_MANAGER PACKAGE: its file, into the current folder

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

get_apt() {
	# a meta package names the one that has the kernel
	package=$(apt-cache depends "$1" 2>/dev/null |
		sed -n 's/^ *Depends: \(linux-image-[0-9].*\)$/\1/p' | head -n 1)
	apt-get -q -o APT::Sandbox::User=root download "${package:-$1}"
}

get_dnf() { dnf -q download --arch="$(uname -m)" --destdir=. "$1"; }
# pacman locks its database, and so wants root even to download
get_pacman() { as_root pacman -Sddw --noconfirm --cachedir "$PWD" "$1"; }
get_apk() { apk fetch --output . "$1"; }
get_zypper() { zypper -n --pkg-cache-dir "$PWD" download "$1"; }

# unpack FILE: into the current folder, what may be wanted
unpack() {
	case $1 in
	*.deb) dpkg-deb --fsys-tarfile "$1" | tar -x --wildcards '*/vmlinuz*' '*/busybox*' ;;
	*.rpm) rpm2cpio "$1" | cpio -idm --quiet '*/vmlinuz*' '*/busybox*' ;;
	*.apk | *.pkg.tar*) tar -xf "$1" --wildcards '*vmlinuz*' '*/busybox*' ;;
	esac 2>/dev/null || : # not each package has each name: what is there is looked at
}

# packaged MANAGER PACKAGES NAME TEST: fetch the first package that is there, and print the path of the
# largest file whose name begins with NAME and which passes the test
packaged() {
	tool=$1
	[ "$1" != apt ] || tool=apt-get
	command -v $tool >/dev/null || { say "there is no $tool"; return 1; }
	for package in $(echo "$2" | sed "s/@ARCH@/$(arch)/g" | tr , ' '); do
		rm -rf "$at/get"
		mkdir -p "$at/get"
		say "$package, by $tool"
		(cd "$at/get" && "get_$1" "$package") >"$at/$1.log" 2>&1 </dev/null || continue
		for file in $(find "$at/get" -type f \( -name '*.deb' -o -name '*.rpm' -o -name '*.apk' \
			-o -name '*.pkg.tar*' \) ! -name '*.sig'); do
			(cd "$at/get" && unpack "$file")
		done
		for file in $(find "$at/get" -type f -name "$3*" -size +0 -exec ls -S {} +); do
			"$4" "$file" && { echo "$file"; return; }
		done
	done
	[ ! -s "$at/$1.log" ] || tail -n 3 "$at/$1.log" >&2
	return 1
}

# ---- both

is_kernel() { [ -r "$1" ]; }

# keep FILE NAME
keep() {
	cp "$1" "$at/$2.tmp"
	mv "$at/$2.tmp" "$at/$2"
	say "$2: $1"
}

kernel_of() {
	if file=$(on_disk) ||
		{ [ -n "$2" ] && file=$(packaged "$1" "$2" vmlinuz is_kernel); }; then
		keep "$file" vmlinuz
	else
		die "no kernel of this distribution ($(os_words | sed 's/ *$//')) can be read or fetched:" \
			"AB_KERNEL=FILE names one; AB_MIRROR, the address of a mirror of Debian, gets Debian's"
	fi
}

if [ "${1-}" = wanted ]; then
	[ -z "${AB_KERNEL-}" ] || exit 0
	[ -z "${AB_MIRROR-}" ] || exit 1
	[ "$(os_words | cut -d' ' -f1)" != debian ]
	exit
fi
mkdir -p "$at" || die "cannot make $at"
for pair in "AB_KERNEL=${AB_KERNEL-}" "AB_BUSYBOX=${AB_BUSYBOX-}"; do
	[ -z "${pair#*=}" ] || [ -r "${pair#*=}" ] || die "${pair#*=} of ${pair%%=*} cannot be read"
done
row=$(family)
# shellcheck disable=SC2086
set -- $row
[ -n "${AB_KERNEL-}" ] || [ -s "$at/vmlinuz" ] || kernel_of "${2-}" "${3-}"
if [ -z "${AB_BUSYBOX-}" ] && [ ! -s "$at/busybox" ]; then
	file=$(busybox_on_disk) || { [ -n "$row" ] && file=$(packaged "$2" "$4" busybox is_static); } ||
		die "no busybox that is linked statically can be found or fetched: AB_BUSYBOX=FILE names one"
	keep "$file" busybox
fi
rm -rf "$at/get"
