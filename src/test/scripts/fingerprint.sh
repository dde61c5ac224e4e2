#!/usr/bin/env bash
# Runs some hundred commands over data/ and prints a hash of each model, output and exit code:
# two builds that print the same lines write the same bytes. Messages (standard error) are not part of it.
#
#   fingerprint.sh [LAUNCHER] [DATA] > lines.txt
set -u
lstm=$(realpath "${1:-./lstm}")
data=$(realpath "${2:-$(dirname "$lstm")/data}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
cp "$data"/*.csv .
export LC_ALL=C.UTF-8
number=0

# Runs a command; prints its number, exit code, hash of standard output, and hashes of the files it made or changed.
run() {
  number=$((number + 1))
  touch mark
  sleep 0.01
  "$lstm" "$@" >out.bin 2>err.txt </dev/null
  code=$?
  printf '%03d %3d %s  lstm %s\n' "$number" "$code" "$(sed -E 's/"seconds":[0-9.]+//; s/"error":"[^"]*"//' out.bin | sha256sum | cut -c1-16)" "$*"
  find . -type f -newer mark ! -name out.bin ! -name err.txt ! -name mark ! -name '*.html' | sort | while read -r file; do
    printf '        %s  %s\n' "$(sha256sum <"$file" | cut -c1-16)" "$file"
  done
}
t="--units 3 --layers 1 --lookback 12 --epochs 2"

for file in *.csv; do run check "$file" --json; done
for cell in lstm peephole coupled gru gru-original rnn; do run train goog.csv $t --cell "$cell" --json -o "$cell.json"; done
run train goog.csv --epochs 1 --threads 2 -o classic.json
for transform in difference relative log log-return seasonal-difference seasonal-change; do
  run train airline-passengers.csv $t --transform "$transform" --scaler standard --horizon 6 -o "t-$transform.json" --json
done
run train airline-passengers.csv --config "$(dirname "$lstm")/examples/yearly.yaml" --epochs 5 -o yearly.json
run train airline-passengers.csv $t --horizon 12 --strategy recursive -o recursive.json
run train sunspots.csv $t --loss huber --optimizer adamw --schedule cosine --clip-norm 1 --patience 1 -o huber.json
run train sunspots.csv $t --loss quantile --level 80,95 -o quantile.json
run train goog.csv $t --loss quantile -o quantile-default.json
run train eu-stock-markets.csv --units 3 --lookback 12 --epochs 2 --target DAX --features SMI,CAC --dropout 0.3 --layers 2 -o dax.json
run train eu-stock-markets.csv $t --target DAX --target SMI --known-ahead FTSE -o two.json --json
run train co2-weekly.csv $t --missing interpolate -o co2.json
run train co2-weekly.csv $t --missing mask -o mask.json
run train seattle-weather.csv $t --target temp_max --calendar auto --validation 0 -o weather.json
run train electricity-demand.csv --units 3 --layers 1 --residual 48,336 --lookback 336 --epochs 1 --epoch-windows 200 --scaler window -o residual.json
run train airline-passengers.csv --preset accurate --epochs 20 -o accurate.json --json
run train sunspots.csv --preset accurate --epochs 2 --horizon 24 -o accurate2.json
run train goog.csv dow-jones.csv --target close $t --transform log-return --scaler window --epoch-windows 500 -o all.json --json
run train goog.csv dow-jones.csv --target close --preset accurate --epochs 1 --epoch-windows 300 -o all2.json
run train goog.csv $t --cell lstm -o lstm.json --update --json
run train goog.csv --units 3 --layers 1 --lookback 12 --cell lstm --epochs 3 -o lstm.json --update --json
run train goog.csv $t --min-skill 0.9 -o gate.json
run train goog.csv $t --plot goog.svg -o plot.json
run train us-employment.csv $t --target nonfarm --missing drop -o jobs.json
run predict lstm.json --horizon 10
run predict lstm.json goog.csv --horizon 3 --format ndjson
run predict lstm.json goog.csv --horizon 3 --format json --level 50,80,95
run predict lstm.json goog.csv --horizon 3 --format table
run predict lstm.json --horizon 5 --intervals dropout -o dropout.csv
run predict quantile.json --horizon 5 --intervals quantile --level 80,95
run future two.json --horizon 3 -o future.csv
sed "s/,$/,5000/" future.csv >known.csv
run predict two.json --horizon 3 --future known.csv
run predict two.json --horizon 3
run predict t-log-return.json --horizon 15 --plot forecast.svg -o forecast.csv
run predict yearly.json --horizon 24
run predict all.json goog.csv dow-jones.csv --horizon 5 -o all.csv
run predict mask.json co2-weekly.csv --missing mask
run evaluate lstm.json goog.csv --json
run evaluate lstm.json goog.csv -o scored.csv --plot scored.svg
run evaluate yearly.json airline-passengers.csv --horizon 12 --json
run evaluate yearly.json airline-passengers.csv --horizon 12 -o steps.csv
run evaluate all.json goog.csv dow-jones.csv --json
run evaluate all.json goog.csv dow-jones.csv -o alls.csv
run evaluate weather.json seattle-weather.csv --json --level 80
run backtest airline-passengers.csv $t --horizon 6 --origins 3 --refit 2 -o back.csv --json
run backtest airline-passengers.csv $t --horizon 6 --origins 3 --plot back.svg -o back2.csv
run backtest goog.csv $t --origins 5 --every 2 --intervals dropout --json
run backtest airline-passengers.csv --preset accurate --epochs 5 --horizon 12 --origins 2 --json
run tune airline-passengers.csv --horizon 12 --trials 2 -o tuned.json --json
run tune goog.csv --trials 2 --epochs 2 --seed 3 -o tuned2.json --json
head -900 goog.csv >early.csv
run train early.csv $t -o early.json
run update early.json goog.csv --epochs 2 -o updated.json --json
run update early.json goog.csv --epochs 2 --validation 0 -o updated2.json
run update updated.json goog.csv
run inspect lstm.json --json
run inspect classic.json --json
run inspect lstm.json --weights layer1.U
run inspect all.json --json
run explain lstm.json goog.csv -o gates.csv
run explain gru.json goog.csv --json
run explain peephole.json goog.csv -o gates2.csv --plot gates.svg
run compare airline-passengers.csv $t -o cells.csv --plot cells.svg
run compare airline-passengers.csv $t --cells lstm,rnn
run compare --task adding --steps 20 --epochs 2 --units 4
run plot forecast.csv -o drawn.svg
run plot back.csv -o drawn2.svg
run plot forecast.csv -o drawn.png
run batch goog.csv airline-passengers.csv -o nightly $t --jobs 1
run batch goog.csv airline-passengers.csv -o nightly $t --jobs 2 --horizon 4
printf 'file,epochs,name\ngoog.csv,1,g\nnone.csv,1,n\n' >list.csv
run batch list.csv -o nightly2 $t --jobs 1
run completion bash
run train goog.csv $t --print-config
# Errors.
run train none.csv
run train goog.csv --units 0
run train goog.csv --unknown
run train goog.csv $t -o lstm.json
run train goog.csv --lookback 5000
run train goog.csv --target nothing
run train goog.csv $t --optimizer sgd --learning-rate 1e30 -o diverged.json
run train co2-weekly.csv $t -o co2b.json
run predict none.json
run predict goog.csv
run predict lstm.json airline-passengers.csv
run evaluate lstm.json none.csv
run backtest goog.csv --origins 0
run train goog.csv $t -o /nowhere/x.json
run batch none.csv -o nightly3
run tune goog.csv --trials 0
run check none.csv
run inspect goog.csv
run explain lstm.json early.csv --plot gates.svg
