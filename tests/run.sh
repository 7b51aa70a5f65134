#!/bin/sh
# Builds and runs all tests: preset dev (all of them), then the libraries' and the program's own
# tests once more under the address and undefined-behaviour sanitizers (preset asan). Installs what
# is missing (Debian packages, by apt-get, as root or with sudo). Asks nothing; can be run again.
#
# usage: sh tests/run.sh [--quick | --asan] [--external]
#   --quick     preset dev only, without the tests labelled slow
#   --asan      only the sanitizers, on all tests
#   --external  also installs what tests labelled external need from npm, PyPI and Maven, into build/tools
#
# A test that lacks its tool or data says SKIPPED and why; it never fails for that.
set -eu

dev=all asan=own external=
for option; do
  case $option in
    --quick) dev=quick asan= ;;
    --asan) dev='' asan=all ;;
    --external) external=1 ;;
    -h | --help) sed -n '2,12s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "tests/run.sh: unknown option '$option'; see --help" >&2; exit 2 ;;
  esac
done

cd -- "$(dirname -- "$0")/.."
. cli/packages.sh
. tests/support/tools.sh
jobs=$(nproc 2>/dev/null || echo 2)
status=0

step 'Packages'
# The lists are words without blanks.
# shellcheck disable=SC2086
install_missing $build_packages $run_packages $test_packages ${external:+$external_packages}
fetch_tmx_dtd
[ -z "$external" ] || install_external_tools

if [ -n "$dev" ]; then
  step 'Building preset dev, and every public header on its own'
  build_preset dev all all_verify_interface_header_sets
  step "Testing preset dev ($dev)"
  case $dev in
    quick) ctest --preset dev --parallel "$jobs" --label-exclude slow || status=1 ;;
    all) ctest --preset dev --parallel "$jobs" || status=1 ;;
  esac
fi

if [ -n "$asan" ]; then
  step 'Building preset asan'
  build_preset asan
  step "Testing preset asan ($asan)"
  case $asan in
    own) ctest --preset asan --parallel "$jobs" --label-exclude 'slow|shared|external|house' || status=1 ;;
    all) ctest --preset asan --parallel "$jobs" || status=1 ;;
  esac
fi
exit "$status"
