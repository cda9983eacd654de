import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  fromSchemaLieuDeMediationNumerique,
  type SchemaLieuMediationNumerique,
} from '@gouvfr-anct/lieux-de-mediation-numerique'
import fc from 'fast-check'
import { anyUnit } from '../../tests/support/any-unit.ts'
import { inclusionOf } from './inclusion.ts'
import { COLUMNS, type KnownAccessPlace, lieuOf, nationalPhone, WHY } from './national.ts'

const known: KnownAccessPlace = {
  id: '01kc0000000000000000000001',
  name: 'Médiathèque de Boën',
  siret: '214 200 192 00017',
  commune: '42019',
  communeName: 'Boën-sur-Lignon',
  postalCodes: '42130',
  address: '12 rue de la République',
  point: [45.744, 4.003],
  phone: '04 77 00 00 00',
  email: 'mediatheque@boen.example',
  url: 'https://boen.example',
  hours: 'We 14:00-18:00',
  help: 'Aide pour les démarches en ligne',
  computers: 4,
  services: [],
  isDoubtful: false,
  placeKind: 'library',
  parent: '',
  source: 'Sail et alentours',
  day: '2026-12-05',
}

test('a place is read by the national library as it was said', () => {
  const made = lieuOf(known)
  assert.ok('lieu' in made)
  const read = fromSchemaLieuDeMediationNumerique(
    made.lieu as unknown as SchemaLieuMediationNumerique,
  )
  assert.deepEqual(
    [read.nom, read.pivot, read.adresse.voie, read.contact?.telephone, read.services],
    [
      'Médiathèque de Boën',
      '21420019200017',
      '12 rue de la République',
      '+33477000000',
      ['Aide aux démarches administratives', 'Accès internet et matériel informatique'],
    ],
  )
  assert.deepEqual(
    Object.keys(made.lieu).filter(name => !(COLUMNS as readonly string[]).includes(name)),
    [],
  )
  assert.equal(COLUMNS.length, 32)
})

test(
  'whatever people wrote, what is given is what the national library takes, and what is not ' +
    'is said why',
  () => {
    const word = fc.oneof(
      fc.string({ unit: anyUnit, maxLength: 40 }),
      fc.constantFrom('', ' ', '12 rue Haute', '0477000000', 'W422001234', '42130 42890', 'a@b.fr'),
    )
    const odd = (name: keyof KnownAccessPlace) =>
      fc.oneof(
        { arbitrary: word, weight: 1 },
        { arbitrary: fc.constant(String(known[name])), weight: 2 },
      )
    const names = [
      'name',
      'siret',
      'communeName',
      'postalCodes',
      'commune',
      'address',
      'phone',
      'email',
      'url',
      'hours',
      'help',
      'placeKind',
    ] as const
    const any = fc.record({
      ...Object.fromEntries(names.map(name => [name, odd(name)])),
      computers: fc.integer({ min: 0, max: 20 }),
    })
    let taken = 0
    fc.assert(
      fc.property(any, said => {
        const made = lieuOf({ ...known, ...said })
        if ('why' in made)
          return void assert.ok(made.why.length > 0 && made.why.every(one => WHY.includes(one)))
        taken++
        fromSchemaLieuDeMediationNumerique(made.lieu as unknown as SchemaLieuMediationNumerique)
      }),
      { numRuns: 300 },
    )
    assert.ok(taken > 30, `${taken} places taken`)
  },
)

test('a kind of place that a neighbour made up is none of ours, whatever it is called', () => {
  for (const placeKind of ['valueOf', '__proto__', 'constructor', 'elsewhere'])
    assert.equal(
      (lieuOf({ ...known, placeKind }) as { lieu: Record<string, unknown> }).lieu['typologie'],
      undefined,
      placeKind,
    )
})

test('what is required and missing is said, all of it at once', () => {
  assert.deepEqual(lieuOf({ ...known, siret: '', address: '', postalCodes: '42130 42890' }), {
    why: ['noPivot', 'noPostal', 'noAddress'],
  })
  assert.deepEqual(lieuOf({ ...known, isDoubtful: true }), { why: ['doubtful'] })
})

test('a number is one French number with its prefix, or none', () => {
  for (const [typed, wanted] of [
    ['04 77 24 08 07', '+33477240807'],
    ['+33 (0)4 77 24 08 07', '+33477240807'],
    ['0033477240807', '+33477240807'],
    ['3949', ''],
    ['04 77 ou 06', ''],
  ] as const)
    assert.equal(nationalPhone(typed), wanted, typed)
})

test(
  'data·inclusion gets a structure and its service, tied by their ids; what is not known is ' +
    'not there',
  () => {
    const made = inclusionOf(
      { ...known, name: 'Médiathèque.', email: '' },
      '4 ordinateurs en libre service.',
    )
    assert.ok('structure' in made)
    assert.deepEqual(
      [made.structure.id, made.structure['nom'], made.service.structure_id],
      [`cocote-sail-et-alentours--${known.id}`, 'Médiathèque', made.structure.id],
    )
    assert.deepEqual(
      [made.service['modes_mobilisation'], made.service['type'], 'courriel' in made.structure],
      [['se-presenter', 'telephoner'], 'accompagnement', false],
    )
    assert.deepEqual(inclusionOf({ ...known, name: 'Ab', help: '' }, ''), {
      why: ['noName', 'noDescription'],
    })
  },
)
