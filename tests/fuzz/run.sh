#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Search with libFuzzer for some seconds, from the kept seeds and what earlier runs found.
#
# usage: run.sh PROGRAM NAME BUILD        env: AB_FUZZ_SECONDS (10)
# A failing input is left in BUILD/found-NAME: put it into tests/fuzz/regress/NAME with its cure.
# codec_zlib has the inputs of codec.
set -eu

program=$1 name=$2 build=$3
here=$(cd "$(dirname "$0")" && pwd)
corpus=$build/corpus-$name found=$build/found-$name
mkdir -p "$corpus" "$found"

set -- "$corpus"
for seeds in "$here/corpus/${name%_zlib}" "$here/regress/${name%_zlib}"; do
	[ ! -d "$seeds" ] || set -- "$@" "$seeds"
done
[ $# -gt 1 ] || { echo "$name: no seeds in tests/fuzz/corpus/$name" >&2; exit 1; }

"$program" -max_total_time="${AB_FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=4096 \
	-print_final_stats=1 -artifact_prefix="$found/" "$@" >"$build/$name.log" 2>&1 || {
	grep -v '^#[0-9]' "$build/$name.log" | tail -n 60
	echo "$name: the input is in $found; replay: $program FILE"
	exit 1
}
grep -E '^stat::number_of_executed_units|^Done' "$build/$name.log"
