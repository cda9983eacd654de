import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import type { Paper } from '../../contract/paper.ts'
import { readCode } from '../../core/code.ts'
import { setPaper } from '../../paper/typeset.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

const NOW = Date.parse('2026-11-28T17:00:00Z')
const TODAY = '2026-11-28'
const SAW = { title: 'Scie à ruban', kind: 'machine', commune: '42195', where: 'Au local' }

/** A box with a saw and a tiller, each with somebody in charge, and two members. */
function opened(): TestEngine &
  Readonly<Record<'saw' | 'tiller' | 'paul' | 'nadia' | 'ines', string>> {
  const box = testEngine({ bricks: [members, lending], at: NOW })
  const member = (name: string) => box.bring('member', { name, state: 'here' }, 'home')
  const [paul, nadia, ines] = [member('Paul'), member('Nadia'), member('Inès')]
  const pieces = ['guide', 'clé', 'lame']
  const saw = box.bring('thing', { ...SAW, pieces, depositCents: 5_000, meter: 'h', unit: 'day' })
  const tiller = box.bring('thing', { ...SAW, title: 'Motoculteur', where: 'Chez Léo' })
  box.bring('charge', { person: ines, over: saw, since: '2026-01-01' }, 'home')
  return { ...box, saw, tiller, paul, nadia, ines }
}
const as = (me: string) => ({ by: 'neighbour', me, private: true }) as const
const textOf = (paper: Paper): string => JSON.stringify([paper.blocks, paper.each ?? []])
const wordIn = (box: TestEngine, name: string): string =>
  String(box.read.all('SELECT word FROM booking_home WHERE name = ?', name)[0]?.['word'])

test('whoever books reads their word, and nobody else does', () => {
  using box = opened()
  const { saw, paul, nadia } = box
  box.done('lending.book', { id: saw, startsOn: '2026-12-05' }, as(paul))
  const word = wordIn(box, 'Paul')
  assert.ok(!('fault' in readCode(word)), word)
  assert.match(word, /^scie/)
  const page = (me: string) => box.page(`${PATH}/${saw}`, as(me)) ?? ''
  assert.ok(page(paul).includes(`Votre mot\u00a0: ${word}.`))
  assert.ok(!page(nadia).includes(word))
  assert.ok(!(box.page(`${PATH}/${saw}`, { by: 'visitor' }) ?? '').includes(word))
})

test('of four places with long names, the sheet prints as many blank lines as it says', () => {
  using box = opened()
  const places = ['Sous le préau de la mairie', 'Chez Marguerite, place du marché']
  const more = places.map(where => box.bring('thing', { ...SAW, where }))
  const day = '2026-11-29'
  for (const id of [box.saw, box.tiller, ...more])
    box.done('lending.book', { id, startsOn: day }, as(box.paul))
  const keeper = { by: 'keeper', query: { jour: day } } as const
  const page = () => box.page(`${PATH}/feuille`, keeper) ?? ''
  assert.match(page(), /et 12 lignes vides en reçoivent un/)
  box.done('lending.prepareSheet', { day })
  assert.match(page(), /et 12 lignes vides en reçoivent un/)
  const printed = textOf(box.paper('preter-jour', undefined, keeper))
  assert.equal(printed.match(/libre \d\d\u00a0\d\d/g)?.length, 12)
})

test('the sheet of a day is printed the evening before: its lines, its words, its blank lines', () => {
  using box = opened()
  const { saw, tiller, paul, nadia, ines } = box
  const day = '2026-11-29'
  box.done('lending.book', { id: saw, startsOn: day }, as(paul))
  box.done('lending.book', { id: tiller, startsOn: day }, as(nadia))
  const of = (who: object) => box.paper('preter-jour', undefined, { ...who, query: { jour: day } })
  assert.doesNotMatch(textOf(of({ by: 'keeper' })), /libre/)

  const done = box.done('lending.prepareSheet', { day }, as(ines))
  assert.equal(done.next, `${PATH}/feuille?jour=${day}`)
  const hers = of(as(ines))
  const said = textOf(hers)
  assert.match(said, /Scie à ruban.*Paul/s)
  assert.ok(said.includes(wordIn(box, 'Paul').replace('\u00a0', ' ')))
  assert.match(said, /"tick":"guide"/)
  assert.match(said, /caution 50/)
  assert.equal(said.match(/libre \d\d\u00a0\d\d/g)?.length, 10)
  assert.doesNotMatch(said, /Motoculteur|Nadia/)
  // The keeper prepares theirs: both places on one sheet, which shares its blank lines.
  box.done('lending.prepareSheet', { day })
  const all = textOf(of({ by: 'keeper' }))
  assert.match(all, /Au local.*Chez Léo/s)
  assert.doesNotMatch(all, /"is":"page"/)
  const words = (text: string) => text.match(/libre \d\d\u00a0\d\d/g) ?? []
  assert.equal(words(all).length, 10)
  assert.equal(new Set([...words(all), ...words(said)]).size, 20)
  // Asked twice, the same words stand.
  box.done('lending.prepareSheet', { day })
  assert.equal(textOf(of({ by: 'keeper' })), all)
  assert.match(all, /libre \d\d\u00a0\d\d"}," ",{"soft":"Chez Léo"}/)
  assert.match(said, /Compteur au départ.*Compteur au retour/)
  assert.ok(setPaper(hers).pages <= 2)
  assert.ok(setPaper(of({ by: 'keeper' })).pages <= 2)
})

test('the sheet says what must come back, what is late, and the cable that is missing', () => {
  using box = opened()
  const { saw, tiller, paul } = box
  const out = (thing: string, name: string, more: object) =>
    box.done('lending.lendNow', { id: thing, name, ...more })
  out(saw, 'Paul', { on: '2026-11-25', at: '9:00', endsOn: '2026-11-26', tout: '1' })
  const [first] = box.read.all('SELECT id FROM booking')
  const id = String(first?.['id'])
  box.done('lending.handBack', { id, on: '2026-11-26', at: '18:00', piecesBack: ['guide', 'clé'] })
  out(tiller, 'Nadia', { on: '2026-11-26', at: '9:00', endsOn: '2026-11-27' })
  out(saw, 'Nadia', { on: '2026-11-27', at: '9:00', endsOn: TODAY, tout: '1' })
  box.done('lending.book', { id: saw, startsOn: '2026-11-29' }, as(paul))
  const paper = (jour: string) =>
    textOf(box.paper('preter-jour', undefined, { by: 'keeper', query: { jour } }))
  assert.match(paper(TODAY), /doit revenir.*Scie à ruban.*Nadia/s)
  assert.match(paper(TODAY), /devrait être revenu.*Motoculteur.*Nadia/s)
  assert.match(paper('2026-11-29'), /Manque\u00a0: lame \(depuis jeudi 26 novembre\)/)
  assert.doesNotMatch(paper('2026-11-29'), /"tick":"lame"/)
})

test('no paper of a day tells a borrower who had a thing before them', () => {
  using box = opened()
  const { saw, nadia } = box
  const was = { on: '2026-11-25', at: '9:00', endsOn: '2026-11-26', tout: '1' }
  box.done('lending.lendNow', { id: saw, name: 'Sylvie Roche', ...was })
  const id = String(box.read.all('SELECT id FROM booking')[0]?.['id'])
  box.done('lending.handBack', { id, on: '2026-11-26', at: '18:00', piecesBack: ['guide', 'clé'] })
  box.done('lending.book', { id: saw, startsOn: TODAY }, as(nadia))
  const keeper = { by: 'keeper', private: true, query: { jour: TODAY } } as const
  for (const kind of ['preter-billets', 'preter-jour']) {
    const said = textOf(box.paper(kind, undefined, keeper))
    assert.match(said, /Nadia/)
    assert.match(said, /lame \(depuis jeudi 26 novembre\)/)
    assert.doesNotMatch(said, /Sylvie/, kind)
  }
  // On the screen of who is in charge the name stands: they ask that person for it.
  assert.match(box.page(`${PATH}/feuille`, keeper) ?? '', /lame \(depuis le tour de Sylvie Roche\)/)
})

test('a piece that is missing is not ticked in advance where a thing leaves unbooked', () => {
  using box = opened()
  const { saw } = box
  const ticked = (): readonly string[] => {
    const page = box.page(`${PATH}/${saw}`, { by: 'keeper' }) ?? ''
    const [form = ''] = page.split(`action="${PATH}/${saw}/preter"`)[1]?.split('</form>') ?? []
    return [...form.matchAll(/name="piecesOut" value="([^"]+)"/g)].map(([, piece]) => piece!)
  }
  assert.deepEqual(ticked(), ['guide', 'clé', 'lame'])
  const out = { on: '2026-11-25', at: '9:00', endsOn: '2026-11-26', tout: '1' }
  box.done('lending.lendNow', { id: saw, name: 'Paul', ...out })
  const id = String(box.read.all('SELECT id FROM booking')[0]?.['id'])
  box.done('lending.handBack', { id, on: '2026-11-26', at: '18:00', piecesBack: ['guide', 'clé'] })
  assert.deepEqual(ticked(), ['guide', 'clé'])
})

test('the sheet says the whole address where it is keyed', () => {
  using box = opened()
  const who = { by: 'keeper', private: true, address: 'cocote.home' } as const
  const { foot } = box.paper('preter-jour', undefined, who)
  assert.match(JSON.stringify(foot), /à l’adresse cocote\.home\/preter\/reprise/)
})

test('a slip a booking, and apart one a blank line with its place, eight a page', () => {
  using box = opened()
  box.done('lending.book', { id: box.saw, startsOn: TODAY }, as(box.paul))
  box.done('lending.prepareSheet', { day: TODAY })
  const paper = box.paper('preter-billets', undefined, { by: 'keeper' })
  assert.equal(paper.each?.length, 1)
  assert.ok(textOf(paper).includes(wordIn(box, 'Paul')))
  const query = { vierges: '1' }
  const blank = box.paper('preter-billets', undefined, { by: 'keeper', query })
  assert.equal(blank.each?.length, 10)
  assert.equal(setPaper(blank).pages, 2)
  for (const one of blank.each ?? []) assert.match(JSON.stringify(one), /Au local/)
  assert.match(textOf(paper), /h, départ.*h, retour/)
})

test('the sheet is nobody else’s: no page, no paper, and not over http', () => {
  using box = opened()
  box.done('lending.book', { id: box.saw, startsOn: TODAY }, as(box.paul))
  const page = (who: object) => box.page(`${PATH}/feuille`, who) ?? ''
  assert.doesNotMatch(page(as(box.nadia)), /Paul/)
  assert.doesNotMatch(page({ ...as(box.ines), private: false }), /Paul/)
  assert.match(page(as(box.ines)), /Paul/)
  for (const who of [
    as(box.nadia),
    { ...as(box.ines), private: false },
    { by: 'visitor' } as const,
  ])
    assert.ok('wrong' in box.print('preter-jour', undefined, who))
  const refused = box.turn('lending.prepareSheet', { day: TODAY }, as(box.nadia))
  assert.ok('refused' in refused)
})

test('a room does not leave: people come and go, on its page, its sheet and its slip', () => {
  using box = opened()
  const hall = box.bring('thing', { ...SAW, title: 'La salle', kind: 'place', unit: 'hour' })
  const keeper = { by: 'keeper', private: true } as const
  const page = (): string => (box.page(`${PATH}/${hall}`, keeper) ?? '').replace(/<[^>]+>/g, ' ')
  box.done('lending.book', { id: hall, startsOn: TODAY, startsAt: '18:00', name: 'Zoé' }, keeper)
  assert.match(page(), /Arrivés\s.*Arrivés sans réservation/s)
  assert.doesNotMatch(page(), /C’est parti|C’est revenu/)
  for (const kind of ['preter-jour', 'preter-billets'])
    assert.match(textOf(box.paper(kind, undefined, keeper)), /Arrivés.*Repartis/)
  const [row] = box.read.all('SELECT id FROM booking WHERE thing = ?', hall)
  const id = String(row?.['id'])
  const out = box.done('lending.handOut', { id, tout: '1', deja: '1' })
  assert.match(JSON.stringify(out.said), /room.handedOut|Zoé, arrivés/)
  assert.match(page(), /\(arrivés\).*Repartis, tout est en ordre/s)
  box.done('lending.handBack', { id, tout: '1' })
  const history = box.page(`${PATH}/${hall}/histoire`, keeper) ?? ''
  assert.match(history, /repartis, /)
  assert.doesNotMatch(history, /rendu/)
})
