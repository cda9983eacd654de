#!/bin/sh
# shellcheck disable=SC2016 # what stands between quotes is run inside
# Boots a bare Debian as a machine: its own mounts, processes, network, name and control group; systemd is its first process.
# boot.sh PLACE CGROUP LOWER CHANGES KEY : PLACE is its network's namespace, CHANGES holds upper, work and root, KEY is seen at /media/cle.
set -eu
place=$1 cgroup=$2
shift 2
mkdir -p "$cgroup"
echo $$ >"$cgroup/cgroup.procs"
exec ip netns exec "$place" unshare --mount --propagation private --uts --ipc --cgroup --pid --fork --kill-child sh -euc '
lower=$1 changes=$2 key=$3
mount -t overlay overlay -o "lowerdir=$lower,upperdir=$changes/upper,workdir=$changes/work" "$changes/root"
cd "$changes/root"
mkdir -p media/cle
[ -z "$key" ] || mount --bind -o ro "$key" media/cle
mount -t proc -o nosuid,nodev,noexec proc proc
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs sys
mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755,nosuid tmpfs dev
for one in null zero full random urandom tty; do : >"dev/$one"; mount --bind "/dev/$one" "dev/$one"; done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs dev/shm
for pair in fd: stdin:/0 stdout:/1 stderr:/2; do ln -s "/proc/self/fd${pair#*:}" "dev/${pair%%:*}"; done
mount -t tmpfs -o mode=755,nosuid,nodev tmpfs run
# Only its network is its own to tune; each start is another to it, as of a machine that was unplugged.
mkdir run/net
mount --bind proc/sys/net run/net
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount --move run/net proc/sys/net
rmdir run/net
cat /proc/sys/kernel/random/uuid >run/boot-id
mount --bind -o ro run/boot-id proc/sys/kernel/random/boot_id
[ ! -e proc/sysrq-trigger ] || mount --bind /dev/null proc/sysrq-trigger
hostname bar
mkdir run/outside
pivot_root . run/outside
umount -l /run/outside
rmdir /run/outside
# As systemd does where it is alone: a key that is mounted is seen by those who were started before.
mount --make-rshared /
exec env -i container=cocote PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  setpriv --bounding-set -sys_time,-sys_module,-sys_rawio /usr/lib/systemd/systemd --log-target=journal --show-status=0
' boot "$@"
