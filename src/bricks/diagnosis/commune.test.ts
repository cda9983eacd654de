import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../../../tests/support/browser.ts'
import { NOON } from '../../../tests/support/clock.ts'
import { runs } from '../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import type { Paper } from '../../contract/paper.ts'
import { fitted, setPaper } from '../../paper/typeset.ts'
import { keptByCommuneOf, readKeptByCommune, THINGS } from './model/rules.ts'

const [SAIL, BOEN, TRELINS] = ['42195', '42019', '42313'] as const
const DAY = 86_400_000

function village(communes: readonly string[] = [SAIL, BOEN, TRELINS]): TestEngine {
  const box = testEngine({ bricks, at: NOON })
  const at = { [SAIL]: [45.7363, 3.9613], [BOEN]: [45.7508, 4.0084], [TRELINS]: [45.725, 4.0012] }
  const [name, keptBy] = ['Sail et alentours', 'Anaïs et Malo, au local le mercredi']
  box.bring('territory', { name, village: SAIL, communes, keptBy, reach: 'au local' })
  for (const [code, called] of [
    [SAIL, 'Sail-sous-Couzan'],
    [BOEN, 'Boën-sur-Lignon'],
    [TRELINS, 'Trelins'],
  ] as const)
    box.bring('commune', { code, name: called, population: 900, point: at[code] })
  return box
}
const textIn = (box: TestEngine, code: string): string | undefined => {
  const page = box.page('/diagnostic/commune/:code', { params: { code } })
  return page === undefined ? undefined : textOf(page).replaceAll('\u00a0', ' ')
}
const saidOn = (box: TestEngine, code: string): string => JSON.stringify(box.paper('rapport', code))

/** How many times the fitted sheet repeats its empty line. */
const linesIn = (sheet: Paper): number =>
  sheet.blocks.reduce((sum, one) => sum + ('times' in one ? Number(one.times) : 0), 0)

test('the sheet of a commune tells what stands there, lacks there and is asked of it alone', () => {
  using box = village()
  box.bring('place', { name: 'Le four', commune: TRELINS, kind: 'other', missing: 'du bois' })
  box.bring('place', { name: 'La halle', commune: BOEN, kind: 'market', missing: 'un toit' })
  box.bring('actor', { name: 'Les Amis du four', kind: 'informal', commune: TRELINS })
  box.bring('actor', { name: 'Fernande', kind: 'person', commune: TRELINS, reach: 'au four' })
  const asked = { who: 'le groupe', reach: 'au local', why: 'Il pleut.', council: 'commune' }
  box.bring('request', { ...asked, title: 'Un auvent au four ?', commune: TRELINS })
  box.bring('request', { ...asked, title: 'Un banc à Boën ?', commune: BOEN })
  box.bring('request', { ...asked, title: 'Un car le jeudi ?' })
  const page = textIn(box, TRELINS) ?? ''
  for (const told of ['Le four', 'Les Amis du four', 'du bois', 'Un auvent', 'Un car'])
    assert.ok(page.includes(told) && saidOn(box, TRELINS).includes(told), told)
  for (const other of ['La halle', 'un toit', 'Un banc', 'Fernande'])
    assert.ok(!page.includes(other) && !saidOn(box, TRELINS).includes(other), other)
  assert.match(page, /Pour en parler : Anaïs et Malo, au local/)
  assert.match(saidOn(box, TRELINS), /Anaïs et Malo/)
})

test('a commune where a meeting was told has one sheet, without a cell of words', () => {
  using box = village()
  box.bring('meeting', { title: 'Il y a longtemps', date: '2014-02-05', commune: SAIL })
  for (let i = 0; i < 12; i++) {
    box.bring('place', { name: `Le lieu ${i} du bourg`, commune: SAIL, kind: 'hall' })
    box.bring('initiative', { title: `Le projet ${i} du bourg`, commune: SAIL })
  }
  const asked = { who: 'le groupe', reach: 'au local', why: 'Il pleut.', council: 'commune' }
  box.bring('request', { ...asked, title: 'Un auvent ?', commune: SAIL })
  assert.match(textIn(box, SAIL) ?? '', /Lieux 12 — /)
  for (const code of [SAIL, TRELINS])
    assert.doesNotMatch(textIn(box, code) ?? '', /pas encore de chiffre [^.]*pas encore de chiffre/)
  // Nobody has been there: no figure of either year, so no line.
  assert.doesNotMatch(textIn(box, TRELINS) ?? '', /Lieux —/)
  assert.equal(setPaper(fitted(box.paper('rapport', SAIL))).pages, 1)
})

test('each sheet for those who decide ends in somebody', () => {
  using box = village()
  for (const sheet of [box.paper('rapport', TRELINS), box.paper('rapport')])
    assert.match(JSON.stringify(sheet.foot), /Anaïs et Malo, au local/)
})

test('a sheet with room left has lines to write on, and says whom to give them', () => {
  using box = village()
  const sheet = fitted(box.paper('rapport', TRELINS))
  assert.equal(setPaper(sheet).pages, 1)
  assert.match(JSON.stringify(sheet), /rendez la feuille à Anaïs et Malo/)
  assert.ok(linesIn(sheet) > 3)
})

test('a page of one commune, and a code that is not of the page, have no such sheet', () => {
  using box = village()
  assert.equal(textIn(box, '75056'), undefined)
  assert.ok('wrong' in box.print('rapport', '75056'))
  assert.match(box.page('/diagnostic') ?? '', /\/diagnostic\/commune\/42313/)
  using alone = village([SAIL])
  assert.equal(textIn(alone, SAIL), undefined)
  assert.doesNotMatch(alone.page('/diagnostic') ?? '', /\/diagnostic\/commune\//)
})

test('last year stands beside this year where it was kept; else it has no figure', () => {
  using box = village()
  box.bring('place', { name: 'Le four', commune: TRELINS, kind: 'other' })
  assert.match(textIn(box, TRELINS) ?? '', /Il y a un an : pas encore de chiffre/)
  box.done('diagnosis.keepReport')
  box.later(370 * DAY)
  box.bring('place', { name: 'Le lavoir', commune: TRELINS, kind: 'other' })
  const [kept] = box.read.all('SELECT byCommune FROM kept_report')
  assert.equal(readKeptByCommune(String(kept?.['byCommune']))['directory.places']?.[TRELINS], 1)
  assert.match(textIn(box, TRELINS) ?? '', /Lieux 2 1 Groupes 0 0 /)
  assert.match(textIn(box, TRELINS) ?? '', /le diagnostic gardé le 5 décembre 2026/)
  assert.match(textOf(box.page('/diagnostic')), /Il y a un an, le 5 décembre 2026/)
  // A report of two years ago is not that of last year.
  box.later(365 * DAY)
  assert.match(textIn(box, TRELINS) ?? '', /Il y a un an : pas encore de chiffre/)
  assert.match(textOf(box.page('/diagnostic')), /Il y a un an\s: pas encore de chiffre/)
})

test('a page younger than two years has no figure of the meetings of the year before', () => {
  using box = village()
  const meeting = (date: string) =>
    box.bring('meeting', { title: 'Au four', date, commune: TRELINS })
  meeting('2026-10-10')
  assert.doesNotMatch(textIn(box, TRELINS) ?? '', /Réunions racontées, en douze mois 1 \d/)
  meeting('2025-10-10')
  meeting('2024-10-10')
  assert.match(textIn(box, TRELINS) ?? '', /Réunions racontées, en douze mois 1 1 /)
})

test('nothing of people is kept of a commune, nor told of it under three', () => {
  const indicator = fc.record({
    id: fc.constantFrom(...THINGS, 'directory.people', 'offers.offers'),
    words: fc.constant('x'),
    value: fc.nat(5),
    counts: fc.constantFrom('things' as const, 'people' as const),
    commune: fc.constantFrom(SAIL, BOEN, TRELINS),
  })
  const law = fc.property(fc.array(indicator), all => {
    const kept = keptByCommuneOf(all, [SAIL, BOEN])
    for (const [id, values] of Object.entries(kept)) {
      assert.ok(all.some(one => one.id === id && one.counts === 'things'))
      assert.deepEqual(Object.keys(values).toSorted(), [BOEN, SAIL])
    }
    assert.deepEqual(readKeptByCommune(JSON.stringify(kept)), kept)
  })
  fc.assert(law, runs(100, 1_000, 5_000))
  using box = village()
  for (const name of ['Rosa', 'Malo'])
    box.bring('offer', { title: `${name} prête`, who: name, commune: TRELINS, reach: 'au local' })
  assert.match(textIn(box, TRELINS) ?? '', /Trop peu de personnes/)
  assert.match(saidOn(box, TRELINS), /Trop peu de personnes/)
})

test('the sheet is one page, however much a commune has, and ends in somebody', () => {
  using box = village()
  for (let i = 0; i < 30; i++) {
    const name = `La salle commune numéro ${i} du haut du bourg`
    box.bring('place', { name, commune: TRELINS, kind: 'hall', missing: 'des chaises '.repeat(9) })
    box.bring('actor', { name: `Amis de la salle ${i}`, kind: 'informal', commune: TRELINS })
  }
  const asked = { who: 'le groupe', reach: 'au local', council: 'commune', commune: TRELINS }
  for (let i = 0; i < 5; i++)
    box.bring('request', { ...asked, title: `Un auvent ${i} ?`, why: 'Il pleut. '.repeat(40) })
  const sheet = fitted(box.paper('rapport', TRELINS))
  assert.equal(setPaper(sheet).pages, 1)
  assert.match(JSON.stringify(sheet), /rendez cette feuille à Anaïs et Malo/)
  assert.match(JSON.stringify(sheet), /et \d+ autres/)
})

test('what says no commune is not said to be none: it is counted apart', () => {
  using box = village()
  const told = (): string => textOf(box.page('/diagnostic')).replaceAll('\u00a0', ' ')
  assert.match(told(), /Aucune réunion, aucun rendez-vous, rien dont on ait parlé sur place/)
  box.bring('meeting', { title: 'Au local', date: '2026-11-25' })
  box.bring('event', { title: 'Fête', startsOn: '2026-11-01' })
  box.bring('event', { title: 'À venir', startsOn: '2026-12-24' })
  assert.doesNotMatch(told(), /Aucune réunion, aucun rendez-vous/)
  assert.match(told(), /2 réunions et rendez-vous ne disent pas leur commune/)
  const place = box.bring('place', { name: 'Le local', commune: SAIL })
  box.bring('meeting', { title: 'Chez nous', date: '2026-11-26', place })
  assert.match(told(), /2 réunions et rendez-vous ne disent pas leur commune/)
})

test('nothing is told or drawn of what there is none', () => {
  using box = village()
  box.bring('initiative', { title: 'Un four', commune: SAIL })
  const page = box.page('/diagnostic') ?? ''
  const text = textOf(page).replaceAll('\u00a0', ' ')
  assert.doesNotMatch(text, /de 0 chose|\b0 partenariats? noté|\b0 projets? en route|pas en route/)
  assert.match(text, /On y connaît un projet\./)
  assert.doesNotMatch(page, /<svg[^>]*class="chart"/)
  for (const state of ['starting', 'done'])
    box.bring('initiative', { title: `Un four ${state}`, state, commune: SAIL })
  assert.match(box.page('/diagnostic') ?? '', /class="chart"/)
  assert.match(textOf(box.page('/diagnostic')), /Faire ensemble Un projet en route\./)
})
