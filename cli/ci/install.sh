#!/bin/sh
# Sees to it that there is a program muqabala, and prints its path; all else goes to standard error.
# Takes the one on the PATH, or else builds that of this tree (Debian and Ubuntu; installs what the
# build needs).
#
# usage: install.sh [FILE]     FILE: where to keep what was built, for a cache. What is there already
#                              is taken as it is.
set -eu

if command -v muqabala; then exit 0; fi
kept=${1:-}
cd -- "$(dirname -- "$0")/../.."
program=${kept:-$PWD/build/release/cli/muqabala}
{
  . cli/packages.sh
  # The lists are words without blanks.
  # shellcheck disable=SC2086
  install_missing $build_packages $run_packages
  if [ -z "$kept" ] || ! "$kept" --version; then
    build_preset release muqabala
    [ -z "$kept" ] || cp build/release/cli/muqabala "$kept"
  fi
} >&2
printf '%s\n' "$program"
