#!/bin/sh
# The table of the classic example: trains on all rows of one file with several seeds, forecasts each row of a later file
# one step ahead, and prints the errors next to those of the naive forecast.
#   examples/classic-table.sh TRAIN.csv TEST.csv COLUMN SEEDS [OPTION OF train ...]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 4 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }
train=$1 test=$2 column=$3 seeds=$4
shift 4
models=$(mktemp -d)
trap 'rm -rf "$models"' EXIT

printf '%-5s %9s %9s %9s %9s\n' seed RMSE MAE 'naive' 'MAE'
for seed in $seeds; do
  "$here/lstm" train "$train" --target "$column" --validation 0 --seed "$seed" --quiet -o "$models/$seed.json" "$@"
  scores=$("$here/lstm" evaluate "$models/$seed.json" "$test" --context "$train" --json --quiet)
  printf '%s\n' "$scores" |
    sed -E 's/.*"model":\{"rmse":([^,]*),"mae":([^,]*),.*"naive":\{"rmse":([^,]*),"mae":([^,]*),.*/\1 \2 \3 \4/' | {
      read -r rmse mae naive naive_mae
      LC_ALL=C printf '%-5s %9.3f %9.3f %9.3f %9.3f\n' "$seed" "$rmse" "$mae" "$naive" "$naive_mae"
    }
done
