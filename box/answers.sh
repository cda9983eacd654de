# shellcheck shell=sh
# The answers of a box: /etc/cocote/box.conf, lines KEY='value'. Nothing here is ever run as shell: a file is read line by line, and a
# value is held against its rule before it is used or written. A value holds no quote, no control character and no line's end, so that
# a shell, systemd (EnvironmentFile) and Node read the same.

ANSWERS='NAME SSID RADIO WIRED COUNTRY CHANNEL ADDRESS'

bytes() { printf %s "$1" | wc -c | tr -d ' '; }

# One line of printable UTF-8; the invisible ones that turn or split what is read are refused too (U+200B, U+200E, U+202A…).
is_line() {
  [ -n "$1" ] || return 1
  [ "$(printf %s "$1" | LC_ALL=C tr -d '\000-\037\177' | wc -c)" -eq "$(printf %s "$1" | wc -c)" ] || return 1
  printf %s "$1" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1 || return 1
  if printf %s "$1" | LC_ALL=C grep -aq "$(printf '\302[\200-\237]\|\342\200[\213\216\217\250-\256]\|\342\201[\240-\257]')"; then return 1; fi
}

# The apostrophe of print in place of the typewriter's: a name never closes its quotes.
printed() { printf %s "$1" | sed "s/'/’/g; s/^[[:space:]]*//; s/[[:space:]]*\$//"; }

# As many whole characters as fit in $2 bytes: a Wi-Fi's name holds 32.
fitting() {
  fit_text=$1
  while [ "$(bytes "$fit_text")" -gt "$2" ]; do fit_text=$(printf %s "$fit_text" | LC_ALL=C.UTF-8 sed 's/.$//'); done
  printf %s "$fit_text" | sed 's/[[:space:]]*$//'
}

is_address() {
  printf %s "$1" | grep -Eqx '([0-9]{1,3}\.){3}[0-9]{1,3}' || return 1
  # shellcheck disable=SC2086 # four numbers, cut at their points
  (IFS=.; set -- $1; for part in "$@"; do [ "$part" -le 255 ] && case $part in 0?*) exit 1 ;; esac || exit 1; done; [ "$4" -ge 1 ] && [ "$4" -lt 50 ])
}

# Says what is wrong with an answer, in a sentence, and fails; says nothing when it may be kept.
fault_of() {
  case $1 in
  NAME) if ! is_line "$2" || [ "$(bytes "$2")" -gt 80 ]; then echo 'Le nom de la borne tient sur une ligne, sans caractère invisible, en 80 octets au plus.'; return 1; fi ;;
  SSID) if ! is_line "$2" || [ "$(bytes "$2")" -gt 32 ]; then echo 'Le nom du Wi-Fi tient en 32 octets (une lettre accentuée en prend deux), sans caractère invisible.'; return 1; fi ;;
  RADIO) if ! is_line "$2" || ! printf %s "$2" | grep -Eqx '[A-Za-z0-9][A-Za-z0-9_.-]{0,14}'; then echo 'La radio se nomme comme « ip link » la nomme (wlan0), ou « aucune ».'; return 1; fi ;;
  WIRED) case $2 in yes | no) ;; *) echo 'Pour le câble, répondez oui ou non.'; return 1 ;; esac ;;
  COUNTRY) if ! is_line "$2" || ! printf %s "$2" | grep -Eqx '[A-Z]{2}'; then echo 'Le pays s’écrit en deux majuscules : FR.'; return 1; fi ;;
  CHANNEL) case $2 in [1-9] | 1[0-3]) ;; *) echo 'Le canal va de 1 à 13 (1, 6 ou 11 se gênent le moins).'; return 1 ;; esac ;;
  ADDRESS) if ! is_line "$2" || ! is_address "$2"; then echo 'L’adresse est du genre 10.10.10.10, et finit par un nombre de 1 à 49.'; return 1; fi ;;
  *) echo "« $1 » n’est pas une réponse connue : $ANSWERS."; return 1 ;;
  esac
}

# What people say, as it is kept.
said_as() {
  case $1 in
  NAME | SSID) printed "$2" ;;
  RADIO) case $2 in '' | aucune | none | non) printf none ;; *) printf %s "$2" ;; esac ;;
  WIRED) case $2 in oui | o | O | Oui | OUI | yes | y) printf yes ;; non | n | N | Non | NON | no) printf no ;; *) printf %s "$2" ;; esac ;;
  *) printf %s "$2" ;;
  esac
}

# answer KEY VALUE: keeps it in the variable of that name, or says why not and fails.
answer() {
  answer_value=$(said_as "$1" "$2"; printf x)
  answer_value=${answer_value%x}
  fault_of "$1" "$answer_value" || return 1
  eval "$1=\$answer_value"
}

# What a text written elsewhere begins and ends its lines with, and nobody sees.
MARK=$(printf '\357\273\277')
RETURN=$(printf '\r')

# read_answers FILE: the first line that is none stops all, in a sentence.
# read_answers FILE good: such a line is said and left out, and the others are kept.
read_answers() {
  while IFS= read -r line || [ -n "$line" ]; do
    line=${line#"$MARK"} line=${line%"$RETURN"}
    case $line in '' | '#'*) continue ;; esac
    key=${line%%=*}
    value=${line#*=}
    case $key in *[!A-Z]* | '') key='' ;; esac
    case $value in "'"*"'") value=${value#?} value=${value%?} ;; *) key='' ;; esac
    case $value in *"'"*) key='' ;; esac
    case " $ANSWERS " in *" $key "*) ;; *) key='' ;; esac
    if [ -z "$key" ]; then
      printf 'Cette ligne de %s ne se lit pas (il faut CLÉ='\''valeur'\'') : %s\n' "$1" "$(printf %s "$line" | LC_ALL=C tr -d '\000-\037\177')"
      [ "${2:-}" = good ] || return 1
    elif ! answer "$key" "$value"; then
      [ "${2:-}" = good ] || return 1
    fi
  done <"$1"
}

# whole_answers FILE: the same, and none may be missing.
whole_answers() {
  read_answers "$1" || return 1
  for key in $ANSWERS; do
    if eval "[ -z \"\${$key+set}\" ]"; then
      echo "Il manque $key dans $1 : relancez « sudo box/install --ask »."
      return 1
    fi
  done
}

# write_answers FILE: whole or not at all.
write_answers() {
  {
    echo '# Les réponses données à l’installation. Relancez box/install après un changement.'
    for key in $ANSWERS; do
      eval "value=\$$key"
      # shellcheck disable=SC2154 # given by the line above
      printf "%s='%s'\n" "$key" "$value"
    done
  } >"$1.new"
  chmod 644 "$1.new"
  sync -- "$1.new"
  mv "$1.new" "$1"
}
