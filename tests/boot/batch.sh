# SPDX-License-Identifier: BSD-2-Clause
# Sourced by the jobs that run.py writes: run one guest, keep what it said.
#
# boot NAME LIMIT COMMAND...: run the VMM with its input held open. When the guest says so, type a
# line ("AB ready") or send the VMM a signal ("AB signal NAME"). After LIMIT seconds: SIGKILL.
# Leaves in $OUT/NAME: console, stderr, status ("timeout" when LIMIT was hit), seconds.

# now: seconds, without a process
now() {
	read -r up _ </proc/uptime
	now=${up%.*}
}

said() { tr -d '\r' <"$work/console" | sed -n "s/^AB $1//p"; }

watch() { # PID LIMIT NAME: until the VMM has ended
	typed='' signals=0 saved=0
	now
	began=$now
	while kill -0 "$1" 2>/dev/null; do
		sleep 0.25
		now
		[ -n "$typed" ] || [ -z "$(said 'read')" ] || {
			typed=1
			echo "typed by the host for $3" >&3
		}
		name=$(said 'signal ' | sed -n "$((signals + 1))p")
		[ -z "$name" ] || {
			signals=$((signals + 1))
			sleep 1 # the guest goes from saying it to waiting for it
			kill -"$name" "$1"
		}
		[ $((now - saved)) -lt 5 ] || {
			saved=$now
			cp "$work/console" "$OUT/$3/console"
		}
		[ $((now - began)) -lt "$2" ] || {
			echo timeout >"$OUT/$3/status"
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
	read -r start _ </proc/uptime
	# a shell's background jobs ignore SIGINT: not this one, where env can undo it
	undo=
	! env --default-signal=INT true 2>/dev/null || undo='env --default-signal=INT'
	$undo "$@" <"$work/in" >"$work/console" 2>"$work/stderr" &
	pid=$!
	watch $pid "$limit" "$name" &
	watcher=$!
	status=0
	wait $pid || status=$?
	wait $watcher
	exec 3>&-
	awk -v a="$start" '{ printf "%.1f\n", $1 - a }' /proc/uptime >"$OUT/$name/seconds"
	cp "$work/console" "$work/stderr" "$OUT/$name/"
	[ -e "$OUT/$name/status" ] || echo $status >"$OUT/$name/status"
	echo "$name: status $(cat "$OUT/$name/status"), $(cat "$OUT/$name/seconds") s"
	rm -rf "$work"
}
