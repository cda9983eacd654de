import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../../tests/support/open-engine.ts'
import { engineOver, openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { runBatch } from '../../../../tests/support/turns.ts'
import type { Html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { Who } from '../../../contract/permission.ts'
import type { Input } from '../../../core/form/input.ts'
import { idFrom } from '../../../core/id.ts'
import { pattern } from '../../../core/pattern.ts'
import { newBox } from '../../../log/box.ts'
import { kitFor } from '../../../web/pages/kit.ts'
import { box } from '../brick.ts'
import { bagPages } from '../pages/kit-bag/pages.ts'
import { bagPrints } from '../pages/kit-bag/prints.ts'
import { kitBagFr } from '../words/kit-bag/fr.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
const TODAY = '2026-12-05'
let drawn = 0
const newId = () =>
  idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
  )
const open = (): OpenEngine => openEngine([box], newBox())
function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper') {
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  return runBatch(
    engine,
    [{ brick: 'box', command, input, by, id: newId(), lang: 'fr' }],
    clock,
  )[0]!
}
function askOf(engine: OpenEngine, path: string): Kit {
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  return kitFor(source, { path, lang: 'fr', by: 'keeper' })
}
function shown(engine: OpenEngine, path = '/mallette'): string {
  const page = bagPages.find(one => one.path === path)!
  return (
    page.show(askOf(engine, path), engine.read, box.words.fr as never)!.body as Html
  ).html.replaceAll('\u00a0', ' ')
}
const printed = (engine: OpenEngine): Paper =>
  bagPrints[0]!.make(
    askOf(engine, '/imprimer/mallette'),
    engine.read,
    box.words.fr as never,
  ) as Paper
const idIn = (engine: OpenEngine): string =>
  String(engine.tables.sql.get('SELECT id FROM kit_bag_home ORDER BY id DESC')?.['id'])
const done = (answer: ReturnType<typeof turn>): string => {
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.said ?? ''
}

/** The list as its form shows it, with what is typed in place. */
function typed(engine: OpenEngine, changes: Input = {}): Input {
  const inputs = shown(engine, '/mallette/liste').matchAll(
    /name="((?:nombre|quoi|poche|pret)\.[^"]+)" value="([^"]*)"/g,
  )
  return {
    ...Object.fromEntries(
      [...inputs].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]),
    ),
    ...changes,
  }
}

test(
  'an evening: prepared, ticked on the way out, ticked back; what did not come back is said ' +
    'until it is found',
  () => {
    const engine = open()
    assert.match(shown(engine), /Pour la prochaine soirée/)
    done(
      turn(engine, 'prepareBag', {
        day: '2026-12-12',
        where: 'à la salle des fêtes de Trelins',
        carries: 'Malo',
      }),
    )
    assert.match(
      shown(engine),
      /Le 12 décembre, à la salle des fêtes de Trelins.*Portée par Malo.*3 × clés USB/s,
    )
    const id = idIn(engine)
    assert.equal(
      done(turn(engine, 'tickBag', { id, parti: ['box', 'plug', 'lead'] })),
      'C’est noté.',
    )
    assert.match(shown(engine), /value="lead" aria-label="Parti : rallonge de 5 mètres" checked/)
    assert.match(
      done(
        turn(engine, 'tickBag', {
          id,
          parti: ['box', 'plug', 'lead'],
          revenu: ['box', 'plug'],
          vide: '1',
        }),
      ),
      /Une chose n’est pas revenue/,
    )
    const page = shown(engine)
    assert.match(
      page,
      pattern('s')`
        Pas encore revenu.*
        rallonge de 5 mètres : parti le 12 décembre, à la salle des fêtes de Trelins
      `,
    )
    assert.match(page, /Pour la prochaine soirée/)
    assert.match(JSON.stringify(printed(engine)), /Pas encore revenu d’une autre soirée/)
    done(turn(engine, 'findThing', { bag: id, thing: 'lead' }))
    assert.doesNotMatch(shown(engine), /Pas encore revenu/)
    assert.equal(turn(engine, 'findThing', { bag: id, thing: 'lead' }).done, false)
  },
)

test(
  'a thing that is back had left; nothing ticked empties no bag; another bag is not ticked by ' +
    'an old page',
  () => {
    const engine = open()
    done(turn(engine, 'prepareBag', { day: TODAY, where: 'au local' }))
    const id = idIn(engine)
    assert.equal(turn(engine, 'tickBag', { id, vide: '1' }).done, false)
    assert.equal(turn(engine, 'tickBag', { id: 'autre', parti: 'box' }).done, false)
    assert.equal(turn(engine, 'prepareBag', { day: TODAY, where: 'ailleurs' }).done, false)
    assert.match(
      done(turn(engine, 'tickBag', { id, revenu: ['box', 'inconnu'], vide: '1' })),
      /tout est revenu/,
    )
    assert.equal(turn(engine, 'tickBag', { id, parti: 'box' }).done, false, 'it is emptied')
  },
)

test('the list is the keeper’s: a line changed, one taken off, one added; nothing else is written', () => {
  const engine = open()
  done(turn(engine, 'arrangeBag', typed(engine)))
  assert.equal(engine.tables.sql.get('SELECT count(*) AS n FROM bag_thing_home')?.['n'], 0)
  const input = typed(engine, {
    'nombre.keys': '5',
    'quoi.hdmi': '',
    'quoi.plus-1': 'thermos',
    'poche.plus-1': 'le fond',
  })
  done(turn(engine, 'arrangeBag', input))
  assert.equal(engine.tables.sql.get('SELECT count(*) AS n FROM bag_thing_home')?.['n'], 3)
  const list = shown(engine, '/mallette/liste')
  assert.match(list, /name="nombre\.keys" value="5"/)
  assert.doesNotMatch(list, /HDMI/)
  assert.match(list, /value="thermos"/)
  assert.ok(JSON.stringify(printed(engine)).includes('thermos'))
})

test('a thing that is lent names its owner only once they said yes (law 11)', () => {
  const engine = open()
  const lent = { 'pret.block': 'Paul' }
  const refused = turn(engine, 'arrangeBag', typed(engine, lent))
  assert.ok(!refused.done && 'refused' in refused && refused.field === 'accord')
  assert.ok(!JSON.stringify(printed(engine)).includes('Paul'))
  done(turn(engine, 'arrangeBag', typed(engine, { ...lent, accord: '1' })))
  assert.ok(JSON.stringify(printed(engine)).includes('Paul'))
  done(turn(engine, 'arrangeBag', typed(engine)))
  assert.match(
    shown(engine, '/mallette/liste'),
    /value="Paul"/,
    'a name that was agreed to is not asked again',
  )
  done(turn(engine, 'arrangeBag', typed(engine, { 'quoi.block': '' })))
  assert.equal(
    engine.tables.sql.get("SELECT count(*) AS n FROM bag_thing_home WHERE lentBy = 'Paul'")?.['n'],
    0,
  )
})

test(
  'what opens the box and its backups does not travel with them: it is on no list, and the ' +
    'page and the paper say that it stays',
  () => {
    const engine = open()
    const listed = JSON.stringify(printed(engine).blocks.filter(one => one.is === 'table'))
    assert.match(listed, /clés USB/)
    assert.doesNotMatch(listed, /phrase|code|feuille/)
    for (const said of [shown(engine), JSON.stringify(printed(engine))])
      assert.match(said, /Restent à la maison.*phrase de passe.*dix codes.*Tenir la borne/)
  },
)

test(
  'what the list held before is still called by its name while it is missing, and stays where ' +
    'a keeper had written of it',
  () => {
    const engine = open()
    // The same log under a version that listed it.
    const kitBag = {
      ...kitBagFr,
      own: { ...kitBagFr.own, codes: { name: kitBagFr.once.codes, count: 1, pocket: 'sur soi' } },
    }
    const words = { ...box.words.fr, kitBag }
    const before = engineOver(
      [{ ...box, words: { ...box.words, fr: words } }],
      engine.log,
      engine.tables,
    )
    done(turn(before, 'prepareBag', { day: TODAY, where: 'au local' }))
    done(
      turn(before, 'tickBag', {
        id: idIn(engine),
        parti: ['box', 'codes'],
        revenu: 'box',
        vide: '1',
      }),
    )
    assert.match(shown(engine), /phrase de passe et codes, dans une enveloppe : parti le/)
    done(
      turn(before, 'arrangeBag', {
        ...typed(engine),
        'quoi.codes': 'enveloppe bleue',
        'nombre.codes': '1',
        'poche.codes': 'sur soi',
      }),
    )
    assert.match(JSON.stringify(printed(engine)), /enveloppe bleue/)
    done(turn(engine, 'arrangeBag', typed(engine, { 'quoi.codes': '' })))
    assert.doesNotMatch(shown(engine, '/mallette/liste'), /enveloppe bleue/)
  },
)

test('what is wrong in a line is said beside it', () => {
  const engine = open()
  for (const [name, value] of [
    ['nombre.keys', '0'],
    ['nombre.keys', 'trois'],
    ['nombre.keys', '1000'],
    ['quoi.keys', 'x'.repeat(81)],
    ['poche.keys', 'x'.repeat(61)],
    ['poche.plus-2', 'au fond'],
  ] as const) {
    const answer = turn(engine, 'arrangeBag', typed(engine, { [name]: value }))
    assert.ok(!answer.done && 'refused' in answer, `${name} ${value}`)
    assert.equal(answer.field, name === 'poche.plus-2' ? 'quoi.plus-2' : name)
  }
})

test(
  'the paper has two boxes a thing, as many lines as the bag has things, and its evening ' +
    'written',
  () => {
    const engine = open()
    const blank = printed(engine)
    const table = blank.blocks.find(one => one.is === 'table')!
    assert.ok(table.is === 'table')
    assert.deepEqual(
      table.columns.slice(0, 2).map(({ head, tick }) => [head, tick]),
      [
        ['Parti', true],
        ['Revenu', true],
      ],
    )
    assert.equal(table.rows.length, Object.keys(kitBagFr.own).length)
    assert.ok(!JSON.stringify(blank).includes('filled'))
    done(turn(engine, 'prepareBag', { day: '2026-12-12', where: 'à Trelins', carries: 'Malo' }))
    assert.match(
      JSON.stringify(printed(engine)),
      /"filled":"samedi 12 décembre 2026".*"filled":"à Trelins".*"filled":"Malo"/,
    )
  },
)

test('only the keeper sees any of it, and nothing of it leaves this box', () => {
  assert.deepEqual(
    [...bagPages.map(one => one.who), ...bagPrints.map(one => one.who)],
    ['keeper', 'keeper', 'keeper'],
  )
  const engine = open()
  assert.throws(() =>
    assert.ok(turn(engine, 'prepareBag', { day: TODAY, where: 'x' }, 'visitor').done),
  )
  done(turn(engine, 'prepareBag', { day: TODAY, where: 'au local' }))
  const feeds = engine.log.sql
    .all<{ name: string }>('SELECT name FROM feed WHERE last > 0')
    .map(one => one.name.split('.').at(-1))
  assert.deepEqual(feeds, ['home'])
})
