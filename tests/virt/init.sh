#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of a guest on QEMU's virt machine: use its disks and its network, print all that Linux
# believes of the machine, power off. Sections begin with "@@ NAME"; run.py judges them.
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
dmesg -n 1

section() { printf '\n@@ %s\n' "$1"; }

# path:content of small files, one line each
tell() { grep -s "" "$@" /dev/null; }

section begin
for m in $(cat /modules/order); do
	insmod "/modules/$m.ko" || echo "cannot load $m"
done

section interrupts-before
cat /proc/interrupts

section disks
for disk in /sys/block/vd*; do
	name=${disk##*/}
	echo "$name $(readlink -f "$disk/device") $(cat "$disk/size") $(sha256sum <"/dev/$name" | cut -d' ' -f1)"
done

section net
for net in /sys/class/net/eth*; do
	name=${net##*/}
	ip link set "$name" up
	ip addr add 10.0.2.15/24 dev "$name"
	echo "$name $(readlink -f "$net/device") $(cat "$net/address")"
	# the last answer is waited for no longer than twice as long as the one before took
	ping -c 3 -W 5 -q 10.0.2.2
done

section type
read -r -t 60 line
echo "got $line"

# make an SPI pending, as hardware does; for the case that says where registers are: its command
# line has iomem=relaxed, and ged and genid, each an address and an INTID
raise() { devmem $((0x08000200 + $1 / 32 * 4)) 32 $((1 << $1 % 32)); }

if [ -e /modules/gpio_keys.ko ]; then
	event=$(sed -n '/gpio-keys\|Power Button/,/^$/s/^H:.*\(event[0-9]*\).*/\1/p' \
		/proc/bus/input/devices)
	[ -z "$event" ] || exec 3<"/dev/input/$event"
	section button
	if [ -n "${ged-}" ]; then
		devmem "${ged%,*}" 32 1
		raise "${ged#*,}"
	fi
	[ -z "$event" ] || timeout 60 dd bs=24 count=1 <&3 2>/dev/null | od -An -v -tx2
fi
if [ -n "${genid-}" ]; then
	devmem "${genid%,*}" 64 0x0123456789abcdef
	raise "${genid#*,}"
	sleep 1
fi

section interrupts
cat /proc/interrupts

section irqs
tell /sys/kernel/irq/*/hwirq /sys/kernel/irq/*/type /sys/kernel/irq/*/chip_name /sys/kernel/irq/*/actions
section dmesg
dmesg -r
section cmdline
cat /proc/cmdline
section iomem
cat /proc/iomem
section cpuinfo
cat /proc/cpuinfo
section meminfo
cat /proc/meminfo
section cpu
tell /sys/devices/system/cpu/online /sys/devices/system/cpu/possible
tell /sys/devices/system/cpu/cpu*/cache/index*/[a-z]* /sys/devices/system/cpu/cpu*/topology/*_list
for cpu in /sys/devices/system/cpu/cpu[0-9]*; do
	echo "$cpu/node:$(cd "$cpu" && echo node*)"
done
section node
tell /sys/devices/system/node/node*/cpulist /sys/devices/system/node/node*/distance
tell /sys/devices/system/node/node*/meminfo
section pci
for dev in /sys/bus/pci/devices/*; do
	[ -e "$dev" ] || continue
	echo "${dev##*/} $(cat "$dev/vendor")" "$(cat "$dev/device")" "$(cat "$dev/irq")" \
		"$(cat "$dev/numa_node")" "$(readlink "$dev/iommu_group")"
done
section iommu
for dev in /sys/kernel/iommu_groups/*/devices/*; do
	echo "$dev"
done
for file in /sys/kernel/iommu_groups/*/reserved_regions; do
	[ ! -e "$file" ] || echo "$(ls "${file%/*}/devices")" $(cat "$file")
done
section clock
tell /sys/devices/system/clocksource/clocksource0/current_clocksource
tell /sys/class/rtc/rtc*/name /sys/class/rtc/rtc*/since_epoch
section console
cat /proc/consoles
section devices
for bus in platform amba acpi; do
	for dev in /sys/bus/$bus/devices/*; do
		[ ! -e "$dev" ] || echo "$bus ${dev##*/} $(basename "$(readlink "$dev/driver")")"
	done
done
section gpio
tell /sys/class/gpio/gpiochip*/label
section dmi
tell /sys/class/dmi/id/[a-z]*_[a-z]*
section firmware
[ ! -e /proc/device-tree/model ] || echo "model $(tr '\0' ' ' </proc/device-tree/model)"
[ ! -e /proc/device-tree/compatible ] || echo "compatible $(tr '\0' ' ' </proc/device-tree/compatible)"
[ ! -e /proc/device-tree ] || find /proc/device-tree/ -type d
[ ! -e /sys/firmware/fdt ] || sha256sum /sys/firmware/fdt
for table in /sys/firmware/acpi/tables/[A-Z]*; do
	[ ! -f "$table" ] || sha256sum "$table"
done
# a manager of the hypervisor: the call "version" by its mailbox. docs/el2-calls.md
section mailbox
at=$(sed -n 's/^ *\([0-9a-f]*\)-.* : AEBM0001:00$/\1/p' /proc/iomem | head -n 1)
for dev in /sys/bus/platform/devices/*.mailbox; do
	[ ! -e "$dev" ] || at=$(basename "$dev" .mailbox)
done
if [ -n "$at" ]; then
	word() { devmem $((0x$at + $1)) "$2" $3; }
	ticket=$(word 0x10 64)
	echo "magic $(word 0 32), ticket $ticket"
	word 0x1000 32 0
	word 0x1008 64 1
	word 0x20 64 "$ticket"
	echo "version gives $(word 0x1008 64) $(word 0x1048 64) $(word 0x1050 64) $(word 0x1058 64)"
	word 0x18 64 "$ticket"
	echo "released $(word 0x18 64)"
fi
section end
poweroff -f
