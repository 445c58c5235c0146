# SPDX-License-Identifier: BSD-2-Clause
# Debian packages of any architecture by a private apt state; to be sourced by scripts.
#
# The host's package database, architectures and lists are not touched, no root is needed, and
# apt itself verifies signatures and hashes. Parallel runs wait for each other. One release on every
# host, Debian 12 unless the script says otherwise: one set of bytes to judge by.
#
# need_apt                     say what is missing here, and what to do; false if something is
# apt_prepare ARCH             fetch the package lists
# run_apt ARCH TOOL ARGS...    apt-get or apt-cache on that state
#
# needs: root (of the tree); perhaps suite, another than bookworm; perhaps sources, not empty: lists
# of source packages too; sets cache
# env: AB_CACHE         where to (build/cache)
#      AB_MIRROR        Debian mirror (a Debian host's own; any other host must name one)
#      AB_MIRROR_SEC    mirror of its security updates (likewise; without one they are left out)

cache=${AB_CACHE:-$root/build/cache}
cache=$(readlink -m "$cache") # it may be a link, even one that leads nowhere yet
suite=${suite:-bookworm}

# apt_state ARCH: its folder
apt_state() {
	[ "$suite" = bookworm ] && echo "$cache/apt-$1" || echo "$cache/apt-$1-$suite"
}

# apt_uri LABEL: the host's own mirror with that label, for whichever release; nothing where it has none
apt_uri() {
	apt-get indextargets --format '$(LABEL)|$(REPO_URI)' 2>/dev/null |
		awk -F '|' -v label="$1" '$1 == label { print $2; exit }'
}

run_apt() {
	apt_state=$(apt_state "$1")
	apt_arch=$1 apt_tool=$2
	shift 2
	flock "$apt_state/.lock" "$apt_tool" -q -o APT::Architecture="$apt_arch" -o APT::Architectures="$apt_arch" \
		-o Dir::State="$apt_state" -o Dir::State::status="$apt_state/status" \
		-o Dir::Cache="$apt_state/cache" -o Dir::Etc::sourceparts=/dev/null \
		-o Dir::Etc::sourcelist="$apt_state/sources.list" \
		-o Dir::Etc::preferencesparts=/dev/null -o APT::Sandbox::User=root \
		-o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}

need_apt() {
	for tool in apt-get apt-cache dpkg-deb flock tar; do
		command -v $tool >/dev/null || {
			echo "$tool is missing: Debian's packages are needed here, and fetched by apt." \
				"Other distributions have apt and dpkg as packages, too; AB_MIRROR then names a" \
				"mirror of Debian. Or copy build/cache from a host that has fetched them" >&2
			return 1
		}
	done
}

apt_prepare() {
	key=
	for file in /usr/share/keyrings/debian-archive-keyring.gpg \
		/usr/share/keyrings/debian-archive-keyring.pgp; do
		[ ! -r $file ] || { key=$file; break; }
	done
	[ -n "$key" ] || {
		echo "Debian's keys are missing: apt-get install debian-archive-keyring" >&2
		return 1
	}
	apt_state=$(apt_state "$1")
	mkdir -p "$apt_state/lists/partial" "$apt_state/cache/archives/partial"
	: >"$apt_state/status"
	mirror=${AB_MIRROR:-$(apt_uri Debian)}
	security=${AB_MIRROR_SEC:-$(apt_uri Debian-Security)}
	[ -n "$mirror" ] || {
		echo "this host's apt has no mirror of Debian: set AB_MIRROR to the address of one," \
			"and AB_MIRROR_SEC to one of its security updates" >&2
		return 1
	}
	for type in deb ${sources:+deb-src}; do
		echo "$type [signed-by=$key] $mirror $suite main"
		[ -z "$security" ] || echo "$type [signed-by=$key] $security $suite-security main"
	done >"$apt_state/sources.list"
	# one index of two may fail, in the middle of a mirror's sync: whether packages come decides
	run_apt "$1" apt-get update >"$apt_state/update.log" 2>&1 ||
		echo "warning: apt-get update for $1 was incomplete: $apt_state/update.log" >&2
}
