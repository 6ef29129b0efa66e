#!/usr/bin/env bash
# Writes a migration for each provider from the model as it is now: bash build/migrations.sh NAME
# Read what it wrote, and make its classes internal.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
name=${1:?Give the migration a name: bash build/migrations.sh AddSomething}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en WritesMigrations=true
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
version=$(sed -n 's:.*<FrameworkPackagesVersion>\(.*\)</FrameworkPackagesVersion>.*:\1:p' Directory.Packages.props)
dotnet tool install dotnet-ef --version "$version" --tool-path "$tools" >/dev/null
for provider in Sqlite PostgreSql; do
    project=src/LoginVerification.EntityFrameworkCore.$provider
    dotnet restore "$project" --verbosity quiet
    "$tools/dotnet-ef" migrations add "$name" --project "$project" --context LoginVerificationContext --output-dir Migrations
    sed -i 's/public partial class/internal sealed partial class/' "$project/Migrations/"*_"$name".cs
done
WritesMigrations= dotnet restore LoginVerification.sln --verbosity quiet
