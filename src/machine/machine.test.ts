import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { tempFolder } from '../../tests/support/folders.ts'
import { machineClock } from '../files/clock.ts'
import { deviceOf, writtenSinceStart } from './card.ts'
import { openMachine } from './machine.ts'
import { PI, plant, planted } from './planted.ts'
import { openWear, type Wear } from './wear.ts'

const NOW = Date.UTC(2026, 11, 5, 11)
function machine(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  device = '179:2',
  radio?: string,
) {
  const root = planted(t, files)
  const folder = tempFolder()
  const clock = machineClock(() => NOW, { root, run: undefined, arch: 'arm64' })
  const at = openMachine({ folder, version: '0.1.0', clock, root, run: undefined, device, radio })
  t.after(at.close)
  return { root, folder, at }
}

test('a Raspberry Pi says how it feels; its memory card does not say how worn it is', t => {
  const look = machine(t, PI).at.look()
  assert.deepEqual(look.memory, {
    free: 612_344 * 1024,
    total: 948_120 * 1024,
    stalledPercent: 0.12,
  })
  assert.equal(look.heat, 53)
  assert.deepEqual(look.power, { isLow: false, lowAt: null })
  assert.deepEqual(look.card, {
    kind: 'sd',
    name: 'SC32G',
    usedPercent: null,
    spares: null,
    faults: 0,
  })
  assert.ok(look.disk && look.disk.free > 0 && look.disk.total >= look.disk.free)
  assert.equal(look.isBox, false)
})

test('a soldered memory counts its own wear, its spares, and the errors of its file system', t => {
  const block = 'sys/devices/mmc0/block/mmcblk0'
  const emmc = {
    ...PI,
    [`${block}/device/type`]: 'MMC\n',
    'sys/fs/ext4/mmcblk0p2/errors_count': '3\n',
  }
  const worn = (life: string, reserve: string) =>
    machine(t, {
      ...emmc,
      [`${block}/device/life_time`]: life,
      [`${block}/device/pre_eol_info`]: reserve,
    }).at.look().card
  assert.deepEqual(worn('0x02 0x05\n', '0x01\n'), {
    kind: 'emmc',
    name: 'SC32G',
    usedPercent: 50,
    spares: 'good',
    faults: 3,
  })
  assert.deepEqual(
    [worn('0x0b 0x01\n', '0x02\n').usedPercent, worn('0x0b 0x01\n', '0x03\n').spares],
    [110, 'none'],
  )
  assert.deepEqual(
    [worn('0x00 0x00\n', '0x00\n').usedPercent, worn('0x00 0x00\n', '0x00\n').spares],
    [null, null],
  )
})

test('what is not there, or makes no sense, is unknown, and never an error', t => {
  for (const files of [
    {},
    Object.fromEntries(Object.keys(PI).map(name => [name, 'n’importe quoi\n'])),
  ]) {
    const look = machine(t, files, '0:41').at.look()
    assert.deepEqual(
      [look.memory, look.heat, look.power, look.card.kind, look.written.all],
      [null, null, null, null, null],
    )
  }
})

test('a Wi-Fi is open when its radio carries, shut when it does not, and absent with its radio', t => {
  const net = 'sys/class/net'
  const wifi = (files: Readonly<Record<string, string>>, radio: string | undefined = 'wlan0') =>
    machine(t, { [`${net}/eth0/carrier`]: '1\n', ...files }, undefined, radio).at.look().wifi
  assert.equal(
    wifi({ [`${net}/wlan0/carrier`]: '1\n', [`${net}/wlan0/operstate`]: 'up\n' }),
    'open',
  )
  assert.equal(
    wifi({ [`${net}/wlan0/carrier`]: '0\n', [`${net}/wlan0/operstate`]: 'down\n' }),
    'shut',
  )
  assert.equal(wifi({ [`${net}/wlan0/operstate`]: 'down\n' }), 'shut')
  assert.equal(wifi({ [`${net}/wlan0/operstate`]: 'unknown\n' }), null)
  assert.equal(wifi({}), 'absent')
  assert.equal(
    machine(t, PI, undefined, 'wlan0').at.look().wifi,
    null,
    'a system that names no interface',
  )
  assert.equal(machine(t, { [`${net}/wlan0/carrier`]: '0\n' }).at.look().wifi, null, 'no box')
})

test('electricity that was weak for a moment is remembered until the machine stops', t => {
  const { root, at } = machine(t, PI)
  plant(root, { 'sys/class/hwmon/hwmon1/in0_lcrit_alarm': '1\n' })
  assert.deepEqual(at.look().power, { isLow: true, lowAt: NOW })
  plant(root, { 'sys/class/hwmon/hwmon1/in0_lcrit_alarm': '0\n' })
  assert.deepEqual(at.look().power, { isLow: false, lowAt: NOW })
})

test(
  'a sealed disk is looked for under what it stands on; a key that comes and goes is not ' +
    'counted, unless the data are on it',
  t => {
    const disks = {
      'sys/devices/sda/stat': '0 0 0 0 0 0 1000 0 0 0 0',
      'sys/devices/sda/removable': '0',
      'sys/devices/sda/sda1/partition': '1',
      'sys/devices/dm-0/slaves/sda1': '→ sys/devices/sda/sda1',
      'sys/dev/block/254:0': '→ sys/devices/dm-0',
      'sys/block/sda': '→ sys/devices/sda',
      'sys/block/sdb/stat': '0 0 0 0 0 0 500 0 0 0 0',
      'sys/block/sdb/removable': '1',
      'sys/block/loop0/stat': '0 0 0 0 0 0 7 0 0 0 0',
      'sys/block/zram0/stat': '0 0 0 0 0 0 9 0 0 0 0',
    }
    const { root, at } = machine(t, disks, '254:0')
    assert.equal(at.look().card.kind, 'disk')
    assert.equal(writtenSinceStart(root, 'sda'), 1_000 * 512)
    assert.equal(writtenSinceStart(root, 'sdb'), 1_500 * 512)
  },
)

test('the two numbers of a device come out of the one that the system gives', () => {
  assert.equal(deviceOf(45_826), '179:2')
  assert.equal(deviceOf(65_024), '254:0')
  assert.equal(deviceOf(0x10300), '259:0')
})

/**
 * A counter that the test moves: what this page and the whole machine wrote, which start, which
 * day.
 */
function counter() {
  const is = { ours: 0, all: 0, boot: 'first', today: '2026-11-25', sure: true }
  const folder = tempFolder()
  const open = (): Wear =>
    openWear({
      folder,
      counts: () => ({ ours: is.ours, all: is.all, boot: is.boot }),
      today: () => is.today,
      isSure: () => is.sure,
    })
  return { is, folder, open }
}

test(
  'what was written is summed over restarts of the page and of the machine, from the day on ' +
    'which counting began',
  () => {
    const { is, open } = counter()
    is.all = 5_000_000
    let wear = open()
    assert.deepEqual(wear.look(), { since: '2026-11-25', ours: 0, all: 0 })
    Object.assign(is, { ours: 1_000, all: 5_009_000 })
    assert.deepEqual(wear.look(), { since: '2026-11-25', ours: 1_000, all: 9_000 })
    wear.close()
    Object.assign(is, { ours: 10, all: 5_009_500 })
    wear = open()
    assert.deepEqual(wear.look(), { since: '2026-11-25', ours: 1_010, all: 9_500 })
    wear.close()
    Object.assign(is, { ours: 20, all: 300, boot: 'second' })
    wear = open()
    assert.deepEqual(wear.look(), { since: '2026-11-25', ours: 1_030, all: 9_800 })
    wear.close()
  },
)

test(
  'a month begins when a clock that is sure says so: a box that wakes in 1970 goes on with ' +
    'the one that it knew',
  () => {
    const { is, open } = counter()
    const wear = open()
    Object.assign(is, { ours: 500, all: 700, today: '1970-01-01', sure: false })
    assert.deepEqual(wear.look(), { since: '2026-11-25', ours: 500, all: 700 })
    Object.assign(is, { today: '2026-12-01', sure: true })
    assert.deepEqual(wear.look(), { since: '2026-12-01', ours: 0, all: 0 })
    Object.assign(is, { ours: 800, all: 1_000 })
    assert.deepEqual(wear.look(), { since: '2026-12-01', ours: 300, all: 300 })
    wear.close()
  },
)

test(
  'counting writes at its end and four times a day, and a file that makes no sense begins it ' +
    'again',
  () => {
    const { is, folder, open } = counter()
    const wear = open()
    for (let n = 0; n < 50; n++) wear.look()
    assert.ok(!existsSync(join(folder, 'written')), 'a page is not a write')
    is.ours = 5
    wear.close()
    assert.equal(
      (JSON.parse(readFileSync(join(folder, 'written'), 'utf8')) as { ours: number }).ours,
      5,
    )
    writeFileSync(join(folder, 'written'), '{"month": "demain"')
    const again = open()
    assert.equal(again.look().since, '2026-11-25')
    again.close()
  },
)
