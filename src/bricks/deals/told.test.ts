import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bring,
  idIn,
  KEEPER,
  NOW,
  type Person,
  refusedBy,
  TODAY,
  turn,
} from '../../../tests/exchange/villages.ts'
import { finished, says, shown, village } from '../../../tests/support/deal-village.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { proposal } from '../../contract/records/own-records.ts'
import type { Input } from '../../core/form/input.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { deals } from './brick.ts'
import { deal, deed } from './model/records.ts'
import { fr } from './words/fr.ts'

/** What was done is told as everybody in it agreed, and taken back by one. */

test(
  'over http nobody agrees to a sentence that they could not read: they are told where, and ' +
    'may say no',
  () => {
    const here = village()
    const id = finished(here, 'Ondine donne ses plants à Barnabé, 06 71 22 33 44')
    const over = shown(here, here.ondine, '/arrangements/:id', { id, isPrivate: false }) ?? ''
    assert.ok(!/06\s71/.test(over) && !over.includes('name="tell"'))
    assert.match(over, /lisez-le là.*value="keep"/s)
    const read = shown(here, here.ondine, '/arrangements/:id', { id }) ?? ''
    assert.ok(read.includes('name="tell"') && read.includes('06\u00a071\u00a022\u00a033\u00a044'))
  },
)

test(
  'one who takes it back is enough: the deed is forgotten, flesh and all, and is told again ' +
    'only by a new yes',
  () => {
    const here = village()
    const { engine, ondine, odile } = here
    const id = finished(here)
    const yes = {
      ...{ says: 'thank', tell: '1', named: '1', story: 'La terre a été retournée' },
      thanks: 'Un grand merci du fond du jardin',
    }
    says(here, ondine, id, 0, yes)
    says(here, odile, id, 1, { says: 'thank', tell: '1' })
    const [told] = engine.read.list(deed)
    assert.ok(told && says(here, odile, id, 1, { says: 'keep' }).done)
    assert.equal(engine.read.count(deed), 0)
    assert.equal(engine.read.one(deed, told.id, 'home')?.parties, null, 'nor whose it was')
    assert.ok(
      engine.read
        .history('deed', told.id)
        .every(line => line.value === undefined || line.field === 'removed'),
    )
    const held = engine.log.sql.all('SELECT 1 FROM piece WHERE value LIKE ?', '%du fond du jardin%')
    assert.equal(held.length, 1, 'what she wrote to him stays with the two of them')
    assert.ok(says(here, odile, id, 1, { says: 'thank', tell: '1' }).done)
    assert.equal(engine.read.count(deed), 1)
    assert.notEqual(engine.read.list(deed)[0]?.id, told.id)
  },
)

test('who would be named and said no is named nowhere: the sentence is asked again', () => {
  const here = village()
  const id = finished(here)
  const tells = (who: Person, party: 0 | 1, more: Input) =>
    says(here, who, id, party, { says: 'thank', tell: '1', ...more })
  assert.equal(refusedBy(tells(here.ondine, 0, {})), fr.sayStory)
  const zoe = { story: 'Zoé a retourné la terre' }
  assert.equal(refusedBy(tells(here.ondine, 0, zoe)), fr.storyNames)
  const own = { story: 'Ondine a une terre bien retournée' }
  assert.equal(refusedBy(tells(here.ondine, 0, own)), fr.storyNamesYou)
  const thanks = 'Merci à Barnabé, et à Zoé qui a prêté sa remorque'
  const story = 'Barnabé a retourné la terre d’Ondine'
  assert.ok(tells(here.ondine, 0, { named: '1', thanks, story }).done)
  assert.equal(refusedBy(tells(here.odile, 1, {})), fr.storyNamesYou)
  assert.ok(tells(here.odile, 1, { story: 'La terre d’Ondine a été retournée' }).done)
  assert.equal(here.engine.read.count(deed), 0, 'she said yes to another sentence')
  assert.match(
    shown(here, here.ondine, '/arrangements/:id', { id }) ?? '',
    /Barnabé a écrit une autre phrase/,
  )
  assert.ok(tells(here.ondine, 0, { named: '1', thanks }).done)
  const [told] = here.engine.read.list(deed)
  const all = JSON.stringify(told)
  assert.ok(told && !/Barnab|Zo[ée]/.test(all), all)
  assert.equal(told.title, 'La terre d’Ondine a été retournée')
  assert.equal(told.who, 'Ondine')
  assert.deepEqual(told.thanks ?? [], [], 'a thank-you that names them is left out, not rewritten')
})

test('what is told stands in the slot of what was done, and figures under three are not said', () => {
  const here = village()
  const id = finished(here)
  for (const [who, party] of [
    [here.ondine, 0],
    [here.odile, 1],
  ] as const)
    says(here, who, id, party, { says: 'thank', tell: '1', story: 'La terre est prête' })
  const { read } = here.engine
  const source = sourceOf(here.engine, { now: () => NOW, today: () => TODAY })
  const kit = kitFor(source, { path: '/', lang: 'fr', by: 'visitor' })
  const lines = deals.slots?.done?.(kit, read, deals.words.fr) ?? []
  assert.deepEqual(
    lines.map(({ day, title }) => [day, title]),
    [[TODAY, 'La terre est prête']],
  )
  const figures = () =>
    deals.slots
      ?.indicator?.(read, deals.words.fr, { today: TODAY, communes: [] })
      .map(one => [one.words, one.value, ...(one.commune ? [one.commune] : [])])
  assert.deepEqual(figures(), [[fr.indicators.told, 1]])
  finished(here)
  finished(here)
  assert.deepEqual(figures(), [
    [fr.indicators.told, 1],
    [fr.indicators.done, 3],
    [fr.indicators.modes.lend, 3],
    [fr.indicators.done, 3, '42195'],
  ])
})

test(
  'what was held of a deal is taken back by either of them, read by the keeper or not: ' +
    'nothing is told any more',
  () => {
    for (const isShown of [true, false]) {
      const here = village()
      const { engine, ondine, zoe } = here
      const about = bring(engine, 'offer', {
        title: 'Zoé prête son vélo',
        who: 'Zoé',
        mode: 'lend',
        author: zoe.me!,
      })
      const id = idIn(
        turn(engine, ondine, 'deals.propose', {
          annonce: about,
          what: 'Zoé prête son vélo à Ondine',
          when: 'samedi',
        }),
      )
      assert.ok(says(here, zoe, id, 1, { says: 'yes' }).done)
      const telling = { says: 'thank', tell: '1', named: '1', story: 'Le vélo a bien roulé' }
      assert.ok(says(here, ondine, id, 0, { says: 'done' }).done)
      assert.ok(
        says(here, ondine, id, 0, {
          ...telling,
          thanks: 'Merci Zoé, bon rétablissement après ton opération',
        }).done,
      )
      assert.ok(says(here, zoe, id, 1, telling).done)
      const [held] = engine.read.list(proposal, {}, 'home')
      assert.equal(held?.of, deed.name, 'it waits for the keeper')
      if (isShown) assert.ok(turn(engine, KEEPER, 'plain.show', { id: held!.id }).done)
      assert.equal(engine.read.list(deed).length, isShown ? 1 : 0)
      assert.equal(engine.read.one(deal, id, 'home')?.deed, held?.piece)
      const back = says(here, zoe, id, 1, { says: 'keep' })
      assert.ok(back.done && back.said === fr.takenBack, JSON.stringify(back))
      const kept = engine.read
        .list(deed, {}, 'home')
        .filter(one => one.title !== null || one.thanks !== null || one.parties !== null)
      assert.deepEqual(
        [engine.read.list(deed), kept, engine.read.list(proposal, {}, 'home')],
        [[], [], []],
      )
    }
  },
)
