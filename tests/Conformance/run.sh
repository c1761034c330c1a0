#!/usr/bin/env bash
# Runs Slack's own clients, as published and unmodified, against the sandbox: what they do not understand is a fault of it.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/@slack/bolt ] || npm ci --no-audit --no-fund --loglevel=error
work=$(mktemp -d)
started=()
trap 'for each in "${started[@]}"; do kill "$each" 2>/dev/null || true; wait "$each" 2>/dev/null || true; done; rm -rf "$work"' EXIT

# A workspace of its own, without the bot; its address and secrets are left in $work/<name>.
start() {
  local name=$1
  shift
  dotnet ../../src/IncidentBot/bin/Debug/net10.0/IncidentBot.dll sandbox --alone --port 0 "$@" >"$work/$name" 2>&1 &
  started+=($!)
  for _ in $(seq 100); do
    grep -q SLACK_SIGNING_SECRET "$work/$name" && return
    sleep 0.1
  done
  cat "$work/$name"
  exit 1
}

start http
start sockets --socket-mode
start limits --rate-limits true
start later
start oauth --token-rotation
for each in http sockets limits later oauth; do
  upper=${each^^}
  while IFS='=' read -r key value; do
    export "${upper}_$key=$value"
  done < <(grep -E '^[A-Z_]+=' "$work/$each")
done
node --test --test-reporter=spec ${1:+--test-name-pattern="$1"} ./*.test.mjs
# What those calls were answered and what was delivered, against what Slack is known to send.
[ $# -gt 0 ] || node shapes.mjs
