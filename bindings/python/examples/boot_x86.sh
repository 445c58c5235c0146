#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Boot a kernel on QEMU's machine "pc", "q35" or "microvm" without a VMM of ours. All of its ACPI
# tables are the library's; QEMU's firmware only loads the guest.
#
# usage: boot_x86.sh MACHINE KERNEL INITRD FOLDER [WORDS]: q35.toml, the guest's files, what to make,
# and more words for the kernel's command line. A microvm has no clock to measure the TSC by, so its
# kernel is told of the host's, or of that of a CPU which QEMU emulates elsewhere.
set -eu
khz=$(awk -v file="$1" '/^cpu MHz/ { mhz = $4 }
	END { if (file ~ /microvm/) print "tsc_early_khz=" int((mhz ? mhz : 1000) * 1000) }' /proc/cpuinfo)
aetherboot build "$1" --kernel "$2" --initrd "$3" --append "$khz" --append "${5-}" \
	--format qemu -o "$4" --force
cd "$4"
exec xargs -d '\n' -a qemu.args qemu-system-x86_64 -M "$(basename "$1" .toml)" -cpu max -smp 2 \
	-m 512 -nographic -no-reboot
