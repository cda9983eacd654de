#!/bin/sh
# layers.sh FOLDER: runs FOLDER/setup.sh over this machine's own files, in a layer that is in memory
# and goes with it. Nothing is installed on the machine. Needs root.
set -e
folder=$1
mount --make-rprivate /
mkdir -p "$folder/layers"
mount -t tmpfs tmpfs "$folder/layers"
cd "$folder/layers"
mkdir changed work root
mount -t overlay overlay -o "lowerdir=/,upperdir=$PWD/changed,workdir=$PWD/work" root
mount -t proc proc root/proc
mount --rbind /dev root/dev
mount -t tmpfs tmpfs root/run
mkdir root/peers
mount --bind "$folder" root/peers
exec chroot root sh /peers/setup.sh
