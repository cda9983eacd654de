#!/bin/sh
# shellcheck disable=SC2154 # given by udhcpc
# What udhcpc runs at each turn of a lease, as a phone does with its Wi-Fi. $AT: the phone's own folder.
set -eu
case $1 in
deconfig)
  ip -4 address flush dev "$interface"
  ip link set dev "$interface" up
  ;;
bound | renew)
  # A phone that renews its lease keeps its address meanwhile: its browser would drop what it asks.
  ip -4 -o address show dev "$interface" | grep -q " $ip/" || ip -4 address flush dev "$interface"
  ip address replace "$ip/$mask" dev "$interface"
  for way in ${router:-}; do ip route replace default via "$way" dev "$interface"; done
  : >"$AT/resolv.conf"
  for server in ${dns:-}; do echo "nameserver $server" >>"$AT/resolv.conf"; done
  ;;
esac
echo "$1 ${ip:-} ${router:-} ${dns:-} ${lease:-} ${serverid:-}" >>"$AT/lease.log"
