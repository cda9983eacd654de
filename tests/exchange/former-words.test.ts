import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boxOfFeed } from '../../src/core/change.ts'
import { idFrom } from '../../src/core/id.ts'
import { sha256 } from '../../src/log/bytes.ts'
import { type FleshName, writesToForget } from '../../src/log/forget.ts'
import { type Log, row } from '../../src/log/log.ts'
import { missingValuesIn } from '../../src/log/missing-values.ts'
import { withdrawnValuesIn } from '../../src/projection/withdrawn-values.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { ownVectors } from '../../src/sync/bundle/vector.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs, testOnce } from '../support/pass.ts'
import { fixedBox, inside, NOON, openMemory, recordId, stateOf, write } from '../wire/boxes.ts'
import { delivered, packed, trusting } from './carry.ts'
import { bring, carried, engineOf, paired, said } from './engines.ts'
import { supersededIn } from './superseded.ts'

/**
 * Words that somebody corrected stay in the box where they were written (src/log/former.ts): no
 * bundle carries them, and all boxes come to the same rows with them and without.
 */

/** The values that a bundle carries, by `hash index field`. */
async function fleshIn(bytes: Uint8Array, log: Log): Promise<ReadonlyMap<string, string>> {
  const opened = await Bundle.open(bytes, log.box)
  const out = new Map<string, string>()
  for await (const { entries } of opened.pages())
    for (const { bytes, flesh } of entries)
      for (const { index, field, value } of flesh)
        out.set(`${sha256(bytes).toString('hex')} ${index} ${field}`, value)
  opened.close()
  return out
}
/** The values that a log holds, by the same names. */
const fleshOf = (log: Log): ReadonlyMap<string, string> =>
  new Map(
    log.sql
      .all<{ hash: Uint8Array; change: number; field: string; value: string }>(
        'SELECT e.hash, f.change, f.field, f.value FROM piece f JOIN entry e ON e.id = f.entry',
      )
      .map(({ hash, change, field, value }) => [
        `${Buffer.from(hash).toString('hex')} ${change} ${field}`,
        value,
      ]),
  )

/** One step of a life: a box writes some fields of a record, or one box gives to another. */
type Step =
  | Readonly<{ box: number; record: number; fields: readonly string[]; as: Kind }>
  | Readonly<{ from: number; to: number }>
/** What a step writes: fields of a need, the label of a theme, or a base of a title. */
type Kind = 'need' | 'theme' | 'base'
const kind = fc.constantFrom<Kind>('need', 'need', 'need', 'theme', 'base')
const box = fc.integer({ min: 0, max: 2 })
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ box, record: fc.nat(1), fields: fieldsOf(), as: kind }) },
    { weight: 2, arbitrary: fc.record({ from: box, to: box }) },
  ),
  { minLength: 4, maxLength: 24 },
)
function fieldsOf(): fc.Arbitrary<readonly string[]> {
  return fc.subarray(['title', 'who', 'point', 'removed'], { minLength: 1 })
}

const give = async (from: Log, to: Log, all: readonly Log[]): Promise<void> => {
  const since = { ...ownVectors(to), hollow: missingValuesIn(to, () => true) }
  await delivered(to, await packed(from, { since }), trusting(to, ...all))
}

/** A base of a title, over what this box itself wrote: it erases that alone. */
function based(log: Log, record: string, value: string): void {
  const heads = row(log, 'need', record, 'commons').get('title')?.heads ?? []
  const over = heads.map(({ name }) => name).filter(name => boxOfFeed(name.feed) === log.box.name)
  write(log, { type: 'base', record, fields: { 'need.title': value }, over })
}

async function lived(all: readonly Step[]): Promise<readonly Log[]> {
  const logs = [1, 2, 3].map(n => openMemory(fixedBox(n)))
  let said = 0
  for (const step of all)
    if ('from' in step) {
      if (step.from !== step.to) await give(logs[step.from]!, logs[step.to]!, logs)
    } else if (step.as === 'theme') {
      const label = said++ % 2 === 0 ? 'Bois' : `canary ${said}`
      write(logs[step.box]!, { type: 'theme', record: recordId(7), fields: { label } })
    } else if (step.as === 'base') based(logs[step.box]!, recordId(step.record), `canary ${said++}`)
    else {
      const values = step.fields.map(field => [
        field,
        field === 'removed' ? said++ % 2 === 0 : `canary ${said++}`,
      ])
      const fields = Object.fromEntries(values)
      write(logs[step.box]!, { record: recordId(step.record), fields })
    }
  return logs
}

test(
  'law: with the former words or without, all boxes come to the same, and a stranger’s bundle ' +
    'holds each value but those that their own box wrote over',
  () =>
    fc.assert(
      fc.asyncProperty(steps, async all => {
        const logs = await lived(all)
        const [one, two, three] = logs as [Log, Log, Log]
        for (const [from, to] of [
          [one, two],
          [two, three],
          [three, two],
          [two, one],
        ] as const)
          await give(from, to, logs)
        const late = openMemory(fixedBox(4))
        const bytes = await packed(one)
        await delivered(late, bytes, trusting(late, ...logs))
        for (const log of [two, three, late]) assert.deepEqual(stateOf(log), stateOf(one))
        const superseded = supersededIn(one)
        const held = fleshOf(one)
        const carried = await fleshIn(bytes, late)
        const owed = new Map([...held].filter(([piece]) => !superseded.has(piece)))
        assert.deepEqual(carried, owed)
        assert.deepEqual(
          missingValuesIn(late, () => true),
          {},
        )
        // What is asked again is not given, and nothing is asked for ever.
        const again = await packed(one, {
          since: {
            ...ownVectors(late),
            hollow: Object.fromEntries(
              logs.map(({ box: { name }, epoch }) => [`${name}.${epoch}.commons`, [1, 2, 3]]),
            ),
          },
        })
        for (const [piece] of await fleshIn(again, late)) assert.ok(owed.has(piece))
      }),
      runs(40, 400),
    ),
)

testOnce(
  'a box that believes the author of a long text, and nobody who wrote between, holds it whole',
  async () => {
    const [author, between, late] = [1, 2, 3].map(n => openMemory(fixedBox(n))) as [Log, Log, Log]
    const said = (log: Log, story: unknown): void =>
      write(log, { record: recordId(1), fields: { story, title: `${log.box.name} ${story}` } })
    said(author, { yjs: 'AAA=' })
    await give(author, between, [author])
    said(between, { yjs: 'AAE=' })
    await give(between, author, [between])
    said(author, { yjs: 'AAI=' })
    said(author, { yjs: 'AAM=' })
    await give(author, late, [author])
    const heads = row(late, 'need', recordId(1), 'commons').get('story')?.heads ?? []
    assert.equal(heads.length, 2, 'the first update, and the last: those between are not held')
    for (const { value } of heads) assert.notEqual(value, undefined)
    const carried = [...(await fleshIn(await packed(author), late)).values()]
    assert.ok(!carried.includes('{"yjs":"AAI="}'), 'what its own box wrote over stays')
    assert.equal(carried.filter(value => value.startsWith(`"${author.box.name}`)).length, 1)
  },
)

const id = (n: number): string => idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, n))
const [HALL, NOTICE] = [id(1), id(2)]
const fleshText = ({ log }: OpenEngine): string => [...fleshOf(log).values()].join('\n')
const offer = (engine: OpenEngine) =>
  engine.read.one(engine.types.get('offer')!, NOTICE) as Record<string, unknown> | undefined
const REACH = '06 39 98 41 07'
const notice = { title: 'Odette prête son broyeur', who: 'Odette', reach: REACH, state: 'firm' }
function corrected(engine: OpenEngine, fields: Readonly<Record<string, string>>): void {
  const row = engine.read.one(engine.types.get('offer')!, NOTICE)! as Record<string, unknown>
  const shown = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
  const answer = said(engine, 'write', { ...shown, type: 'offer', id: NOTICE, ...fields })
  assert.ok(answer.done, JSON.stringify(answer))
}
function two(): readonly [OpenEngine, OpenEngine] {
  const both = [engineOf(1), engineOf(2)] as const
  paired(...both)
  return both
}

testOnce(
  'a correction that is undone gives the old words back, in their box and in one that never ' +
    'had them; there the history says that they changed, and restores nothing',
  async () => {
    const [sail, boen] = two()
    assert.ok(bring(sail, 'offer', NOTICE, notice).done)
    corrected(sail, { title: 'Une voisine prête son broyeur', who: 'Une voisine' })
    await carried(sail, boen)
    assert.doesNotMatch(fleshText(boen), /Odette/)
    assert.deepEqual(offer(boen), offer(sail))
    const lines = boen.read.history('offer', NOTICE, 'whole')
    const titles = lines.filter(({ field }) => field === 'title')
    assert.deepEqual(
      titles.map(({ value, untold }) => [value, untold]),
      [
        ['Une voisine prête son broyeur', undefined],
        [null, true],
      ],
    )
    const line = String(lines.length - 1 - lines.indexOf(titles[1]!))
    const back = { type: 'offer', id: NOTICE, line }
    assert.equal(said(boen, 'bringBack', back).done, false)
    assert.ok(said(sail, 'bringBack', back).done)
    assert.equal(offer(sail)?.['title'], notice.title)
    await carried(sail, boen)
    assert.equal(offer(boen)?.['title'], notice.title)
    assert.doesNotMatch(fleshText(boen), /"Odette"/, 'who they were stays corrected')
  },
)

testOnce(
  'a field that is emptied, a point that moves, a photo that is replaced leave nothing',
  async () => {
    const [sail, boen] = two()
    const [first, second] = ['a', 'b'].map(letter => letter.repeat(64)) as [string, string]
    const hall = { name: 'La halle', kind: 'hall' }
    const at = (hash: string, point: readonly number[], address: string | null) => ({
      ...hall,
      address,
      point,
      photos: [{ hash, type: 'image/webp', name: 'halle.webp', size: 3 }],
    })
    const [lat, lon] = [45.7342, 3.9689]
    assert.ok(bring(sail, 'place', HALL, at(first, [lat, lon], 'chez Odette')).done)
    assert.ok(bring(sail, 'place', HALL, at(second, [46, 4], null)).done)
    const asks = Object.fromEntries(
      writesToForget(sail.log, 'place', HALL, 'photos').map(({ feed, seq }) => [
        feed,
        [[seq, first] as const],
      ]),
    )
    const read: string[] = []
    const bytes = await packed(sail.log, {
      since: { commons: {}, network: {}, lacks: asks },
      file: (_, hash) => {
        read.push(hash)
        return undefined
      },
    })
    assert.deepEqual([...new Set(read)], [second], 'no former photo is given, asked for or not')
    const carriedText = [...(await fleshIn(bytes, boen.log)).values()].join('\n')
    for (const gone of ['Odette', String(lat), String(lon), first])
      assert.ok(!carriedText.includes(gone), gone)
    assert.ok(carriedText.includes(second))
  },
)

testOnce(
  'what is put back comes whole, though some of its words were corrected before it was withdrawn',
  async () => {
    const [sail, boen] = two()
    assert.ok(bring(sail, 'offer', NOTICE, notice).done)
    corrected(sail, { title: 'Une voisine prête son broyeur' })
    const gone = said(sail, 'remove', { type: 'offer', id: NOTICE })
    const give = async (): Promise<void> => {
      const since = { ...ownVectors(boen.log), hollow: missingValuesIn(boen.log, () => true) }
      const withheld = withdrawnValuesIn(sail.log)
      await delivered(
        boen.log,
        await packed(sail.log, { since, withheld }),
        trusting(boen.log, sail.log),
      )
    }
    await give()
    assert.doesNotMatch(fleshText(boen), /broyeur|06 39/)
    assert.ok(gone.done && gone.undo && said(sail, 'putBack', gone.undo.input).done)
    await give()
    assert.match(fleshText(boen), /06 39 98 41 07/)
    assert.match(fleshText(boen), /Une voisine/)
    assert.doesNotMatch(fleshText(boen), /Odette prête/)
    await give()
    assert.deepEqual(
      missingValuesIn(boen.log, () => true),
      {},
    )
  },
)

testOnce(
  'a neighbour who writes over words silences nobody, and their author’s next correction takes ' +
    'them away',
  async () => {
    const [sail, boen] = two()
    assert.ok(bring(sail, 'offer', NOTICE, notice).done)
    await carried(sail, boen)
    corrected(boen, { title: 'Quelqu’un prête son broyeur' })
    await carried(boen, sail)
    const third = openMemory(fixedBox(3))
    assert.ok(
      [...(await fleshIn(await packed(sail.log), third)).values()].includes(`"${notice.title}"`),
    )
    corrected(sail, { title: 'Une voisine prête son broyeur' })
    const left = [...(await fleshIn(await packed(sail.log), third)).values()].join('\n')
    assert.doesNotMatch(left, /Odette prête/)
    assert.match(left, /Quelqu’un/)
  },
)

testOnce(
  'a box that is believed up to an earlier entry shows again what it said then',
  async () => {
    const [author, here, other] = [1, 2, 3].map(n => openMemory(fixedBox(n))) as [Log, Log, Log]
    write(author, { record: recordId(1), fields: { title: 'Les premiers mots' } })
    const feed = `${author.box.name}.${author.epoch}.commons`
    const later = NOON + 86_400_000
    const come = async (
      to: Log,
      now: number,
      withheld: readonly FleshName[] = [],
    ): Promise<void> => {
      decideBox(to, { name: author.box.name, paired: true })
      await delivered(to, await packed(author, { withheld }), trusting(to, author), { now })
    }
    await come(here, NOON)
    await come(other, NOON, writesToForget(author, 'need', recordId(1)))
    assert.deepEqual(
      missingValuesIn(other, () => true),
      { [feed]: [1] },
    )
    write(author, { record: recordId(1), fields: { title: 'Des mots de trop' } })
    await come(here, later)
    await come(other, later)
    assert.deepEqual(
      missingValuesIn(other, () => true),
      {},
      'they are former now',
    )
    for (const log of [here, other])
      inside(log, () =>
        decideBox(log, { name: author.box.name, dismissed: true, hideSince: later }),
      )
    const asked = missingValuesIn(other, () => true)
    assert.deepEqual(asked, { [feed]: [1] }, 'it asks for the words that would show')
    const bytes = await packed(here, { since: { ...ownVectors(other), hollow: asked } })
    await delivered(other, bytes, trusting(other, author, here))
    assert.ok([...fleshOf(other).values()].includes('"Les premiers mots"'))
    inside(other, () => decideBox(other, { name: author.box.name, dismissed: false }))
    assert.deepEqual(
      missingValuesIn(other, () => true),
      {},
    )
  },
)

/** The updates of long texts, in clear. */
const texts = (values: Iterable<string>): string =>
  [...values]
    .map(value => Buffer.from(/"yjs":"([^"]*)/.exec(value)?.[1] ?? '', 'base64').toString('utf8'))
    .join('\n')
const detail = (engine: OpenEngine): string => String(offer(engine)?.['detail'])

testOnce(
  'words taken out of a long text leave in no bundle; what was written elsewhere meanwhile ' +
    'stands in it, and undo gives them back',
  async () => {
    const [sail, boen] = two()
    const first = 'Le broyeur est chez Odette. Il démarre mal.'
    assert.ok(bring(sail, 'offer', NOTICE, { ...notice, detail: first }).done)
    await carried(sail, boen)
    corrected(sail, { detail: 'Le broyeur est au local. Il démarre mal.' })
    const late = openMemory(fixedBox(3))
    const told = async (): Promise<string> =>
      texts((await fleshIn(await packed(sail.log), late)).values())
    assert.doesNotMatch(await told(), /Odette/)
    corrected(boen, { detail: `${first} Prévoir des gants.` })
    await carried(boen, sail)
    await carried(sail, boen)
    const both = 'Le broyeur est au local. Il démarre mal. Prévoir des gants.'
    assert.deepEqual([detail(sail), detail(boen)], [both, both])
    assert.doesNotMatch(await told(), /Odette/)
    const whole = sail.read.history('offer', NOTICE, 'whole')
    const line = whole.findIndex(({ field, value }) => field === 'detail' && value === first)
    const back = { type: 'offer', id: NOTICE, line: String(whole.length - 1 - line) }
    assert.ok(said(sail, 'bringBack', back).done)
    await carried(sail, boen)
    assert.deepEqual([detail(sail), detail(boen)], [first, first])
  },
)

testOnce(
  'a base, the present of a text whose past was erased, is former as any write once its box ' +
    'corrects the text',
  async () => {
    const [sail, boen] = two()
    const first = 'Le broyeur est au local. Odette Marchand le prête.'
    assert.ok(bring(sail, 'offer', NOTICE, { ...notice, detail: first }).done)
    corrected(sail, { detail: `${first} Il démarre mal.` })
    assert.ok(said(sail, 'forget', { type: 'offer', id: NOTICE, past: '1' }).done)
    const told = async (): Promise<string> =>
      texts((await fleshIn(await packed(sail.log), boen.log)).values())
    assert.match(await told(), /Odette Marchand/, 'the base is the text')
    const now = 'Le broyeur est au local. Il démarre mal.'
    corrected(sail, { detail: now })
    assert.match(texts(fleshOf(sail.log).values()), /Odette Marchand/, 'its own box keeps it')
    assert.doesNotMatch(await told(), /Odette/)
    await carried(sail, boen)
    assert.equal(detail(boen), now)
    assert.deepEqual(
      missingValuesIn(boen.log, () => true),
      {},
    )
  },
)

testOnce(
  'the former words of a theme and of a commune stay too, but for the label or the code by which ' +
    'a double of what comes with the program is known',
  async () => {
    const author = openMemory(fixedBox(1))
    const put = (type: string, n: number, ...each: readonly Record<string, unknown>[]): void => {
      for (const fields of each) write(author, { type, record: recordId(n), fields })
    }
    const synonyms = `Odette Marchand, ${REACH}`
    put('theme', 1, { label: 'Bois', synonyms }, { label: 'Bois et scierie', synonyms: 'bûches' })
    put('theme', 2, { label: `Chez Odette, ${REACH}` }, { label: 'Bois' }, { label: 'Couture' })
    put('commune', 3, { code: '42195', name: 'Odette' }, { code: '42019', name: 'Boën' })
    put('commune', 4, { code: REACH }, { code: '42019' })
    const carriedValues = [...(await fleshIn(await packed(author), author)).values()]
    assert.deepEqual(carriedValues.map(value => JSON.parse(value) as unknown).toSorted(), [
      '42019',
      '42019',
      '42195',
      'Bois',
      'Bois et scierie',
      'Boën',
      'Couture',
      'bûches',
    ])
  },
)
