#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Boot a kernel on QEMU's machine "virt" without a VMM of ours. All that the guest learns of its
# machine is the library's; QEMU only loads it.
#
# usage: boot_virt.sh MACHINE KERNEL INITRD FOLDER [WORDS]: virt.toml, the guest's files, what to
# make, and more words for the kernel's command line
set -eu
aetherboot build "$1" --kernel "$2" --initrd "$3" --append "${5-}" --format qemu -o "$4" --force
cd "$4"
exec xargs -d '\n' -a qemu.args qemu-system-aarch64 -M virt,gic-version=3 -cpu cortex-a57 -smp 2 \
	-m 512 -nographic -no-reboot
