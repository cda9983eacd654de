# shellcheck shell=sh
# What CoCoTe puts on the machine, and the list of it: /etc/cocote/put, one thing a line, in the order in which it came.
#   file PATH · dir PATH (was not there; taken away when empty) · tree PATH (with all that it holds) · user NAME
# What is not listed is never taken away.

LIST=/etc/cocote/put
# Who runs the page.
OWNER=cocote

noted() {
  if [ -f "$LIST" ] && grep -Fqx -- "$1 $2" "$LIST"; then return; fi
  printf '%s %s\n' "$1" "$2" >>"$LIST"
  # A plug that is pulled once the installation was said to be done takes no line of it along.
  sync -- "$LIST"
}

# Each folder that was not there, from the top.
put_folder() {
  [ ! -d "$1" ] || return 0
  put_folder "$(dirname -- "$1")"
  # Listed first: cut in between, it is known all the same. The folder of the list itself can't be.
  [ "$1" = "${LIST%/*}" ] || noted dir "$1"
  mkdir -m 755 -- "$1"
  noted dir "$1"
}

# put_file PATH [MODE], its content on the standard input: beside, then renamed. A file that was there and is not ours is kept.
put_file() {
  put_folder "$(dirname -- "$1")"
  if [ -e "$1" ] && ! { [ -f "$LIST" ] && grep -Fqx -- "file $1" "$LIST"; }; then
    echo "$1 existe déjà et n’est pas à CoCoTe : rien n’y est changé." >&2
    cat >/dev/null
    return 1
  fi
  cat >"$1.cocote-new"
  chmod "${2:-644}" "$1.cocote-new"
  # Whoever takes changes up learns which.
  if [ -n "${CHANGED:-}" ] && ! cmp -s -- "$1.cocote-new" "$1"; then echo "$1" >>"$CHANGED"; fi
  noted file "$1"
  sync -- "$1.cocote-new"
  mv -- "$1.cocote-new" "$1"
}

# A template with the answers in place of their names. Each was held against its rule; the name itself is in none but in hexadecimal.
filled() {
  ssid_hex=$(printf %s "$SSID" | od -An -v -tx1 | tr -d ' \n')
  wired_rule='' out_rule='' names_rule=''
  if [ "$WIRED" != yes ]; then
    wired_rule="    iifname != { \"lo\", \"$RADIO\" } tcp dport { 80, 443 } reject with tcp reset"
    out_rule="    meta skuid \"$OWNER\" oifname != { \"lo\", \"$RADIO\" } reject with icmpx type admin-prohibited"
    # A name is asked of a program of this machine, which would ask it outside.
    names_rule="    meta skuid \"$OWNER\" meta l4proto { tcp, udp } th dport 53 reject with icmpx type admin-prohibited"
  fi
  sed -e "s|@RADIO@|$RADIO|g" -e "s|@SSID_HEX@|$ssid_hex|g" -e "s|@COUNTRY@|$COUNTRY|g" -e "s|@CHANNEL@|$CHANNEL|g" \
    -e "s|@ADDRESS@|$ADDRESS|g" -e "s|@NETWORK@|${ADDRESS%.*}|g" -e "s|@WIRED_RULE@|$wired_rule|g" \
    -e "s|@OUT_RULE@|$out_rule|g" -e "s|@NAMES_RULE@|$names_rule|g" -- "$1"
}

take_file() {
  rm -f -- "$1"
  [ ! -f "$LIST" ] || { grep -Fvx -- "file $1" "$LIST" >"$LIST.new" || true; mv -- "$LIST.new" "$LIST"; }
}
