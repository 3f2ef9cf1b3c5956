#!/usr/bin/env bash
# What only real shells and terminals show: completion in bash, zsh and fish, the manual in man and mandoc, colours on
# a terminal, closed and full streams, interruption. Needs a build, and Debian's packages zsh, fish, man-db, groff,
# mandoc and bsdutils.
set -uo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
unset NO_COLOR FORCE_COLOR GOUJI_LANG CI
export TERM=xterm

for program in zsh fish man groff mandoc script; do
  command -v "$program" >/dev/null || {
    printf 'not installed: %s\n' "$program" >&2
    exit 2
  }
done

mkdir -p "$work/bin" "$work/reports"
printf '#!/bin/sh\nexec node "%s/bin/gouji.js" "$@"\n' "$project" >"$work/bin/gouji"
chmod +x "$work/bin/gouji"
export PATH=$work/bin:$PATH
cd "$work/reports" || exit
report=年报2020.csv
cp "$project"/fixtures/demo/示例县/白马乡2020年政府信息公开工作年度报告.csv "$report"
for shell in bash zsh fish; do gouji completion "$shell" >"$work/completion.$shell"; done

# expect TITLE EXPECTED ACTUAL
expect() {
  if [ "$2" = "$3" ]; then
    printf '  %s\n' "$1"
  else
    printf '  %s: not %q but %q\n' "$1" "$2" "$3"
    failed=1
  fi
}

echo completion
fish_offers() { fish --no-config -c "source $work/completion.fish; complete -C $(printf %q "$1")" | cut -f1 | paste -sd' '; }
zsh_makes() {
  zsh -f -c '
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell "PROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source $1; echo rea\dy"
    zpty -r shell seen "*ready*"
    zpty -w -n shell "$2"$'"'\\t'"'
    sleep 1
    zpty -w -n shell $'"'\\x01echo made: \\n'"'
    zpty -r shell seen $'"'*\\nmade: *\\n'"'
    zpty -d shell
    print -r -- "$seen"' zsh "$work/completion.zsh" "$1" | tr -d '\r' | sed -n 's/^made: //p' | sed 's/ *$//'
}
bash_makes() {
  bash --norc -c 'source "$1"; read -ra COMP_WORDS <<<"$2"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _gouji; echo "${COMPREPLY[*]}"' \
    bash "$work/completion.bash" "$1"
}
expect 'bash: a command' 'check' "$(bash_makes 'gouji che')"
expect 'fish: a command' 'check' "$(fish_offers 'gouji che')"
expect 'fish: a format' 'json' "$(fish_offers 'gouji rules -f js')"
expect 'fish: values' 'standard strict' "$(fish_offers 'gouji check --profile ')"
expect 'fish: a rule' 'outcome-total-mismatch' "$(fish_offers 'gouji explain outcome')"
expect 'fish: an option behind another' '--quiet' "$(fish_offers 'gouji check --lang en --qui')"
expect 'fish: a file' "$report" "$(fish_offers "gouji check 年")"
expect 'fish: a file of an output' "$report" "$(fish_offers "gouji check -o 年")"
expect 'zsh: a command' 'gouji check' "$(zsh_makes 'gouji che')"
expect 'zsh: an option' 'gouji check --quiet' "$(zsh_makes 'gouji check --qui')"
expect 'zsh: a value' 'gouji check --profile strict' "$(zsh_makes 'gouji check --profile str')"
expect 'zsh: a value behind =' 'gouji check --profile=strict' "$(zsh_makes 'gouji check --profile=str')"
expect 'zsh: a rule' 'gouji explain outcome-total-mismatch' "$(zsh_makes 'gouji explain outcome')"
expect 'zsh: a command behind an option' 'gouji --lang en check' "$(zsh_makes 'gouji --lang en che')"

echo manual
for page in gouji.1 zh_CN/gouji.1; do
  for width in 60 80 120; do
    expect "$page on $width columns" '' "$(MANWIDTH=$width LC_ALL=C.UTF-8 man --warnings --local-file "$project/man/$page" 2>&1 >"$work/shown")"
  done
  expect "$page is not empty" yes "$(grep -q GOUJI_LANG "$work/shown" && echo yes)"
  # The only thing it misses is a date, which would change without a reason.
  expect "$page in mandoc" '' "$(mandoc -T lint -W warning "$project/man/$page" | grep -v 'missing date')"
done

echo colours
on_terminal() { script --quiet --return --command "$*" /dev/null </dev/null; }
colour() { if grep -q $'\e\['; then echo colour; else echo plain; fi; }
check="gouji check '$report'"
expect 'a terminal' colour "$(on_terminal "$check" | colour)"
expect 'a pipe' plain "$(eval "$check" | colour)"
expect 'NO_COLOR' plain "$(on_terminal "NO_COLOR=1 $check" | colour)"
expect 'TERM=dumb' plain "$(on_terminal "TERM=dumb $check" | colour)"
expect 'FORCE_COLOR=0' plain "$(on_terminal "FORCE_COLOR=0 $check" | colour)"
expect 'FORCE_COLOR in a pipe' colour "$(FORCE_COLOR=1 gouji check "$report" | colour)"
expect '--no-color' plain "$(on_terminal "FORCE_COLOR=1 $check --no-color" | colour)"
expect 'NO_COLOR and FORCE_COLOR: colour' colour "$(on_terminal "NO_COLOR=1 FORCE_COLOR=1 $check" | colour)"
expect 'NO_COLOR and FORCE_COLOR: nothing else' '' "$(on_terminal "NO_COLOR=1 FORCE_COLOR=1 $check >$work/out" 2>&1)"

echo streams
for index in $(seq 200); do cp "$report" "copy $index.csv"; done
# status OF RUNNING WHAT FOLLOWS
status_of() { (set -o pipefail && eval "$1") >/dev/null 2>"$work/said"; echo $?; }
said() { sed "s/$(printf '\e')\[[0-9;]*m//g" "$work/said"; }
expect 'a reader that leaves: exit' 0 "$(status_of 'gouji check . -f json | head -n 1')"
expect 'a reader that leaves: silence' '' "$(said)"
expect 'a reader that leaves a wrong use: exit' 2 "$(status_of 'gouji check . nothing.csv -f json | head -n 1')"
gouji check . -f json >"$work/printed"
gouji check . -f json -o "$work/stored"
expect 'the same, printed and stored' '' "$(cmp "$work/printed" "$work/stored" 2>&1)"
expect 'the same, piped' "$(wc -c <"$work/stored")" "$(gouji check . -f json | wc -c)"
expect 'a full disk: exit' 2 "$(status_of "gouji check '$report' >/dev/full")"
expect 'a full disk: sentence' '错误：结果没有全部输出（ENOSPC）。' "$(said)"
expect 'a full disk for messages: exit' 2 "$(status_of 'gouji check nothing.csv 2>/dev/full')"
expect 'a full disk for a file: exit' 2 "$(status_of "gouji check '$report' -f json:/dev/full")"
expect 'a full disk for a file: sentence' '错误：无法写入“/dev/full”（ENOSPC）。' "$(said)"
expect 'standard output closed: exit' 1 "$(status_of "gouji check '$report' >&-")"
expect 'standard error closed: exit' 2 "$(status_of 'gouji check nothing.csv 2>&-')"
expect 'a folder as standard input: exit' 2 "$(status_of 'gouji check - <.')"

echo interruption
# At many moments around the writing of a large file: the signal ends the run, and no part of a file is left.
mkdir "$work/outputs"
whole=$({ TIMEFORMAT=%R; time gouji check . -f json:"$work/stored" >/dev/null; } 2>&1)
interrupted=0
for part in $(seq 50 100); do
  timeout --preserve-status --signal=INT "$(awk "BEGIN { print $whole * $part / 100 }")" \
    node "$project/bin/gouji.js" check . -f json:"$work/outputs/result.json" >/dev/null 2>&1
  status=$?
  case $status in
  1) ;;
  130) interrupted=$((interrupted + 1)) ;;
  *) expect "exit after $part % of $whole s" '1 or 130' "$status" ;;
  esac
  if [ -e "$work/outputs/result.json" ] && ! cmp -s "$work/stored" "$work/outputs/result.json"; then
    expect "the file after $part % of $whole s" whole cut
  fi
  rm -f "$work/outputs/result.json"
done
printf '  interrupted %d times of 51\n' "$interrupted"
expect 'what is left' '' "$(find "$work/outputs" -name '.*.tmp')"

exit $failed
