#!/usr/bin/env bash
# The quick lane, after each small change: the tests of the core's folders that are named below, and those of the house itself.
# It installs nothing, and is no substitute for build/test.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

# PROJECT [FILTER]: builds the project and what it needs, and runs its tests.
run() {
    dotnet build "$1" --configuration Release --verbosity quiet
    dotnet test "$1" --configuration Release --no-build ${2:+--filter "$2"}
}

classes=$(printf '|FullyQualifiedName~.%s.' $(basename -as .cs tests/LoginVerification.Core.Tests/{Codes,Deciding,Evolving,Lifecycle}/*Tests.cs))
run tests/LoginVerification.Core.Tests "${classes#|}"
run tests/LoginVerification.House.Tests
