#!/bin/sh
# Trains on one file, scores the model, and writes the next ten values to a CSV.
#   examples/train-and-predict.sh [FILE.csv [OPTION OF train ...]]
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
file=${1:-$here/data/goog.csv}
[ $# -eq 0 ] || shift
name=$(basename "$file" .csv)

"$here/lstm" train "$file" --output "$name.model.json" --force "$@"
"$here/lstm" predict "$name.model.json" --horizon 10 --output "$name.forecast.csv" --force
cat "$name.forecast.csv"
