#!/bin/sh
# Scores for every series in the CSV files of a folder, as rows of a Markdown table: MASE / sMAPE % of forecasts one step
# and one season ahead, in backtests over the last tenth of the rows. "classic" is the default, "accurate" the preset.
#   examples/figures.sh FOLDER [COLUMNS [OPTION OF train ...]]
# If the target of a file is ambiguous, each column has a row, up to the first COLUMNS (4). Columns that are left out, and
# those that cannot be trained, are reported.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1 most=${2:-4}
shift
[ $# -eq 0 ] || shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

row() { printf '| %-32s | %5s | %15s | %15s | %15s | %15s | %15s | %15s | %15s | %15s |\n' "$@"; }

# The columns of a file to forecast, one per line; the output of check is in $work/check.
targets() {
  if grep -q '"reason":"first-numeric"' "$work/check"; then
    sed 's/"other_columns".*//' "$work/check" | tr '{' '\n' | sed -n 's/^"name":"\([^"]*\)","numbers".*/\1/p'
  else
    sed 's/.*"target":{"name":"\([^"]*\)".*/\1/' "$work/check"
  fi
}

# MASE / sMAPE of a method, from the scores over all steps.
cell() {
  sed 's/"steps":\[.*//' "$1" | sed -n "s/.*\"$2\":{[^}]*\"smape\":\([^,]*\),\"mase\":\([^,]*\),.*/\2 \1/p" |
    LC_ALL=C awk '{ printf "%s / %.2f", ($1 == "null" ? "-" : sprintf("%.3f", $1)), $2 } END { if (!NR) printf "-" }'
}

# Prints one row: FILE COLUMN POLICY ROWS STEPS [OPTION ...].
figures() {
  file=$1 column=$2 policy=$3 held=$(($4 / 10)) steps=$5
  shift 5
  [ "$held" -ge "$steps" ] || return 0
  every=$(((held - steps) / 100 + 1))
  origins=$(((held - steps) / every + 1))
  for preset in classic accurate; do
    "$here/lstm" backtest "$file" --target "$column" --missing "$policy" --origins "$origins" --every "$every" --json \
      --quiet --horizon "$steps" --preset "$preset" "$@" >"$work/$preset" || return
  done
  name=$(basename "$file")
  row "${name%%.csv*} $column" "$steps" "$(cell "$work/classic" model)" "$(cell "$work/accurate" model)" \
    "$(cell "$work/accurate" naive)" "$(cell "$work/accurate" seasonal_naive)" "$(cell "$work/accurate" drift)" \
    "$(cell "$work/accurate" autoregression)" "$(cell "$work/accurate" exponential_smoothing)" \
    "$(cell "$work/accurate" theta)"
}

row series steps classic accurate naive 'seasonal naive' drift autoregression 'exp. smoothing' theta
row --- --: --: --: --: --: --: --: --: --:
for file in "$folder"/*.csv "$folder"/*.csv.gz; do
  [ -e "$file" ] || continue
  "$here/lstm" check "$file" --json >"$work/check" || continue
  policy=$(sed 's/.*"policy":"\([a-z]*\)".*/\1/' "$work/check")
  rows=$(sed 's/.*"file":"[^"]*","rows":\([0-9]*\),.*/\1/' "$work/check")
  targets >"$work/targets"
  columns=$(wc -l <"$work/targets")
  [ "$columns" -le "$most" ] || echo "$file: the first $most of $columns columns" >&2
  head -n "$most" "$work/targets" >"$work/first"
  while IFS= read -r column <&3; do
    figures "$file" "$column" "$policy" "$rows" 1 "$@" || continue
    season=$(sed 's/"steps":\[.*//; s/.*"season":\([0-9]*\).*/\1/' "$work/classic")
    [ "$season" -eq 1 ] || figures "$file" "$column" "$policy" "$rows" "$season" "$@" || continue
  done 3<"$work/first"
done
