#!/bin/sh
# A job for cron: publishes a forecast only if the model beats the naive one by enough; otherwise the last one stays.
#   examples/cron-gate.sh FILE.csv MIN_SKILL FORECAST.csv [OPTION OF train ...]
# In a crontab, for 5:30 on weekdays and a skill of at least 0.05:
#   30 5 * * 1-5  cd /srv/prices && /opt/lstm/examples/cron-gate.sh prices.csv 0.05 forecast.csv
# Forecasts and scores five steps; for another number set LSTM_HORIZON. Silent if all is well, so cron sends mail only if
# the skill was too low or something failed.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 3 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
file=$1
skill=$2
forecast=$3
shift 3
model=${forecast%.csv}.model.json

# What is published is what was scored: without the variable, predict forecasts the steps that the model was trained for.
steps=${LSTM_HORIZON:-5}
unset LSTM_HORIZON

LSTM_HORIZON=$steps "$here/lstm" train "$file" --output "$model" --update --min-skill "$skill" --quiet "$@" &&
  exec "$here/lstm" predict "$model" --output "$forecast" --force --quiet
code=$?
[ $code -ne 6 ] || echo "$forecast is the last one that was good enough" >&2
exit $code
