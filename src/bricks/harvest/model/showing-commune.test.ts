import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { isCommune } from '../../../text/guard/lexicon.ts'
import { whereabouts } from './whereabouts.ts'

const skip = lacking('meeting', 'need', 'event', 'place', 'offer', 'actor')

const COMMUNES = [
  { code: '42195', name: 'Sail-sous-Couzan' },
  { code: '42164', name: 'Palogneux' },
]
type Kept = Readonly<{ of: string; fields: Readonly<Record<string, string>>; elsewhere?: true }>
/** A box of these communes, whose keeper kept these pieces of one meeting. */
function kept(
  box: TestBox,
  commune: string | null,
  pieces: readonly Kept[],
  codes = ['42195', '42164'],
): string {
  for (const one of COMMUNES) box.bring('commune', one)
  box.territory({ communes: codes })
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', commune }, 'home')
  for (const [at, { of: type, fields, elsewhere }] of pieces.entries()) {
    const piece = box.bring(type, fields, 'home')
    const told = { of: type, piece, harvest: of, sentBy: 'harvest', state: 'kept' }
    box.bring(
      'proposal',
      {
        ...told,
        certainty: 1,
        from: at,
        till: at + 1,
        person: false,
        ...(elsewhere && { elsewhere }),
      },
      'home',
    )
  }
  return of
}
const communeOf = (box: TestBox, table: string): unknown =>
  box.read.all(`SELECT commune FROM "${table}"`)[0]?.['commune']

test('a thing that says no commune takes that of its meeting, and one that says its own keeps it', {
  skip,
}, () => {
  using box = testBox()
  const of = kept(box, '42195', [
    { of: 'need', fields: { title: 'Des palettes' } },
    { of: 'event', fields: { title: 'Atelier', startsOn: '2026-12-12' } },
    { of: 'place', fields: { name: 'Le four', commune: '42164' } },
    { of: 'actor', fields: { name: 'La fanfare', kind: 'association' } },
  ])
  box.done('harvest.showHarvest', { id: of })
  for (const table of ['need', 'event', 'meeting']) assert.equal(communeOf(box, table), '42195')
  assert.equal(communeOf(box, 'place'), '42164')
  assert.equal(communeOf(box, 'actor'), null, 'a body is often of another village')
})

test('no commune is invented where the meeting says none or the words say two', { skip }, () => {
  using box = testBox()
  const need = { of: 'need', fields: { title: 'Des palettes' } }
  const of = kept(box, null, [need])
  box.done('harvest.showHarvest', { id: of })
  assert.equal(communeOf(box, 'need'), null)
  using two = testBox()
  const other = kept(two, '42195', [{ ...need, elsewhere: true }])
  two.done('harvest.showHarvest', { id: other })
  assert.equal(communeOf(two, 'need'), null)
})

test('in a box of one commune everything is there', { skip }, () => {
  using box = testBox()
  const of = kept(box, null, [{ of: 'need', fields: { title: 'Des palettes' } }], ['42195'])
  box.done('harvest.showHarvest', { id: of })
  for (const table of ['need', 'meeting']) assert.equal(communeOf(box, table), '42195')
})

test('the page asks the commune of a meeting that says none, and its things are found by it', {
  skip,
}, async () => {
  using box = testBox()
  const of = kept(box, null, [{ of: 'need', fields: { title: 'Des palettes' } }])
  const page = await box.keeper.get(`/cueillette/${of}`)
  assert.match(page.body, /<details class="meeting" id="rencontre" open>/)
  assert.match(page.body, /name="reunion.commune"/)
  assert.match(page.text, /La rencontre n’a pas de commune/)
  const met = { 'reunion.titre': 'Soirée', 'reunion.commune': '42164' }
  box.done('harvest.mendMeeting', { id: of, ...met })
  assert.match((await box.keeper.get(`/cueillette/${of}`)).text, /sera rangé à Palogneux/)
  box.done('harvest.showHarvest', { id: of })
  assert.match((await box.visitor().get('/annonces?commune=42164')).text, /Des palettes/)
})

test('a commune that was chosen stays when the place is said otherwise', { skip }, () => {
  using box = testBox()
  const of = kept(box, null, [])
  const met = (where: string, commune: string) => ({
    'reunion.titre': 'Soirée',
    'reunion.lieu': where,
    'reunion.commune': commune,
  })
  const before = (where: string | null, commune: string | null) =>
    JSON.stringify({ title: 'Soirée', date: null, startsAt: null, where, commune, people: [] })
  const mend = (input: Readonly<Record<string, string>>, shown: string) =>
    box.done('harvest.mendMeeting', { id: of, ...input, 'reunion.avant': shown })
  const now = () => box.read.all('SELECT commune FROM harvest_home')[0]?.['commune']
  mend(met('Mairie de Palogneux', ''), before(null, null))
  assert.equal(now(), '42164', 'the place says it')
  mend(met('Mairie', '42164'), before('Mairie de Palogneux', '42164'))
  assert.equal(now(), null, 'and takes it back')
  mend(met('Mairie', '42195'), before('Mairie', null))
  mend(met('Chez nous', '42195'), before('Mairie', '42195'))
  assert.equal(now(), '42195', 'a person chose it')
})

test('what the notes say of a place is read where it stands', { skip }, () => {
  const text = '# Réunion du 5 mars 2026\n\nLe four à pain de Palogneux est réparé.\n'
  const place = harvested(text).candidates.find(one => one.kind === 'place')
  assert.ok(place)
  const words = text.slice(place.source.from, place.source.to)
  assert.equal(whereabouts({ ...place, words }, COMMUNES, isCommune).commune, '42164')
})
