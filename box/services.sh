# shellcheck shell=sh
# What runs on a box, and how it learns that what it reads has changed. Wants $RADIO (answers.sh).

# Those that start by themselves; the radio's only where there is one.
services() {
  echo cocote-firewall.service
  [ "$RADIO" = none ] || echo cocote-wifi.service cocote-names.service
  echo cocote.service cocote-settle.service cocote-doer.path cocote-check.timer cocote-sweep.timer
}

# Which file a service reads beside its unit.
read_by() {
  case $1 in
  cocote-wifi.service) echo /etc/cocote/hostapd.conf ;;
  cocote-names.service) echo /etc/cocote/dnsmasq.conf ;;
  esac
}
has_changed() { [ -n "$1" ] && grep -qsFx -- "$1" "$changed"; }

# What the machine would not take up now, it takes up at its next start: no reason to refuse a version that answers.
beside() { echo "« $1 » n’a pas abouti : ce réglage sera pris au prochain démarrage." >&2; }

# go_live FILE: every change that FILE names, a path a line, is taken up now, and what is new begins. Not the page: whoever changes its
# version starts it and waits for it. Nothing is waited for here, since that may be asked from within a start.
go_live() {
  changed=$1
  systemctl daemon-reload || return 1
  # shellcheck disable=SC2046 # a list of names
  systemctl -q enable $(services) || return 1
  for service in $(services); do
    case $service in cocote.service | cocote-settle.service) continue ;; esac
    if has_changed "/etc/systemd/system/$service" || has_changed "$(read_by "$service")" || ! systemctl -q is-active "$service"; then
      systemctl restart --no-block "$service" || return 1
    elif [ "$service" = cocote-firewall.service ] && has_changed /etc/cocote/nftables.conf; then
      # Nobody loses the Wi-Fi for it.
      systemctl reload --no-block "$service" || return 1
    fi
  done
  if has_changed /etc/udev/rules.d/90-cocote.rules; then udevadm control --reload || beside 'udevadm control --reload'; fi
  if has_changed /etc/tmpfiles.d/cocote.conf; then systemd-tmpfiles --create /etc/tmpfiles.d/cocote.conf || beside 'systemd-tmpfiles --create'; fi
  if has_changed /etc/sysctl.d/90-cocote.conf; then sysctl -q -p /etc/sysctl.d/90-cocote.conf || beside 'sysctl -p'; fi
  if has_changed /etc/systemd/journald.conf.d/90-cocote.conf; then systemctl restart --no-block systemd-journald || beside 'systemctl restart systemd-journald'; fi
}
