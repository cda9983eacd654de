# shellcheck shell=sh
# What became of something: `ok` or `no`, milliseconds since 1970, a word that the page has a sentence for, then details, a line each.

now_ms() { echo "$(date +%s)000"; }

# outcome FILE ok|no KEY [DETAIL…]: beside, then renamed, into a folder that only root writes in.
outcome() {
  outcome_file=$1
  shift
  folder=$(dirname -- "$outcome_file")
  # A folder that somebody else could change is none of ours.
  if [ -L "$folder" ] || [ "$(stat -c '%u' -- "$folder" 2>/dev/null)" != 0 ]; then
    echo "$folder n’est pas à root : rien n’y est écrit." >&2
    return 1
  fi
  {
    echo "$1"
    now_ms
    shift
    for line in "$@"; do printf '%s\n' "$line" | LC_ALL=C tr -d '\000-\011\013-\037\177' | head -c 500 | head -n 1; done
  } >"$outcome_file.new"
  chmod 644 "$outcome_file.new"
  mv -f -- "$outcome_file.new" "$outcome_file"
}
