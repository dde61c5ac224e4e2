#!/bin/sh
# A nightly job: trains and forecasts every CSV of a folder, goes on when one fails, and says at the end which did.
#   examples/nightly-batch.sh FOLDER OUTPUT [OPTION OF train ...]
# Files that lack a column or are too short (exit code 3) are skipped; a full disk (7) ends the job; anything else is
# counted as failed. A job that was stopped goes on where it was: models newer than their file are finished or used again,
# all others are trained anew.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 2 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
out=$2
shift 2
mkdir -p "$out" || exit 7

done=0 skipped=0 failed=0
for file in "$folder"/*.csv; do
  name=$(basename "$file" .csv)
  model=$out/$name.model.json
  mode=--force
  [ "$model" -nt "$file" ] && mode=--resume
  "$here/lstm" train "$file" --output "$model" --missing interpolate --quiet $mode "$@" &&
    "$here/lstm" predict "$model" --horizon 5 --output "$out/$name.forecast.csv" --force --quiet
  code=$?
  case $code in
    0) done=$((done + 1)) ;;
    3) skipped=$((skipped + 1)) ;;
    7 | 130 | 143) exit $code ;;
    *) failed=$((failed + 1)) ;;
  esac
done
echo "$done done, $skipped skipped, $failed failed"
[ "$failed" -eq 0 ]
