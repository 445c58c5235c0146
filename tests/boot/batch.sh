# SPDX-License-Identifier: BSD-2-Clause
# Sourced by the jobs that run.py writes: run one guest, keep what it said.
#
# boot NAME LIMIT COMMAND...: run the VMM with its input held open. When the guest says so, type a
# line or press the power button (SIGTERM). After LIMIT seconds: SIGINT, then SIGKILL.
# Leaves in $OUT/NAME: console, stderr, status ("timeout" when LIMIT was hit), seconds.

now() { cut -d' ' -f1 /proc/uptime; }

said() { grep -q "$1" "$work/console"; }

watch() { # PID LIMIT NAME: until the VMM has ended
	typed='' pressed='' ticks=0
	while kill -0 "$1" 2>/dev/null; do
		sleep 0.25
		ticks=$((ticks + 1))
		if [ -z "$typed" ] && said '^AB ready'; then
			typed=1
			echo "typed by the host for $3" >&3
		elif [ -z "$pressed" ] && said '^AB wait-button'; then
			pressed=1
			sleep 1 # the guest opens the event device
			kill -TERM "$1"
		fi
		[ $((ticks % 20)) != 0 ] || cp "$work/console" "$OUT/$3/console"
		[ $ticks -lt $(($2 * 4)) ] || {
			echo timeout >"$OUT/$3/status"
			kill -INT "$1"
			sleep 3
			kill -KILL "$1"
			return
		}
	done 2>/dev/null
}

boot() {
	name=$1 limit=$2
	shift 2
	work=${TMPDIR:-/tmp}/ab-$name
	mkdir -p "$work" "$OUT/$name"
	rm -f "$OUT/$name"/*
	mkfifo "$work/in"
	exec 3<>"$work/in"
	start=$(now)
	"$@" <"$work/in" >"$work/console" 2>"$work/stderr" &
	pid=$!
	watch $pid "$limit" "$name" &
	watcher=$!
	status=0
	wait $pid || status=$?
	wait $watcher
	exec 3>&-
	awk -v a="$start" -v b="$(now)" 'BEGIN { printf "%.1f\n", b - a }' >"$OUT/$name/seconds"
	cp "$work/console" "$work/stderr" "$OUT/$name/"
	[ -e "$OUT/$name/status" ] || echo $status >"$OUT/$name/status"
	echo "$name: status $(cat "$OUT/$name/status"), $(cat "$OUT/$name/seconds") s"
	rm -rf "$work"
}
