#!/usr/bin/env bash
# The test command without samples: what build/test.sh looks at by every so many is looked at one by one. It takes some minutes more.
set -euo pipefail
FULL=1 exec "$(dirname "${BASH_SOURCE[0]}")/test.sh" "$@"
