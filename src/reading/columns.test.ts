import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readForm } from '../core/form/form.ts'
import { recordType } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import { columnsOf, guessMapping, mapRows } from './columns.ts'
import { readRows } from './rows.ts'

const shop = recordType({
  name: 'shop',
  title: 'name',
  fields: {
    name: { kind: 'text', required: true },
    kind: { kind: 'choice', choices: ['association', 'public-body'] },
    note: { kind: 'prose' },
    themes: { kind: 'themes' },
    commune: { kind: 'commune' },
    phone: { kind: 'phone' },
    email: { kind: 'email' },
    point: { kind: 'point' },
    stock: { kind: 'quantity' },
    open: { kind: 'yesNo' },
    toConfirm: { kind: 'yesNo' },
    helpers: { kind: 'text', many: true },
    notedAt: { kind: 'link', unasked: true },
  },
})
const labels = {
  name: 'Nom',
  kind: 'Sorte',
  note: 'Remarques',
  themes: 'Thèmes',
  commune: 'Commune',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  point: 'Point',
  stock: 'Réserve',
  open: 'Ouvert à tous',
  toConfirm: 'À confirmer',
  helpers: 'Bénévoles',
  notedAt: 'Noté à',
}
const words: TypeWords = {
  one: 'commerce',
  many: 'commerces',
  add: 'Ajouter un commerce',
  fields: Object.fromEntries(
    Object.entries(labels).map(([name, label]) => [
      name,
      name === 'kind'
        ? { label, choices: { association: 'Association', 'public-body': 'Collectivité' } }
        : { label },
    ]),
  ),
}

test('Headings are known by field, by label, by habit, and when mistyped', () => {
  const headers = [
    'NOM',
    'telephonne',
    'E-mail',
    'Ville',
    'latitude',
    'LONGITUDE',
    'à confirmer ?',
    'Thematiques',
    'Zzz',
    'kind',
    'Bénévole',
    'Nombre',
    '',
  ]
  assert.deepEqual(guessMapping(headers, shop, words), {
    NOM: 'name',
    telephonne: 'phone',
    'E-mail': 'email',
    Ville: 'commune',
    latitude: 'point.lat',
    LONGITUDE: 'point.lon',
    'à confirmer ?': 'toConfirm',
    Thematiques: 'themes',
    Zzz: '',
    kind: 'kind',
    Bénévole: 'helpers',
    Nombre: 'stock.amount',
    '': '',
  })
})

test('No field is given to two headings, and no field that forms do not ask for is given', () => {
  const header = fc.oneof(
    fc.constantFrom(
      'nom',
      'Nom',
      'Noté à',
      'tel',
      'téléphone',
      '__proto__',
      'constructor',
      'lat',
      'note',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.uniqueArray(header), headers => {
      const mapping = guessMapping(headers, shop, words)
      assert.deepEqual(Object.keys(mapping).sort(), [...headers].sort())
      const given = Object.values(mapping).filter(column => column !== '')
      assert.equal(new Set(given).size, given.length)
      assert.ok(
        given.every(column => columnsOf(shop).includes(column)) && !given.includes('notedAt'),
      )
    }),
  )
})

const table = (text: string) => readRows(new TextEncoder().encode(text), { name: 'a.csv' })
const choices = (field: string) =>
  ({
    themes: [
      { value: 'T1', label: 'Réemploi' },
      { value: 'T2', label: 'Papier' },
    ],
    commune: [{ value: '42195', label: 'Sail-sous-Couzan' }],
  })[field]

test('A file becomes what forms would have sent, and is read as a form is', () => {
  const given = table(
    'Nom;Sorte;Thèmes;Commune;Point;Ouvert à tous;Bénévoles;Remarques;Réserve\n' +
      'Le Fil;collectivite;réemploi, Papier;Sail sous Couzan;45,735 3,969;oui;Malo | ' +
      'Anaïs;"a\nb";x\n' +
      'AMAP;Association;Inconnu;;quelque part;peut-être;;;;en trop\n',
  )
  const mapping = { ...guessMapping(given.headers, shop, words), Réserve: '' }
  const [first, second] = mapRows(given, mapping, { type: shop, words, choices }, input =>
    readForm(shop, input, { choices }),
  )
  assert.deepEqual(first, {
    line: 2,
    input: {
      name: 'Le Fil',
      kind: 'public-body',
      themes: ['T1', 'T2'],
      commune: 'Sail sous Couzan',
      'point.lat': '45,735',
      'point.lon': '3,969',
      open: 'yes',
      helpers: ['Malo', 'Anaïs'],
      note: 'a\nb',
    },
    read: {
      fields: {
        name: 'Le Fil',
        kind: 'public-body',
        note: 'a\nb',
        themes: ['T1', 'T2'],
        commune: '42195',
        point: [45.735, 3.969],
        open: true,
        helpers: ['Malo', 'Anaïs'],
      },
    },
    unplaced: [],
  })
  assert.equal(second?.line, 4)
  assert.deepEqual(second?.unplaced, [
    { header: '', text: 'en trop' },
    { header: 'Point', text: 'quelque part' },
    { header: 'Ouvert à tous', text: 'peut-être' },
  ])
  assert.deepEqual(second?.read, { refusals: [{ field: 'themes', code: 'noSuchTheme' }] })
})

test('Two columns for one field are put together, and a column that is left out fills nothing', () => {
  const given = table('Nom;Prénom;Remarques;Suite;Autre\nDurand;Malo;a;b;c\n;Anaïs;;d;\n')
  const mapping = {
    Nom: 'name',
    Prénom: 'name',
    Remarques: 'note',
    Suite: 'note',
    Autre: '',
    constructor: 'name',
  }
  const rows = mapRows(given, mapping, { type: shop, words }, input => input)
  assert.deepEqual(
    rows.map(row => row.read),
    [
      { name: 'Durand Malo', note: 'a\nb' },
      { name: 'Anaïs', note: 'd' },
    ],
  )
})

test('A mapping that names what is no field fills nothing', () => {
  const given = table('a;__proto__;c\n1;2;3')
  const mapping = JSON.parse('{"a":"constructor","__proto__":"toString","c":"notedAt"}')
  assert.deepEqual(mapRows(given, mapping, { type: shop, words }, input => input)[0]?.read, {})
})
