import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox } from '../../src/files/folder.ts'
import { type Appending, append } from '../../src/log/append.ts'
import { forgetValue, writesToForget } from '../../src/log/forget.ts'
import { showAll } from '../../src/projection/tables.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { recordId, rowsIn, tempFolder, within } from '../support/folders.ts'
import { NOON } from '../wire/boxes.ts'
import { COCOTE } from './serving.ts'

/**
 * What the simulator (tests/exchange) lives through in memory, once each on real files, carried by
 * real processes. The system's clock is nobody's to move here: Node is told another one as it
 * starts; what the kernel stamps on files stays today's.
 */
type Ran = Readonly<{ status: number | null; said: string; json: Record<string, unknown> }>
function cocote(args: readonly string[], clock?: number): Ran {
  const env =
    clock === undefined
      ? process.env
      : { ...process.env, NODE_OPTIONS: `--import=${clockAt(clock)}` }
  const { status, stdout, stderr } = spawnSync(COCOTE, args, { encoding: 'utf8', env })
  return {
    status,
    said: stdout + stderr,
    json: args.includes('--json') && stdout.startsWith('{') ? JSON.parse(stdout) : {},
  }
}
function run(...args: readonly string[]): Record<string, unknown> {
  const { status, said, json } = cocote(args)
  assert.equal(status, 0, `${args.join(' ')}: ${said}`)
  return json
}
const clockAt = (ms: number): string =>
  'data:text/javascript,' +
  `${encodeURIComponent(`const late=${ms}-Date.now();const now=Date.now;Date.now=()=>now()+late`)}`

const bundleFile = (): string => join(tempFolder(), 'nouvelles.cocote')
function pack(from: string, ...more: readonly string[]): string {
  const out = bundleFile()
  run('courier', 'pack', '--out', out, '--data', from, ...more)
  return out
}
const deliver = (to: string, file: string): Record<string, unknown> =>
  run('courier', 'deliver', file, '--json', '--data', to)
const carry = (from: string, to: string): Record<string, unknown> => deliver(to, pack(from))

const turn = (
  folder: string,
  decided: (log: Parameters<typeof append>[0]) => readonly Appending[],
): void =>
  within(folder, engine =>
    inTransaction(engine, () =>
      showAll(
        engine.tables,
        engine.log,
        append(engine.log, decided(engine.log), { now: Date.now(), sure: true, by: 'keeper' }),
      ),
    ),
  )
const offer = (folder: string, n: number, title: string): void =>
  turn(folder, () => [
    {
      type: 'offer',
      record: recordId(n),
      space: 'commons',
      fields: { title: { value: title, over: [] } },
    },
  ])
const forget = (folder: string, n: number): void =>
  turn(folder, log => {
    const writes = { value: forgetValue(writesToForget(log, 'offer', recordId(n))), over: [] }
    return [{ type: 'forget', record: recordId(900 + n), space: 'commons', fields: { writes } }]
  })

const titles = (folder: string): readonly unknown[] =>
  rowsIn(folder, 'offer')
    .map(row => (row as { title: unknown }).title)
    .filter(title => title !== null)
    .sort()
async function allEqual(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
  for (const folder of folders.slice(1))
    assert.deepEqual(rowsIn(folder, 'offer'), rowsIn(folders[0]!, 'offer'))
}
const epochOf = (folder: string): string => within(folder, ({ log }) => log.epoch)

/** Two boxes that recognised each other, one notice in each; copied for each test. */
let [sailMade, boenMade] = ['', '']
before(() => {
  ;[sailMade, boenMade] = [tempFolder(), tempFolder()]
  offer(sailMade, 1, 'Remorque à prêter')
  offer(boenMade, 2, 'Livres à donner')
  const decided = (here: string, there: string, called: string): void =>
    within(
      here,
      ({ log }) => void decideBox(log, { name: openBox(there).name, called, paired: true }),
    )
  decided(boenMade, sailMade, 'Sail')
  decided(sailMade, boenMade, 'Boën')
})
const copied = (folder: string): string => {
  const copy = tempFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}
const twoBoxes = (): Readonly<{ sail: string; boen: string }> => ({
  sail: copied(sailMade),
  boen: copied(boenMade),
})

test(
  'law 4: a cloned data folder: what was written on both cards is in all three, and each ' +
    'goes on in a feed of its own',
  async () => {
    const { sail, boen } = twoBoxes()
    const clone = copied(sail)
    const epoch = epochOf(sail)
    offer(sail, 3, 'Écrit sur la première carte')
    offer(clone, 4, 'Écrit sur la seconde')
    for (const card of [sail, clone]) carry(card, boen)
    for (const card of [sail, clone])
      assert.equal((carry(boen, card)['forked'] as unknown[]).length, 1)
    assert.equal(new Set([epoch, epochOf(sail), epochOf(clone)]).size, 3)
    offer(sail, 5, 'Et après')
    carry(sail, boen)
    carry(boen, clone)
    assert.deepEqual(titles(boen), [
      'Et après',
      'Livres à donner',
      'Remorque à prêter',
      'Écrit sur la première carte',
      'Écrit sur la seconde',
    ])
    await allEqual(sail, clone, boen)
  },
)

test(
  'laws 1 and 10: a backup put back takes from the neighbour what it lacks of its own, and ' +
    'brings nothing forgotten back',
  async () => {
    const { sail, boen } = twoBoxes()
    const backup = join(tempFolder(), 'sauvegarde.zip')
    run('backup', backup, '--plain', '--data', sail)
    offer(sail, 3, 'Écrit après la sauvegarde')
    carry(sail, boen)
    forget(sail, 1)
    run('restore', backup, '--data', sail)
    assert.deepEqual(titles(sail), [])
    carry(boen, sail)
    assert.deepEqual(titles(sail), ['Livres à donner', 'Écrit après la sauvegarde'])
    carry(sail, boen)
    assert.deepEqual(titles(boen), titles(sail))
    await allEqual(sail, boen)
  },
)

test(
  'law 1: a card that lost its last commits writes again under the same numbers: both are ' +
    'there in the end',
  async () => {
    const { sail, boen } = twoBoxes()
    const older = join(tempFolder(), 'log.db')
    cpSync(join(sail, 'log.db'), older)
    offer(sail, 3, 'Écrit, porté, puis perdu par la carte')
    carry(sail, boen)
    for (const end of ['-wal', '-shm']) rmSync(join(sail, `log.db${end}`), { force: true })
    cpSync(older, join(sail, 'log.db'))
    offer(sail, 4, 'Écrit à la même place')
    carry(sail, boen)
    carry(boen, sail)
    assert.deepEqual(titles(sail), [
      'Livres à donner',
      'Remorque à prêter',
      'Écrit à la même place',
      'Écrit, porté, puis perdu par la carte',
    ])
    await allEqual(sail, boen)
  },
)

test('law 9: clocks in 1970, in 2099 and beyond give and get everything', async () => {
  const { sail, boen } = twoBoxes()
  for (const [n, clock] of [0, Date.UTC(2099, 5, 1), Date.UTC(2140, 0, 1)].entries()) {
    offer(sail, 10 + n, `De ${new Date(clock).getUTCFullYear()}`)
    const there = bundleFile()
    const packed = cocote(['courier', 'pack', '--out', there, '--data', sail], clock)
    assert.equal(packed.status, 0, packed.said)
    const back = bundleFile()
    const taken = cocote(
      ['courier', 'deliver', there, '--receipt', back, '--json', '--data', boen],
      n === 1 ? 0 : NOON,
    )
    assert.equal(taken.status, 0, taken.said)
    assert.ok(Number(taken.json['taken']) > 0, taken.said)
    const receipt = cocote(['courier', 'deliver', back, '--data', sail], clock)
    assert.equal(receipt.status, 0, receipt.said)
  }
  carry(boen, sail)
  assert.equal(titles(sail).length, 5)
  await allEqual(sail, boen)
})

test(
  'laws 8 and 10: a bundle cut writes nothing, doubled is as once, bit-flipped costs its ' +
    'page, late brings nothing back',
  async () => {
    const { sail, boen } = twoBoxes()
    const first = pack(sail)
    const bytes = readFileSync(first)
    const hurt = bundleFile()
    writeFileSync(hurt, bytes.subarray(0, bytes.length - 200))
    assert.equal(cocote(['courier', 'deliver', hurt, '--data', boen]).status, 1)
    assert.deepEqual(titles(boen), ['Livres à donner'])
    // Its first page begins just after its name: the bit is in what the page folds.
    const flipped = Buffer.from(bytes)
    flipped[bytes.indexOf('commons/000001.zst') + 60]! ^= 1
    writeFileSync(hurt, flipped)
    const partly = cocote(['courier', 'deliver', hurt, '--json', '--data', boen])
    assert.deepEqual(
      [partly.status, partly.json['taken'], (partly.json['faults'] as unknown[]).length],
      [1, 0, 1],
      partly.said,
    )
    for (const taken of [1, 0]) assert.equal(deliver(boen, first)['taken'], taken)
    forget(sail, 1)
    offer(sail, 3, 'Plus récente')
    carry(sail, boen)
    assert.equal(deliver(boen, first)['taken'], 0)
    assert.deepEqual(titles(boen), ['Livres à donner', 'Plus récente'])
    carry(boen, sail)
    await allEqual(sail, boen)
  },
)
