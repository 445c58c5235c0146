#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of a tested guest: look at what the machine turned out to be, say it, and end.
#
# Facts are lines "AB <key> <value>" on the console; judge.py judges them. What to do comes from the
# kernel command line, words that the kernel hands on as variables:
#   ab=hello   say hello and power off (the usual)     ab=check    all facts, then power off
#   ab=reboot  reset                                   ab=panic    panic with pvpanic loaded
#   ab=button  power off when the power button is pressed by SIGTERM
#              (press=button: after ab=check, too, however it is pressed)
#   ab=stop    wait to be stopped by SIGINT                ab=stop2   by two SIGTERM
#   ab=shell   a shell
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev

fact() { echo "AB $*"; }

irqs() { # NAME: interrupts so far on the line of that name, all CPUs together
	awk -v n="$1" '$0 ~ n { for (i = 2; i <= NF && $i ~ /^[0-9]+$/; i++) s += $i } END { print s + 0 }' \
		/proc/interrupts
}

load() {
	[ -z "$loaded" ] || return 0
	loaded=1
	for m in $(cat /modules/order); do
		insmod "/modules/$m.ko" || fact "bad insmod $m"
	done
}

system() {
	fact uname "$(uname -r)" "$(uname -m)"
	fact cmdline "$(cat /proc/cmdline)"
	fact cpus "$(grep -c ^processor /proc/cpuinfo)"
	fact memtotal "$(awk '/^MemTotal/ { print $2 }' /proc/meminfo)"
	fact clock "$(cat /sys/devices/system/clocksource/clocksource0/current_clocksource)"
	fact extra $(cat /extra-* 2>/dev/null)
	sed 's/^/AB iomem /' /proc/iomem
}

pc() { # what only a PC has
	fact apicids $(sed -n 's/^initial apicid.*: //p' /proc/cpuinfo)
	fact cores $(sed -n 's/^cpu cores.*: //p' /proc/cpuinfo)
	fact clocks "$(cat /sys/devices/system/clocksource/clocksource0/available_clocksource)"
	fact timer $(grep ' timer$' /proc/interrupts)
	fact reboot "$(cat /sys/kernel/reboot/type)" "$(cat /sys/kernel/reboot/mode)"
	for m in /sys/firmware/memmap/*; do
		fact memmap "$(cat "$m/start")" "$(cat "$m/end")" "$(cat "$m/type")"
	done
	sed 's/^/AB mtrr /' /proc/mtrr
	fact pci $(cd /sys/bus/pci/devices && ls)
	fact dmi "$(cat /sys/class/dmi/id/sys_vendor)" "$(cat /sys/class/dmi/id/product_name)"
	fact bridge "$(cat /sys/bus/pci/devices/0000:00:00.0/class)" \
		"$(cat /sys/bus/pci/devices/0000:00:00.0/vendor)"
}

arm64() { # what is told on arm64 alone, of the kernel's log in /tmp/log
	fact mpidrs $(sed -n -e 's/.*Booting Linux on physical CPU \(0x[0-9a-f]*\) .*/\1/p' \
		-e 's/.*Booted secondary processor \(0x[0-9a-f]*\) .*/\1/p' /tmp/log)
	fact gic $(sed -n 's/.* \(GICv3\|GIC-0\) .*/\1/p' /proc/interrupts | sort | uniq)
	sed 's/^\[[^]]*\] //' /tmp/log | grep -E '^(ACPI: RSDP|ACPI: SPCR|psci: |efi: |SMBIOS|DMI: |CPU: All|Machine model|ITS@|printk: console|KASLR|hw perfevents)' |
		sed 's/^/AB log /'
}

devices() {
	fact rtc "$(cat /sys/class/rtc/rtc0/since_epoch)"
	fact hwrng "$(cat /sys/class/misc/hw_random/rng_current)"
	before=$(irqs virtio)
	for i in 1 2; do
		fact random "$(dd if=/dev/hwrng bs=16 count=1 2>/dev/null | od -An -tx1 | tr -d ' \n')"
	done
	fact virtio-irqs "$before" "$(irqs virtio)"
	fact input $(sed -n 's/^N: Name=//p' /proc/bus/input/devices | tr ' ' _)
}

console() {
	before=$(irqs "$tty")
	fact ready
	line=
	read -r -t 60 line
	fact echo "$line"
	fact tty-irqs "$before" "$(irqs "$tty")"
}

kernel_log() { # lines that a machine described rightly does not cause
	dmesg >/tmp/log
	grep -iE 'bios (error|bug)|firmware (bug|error|warn)|overlap|acpi (bios )?(error|warning|exception)' \
		/tmp/log | sed 's/^/AB bad /'
	grep -E 'BUG:|WARNING: CPU|Call Trace|probe of|failed with error|inconsistent|conflict' /tmp/log |
		sed 's/^/AB bad /'
	grep -iE "can't claim|not reserved|nobody cared|spurious" /tmp/log |
		sed 's/^/AB bad /'
	sed -n 's/^\[[^]]*\] tsc: /AB tsc /p' /tmp/log
	fact crng "$(sed -n 's/^\[ *\([0-9.]*\)\].*crng init done.*/\1/p' /tmp/log)"
	fact acpi-lines "$(grep -c ACPI /tmp/log)"
	fact e820-lines "$(grep -ci e820 /tmp/log)"
	[ -z "${ab_log-}" ] || sed 's/^/LOG /' /tmp/log
}

files() { # firmware tables and boot parameters as the kernel has them
	mkdir -p /tmp/dump
	for t in /sys/firmware/acpi/tables/[A-Z]*; do
		[ ! -f "$t" ] || cp "$t" /tmp/dump/
	done
	fact tables $(cd /tmp/dump && ls)
	for f in /sys/firmware/fdt /sys/firmware/dmi/tables/*; do
		[ ! -f "$f" ] || cp "$f" /tmp/dump/
	done
	[ ! -d /sys/kernel/boot_params ] || cp /sys/kernel/boot_params/data /tmp/dump/boot_params
	for n in /sys/kernel/boot_params/setup_data/*; do
		[ ! -d "$n" ] || fact setup-data "$(cat "$n/type")"
	done
	fact dump-begin
	tar -C /tmp/dump -cf - . | gzip | base64
	fact dump-end
}

check() {
	load
	system
	[ -n "$is_arm64" ] || pc
	devices
	kernel_log
	[ -z "$is_arm64" ] || arm64
	files
	console
}

button() { # wait until it is pressed; who has not opened the device yet hears nothing
	event=$(sed -n '/Power Button\|gpio-keys/,/^$/s/^H:.*\(event[0-9]*\).*/\1/p' /proc/bus/input/devices | head -n 1)
	{
		fact signal TERM
		head -c 16 >/dev/null && fact button
	} <"/dev/input/$event"
}

is_arm64=
[ "$(uname -m)" != aarch64 ] || is_arm64=1
loaded=
tty='ttyS0|uart-pl011'
case " $(cat /proc/cmdline) " in
*' console=hvc0 '*) # whose driver is a module: there was no console until now
	load
	exec </dev/hvc0 >/dev/hvc0 2>&1
	tty='virtio1$'
	;;
esac
case ${ab:-hello} in
hello)
	echo "hello from busybox on Linux $(uname -r), $(nproc) CPU(s), $(awk '/^MemTotal/ { print $2 }' \
		/proc/meminfo) KiB, up $(cut -d' ' -f1 /proc/uptime) s"
	;;
check)
	check
	[ -z "${press-}" ] || button
	;;
panic)
	load
	fact panic
	echo c >/proc/sysrq-trigger
	;;
button)
	load
	button
	;;
stop)
	fact signal INT
	sleep 60
	;;
stop2) # the button is not heard of: a second press stops the VMM
	fact signal TERM
	sleep 3
	fact signal TERM
	sleep 60
	;;
shell)
	setsid cttyhack sh
	;;
esac
[ "${ab:-hello}" = hello ] || fact end "$(cut -d' ' -f1 /proc/uptime)"
# a PC without ACPI has no way to power off
[ "${ab-}" != reboot ] && [ -n "$is_arm64" -o -d /sys/firmware/acpi ] && poweroff -f
reboot -f
sleep 60
