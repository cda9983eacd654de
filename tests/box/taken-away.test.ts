import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { type Layers, openLayers } from './layers.ts'

/** What is put on a machine is taken away again, whatever is cut; and nothing else is. */
const on = (
  name: string,
  story: (of: Layers) => void,
  of: Parameters<typeof openLayers>[0] = {},
): void =>
  void test(name, { skip: noGround }, () => {
    const layers = openLayers(of)
    try {
      story(layers)
    } finally {
      layers.end()
    }
  })
const INSTALL = '$FOLDER/kit/box/install --yes --no-systemd </dev/null'
/** What stays of a box whose data are kept. */
const KEPT = ['var/lib/cocote']
/** Each of these ends the whole group that it runs in, at the step that $KILL_AT counts to. */
const FATAL = ['rm', 'rmdir', 'mv', 'mkdir', 'useradd', 'userdel', 'chown', 'touch'] as const
const fatal = (of: Layers): void => {
  for (const name of FATAL)
    of.stub(
      name,
      `n=$(($(cat "$FOLDER/steps" 2>/dev/null || echo 0) + 1)); echo $n >"$FOLDER/steps"
[ "$n" != "\${KILL_AT:-}" ] || kill -9 0
PATH=/usr/sbin:/usr/bin:/sbin:/bin; exec ${name} "$@"`,
    )
}

on('a removal that is killed, at any step, is finished by the same command', of => {
  fatal(of)
  const { status, said, left } = of.run(`
# The data of a box that went are there from the second time on.
for turn in first second; do
  ${INSTALL} >/dev/null
  echo 0 >$FOLDER/steps
  /etc/cocote/uninstall >/dev/null
done
steps=$(cat $FOLDER/steps)
[ "$steps" -gt 40 ]
at=1
while [ $at -le $steps ]; do
  ${INSTALL} >/dev/null
  echo 0 >$FOLDER/steps
  KILL_AT=$at setsid -w /etc/cocote/uninstall >/dev/null && exit 3 || true
  # The last thing that goes is the command itself, and the folder that it stood in, empty.
  if [ -x /etc/cocote/uninstall ]; then /etc/cocote/uninstall >/dev/null; else rmdir /etc/cocote || exit 4; fi
  find /etc /opt /run /media -name '*cocote*' | sed "s/^/step $at: /"
  [ $at -gt $((steps - 6)) ] && at=$((at + 1)) || at=$((at + 5))
done`)
  assert.equal(status, 0, said)
  assert.equal(said.trim(), '')
  assert.deepEqual(
    left.filter(name => !/^var\/lib\/cocote\/data/.test(name)),
    KEPT,
  )
})

on('an installation that is killed, at any step, is undone by one command', of => {
  fatal(of)
  const { status, said, left } = of.run(`
echo 0 >$FOLDER/steps
${INSTALL} >/dev/null
steps=$(cat $FOLDER/steps)
/etc/cocote/uninstall --data-too --yes >/dev/null
[ "$steps" -gt 40 ]
# The first two make the folder and put there what undoes.
at=3
while [ $at -le $steps ]; do
  echo 0 >$FOLDER/steps
  KILL_AT=$at setsid -w ${INSTALL} >/dev/null && exit 3 || true
  [ -x /etc/cocote/uninstall ] || { echo "step $at: nothing to undo it with"; exit 4; }
  /etc/cocote/uninstall --data-too --yes >/dev/null
  find /etc /opt /var/lib /var/cache /run /media -name '*cocote*' | sed "s/^/step $at: /"
  at=$((at + 9))
done`)
  assert.equal(status, 0, said)
  assert.deepEqual([said.trim(), left], ['', []])
})

/**
 * A network from which packages come, each with one that came for it, while $FOLDER/network stands.
 */
const NETWORK = `[ -e "$FOLDER/network" ] || exit 100
for one in "$@"; do case $one in hostapd | iw) echo $one >>"$FOLDER/installed" ;; esac; done
echo libnl >>"$FOLDER/installed"; echo libnl >>"$FOLDER/auto"
[ ! -e "$FOLDER/cut" ] || { rm "$FOLDER/cut"; kill -9 0; }`
const WITHOUT = ['dnsmasq-base', 'iproute2', 'libatomic1', 'nftables', 'wireless-regdb']
const BY_HAND = 'echo tree >>$FOLDER/installed'
for (const [how, first] of [
  ['stopped for want of a network', `${INSTALL} >/dev/null 2>&1 && exit 3 || true`],
  [
    'was cut among its packages',
    `touch $FOLDER/network $FOLDER/cut; setsid -w ${INSTALL} >/dev/null 2>&1 && exit 3 || true`,
  ],
] as const)
  on(
    `what somebody installs by hand after an installation that ${how} is theirs, and stays`,
    of => {
      of.stub('apt-get', NETWORK)
      const uninstall = '/etc/cocote/uninstall >/dev/null 2>&1'
      const { status, said } = of.run(
        `${first}\n${BY_HAND}\ntouch $FOLDER/network\n${INSTALL} >/dev/null 2>&1\nsort ` +
          `/etc/cocote/packages\n${uninstall}\nsort $FOLDER/installed`,
      )
      assert.equal(status, 0, said)
      assert.deepEqual(said.trim().split('\n'), [
        'hostapd',
        'iw',
        'libnl',
        ...['adduser', ...WITHOUT, 'tree'].sort(),
      ])
    },
    { installed: WITHOUT },
  )

on('of two hands that change the versions, the second waits its turn and is told so', of => {
  const { status, said, left } = of.run(
    `mkdir -p /opt/cocote; flock /opt/cocote/change.lock ${INSTALL}`,
  )
  assert.equal(status, 1)
  assert.match(said, /un changement de version, est en cours/)
  assert.ok(
    !left.includes('etc/cocote/box.conf') && !left.includes('opt/cocote/current'),
    left.join('\n'),
  )
})

on('what a change of version that was cut left behind does not undo an installation', of => {
  const { status, said } = of.run(`
${INSTALL} >/dev/null
printf '1.0.0\\n0.9.0\\n-\\n' >/opt/cocote/trying; : >/opt/cocote/stopped
cp -r /opt/cocote/versions/1.0.0 /opt/cocote/versions/0.9.0
${INSTALL} >/dev/null 2>&1
for start in 1 2 3 4 5; do /opt/cocote/change-version --guard; done
ls /opt/cocote; readlink /opt/cocote/current`)
  assert.equal(status, 0, said)
  assert.deepEqual(said.trim().split('\n'), [
    'change-version',
    'change.lock',
    'current',
    'versions',
    'versions/1.0.0',
  ])
})

on('a folder that can’t be read to its end is no version', of => {
  of.stub(
    'tar',
    'PATH=/usr/bin:/bin; case " $* " in *" -cf "*) tar "$@"; exit 2 ;; *) exec tar "$@" ;; esac',
  )
  const { status, said, left } = of.run(`
cd $FOLDER/kit; tar -xzf cocote-1.0.0.tar.gz; rm cocote-1.0.0.tar.gz
printf '{\\n  "version": "1.0.0",\\n}\\n' >package.json
case $(dpkg --print-architecture) in arm64) arch=arm64 ;; *) arch=x64 ;; esac
mkdir -p node_modules/node-linux-$arch/bin
printf '#!/bin/sh\\ncd "\${1%%/src/*}" && find * -type f\\n' >node_modules/node-linux-$arch/bin/node
chmod 755 node_modules/node-linux-$arch/bin/node
${INSTALL}`)
  assert.equal(status, 1, said)
  assert.match(said, /n’a pas pu être lu en entier/)
  assert.ok(
    !left.includes('opt/cocote/current') && !left.some(name => name.endsWith('.cut')),
    left.join('\n'),
  )
})

on('a removal that was killed at its very last step is no reason not to install again', of => {
  const { status, said } = of.run(
    `mkdir /etc/cocote; cp $FOLDER/kit/box/uninstall /etc/cocote/uninstall\n${INSTALL} >/dev/null`,
  )
  assert.equal(status, 0, said)
})

on('the folder of a key that was pulled out unseen goes too', of => {
  const { status, said, left } = of.run(`
${INSTALL} >/dev/null
mkdir /media/cocote/PHOTOS
/etc/cocote/uninstall --data-too --yes >/dev/null`)
  assert.equal(status, 0, said)
  assert.deepEqual(left, [])
})

on('a script that takes too long is ended, and its test says so', of => {
  // It kills what it runs, as those above do: its shell says so to whoever listens.
  const slow = `sleep 2; sh -c 'kill -9 $$' || true; touch $FOLDER/went-on`
  assert.throws(() => of.run(slow, {}, 200), /ETIMEDOUT/)
  assert.equal(spawnSync('sh', ['-c', `sleep 3; ls ${of.folder}/went-on`]).status, 2)
})
