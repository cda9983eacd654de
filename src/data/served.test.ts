import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { Hono } from 'hono'
import { DOMParser } from 'linkedom'
import {
  bring,
  houseIn,
  lacking,
  NOON,
  recordId,
  tempFolder,
  turn,
} from '../../tests/support/folders.ts'
import { sourceOf } from '../../tests/support/page-source.ts'
import type { PageSource } from '../web/pages/kit.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import { FORMATS, fileOf, MIMES } from './formats.ts'
import { licenceSaid } from './licence.ts'
import { odsOf } from './ods.ts'
import { dataRoutes } from './table-out.ts'

const skip = lacking('territory', 'access-point', 'place', 'need', 'meeting', 'idea', 'event')
const CANARY = 'canari'
const [LOCAL, TWICE, PERSON, MEETING, FREE, NOTED, FETE] = [
  recordId(1),
  recordId(2),
  recordId(3),
  recordId(4),
  recordId(5),
  recordId(6),
  recordId(7),
]
const app = new Hono()
let source: PageSource

before(() => {
  if (skip) return
  const engine = houseIn(tempFolder())
  bring(
    engine,
    {
      type: 'territory',
      id: recordId(90),
      fields: {
        name: 'Sail & alentours',
        communes: ['42195'],
        keptBy: 'Anaïs',
        licence: 'licence-ouverte',
      },
    },
    {
      type: 'place',
      id: LOCAL,
      fields: {
        name: 'Le <local>',
        point: [45.735, 3.969],
        address: '=1+1',
        hours: 'We 14:00-18:00',
        url: 'https://local.example',
      },
    },
    { type: 'place', id: TWICE, fields: { name: 'Le local aussi', point: [45.7, 3.9] } },
    { type: 'actor', id: PERSON, fields: { name: 'Lucie', kind: 'person' } },
    {
      type: 'actor',
      id: recordId(8),
      fields: { name: 'Le comité', kind: 'association', address: '12 rue Haute' },
    },
    {
      type: 'meeting',
      id: MEETING,
      fields: {
        title: 'Réunion',
        date: '2026-12-01',
        licence: 'CC BY-NC-SA 4.0',
        author: 'Malo',
        people: [`${CANARY}-present`],
      },
    },
    {
      type: 'meeting',
      id: FREE,
      fields: { title: 'Autre', date: '2026-12-02', licence: 'CC BY-SA 4.0' },
    },
    { type: 'place', id: NOTED, fields: { name: 'Noté', notedAt: MEETING } },
    {
      type: 'event',
      id: FETE,
      fields: { title: 'Fête', startsOn: '2026-12-24', startsAt: '18:00', place: TWICE },
    },
    { type: 'task', id: recordId(9), fields: { title: 'Suite', who: `${CANARY}-who` } },
    {
      type: 'need',
      id: recordId(10),
      fields: { title: `${CANARY}-waits`, reach: 'ici' },
      space: 'home',
    },
    { type: 'need', id: recordId(11), fields: { title: `${CANARY}-removed`, reach: 'ici' } },
    { type: 'idea', id: recordId(12), fields: { title: `${CANARY}-forgotten` } },
    {
      type: 'access-point',
      id: recordId(14),
      fields: {
        name: 'Ordinateurs',
        place: recordId(8),
        siret: 'W422001234',
        computers: 2,
        phone: '04 77 00 00 00',
        commune: '42195',
      },
    },
    {
      type: 'access-point',
      id: recordId(15),
      fields: { name: 'Chez Lucie', place: PERSON, computers: 1 },
    },
    {
      type: 'commune',
      id: recordId(92),
      fields: { code: '42195', name: 'Sail-sous-Couzan', postalCodes: '42890' },
    },
    { type: 'need', id: recordId(13), fields: { title: 'a "b"; c', reach: 'chez Zoé' } },
  )
  for (const [label, space] of [
    ['Étage', 'commons'],
    ['Clé', 'home'],
  ] as const)
    assert.ok(
      turn(engine, 'addField', { of: 'place', label, kind: 'text', space, unit: '', hint: '' })
        .done,
    )
  const [floor, key] = engine.read.madeFields('place').map(one => one.id)
  bring(engine, {
    type: 'place',
    id: LOCAL,
    fields: { [floor!]: 'rez-de-chaussée', [key!]: `${CANARY}-key` },
  })
  bring(engine, { type: 'join', id: recordId(91), fields: { these: [LOCAL, TWICE] } })
  assert.ok(turn(engine, 'remove', { type: 'need', id: recordId(11) }).done)
  assert.ok(turn(engine, 'forget', { type: 'idea', id: recordId(12) }).done)
  source = sourceOf(engine, { now: () => NOON, today: () => '2026-12-05' })
  const answer = (_c: unknown, _visit: unknown, leaf: { body: { html: string } }) =>
    new Response(leaf.body.html)
  dataRoutes(
    app,
    { source, visit: () => ({ lang: 'fr', secure: false }) as Visit, answer } as unknown as Server,
    engine.tables.sql,
  )
})

const asked = async (file: string) => {
  const answer = await app.request(`/donnees${file}`, { headers: { host: 'sail.local' } })
  assert.equal(answer.status, 200, file)
  return {
    bytes: new Uint8Array(await answer.clone().arrayBuffer()),
    text: await answer.text(),
    type: answer.headers.get('content-type'),
  }
}
/** An ODS unfolded, and any other file as it is. */
const plain = ({ bytes }: { bytes: Uint8Array }): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.values(unzipSync(bytes))
        .map(part => strFromU8(part))
        .join('\n')
    : strFromU8(bytes)
const cellsOf = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const xml = new DOMParser().parseFromString(
    strFromU8(unzipSync(bytes)['content.xml']!),
    'text/xml',
  )
  return [...xml.querySelectorAll('table\\:table-row')].map(row =>
    [...row.children].map(cell => cell.textContent ?? ''),
  )
}

for (const format of FORMATS)
  test(`law 6: nothing of home, nothing removed or forgotten, is in any list as ${format}`, {
    skip,
  }, async () => {
    let lists = 0
    for (const type of source.types.values()) {
      const answer = await app.request(`/donnees/${fileOf(type, format)}`, {
        headers: { host: 'sail.local' },
      })
      if (answer.status !== 200) continue
      lists++
      assert.equal(answer.headers.get('content-type'), MIMES[format])
      assert.equal(
        plain({ bytes: new Uint8Array(await answer.arrayBuffer()) }).includes(CANARY),
        false,
        type.name,
      )
    }
    assert.ok(lists >= (format === 'geojson' ? 4 : 12), `${lists} lists`)
    for (const kept of ['member', 'proposal', 'harvest', 'territory', 'nothing'])
      assert.equal(
        (await app.request(`/donnees/${fileOf({ name: kept }, format)}`)).status,
        404,
        kept,
      )
  })

test('all in one file comes first, and has a sheet for each list with a line, nothing of home', {
  skip,
}, async () => {
  const { bytes } = await asked('/tout.ods')
  const xml = strFromU8(unzipSync(bytes)['content.xml']!)
  assert.ok(!xml.includes(CANARY))
  const sheets = [...xml.matchAll(/table:name="([^"]*)"/g)].map(([, name]) => name)
  assert.ok(
    sheets.includes('places') && sheets.includes('events') && sheets.length > 3,
    `${sheets}`,
  )
  const { text } = await asked('')
  let unfolded = text.slice(text.indexOf('<article'), text.indexOf('</article>'))
  for (let was = ''; was !== unfolded; ) {
    was = unfolded
    unfolded = was.replace(/<details(?![^>]* open)(?:(?!<details)[\s\S])*?<\/details>/g, '')
  }
  const files = [...unfolded.matchAll(/href="([^"]+\.(?:ods|ics|csv|json|jsonld|atom))"/g)]
  assert.deepEqual(
    files.map(([, href]) => href),
    ['/donnees/tout.ods', '/agenda.ics'],
  )
  assert.match(unfolded, /<p class="only-print">[^<]*2 lignes/)
})

test('a file for a French Excel has semicolons, commas in numbers, and no formula', {
  skip,
}, async () => {
  const { bytes, text } = await asked('/place-excel.csv')
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf])
  const rows = parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
  assert.equal(rows.length, 2)
  const commas = parse((await asked('/place.csv')).text, { bom: true, columns: true })
  assert.deepEqual(rows, commas, 'the same cells as with commas')
  assert.ok(text.endsWith('\r\n') && !/(^|;)"?[=@]/m.test(text))
  assert.match(text.split('\r\n')[0]!, /^.?id;NAME;/)
})

test('what is joined stands once, and links lead to what shows', { skip }, async () => {
  const { records } = JSON.parse((await asked('/place.json')).text)
  assert.deepEqual(
    records.map((one: { id: string }) => one.id),
    [LOCAL, NOTED],
  )
  assert.equal(JSON.parse((await asked('/event.json')).text).records[0].fields.place, LOCAL)
  assert.equal(parse((await asked('/place.csv')).text, { bom: true, columns: true }).length, 2)
  assert.equal(cellsOf((await asked('/place.ods')).bytes).length, 3)
})

test('each line keeps its licence: of the directory the page’s, of notes their author’s, of a ' +
  'person and of words none', {
  skip,
}, async () => {
  const by = async (name: string) =>
    JSON.parse((await asked(`/${name}.json`)).text).records.map(
      (one: { licence?: string }) => one.licence ?? '',
    )
  assert.deepEqual(await by('place'), ['Licence Ouverte 2.0 (Etalab)', 'CC BY-NC-SA 4.0'])
  assert.deepEqual(await by('actor'), ['', 'Licence Ouverte 2.0 (Etalab)'])
  assert.deepEqual(await by('meeting'), ['CC BY-NC-SA 4.0', 'CC BY-SA 4.0'])
  assert.deepEqual([await by('need'), await by('event')], [[''], ['']])
  const rows = parse((await asked('/place.csv')).text, { bom: true, columns: true }) as Record<
    string,
    string
  >[]
  assert.deepEqual(
    rows.map(row => row['Licence']),
    ['Licence Ouverte 2.0 (Etalab)', 'CC BY-NC-SA 4.0'],
  )
})

test('what forbids a use is never called open', () => {
  for (const said of [
    'CC BY-NC-SA 4.0',
    'cc by nc',
    'CC BY-ND',
    'Licence ouverte, usage non commercial',
    '',
    'tous droits réservés',
  ])
    assert.equal(licenceSaid(said).asks, undefined, said)
  const asked = ['CC0', 'CC BY 4.0', 'cc-by-sa', 'Licence Ouverte 2.0', 'ODbL 1.0'].map(
    said => licenceSaid(said).asks,
  )
  assert.deepEqual(asked, ['nothing', 'source', 'same', 'source', 'same'])
})

test('the page says of each list its licences, its lines and its files; what is not open stands ' +
  'apart', {
  skip,
}, async () => {
  const { text } = await asked('')
  const groups = [
    'Données ouvertes',
    'En partie ouvertes',
    'À lire, pas à republier',
    'Le reste',
  ].map(title => {
    const at = text.indexOf(`<h2>${title}`)
    return text.slice(at, text.indexOf('<h2>', at + 1))
  })
  const held = groups.map(group =>
    [...group.matchAll(/<details class="more-fields" id="([^"]+)"/g)].map(([, name]) => name),
  )
  assert.deepEqual(held.slice(0, 2), [['access-point'], ['actor', 'place', 'meeting']])
  for (const name of ['need', 'event']) assert.ok(held[2]!.includes(name), name)
  assert.match(groups[0]!, /Licence Ouverte 2\.0 \(Etalab\)\u00a0: dire de qui elles viennent/)
  assert.ok(!groups[0]!.includes('CC BY-SA'), 'only what these lists bear')
  assert.match(groups[1]!, /CC BY-SA 4\.0\u00a0: .*redonner sous cette même licence/)
  assert.match(text, /2 lignes.{0,200}Licence Ouverte 2\.0 \(Etalab\), 1 sous CC BY-NC-SA 4\.0/)
  assert.ok(text.includes('Étage') && !text.includes('Clé</dt>'))
  for (const [, href] of text.matchAll(/href="\/donnees(\/[^"]+)"/g)) await asked(href!)
})

test('a point is said longitude first; what is at a place stands there, what has none is without', {
  skip,
}, async () => {
  const places = JSON.parse((await asked('/place.geojson')).text)
  assert.deepEqual(
    places.features.map((one: { geometry: unknown }) => one.geometry),
    [{ type: 'Point', coordinates: [3.969, 45.735] }, null],
  )
  assert.equal(
    JSON.parse((await asked('/event.geojson')).text).features[0].geometry.coordinates[0],
    3.969,
  )
  assert.equal((await app.request('/donnees/need.geojson')).status, 404)
})

test('schema.org says what it has words for', { skip }, async () => {
  const [place] = JSON.parse((await asked('/place.jsonld')).text)['@graph']
  assert.deepEqual(
    [place['@type'], place['@id'], place.openingHours],
    ['Place', `http://sail.local/annuaire/lieux/${LOCAL}`, ['We 14:00-18:00']],
  )
  const [event] = JSON.parse((await asked('/event.jsonld')).text)['@graph']
  assert.deepEqual([event['@type'], event.startDate], ['Event', '2026-12-24T18:00'])
  assert.equal(event.location['@id'], place['@id'])
  assert.deepEqual(
    JSON.parse((await asked('/actor.jsonld')).text)['@graph'].map(
      (one: { '@type': string }) => one['@type'],
    ),
    ['Person', 'Organization'],
  )
})

test('a feed is well-formed whatever people wrote, and its entries keep their names', {
  skip,
}, async () => {
  const { text } = await asked('/place.atom')
  const feed = new DOMParser().parseFromString(text, 'text/xml')
  assert.equal(feed.querySelectorAll('entry').length, 2)
  assert.ok(text.includes('Le &lt;local&gt;') && text.includes(`<id>urn:cocote:${LOCAL}</id>`))
  assert.match(text, /<rights>CC BY-NC-SA 4\.0<\/rights>/)
})

test(
  'a spreadsheet opens as one: its kind first and unpacked, days as days, prices as prices, ' +
    'no formula',
  async () => {
    const text = 'a\u0000<b> & "c"\nd  e\ud800'
    const cells = [
      { text: '=1+1' },
      { text: '5/12', as: { day: '2026-12-05' } },
      { text: '3,5', as: { cents: 350 } },
      { text },
      undefined,
      { text: '2', as: { number: 2 } },
    ]
    const bytes = await odsOf(
      [
        { name: 'Lieux: [tous]', headings: ['A', 'B'], rows: [cells] },
        { name: 'Lieux: [tous]', headings: ['A'], rows: [] },
      ],
      new Date(NOON),
    )
    assert.equal(strFromU8(bytes.subarray(30, 38)), 'mimetype')
    assert.equal(
      strFromU8(bytes.subarray(38, 84)),
      'application/vnd.oasis.opendocument.spreadsheet',
    )
    const xml = strFromU8(unzipSync(bytes)['content.xml']!)
    assert.ok(
      !xml.includes('formula') &&
        xml.includes('office:date-value="2026-12-05"') &&
        xml.includes('office:value="3.50"'),
    )
    assert.ok(xml.isWellFormed() && !xml.includes('\u0000'))
    assert.deepEqual(cellsOf(bytes)[1]!.slice(0, 3), ['=1+1', '5/12', '3,5'])
    assert.deepEqual(
      [...xml.matchAll(/table:name="([^"]*)"/g)].map(([, name]) => name),
      ['Lieux   tous ', 'Lieux   tous  2'],
    )
  },
)

test('places with computers are said in the national schema and to data·inclusion, from where ' +
  'they stand; others are named with the reason', {
  skip,
}, async () => {
  const rows = parse((await asked('/lieux-de-mediation.csv')).text, { columns: true }) as Record<
    string,
    string
  >[]
  assert.deepEqual(
    rows.map(row => [row['nom'], row['adresse'], row['structure_parente'], row['telephone']]),
    [['Ordinateurs', '12 rue Haute', 'Le comité', '+33477000000']],
  )
  const { text } = await asked('')
  assert.match(
    text,
    /Chez Lucie n’y est pas\u00a0: il manque un numéro SIRET ou RNA, il manque la commune/,
  )
  const [structures, services] = [
    await asked('/data-inclusion-structures.json'),
    await asked('/data-inclusion-services.json'),
  ].map(one => JSON.parse(one.text))
  assert.deepEqual(
    services.map((one: { structure_id: string }) => one.structure_id),
    structures.map((one: { id: string }) => one.id),
  )
  assert.deepEqual(
    structures.map((one: { nom: string; adresse?: string }) => [one.nom, one.adresse]),
    [
      ['Ordinateurs', '12 rue Haute'],
      ['Chez Lucie', undefined],
    ],
  )
})
