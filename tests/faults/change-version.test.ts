import assert from 'node:assert/strict'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { at, isShort, testAll, testOnce } from '../support/pass.ts'
import { type Manner, type World, world } from './change-world.ts'

function begun(t: TestContext): World {
  const made = world()
  t.after(made.clear)
  made.hand('start')
  return made
}
const versions = ({ opt }: World): readonly string[] => readdirSync(join(opt, 'versions')).sort()

/**
 * A box that may be left to itself: one whole version, running, whose data it opens; nothing half
 * done, nothing written lost.
 */
async function assertSound(box: World, written: readonly string[]): Promise<void> {
  const { current, opt, data } = box
  const place = join(opt, 'versions', current())
  assert.equal(readFileSync(join(place, 'whole'), 'utf8').length, 200_000)
  assert.equal(readFileSync(join(place, 'number'), 'utf8').trim(), current())
  assert.equal(existsSync(join(opt, 'trying')), false)
  assert.deepEqual(
    versions(box).filter(name => !/^\d+\.\d+\.\d+$/.test(name)),
    [],
  )
  const format = Number(/^format (\d+)$/m.exec(readFileSync(join(data, 'log.db'), 'utf8'))?.[1])
  assert.ok(
    format <= Number(readFileSync(join(place, 'format'), 'utf8')),
    `a log of format ${format}`,
  )
  for (let turn = 0; turn < 100 && !box.isRunning(); turn++) await wait(50)
  assert.ok(box.isRunning())
  for (const entry of written) assert.ok(box.everWritten().includes(entry), entry)
}

testOnce(
  'a version that answers takes the place: the one before stays, older ones go, what was ' +
    'done is said',
  async t => {
    const box = begun(t)
    const written = box.log()
    const { code, out } = box.run(box.file('1.1.0'))
    assert.equal(code, 0)
    assert.match(out, /^ok\n\d{13}\nchanged\n1\.1\.0\n1\.0\.0$/m)
    assert.deepEqual(
      [box.current(), box.previous(), versions(box)],
      ['1.1.0', '1.0.0', ['1.0.0', '1.1.0']],
    )
    assert.equal(box.said()[2], 'changed')
    await assertSound(box, written)
    assert.equal(box.run('--back').code, 0)
    assert.deepEqual([box.current(), box.previous()], ['1.0.0', '1.1.0'])
  },
)

for (const [manner, why] of [
  ['mute', 'never answers'],
  ['dead', 'does not start'],
  ['falls', 'answers, then falls'],
] as const satisfies readonly (readonly [Manner, string])[]) {
  const testOne = manner === 'falls' ? testOnce : testAll
  testOne(`a version that ${why} goes by itself, and the one before is back`, async t => {
    const box = begun(t)
    const written = box.log()
    const { code, out } = box.run(box.file('1.1.0', manner))
    assert.equal(code, 1)
    assert.match(out, /^no\n\d{13}\nreturned\n1\.1\.0\n1\.0\.0\nsilent$/m)
    assert.deepEqual(
      [box.current(), box.previous(), versions(box)],
      ['1.0.0', '0.9.0', ['0.9.0', '1.0.0']],
    )
    await assertSound(box, written)
  })
}

testOnce(
  'a log that went to a later format comes back as it was; what was written meanwhile is ' +
    'set aside, not lost',
  async t => {
    const box = begun(t)
    const written = box.log()
    assert.equal(box.run(box.file('2.0.0', 'falls', 2)).code, 1)
    assert.equal(box.current(), '1.0.0')
    assert.match(box.everWritten().join('\n'), /entry by 2\.0\.0/)
    await assertSound(box, written)
  },
)

testAll(
  'what a newer version wrote in the same format stays in the log when the older one is back',
  async t => {
    const box = begun(t)
    assert.equal(box.run(box.file('1.1.0', 'falls')).code, 1)
    assert.match(box.log().join('\n'), /entry by 1\.1\.0/)
    assert.equal(existsSync(join(box.data, 'aside')), false)
  },
)

testOnce('a keeper does not go back to a version that can’t open the data', async t => {
  const box = begun(t)
  assert.equal(box.run(box.file('2.0.0', 'well', 2)).code, 0)
  const written = box.log()
  const { code, out } = box.run('--back')
  assert.equal(code, 1)
  assert.match(out, /refused\ndata/)
  assert.equal(box.current(), '2.0.0')
  await assertSound(box, written)
})

testOnce('of two changes at once, one is done and the other is told so', async t => {
  const box = begun(t)
  const [one, other] = [box.file('1.1.0'), box.file('1.2.0')]
  const first = box.begin(one)
  const ended = once(first, 'exit')
  while (!existsSync(join(box.opt, 'incoming.part')) && first.exitCode === null) await wait(5)
  // Held on its way, however quick the one and slow the other.
  process.kill(-first.pid!, 'SIGSTOP')
  const { code, out } = box.run(other)
  process.kill(-first.pid!, 'SIGCONT')
  assert.equal(code, 1)
  assert.match(out, /^no\n\d{13}\nbusy$/m)
  await ended
  assert.equal(box.current(), '1.1.0')
  await assertSound(box, [])
})

testOnce(
  'a file that is no version, a link, a path where nothing is: refused, and nothing moves',
  async t => {
    const box = begun(t)
    const odd = join(box.folder, 'odd.tar.gz')
    writeFileSync(odd, 'not an archive')
    const link = join(box.folder, 'link.tar.gz')
    symlinkSync(box.file('1.1.0'), link)
    for (const [file, said] of [
      [odd, 'refused'],
      [link, 'nofile'],
      [join(box.folder, 'absent'), 'nofile'],
    ] as const) {
      const { code, out } = box.run(file)
      assert.equal(code, 1)
      assert.equal(out.split('\n')[2], said)
      assert.equal(box.current(), '1.0.0')
    }
    await assertSound(box, box.log())
  },
)

testAll(
  'a version that never answered is left after three starts of the machine, even with ' +
    'nobody to watch',
  async t => {
    const box = begun(t)
    const written = box.log()
    // As a plug pulled while it was being tried leaves it.
    box.hand('stop')
    const made = box.run(box.file('1.1.0', 'well'))
    assert.equal(made.code, 0)
    box.hand('stop')
    writeFileSync(join(box.opt, 'versions/1.1.0/manner'), 'dead')
    writeFileSync(join(box.opt, 'trying'), '1.1.0\n1.0.0\n-\n')
    for (let start = 1; start <= 3; start++) {
      box.hand('start')
      box.hand('stop')
      assert.equal(box.current(), '1.1.0', `start ${start}`)
    }
    box.hand('start')
    assert.equal(box.current(), '1.0.0')
    assert.deepEqual(box.said().slice(2), ['returned', '1.1.0', '1.0.0', 'starts'])
    await assertSound(box, written)
  },
)

testOnce('a copy of the data made before a change is dropped once it is a week old', t => {
  const box = begun(t)
  assert.equal(box.run(box.file('1.1.0')).code, 0)
  const before = join(box.folder, 'var/updates/before')
  assert.deepEqual(readdirSync(before).sort(), ['backup', 'version'])
  box.run('--sweep')
  assert.ok(existsSync(before))
  rmSync(join(before, 'version'))
  writeFileSync(join(before, 'version'), '1.0.0')
  const week = new Date(Date.now() - 8 * 86_400_000)
  mkdirSync(before, { recursive: true })
  utimesSync(before, week, week)
  box.run('--sweep')
  assert.equal(existsSync(before), false)
})

testAll(
  'so is one that a clock which went back since says to be of tomorrow or later: nobody can ' +
    'say how old it is',
  t => {
    const box = begun(t)
    assert.equal(box.run(box.file('1.1.0')).code, 0)
    const before = join(box.folder, 'var/updates/before')
    for (const [days, stays] of [
      [6.9, true],
      [-0.5, true],
      [-2, false],
    ] as const) {
      const then = new Date(Date.now() - days * 86_400_000)
      utimesSync(before, then, then)
      box.run('--sweep')
      assert.equal(existsSync(before), stays, `${days} days`)
    }
  },
)

testOnce(
  'files of versions that wait for nothing are swept: the one that runs and older ones, ' +
    'once the page has had time to take them',
  t => {
    const box = begun(t)
    const names = ['0.9.0', '1.0.0-essai', '1.0.0', '1.0.1', '1.10.0'].map(number =>
      box.file(number),
    )
    const updates = join(box.folder, 'var/updates')
    box.run('--sweep')
    assert.equal(readdirSync(updates).length, names.length)
    const then = new Date(Date.now() - 7_200_000)
    for (const name of names) utimesSync(name, then, then)
    box.run('--sweep')
    assert.deepEqual(readdirSync(updates).sort(), [
      'cocote-1.0.1-x64.tar.gz',
      'cocote-1.10.0-x64.tar.gz',
    ])
  },
)

/** Turns that go to their end, and say how long the way is. */
const WHOLE = 4
const KILLS = at(2, 32, 96)
test(
  `killed ${KILLS} times on its way, by a cut of power or alone: the box starts, whole, with ` +
    'all that was written',
  async t => {
    const box = begun(t)
    const manners: readonly (readonly [Manner, number])[] = [
      ['well', 1],
      ['mute', 1],
      ['falls', 2],
      ['well', 1],
    ]
    const spent: number[] = []
    const ended = { new: 0, old: 0 }
    for (let turn = 0; turn < WHOLE + KILLS; turn++) {
      const [manner, format] = manners[turn % manners.length]!
      const number = `1.${turn + 1}.0`
      const file = box.file(number, manner, format)
      const [before, written] = [box.current(), box.log()]
      const began = performance.now()
      const change = box.begin(file)
      const gone = once(change, 'exit')
      const isKilled = turn >= WHOLE
      const part = (((turn * 7) % KILLS) + 0.5) / KILLS
      if (isKilled) await wait(Math.max(...spent) * 1.1 * part)
      if (isKilled && change.exitCode === null && change.pid !== undefined)
        process.kill(-change.pid, 'SIGKILL')
      await gone
      if (!isKilled) spent.push(performance.now() - began)
      if (turn % 2 === 0) box.hand('stop')
      // What a start of the machine does; or, when the page still runs, what follows the doer.
      if (turn % 2 === 0) box.hand('start')
      box.run('--settle')
      assert.ok([before, number].includes(box.current()), `turn ${turn}: ${box.current()}`)
      await assertSound(box, written)
      // Two kills may end alike: the short pass counts the whole turns too.
      if (isKilled || isShort) ended[box.current() === number ? 'new' : 'old']++
      // A version of another format that stayed would make all that follow unable to come: none of
      // those answers.
      assert.ok(
        manner === 'well' || box.current() === before,
        `turn ${turn}: a version that does not answer stayed`,
      )
    }
    t.diagnostic(
      `ended with the new version ${ended.new} times, with the old one ${ended.old} times`,
    )
    assert.ok(ended.new > 0 && ended.old > 0)
  },
)
