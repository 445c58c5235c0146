#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Make the virtual environments of the Python package's tests: FOLDER/venv with the tools of
# tools.txt, and FOLDER/cpython-X.Y with cffi and pytest for each CPython from 3.11 on that this host has.
#
# usage: setup.sh FOLDER
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=$1

version() {
	"$1" -c 'import sys
v = sys.version_info
if sys.implementation.name == "cpython" and v >= (3, 11):
    print(f"{v.major}.{v.minor}")' 2>/dev/null || true
}

# at_hand: the commands, the newest first
at_hand() {
	for minor in 20 19 18 17 16 15 14 13 12 11; do
		command -v "python3.$minor" || true
	done
	ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.*/bin/python3 2>/dev/null || true
	ls -d /usr/bin/python3 2>/dev/null || true
}

# fresh VENV STAMP: whether it was made from the same list
fresh() {
	[ -x "$1/bin/python" ] && [ -e "$1/made-of" ] && [ "$(cat "$1/made-of")" = "$2" ]
}

# make VENV PYTHON STAMP PIP-ARGUMENT...: a chain, as set -e does not hold where a caller asks how it ended
make() {
	venv=$1 python=$2 stamp=$3
	shift 3
	fresh "$venv" "$stamp" && return
	rm -rf "$venv"
	"$python" -m venv "$venv" &&
		"$venv/bin/pip" install -q --disable-pip-version-check "$@" &&
		printf '%s\n' "$stamp" >"$venv/made-of"
}

[ -n "$(version python3)" ] || { echo "python3 is older than 3.11: this host builds no package"; exit 1; }
mkdir -p "$folder"
make "$folder/venv" python3 "$(cat "$here/tools.txt")" -r "$here/tools.txt"
runtime=$(grep -E "^(cffi|hypothesis|pytest)==" "$here/tools.txt")
done=' '
for python in $(at_hand); do
	found=$(version "$python")
	case $done in *" $found "*) continue ;; esac
	[ -n "$found" ] || continue
	# one that cannot make an environment, e.g. without its ensurepip, is not at hand
	# shellcheck disable=SC2086
	if make "$folder/cpython-$found" "$python" "$runtime" $runtime; then
		done="$done$found "
	else
		rm -rf "$folder/cpython-$found"
		echo "CPython $found: no environment, so it is not tested"
	fi
done
echo "CPython:$done"
