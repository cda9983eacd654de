import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

const EVENING = Date.parse('2026-11-28T17:00:00Z')
const DAY = '2026-11-29'
const AFTER = Date.parse('2026-12-01T17:00:00Z')
const KIT = { title: 'Malle de projection', kind: 'kit', pieces: ['projecteur', 'câble HDMI'] }
const TILLER = { title: 'Motoculteur', kind: 'machine', meter: 'h' }

type Opened = TestEngine &
  Readonly<Record<'bundle' | 'tiller' | 'paul' | 'nadia' | 'ines', string>> &
  Readonly<{ blanks: readonly string[] }>
/** Paul booked a kit and Nadia a tiller for Sunday; Inès is in charge of the kit. It is Tuesday. */
function opened(): Opened {
  const box = testEngine({ bricks: [members, lending], at: EVENING })
  const member = (name: string) => box.bring('member', { name, state: 'here' }, 'home')
  const [paul, nadia, ines] = [member('Paul'), member('Nadia'), member('Inès')]
  const [bundle, tiller] = [box.bring('thing', KIT), box.bring('thing', TILLER)]
  box.bring('charge', { person: ines, over: bundle, since: '2026-01-01' }, 'home')
  box.done('lending.book', { id: bundle, startsOn: DAY }, as(paul))
  box.done('lending.book', { id: tiller, startsOn: DAY }, as(nadia))
  box.done('lending.prepareSheet', { day: DAY })
  const [sheet] = box.read.all('SELECT words FROM hand_sheet_home')
  box.later(AFTER - EVENING)
  return { ...box, bundle, tiller, paul, nadia, ines, blanks: JSON.parse(String(sheet?.['words'])) }
}
const as = (me: string) => ({ by: 'neighbour', me, private: true }) as const
const wordOf = (box: TestEngine, name: string): string =>
  String(box.read.all('SELECT word FROM booking_home WHERE name = ?', name)[0]?.['word'])
type Line = Readonly<Record<string, string>>
/** The form of some lines. */
const form = (lines: readonly Line[], day = DAY) => ({
  leJour: day,
  ...Object.fromEntries(
    lines.flatMap((line, n) =>
      Object.entries(line).map(([name, value]) => [`${name}.${n}`, value]),
    ),
  ),
})
const keys = (box: TestEngine, lines: readonly Line[], who: object = {}) =>
  box.done('lending.keySheet', form(lines), who)
/** What stands of each booking, by who has it. */
const stands = (box: TestEngine) =>
  box.read
    .all(
      'SELECT home.name, booking.state, outAt, backAt, piecesOut, piecesBack, meterBack, ' +
        'deposit, insured ' +
        'FROM booking ' +
        'JOIN booking_home AS home ON home.id = booking.id ORDER BY home.name, outAt',
    )
    .map(row => ({ ...row }))
const waiting = (box: TestEngine) =>
  box.read.all('SELECT id, word, fault FROM hand_line_home WHERE removed IS NOT 1 ORDER BY id')

test('keyed days later, in any order, in one form: what went out, came back short, never came', () => {
  using box = opened()
  const [free = ''] = box.blanks
  const said = keys(box, [
    { mot: wordOf(box, 'Paul'), fait: 'back', heure: '18 h', manque: 'cable' },
    {
      ...{ mot: free, fait: 'out', heure: '11:30', nom: 'Léo', chose: box.tiller, fin: '30/11' },
      ...{ caution: '1', assurance: '1' },
    },
    { mot: wordOf(box, 'Nadia'), fait: 'noShow' },
    { mot: wordOf(box, 'Paul'), fait: 'out', heure: '9 h 15' },
  ])
  assert.match(
    said.said ?? '',
    /4 lignes sont écrites.: Motoculteur \(Nadia\), pas venu.; .*Il manque câble HDMI\.$/,
  )
  const [leo, nadia, paul] = stands(box)
  assert.deepEqual([leo?.['name'], leo?.['state']], ['Léo', 'out'])
  assert.equal(leo?.['outAt'], '2026-11-29T10:30:00.000Z')
  assert.deepEqual([leo?.['deposit'], leo?.['insured']], ['seen', 1])
  assert.equal(nadia?.['state'], 'noShow')
  assert.equal(paul?.['state'], 'back')
  assert.equal(paul?.['outAt'], '2026-11-29T08:15:00.000Z')
  assert.equal(paul?.['backAt'], '2026-11-29T17:00:00.000Z')
  assert.equal(paul?.['piecesOut'], JSON.stringify(KIT.pieces))
  assert.equal(paul?.['piecesBack'], JSON.stringify(['projecteur']))
  // The rest of the kit does not go out as complete.
  const later = keys(box, [
    { mot: box.blanks[1]!, heure: '8 h', jour: '30/11', nom: 'Zoé', chose: box.bundle },
  ])
  assert.match(later.said ?? '', /Une ligne est écrite/)
  assert.equal(stands(box).at(-1)?.['piecesOut'], JSON.stringify(['projecteur']))
})

test('a wrong line comes back alone with its mistake, keeps all that was typed, and is mended', () => {
  using box = opened()
  const said = keys(box, [
    { mot: wordOf(box, 'Paul'), heure: '9 h' },
    { mot: 'malle 12 34', heure: '10 h', nom: 'Léo', manque: 'câble' },
    { mot: wordOf(box, 'Nadia'), heure: '25 h', compteur: '12' },
  ])
  assert.match(
    said.said ?? '',
    /Une ligne est écrite.: Malle de projection \(Paul\), parti\. 2 lignes sont à reprendre\./,
  )
  const [first, second] = waiting(box)
  const page = box.page(`${PATH}/reprise`, { by: 'keeper', private: true }) ?? ''
  assert.match(page, /n’est d’aucune ligne/)
  assert.match(page, /9 h, 14:30/)
  assert.match(page, /value="malle 12 34"/)
  assert.match(page, /value="Léo"/)
  assert.match(page, /value="25 h"/)
  // The one is thrown away, the other one mended.
  const mended = keys(box, [
    { ligne: String(first?.['id']), mot: '', heure: '10 h', nom: 'Léo' },
    { ligne: String(second?.['id']), mot: wordOf(box, 'Nadia'), heure: '15 h', compteur: '12' },
  ])
  assert.match(mended.said ?? '', /^Une ligne est écrite.: [^.]*\.$/)
  assert.equal(waiting(box).length, 0)
  assert.deepEqual(
    stands(box).map(row => row['state']),
    ['out', 'out'],
  )
})

test('the same slip keyed twice writes once, a blank line too', () => {
  using box = opened()
  const blank = { mot: box.blanks[0]!, heure: '11 h', nom: 'Léo', chose: box.tiller }
  const lines = [{ mot: wordOf(box, 'Paul'), heure: '9 h' }, blank]
  keys(box, lines)
  const before = stands(box)
  const again = keys(box, [...lines, ...lines])
  assert.match(again.said ?? '', /4 l’étaient déjà/)
  assert.deepEqual(stands(box), before)
  const back = keys(box, [{ ...blank, fait: 'back', heure: '12 h' }]).said ?? ''
  assert.match(back, /^Une ligne est écrite.: [^.]*, revenu\.$/)
  assert.equal(stands(box).length, 3)
})

test('a return before its departure was keyed waits for it, and is written with it', () => {
  using box = opened()
  const word = wordOf(box, 'Paul')
  keys(box, [{ mot: word, fait: 'back', heure: '18 h' }])
  const [line] = waiting(box)
  assert.match(String(line?.['fault']), /notez d’abord le départ/)
  keys(box, [
    { ligne: String(line?.['id']), mot: word, fait: 'back', heure: '18 h' },
    { mot: word, heure: '9 h' },
  ])
  assert.equal(waiting(box).length, 0)
  assert.equal(stands(box).at(-1)?.['state'], 'back')
})

test('a hand-out that happened is written whatever was promised, and a clash is said and shown', () => {
  using box = opened()
  const blank = (n: number, line: object) => ({
    mot: box.blanks[n]!,
    nom: 'Léo',
    chose: box.bundle,
    ...line,
  })
  const said = keys(box, [
    { mot: wordOf(box, 'Paul'), heure: '9 h' },
    blank(0, { heure: '10 h', fin: '29/11' }),
  ])
  assert.match(said.said ?? '', /2 lignes sont écrites.*Malle de projection\u00a0: promis à deux/)
  const page = box.page(`${PATH}/${box.bundle}`, { by: 'keeper', private: true }) ?? ''
  assert.match(page, /Paul.*Léo|Léo.*Paul/s)
})

test('one after the other is no clash, whatever the order of the lines', () => {
  const lines = (box: Opened): readonly Line[] => [
    { mot: wordOf(box, 'Paul'), heure: '9 h' },
    { mot: wordOf(box, 'Paul'), fait: 'back', heure: '11 h' },
    { mot: box.blanks[0]!, heure: '12 h', nom: 'Léo', chose: box.bundle },
    { mot: box.blanks[0]!, fait: 'back', heure: '16 h', manque: 'projecteur' },
    { mot: box.blanks[1]!, heure: '17 h', nom: 'Zoé', chose: box.bundle },
    { mot: wordOf(box, 'Nadia'), heure: '8 h', compteur: '10' },
    { mot: wordOf(box, 'Nadia'), fait: 'back', heure: '19 h', compteur: '14' },
  ]
  const ended = (order: readonly number[]) => {
    using box = opened()
    const all = lines(box)
    const { said = '' } = keys(
      box,
      order.map(n => all[n]!),
    )
    return { said, stands: stands(box) }
  }
  const inOrder = ended([0, 1, 2, 3, 4, 5, 6])
  assert.match(inOrder.said ?? '', /^7 lignes sont écrites.: [^.]*\. Il manque projecteur\.$/)
  assert.equal(inOrder.stands.at(-1)?.['piecesOut'], JSON.stringify(['câble HDMI']))
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 })
  fc.assert(
    fc.property(orders, order => assert.deepEqual(ended(order), inOrder)),
    { numRuns: 12 },
  )
})

test('whoever is in charge of the kit keys nothing of the tiller, and learns nothing of it', () => {
  using box = opened()
  const said = keys(
    box,
    [
      { mot: wordOf(box, 'Nadia'), heure: '9 h' },
      { mot: wordOf(box, 'Paul'), heure: '9 h' },
      { mot: box.blanks[0]!, heure: '10 h', nom: 'Léo', chose: box.tiller },
    ],
    as(box.ines),
  )
  assert.match(
    said.said ?? '',
    /Une ligne est écrite.: Malle de projection \(Paul\), parti\. 2 lignes sont à reprendre/,
  )
  const page = (who: object) => box.page(`${PATH}/reprise`, who) ?? ''
  assert.match(page(as(box.ines)), /n’est d’aucune ligne/)
  assert.doesNotMatch(page(as(box.ines)), /Motoculteur|Nadia/)
  // Her lines are hers.
  assert.doesNotMatch(page({ by: 'keeper', private: true }), /n’est d’aucune ligne/)
  assert.doesNotMatch(page({ ...as(box.ines), private: false }), /n’est d’aucune ligne/)
  assert.ok('refused' in box.turn('lending.keySheet', form([]), as(box.nadia)))
})

test('a word that is typed in the search leads who is in charge to its line, and nobody else', () => {
  using box = opened()
  const found = (who: object, asked = wordOf(box, 'Paul')) => {
    const kit = box.kit('/chercher', who)
    return lending.slots?.finds?.(kit, box.read, lending.words.fr, asked)
  }
  const html = found(as(box.ines))?.items[0]?.html ?? ''
  const href = /href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  assert.match(html, /Malle de projection/)
  const mot = new URL(href, 'http://x').searchParams.get('mot') ?? ''
  const page = box.page(`${PATH}/reprise`, { ...as(box.ines), query: { mot } })
  assert.ok(page?.includes(`name="mot.0" value="${wordOf(box, 'Paul')}"`), mot)
  assert.equal(found(as(box.nadia)), undefined)
  assert.equal(found(as(box.ines), wordOf(box, 'Nadia')), undefined)
  assert.equal(found({ by: 'visitor' }), undefined)
  assert.match(found(as(box.ines), box.blanks[0])?.items[0]?.html ?? '', /Sans réservation/)
})

test('a day without its year is never thrown into last year: it comes back with why', () => {
  using box = opened()
  const paul = wordOf(box, 'Paul')
  const said = keys(box, [
    { mot: paul, heure: '9 h', jour: '2/12' },
    { mot: box.blanks[0]!, heure: '9 h', jour: '15/9', nom: 'Léo', chose: box.tiller },
  ])
  assert.match(said.said ?? '', /^2 lignes sont à reprendre\.$/)
  const page = box.page(`${PATH}/reprise`, { by: 'keeper', private: true }) ?? ''
  assert.match(page, /2 décembre, c’est demain\u00a0: relisez le jour\./)
  assert.match(page, /15 septembre, c’est il y a [^:]*: relisez le jour, ou écrivez son année\./)
  assert.match(page, /hier, dimanche, 28\/11/)
  assert.deepEqual(
    stands(box).map(({ state }) => state),
    ['booked', 'booked'],
  )
  assert.match(keys(box, [{ mot: paul, heure: '9 h', jour: '29/11' }]).said ?? '', /Paul\), parti/)
})

test('a word with one digit wrong, or without one of its parts, says what to write', () => {
  using box = opened()
  const word = wordOf(box, 'Nadia')
  const digits = word.replaceAll(/\D/g, '')
  const other = `${digits.slice(0, 3)}${(Number(digits.slice(3)) + 1) % 10}`
  keys(box, [
    { mot: `motoculteur ${other}`, heure: '9 h' },
    { mot: digits, heure: '9 h' },
    { mot: 'motoculteur', heure: '9 h' },
  ])
  const faults = waiting(box).map(row => String(row['fault']))
  assert.equal(faults.filter(one => one.includes(`est-ce ${word}`)).length, 1)
  assert.equal(faults.filter(one => one.includes('le mot et ses chiffres')).length, 2)
  const before = box.read.all('SELECT id FROM hand_line_home WHERE fault LIKE ?', `%${word}%`)
  assert.equal(before.length, 1)
  keys(box, [{ mot: `motoculteur ${other}`, heure: '9 h' }], as(box.ines))
  const told = box.read.all('SELECT id FROM hand_line_home WHERE fault LIKE ?', `%${word}%`)
  assert.equal(told.length, 1, 'who is not in charge of it is told of no word')
})

test('each line that is written is named, and what was lent until yesterday is written', () => {
  using box = opened()
  const [free = ''] = box.blanks
  const said = keys(box, [
    { mot: wordOf(box, 'Paul'), heure: '9 h' },
    { mot: wordOf(box, 'Paul'), fait: 'back', heure: '18 h' },
    { mot: free, heure: '11 h', nom: 'Léo', chose: box.tiller, fin: 'hier' },
    { mot: free, fait: 'back', heure: '17 h' },
  ]).said
  const all = String(said).replaceAll('\u00a0', ' ')
  assert.match(all, /^4 lignes sont écrites : /)
  assert.match(all, /Malle de projection \(Paul\), parti/)
  assert.match(all, /Malle de projection \(Paul\), revenu/)
  assert.match(all, /Motoculteur \(Léo\), parti/)
  assert.match(all, /Motoculteur \(Léo\), revenu/)
  const [leo] = box.read.all(
    'SELECT booking.endsOn FROM booking JOIN booking_home AS home USING (id) WHERE home.name = ?',
    'Léo',
  )
  assert.equal(leo?.['endsOn'], '2026-11-30')
})
