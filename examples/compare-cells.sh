#!/bin/sh
# Compares cells on one task: a table, a picture, the gradient at each step back, and a verdict on each cell.
#   examples/compare-cells.sh FOLDER [FILE.csv or --task TASK, and OPTION OF compare ...]
# With a folder alone, it trains on the adding problem: sum two marked values among a hundred (takes a few minutes).
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=$1
shift
[ $# -gt 0 ] || set -- --task adding --steps 100 --layers 1 --units 32 --dropout 0 --epochs 15 \
  --learning-rate 0.005 --clip-norm 1
mkdir -p "$out"

"$here/lstm" compare "$@" -o "$out/cells.csv" --gradients "$out/gradients.csv" --plot "$out/cells.svg" --force
LC_ALL=C awk -F, 'NR > 1 {
  verdict = $9 == "" ? "has no skill to speak of" : $9 > 0.5 ? "has learned it" : $9 > 0 ? "is a little better than the baseline" : "is no better than the baseline"
  printf "%-12s skill %7.3f: %s; its gradient reaches %d steps back\n", $1, $9, verdict, $10
}' "$out/cells.csv"
