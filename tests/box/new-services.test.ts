import assert from 'node:assert/strict'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { type Layers, openLayers } from './layers.ts'

/**
 * What a change of version does of the services that the new one brings. systemd is stood for by
 * what it is asked.
 */
const SYSTEMCTL = `echo "$*" >>"$FOLDER/called"
PATH=/usr/sbin:/usr/bin:/sbin:/bin
data=/var/lib/cocote/data
case "$*" in
'start --no-block cocote.service')
  setpriv --reuid cocote --regid cocote --clear-groups setsid /opt/cocote/current/bin/cocote serve --data $data >/dev/null 2>&1 </dev/null & ;;
'stop cocote.service') kill -9 "$(cat $data/pid 2>/dev/null)" 2>/dev/null; rm -f $data/alive $data/started ;;
esac
exit 0`
const CHANGES = `
$FOLDER/kit/box/install --yes --no-systemd </dev/null >/dev/null
printf 'format 1\\nentry first\\n' >/var/lib/cocote/data/log.db; chown cocote: /var/lib/cocote/data/log.db
mkdir -p /run/systemd/system
systemctl start --no-block cocote.service
: >$FOLDER/called
`
const SAYS = `
sed 1,2d /var/lib/cocote/said/update | tr '\\n' ' '; echo; readlink /opt/cocote/current; ls /etc/systemd/system | grep new`
type Changed = Readonly<{ said: readonly string[]; called: readonly string[] }>
function changed(change: (box: string) => void): Changed {
  const of: Layers = openLayers()
  try {
    of.stub('systemctl', SYSTEMCTL)
    for (const name of ['udevadm', 'sysctl', 'systemd-tmpfiles'])
      of.stub(name, `echo "${name} $*" >>"$FOLDER/called"`)
    const file = of.version('1.1.0', change)
    const { said } = of.run(
      `${CHANGES}\n/opt/cocote/change-version ${file} >/dev/null 2>&1 || true\n${SAYS}`,
    )
    return {
      said: said
        .trim()
        .split('\n')
        .map(line => line.trim()),
      called: readFileSync(join(of.folder, 'called'), 'utf8').trim().split('\n'),
    }
  } finally {
    of.end()
  }
}
const withTimer = (box: string): void => {
  writeFileSync(
    join(box, 'units/cocote-new.timer'),
    '[Timer]\nOnBootSec=1h\n[Install]\nWantedBy=timers.target\n',
  )
  const file = join(box, 'services.sh')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('cocote-sweep.timer\n', 'cocote-sweep.timer cocote-new.timer\n'))
}

test('what a new version brings is enabled, what reads a changed setting begins again, and ' +
  'nothing else does', {
  skip: noGround,
}, () => {
  const { said, called } = changed(box => {
    withTimer(box)
    appendFileSync(join(box, 'templates/hostapd.conf'), '# other\n')
    appendFileSync(join(box, 'templates/udev.rules'), '# other\n')
    appendFileSync(join(box, 'templates/nftables.conf'), '# other\n')
    appendFileSync(join(box, 'units/cocote-new.timer'), '# other\n')
  })
  assert.deepEqual(said, ['changed 1.1.0 1.0.0', 'versions/1.1.0', 'cocote-new.timer'])
  assert.ok(called.some(line => line.startsWith('-q enable ') && line.includes('cocote-new.timer')))
  assert.deepEqual(
    called.filter(line => /^(?:re|try)/.test(line) || line.startsWith('udevadm')),
    [
      'reload --no-block cocote-firewall.service',
      'restart --no-block cocote-wifi.service',
      'restart --no-block cocote-new.timer',
      'udevadm control --reload',
    ],
  )
})

test('a version that can’t put its services in place gives way to the one before, whose services ' +
  'alone are there', {
  skip: noGround,
}, () => {
  const { said, called } = changed(box => {
    withTimer(box)
    const file = join(box, 'put-in-place')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('put_folder /media/cocote\n', 'exit 9\n'),
    )
  })
  assert.deepEqual(said, ['returned 1.1.0 1.0.0 placed', 'versions/1.0.0'])
  assert.ok(called.includes('-q disable --now cocote-new.timer'))
})

test('a version that needs packages which are not here is refused, and they are named', {
  skip: noGround,
}, () => {
  const { said } = changed(box =>
    appendFileSync(join(box, 'packages'), 'libdoesnotexist\nlibneither\n'),
  )
  assert.deepEqual(said, ['refused packages libdoesnotexist libneither', 'versions/1.0.0'])
})
