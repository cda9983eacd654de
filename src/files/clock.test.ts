import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { append } from '../log/append.ts'
import { newBox } from '../log/box.ts'
import { ingest } from '../log/ingest.ts'
import { type Log, openLog, signedById } from '../log/log.ts'
import { planted } from '../machine/planted.ts'
import { dayAt, machineClock, monotonicFrom, RELEASED, ZONE } from './clock.ts'

const DAY = 86_400_000
const NOW = RELEASED + 40 * DAY

const RTC = 'sys/class/rtc/rtc0/since_epoch'
const seconds = (ms: number): string => `${Math.floor(ms / 1_000)}\n`
const at = (root: string, now: number, more: { run?: string; log?: Log; arch?: string } = {}) =>
  machineClock(() => now, { root, run: more.run, arch: more.arch ?? 'arm64', log: () => more.log })

function wrote(log: Log, wall: number, sure = true): void {
  const fields = { title: { value: 'Remorque', over: [] } }
  append(log, [{ type: 'loom', record: '01'.padEnd(26, '0'), space: 'commons', fields }], {
    now: wall,
    sure,
    by: 'keeper',
  })
}

test('the day of a moment is that of the village, whatever day was asked before', () => {
  const asked = (now: number): string =>
    Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate().toString()
  // In summer time, out of it, and the two nights between.
  const midnights = ['2026-07-01', '2026-12-05', '2026-03-29', '2026-03-30', '2026-10-25'].map(
    day => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds,
  )
  for (const midnight of midnights)
    for (const now of [0, -1, 1, DAY - 3_600_001, DAY - 1, DAY, DAY + 3_600_000, -DAY])
      assert.equal(dayAt(midnight + now), asked(midnight + now))
})

test(
  'a small box without a battery is not sure of the time, until the network or a person says ' +
    'it: at once, without a restart',
  t => {
    const root = planted(t, {})
    const clock = at(root, NOW, { run: join(root, 'run/cocote') })
    assert.equal(clock.sure, false)
    mkdirSync(join(root, 'run/cocote'), { recursive: true })
    writeFileSync(join(root, 'run/cocote/clock-set'), '')
    assert.deepEqual([clock.sure, clock.known().by], [true, 'person'])
    rmSync(join(root, 'run/cocote/clock-set'))
    assert.equal(clock.sure, false)
    mkdirSync(join(root, 'run/systemd/timesync'), { recursive: true })
    writeFileSync(join(root, 'run/systemd/timesync/synchronized'), '')
    assert.deepEqual([clock.sure, clock.known().by], [true, 'network'])
  },
)

test('a battery is believed while it lives, and while the system’s clock says the same', t => {
  assert.equal(at(planted(t, { [RTC]: seconds(NOW - 2_000) }), NOW).known().by, 'battery')
  for (const dead of [0, Date.UTC(2000, 0, 1), RELEASED - DAY])
    assert.equal(at(planted(t, { [RTC]: seconds(dead) }), NOW).sure, false)
  assert.equal(at(planted(t, { [RTC]: seconds(NOW - 3 * DAY) }), NOW).sure, false)
  assert.equal(at(planted(t, { [RTC]: 'nonsense' }), NOW).sure, false)
})

test('a computer whose clock is kept outside is believed; one with a dead battery is not', t => {
  assert.equal(at(planted(t, {}), NOW, { arch: 'x64' }).known().by, 'computer')
  assert.equal(at(planted(t, { [RTC]: seconds(0) }), NOW, { arch: 'x64' }).sure, false)
})

test('before the release day of this version, the clock is never sure', t => {
  const root = planted(t, { 'run/systemd/timesync/synchronized': '', 'run/cocote/clock-set': '' })
  for (const now of [0, Date.UTC(2000, 0, 1), RELEASED - 1]) {
    const clock = at(root, now, { run: join(root, 'run/cocote'), arch: 'x64' })
    assert.deepEqual([clock.sure, clock.known().odd], [false, 'release'])
  }
})

test(
  'earlier than the last sure entry of this box, only a person’s word counts; their ' +
    'next entry makes the clock good',
  t => {
    const log = openLog(':memory:', newBox())
    wrote(log, NOW + 400 * DAY)
    const root = planted(t, { [RTC]: seconds(NOW), 'run/systemd/timesync/synchronized': '' })
    const known = at(root, NOW, { log }).known()
    assert.deepEqual([known.sure, known.odd, known.last], [false, 'entries', NOW + 400 * DAY])
    mkdirSync(join(root, 'run/cocote'), { recursive: true })
    writeFileSync(join(root, 'run/cocote/clock-set'), '')
    const clock = at(root, NOW, { log, run: join(root, 'run/cocote') })
    assert.equal(clock.sure, true)
    wrote(log, NOW)
    rmSync(join(root, 'run/cocote/clock-set'))
    assert.deepEqual([clock.sure, clock.known().by], [true, 'network'])
  },
)

test(
  'unsure entries, or those of a box in 2099, put no clock in doubt; nor does a second ' +
    'put right by the network',
  t => {
    const [log, theirs] = [openLog(':memory:', newBox()), openLog(':memory:', newBox())]
    const root = planted(t, { 'run/systemd/timesync/synchronized': '' })
    wrote(theirs, Date.UTC(2099, 0, 1))
    const signed = signedById(theirs, Number(theirs.sql.get('SELECT id FROM entry')!['id']))!
    ingest(log, signed)
    assert.equal(at(root, NOW, { log }).sure, true)
    wrote(log, NOW + 900 * DAY, false)
    assert.equal(at(root, NOW, { log }).sure, true)
    wrote(log, NOW + 5_000)
    assert.equal(at(root, NOW, { log }).sure, true)
  },
)

test('steady time goes on from where it began, whatever is done to the clock', () => {
  let passed = 70
  const steady = monotonicFrom(NOW, () => passed)
  assert.equal(steady(), NOW)
  passed = 1_070
  assert.equal(steady(), NOW + 1_000)
})
