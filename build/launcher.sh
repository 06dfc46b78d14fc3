#!/bin/sh
# Starts Fonds on Linux. Two things must be said to Chromium before any of our code runs: that a verb of the terminal
# needs neither its sandbox nor its log, and that root cannot have a sandbox.
program="$(dirname -- "$(readlink -f -- "$0")")/fonds-bin"
for word in "$@"; do
  case "$word" in
    --archive | --archive=*) break ;;
    --help | -h | --version) exec "$program" --no-sandbox --log-level=3 "$@" ;;
    -*) ;;
    *.fonds | *.fonds/ | *.fonds/archive.db) break ;;
    *) exec "$program" --no-sandbox --log-level=3 "$@" ;;
  esac
done
if [ "$(id -u)" = 0 ]; then exec "$program" --no-sandbox "$@"; fi
exec "$program" "$@"
