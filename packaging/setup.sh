# shellcheck shell=sh
# Sets up what a command needs: system packages, .venv, translations. Sourced by run and test, which set $root.
#
# Every step looks first and does nothing when its result is there, so a set-up that was killed goes on where it can.

venv=${root:?}/.venv
set_up_lock=$root/packaging/setup.sh

# shellcheck source=packaging/system.sh
. "$root/packaging/system.sh"
# shellcheck source=packaging/python.sh
. "$root/packaging/python.sh"

say() { printf 'okienko: %s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# prepare run|test: returns when everything is there, or ends the script with one sentence.
prepare() {
    is_ready "$1" && return
    (
        wait_for_other_set_ups
        set_up "$1"
    ) 9<"$set_up_lock" || exit 1
}

is_ready() {
    [ -z "$(missing_system_packages "$1")" ] && python_is_ready "$1" && translations_are_built
}

set_up() {
    install_system_packages "$1"
    make_venv
    python_is_ready "$1" || install_python_packages "$1"
    translations_are_built || build_translations
}

# The lock is on a file that is always there; it goes with the process, however that ends.
wait_for_other_set_ups() {
    command -v flock >/dev/null || return 0
    flock -n 9 && return
    say "another set-up is at work here; waiting for it"
    flock 9
}

translations_are_built() { sh "$root/packaging/translate" --is-built; }

build_translations() { sh "$root/packaging/translate" --build || die "the translations could not be built"; }

# attempt WHAT COMMAND...: silent when it works; when not, one sentence if the network is to blame, else the whole output.
attempt() {
    attempted=$1
    shift
    output=$("$@" 2>&1) && return
    if printf '%s\n' "$output" | grep -Eiq "$network_trouble"; then
        die "could not $attempted: the package server cannot be reached. Connect this machine to the network and run the command again."
    fi
    printf '%s\n' "$output" >&2
    die "could not $attempted (see above)"
}

network_trouble='temporary failure (in name )?resolv|could not resolve|name or service not known|no address associated'
network_trouble="$network_trouble|newconnectionerror|connecttimeout|readtimeout|connection (refused|reset|timed out|aborted)"
network_trouble="$network_trouble|(could not|unable to) connect|network is unreachable|max retries exceeded|cannot initiate the connection"
