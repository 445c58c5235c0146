# SPDX-License-Identifier: BSD-2-Clause
# shellcheck shell=sh
# Work in a fresh system of Debian, as fetch.sh makes them; to be sourced.
#
# codename             that of this host, if it is a Debian
# offline COMMAND...   without a network, on this host
# fresh_system TAR DIR unpack it
# inside DIR COMMAND.. without a network, as root of namespaces in which that system is ready for
#                      chroot; who is not root here needs a range of ids in /etc/subuid
# away DIR             remove it

codename() {
	(. /etc/os-release && [ "${ID-}" = debian ] && echo "${VERSION_CODENAME-}") 2>/dev/null || echo other
}

if [ "$(id -u)" = 0 ]; then
	as_user='' as_range=''
else
	as_user=--map-current-user as_range='--map-root-user --map-auto'
fi

# shellcheck disable=SC2086
offline() { unshare $as_user --net "$@"; }

# its devices are this host's: who is root of a namespace only cannot make any
# shellcheck disable=SC2086
fresh_system() {
	mkdir -p "$2"
	unshare $as_range --mount tar -xf "$1" -C "$2" --exclude='./dev/*'
	mkdir -p "$2/dev/shm"
	ln -s /proc/self/fd "$2/dev/fd"
	for node in null zero full random urandom tty; do
		: >"$2/dev/$node"
	done
}

# shellcheck disable=SC2016,SC2086
inside() {
	unshare $as_range --mount --net --pid --fork --kill-child sh -euc 'dir=$1
		shift
		for node in null zero full random urandom tty; do
			mount --bind /dev/$node "$dir/dev/$node"
		done
		mount -t tmpfs -o mode=1777 tmpfs "$dir/dev/shm"
		mount -t proc proc "$dir/proc"
		exec "$@"' sh "$@"
}

# shellcheck disable=SC2086
away() { unshare $as_range --mount rm -rf "$1"; }
