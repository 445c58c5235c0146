#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Build an initrd from the cached packages, without root and the same bytes each time.
#
# usage: tests/boot/mkinitrd.sh l1 OUT            the outer guest's
#        tests/boot/mkinitrd.sh l1-arm64 OUT      likewise, on AArch64
#        tests/boot/mkinitrd.sh l2 KERNEL OUT     a tested guest's; KERNEL: amd64, cloud, 686, arm64
#                                                 or cloud-arm64
#        tests/boot/mkinitrd.sh host BUSYBOX OUT  likewise, for a kernel of any distribution: no modules
#        tests/boot/mkinitrd.sh virt KERNEL OUT   tests/virt's; KERNEL: arm64 or cloud-arm64
#        tests/boot/mkinitrd.sh el2 OUT           of a guest of the hypervisor
#        tests/boot/mkinitrd.sh ctl DIR OUT       of the guest that manages others: DIR has aetherctl
#        tests/boot/mkinitrd.sh stage DIR RAMDISK OUT   likewise, with a kernel and RAMDISK for another
#        tests/boot/mkinitrd.sh extra N OUT       one file /extra-N; N odd: not compressed
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=${AB_CACHE:-$here/../../build/cache}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
root=$tmp/root
mkdir "$root"

# modules KERNEL NAMES...: copy them in, and their order; not those that are built in
modules() {
	kernel=$1
	shift
	mkdir -p "$root/modules"
	for m; do
		ko=$(find "$cache/kernels/$kernel/lib/modules" -name "$m.ko")
		if [ -z "$ko" ] && grep -qs "/$m.ko$" \
			"$cache/kernels/$kernel"/lib/modules/*/modules.builtin; then
			continue
		fi
		[ -n "$ko" ] || {
			echo "mkinitrd: kernel $kernel has no module $m (is it in tests/boot/modules?)" >&2
			exit 1
		}
		cp "$ko" "$root/modules/"
		echo "$m"
	done >"$root/modules/order"
}

arch_of() { # KERNEL
	case $1 in
	686) echo i386 ;;
	*arm64) echo arm64 ;;
	*) echo amd64 ;;
	esac
}

skeleton() { # BUSYBOX-ARCH or its FILE, INIT
	mkdir -p "$root/bin" "$root/proc" "$root/sys" "$root/dev" "$root/tmp"
	case $1 in
	*/*) cp "$1" "$root/bin/busybox" ;;
	*) cp "$cache/busybox/$1/bin/busybox" "$root/bin/" ;;
	esac
	chmod 755 "$root/bin/busybox"
	for applet in awk base64 basename cat chroot cp cttyhack cut dd devmem dmesg env find grep gzip \
		head insmod ip ln ls mkdir mkfifo mount nproc od ping poweroff readlink reboot rm rmdir \
		sed setsid sh sha256sum sleep sort stty tar timeout tr umount uname uniq; do
		ln -s busybox "$root/bin/$applet"
	done
	cp "$2" "$root/init"
	chmod 755 "$root/init"
}

pack() { # COMPRESSOR OUT
	find "$root" -exec touch -h -d @0 {} +
	(cd "$root" && find . | LC_ALL=C sort |
		cpio -o -H newc -R 0:0 --reproducible --quiet) | $1 >"$2.tmp.$$"
	mv "$2.tmp.$$" "$2"
}

case ${1-} in
l1)
	skeleton amd64 "$here/init-l1.sh"
	mkdir "$root/host"
	modules amd64 virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci \
		netfs fscache 9pnet 9pnet_virtio 9p irqbypass ccp kvm kvm-amd
	[ -z "${AB_INTERACTIVE-}" ] || : >"$root/interactive"
	pack 'gzip -n1' "$2"
	;;
l1-arm64)
	skeleton arm64 "$here/init-l1.sh"
	mkdir "$root/host"
	modules arm64 virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci \
		netfs fscache 9pnet 9pnet_virtio 9p
	: >"$root/foreign"
	[ -z "${AB_INTERACTIVE-}" ] || : >"$root/interactive"
	pack 'gzip -n1' "$2"
	;;
l2)
	skeleton "$(arch_of "$2")" "$here/init-l2.sh"
	case $2 in
	arm64) set -- "$@" gpio_keys ;;
	cloud-arm64) ;;
	*) set -- "$@" pvpanic pvpanic-mmio button ;;
	esac
	kernel=$2 out=$3
	shift 3
	modules "$kernel" virtio_ring virtio virtio_mmio virtio-rng virtio_console evdev "$@"
	pack 'gzip -n1' "$out"
	;;
host)
	skeleton "$2" "$here/init-l2.sh"
	pack 'gzip -n1' "$3"
	;;
virt)
	skeleton arm64 "$here/../virt/init.sh"
	keys=gpio_keys
	[ "$2" != cloud-arm64 ] || keys= # that kernel has none
	modules "$2" virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci \
		virtio_mmio virtio_blk failover net_failover virtio_net evdev $keys
	pack 'gzip -n1' "$3"
	;;
el2)
	skeleton arm64 "$here/../el2/init.sh"
	pack 'gzip -n1' "$2"
	;;
ctl | stage)
	skeleton arm64 "$here/../el2/manager.sh"
	cp "$2"/aetherctl* "$root/bin/"
	if [ "$1" = stage ]; then
		mkdir "$root/stage"
		cp -L "$cache/kernels/cloud-arm64/Image" "$root/stage/kernel"
		cp "$3" "$root/stage/ramdisk"
		shift
	fi
	pack 'gzip -n1' "$3"
	;;
extra)
	echo "extra $2" >"$root/extra-$2"
	[ $(($2 % 2)) = 1 ] && pack cat "$3" || pack 'gzip -n9' "$3"
	# an odd length, so that the next one needs padding before it
	[ $(($(wc -c <"$3") % 2)) = 1 ] || printf '\0' >>"$3"
	;;
*)
	sed -n '3,15s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac
