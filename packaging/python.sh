# shellcheck shell=sh
# Makes .venv and keeps it in step with the hashed requirement files. Sourced by setup.sh.
#
# .venv/.made is written when the empty environment is whole; .venv/.ready-run and .ready-test when it holds what that
# command needs. A missing or different mark means that the step is done again.

python_is_ready() {
    [ -x "$venv/bin/python3" ] || return 1
    current=$(fingerprint)
    for mark in "$venv/.ready-test" "$venv/.ready-$1"; do
        [ -f "$mark" ] && [ "$(cat "$mark")" = "$current" ] && return
    done
    return 1
}

# Everything that decides what .venv holds, and where: scripts in it carry its path, packages belong to one interpreter.
fingerprint() {
    venv_identity
    (cd "$root" && sha256sum pyproject.toml packaging/requirements.txt packaging/requirements-test.txt packaging/python.sh)
}

venv_identity() { printf '%s\n' "$venv" "$(readlink -f "$venv/bin/python3")"; }

venv_is_whole() { [ -x "$venv/bin/python3" ] && [ "$(cat "$venv/.made" 2>/dev/null)" = "$(venv_identity)" ]; }

# The system's Python first: it lasts as long as the system, and every user may read it.
find_python() {
    for candidate in "${PYTHON:-}" /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$candidate" ] && "$candidate" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

# Prints the system packages that would give a Python, if there is none that serves. Where the system's own is too old
# they would give that one again.
missing_python_packages() {
    venv_is_whole || find_python >/dev/null || system_python_is_too_old || printf 'python3\npython3-venv\n'
}

system_python_is_too_old() {
    [ -x /usr/bin/python3 ] && ! /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

make_venv() {
    venv_is_whole && return
    python=$(find_python) || die "Python 3.11 or newer with its venv module is needed; this system has $(describe_python)."
    rm -rf "$venv"
    attempt "make .venv" "$python" -m venv "$venv"
    venv_identity >"$venv/.made"
}

describe_python() { python3 --version 2>/dev/null || echo "no Python"; }

install_python_packages() {
    case $1 in
    run) requirements=requirements.txt ;;
    test) requirements=requirements-test.txt ;;
    esac
    # Both marks go: after a change of branch an old one could match again while the packages no longer do.
    rm -f "$venv/.ready-run" "$venv/.ready-test"
    forget_half_installed
    say "installing Python packages into .venv (the first time this downloads some 350 MB)"
    # Wheels only: a source archive would be compiled with build tools that no hash pins.
    attempt "install the Python packages" pip_install --only-binary :all: --require-hashes --requirement "$root/packaging/$requirements"
    attempt "install the project" pip_install --no-deps --no-build-isolation --editable "$root"
    fingerprint >"$venv/.ready-$1"
}

pip_install() { "$venv/bin/python3" -m pip install --quiet --disable-pip-version-check --no-input "$@"; }

# pip writes INSTALLER after a package's files. A package without it was cut short, yet pip would take it for installed.
forget_half_installed() {
    for package in "$venv"/lib/python3*/site-packages/*.dist-info; do
        [ -s "$package/INSTALLER" ] || rm -rf "$package"
    done
}
