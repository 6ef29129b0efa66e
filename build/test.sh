#!/usr/bin/env bash
# The one test command: restores, builds, checks the format, runs every test, and closes with "N passed, N failed, N skipped".
# What tests run beside it is installed where it is missing: model checkers, Graphviz, an SMS gateway, a database server and the
# order of each culture (libicu) and a browser from Debian's packages; what drives the browser, a server made from an API description, a linter of
# such descriptions, interpreters of statecharts and a grammar of TLA+ from npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

command -v dotnet >/dev/null || { echo "The .NET SDK named in global.json is needed; see https://dot.net." >&2; exit 2; }

# Tests that miss one of these say so and are skipped, which this command takes for a failure. Without libicu those of Sms do not start.
install_tools() {
    local missing=()
    command -v spin >/dev/null || missing+=(spin)
    command -v rumur >/dev/null || missing+=(rumur)
    command -v dot >/dev/null || missing+=(graphviz)
    [ -x /usr/sbin/bearerbox ] || missing+=(kannel)
    [ -x /usr/lib/kannel/test/fakesmsc ] || missing+=(kannel-extras)
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
    command -v pgbouncer >/dev/null || missing+=(pgbouncer)
    command -v node >/dev/null || missing+=(nodejs)
    command -v npm >/dev/null || missing+=(npm)
    command -v chromium >/dev/null || missing+=(chromium)
    compgen -G '/usr/share/fonts/truetype/dejavu/*' >/dev/null || missing+=(fonts-dejavu-core)
    compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || missing+=(libicu-dev)
    echo '#include <stdio.h>' | gcc -xc -fsyntax-only - 2>/dev/null || missing+=(gcc libc6-dev)
    [ "${#missing[@]}" -gt 0 ] || return 0
    command -v apt-get >/dev/null || { echo "Tests need the Debian packages ${missing[*]}, and there is no apt-get. Install what corresponds to them." >&2; return 0; }
    local as_root=()
    [ "$(id -u)" -eq 0 ] || ! command -v sudo >/dev/null || as_root=(sudo -n)
    # These packages bring services that start with the machine. Tests start servers of their own.
    local service services=()
    for service in kannel postgresql pgbouncer; do
        [[ " ${missing[*]} " != *" $service "* ]] || services+=("$service")
    done
    { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
        echo "Tests need the Debian packages ${missing[*]}, and they cannot be installed. Run as root: apt-get install ${missing[*]}" >&2
    for service in "${services[@]}"; do
        [ -x "/etc/init.d/$service" ] || continue
        "${as_root[@]}" invoke-rc.d "$service" stop >/dev/null 2>&1 || true
        "${as_root[@]}" update-rc.d "$service" disable >/dev/null 2>&1 || true
    done
}
install_tools

# As the lock file says, and no script of a package is run.
install_npm() {
    command -v npm >/dev/null || return 0
    local folder
    for folder in tests/LoginVerification.AspNetCore.Tests tests/LoginVerification.Exploration.Tests tests/LoginVerification.Sms.Tests tests/browser; do
        npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent ||
            echo "Tests need the npm packages of $folder, and they cannot be installed." >&2
    done
}
install_npm

dotnet restore LoginVerification.sln
dotnet build LoginVerification.sln --no-restore --configuration "$configuration"
dotnet format LoginVerification.sln --no-restore --verify-no-changes

status=0
dotnet test LoginVerification.sln --no-build --configuration "$configuration" \
    --logger trx --results-directory "$results" --logger "console;verbosity=normal" || status=$?

# The built sample, used by a person at a real browser.
node --test --test-reporter=tap tests/browser/*.test.js | tee "$results/browser.tap" || status=$?

# Summed from the results that the runners wrote, not from what it printed.
count() { cat "$results"/*.trx | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
ls "$results"/*.trx >/dev/null 2>&1 || { echo "No test ran." >&2; exit 1; }
seen() { grep -o "^# $1 [0-9]*$" "$results/browser.tap" | grep -o '[0-9]*$' || echo 0; }
total=$(($(count total) + $(seen tests))) passed=$(($(count passed) + $(seen pass))) failed=$(($(count failed) + $(seen fail) + $(seen cancelled)))
skipped=$((total - passed - failed))

[ "$skipped" -eq 0 ] || { echo "Here every test has what it needs, so that none may skip." >&2; status=1; }
[ "$passed" -gt 0 ] || { echo "No test passed." >&2; status=1; }
[ "$failed" -eq 0 ] || status=1
# Who reads the end of a long log alone learns there which tests failed.
{ grep -ho 'testName="[^"]*"[^>]*outcome="Failed"' "$results"/*.trx || true; } | sed 's/^testName="\([^"]*\)".*/failed: \1/'
grep '^ *not ok' "$results/browser.tap" | sed 's/^/failed: /' || true
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
