#!/usr/bin/env bash
# Does what a newcomer does, in a fresh clone: the two commands of README.md, then each sample's command as its page has it.
#
#   samples/try-all.sh               everything; needs a JDK, Maven and git
#   samples/try-all.sh --no-verify   without the tests
#   MAVEN_ARGS="-o -Dmaven.repo.local=DIR" samples/try-all.sh    with further arguments for Maven
#
# One of the commands installs the artifacts into the local Maven repository.
# Exit code 0 if every command is on its page to the letter, ends as it should and prints what it should.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone -q "$root" "$clone/pokt-ml-qos" || exit 1
cd "$clone/pokt-ml-qos" || exit 1

failures=0
out=$clone/output.txt

# Maven before 3.9 does not read MAVEN_ARGS; later ones must not get them twice.
more=${MAVEN_ARGS:-}
unset MAVEN_ARGS
mvn() { command mvn $more "$@"; }
export more
export -f mvn

report() { # report OK|FAILED COMMAND [WHY]
  printf '%-7s %s\n' "$1" "$2"
  if [ "$1" = FAILED ]; then
    failures=$((failures + 1))
    printf '        %s\n' "$3"
    tail -n 20 "$out" 2>/dev/null | sed 's/^/        | /'
  fi
}

on_page() { # on_page PAGE COMMAND
  : > "$out"
  grep -qF -- "$2" "$1" || { report FAILED "$2" "it is not on the page $1"; return 1; }
}

# try PAGE COMMAND PATTERN [EXIT]: the command ends by itself; an empty pattern is for those that print nothing.
try() {
  on_page "$1" "$2" || return
  timeout 1200 bash -c "$2" > "$out" 2>&1 < /dev/null
  local code=$?
  if [ "$code" != "${4:-0}" ]; then
    report FAILED "$2" "exit code $code, not ${4:-0}"
  elif [ -n "$3" ] && ! grep -qE -- "$3" "$out"; then
    report FAILED "$2" "its output has no '$3'"
  else
    report OK "$2"
  fi
}

# serve PAGE COMMAND PATTERN: the command runs until it is stopped, and says PATTERN when it is up.
serve() {
  on_page "$1" "$2" || return
  setsid bash -c "$2" > "$out" 2>&1 < /dev/null &
  local leader=$! said=FAILED
  for _ in $(seq 1200); do
    if grep -qE -- "$3" "$out"; then said=OK; break; fi
    kill -0 "$leader" 2>/dev/null || break
    sleep 0.1
  done
  kill -- "-$leader" 2>/dev/null
  wait "$leader" 2>/dev/null
  report "$said" "$2" "it never said '$3'"
}

build='mvn -q -B -ntp -DskipTests package'
try README.md "$build && java -jar samples/quickstart/target/quickstart.jar" 'strong'
if [ "${1:-}" != --no-verify ]; then
  try README.md 'mvn -B -ntp verify' 'BUILD SUCCESS'
fi
try README.md 'java -jar samples/lmeh-cli/target/lmeh-cli.jar --help' 'Measures remote nodes on tasks'
try README.md 'java -jar samples/local-network/target/local-network.jar --help' 'Starts a Pocket network'

try docs/start.md 'java -jar samples/quickstart/target/quickstart.jar --shannon' 'ring-signed'
try docs/start.md 'java -jar samples/quickstart/target/quickstart.jar --node http://127.0.0.1:8000,MODEL --samples 50' 'unreachable'
try docs/start.md 'mvn -q -B -ntp -DskipTests install' ''
serve docs/local-network.md "$build && java -jar samples/local-network/target/local-network.jar" 'It runs until you stop it'
serve docs/local-network.md \
  'java -jar samples/local-network/target/local-network.jar --backend http://127.0.0.1:8000 --block-time 2000' \
  'It runs until you stop it'
try docs/watcher-temporal.md "mvn -q -B -ntp -DskipTests -Psamples-extra package && java -jar samples/watcher-temporal/target/watcher-temporal.jar" 'samples, each once'
try docs/images.md "$build && java -jar samples/diffusion-check/target/diffusion-check.jar" 'verdicts wrong in 5 rounds'
try docs/suppliers.md 'mvn -q -B -ntp -DskipTests -pl samples/supplier-tools -am package' ''
try docs/suppliers.md 'java -jar samples/supplier-tools/target/supplier-tools.jar plan --service llama-3-8b --owner pokt1mrqt5f7qh8uxs27cjm9t7v9e74a9vvdnq5jva4 --public-url https://relays.example.org --backend-url http://adapter:8080 --compute-units 1000 --out stake' 'pocketd'
try docs/suppliers.md 'java -jar samples/supplier-tools/target/supplier-tools.jar validate supplier stake/supplier.yaml' ''
try docs/shannon.md 'java -jar samples/benchmarks/target/benchmarks.jar ring 10' 'supplier signs'
# Without the traces and the price list it says what it needs.
try docs/pricing.md "$build && java -jar samples/pricing/target/pricing.jar --docs docs" 'This needs the file' 2

if [ "$failures" -gt 0 ]; then
  echo "$failures of the commands did not do what their pages say."
  exit 1
fi
echo "Every command did what its page says."
