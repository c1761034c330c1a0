#!/usr/bin/env bash
# Builds everything and runs every test. Installs what is missing and says so.
#   bash tests/run.sh          what CI runs
#   bash tests/run.sh --long   with the long suites
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ "${1:-}" = "--long" ]; then
  export INCIDENTBOT_LONG_TESTS=1
fi

step() { printf '\n== %s\n' "$*"; }

install() {
  step "Installing $* (missing on this machine)"
  if [ -z "${apt_is_fresh:-}" ]; then
    apt-get update -qq
    apt_is_fresh=1
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

command -v dotnet >/dev/null || { echo "The .NET SDK is missing: install the version named in global.json."; exit 1; }
ldconfig -p | grep -q 'libsqlite3\.so\.0' || install libsqlite3-0
[ -e /usr/share/zoneinfo/Europe/Berlin ] || install tzdata

step "Build, warnings are errors"
dotnet build IncidentBot.sln -v quiet

step "Format"
dotnet format IncidentBot.sln --verify-no-changes --no-restore

step "Tests"
told="$(mktemp)"
if ! dotnet test IncidentBot.sln --no-build --logger "console;verbosity=minimal" | tee "$told"; then
  step "What failed"
  grep -E -A 30 '^ +Failed |^Failed! |^The active test run was aborted' "$told" || tail -n 50 "$told"
  exit 1
fi
rm "$told"

step "The sandbox's page in a real browser"
command -v chromium >/dev/null || install chromium
command -v npm >/dev/null || install nodejs npm
bash tests/Browser/run.sh

step "The sandbox under Slack's own clients"
bash tests/Conformance/run.sh

printf '\nEverything passed.\n'
