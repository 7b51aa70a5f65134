#!/bin/sh
# Installs what is missing (Debian packages, by apt-get, as root or with sudo), builds muqabala in
# build/release and runs it on the bundled example. Asks nothing; can be run again at any time.
set -eu
cd -- "$(dirname -- "$0")/.."
. cli/packages.sh

step '1/3 Packages'
# The lists are words without blanks.
# shellcheck disable=SC2086
install_missing $build_packages $run_packages

step '2/3 Building muqabala (preset release)'
build_preset release

step '3/3 Aligning the example: an Arabic article and a web page with its edited translation'
example=tests/data/example
muqabala=build/release/cli/muqabala
set -- align "$example/original.ar.txt" "$example/page.en.txt" -o build/example.tmx
echo "$muqabala $*"
"$muqabala" "$@"

echo
echo "The pairs are in $PWD/build/example.tmx, ready for any CAT tool."
echo "See them here:   $muqabala align $example/original.ar.txt $example/page.en.txt --to text"
echo "All commands:    $muqabala --help"
