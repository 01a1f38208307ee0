#!/usr/bin/env bash
# Seconds and memory of looking into a sparse file of 10 GB: the promise is less than 0.3 s and less than 100 MB, at any place.
#
#   bench/memview-10gb.sh
#
# Builds the command, makes the file in a temporary folder (a few kilobytes on disk), and prints one line for each command: the best and
# the worst of five runs in seconds, and the largest resident set of them in megabytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

runs=5
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
dotnet build src/memview/memview.csproj -c Release -v q --nologo >/dev/null
memview="$PWD/src/memview/bin/Release/net10.0/memview"
truncate -s 10G "$folder/big.f32"

# Linux tells a running process its largest resident set; GNU time asks for it, and without GNU time the column is empty.
gnu_time=""
[ -x /usr/bin/time ] && gnu_time=/usr/bin/time

measure() {
    local best=999 worst=0 memory="" i begin end seconds kilobytes
    for ((i = 0; i < runs; i++)); do
        begin="$(date +%s.%N)"
        if [ -n "$gnu_time" ]; then
            "$gnu_time" -o "$folder/memory" -f %M "$memview" "$@" >/dev/null
            kilobytes="$(tail -n 1 "$folder/memory")"
            [ -z "$memory" ] || [ "$kilobytes" -gt "$memory" ] && memory="$kilobytes"
        else
            "$memview" "$@" >/dev/null
        fi
        end="$(date +%s.%N)"
        seconds="$(awk -v a="$begin" -v b="$end" 'BEGIN { printf "%.3f", b - a }')"
        best="$(awk -v a="$best" -v b="$seconds" 'BEGIN { print (a < b ? a : b) }')"
        worst="$(awk -v a="$worst" -v b="$seconds" 'BEGIN { print (a > b ? a : b) }')"
    done
    printf '%-52s %8s s %8s s %6s MB\n' "memview ${*//$folder\//}" "$best" "$worst" "${memory:+$((memory / 1024))}"
}

printf '%-52s %10s %10s %9s\n' command best worst memory
measure "$folder/big.f32" -t f4le 0
measure "$folder/big.f32" -t f4le -1
measure "$folder/big.f32" -t f4le 1_342_177_280:1_342_177_284
measure "$folder/big.f32" -t f4le
measure "$folder/big.f32" -t f4le ::2_621_440
measure "$folder/big.f32" -t f4le -S 16384,16384,10 ::4096,::4096,0
measure "$folder/big.f32" -t id:u4le,xyz:f4le[3]
measure hex "$folder/big.f32" -s -4KiB
