#!/bin/sh
# A nightly job: trains and forecasts every CSV of a folder, and says at the end which failed.
#   examples/nightly-batch.sh FOLDER OUTPUT [OPTION OF batch ...]
# Only what has changed since last night is trained, and a job that was stopped goes on where it was. OUTPUT/status.ndjson
# says how each file ended. The exit code is that of the first file that failed.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 2 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
out=$2
shift 2
mkdir -p "$out" || exit 7

"$here/lstm" batch "$folder"/*.csv --output "$out" --missing interpolate --horizon 5 "$@" >"$out/status.ndjson"
code=$?
sed -n '/"status":"failed"/{s/.*"error":"\(.*\)","seconds".*/\1/;s/\\"/"/g;p;}' "$out/status.ndjson"
exit $code
