import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { cases, testAll, testOnce } from '../../../../tests/support/pass.ts'
import { runBatch } from '../../../../tests/support/turns.ts'
import { bricks } from '../../../app/bricks.ts'
import type { Html } from '../../../contract/html.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { newBox } from '../../../log/box.ts'
import { fitted, setPaper } from '../../../paper/typeset.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { toPrint } from '../../../web/print/prints.ts'
import { printing } from '../brick.ts'
import { paperOf } from '../pages/prints.ts'
import { fr } from '../words/fr.ts'
import { laidOut, PARTS, type SheetLine } from './rules.ts'
import { askable } from './sheet.ts'

const DAY_MS = 24 * 3_600_000
const TUESDAY = Date.parse('2026-11-24T09:00:00Z')
let now = TUESDAY
let drawn = 0
const today = () => new Date(now).toISOString().slice(0, 10)
const newId = () =>
  idFrom(
    now,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : i === 8 ? drawn >> 8 : 0)),
  )

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper') {
  const [brick = '', name = ''] = command.split('.')
  const clock = { now: () => now, sure: true, today }
  const answer = runBatch(
    engine,
    [{ brick, command: name, input, by, id: newId(), lang: 'fr' }],
    clock,
  )[0]!
  assert.ok(answer.done, JSON.stringify(answer))
  return answer
}
function bring(
  engine: OpenEngine,
  ...records: readonly Readonly<{ type: string; fields: object }>[]
): readonly string[] {
  const all = records.map(one => ({ id: newId(), ...one }))
  turn(engine, 'plain.bring', { records: JSON.stringify(all) })
  return all.map(one => one.id)
}
const source = (engine: OpenEngine) => sourceOf(engine, { now: () => now, today })
type Query = Readonly<Record<string, string>>
const printed = (engine: OpenEngine, by: Who = 'keeper', query: Query = {}) =>
  toPrint(source(engine), 'feuille', undefined, { lang: 'fr', by, private: true, query })
function paper(engine: OpenEngine, by: Who = 'keeper', query: Query = {}): Paper {
  const found = printed(engine, by, query)
  assert.ok('paper' in found)
  return found.paper
}
const told = (one: Paper): string => JSON.stringify(one)
const page = (engine: OpenEngine, by: Who): string => {
  const found = printing.pages.find(one => one.path === '/feuille')!
  const kit = kitFor(source(engine), { path: '/feuille', lang: 'fr', by })
  return (found.show(kit, engine.read, printing.words.fr)!.body as Html).html
}

function village(): OpenEngine {
  now = TUESDAY
  const engine = openEngine(bricks, newBox())
  bring(
    engine,
    {
      type: 'territory',
      fields: {
        name: 'Sail et alentours',
        village: '42195',
        communes: ['42195'],
        keptBy: 'Anaïs et Malo, au local',
        reach: 'au local, le mercredi',
      },
    },
    {
      type: 'offer',
      fields: {
        title: 'Paul prête sa scie',
        who: 'Paul',
        reach: 'au bar, le mardi',
        hiddenWhy: 'canari',
      },
    },
    {
      type: 'need',
      fields: {
        title: 'Hugo cherche du papier',
        who: 'Hugo',
        reach: 'à l’école',
        since: '2026-10-01',
      },
    },
    {
      type: 'need',
      fields: {
        title: 'Malo cherche un terrain',
        who: 'Malo',
        reach: 'au local',
        since: '2026-09-01',
      },
    },
    {
      type: 'event',
      fields: {
        title: 'Le café de réparation',
        startsOn: '2026-11-28',
        startsAt: '14:00',
        where: 'au local',
        who: 'Rosa',
      },
    },
    { type: 'idea', fields: { title: 'Ouvrir le four un dimanche par mois', state: 'open' } },
    { type: 'deed', fields: { title: 'Nadia a débité ses planches', doneOn: '2026-11-21' } },
    { type: 'place', fields: { name: 'La médiathèque', toConfirm: true, keyHolder: 'Odile' } },
  )
  return engine
}

testOnce(
  'the sheet holds what is offered, wanted, to come, done and to confirm, with how to reach, ' +
    'under the week and its keeper',
  () => {
    const all = told(paper(village()))
    for (const said of [
      'du 23 au 29 novembre 2026',
      'Anaïs et Malo, au local, le mercredi',
      'Paul prête sa scie',
      'Paul\u00a0: au bar, le mardi',
      'Le café de réparation',
      'samedi 28 novembre, 14\u00a0h · au local · Rosa',
      'Nadia a débité ses planches',
      'La médiathèque',
    ])
      assert.ok(all.includes(said), said)
    assert.ok(
      all.indexOf('Malo cherche un terrain') < all.indexOf('Hugo cherche du papier'),
      'the oldest first',
    )
    assert.ok(!all.includes('canari') && !all.includes('un dimanche par mois'))
  },
)

testOnce(
  'what an old meeting said is on no sheet and asked of nobody, until it is said again',
  () => {
    const engine = village()
    const [old, recent] = bring(
      engine,
      { type: 'meeting', fields: { title: 'Soirée', date: '2014-02-05' } },
      { type: 'meeting', fields: { title: 'Soirée', date: '2026-10-05' } },
    )
    bring(
      engine,
      ...['need', 'offer'].flatMap(type => [
        { type, fields: { title: `${type} d’avant`, reach: 'au local', notedAt: old } },
        { type, fields: { title: `${type} d’octobre`, reach: 'au local', notedAt: recent } },
        {
          type,
          fields: {
            ...{ title: `${type} redit`, reach: 'au local', notedAt: old },
            renewedOn: '2026-11-20',
          },
        },
      ]),
    )
    const all = told(paper(engine))
    for (const type of ['need', 'offer']) {
      assert.ok(!all.includes(`${type} d’avant`))
      assert.ok(all.includes(`${type} d’octobre`) && all.includes(`${type} redit`), type)
    }
    const { request } = kitFor(source(engine), { path: '/feuille', lang: 'fr', by: 'keeper' })
    const asked = askable(request, engine.read).map(one => one.title)
    assert.ok(asked.includes('need d’octobre') && asked.includes('need redit'))
    assert.ok(!asked.includes('need d’avant'))
  },
)

testOnce('what a council answered is on the sheet, yes or no, once', () => {
  const engine = village()
  const [asked, refused] = bring(
    engine,
    ...['Un banc devant le four\u202f?', 'Un car le samedi\u202f?'].map(title => ({
      type: 'request',
      fields: { title, who: 'Zoé', reach: 'au local', why: 'x', council: 'commune' },
    })),
  )
  bring(
    engine,
    {
      type: 'council-answer',
      fields: { to: asked, says: 'yes', council: 'conseil municipal', on: '2026-11-20' },
    },
    {
      type: 'council-answer',
      fields: {
        to: refused,
        says: 'later',
        saying: 'au budget',
        council: 'la comcom',
        on: '2026-11-18',
      },
    },
  )
  const all = told(paper(engine))
  assert.equal(all.split('Un banc devant le four').length, 2)
  assert.ok(
    all.includes('Un banc devant le four\u202f? Oui.') &&
      all.includes('Un car le samedi\u202f? Plus tard.'),
  )
  assert.ok(all.includes('la comcom · le 18 novembre · au budget'))
})

testOnce('what waits, what is closed and what stays home is on no sheet', () => {
  const engine = village()
  turn(
    engine,
    'offers.offer',
    { title: 'canari, je prête une échelle', who: 'Zoé', reach: 'chez elle' },
    'visitor',
  )
  bring(engine, {
    type: 'offer',
    fields: { title: 'canari fermé', who: 'Bruno', reach: 'au bar', state: 'closed' },
  })
  assert.ok(!told(paper(engine)).includes('canari'))
})

testOnce(
  'the keeper takes out, says otherwise, moves and adds; the records are as they were',
  () => {
    const engine = village()
    const [saw, ladder] = [
      engine.read.all('SELECT id FROM offer')[0]!['id'] as string,
      bring(engine, {
        type: 'offer',
        fields: { title: 'Bruno prête son échelle', who: 'Bruno', reach: 'au bar' },
      })[0]!,
    ]
    const need = String(engine.read.all("SELECT id FROM need WHERE title LIKE 'Hugo%'")[0]!['id'])
    assert.ok(
      told(paper(engine)).indexOf('Bruno prête') < told(paper(engine)).indexOf('Paul prête'),
    )
    const line = (
      id: string,
      place: string,
      rank: string,
      words: string,
      source: string,
    ): Input => ({
      [`place.${id}`]: place,
      [`rang.${id}`]: rank,
      [`mots.${id}`]: words,
      [`dit.${id}`]: source,
    })
    turn(engine, 'printing.compose', {
      ligne: [ladder, saw, need],
      ...line(ladder, '1', '2', 'Bruno prête son échelle', 'Bruno prête son échelle'),
      ...line(saw, '2', '2', 'Paul prête sa belle scie à ruban', 'Paul prête sa scie'),
      ...line(need, '2', '2', 'x', 'x'),
      [`sans.${need}`]: 'oui',
      ajout: 'La salle est fermée jeudi.',
      question: 'mots',
      demande: 'Qui sait affûter\u202f?',
    })
    const all = told(paper(engine))
    assert.ok(
      all.indexOf('Paul prête sa belle scie à ruban') < all.indexOf('Bruno prête son échelle'),
    )
    assert.ok(all.includes('La salle est fermée jeudi.') && all.includes('Qui sait affûter'))
    assert.ok(!all.includes('Hugo cherche du papier'))
    assert.equal(engine.read.called(saw)?.title, 'Paul prête sa scie')
    assert.match(page(engine, 'keeper'), /checked>pas cette fois/)
    now += 7 * DAY_MS
    assert.ok(
      told(paper(engine)).includes('Hugo cherche du papier'),
      'another week is another sheet',
    )
    assert.ok(!told(paper(engine)).includes('La salle est fermée jeudi.'))
  },
)

testOnce(
  'a visitor reads the last sheet made, without what was withdrawn since nor what is said ' +
    'otherwise on paper alone',
  () => {
    const engine = village()
    assert.deepEqual(printed(engine, 'visitor'), { wrong: 'nothing' })
    assert.ok(page(engine, 'visitor').includes('Anaïs et Malo'))
    const saw = String(engine.read.all('SELECT id FROM offer')[0]!['id'])
    turn(engine, 'printing.compose', {
      ajout: 'La salle est fermée jeudi.',
      ligne: saw,
      [`mots.${saw}`]: 'canari',
      [`place.${saw}`]: '1',
      [`rang.${saw}`]: '1',
    })
    const { shown, left } = madeFrom(page(engine, 'keeper'))
    turn(engine, 'printing.make', { montre: shown, reste: left })
    bring(engine, {
      type: 'offer',
      fields: { title: 'Bruno prête son échelle', who: 'Bruno', reach: 'au bar' },
    })
    for (const all of [page(engine, 'visitor'), told(paper(engine, 'visitor'))]) {
      assert.ok(all.includes('Paul prête sa scie') && all.includes('La salle est fermée jeudi.'))
      assert.ok(!all.includes('canari') && !all.includes('Bruno'))
    }
    turn(engine, 'plain.remove', { type: 'offer', id: saw })
    assert.ok(!page(engine, 'visitor').includes('Paul prête'))
  },
)

testOnce('a contact that three lines share is said once under their heading', () => {
  const engine = village()
  const contact = 'À demander à Sylvie, à la salle des fêtes'
  bring(
    engine,
    ...['une table', 'un banc', 'une marmite'].map(what => ({
      type: 'offer',
      fields: { title: `On prête ${what}`, reach: contact },
    })),
  )
  const { shown, left } = madeFrom(page(engine, 'keeper'))
  turn(engine, 'printing.make', { montre: shown, reste: left })
  for (const all of [page(engine, 'visitor'), told(paper(engine))]) {
    assert.equal(all.split(contact).length, 2)
    assert.match(all, /Sauf mention contraire/)
    assert.ok(all.includes('On prête une marmite') && all.includes('au bar, le mardi'))
  }
})

testOnce('from Friday on the coming week is offered, with the events of three weeks more', () => {
  const engine = village()
  const coming = { semaine: '2026-11-30' }
  bring(
    engine,
    ...['2026-12-12', '2027-01-09'].map(startsOn => ({
      type: 'event',
      fields: { title: `Le marché du ${startsOn}`, startsOn, where: 'sous la halle' },
    })),
  )
  assert.ok(!page(engine, 'keeper').includes('semaine qui vient'), 'on a Tuesday')
  assert.ok(told(paper(engine)).includes('Le marché du 2026-12-12'))
  assert.ok(told(paper(engine, 'keeper', coming)).includes('du 23 au 29 novembre'))
  now += 3 * DAY_MS
  assert.match(page(engine, 'keeper'), /feuille\?semaine=2026-11-30"[\s\S]*semaine qui vient/)
  turn(engine, 'printing.compose', { ...coming, ajout: 'Le four chauffe lundi.' })
  const [next, own] = [told(paper(engine, 'keeper', coming)), told(paper(engine))]
  assert.ok(next.includes('du 30 novembre 2026 au 6 décembre') && next.includes('Le four chauffe'))
  assert.ok(!next.includes('Le café de réparation'), 'what is over before it begins')
  assert.ok(!next.includes('2027-01-09'))
  assert.ok(own.includes('Le café de réparation') && !own.includes('Le four chauffe'))
  const made = turn(engine, 'printing.make', { ...coming, montre: [], reste: [] })
  assert.equal(made.next, '/feuille?semaine=2026-11-30')
})

testOnce('a date that is cancelled or moved in the weeks of the sheet is on it, on any day', () => {
  const engine = village()
  const series = { title: 'La gym', startsOn: '2026-11-25', recurs: 'FREQ=WEEKLY', where: 'salle' }
  bring(engine, { type: 'event', fields: series })
  const event = String(engine.read.all("SELECT id FROM event WHERE title = 'La gym'")[0]?.['id'])
  bring(
    engine,
    { type: 'event-date', fields: { event, day: '2026-12-09', fate: 'off' } },
    { type: 'event-date', fields: { event, day: '2026-12-16', fate: 'moved', on: '2026-12-11' } },
  )
  const sheet = told(paper(engine))
  assert.match(sheet, /ANNULÉ\s: La gym[\s\S]*9 décembre/)
  assert.match(sheet, /La gym[\s\S]*16 décembre[\s\S]*11 décembre/)
})

testOnce('what was typed and not noted is noted before the sheet is made or printed', () => {
  const engine = village()
  const body = page(engine, 'keeper')
  assert.match(body, /<button form="composer" formaction="\/feuille\/faire">/)
  assert.match(body, /<button class="button" form="composer" name="imprimer" value="oui">/)
  const { shown, left } = madeFrom(body)
  const typed = { question: '', ajout: 'La salle est fermée jeudi.', montre: shown, reste: left }
  const first = turn(engine, 'printing.make', typed)
  assert.match(String(first.said), /Vos changements sont notés/)
  assert.ok(page(engine, 'keeper').includes('La salle est fermée jeudi.'))
  assert.ok(!page(engine, 'visitor').includes('La salle est fermée jeudi.'), 'not made yet')
  const again = madeFrom(page(engine, 'keeper'))
  turn(engine, 'printing.make', { question: '', montre: again.shown, reste: again.left })
  assert.ok(page(engine, 'visitor').includes('La salle est fermée jeudi.'))
  const more = { question: '', ajout: 'Le four chauffe.', imprimer: 'oui' }
  assert.equal(turn(engine, 'printing.compose', more).next, '/imprimer/feuille')
  assert.ok(told(paper(engine)).includes('Le four chauffe.'))
})

testOnce('on a Sunday the coming week is prepared, and this one is still offered', () => {
  const engine = village()
  now += 5 * DAY_MS
  assert.ok(told(paper(engine)).includes('du 30 novembre 2026 au 6 décembre'))
  assert.match(page(engine, 'keeper'), /feuille\?semaine=2026-11-23"/)
  const own = told(paper(engine, 'keeper', { semaine: '2026-11-23' }))
  assert.ok(own.includes('du 23 au 29 novembre'))
  const noted = turn(engine, 'printing.compose', { semaine: '2026-11-23', question: '' })
  assert.equal(noted.next, '/feuille?semaine=2026-11-23')
})

const madeFrom = (body: string) => {
  const ids = (name: string): readonly string[] =>
    [...body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(one => one[1]!)
  return { shown: ids('montre'), left: ids('reste') }
}

/**
 * What stands on a sheet once it is fitted: lines of each part, of all, and how many it says that
 * it left.
 */
function standing(
  one: Paper,
  fit = fitted(one),
): Readonly<{ parts: readonly number[]; stand: number; left: number; fit: Paper }> {
  const { blocks } = fit
  const parts = blocks.flatMap(block => (block.is === 'items' ? [block.items.length] : []))
  const said = blocks.find(block => block.is === 'left') as Readonly<{ left?: number }> | undefined
  return { parts, stand: parts.reduce((a, b) => a + b, 0), left: said?.left ?? 0, fit }
}
const slipsOf = (one: Paper): number =>
  (one.blocks.find(block => block.is === 'filling') as Readonly<{ times?: number }> | undefined)
    ?.times ?? 0
type Items = Extract<Paper['blocks'][number], { is: 'items' }>
const withLine = (block: Items): Items => ({ ...block, items: [...block.items, block.items[0]!] })

testAll(
  'five hundred news fit on one sheet, which says how many wait; the next sheet begins with ' +
    'them',
  () => {
    const engine = village()
    bring(
      engine,
      ...Array.from({ length: 500 }, (_, n) => ({
        type: 'offer',
        fields: {
          title: `Bruno prête son outil numéro ${n}`,
          who: 'Bruno',
          reach: 'au bar, le mardi',
        },
      })),
    )
    const { shown, left } = madeFrom(page(engine, 'keeper'))
    assert.ok(shown.length > 40)
    assert.equal(left.length, 200)
    const { stand, left: told } = standing(paper(engine))
    assert.ok(stand >= shown.length && told > 300, `${stand} ${told}`)
    assert.equal(stand + told, 506)
    turn(engine, 'printing.make', { montre: shown, reste: left })
    now += 7 * DAY_MS
    bring(engine, {
      type: 'offer',
      fields: { title: 'Zoé donne des pommes', who: 'Zoé', reach: 'chez elle' },
    })
    const next = madeFrom(page(engine, 'keeper')).shown.filter(id => left.includes(id))
    assert.deepEqual(next, left.slice(0, next.length))
    assert.ok(next.length > 20)
  },
)

/** How many lines, and how long the longest. */
const LENGTHS = [
  [0, 40],
  [5, 300],
  [40, 120],
  [20, 300],
  [500, 300],
  [500, 40],
] as const
test('the rides of the week stand in the order in which they leave, a weekly one each week', () => {
  now = TUESDAY
  const engine = openEngine(bricks, newBox())
  const ride = (title: string, fields: object) => ({
    type: 'offer',
    fields: { title, who: 'Odile', reach: 'au bar', mode: 'ride', state: 'firm', ...fields },
  })
  bring(
    engine,
    ride('Odile descend à Boën samedi', { until: '2026-11-28', rideTo: 'Boën' }),
    ride('Odile va à Feurs chaque jeudi', {
      rideDays: 'FREQ=WEEKLY;BYDAY=TH',
      rideSince: '2026-01-08',
      rideAt: '08:00',
    }),
    ride('Odile monte à Noirétable en décembre', { until: '2026-12-20' }),
    { type: 'offer', fields: { title: 'Odile prête une scie', who: 'Odile', reach: 'au bar' } },
  )
  const said = told(paper(engine))
  const at = (words: string): number => said.indexOf(words)
  assert.ok(at('Les trajets') < at('chaque jeudi') && at('chaque jeudi') < at('Boën samedi'))
  assert.ok(at('prête une scie') < at('Les trajets'))
  assert.match(said, /au bar · jeudi, 8\u00a0h/)
  assert.ok(at('en décembre') < at('Les trajets'), 'a ride of another week is an offer')
})

test('0, 5 or 500 lines, short or very long: one sheet, and nothing is cut that was said to stand', () => {
  const words =
    'Nadia donne des pieds de rhubarbe et de cassis anticonstitutionnellement, un dimanche '
  const line = (n: number, most: number): SheetLine => ({
    id: String(n),
    part: PARTS[n % PARTS.length]!,
    words: words.repeat(5).slice(0, 12 + ((n * 37) % most)),
    under: words.repeat(5).slice(0, (n * 53) % most),
    ...(n % 2 ? { code: 'papier\u00a074\u00a039' } : {}),
  })
  const head = {
    name: 'Sail et alentours',
    keeper: 'Anaïs et Malo, au local, le mercredi de 17\u00a0h à 19\u00a0h',
    lang: 'fr',
    today: '2026-11-24',
  } as const
  for (const [count, most] of cases(LENGTHS, 2, 1)) {
    const all = Array.from({ length: count }, (_, n) => line(n, most)).toSorted(
      (a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part),
    )
    const laid = laidOut(all)
    const sheet = paperOf({ week: '2026-11-23', ...laid }, head, fr)
    const { parts, stand, left, fit } = standing(sheet)
    assert.ok(setPaper(fit).pages <= 2, `${count} lines of ${most}`)
    assert.equal(stand + left, count)
    for (const [at, part] of PARTS.filter(one => all.some(line => line.part === one)).entries())
      assert.ok(
        parts[at]! >= laid.shown.filter(one => one.part === part).length,
        `${count} lines of ${most}, ${part}`,
      )
  }
})

testAll(
  'a sheet that says that lines wait has no room for one more; one with room has larger ' +
    'letters, and slips to fill it',
  () => {
    const engine = village()
    const offers = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        type: 'offer',
        fields: {
          title: `Bruno prête son outil numéro ${n}`,
          who: 'Bruno',
          reach: 'au bar, le mardi',
        },
      }))
    const few = fitted(paper(engine))
    const bare = setPaper(few)
    assert.equal(few.points, 12.5)
    assert.equal(slipsOf(few), 6, 'both sides are full')
    assert.equal(bare.pages, 2)
    bring(engine, ...offers(300))
    const { fit: full, left } = standing(paper(engine))
    assert.ok(left > 0)
    const oneMore = {
      ...full,
      fits: 9,
      blocks: full.blocks.flatMap(block =>
        block.is === 'items' && block.items.length > 20
          ? [withLine(block)]
          : block.is === 'filling'
            ? []
            : [block],
      ),
    }
    assert.equal(setPaper(oneMore).pages, 3)
  },
)
