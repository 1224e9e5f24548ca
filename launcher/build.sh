#!/usr/bin/env bash
# Builds unitscope where that has not been done. The launcher sources this to ask; BuildLock runs it to build.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
classpath_file=$home/experiments/target/dependencies.classpath

# Begun, and not ended: what a build that was killed leaves behind may be half a file, with a new date.
mark=$home/.build.unfinished

fail() {
  echo "unitscope: $1" >&2
  exit 1
}

is_built() {
  [[ -s $classpath_file ]] || return 1
  local first
  IFS=: read -r first _ <"$classpath_file" || true
  # Not those of the checkout that this one is a copy of.
  [[ $first == "$home"/* && -e $first ]] || return 1
  [[ -z $(find "$home"/pom.xml "$home"/*/pom.xml "$home"/*/src/main \
    -newer "$classpath_file" -type f -print -quit) ]]
}

build() {
  local maven=${UNITSCOPE_MAVEN:-mvn}
  command -v "$maven" >/dev/null ||
    fail "cannot build: Maven was not found; install it (Debian: apt-get install maven)"
  echo "unitscope: building (once; a minute or two with an empty Maven repository) ..." >&2
  local log=$home/experiments/target/build.log
  [[ ! -e $mark ]] || rm -rf "$home"/*/target
  { : >"$mark" && mkdir -p "$home/experiments/target"; } 2>/dev/null ||
    fail "cannot build: $home cannot be written"
  (cd "$home" && "$maven" -B -q -DskipTests -Dspotless.check.skip package) >"$log" 2>&1 || {
    # Above 128: a signal ended it.
    (($? > 128)) || rm -f "$mark"
    grep -m 5 ERROR "$log" >&2 || tail -n 5 "$log" >&2
    fail "the build failed: see $log"
  }
  touch "$classpath_file"
  rm -f "$mark"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  # Another process may have built while this one waited.
  is_built || build
fi
