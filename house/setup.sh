#!/bin/sh
# Sets WriterDesk up in this folder: system libraries, a virtual environment, what it depends on.
#   sh house/setup.sh run    what the app needs
#   sh house/setup.sh all    and what the tests and checks need
# What was set up once is not looked at again until pyproject.toml or this folder's lists change.
# The releases are those of house/pins.txt; where one can't be had, what pyproject.toml allows.
set -eu
cd "$(dirname "$0")/.."

main() {
    level=$1
    if is_ready all || is_ready "$level"; then
        return 0
    fi
    python=$(find_python) || fail "WriterDesk needs Python 3.11 or newer, and there is none here." \
        "Install it, with apt: sudo apt-get install python3 python3-venv"
    missing=$(missing_packages "$python")
    if [ -n "$missing" ]; then
        install_packages "$missing"
    fi
    make_environment "$python"
    install_dependencies
    fingerprint "$level" >".venv/.set-up-for-$level"
    say "Ready."
}

say() {
    printf '%s\n' "$*"
}

fail() {
    for sentence in "$@"; do
        printf '%s\n' "$sentence" >&2
    done
    exit 1
}

# The folder is part of it because scripts in .venv/bin name their Python by its whole path.
fingerprint() {
    { pwd; echo "$1"; cat pyproject.toml house/setup.sh house/needs.txt house/pins.txt; } | cksum
}

is_ready() {
    [ -x .venv/bin/python ] && [ -f ".venv/.set-up-for-$1" ] &&
        [ "$(cat ".venv/.set-up-for-$1")" = "$(fingerprint "$1")" ]
}

find_python() {
    for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

# Libraries are looked for by the name Qt asks for, so that it does not matter which distribution
# or release packed them under which name.
missing_packages() {
    [ "$(uname -s)" = Linux ] || return 0
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || libraries=
    while read -r for_what kind name package; do
        case $for_what in
            run) ;;
            test) [ "$level" = all ] || continue ;;
            *) continue ;;
        esac
        is_there "$kind" "$name" || say "$package"
    done <house/needs.txt
}

is_there() {
    case $1 in
        library) case $libraries in "" | *"$2"*) ;; *) return 1 ;; esac ;;
        command) command -v "$2" >/dev/null 2>&1 ;;
        file) [ -e "$2" ] ;;
    esac
}

install_packages() {
    # Wanted unquoted: one package a word.
    # shellcheck disable=SC2086
    set -- $1
    by_hand="sudo apt-get install $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        go_without "These Debian packages, or what they are called here, are missing: $*." ""
    elif [ "$(id -u)" = 0 ]; then
        apt_install "" "$@"
    elif sudo -n true 2>/dev/null; then
        apt_install "sudo -n" "$@"
    else
        go_without "Some system packages are missing and may not be installed without you." \
            "Run: $by_hand"
    fi
}

apt_install() {
    as_root=$1
    shift
    say "Installing system packages: $*"
    log=$(mktemp)
    $as_root apt-get -q update </dev/null >"$log" 2>&1 || true
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=120 --no-install-recommends install "$@" \
        </dev/null >>"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        go_without "apt-get could not install them." "Run: $by_hand"
        return 0
    fi
    rm -f "$log"
}

# Nothing can be built without venv, and no window opens without Qt's libraries; a test that misses
# its tool is skipped.
go_without() {
    say "$@" >&2
    wanted=$level
    level=run
    still_missing=$(missing_packages "$python")
    level=$wanted
    [ -z "$still_missing" ] || exit 1
}

make_environment() {
    if .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        [ "$(.venv/bin/python -c 'import sys; print(sys.prefix)')" = "$(pwd -P)/.venv" ]; then
        return 0
    fi
    say "Making .venv with $("$1" --version)"
    "$1" -m venv --clear .venv
}

install_dependencies() {
    case $level in
        run) what=. ;;
        *) what='.[dev]' ;;
    esac
    say "Installing what WriterDesk depends on into .venv (a minute or two the first time)"
    pip_install -c house/pins.txt -e "$what" && return 0
    say "Not every release of house/pins.txt can be had here; taking what pyproject.toml allows." >&2
    pip_install -e "$what" ||
        fail "What WriterDesk depends on could not be installed: see pip's words above."
}

pip_install() {
    .venv/bin/python -m pip --disable-pip-version-check --no-input install -q "$@" </dev/null
}

case ${1:-all} in
    run | all) main "${1:-all}" ;;
    *) fail "usage: sh house/setup.sh [run|all]" ;;
esac
