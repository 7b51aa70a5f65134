# What tests need beside packages, kept in build/tools. To be sourced from the project's root, after
# cli/packages.sh. Whatever cannot be had is said and left out: the tests that need it skip.

external_packages='python3-venv'

# fetch_tmx_dtd: the published DTD of TMX 1.4. Debian has it in OmegaT's jar; the package is unpacked
# and not installed, since it would bring a Java with it.
fetch_tmx_dtd() {
  dtd=build/tools/tmx14.dtd
  [ -s "$dtd" ] && return 0
  mkdir -p build/tools
  jar=/usr/share/omegat/OmegaT.jar
  if [ ! -e "$jar" ] && command -v apt-get >/dev/null 2>&1; then
    echo "Fetching the DTD of TMX out of Debian's omegat"
    rm -rf build/tools/omegat
    mkdir -p build/tools/omegat
    (cd build/tools/omegat && apt-get download -q omegat && dpkg-deb -x omegat_*.deb .) \
      >build/tools/omegat.log 2>&1 || :
    jar=build/tools/omegat/usr/share/omegat/OmegaT.jar
  fi
  if [ -e "$jar" ] && python3 - "$jar" "$dtd" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as jar, open(sys.argv[2], 'wb') as out:
    out.write(jar.read('schemas/tmx14.dtd'))
PYTHON
  then :
  else
    echo "Without it: $(tail -n 1 build/tools/omegat.log 2>/dev/null)"
    rm -f "$dtd"
  fi
  rm -rf build/tools/omegat
}

# install_external_tools: what stands in another registry.
install_external_tools() {
  [ -x build/tools/python/bin/tmx2po ] && return 0
  echo "Installing translate-toolkit from PyPI into build/tools/python"
  python3 -m venv build/tools/python &&
    build/tools/python/bin/pip install -q --disable-pip-version-check translate-toolkit ||
    echo "Without it: the tests that need it will skip."
}
