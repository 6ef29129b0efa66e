#!/usr/bin/env bash
# The one test command: restores, builds, checks the format, runs every test, and closes with "N passed, N failed, N skipped".
# Later steps of the project install the servers that their tests need here, from Debian's packages and npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

command -v dotnet >/dev/null || { echo "The .NET SDK named in global.json is needed; see https://dot.net." >&2; exit 2; }

dotnet restore LoginVerification.sln
dotnet build LoginVerification.sln --no-restore --configuration "$configuration"
dotnet format LoginVerification.sln --no-restore --verify-no-changes

status=0
dotnet test LoginVerification.sln --no-build --configuration "$configuration" \
    --logger trx --results-directory "$results" --logger "console;verbosity=normal" || status=$?

# Summed from the results that the runner wrote, not from what it printed.
count() { cat "$results"/*.trx | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
ls "$results"/*.trx >/dev/null 2>&1 || { echo "No test ran." >&2; exit 1; }
total=$(count total) passed=$(count passed) failed=$(count failed)
skipped=$((total - passed - failed))

[ "$skipped" -eq 0 ] || { echo "Here every test has what it needs, so that none may skip." >&2; status=1; }
[ "$passed" -gt 0 ] || { echo "No test passed." >&2; status=1; }
[ "$failed" -eq 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
