#!/usr/bin/env bash
# Writes the approved public surface of each library anew from its code, as src/*/PublicAPI.Unshipped.txt.
# Run it when a change of the surface is meant, and read the difference: it is what hosts will see. With a release the lines move to PublicAPI.Shipped.txt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

dotnet restore LoginVerification.sln --verbosity quiet
for approved in src/*/PublicAPI.Unshipped.txt; do
    # From nothing, so that what is gone from the code goes from the text as well.
    echo '#nullable enable' >"$approved"
    dotnet format analyzers "$(echo "${approved%/*}"/*.csproj)" --diagnostics RS0016 --severity warn --no-restore --verbosity quiet
done
# No formatter writes for what the Razor compiler generates: the lines of components come from the build's own errors.
for approved in src/*/PublicAPI.Unshipped.Components.txt; do
    echo '#nullable enable' >"$approved"
    missing=$(dotnet build "${approved%/*}" --no-restore 2>/dev/null | sed -n "s/.*error RS0016: Symbol '\([^']*\)' is not part.*/\1/p" | LC_ALL=C sort -u)
    printf '%s\n' "$missing" >>"$approved"
done
git diff --stat -- src/*/PublicAPI.Unshipped.txt
