#!/bin/sh
# A nightly job: trains and forecasts every CSV in a folder, and lists at the end, on standard error, which files failed.
#   examples/nightly-batch.sh FOLDER OUTPUT [OPTION OF batch ...]
# Models continue with the rows that were added since last night; a job that was interrupted is resumed. In OUTPUT,
# forecasts.csv has the forecasts of all files for a database, status.ndjson how each file ended, and batch.log every run
# so far. The exit code is that of the first file that failed.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 2 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
out=$2
shift 2
mkdir -p "$out" || exit 7

exec "$here/lstm" batch "$folder"/*.csv --output "$out" --missing interpolate --horizon 5 --update --timeout 10m \
  --forecasts "$out/forecasts.csv" --log "$out/batch.log" "$@" >"$out/status.ndjson"
