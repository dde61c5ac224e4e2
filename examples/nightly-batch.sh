#!/bin/sh
# A nightly job: trains and forecasts every CSV in a folder, and lists at the end, on standard error, which files failed.
#   examples/nightly-batch.sh FOLDER OUTPUT [OPTION OF batch ...]
# Trains only on files that changed since last night, and resumes a job that was interrupted. OUTPUT/status.ndjson has the
# status of each file. The exit code is that of the first file that failed.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
out=$2
shift 2
mkdir -p "$out" || exit 7

exec "$here/lstm" batch "$folder"/*.csv --output "$out" --missing interpolate --horizon 5 "$@" >"$out/status.ndjson"
