import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import type { BrickModel } from '../../src/contract/brick.ts'
import { isLetIn } from '../../src/contract/permission.ts'
import { type Field, type RecordType, spaceOf } from '../../src/core/schema.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { type Member, type TestBox, testBox } from '../support/test-box.ts'

/**
 * Every brick whose things are given in charge, through HTTP: of each type that leads to a thing,
 * every field that stays in this box is filled, of two things. Whoever is in charge of one reads
 * nothing of the other, by any page, print, export or post, and does nothing to it.
 */

/** What stays here of whoever has a thing: their name, their number, a word of each field. */
type People = Readonly<{ name: string; phone: string; word: string }>
const OURS: People = { name: 'Zénobie', phone: '06 39 98 01 01', word: 'quernelade' }
const OTHERS: People = { name: 'Fulgence', phone: '06 71 22 33 44', word: 'vrixolame' }

type Typed = Readonly<{ brick: BrickModel; type: RecordType; over: string }>
const typed: readonly Typed[] = bricks.flatMap(brick =>
  brick.records.flatMap(type => {
    const over = brick.owners?.[type.name]?.over
    return over === undefined ? [] : [{ brick, type, over }]
  }),
)
const things = typed.filter(({ over }) => over === 'id')
const leading = typed.filter(({ over }) => over !== 'id')
const skip = things.length === 0 && 'no brick of this house lends'
const lenders = [...new Set(typed.map(({ brick }) => brick))]

/** A value for a field: of one that stays here, words and numbers that stand nowhere else. */
function sampleOf(name: string, field: Field, whose: People, member: string): unknown {
  if (field.codes) return undefined
  const text = `${whose.word} ${name}`
  const values: Readonly<Record<string, unknown>> = {
    text: field.means === 'who' || name === 'name' ? whose.name : text,
    prose: text,
    phone: whose.phone,
    day: '2026-12-05',
    time: '10:00',
    moment: '2026-12-05T09:00:00Z',
    number: 1,
    choice: field.choices?.[0],
    recurrence: 'FREQ=WEEKLY;BYDAY=SA',
    link: field.to?.includes('member') ? member : undefined,
  }
  const value = values[field.kind]
  return field.many === true && value !== undefined ? [value] : value
}
/** The fields of a record that leads to a thing. What everybody reads tells of nobody. */
const fieldsOf = ({ type, over }: Typed, thing: string, whose: People, member: string): object =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, field]) => {
      if (name === over) return [[name, thing]]
      const isPublic = spaceOf(type, field) !== 'home'
      const value =
        isPublic && field.kind === 'text' ? 'à dire' : sampleOf(name, field, whose, member)
      return value === undefined ? [] : [[name, value]]
    }),
  )

type Kept = Readonly<{ thing: string; of: Typed; records: readonly string[] }>
let box: TestBox
let paul: Member
let lea: Member
const ours: Kept[] = []
const theirs: Kept[] = []

/** Every thing that a type may lead to, with a record of each state of each type that does. */
function plant(whose: People, title: string, all: Kept[]): void {
  const member = box.welcome({ name: whose.name, how: 'phone', phone: whose.phone })
  for (const of of things) {
    const kind = of.type.fields['kind']?.choices?.[0]
    const thing = box.bring(of.type.name, { [of.type.title]: title, ...(kind ? { kind } : {}) })
    const records = leading
      .filter(({ type, over }) => type.fields[over]?.to?.includes(of.type.name))
      .flatMap(one =>
        (one.type.fields['state']?.choices ?? [undefined]).map(state => {
          const id = box.newId()
          const fields = { ...fieldsOf(one, thing, whose, member), ...(state ? { state } : {}) }
          const isHome = (name: string): boolean =>
            spaceOf(one.type, one.type.fields[name]!) === 'home'
          const shown = Object.fromEntries(Object.entries(fields).filter(([name]) => !isHome(name)))
          const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => isHome(name)))
          box.bringAll(
            ...(Object.keys(shown).length > 0 ? [{ type: one.type.name, id, fields: shown }] : []),
            { type: one.type.name, id, fields: kept, space: 'home' as const },
          )
          return id
        }),
      )
    all.push({ thing, of, records })
  }
}
before(async () => {
  box = testBox()
  box.territory()
  plant(OURS, 'Scie', ours)
  plant(OTHERS, 'Motoculteur', theirs)
  paul = await box.member('Paul')
  lea = await box.member('Léa')
  for (const [person, all] of [
    [paul.id, ours],
    [lea.id, theirs],
  ] as const)
    for (const { thing } of all)
      assert.equal(
        (await box.keeper.send('/charges', { over: thing, person }, '/charges')).status,
        303,
      )
})

const idsOf = (all: readonly Kept[]): readonly string[] =>
  all.flatMap(({ thing, records }) => [thing, ...records])
const filled = (path: string, id: string): string => path.replaceAll(/:\w+/g, id)
/** The page of every brick that lends, of each of these ids, and where every page leads. */
async function pagesRead(who: Browser): Promise<readonly Answer[]> {
  const known = new Set([
    ...['/', '/moi', '/moi/ecrits', '/moi/tout.json', '/agenda', '/carte', '/mur', '/donnees'],
    ...['/bientot', '/charges', '/annonces', '/annuaire', '/mes-mots', '/arrangements'],
    ...['motoculteur', 'scie', 'samedi', 'demain', 'emprunt'].map(q => `/chercher?q=${q}`),
    ...lenders.flatMap(({ records }) =>
      records.flatMap(({ name }) => [`/donnees/${name}.json`, `/donnees/${name}.csv`]),
    ),
    ...bricks
      .filter(({ name }) => lenders.some(one => one.name === name))
      .flatMap(({ pages }) =>
        pages.flatMap(({ path }) => idsOf([...ours, ...theirs]).map(id => filled(path, id))),
      ),
  ])
  const read: Answer[] = []
  for (const path of known) {
    const answer = await who.get(path)
    assert.ok(answer.status < 500, `${path} ${answer.status}`)
    read.push(answer)
    if (known.size > MOST_READ) continue
    for (const [, href = ''] of answer.body.matchAll(/ href="(\/[^"#]*)/g))
      if (!/^\/(imprimer|fichiers|sortir|langue)/.test(href))
        known.add(href.replaceAll('&amp;', '&'))
  }
  return read
}
const MOST_READ = 500
const told = (bodies: readonly string[], { name, phone, word }: People): readonly string[] =>
  [name, phone, phone.replaceAll(' ', ''), word].filter(one =>
    bodies.some(body => body.includes(one)),
  )
const bodiesOf = (all: readonly Answer[]): readonly string[] => all.map(({ body }) => body)

test('law: of each brick that lends, in charge of one thing, no page tells who has another', {
  skip,
}, async () => {
  assert.ok(leading.length > 0)
  assert.deepEqual(told(bodiesOf(await pagesRead(paul)), OTHERS), [])
  assert.ok(
    told(bodiesOf(await pagesRead(lea)), OTHERS).includes(OTHERS.name),
    'who is in charge reads',
  )
  const heard = await box.memberOf(lea.id, 'wifi')
  assert.deepEqual(told(bodiesOf(await pagesRead(heard)), OTHERS), [], 'where somebody listens')
})

test('of each brick that lends, no print of theirs tells who has another thing', { skip }, () => {
  const as = { by: 'neighbour', me: paul.id, private: true } as const
  for (const { prints = [] } of bricks)
    for (const { kind, ofOne } of prints)
      for (const id of ofOne ? idsOf(theirs) : [undefined])
        assert.deepEqual(told([JSON.stringify(box.print(kind, id, as))], OTHERS), [], kind)
})

test('of each brick that lends, no act of theirs on another thing is done, or tells who has it', {
  skip,
}, async () => {
  const written = () => JSON.stringify(box.log.sql.get('SELECT count(*) AS n FROM entry'))
  const acts = lenders.flatMap(({ commands }) =>
    commands.filter(({ who, path }) => isLetIn('neighbour', who) && path.includes(':')),
  )
  for (const { path, name } of acts)
    for (const id of idsOf(theirs)) {
      const [moved] = ours
      const fields = { startsOn: '2026-12-05', by: moved!.thing, to: moved!.thing, id, pieces: '' }
      const before = written()
      const { status, body } = await paul.post(filled(path, id), fields)
      assert.deepEqual(told([body], OTHERS), [], `${name}, ${status}`)
      if (status === 303 && written() !== before) done.add(name)
    }
  // What any member does of any thing.
  assert.deepEqual(
    [...done].filter(name => !ANYBODYS.has(name)),
    [],
  )
  assert.deepEqual(told(bodiesOf(await pagesRead(paul)), OTHERS), [])
})
const done = new Set<string>()
const ANYBODYS: ReadonlySet<string> = new Set(['book'])
