import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { bricks } from '../src/app/bricks.ts'
import { normalHours } from '../src/core/calendar/hours.ts'
import { occurrences, recurrenceFault } from '../src/core/calendar/recurrence.ts'
import { fits } from '../src/core/form/fit.ts'
import type { Field, RecordType } from '../src/core/schema.ts'
import type { SeedRecord } from './record.ts'
import { world } from './world.ts'

const TYPES = new Map<string, RecordType>(
  bricks.flatMap(brick => brick.records).map(type => [type.name, type]),
)
const TODAY = '2026-11-25'
const whole = world(TODAY)
/**
 * What a house with these bricks takes in: the demonstration leaves out the records of a brick that
 * is not there.
 */
const sail = whole.filter(record => TYPES.has(record.type))
const keys = new Map(whole.map(record => [record.key, record]))
const today = fc
  .integer({ min: 0, max: 800 })
  .map(days => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())

const fieldOf = (record: SeedRecord, name: string): Field => {
  const field = TYPES.get(record.type)?.fields[name]
  assert.ok(field, `${record.key}: ${record.type} has no field ${name}`)
  return field
}
const linksOf = (value: unknown): readonly string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one.startsWith('@'))

test('every record has a known type, known fields and values that fit', () => {
  for (const record of sail)
    for (const [name, value] of Object.entries(record.fields)) {
      const field = fieldOf(record, name)
      const held = ['link', 'themes'].includes(field.kind) ? resolved(value) : value
      assert.ok(fits(field, held), `${record.key}.${name}: ${JSON.stringify(value)}`)
      if (field.kind === 'choice')
        assert.ok(field.choices?.includes(String(value)), `${record.key}.${name}: ${value}`)
      if (field.kind === 'hours')
        assert.notEqual(normalHours(String(value)), undefined, `${record.key}.${name}`)
      if (field.kind === 'recurrence')
        assert.equal(recurrenceFault(String(value), TODAY), null, `${record.key}.${name}`)
    }
})
const ID = '0'.repeat(26)
const resolved = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(resolved) : String(value).startsWith('@') ? ID : value

test('every required field is filled, and every record was written before today', () => {
  for (const record of sail) {
    for (const [name, field] of Object.entries(TYPES.get(record.type)!.fields))
      if (field.required)
        assert.ok(record.fields[name] !== undefined, `${record.key}: ${name} is missing`)
    assert.ok(record.at <= TODAY && record.at > '2025-01-01', `${record.key}: ${record.at}`)
  }
})

test('every link leads to a record of a type that its field may point at', () => {
  for (const record of sail)
    for (const [name, value] of Object.entries(record.fields)) {
      const field = fieldOf(record, name)
      const links = linksOf(value)
      if (field.kind === 'link' || field.kind === 'themes')
        assert.equal(links.length, [value].flat().length, `${record.key}.${name}`)
      else assert.deepEqual(links, [], `${record.key}.${name} is no link`)
      for (const link of links) {
        const target = keys.get(link.slice(1))
        assert.ok(target, `${record.key}.${name}: nothing is called ${link}`)
        const to = field.kind === 'themes' ? ['theme'] : (field.to ?? [])
        assert.ok(
          to.length === 0 || to.includes(target.type),
          `${record.key}.${name}: ${link} is a ${target.type}`,
        )
      }
    }
})

test('keys are unique, with eighteen communes, thirty themes and some hundred records', () => {
  assert.equal(keys.size, whole.length)
  const count = (type: string): number => whole.filter(record => record.type === type).length
  assert.equal(count('commune'), 18)
  assert.equal(count('theme'), 30)
  assert.equal(count('territory'), 1)
  const others = whole.length - 18 - 30 - 1
  assert.ok(others >= 40 && others <= 150, String(others))
  // A relay is a person who said yes, an edition a sheet that somebody printed, a recipe one of
  // ours that a facilitator wrote their way: none is made up.
  const isLived = (name: string): boolean => ['relay', 'edition', 'recipe'].includes(name)
  for (const [name, type] of TYPES)
    if (type.space !== 'home' && !isLived(name))
      assert.ok(
        count(name) > 0,
        `the demonstration has no ${name}: write one in a file of seeds/ that seeds/world.ts ` +
          'calls, then npm run crawl -- accept',
      )
})

test('nobody of the real page is named', () => {
  const said = JSON.stringify(whole)
  for (const name of [
    'Renaud',
    'Eddie',
    'Élodie',
    'Elodie',
    'Kwan',
    'Kwann',
    'Morgan',
    'Léa',
    'Mél',
    'Céc',
    'Rémi',
    'Zoomacom',
  ])
    assert.doesNotMatch(said, new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u'), name)
})

test('people write with the apostrophes and no-break spaces of French', () => {
  for (const record of sail)
    for (const [name, value] of Object.entries(record.fields)) {
      if (!['text', 'prose'].includes(fieldOf(record, name).kind)) continue
      assert.doesNotMatch(String(value), /'| [;:?!]/, `${record.key}.${name}`)
    }
})

test('whatever the day, at least three things come within fifteen days, and one on a Wednesday', () => {
  fc.assert(
    fc.property(today, day => {
      const until = Temporal.PlainDate.from(day).add({ days: 15 }).toString()
      const coming = world(day).flatMap(({ type, fields }) =>
        type === 'event'
          ? occurrences(
              {
                startsOn: String(fields['startsOn']),
                recurs: (fields['recurs'] as string) ?? null,
              },
              day,
              until,
              5,
            )
          : [],
      )
      const once = world(day).filter(
        ({ type, fields }) =>
          type === 'event' && !fields['recurs'] && String(fields['startsOn']) > day,
      )
      assert.ok(once.filter(({ fields }) => String(fields['startsOn']) <= until).length >= 3, day)
      assert.ok(
        coming.some(one => Temporal.PlainDate.from(one).dayOfWeek === 3),
        day,
      )
      assert.deepEqual(world(day), world(day))
      assert.ok(world(day).every(record => record.at <= day))
    }),
    { numRuns: 100 },
  )
})

const TABLE = new URL('../../shared/geo/loire-forez.csv', import.meta.url)
test('the communes are the eighteen nearest, with their figures', {
  skip: existsSync(TABLE) ? false : 'the shared table of communes is not here',
}, () => {
  const lines = readFileSync(TABLE, 'utf8').trim().split('\n').slice(1)
  const rows = lines.map(line => line.replaceAll('"', '').split(','))
  for (const { type, fields } of sail) {
    if (type !== 'commune') continue
    const [, name, postal, population, lat, lon] =
      rows.find(([code]) => code === fields['code']) ?? []
    const point = fields['point'] as readonly number[]
    assert.deepEqual(
      [fields['name'], fields['postalCodes'], fields['population'], ...point],
      [name, postal, Number(population), Number(lat), Number(lon)],
    )
  }
})
