import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lending } from '../bricks/lending/brick.ts'
import { guessMapping, likelyType, mapRows } from './columns.ts'
import { asThingsLent } from './lend-engine.ts'
import { readRows } from './rows.ts'

const ITEMS = `Added on,Code,Name,Type,Serial number,Condition,Tags,Location,Brand,Price paid,\
Value (RRP),Shown on website,Loan fee,Loan period,Short description,Long description,Components,\
Care information,Keywords
2019-03-02,TL001,Bandsaw,Loan item,SN 12,B - Fair,wood,Shed,Record,80.00,120.00,Yes,5.00,7,\
Cuts wood,A small bandsaw.,"Guide, push stick",Oil it.,saw
2019-03-02,TL002,Projector kit,Kit,,A - As new,,Office,,250.00,,Yes,0.00,3,Shows films,,,,
`
const read = (text: string) => readRows(new TextEncoder().encode(text), { name: 'items.csv' })
const type = lending.records.find(({ name }) => name === 'thing')!

for (const lang of ['fr', 'en'] as const)
  test(`items of Lend Engine are things that are lent: each column finds its field, ${lang}`, () => {
    const words = lending.words[lang].types['thing']!
    const table = asThingsLent(read(ITEMS))
    const all = lending.records
      .filter(({ path }) => path)
      .map(one => ({ type: one, words: lending.words[lang].types[one.name]! }))
    assert.equal(likelyType(table.headers, all)?.type.name, 'thing')
    const mapping = guessMapping(table.headers, type, words)
    const [saw, kit] = mapRows(table, mapping, { type, words }, input => input)
    assert.deepEqual(
      { ...saw?.input },
      {
        title: 'Bandsaw',
        kind: 'tool',
        condition: 'worn',
        detail: 'Cuts wood\nA small bandsaw.\nRecord\nN° SN 12\nN° TL001',
        valueCents: '120.00',
        feeCents: '5.00',
        depositCents: '',
        where: 'Shed',
        longestDays: '7',
        pieces: ['Guide', 'push stick'],
        sheet: 'Oil it.',
      },
    )
    assert.equal(kit?.input['kind'], 'kit')
    assert.equal(kit?.input['condition'], 'good')
    assert.equal(kit?.input['valueCents'], '250.00')
    assert.equal(kit?.input['feeCents'], '')
  })

test('a table that names no fee, no period and no care stays as it is', () => {
  const table = read('Name,Type\nLe local,salle\n')
  assert.equal(asThingsLent(table), table)
})

const FRENCH = `Code;Nom;Catégorie;Description;État;Caution;Tarif
B-01;Remorque bagagère;Véhicules;750 kg;Usé;150 €;5 €
B-02;Appareil à raclette;Cuisine;Pour huit;Bon état;cinquante;0
B-03;Barnum;Matériel de fête;6 m;rouge;;Gratuit
`
test('a French list of what a village lends is known as such, and what does not read stays', () => {
  const words = lending.words.fr.types['thing']!
  const table = asThingsLent(read(FRENCH))
  const all = lending.records
    .filter(({ path }) => path)
    .map(one => ({ type: one, words: lending.words.fr.types[one.name]! }))
  assert.equal(likelyType(table.headers, all, table.rows)?.type.name, 'thing')
  for (const heading of ['Nom', 'Catégorie', 'Description', 'État', 'Caution', 'Tarif'])
    assert.ok(table.headers.includes(heading), heading)
  const mapping = guessMapping(table.headers, type, words)
  assert.ok(!Object.values(mapping).includes('commune'))
  const [trailer, raclette, tent] = mapRows(table, mapping, { type, words }, input => input).map(
    ({ input }) => input,
  )
  assert.deepEqual(
    { ...trailer },
    {
      ...{ title: 'Remorque bagagère', kind: 'vehicle', condition: 'worn' },
      ...{ detail: '750 kg\nN° B-01', valueCents: '', feeCents: '5 €', depositCents: '150 €' },
      pieces: [],
    },
  )
  // What is no sort, no amount and no state of ours is seen again, or stays in the words.
  assert.deepEqual([raclette?.['kind'], raclette?.['depositCents']], ['tool', 'cinquante'])
  assert.equal(raclette?.['detail'], 'Pour huit\nCuisine\nN° B-02')
  assert.deepEqual([raclette?.['feeCents'], tent?.['feeCents']], ['', ''])
  assert.equal(tent?.['condition'], 'rouge')
})

test('a place and a period in words are where a thing is and its longest loan', () => {
  const words = lending.words.fr.types['thing']!
  const text = `Nom;Lieu;Durée du prêt;Caution
Scie;Grange;7 jours;50 €
Tente;Local;2 semaines;
Malle;Local;7 days;
Échelle;Local;un week-end;
`
  const table = asThingsLent(read(text))
  const mapping = guessMapping(table.headers, type, words)
  assert.deepEqual([mapping['Lieu'], mapping['Durée du prêt']], ['where', 'longestDays'])
  assert.deepEqual(
    mapRows(table, mapping, { type, words }, input => input).map(({ input }) => [
      input['where'],
      input['longestDays'],
    ]),
    [
      ['Grange', '7'],
      ['Local', '14'],
      ['Local', '7'],
      ['Local', 'un week-end'],
    ],
  )
})

test('a code alone is no commune', () => {
  const words = lending.words.fr.types['thing']!
  const headers = ['Code', 'Nom', 'Code commune']
  assert.deepEqual(
    { ...guessMapping(headers, type, words) },
    { ...{ Code: '', Nom: 'title' }, 'Code commune': 'commune' },
  )
})
