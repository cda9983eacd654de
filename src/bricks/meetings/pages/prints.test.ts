import assert from 'node:assert/strict'
import { lacking } from '../../../../tests/support/folders.ts'
import { testOnce as test, testAll } from '../../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../../tests/support/test-engine.ts'
import { bricks } from '../../../app/bricks.ts'
import type { Paper } from '../../../contract/paper.ts'
import { setPaper } from '../../../paper/typeset.ts'

const told = (one: Paper): string =>
  JSON.stringify([one.blocks, one.foot]).replace(/[\u00a0\u202f]/g, ' ')

function evening(): Readonly<{ box: TestEngine; met: string }> {
  const box = testEngine({ bricks })
  const [met] = box.bringAll(
    {
      type: 'meeting',
      fields: {
        title: 'Soirée des terres',
        date: '2026-11-14',
        where: 'au local',
        summary: 'On était douze.',
        people: ['canari présent'],
      },
    },
    {
      type: 'territory',
      fields: {
        name: 'Sail',
        village: '42195',
        communes: ['42195'],
        keptBy: 'Anaïs et Malo, au local',
        reach: 'au local, le mercredi',
      },
    },
  )
  const notedAt = met!
  box.bringAll(
    {
      type: 'decision',
      fields: { title: 'Ouvrir le four', detail: 'Un dimanche par mois.', notedAt },
    },
    {
      type: 'task',
      fields: {
        title: 'Appeler la mairie',
        who: 'Rosa canari',
        dueDay: '2026-12-19',
        state: 'todo',
        notedAt,
      },
    },
    {
      type: 'task',
      fields: {
        title: 'Compter les bancs',
        who: 'Hugo canari',
        dueDay: '2026-12-01',
        state: 'doing',
        notedAt,
      },
    },
    {
      type: 'task',
      fields: { title: 'Prêter la clé', state: 'done', doneOn: '2026-11-20', notedAt },
    },
    { type: 'task', fields: { title: 'Abandonnée canari', state: 'dropped', notedAt } },
    { type: 'idea', fields: { title: 'Un marché le soir', state: 'open', notedAt } },
    { type: 'voice', fields: { saying: 'Ici on ne sait pas qui fait quoi.', notedAt } },
    { type: 'voice', fields: { saying: 'Venez voir ma grange.', name: 'Paul', notedAt } },
    { type: 'actor', fields: { name: 'Canari Zoé', kind: 'person', notedAt } },
  )
  return { box, met: notedAt }
}

test(
  'the minutes stand on one page: decided, to do with a box, ideas, voices without a name ' +
    'unless it was asked; nobody is named for it',
  () => {
    const { box, met } = evening()
    for (const by of ['visitor', 'keeper'] as const) {
      const all = told(box.paper('compte-rendu', met, { by }))
      for (const said of [
        'Ouvrir le four',
        'Un dimanche par mois.',
        'pour le 19 décembre',
        'On était douze.',
        'Un marché le soir',
        '« Ici on ne sait pas qui fait quoi. »',
        'Paul',
        'Anaïs et Malo, au local, le mercredi',
        'samedi 14 novembre',
      ])
        assert.ok(all.includes(said), said)
      assert.ok(!/canari/i.test(all), by)
      assert.equal(all.split('"tick":true').length - 1, 2)
    }
    assert.equal(setPaper(box.paper('compte-rendu', met, { by: 'visitor' })).pages, 1)
    assert.deepEqual(box.print('compte-rendu', box.newId(), { by: 'visitor' }), {
      wrong: 'nothing',
    })
  },
)

test('the minutes say of an event its day, its hour and where', { skip: lacking('event') }, () => {
  const { box, met } = evening()
  const event = (fields: Readonly<Record<string, unknown>>) =>
    box.bring('event', { notedAt: met, ...fields })
  const hours = { startsAt: '14:00', endsAt: '17:00' }
  event({ title: 'Marché de Noël', startsOn: '2026-12-12', ...hours, where: 'sous la halle' })
  event({ title: 'Fête', startsOn: '2026-11-21' })
  const weekly = event({ title: 'Lecture', startsOn: '2026-12-09', recurs: 'FREQ=WEEKLY' })
  box.bring('event-date', { event: weekly, day: '2026-12-09', fate: 'off' })
  box.bring('event-date', {
    event: weekly,
    day: '2026-12-16',
    fate: 'moved',
    on: '2026-12-17',
    startsAt: '18:00',
  })
  const all = told(box.paper('compte-rendu', met, { by: 'visitor' }))
  assert.match(all, /Marché de Noël.*?samedi 12 décembre, de 14 h à 17 h · sous la halle/)
  assert.match(all, /Fête.*?samedi 21 novembre/)
  assert.match(all, /Lecture.*?jeudi 17 décembre, 18 h/)
})

testAll(
  'an evening of which nothing is noted and one that said a hundred things stand on one page, ' +
    'which says how many it left',
  () => {
    const { box } = evening()
    const [empty, full] = box.bringAll(
      { type: 'meeting', fields: { title: 'Rien', date: '2026-11-20' } },
      {
        type: 'meeting',
        fields: {
          title: 'L’assemblée anticonstitutionnellement longue de la communauté',
          date: '2026-11-21',
          summary: 'On a parlé. '.repeat(300),
        },
      },
    )
    const said = (n: number) => ({
      title: `Une chose dite, assez longue pour tenir sur deux lignes, la numéro ${n}`,
      notedAt: full!,
    })
    box.bringAll(
      ...['decision', 'task', 'idea', 'reference'].flatMap(type =>
        Array.from({ length: 25 }, (_, n) => ({ type, fields: said(n) })),
      ),
    )
    assert.ok(
      told(box.paper('compte-rendu', empty, { by: 'visitor' })).includes('Rien n’est encore noté'),
    )
    for (const id of [empty, full])
      assert.equal(setPaper(box.paper('compte-rendu', id, { by: 'visitor' })).pages, 1)
  },
)

test(
  'what was promised is the keeper’s to print: everybody’s, or one person’s alone, the most ' +
    'pressing first',
  () => {
    const { box } = evening()
    for (const by of ['visitor', 'neighbour', 'relay'] as const)
      assert.deepEqual(box.print('suites', undefined, { by }), { wrong: 'notGranted' })
    const all = told(box.paper('suites', undefined, { by: 'keeper' }))
    assert.ok(
      all.indexOf('Compter les bancs') < all.indexOf('Appeler la mairie') &&
        all.includes('Hugo canari') &&
        all.includes('réunion du'),
    )
    assert.ok(!all.includes('Prêter la clé') && !all.includes('Abandonnée'))
    const hers = told(
      box.paper('suites', undefined, { by: 'keeper', query: { qui: 'Rosa canari' } }),
    )
    assert.ok(
      hers.includes('Appeler la mairie') &&
        !hers.includes('Compter les bancs') &&
        hers.includes('Les suites de Rosa'),
    )
    setPaper(box.paper('suites', undefined, { by: 'keeper' }))
    assert.ok(
      told(box.paper('suites', undefined, { by: 'keeper', query: { qui: 'personne' } })).includes(
        'Rien à suivre',
      ),
    )
  },
)

test('a long title is set smaller, and the day and the place that it says are said once', () => {
  const { box } = evening()
  const head = (fields: object) => {
    const id = box.bring('meeting', { date: '2026-11-12', where: 'au local', ...fields })
    const paper = box.paper('compte-rendu', id)
    return { paper, said: told(paper).split('"is":"rule"')[0] ?? '' }
  }
  const title =
    'Soirée du four et des terres partagées, le 12 novembre 2026, au local, tous ensemble'
  const long = head({ title })
  assert.doesNotMatch(long.said, /jeudi|"lead"/)
  assert.match(long.said, /"size":"long"/)
  assert.equal(setPaper(long.paper).pages, 1)
  const other = head({ title: 'Soirée du 12 novembre', date: '2026-11-02' })
  assert.match(other.said, /lundi 2 novembre 2026 · au local/)
  assert.doesNotMatch(other.said, /"long"/)
})
