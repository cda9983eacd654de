import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { runBatch, type TurnAnswer } from '../../../../tests/support/turns.ts'
import { bricks } from '../../../app/bricks.ts'
import type { Html } from '../../../contract/html.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { Who } from '../../../contract/permission.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { checkDigit, readCode } from '../../../core/code.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { openedByCode } from '../../../engine/records/said-code.ts'
import { newBox } from '../../../log/box.ts'
import { setPaper } from '../../../paper/typeset.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { toPrint } from '../../../web/print/prints.ts'
import { offers } from '../../offers/brick.ts'
import { printing } from '../brick.ts'
import { noticeBlanks } from '../pages/prints-forms.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
const TODAY = '2026-11-24'
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : i === 8 ? drawn >> 8 : 0)),
  )

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper'): TurnAnswer {
  const [brick = '', name = ''] = command.split('.')
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  return runBatch(engine, [{ brick, command: name, input, by, id: newId(), lang: 'fr' }], clock)[0]!
}
function prepared(engine: OpenEngine, input: Input): string {
  const answer = turn(engine, 'printing.prepare', input)
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.next?.split('/').at(-1) ?? ''
}
const siteOf = (engine: OpenEngine) => sourceOf(engine, { now: () => NOW, today: () => TODAY })
function printed(
  engine: OpenEngine,
  id: string | undefined,
  by: Who = 'keeper',
  query: Input = {},
): Paper {
  const found = toPrint(siteOf(engine), 'billets', id, { lang: 'fr', by, private: true, query })
  assert.ok('paper' in found, JSON.stringify(found))
  return found.paper
}
function page(
  engine: OpenEngine,
  path: string,
  query: Input = {},
  params: Readonly<Record<string, string>> = {},
  isPrivate = true,
): string {
  const found = [...printing.pages, ...offers.pages].find(one => one.path === path)!
  const brick = printing.pages.includes(found) ? printing : offers
  const kit = kitFor(siteOf(engine), {
    path,
    query,
    params,
    lang: 'fr',
    by: 'keeper',
    private: isPrivate,
  })
  return (found.show(kit, engine.read, brick.words.fr)!.body as Html).html
}

test(
  'each paper is prepared with a code of its own, whose last digit checks; typed, it opens ' +
    'where that paper is keyed',
  () => {
    const engine = openEngine(bricks, newBox())
    const ids = [
      prepared(engine, { kind: 'notices' }),
      prepared(engine, { kind: 'rides' }),
      prepared(engine, { kind: 'question', asks: 'Faut-il ouvrir le four\u202f?' }),
      ...Array.from({ length: 20 }, (_, n) =>
        prepared(engine, { kind: 'presence', asks: `Réunion ${n}` }),
      ),
    ]
    const codes = ids.map(id => codeSaid(engine.read, id) ?? '')
    assert.equal(new Set(codes).size, ids.length)
    for (const said of codes) {
      const read = readCode(said)
      assert.ok('digits' in read, said)
      assert.equal(checkDigit(read.digits.slice(0, 3)), Number(read.digits[3]))
    }
    assert.equal(openedByCode(engine.read, codes[0]!)?.path, '/annonces/saisie?papier=annonces')
    assert.equal(openedByCode(engine.read, codes[1]!)?.path, '/annonces/saisie?papier=trajets')
    assert.equal(openedByCode(engine.read, codes[2]!)?.path, `/billets/${ids[2]}`)
    assert.equal(openedByCode(engine.read, 'billet 00 00')?.path, undefined)
    const list = page(engine, '/billets')
    assert.ok(
      list.search(/<h3/) > 0 && list.search(/<h2/) < list.search(/<h3/),
      'a part is named before what stands in it',
    )
    assert.equal(list.match(/Je descends à…/g)?.length, 2, 'once in the list, once to choose')
  },
)

test('a slip asks, in this order, what its keying page asks', () => {
  const engine = openEngine(bricks, newBox())
  const slip = printed(engine, prepared(engine, { kind: 'notices' })).each?.[0] ?? []
  const blanks = slip.flatMap(block => (block.is === 'blanks' ? block.blanks : []))
  const body = page(engine, '/annonces/saisie', { papier: 'annonces' })
  const asked = ['f-who', 'f-kind', 'f-title', 'f-reach', 'f-until', 'f-accord'].map(id =>
    body.indexOf(`id="${id}"`),
  )
  assert.deepEqual(
    asked,
    asked.toSorted((a, b) => a - b),
  )
  assert.equal(blanks.length, asked.length)
  assert.ok(asked.every(at => at > 0))
  for (const said of [
    'propose',
    'cherche',
    'un coup de main',
    'affiché ici',
    'et dans les villages voisins',
  ])
    assert.ok(
      blanks.some(blank => blank.ticks?.includes(said)) && body.includes(`>${said}</label>`),
      said,
    )
  assert.ok(body.includes('autofocus') && !body.includes('name="accord" value="voisins" checked'))
})

test(
  'a slip holds every field without which no notice is, under labels that its keying page has ' +
    'in other words',
  () => {
    const engine = openEngine(bricks, newBox())
    const body = page(engine, '/annonces/saisie', { papier: 'annonces' })
    for (const name of ['offer', 'need'] as const) {
      const { fields } = engine.types.get(name)!
      const required = Object.keys(fields).filter(field => fields[field]!.required)
      for (const field of required)
        assert.ok(Object.hasOwn(SLIP_OF, field), `${name}.${field} has no blank`)
      for (const field of Object.keys(SLIP_OF))
        assert.ok(Object.hasOwn(fields, field) && body.includes(`name="${field}"`), field)
    }
    for (const lang of ['fr', 'en'] as const) {
      const words = { fr, en }[lang]
      const labels = noticeBlanks(words).map(blank => blank.label)
      for (const said of Object.values(SLIP_OF)) assert.ok(labels.includes(words.slip[said]), said)
    }
  },
)
/** The blank of a slip in which each field of a notice is written. */
const SLIP_OF = {
  who: 'whoWhere',
  commune: 'whoWhere',
  title: 'what',
  reach: 'reach',
  until: 'until',
} as const

test(
  'what is not ticked is not shown: a slip of here alone stays in this box, and one without a ' +
    'yes is not keyed',
  () => {
    const engine = openEngine(bricks, newBox())
    const slip = {
      papier: 'annonces',
      who: 'Rosa',
      kind: 'offer',
      title: 'je prête un canari',
      reach: 'au bar',
      commune: '',
      jour: TODAY,
    }
    const none = turn(engine, 'offers.keySlip', slip)
    assert.ok('refused' in none && none.field === 'accord')
    assert.ok(turn(engine, 'offers.keySlip', { ...slip, accord: 'ici' }).done)
    assert.equal(
      engine.log.sql.all("SELECT 1 FROM write WHERE type = 'offer' AND space <> 'home'").length,
      0,
    )
    assert.equal(
      engine.read.all("SELECT title FROM offer_home WHERE title LIKE 'Rosa%je prête un canari%'")
        .length,
      1,
    )
    const around = turn(engine, 'offers.keySlip', {
      ...slip,
      title: 'je prête une brouette',
      accord: 'voisins',
      saisi: 'Kwan',
    })
    assert.ok(around.done)
    assert.equal(around.next, `/annonces/saisie?papier=annonces&saisi=Kwan&jour=${TODAY}`)
    assert.deepEqual(
      {
        ...engine.read.all(
          'SELECT title, toldTo FROM offer WHERE id NOT IN (SELECT id FROM here)',
        )[0],
      },
      { title: 'Rosa\u00a0: «\u00a0je prête une brouette\u00a0»', toldTo: 'Kwan' },
    )
  },
)

test(
  'what hangs here alone is on its keeper’s list, until it is taken down or its person says ' +
    'yes to the rest',
  () => {
    const engine = openEngine(bricks, newBox())
    const slip = {
      papier: 'annonces',
      who: 'Rosa',
      kind: 'offer',
      title: 'je prête un canari',
      reach: 'au bar',
      accord: 'ici',
    }
    assert.ok(turn(engine, 'offers.keySlip', slip).done)
    assert.ok(
      turn(engine, 'offers.keySlip', { ...slip, kind: 'need', title: 'je cherche une cage' }).done,
    )
    assert.ok(
      turn(
        engine,
        'offers.offer',
        { title: 'je prête un râteau', who: 'Zoé', reach: 'au bar' },
        'visitor',
      ).done,
    )
    assert.match(page(engine, '/annonces/ici'), /Rosa\s: «\sje prête un canari\s»/)
    assert.ok(!page(engine, '/annonces/ici').includes('râteau'), 'what waits is another thing')
    assert.ok(
      !page(engine, '/annonces/ici', {}, {}, false).includes('canari'),
      'where somebody may listen, nothing',
    )
    assert.match(
      page(engine, '/annonces/saisie', { papier: 'annonces' }),
      /2 papiers sont accrochés ici seulement/,
    )
    const idOf = (table: string): string =>
      String(
        engine.read.all(`SELECT id FROM ${table} WHERE hangsHere = 1 AND removed IS NOT 1`)[0]?.[
          'id'
        ],
      )
    const id = idOf('offer_home')
    assert.ok(turn(engine, 'offers.takeDown', { id }).done)
    assert.doesNotMatch(page(engine, '/annonces/ici'), /canari/)
    assert.ok(turn(engine, 'offers.hangAgain', { id }).done)
    assert.match(page(engine, '/annonces/ici'), /canari/)
    assert.ok(turn(engine, 'offers.takeDown', { id }).done)
    assert.ok(turn(engine, 'offers.showAround', { id: idOf('need_home') }).done)
    assert.doesNotMatch(page(engine, '/annonces/ici'), /canari|cage/)
    assert.deepEqual(
      engine.read.all('SELECT title, reach FROM need').map(row => ({ ...row })),
      [{ title: 'Rosa\u00a0: «\u00a0je cherche une cage\u00a0»', reach: 'au bar' }],
    )
  },
)

test('a slip of a ride becomes a notice that dies with its day', () => {
  const engine = openEngine(bricks, newBox())
  const ride = {
    papier: 'trajets',
    who: 'Rosa',
    vers: 'Boën',
    until: '2026-11-26',
    heure: '9',
    places: '2',
    reach: 'au bar',
    accord: 'voisins',
  }
  assert.ok(turn(engine, 'offers.keySlip', ride).done)
  const [row] = engine.read.all('SELECT title, mode, until FROM offer')
  assert.deepEqual(
    { ...row },
    { title: 'Rosa descend à Boën à 9\u00a0h, 2 places', mode: 'ride', until: '2026-11-26' },
  )
  const weekly = { ...ride, depart: 'Sail', until: '', chaque: ['TH'], par: 'Trelins' }
  assert.ok(turn(engine, 'offers.keySlip', weekly).done)
  const [again] = engine.read.all(
    'SELECT title, until, rideFrom, rideTo, rideBy, rideDays, rideAt, rideSeats FROM offer ' +
      'WHERE rideDays IS NOT NULL',
  )
  assert.deepEqual(
    { ...again },
    {
      title: 'Rosa descend de Sail à Boën par Trelins chaque jeudi à 9\u00a0h, 2 places',
      until: null,
      rideFrom: 'Sail',
      rideTo: 'Boën',
      rideBy: '["Trelins"]',
      rideDays: 'FREQ=WEEKLY;BYDAY=TH',
      rideAt: '09:00',
      rideSeats: 2,
    },
  )
  const nowhere = turn(engine, 'offers.keySlip', { ...ride, vers: '' })
  assert.ok('refused' in nowhere && nowhere.field === 'vers')
})

test('a question comes back: its lines are keyed, counted, and stay in this box', () => {
  const engine = openEngine(bricks, newBox())
  const id = prepared(engine, { kind: 'question', asks: 'Faut-il ouvrir le four\u202f?' })
  const said = {
    id,
    'name.0': 'Zoé canari',
    'answer.0': 'yes',
    'saying.0': 'avec du pain',
    'name.3': 'Bruno',
    'answer.3': 'no',
    'name.5': '  ',
  }
  assert.ok(turn(engine, 'printing.keyLines', said).done)
  const body = page(engine, '/billets/:id', {}, { id })
  assert.match(body, /2 personnes\. 1 oui, 0 peut-être, 1 non\./)
  assert.ok(body.includes('avec du pain'))
  assert.ok(
    !page(engine, '/billets/:id', {}, { id }, false).includes('canari'),
    'where somebody may listen, no name',
  )
  const told = JSON.stringify([
    printed(engine, id),
    printed(engine, undefined),
    ...engine.read.all('SELECT * FROM doc'),
  ])
  assert.ok(!told.includes('canari'))
  assert.ok(told.includes('Faut-il ouvrir le four'))
  const empty = turn(engine, 'printing.keyLines', { id })
  assert.ok('refused' in empty)
})

test(
  'an event and a meeting have a presence sheet, blank for anybody, with its code for who ' +
    'prepared it',
  () => {
    const engine = openEngine(bricks, newBox())
    const [event, idea] = [newId(), newId()]
    const records = [
      {
        type: 'event',
        id: event,
        fields: { title: 'Le café de réparation', startsOn: '2026-11-28' },
      },
      { type: 'idea', id: idea, fields: { title: 'Ouvrir le four' } },
    ]
    assert.ok(turn(engine, 'plain.bring', { records: JSON.stringify(records) }).done)
    const sheet = (id: string, by: Who) =>
      toPrint(siteOf(engine), 'feuille', id, { lang: 'fr', by })
    const code = codeSaid(engine.read, prepared(engine, { kind: 'presence', about: event }))!
    const [mine, anybody] = [sheet(event, 'keeper'), sheet(event, 'visitor')].map(one =>
      JSON.stringify(one),
    )
    assert.ok(mine?.includes(code) && !anybody?.includes(code))
    assert.ok(anybody?.includes('Le café de réparation, samedi 28 novembre'))
    assert.deepEqual(sheet(idea, 'keeper'), { wrong: 'nothing' })
  },
)

test(
  'labels say what is lent, whose it is and how to reach them; a page without any is blank, ' +
    'to write on',
  () => {
    const engine = openEngine(bricks, newBox())
    const labels = (): Paper => {
      const found = toPrint(siteOf(engine), 'etiquettes', undefined, { lang: 'fr', by: 'visitor' })
      assert.ok('paper' in found)
      return found.paper
    }
    assert.equal(labels().each?.length, 12)
    const slip = {
      papier: 'annonces',
      who: 'Rosa',
      kind: 'offer',
      reach: 'au bar',
      accord: 'voisins',
    }
    for (let n = 0; n < 13; n++)
      assert.ok(
        turn(engine, 'offers.keySlip', { ...slip, title: `je prête ma brouette numéro ${n}` }).done,
      )
    assert.ok(turn(engine, 'offers.keySlip', { ...slip, title: 'je donne un canari' }).done)
    const hall = { id: newId(), type: 'place', fields: { name: 'La salle des fêtes' } }
    assert.ok(turn(engine, 'plain.bring', { records: JSON.stringify([hall]) }).done)
    const room = { ...slip, title: 'je prête la salle des fêtes' }
    assert.ok(turn(engine, 'offers.keySlip', room).done)
    assert.ok(!JSON.stringify(labels()).includes('salle des fêtes'), 'nothing is tied to a room')
    const told = JSON.stringify(labels())
    assert.ok(
      told.includes('je prête ma brouette numéro 12') &&
        told.includes('Rosa\u00a0: au bar') &&
        !told.includes('canari'),
    )
    assert.equal(labels().each?.length, 24)
    assert.equal(setPaper(labels()).pages, 2)
  },
)

test(
  'anybody prints blank slips, without what stays here; a paper that was prepared is its ' +
    'keeper’s',
  () => {
    const engine = openEngine(bricks, newBox())
    const id = prepared(engine, { kind: 'notices' })
    const code = codeSaid(engine.read, id)!
    assert.ok(JSON.stringify(printed(engine, undefined)).includes(code))
    assert.ok(!JSON.stringify(printed(engine, undefined, 'visitor')).includes(code))
    assert.deepEqual(toPrint(siteOf(engine), 'billets', id, { lang: 'fr', by: 'visitor' }), {
      wrong: 'notGranted',
    })
    for (const paper of [
      printed(engine, undefined),
      printed(engine, undefined, 'visitor', { sorte: 'trajets' }),
      printed(engine, id),
      printed(
        engine,
        prepared(engine, { kind: 'presence', asks: 'La réunion du four '.repeat(8) }),
      ),
      printed(engine, prepared(engine, { kind: 'question', asks: 'x' })),
    ])
      assert.equal(setPaper(paper).pages, 1)
  },
)

test('what a slip asks stands on it, and nothing runs over the next one', () => {
  const engine = openEngine(bricks, newBox())
  /** A line to write on, at twelve points, and the height of a sheet without its margins. */
  const [LINE_MM, SHEET_MM] = [7.7, 277]
  /** The name of the village, two rows that may wrap, and whom it goes back to. */
  const BESIDE = 4
  for (const sorte of ['annonces', 'trajets']) {
    const paper = printed(engine, undefined, 'visitor', { sorte })
    const asked = (paper.each?.[0] ?? []).flatMap(block =>
      block.is === 'blanks' ? block.blanks.map(one => one.lines ?? 1) : [],
    )
    const lines = asked.reduce((sum, n) => sum + n, 0) + BESIDE
    assert.ok(lines * LINE_MM <= SHEET_MM / (paper.down ?? 1), `${sorte}: ${lines} lines`)
  }
})
