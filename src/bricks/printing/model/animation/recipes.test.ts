import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OpenEngine } from '../../../../../tests/support/open-engine.ts'
import { openEngine } from '../../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../../tests/support/page-source.ts'
import { runBatch, type TurnAnswer } from '../../../../../tests/support/turns.ts'
import { bricks } from '../../../../app/bricks.ts'
import type { Html } from '../../../../contract/html.ts'
import type { Paper } from '../../../../contract/paper.ts'
import type { Input } from '../../../../core/form/input.ts'
import { idFrom } from '../../../../core/id.ts'
import type { Lang } from '../../../../core/lang.ts'
import { newBox } from '../../../../log/box.ts'
import { setPaper } from '../../../../paper/typeset.ts'
import { kitFor } from '../../../../web/pages/kit.ts'
import { toPrint } from '../../../../web/print/prints.ts'
import { printing } from '../../brick.ts'
import { en } from '../../words/animation/en.ts'
import { fr } from '../../words/animation/fr.ts'
import { recipeOf, recipes, stepOf } from './recipes.ts'

const NOW = Date.parse('2026-11-24T09:00:00Z')
let drawn = 0
function turn(engine: OpenEngine, command: string, input: Input): TurnAnswer {
  const [brick = '', name = ''] = command.split('.')
  const id = idFrom(
    NOW,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ : 0)),
  )
  const clock = { now: () => NOW, sure: true, today: () => '2026-11-24' }
  return runBatch(
    engine,
    [{ brick, command: name, input, by: 'keeper', id, lang: 'fr' }],
    clock,
  )[0]!
}
const siteOf = (engine: OpenEngine) =>
  sourceOf(engine, { now: () => NOW, today: () => '2026-11-24' })
function printed(engine: OpenEngine, id: string | undefined, lang: Lang = 'fr'): Paper {
  const found = toPrint(siteOf(engine), 'animation', id, { lang, by: 'visitor' })
  assert.ok('paper' in found)
  return found.paper
}
const page = (engine: OpenEngine, path: string, id: string, by: 'keeper' | 'visitor'): string => {
  const found = printing.pages.find(one => one.path === path)!
  const kit = kitFor(siteOf(engine), { path, params: { id }, lang: 'fr', by })
  return (found.show(kit, engine.read, printing.words.fr)!.body as Html).html
}

test(
  'each of the box’s own stands whole on one page, in both languages, with what it takes, ' +
    'what to do and what fails',
  () => {
    const engine = openEngine(bricks, newBox())
    for (const lang of ['fr', 'en'] as const)
      for (const [id, it] of Object.entries(lang === 'fr' ? fr : en)) {
        const { fits, ...free } = printed(engine, id, lang)
        assert.equal(fits, 1)
        assert.equal(setPaper(free).pages, 1, `${id} in ${lang}`)
        for (const line of [it.title, it.aim, ...it.needs, ...it.after, ...it.pitfalls])
          assert.ok(JSON.stringify(free).includes(JSON.stringify(line).slice(1, -1)), line)
        for (const step of it.steps) assert.notEqual(stepOf(step)[0], '', step)
      }
    assert.deepEqual(Object.keys(fr), ['soiree-des-besoins', 'etagere-de-pret', 'cartopartie'])
    assert.ok(Object.values(fr).every(it => it.needs.length <= 6 && it.steps.length <= 8))
  },
)

test('without a name, they are listed by their titles, and no address is printed', () => {
  const told = JSON.stringify(printed(openEngine(bricks, newBox()), undefined))
  for (const { title } of Object.values(fr)) assert.ok(told.includes(title), title)
  assert.doesNotMatch(told, /\/animations\//)
  const list = page(openEngine(bricks, newBox()), '/animations', '', 'visitor')
  assert.ok(list.includes('href="/imprimer/animation"') && !list.includes('. ·'))
})

test(
  'written our way, the copy answers to the name, and the box’s own comes back when the copy ' +
    'is withdrawn',
  () => {
    const engine = openEngine(bricks, newBox())
    assert.ok(
      page(engine, '/animations/:id', 'cartopartie', 'keeper').includes(
        '/animations/cartopartie/ecrire',
      ),
    )
    assert.ok(!page(engine, '/animations/:id', 'cartopartie', 'visitor').includes('/ecrire'))
    assert.ok(
      page(engine, '/animations/:id/ecrire', 'cartopartie', 'keeper').includes(
        '60 min\u00a0: On marche.',
      ),
    )
    const said = {
      id: 'cartopartie',
      title: 'Notre carte',
      aim: 'Voir',
      needs: 'des crayons\r\n\r\n du pain ',
      steps: '10 min : on part\non revient',
      after: '',
      pitfalls: '',
    }
    const answer = turn(engine, 'printing.writeRecipe', said)
    assert.ok(answer.done, JSON.stringify(answer))
    const own = recipeOf(engine.read, 'fr', 'cartopartie')
    assert.deepEqual(
      [own?.title, own?.needs, own?.isOurs],
      ['Notre carte', ['des crayons', 'du pain'], false],
    )
    assert.equal(recipes(engine.read, 'fr').length, 3)
    const id = own?.id ?? ''
    assert.ok(
      turn(engine, 'printing.writeRecipe', { ...said, id, title: 'Notre carte, encore' }).done,
    )
    assert.equal(recipeOf(engine.read, 'fr', id)?.title, 'Notre carte, encore')
    assert.ok(JSON.stringify(printed(engine, id)).includes('on revient'))
    assert.ok(turn(engine, 'plain.remove', { type: 'recipe', id }).done)
    assert.equal(recipeOf(engine.read, 'fr', 'cartopartie')?.title, fr.cartopartie.title)
    const none = turn(engine, 'printing.writeRecipe', { ...said, title: ' ' })
    assert.ok('refused' in none && none.field === 'title')
  },
)

test('a step says how long, then what; one without a time is what it is', () => {
  assert.deepEqual(stepOf('20 min : On marche, on note : tout'), [
    '20 min',
    'On marche, on note : tout',
  ])
  assert.deepEqual(stepOf('On marche'), ['', 'On marche'])
  assert.deepEqual(stepOf('Chaque semaine on lit le cahier : tout'), [
    '',
    'Chaque semaine on lit le cahier : tout',
  ])
})
