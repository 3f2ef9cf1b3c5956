#!/usr/bin/env bash
# usage: clean-copy.sh FOLDER
# Clones the project into a new folder and commits there whatever the working tree has beyond its last commit.
set -euo pipefail
project=$(cd "$(dirname "$0")/.." && pwd)
copy=$1

unset $(git rev-parse --local-env-vars)
git clone --quiet --no-checkout "$project" "$copy"
git -C "$copy" --work-tree="$project" add --all
git -C "$copy" -c user.name=check -c user.email=check@example.org -c commit.gpgSign=false -c core.hooksPath=/dev/null \
  commit --quiet --allow-empty --message 'Working tree'
git -C "$copy" checkout --quiet --force HEAD
