# shellcheck shell=sh
# Finds and installs the missing system packages. Sourced by setup.sh.

# missing_system_packages run|test: prints the missing packages, one a line; nothing where there is no dpkg, whose names
# would mean nothing there. A terminal in a lobby is not given what only tests need.
missing_system_packages() {
    case $1 in
    run) set -- "$root/packaging/system-packages" ;;
    test) set -- "$root/packaging/system-packages" "$root/packaging/system-packages-test" ;;
    esac
    command -v dpkg-query >/dev/null || return 0
    # Provides counts: since the 64-bit time_t change libglib2.0-0 is a name that libglib2.0-0t64 provides.
    installed=$(
        dpkg-query --show --showformat='${db:Status-Status} ${Package}, ${Provides}\n' |
            sed -n 's/ ([^)]*)//g; s/^installed //p' | tr -s ', ' '\n'
    )
    sed '/^#/d' "$@" | while read -r package; do
        printf '%s\n' "$installed" | grep -Fqx "$package" || printf '%s\n' "$package"
    done
}

install_system_packages() {
    # The arguments become the packages below.
    what=$1
    # Unquoted on purpose: one word for each package.
    # shellcheck disable=SC2046
    set -- $(missing_system_packages "$what") $(missing_python_packages)
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        die "system packages are missing; as root, run:  apt-get update; apt-get install --yes --no-install-recommends $*"
    fi
    say "installing system packages: $*"
    attempt "install the system packages" $as_root sh -c "$apt_install" set-up "$@"
}

# First finishes what a killed installation left. An update that fails in part (somebody's third-party source) must not
# stop an installation that would work, hence no "&&".
# shellcheck disable=SC2016
apt_install='
    export DEBIAN_FRONTEND=noninteractive
    dpkg --configure -a
    apt-get --quiet update
    apt-get --quiet --option DPkg::Lock::Timeout=300 install --fix-broken --yes --no-install-recommends "$@"
'
