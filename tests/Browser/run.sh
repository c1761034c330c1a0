#!/usr/bin/env bash
# Starts the sandbox as a newcomer would and uses its page in headless Chromium.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules/playwright-core ] || npm install --no-audit --no-fund --loglevel=error
port=$((20000 + RANDOM % 20000))
work=$(mktemp -d)
dotnet run --no-build --project ../../src/IncidentBot -- sandbox --port "$port" --database "$work/sandbox.db" >"$work/log" 2>&1 &
sandbox=$!
trap 'kill $sandbox 2>/dev/null || true; wait $sandbox 2>/dev/null || true; rm -rf "$work"' EXIT
if ! node page.test.mjs "http://127.0.0.1:$port/" "${1:-}"; then
  cat "$work/log"
  exit 1
fi
