#!/bin/sh
# Forecasts from standard input: here the rows of a file before a date, selected by awk.
#   examples/pipe.sh MODEL FILE.csv DATE
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -eq 3 ] || { sed -n '2,3s/^# \{0,1\}//p' "$0" >&2; exit 2; }
awk -F, -v date="$3" 'NR == 1 || $1 < date' "$2" | "$here/lstm" predict "$1" - --horizon 3 --format ndjson
