#!/usr/bin/env bash
# Builds everything and runs every test: the second command of the README. Needs the .NET SDK and git, installs the rest.
#
#   ./test.sh         the tests of every change
#   ./test.sh --all   the long ones too
#
# The last line is always "N passed, N failed, N skipped", summed over all projects and checks; the exit code is 0 only
# when nothing failed and every test project ran something.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

export MEMORYVIEWS_TESTS=quick
for argument in "$@"; do
    case "$argument" in
        --all) MEMORYVIEWS_TESTS=all ;;
        *) echo "test.sh: '$argument' is unknown: the only option is --all." >&2; exit 2 ;;
    esac
done

# One language, no telemetry, and no compiler server that outlives this script.
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

Configuration=Release
Results="$(mktemp -d)"
trap 'rm -rf "$Results"' EXIT
passed=0 failed=0 skipped=0

# A project that hangs is a failure with a name, not a script that never ends. Where there is no timeout, there is no limit.
limited=()
limit() { command -v timeout >/dev/null && limited=(timeout --kill-after=10 "$1"); }
case "$MEMORYVIEWS_TESTS" in
    quick) limit 600 ;;
    all) limit 3600 ;;
esac

# Checks that are commands rather than test projects, one a line: "project under tests/|arguments". The last line of each
# must begin with "N passed, N failed" (", N skipped" may follow). A project that is not there is passed over.
console_checks() {
    echo "MemoryViews.Stress|fuzz"
    echo "MemoryViews.Conformance|vectors tests/data/vectors"
    if [ "$MEMORYVIEWS_TESTS" = all ]; then
        echo "MemoryViews.SmallWorld|--all"
        echo "MemoryViews.Stress|schedules --count 5"
        echo "MemoryViews.Stress|truncate --count 20000"
        echo "MemoryViews.Conformance|cpython --all"
        echo "MemoryViews.Conformance|cpython --refleak"
    else
        echo "MemoryViews.SmallWorld|"
        echo "MemoryViews.Stress|schedules"
        echo "MemoryViews.Stress|truncate"
        echo "MemoryViews.Conformance|cpython"
    fi
    echo "MemoryViews.Stress|races"
    echo "MemoryViews.Stress|litmus"
    echo "MemoryViews.Stress|python"
    echo "MemoryViews.Stress|gil"
    echo "MemoryViews.Stress|guard"
}

# Programs that tests use as independent witnesses, one a line: "command or file|Debian package".
witnesses() {
    cat <<'LIST'
xxd|xxd
hexdump|bsdextrautils
sqlite3|sqlite3
sox|sox
convert-im6.q16|imagemagick
gdal_translate|gdal-bin
ncgen|netcdf-bin
text2pcap|wireshark-common
tcpdump|tcpdump
/usr/share/proj/ntf_r93.gsb|proj-data
/usr/bin/python3|python3
/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0|libpython3.11
/usr/lib/python3.11/test/test_buffer.py|libpython3.11-testsuite
/usr/lib/python3/dist-packages/numpy|python3-numpy
/usr/lib/python3/dist-packages/PIL|python3-pil
LIST
}

# debian install PACKAGE... | debian update: within the time that is left until $deadline, so that a network which swallows packets
# costs minutes and not hours. Only fetching is cut off: an installation cut off half-way would leave a system that must be mended.
debian() {
    local left=$((deadline - SECONDS)) verb="$1" apt
    shift
    apt=(apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20)
    [ "$left" -gt 0 ] || return
    command -v timeout >/dev/null && apt=(timeout --kill-after=10 "$left" "${apt[@]}")
    if [ "$verb" = update ]; then
        "${apt[@]}" update >>"$log" 2>&1
        return
    fi

    "${apt[@]}" install --download-only "$@" >>"$log" 2>&1 || return
    apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=600 install --no-download "$@" >>"$log" 2>&1
}

# Tests skip where a witness is missing, so being offline or not root is no failure.
need_debian_packages() {
    local missing=() probe package
    while IFS='|' read -r probe package; do
        command -v "$probe" >/dev/null || [ -e "$probe" ] || missing+=("$package")
    done < <(witnesses)
    [ "${#missing[@]}" -eq 0 ] && return

    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "installing ${missing[*]}"
        export DEBIAN_FRONTEND=noninteractive
        local deadline=$((SECONDS + 900)) log="$Results/apt.log"
        debian install "${missing[@]}" && return
        debian update

        # One package that this Debian does not have must not keep the others away.
        debian install "${missing[@]}" && return
        for package in "${missing[@]}"; do
            debian install "$package" || echo "not installed: $package; tests that compare with it are skipped"
        done
        return
    fi

    echo "not installed: ${missing[*]}; tests that compare with them are skipped"
}

summarize() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ]
    exit
}

# A failure of the run itself counts as one failed test, so that the sum never reads as a success.
broken() {
    echo "FAILED: $1"
    failed=$((failed + 1))
}

build() {
    if ! dotnet build MemoryViews.slnx -c "$Configuration" -v q --nologo -warnaserror; then
        broken "the solution does not build"
        summarize
    fi
}

# add PASSED FAILED SKIPPED NAME
add() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
    printf '%-40s %6d passed, %d failed, %d skipped\n' "$4" "$1" "$2" "$3"
}

# attribute NAME FILE: an attribute of the report's assembly element, 0 when absent.
attribute() {
    local value
    value="$(grep -o '<assembly [^>]*>' "$2" | head -n 1 | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*')"
    echo "${value:-0}"
}

# Only what the solution names has been built just now; a binary of its own may be an old one.
is_built() {
    grep -qF "tests/$1/$1.csproj" MemoryViews.slnx && [ -f "$2" ] && return
    broken "$1 was not built: add it to MemoryViews.slnx"
    return 1
}

# The runner's own report is read rather than its text: it has one spelling in every language.
# run_project NAME [VARIABLE=VALUE]
run_project() {
    local name="$1" binary="tests/$1/bin/$Configuration/net10.0/$1.dll" report="$Results/$1.xml" log="$Results/$1.log" code=0
    shift
    is_built "$name" "$binary" || return
    rm -f "$report"
    env "$@" ${limited[@]+"${limited[@]}"} dotnet "$binary" -noLogo -noColor -xml "$report" >"$log" 2>&1 || code=$?
    name="$name${1:+ $1}"
    if [ ! -s "$report" ]; then
        cat "$log"
        broken "$name ended with exit code $code and left no report"
        return
    fi

    local bad=$(($(attribute failed "$report") + $(attribute errors "$report")))
    if [ "$bad" -ne 0 ] || [ "$code" -ne 0 ]; then
        cat "$log"
    fi

    add "$(attribute passed "$report")" "$bad" "$(attribute skipped "$report")" "$name"
    if [ "$(attribute passed "$report")" -eq 0 ] && [ "$bad" -eq 0 ]; then
        broken "$name ran no test"
    elif [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
        broken "$name ended with exit code $code"
    fi
}

# The tests of the core once more under conditions that bring faults of memory to light: native buffers between pages that nobody may touch, and
# a heap that is compacted all the time.
run_harder() {
    run_project MemoryViews.Tests MEMORYVIEWS_GUARD=1
    [ "$MEMORYVIEWS_TESTS" = all ] && run_project MemoryViews.Tests MEMORYVIEWS_HOSTILE=1
}

run_projects() {
    local project found=0
    for project in tests/*/*.csproj; do
        if grep -q '<IsTestProject>true</IsTestProject>' "$project"; then
            found=$((found + 1))
            run_project "$(basename "$project" .csproj)"
        elif grep -q 'Include="xunit' "$project"; then
            broken "$project uses xunit but does not say IsTestProject, so it would not run"
        fi
    done

    [ "$found" -gt 0 ] || broken "no test project was found under tests/"
}

run_check() {
    local name="$1" arguments="$2" binary="tests/$1/bin/$Configuration/net10.0/$1.dll" log="$Results/$1.check.log" code=0 line
    is_built "$name" "$binary" || return
    # The arguments are words of this script's own list, split on purpose.
    # shellcheck disable=SC2086
    ${limited[@]+"${limited[@]}"} dotnet "$binary" $arguments >"$log" 2>&1 || code=$?
    line="$(tail -n 1 "$log")"
    if ! [[ "$line" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)? ]]; then
        tail -n 40 "$log"
        broken "$name $arguments ended with exit code $code and no line 'N passed, N failed'"
        return
    fi

    local good="${BASH_REMATCH[1]}" bad="${BASH_REMATCH[2]}" without="${BASH_REMATCH[4]:-0}"
    [ "$bad" -eq 0 ] && [ "$code" -eq 0 ] || tail -n 200 "$log"
    add "$good" "$bad" "$without" "$name ${arguments%% *}"
    if [ "$good" -eq 0 ] && [ "$bad" -eq 0 ] && [ "$without" -gt 0 ]; then
        head -n -1 "$log" # what is missing here, and what it takes
    elif [ "$good" -eq 0 ] && [ "$bad" -eq 0 ]; then
        broken "$name $arguments checked nothing"
    elif [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
        broken "$name $arguments ended with exit code $code"
    fi
}

run_checks() {
    local name arguments
    while IFS='|' read -r name arguments; do
        [ -f "tests/$name/$name.csproj" ] && run_check "$name" "$arguments"
    done < <(console_checks)
}

need_debian_packages
build
run_projects
run_harder
run_checks
summarize
