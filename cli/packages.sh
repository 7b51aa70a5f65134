# The Debian packages that the project needs, and the way to get them. To be sourced.
# Debian 12 and later; other systems have the same libraries under other names.

build_packages='g++ cmake ninja-build libicu-dev libfmt-dev libeigen3-dev libcli11-dev
  nlohmann-json3-dev libstemmer-dev libcld2-dev libmd4c-dev libmd4c-html0-dev
  libexpat1-dev libtomlplusplus-dev libxxhash-dev zlib1g-dev libzstd-dev nettle-dev
  libsqlite3-dev'
# Dictionaries are read at run time from where the packages put them.
run_packages='dict-freedict-ara-eng dict-freedict-eng-ara'
test_packages='catch2 libbenchmark-dev libxml2-utils python3 git
  python3-jsonschema'

# step TEXT: says what comes next.
step() { printf '\n== %s\n' "$*"; }

# install_missing PACKAGE...: installs those that are not there, from the project's root. Touches
# neither apt nor the network when nothing is missing.
install_missing() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian system: taking for granted what these packages hold: $*"
    return 0
  fi
  missing=
  for package; do
    dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing="$missing $package"
  done
  if [ -z "$missing" ]; then
    echo "All packages are there."
    return 0
  fi
  if [ "$(id -u)" -eq 0 ]; then as_root=
  elif command -v sudo >/dev/null 2>&1; then as_root=sudo
  else
    echo "Packages are missing, and there is no sudo here. As root, run:" >&2
    echo "  apt-get install --no-install-recommends$missing" >&2
    return 1
  fi
  echo "Installing:$missing"
  mkdir -p build
  # shellcheck disable=SC2086  # words without blanks
  $as_root env DEBIAN_FRONTEND=noninteractive sh -c '
    apt-get update -q || echo "Going on with the package lists at hand."
    apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
  ' apt $missing </dev/null >build/packages.log || {
    tail -n 20 build/packages.log >&2
    echo "The packages could not be installed; all that apt said is in build/packages.log." >&2
    return 1
  }
}

# build_preset PRESET [TARGET...]: configures and builds, with a process for each core.
build_preset() {
  preset=$1
  shift
  cmake --preset "$preset"
  cmake --build --preset "$preset" --parallel "$(nproc 2>/dev/null || echo 2)" ${1:+--target "$@"}
}
