#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of a guest of the hypervisor: say what Linux found, touch what is forbidden, then do what the
# kernel's command line says.
#
#   do=hello   power off (the usual)     do=panic   panic
#   do=stay    say so each second
#   do=type    say what is typed, power off
#   do=serve   say what is typed, line by line, until that is "off"; then power off
#   do=reset   reset, once: a file that outlives it would be a defect
#   do=cpus    switch each of two CPUs off and on, the first one last; power off
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev

say() { echo "linux: $*"; }

irqs() { # NAME: its interrupts so far, on all CPUs
	awk -v n="$1" '$NF ~ n { for (i = 2; $i ~ /^[0-9]+$/; i++) s += $i } END { print s + 0 }' \
		/proc/interrupts
}

dmesg >/tmp/log
say "hello from $(uname -r), CPUs $(nproc), memory $(awk '/^MemTotal/ { print $2 }' /proc/meminfo)"
grep -qE 'psci: PSCIv1.1 detected' /tmp/log || say "FAILED no PSCI"
grep -qE 'CPU: All CPU.s. started at EL1' /tmp/log || say "FAILED not at EL1"
grep -iE 'BUG:|WARNING: CPU|Call Trace|nobody cared|spurious|firmware (bug|error|warn)|overlap|mismatch' \
	/tmp/log | sed 's/^/linux: FAILED /'
# a CPU that the tables do not hide from the kernel, and none that it has not
say "features $(sed -n 's/^Features[^:]*: //p' /proc/cpuinfo | sort -u)"
# what the bundle merged into the tree
[ -e /proc/device-tree/sensor ] && say "sensor $(cat /proc/device-tree/sensor/serial)"
say "seeds $(grep -c 'KASLR enabled' /tmp/log) $(grep -c 'crng init done' /tmp/log)"
[ "$(irqs arch_timer)" -gt 50 ] || say "FAILED no timer"
# nothing answers where it has nothing: the kernel sends SIGBUS. Not where somebody reads along
[ "${do-hello}" = serve ] || for at in 0x40200000 0x48000000 0x09000000 0x08000000 0x0a000000; do
	(devmem $at 32 >/dev/null 2>&1)
	[ $? = 135 ] || say "FAILED read at $at"
	(devmem $at 32 1 >/dev/null 2>&1)
	[ $? = 135 ] || say "FAILED write at $at"
done
say "checked"
case ${do-hello} in
panic) echo c >/proc/sysrq-trigger ;;
reset) reboot -f ;;
type)
	say "type"
	read -r -t 60 line
	say "got $line"
	;;
serve)
	say "ready"
	while read -r line && [ "$line" != off ]; do say "got $line"; done
	;;
stay) while sleep 1; do say "still here"; done ;;
cpus)
	was=0
	for step in "1 0" "1 1" "0 0" "0 1"; do
		echo "${step#* }" >"/sys/devices/system/cpu/cpu${step% *}/online" || say "FAILED CPU $step"
		sleep 1
		now=$(cut -d. -f1 /proc/uptime)
		[ "$now" -ge "$was" ] && [ "$now" -lt 3600 ] || say "FAILED uptime $now after $was"
		was=$now
	done
	for cpu in 0 1; do taskset -c $cpu sleep 1 || say "FAILED CPU $cpu"; done
	dmesg | grep -iE 'stall|call trace|clocksource.*(skew|unstable)' | sed 's/^/linux: FAILED /'
	say "switched, CPUs $(nproc)"
	;;
esac
say "off"
poweroff -f
sleep 60
