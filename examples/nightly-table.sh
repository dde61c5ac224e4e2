#!/bin/sh
# A nightly job over one growing table of many series: teaches one model all of them, and forecasts each.
#   examples/nightly-table.sh TABLE.csv KEYS OUTPUT [OPTION OF train ...]
# KEYS are the columns that tell the series apart, such as store,item. Nothing is trained while the table stays the same.
# In OUTPUT, forecasts.csv has the forecasts of all series, and status.csv says which of them the model could not make.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 3 ] || { sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }
table=$1
keys=$2
out=$3
shift 3
mkdir -p "$out" || exit 7

"$here/lstm" train "$table" --by "$keys" -o "$out/model.json" --scaler window --update "$@" || exit
exec "$here/lstm" predict "$out/model.json" "$table" -o "$out/forecasts.csv" --status "$out/status.csv" --force
