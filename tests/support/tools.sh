# What tests need beside packages, kept in build/tools. To be sourced from the project's root, after
# cli/packages.sh. Whatever cannot be had is said and left out: the tests that need it skip.

# The fonts are for the pictures of the page: any that have both scripts would do. The second line is
# for engines that run collections; PySpark comes from PyPI.
external_packages='python3-venv chromium fonts-noto-core
  parallel snakemake slurmd slurmctld slurm-client munge default-jre-headless'

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

# fetch_srx_engine: net.loomchild:segment with what it needs, from Maven Central.
fetch_srx_engine() {
  [ -s build/tools/segment/done ] && return 0
  command -v mvn >/dev/null 2>&1 && command -v javac >/dev/null 2>&1 || {
    echo "Without an SRX engine: there is no Maven or no JDK; the test that needs it will skip."
    return 0
  }
  echo "Fetching net.loomchild:segment from Maven Central into build/tools/segment"
  for artifact in net.loomchild:segment:2.0.3 commons-logging:commons-logging:1.2 \
    javax.xml.bind:jaxb-api:2.3.1 com.sun.xml.bind:jaxb-core:2.3.0.1 com.sun.xml.bind:jaxb-impl:2.3.3 \
    com.sun.activation:jakarta.activation:1.2.2; do
    mvn -q -B dependency:copy "-Dartifact=$artifact" -DoutputDirectory="$PWD/build/tools/segment" \
      >build/tools/segment.log 2>&1 || {
      echo "Without it: $(tail -n 1 build/tools/segment.log)"
      rm -rf build/tools/segment
      return 0
    }
  done
  echo 2.0.3 >build/tools/segment/done
}

# fetch_sarif_multitool: Microsoft's validator of SARIF, from npm.
fetch_sarif_multitool() {
  [ -x build/tools/sarif/node_modules/.bin/sarif-multitool ] && return 0
  command -v npm >/dev/null 2>&1 || {
    echo "Without a validator of SARIF: there is no npm; the test that needs it will skip."
    return 0
  }
  echo "Installing @microsoft/sarif-multitool from npm into build/tools/sarif"
  mkdir -p build/tools/sarif
  npm install --silent --no-fund --no-audit --prefix build/tools/sarif \
    @microsoft/sarif-multitool@5.7.0 || echo "Without it: the test that needs it will skip."
}

# install_python_tool MODULE PACKAGE: a package from PyPI.
install_python_tool() {
  build/tools/python/bin/python -c "import $1" 2>/dev/null && return 0
  echo "Installing $2 from PyPI into build/tools/python"
  { [ -x build/tools/python/bin/python ] || python3 -m venv build/tools/python; } &&
    build/tools/python/bin/pip install -q --disable-pip-version-check "$2" ||
    echo "Without it: the tests that need it will skip."
}

# fetch_browser_tools: what drives Chromium and judges a page, and what checks the types and the
# habits of the page's scripts, from npm.
fetch_browser_tools() {
  [ -x build/tools/node/node_modules/.bin/eslint ] && return 0
  command -v npm >/dev/null 2>&1 || {
    echo "Without tests of the page: there is no npm."
    return 0
  }
  echo "Fetching playwright-core, axe-core, typescript and eslint from npm into build/tools/node"
  mkdir -p build/tools/node
  npm install --prefix build/tools/node --no-audit --no-fund --no-save --ignore-scripts \
    playwright-core@1.65.1 axe-core@4.14.1 typescript@7.0.2 eslint@10.15.0 >build/tools/node.log 2>&1 || {
    echo "Without them: $(tail -n 1 build/tools/node.log)"
  }
}

# install_external_tools: what stands in other registries.
install_external_tools() {
  fetch_srx_engine
  fetch_sarif_multitool
  fetch_browser_tools
  install_python_tool translate translate-toolkit
  install_python_tool opustools opustools
  install_python_tool junitparser junitparser
  install_python_tool pyspark pyspark
}
