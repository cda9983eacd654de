import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { type Layers, openLayers } from './layers.ts'

/** What box/install says at its end, and what it does of the answers that it had. */
const on = (name: string, story: (of: Layers) => void, why: string | false = false): void =>
  void test(name, { skip: noGround || why }, () => {
    const layers = openLayers()
    try {
      story(layers)
    } finally {
      layers.end()
    }
  })
const INSTALL = '$FOLDER/kit/box/install --yes </dev/null'
const BY_HAND = '$FOLDER/kit/box/install --yes --no-systemd </dev/null'

for (const [how, pid, status, sentence] of [
  ['holds', 'echo 4242', 0, /La borne est prête\.\n +Wi-Fi +« Borne de Sail »/],
  [
    'ends again and again',
    'n=$(($(cat "$FOLDER/n" 2>/dev/null || echo 0) + 1)); echo $n >"$FOLDER/n"; echo $n',
    1,
    /« Borne de Sail » ne s’ouvre pas/,
  ],
  [
    'never begins',
    'echo 0',
    1,
    /La radio wlan7 est absente, ou prise par un autre programme : « journalctl -u cocote-wifi »/,
  ],
] as const)
  on(`whoever installs a box is told of a Wi-Fi that ${how}`, of => {
    of.stub('sleep', 'exit 0')
    of.stub(
      'systemctl',
      `case "$*" in *MainPID*) ${pid} ;; 'restart --no-block '*) echo 'sept mots' ` +
        '>/run/cocote/fingerprint ;; esac',
    )
    const ran = of.run(`mkdir -p /run/systemd/system; ${INSTALL}`)
    assert.equal(ran.status, status, ran.said)
    assert.match(ran.said, sentence)
    assert.equal(/La borne est prête/.test(ran.said), status === 0)
    assert.match(ran.said, /https:\/\/10\.10\.10\.10/)
  })

const RADIOS = `ip link add wlan0 type veth peer name wlan1
for one in 10.10.10.10/24 192.0.2.1/32; do ip address add $one dev wlan0; done`
for (const [what, change] of [
  ['another radio', 'COCOTE_RADIO=wlan1'],
  ['no radio', 'COCOTE_RADIO=none'],
  ['another address', 'COCOTE_ADDRESS=10.20.20.20'],
] as const)
  on(`a box that is given ${what} lets the one that it had go`, of => {
    const first = `export COCOTE_RADIO=wlan0\n${BY_HAND} >/dev/null\n${RADIOS}\n`
    const { status, said } = of.run(
      `${first}${change} $FOLDER/kit/box/install --show >/dev/null; ${change} ${BY_HAND} ` +
        '>/dev/null; ip -o -4 address show dev wlan0',
    )
    assert.deepEqual([status, said.trim()], [0, ''])
    // The same again leaves what neighbours are reading.
    assert.match(
      of.run(`${first}${BY_HAND} >/dev/null; ip -o -4 address show dev wlan0`).said,
      /10\.10\.10\.10\/24/,
    )
  })

on('the house’s network on the radio that the box leaves is no address of the box', of => {
  const { status, said } =
    of.run(`export COCOTE_RADIO=wlan0\n${BY_HAND} >/dev/null\nip link add wlan0 type veth peer name wlan1
ip address add 10.10.10.44/24 dev wlan0\nCOCOTE_RADIO=wlan1 ${BY_HAND}`)
  assert.equal(status, 1)
  assert.match(said, /Le réseau de wlan0 \(10\.10\.10\.44\/24\)/)
})

on('answers written in another system’s editor are read', of => {
  const text = "\uFEFFNAME='L’abreuvoir'\r\nRADIO='wlan3'\r\n"
  writeFileSync(join(of.folder, 'answers'), text)
  const { status, said } = of.run(
    'unset COCOTE_NAME COCOTE_RADIO; $FOLDER/kit/box/install --show --answers ' +
      '$FOLDER/answers </dev/null',
  )
  assert.equal(status, 0, said)
  assert.match(said, /« L’abreuvoir », ouvert, sans mot de passe \(radio wlan3,/)
})

on(
  'a line that can’t be read is said and asked again; the others are kept',
  of => {
    const conf = join(of.folder, 'box.conf')
    writeFileSync(
      conf,
      "NAME='Borne de Boën'\nRADIO=wlan3\nCHANNEL='99'\nCOUNTRY='BE'\nADDRESS='10.20.20.20'\n",
    )
    const typed = ['', 'wlan3', 'non', 'non'].map(line => `sleep 0.3; echo "${line}"`).join('; ')
    const { said } =
      of.run(`mkdir /etc/cocote; cp ${conf} /etc/cocote/box.conf; unset COCOTE_NAME COCOTE_RADIO COCOTE_WIRED
(sleep 1; ${typed}) | script -qec "$FOLDER/kit/box/install --ask" /dev/null || true`)
    const heard = said.replaceAll('\r', '')
    assert.match(heard, /ne se lit pas[^\n]*RADIO=wlan3/)
    assert.match(heard, /Le canal va de 1 à 13/)
    assert.match(
      heard,
      /« Borne de Boën », ouvert, sans mot de passe \(radio wlan3, canal (?:1|6|11), BE\)/,
    )
    assert.match(heard, /http:\/\/10\.20\.20\.20/)
  },
  !existsSync('/usr/bin/script') && 'script is not here',
)
