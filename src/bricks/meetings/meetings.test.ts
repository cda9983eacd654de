import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishesDates } from '../../../tests/support/event-dates.ts'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { keeperIn } from '../../../tests/support/stand-ins.ts'
import { runBatch, type TurnAnswer } from '../../../tests/support/turns.ts'
import { brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Who } from '../../contract/permission.ts'
import type { Request } from '../../contract/request.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import type { Lang } from '../../core/lang.ts'
import { recordType } from '../../core/schema.ts'
import { shapeOf } from '../../engine/shape.ts'
import { newBox } from '../../log/box.ts'
import { openTables } from '../../projection/tables.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { meetings } from './brick.ts'
import { response } from './model/records.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** A Saturday. */
const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () => {
  drawn++
  return idFrom(NOW, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, drawn >> 8, drawn & 255]))
}

/** What other bricks would bring: their types by name, so that this brick stands alone. */
const event = recordType({
  name: 'event',
  title: 'title',
  path: '/agenda',
  fields: {
    title: { kind: 'text' },
    startsOn: { kind: 'day' },
    startsAt: { kind: 'time' },
    endsOn: { kind: 'day' },
    endsAt: { kind: 'time' },
    recurs: { kind: 'recurrence' },
    minimum: { kind: 'number' },
  },
})
const territory = recordType({
  name: 'territory',
  title: 'name',
  fields: { name: { kind: 'text' }, keptBy: { kind: 'text' } },
})
const initiative = recordType({
  name: 'initiative',
  title: 'title',
  path: '/annuaire/projets',
  fields: { title: { kind: 'text' }, notedAt: { kind: 'link', to: ['meeting'] } },
})
const words = { types: {} }
const neighbours = brick({
  name: 'neighbours',
  records: [event, territory, initiative],
  commands: [],
  publishes: { keeper: keeperIn, ...publishesDates },
  pages: [],
  words: { fr: words, en: words },
})
const open = (withOthers = true): OpenEngine =>
  openEngine(withOthers ? [meetings, neighbours] : [meetings], newBox())

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper'): TurnAnswer {
  const [name = '', verb] = command.includes('.') ? command.split('.') : ['meetings', command]
  const asked = { brick: name, command: verb ?? '', input, by, id: newId(), lang: 'fr' as const }
  return runBatch(engine, [asked], { now: () => NOW, sure: true, today: () => TODAY })[0]!
}
const why = (answer: TurnAnswer): string => ('refused' in answer ? answer.refused : '')
function bring(
  engine: OpenEngine,
  type: string,
  fields: Readonly<Record<string, unknown>>,
): string {
  const id = newId()
  assert.equal(
    turn(engine, 'plain.bring', { records: JSON.stringify([{ type, id, fields }]) }).done,
    true,
  )
  return id
}
const anIdea = (engine: OpenEngine, fields: Readonly<Record<string, unknown>> = {}) =>
  bring(engine, 'idea', { title: 'Une épicerie à plusieurs', state: 'open', ...fields })
const aTask = (engine: OpenEngine, fields: Readonly<Record<string, unknown>> = {}) =>
  bring(engine, 'task', { title: 'Rappeler le centre social', state: 'todo', ...fields })

type Asked = Readonly<{
  by?: Who
  lang?: Lang
  query?: Input
  again?: NonNullable<Request['again']>
}>
function asking(
  engine: OpenEngine,
  path: string,
  params: Readonly<Record<string, string>>,
  { by = 'visitor', lang = 'fr', query, again }: Asked,
): Kit {
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  return kitFor(source, {
    path,
    lang,
    by,
    params,
    ...(query ? { query } : {}),
    ...(again ? { again } : {}),
  })
}
function shown(engine: OpenEngine, path: string, id = '', of: Asked = {}): string | undefined {
  const page = meetings.pages.find(one => one.path === path)!
  const kit = asking(engine, path.replace(':id', id), { id }, of)
  return (page.show(kit, engine.read, meetings.words[of.lang ?? 'fr'])?.body as Html | undefined)
    ?.html
}
const text = (markup: string | undefined) =>
  (markup ?? '').replace(/<[^>]*>/g, ' ').replace(/[\s\u202f]+/g, ' ')
const ideaPage = (engine: OpenEngine, id: string, of: Asked = {}) =>
  text(shown(engine, '/idees/idee/:id', id, of))
const followUps = (engine: OpenEngine) => text(shown(engine, '/mes-suites', '', { by: 'keeper' }))
const waiting = (engine: OpenEngine) =>
  engine.read.all(`SELECT id, piece FROM proposal_home WHERE state = 'waiting' ORDER BY id`)
const says = (answer: string, firstName: string, more: Input = {}): Input => ({
  answer,
  firstName,
  reach: 'au bar',
  ...more,
})

test(
  'a visitor’s answer waits unseen until the keeper shows it, and how to reach them is never ' +
    'in the commons',
  () => {
    const engine = open()
    bring(engine, 'territory', { name: 'Sail', keptBy: 'Anaïs et Malo, au local le mercredi' })
    const id = anIdea(engine, { threshold: 5 })
    const answer = turn(
      engine,
      'answer',
      { id, ...says('in', 'Hugo', { reach: '06 00 00 00 01' }) },
      'visitor',
    )
    assert.ok(answer.done && answer.said?.includes('lu par Anaïs et Malo'))
    assert.doesNotMatch(ideaPage(engine, id), /Hugo/)
    assert.equal(turn(engine, 'plain.show', { id: String(waiting(engine)[0]!['id']) }).done, true)
    assert.match(ideaPage(engine, id), /Hugo en est déjà/)
    assert.doesNotMatch(ideaPage(engine, id), /06 00/)
    assert.match(ideaPage(engine, id, { by: 'keeper' }), /Pour les prévenir Hugo : 06 00 00 00 01/)
    assert.doesNotMatch(JSON.stringify(engine.read.list(response)), /06 00/)
  },
)

test(
  'two people of one first name count once until the keeper, who reads what tells them apart, ' +
    'says that they are two',
  () => {
    const engine = open()
    const id = anIdea(engine, { threshold: 5 })
    const send = (saying: string, firstName: string) => {
      assert.ok(
        turn(
          engine,
          'answer',
          { id, ...says('in', firstName, { saying, reach: `au bar, ${saying}` }) },
          'visitor',
        ).done,
      )
      assert.ok(turn(engine, 'plain.show', { id: String(waiting(engine)[0]!['id']) }).done)
    }
    send('avec ma fille', 'Lucie')
    send('je viens à vélo', 'Luc\u0456e')
    send('sans mon chien', 'lucie')
    // Which of the three came first is drawn: all of one moment.
    assert.match(ideaPage(engine, id), /(?:[Ll]uc.e) en est déjà/u)
    assert.doesNotMatch(ideaPage(engine, id), /démêler/)
    assert.match(ideaPage(engine, id, { by: 'keeper' }), /2 réponses à démêler/)
    const page = () => shown(engine, '/idees/qui-compte', '', { by: 'keeper' }) ?? ''
    assert.match(text(page()), /Deux réponses au nom de [Ll]uc.e.*comptent pour une personne/u)
    for (const saying of ['avec ma fille', 'je viens à vélo', 'sans mon chien'])
      assert.ok(text(page()).includes(`« ${saying} »`))
    const others = () => [
      ...new Set([...page().matchAll(/name="id" value="([^"]+)"/g)].map(found => found[1]!)),
    ]
    const [second, third] = others()
    assert.equal(
      turn(engine, 'tellPeople', { id: second!, is: 'two' }, 'visitor').done,
      false,
      'nobody but the keeper says it',
    )
    assert.ok(turn(engine, 'tellPeople', { id: second!, is: 'two' }).done)
    assert.ok(turn(engine, 'tellPeople', { id: third!, is: 'same' }).done)
    assert.match(ideaPage(engine, id), /Déjà deux/)
    assert.deepEqual(others(), [])
    assert.ok(
      turn(engine, 'tellPeople', { id: third!, is: 'two' }).done === false,
      'it is asked once',
    )
  },
)

test(
  'who is in is said by name, who helps and who does not come in their words, and what is ' +
    'missing in letters',
  () => {
    const engine = open()
    const id = anIdea(engine, { threshold: 5 })
    assert.match(ideaPage(engine, id), /Personne ne l’a encore dit/)
    for (const name of ['Anaïs', 'Paul', 'Rosa'])
      turn(engine, 'answer', { id, ...says('in', name) })
    turn(engine, 'answer', { id, ...says('help', 'Nadia', { saying: 'tenir la caisse' }) })
    turn(engine, 'answer', { id, ...says('not', 'Malo', { saying: 'j’ai mon jardin' }) })
    const page = ideaPage(engine, id)
    const names = /Déjà trois : (\S+), (\S+) et (\S+)\./.exec(page)
    assert.deepEqual(names?.slice(1).sort(), ['Anaïs', 'Paul', 'Rosa'])
    assert.match(page, /À cinq, on se voit\. Il en manque deux/)
    assert.match(page, /Nadia.: tenir la caisse/)
    assert.match(page, /Malo.: j’ai mon jardin/)
  },
)

test(
  'once there are enough, a day is proposed on the weekday of the meeting, and the keeper is ' +
    'led to the agenda with it',
  () => {
    const engine = open()
    const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-04' })
    const id = anIdea(engine, { threshold: 2, notedAt: met })
    turn(engine, 'answer', { id, ...says('in', 'Paul') })
    assert.match(ideaPage(engine, id), /Il n’en manque qu’une/)
    turn(engine, 'answer', { id, ...says('in', 'Rosa') })
    assert.match(ideaPage(engine, id), /mercredi 16 décembre/)
    const day = new RegExp(`href="/agenda/proposer\\?idee=${id}&amp;jour=2026-12-16"`)
    assert.match(shown(engine, '/idees/idee/:id', id)!, day)
    const kept = shown(engine, '/idees/idee/:id', id, { by: 'keeper' })!
    assert.match(kept, /Fixer ce jour dans l’agenda/)
  },
)

test('an answer that lacks something comes back with a sentence and its field, and writes nothing', () => {
  const engine = open()
  const id = anIdea(engine)
  const refused = (input: Input) => {
    const answer = turn(engine, 'answer', { id, ...input }, 'visitor')
    return 'refused' in answer ? [answer.field, answer.refused] : ['', 'taken']
  }
  assert.deepEqual(refused(says('help', 'Paul')), ['saying', fr.sayWhat])
  assert.deepEqual(refused(says('not', 'Paul')), ['saying', fr.sayWhy])
  assert.deepEqual(refused({ answer: 'in', firstName: 'Paul' }), ['reach', fr.sayHow])
  assert.equal(refused({ answer: 'in', reach: 'au bar' })[0], 'firstName')
  assert.equal(refused({ firstName: 'Paul', reach: 'au bar' })[0], 'answer')
  assert.equal(refused(says('maybe', 'Paul'))[0], 'answer')
  assert.equal(refused(says('in', 'x'.repeat(400)))[0], 'firstName')
  assert.equal(refused(says('in', 'Paul\ud800'))[0], 'firstName')
  assert.equal(waiting(engine).length, 0)
})

test('the form comes back filled, with its sentence, on the page that held it', () => {
  const engine = open()
  const id = anIdea(engine)
  const again = { input: says('help', 'Zoé <b>'), refused: fr.sayWhat, field: 'saying' }
  for (const path of ['/idees/idee/:id', '/repondre/:id']) {
    const page = shown(engine, path, id, { again })!
    assert.ok(page.includes(fr.sayWhat))
    assert.ok(page.includes('value="Zoé &lt;b&gt;"'))
    assert.ok(page.includes(`name="from" value="${path.replace(':id', id)}"`))
    assert.match(page, /value="help" checked/)
  }
})

test(
  'there is no answering what is not there, what was put aside, what became something else, ' +
    'or a day that is past',
  () => {
    const engine = open()
    const past = bring(engine, 'event', { title: 'Bal', startsOn: '2026-12-04' })
    const to = (id: string) => why(turn(engine, 'answer', { id, ...says('in', 'Paul') }, 'visitor'))
    assert.equal(to('rien'), fr.nothingThere)
    assert.equal(to(''), fr.nothingThere)
    assert.equal(to('__proto__'), fr.nothingThere)
    assert.equal(to(aTask(engine)), fr.nothingThere)
    assert.equal(to(anIdea(engine, { state: 'dropped' })), fr.closedIdea)
    assert.equal(to(anIdea(engine, { state: 'became', became: past })), fr.becameIdea)
    assert.equal(to(past), fr.closedEvent)
    assert.match(text(shown(engine, '/repondre/:id', past)), /passé/)
    assert.doesNotMatch(shown(engine, '/repondre/:id', past)!, /<form/)
    assert.equal(shown(engine, '/repondre/:id', 'rien'), undefined)
  },
)

test(
  'the same form serves an event, with its day, its own threshold, and what comes back every ' +
    'week never passes',
  () => {
    const engine = open()
    const id = bring(engine, 'event', {
      title: 'Café de réparation',
      startsOn: '2026-12-12',
      startsAt: '14:00',
      endsAt: '17:00',
      minimum: 3,
    })
    turn(engine, 'answer', { id, ...says('in', 'Lucie') })
    const page = text(shown(engine, '/repondre/:id', id))
    assert.match(page, /samedi 12 décembre, de 14 h à 17 h/)
    assert.match(page, /Lucie en est déjà/)
    assert.match(page, /À trois, on se voit/)
    const weekly = bring(engine, 'event', {
      title: 'Local',
      startsOn: '2026-01-07',
      recurs: 'FREQ=WEEKLY',
    })
    assert.equal(turn(engine, 'answer', { id: weekly, ...says('in', 'Lucie') }).done, true)
  },
)

test('who takes care of a task is told to the keeper alone, on every page', () => {
  const engine = open()
  const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-04', people: ['Canaria'] })
  const id = aTask(engine, { who: 'Canaria', dueDay: '2026-12-01', notedAt: met })
  const pages = [
    ['/idees'],
    ['/idees/suites'],
    ['/idees/suites/:id', id],
    ['/idees/reunions/:id', met],
    ['/idees/reunions'],
  ] as const
  for (const [path, of] of pages) assert.doesNotMatch(shown(engine, path, of)!, /Canaria/, path)
  assert.match(followUps(engine), /Canaria/)
  assert.match(
    text(shown(engine, '/idees/suites/:id', id, { by: 'keeper' })),
    /Canaria \(vous seul·e lisez ce nom\)/,
  )
  assert.equal(meetings.pages.find(page => page.path === '/mes-suites')!.who, 'keeper')
})

test('who takes care of a task that came from a harvest is found where the harvest left it', () => {
  const engine = open()
  const piece = newId()
  const id = aTask(engine)
  const records = [
    { type: 'task', id: piece, fields: { title: 'Rappeler', who: 'Rosa' }, space: 'home' },
    {
      type: 'proposal',
      id: newId(),
      fields: { of: 'task', piece, sentBy: 'harvest', state: 'shown', shownAs: id },
    },
  ]
  assert.equal(turn(engine, 'plain.bring', { records: JSON.stringify(records) }).done, true)
  assert.match(followUps(engine), /Rosa/)
  assert.doesNotMatch(shown(engine, '/idees/suites/:id', id)!, /Rosa/)
})

test(
  'a task is reminded, then finished, then told on the first page; a finished one takes no ' +
    'more',
  () => {
    const engine = open()
    const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-03' })
    const id = aTask(engine, { dueDay: '2026-12-01', notedAt: met })
    assert.match(
      followUps(engine),
      /En retard.*Rappeler le centre social.*c’était pour le 1er décembre, il y a quatre jours/,
    )
    turn(engine, 'remind', { id })
    assert.match(followUps(engine), /relancé le 5 décembre/)
    assert.equal(turn(engine, 'finish', { id }).done, true)
    assert.match(followUps(engine), /Fait depuis un mois.*fait le 5 décembre/)
    const done = meetings.slots!.done!(asking(engine, '/', {}, {}), engine.read, fr)
    assert.deepEqual(done, [
      {
        day: TODAY,
        title: 'Fait\u00a0: Rappeler le centre social',
        said: ['Rappeler le centre social'],
        where: 'suite de la réunion du 3 novembre',
        href: `/idees/suites/${id}`,
      },
    ])
    assert.equal(why(turn(engine, 'finish', { id })), fr.alreadyDone)
    assert.equal(why(turn(engine, 'remind', { id })), fr.alreadyDone)
    assert.equal(why(turn(engine, 'finish', { id: 'rien' })), fr.nothingThere)
  },
)

test('an idea is put aside, comes back, becomes something, and is then told among what was done', () => {
  const engine = open()
  const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-03' })
  const id = anIdea(engine, { notedAt: met })
  const project = bring(engine, 'initiative', { title: 'L’épicerie du bourg' })
  turn(engine, 'drop', { id })
  assert.match(ideaPage(engine, id), /laissée de côté/)
  assert.doesNotMatch(shown(engine, '/idees/idee/:id', id)!, /name="answer"/)
  turn(engine, 'revive', { id })
  assert.match(ideaPage(engine, id), /reprise le 5 décembre/)
  assert.match(shown(engine, '/idees/idee/:id', id)!, /name="answer"/)
  assert.equal(why(turn(engine, 'becomes', { id, became: '' })), fr.sayBecame)
  assert.notEqual(
    why(turn(engine, 'becomes', { id, became: met })),
    '',
    'a meeting is nothing that an idea becomes',
  )
  assert.equal(turn(engine, 'becomes', { id, became: project }).done, true)
  assert.match(ideaPage(engine, id), /Elle est devenue.: L’épicerie du bourg/)
  const done = meetings.slots!.done!(asking(engine, '/', {}, {}), engine.read, fr)
  assert.deepEqual(
    done.map(one => [one.day, one.title, one.where]),
    [
      [
        TODAY,
        'Une épicerie à plusieurs',
        'Elle est devenue\u00a0: L’épicerie du bourg\u00a0· idée de la réunion du 3 novembre',
      ],
    ],
  )
  assert.equal(why(turn(engine, 'drop', { id })), fr.alreadyBecame)
})

test('verbs of the keeper are nobody else’s', () => {
  const keepers = meetings.commands
    .filter(command => command.who === 'keeper')
    .map(command => command.name)
  assert.deepEqual(keepers.sort(), [
    'becomes',
    'drop',
    'finish',
    'remind',
    'revive',
    'tellCount',
    'tellDate',
    'tellFreed',
    'tellName',
    'tellPeople',
  ])
})

test('the story is told by month, newest first, each meeting with what came out of it', () => {
  const engine = open()
  const spring = bring(engine, 'meeting', { title: 'Première soirée', date: '2026-05-09' })
  const autumn = bring(engine, 'meeting', { title: 'Soirée papier', date: '2026-11-04' })
  bring(engine, 'decision', { title: 'On ouvre le mercredi', notedAt: spring })
  bring(engine, 'initiative', { title: 'Atelier de meubles', notedAt: spring })
  bring(engine, 'voice', { saying: 'Il y a des terres', notedAt: autumn })
  anIdea(engine, { notedAt: spring, revivedOn: '2026-11-20' })
  const page = text(shown(engine, '/idees'))
  const order = [
    'Novembre 2026',
    'Une idée est revenue',
    'Soirée papier',
    'Il y a des terres',
    'Mai 2026',
    'Première soirée',
    'On ouvre',
    'Atelier',
  ]
  const found = order.map(words => page.indexOf(words))
  assert.ok(!found.includes(-1), `${order[found.indexOf(-1)]} is not told`)
  assert.deepEqual(
    found,
    [...found].sort((a, b) => a - b),
  )
  assert.equal(page.match(/Novembre 2026/g)?.length, 1)
})

test('a meeting with more than the story holds leads to its page, which holds it all', () => {
  const engine = open()
  const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-04' })
  for (let i = 0; i < 8; i++) bring(engine, 'idea', { title: `idée ${i}`, notedAt: met })
  const story = text(shown(engine, '/idees'))
  assert.ok(story.includes(fr.rest))
  assert.equal(story.match(/idée \d/g)?.length, 5)
  assert.equal(text(shown(engine, '/idees/reunions/:id', met)).match(/idée \d/g)?.length, 8)
})

test('a long story has pages, and an empty one says whom to talk to', () => {
  const engine = open()
  assert.ok(text(shown(engine, '/idees')).includes(fr.keeper))
  bring(engine, 'territory', { name: 'Sail', keptBy: 'Anaïs' })
  assert.match(text(shown(engine, '/idees')), /Parlez-en à Anaïs/)
  for (let i = 0; i < 30; i++)
    bring(engine, 'meeting', {
      title: `réunion ${i}`,
      date: `2026-10-${String(i + 1).padStart(2, '0')}`,
    })
  const titles = (page: string) =>
    text(shown(engine, '/idees', '', { query: { page } })).match(/réunion \d+/g) ?? []
  assert.equal(titles('1')[0], 'réunion 29')
  assert.equal(titles('1').length + titles('2').length, 30)
  assert.deepEqual(titles('mille'), titles('1'))
})

test('a thing said bears no name but the one that its person asked for', () => {
  const engine = open()
  const id = bring(engine, 'voice', { saying: 'Il y a des terres', name: null })
  const named = bring(engine, 'voice', { saying: 'On se prête tout', name: 'Rosa' })
  const page = text(shown(engine, '/idees/paroles'))
  assert.match(page, /Il y a des terres/)
  assert.match(page, /On se prête tout.*Rosa/)
  assert.equal(shown(engine, '/idees/paroles/:id', id)!.includes('Rosa'), false)
  assert.equal(shown(engine, '/idees/paroles/:id', named)!.includes('Rosa'), true)
})

test('a reference tells what it inspires, whichever of the two says so', () => {
  const engine = open()
  const project = bring(engine, 'initiative', { title: 'Maraîchage' })
  const id = bring(engine, 'reference', { title: 'Des plans', inspires: [project] })
  anIdea(engine, { inspiredBy: [id] })
  for (const page of [
    shown(engine, '/idees/references'),
    shown(engine, '/idees/references/:id', id),
  ]) {
    assert.match(text(page), /Maraîchage ?, Une épicerie à plusieurs/)
  }
})

test('without the other bricks every page is there', () => {
  const engine = open(false)
  const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-04' })
  const id = anIdea(engine, { threshold: 1, notedAt: met })
  const answer = turn(engine, 'answer', { id, ...says('in', 'Paul') }, 'visitor')
  assert.ok(answer.done && answer.said?.includes(fr.keeper))
  for (const page of meetings.pages.filter(one => !one.path.includes(':id')))
    assert.ok(shown(engine, page.path, '', { by: 'keeper' }), page.path)
  assert.ok(shown(engine, '/repondre/:id', id))
  assert.ok(shown(engine, '/idees/reunions/:id', met))
})

test('what people write is shown as text, never as markup', () => {
  const engine = open()
  const evil = '<script>alert(1)</script>'
  const met = bring(engine, 'meeting', {
    title: evil,
    date: '2026-11-04',
    summary: evil,
    where: evil,
  })
  const id = anIdea(engine, {
    title: evil,
    detail: evil,
    notedAt: met,
    revivedOn: TODAY,
    threshold: 1,
  })
  bring(engine, 'voice', { saying: evil, name: evil, notedAt: met })
  aTask(engine, { title: evil, who: evil, notedAt: met })
  turn(engine, 'answer', { id, ...says('help', evil, { saying: evil }) })
  turn(engine, 'answer', { id, ...says('in', evil) })
  const pages = [
    ['/idees'],
    ['/idees/idee'],
    ['/idees/paroles'],
    ['/mes-suites'],
    ['/idees/idee/:id', id],
    ['/repondre/:id', id],
    ['/idees/reunions/:id', met],
  ] as const
  for (const [path, of] of pages) {
    const page = shown(engine, path, of, { by: 'keeper' })!
    assert.ok(page.includes('&lt;script&gt;'), path)
    assert.ok(!page.includes('<script'), path)
  }
})

test('English pages hold no French of ours', () => {
  const engine = open()
  const met = bring(engine, 'meeting', { title: 'Evening', date: '2026-11-04' })
  const id = bring(engine, 'idea', {
    title: 'A shop',
    threshold: 3,
    notedAt: met,
    revivedOn: TODAY,
  })
  turn(engine, 'answer', { id, ...says('in', 'Paul') })
  bring(engine, 'task', { title: 'Call', dueDay: '2026-12-01', notedAt: met })
  const pages = [
    ['/idees'],
    ['/idees/idee/:id', id],
    ['/mes-suites'],
    ['/repondre/:id', id],
    ['/idees/reunions/:id', met],
  ] as const
  for (const [path, of] of pages) {
    const page = text(shown(engine, path, of, { by: 'keeper', lang: 'en' }))
    assert.doesNotMatch(page, /réunion|idée|suite|relanc|répon|on se voit/i, path)
  }
  assert.match(
    text(shown(engine, '/mes-suites', '', { by: 'keeper', lang: 'en' })),
    /it was for 1 December, four days ago/,
  )
})

test('both languages have words for every field and every choice of the seven types', () => {
  for (const all of [fr, en])
    for (const type of meetings.records) {
      const said = (
        all.types as Readonly<
          Record<string, { fields: Readonly<Record<string, { label: string; choices?: object }>> }>
        >
      )[type.name]!
      assert.deepEqual(Object.keys(said.fields).sort(), Object.keys(type.fields).sort(), type.name)
      for (const [name, field] of Object.entries(type.fields))
        if (field.choices)
          assert.deepEqual(
            Object.keys(said.fields[name]!.choices!),
            [...field.choices],
            `${type.name}.${name}`,
          )
    }
  assert.equal(meetings.slots!.menu!(fr)[0]!.href, '/idees')
})

test(
  'what is removed, or joined with another, is told no more, and a task taken up again is not ' +
    'done',
  () => {
    const engine = open()
    const first = anIdea(engine, { title: 'Un four à pain' })
    const second = anIdea(engine, { title: 'Le four du village' })
    const gone = bring(engine, 'decision', { title: 'On ferme' })
    const task = aTask(engine, { state: 'done', doneOn: '2026-12-01' })
    bring(engine, 'join', { these: [first, second] })
    turn(engine, 'plain.remove', { type: 'decision', id: gone })
    const page = text(shown(engine, '/idees'))
    assert.equal(page.match(/Une idée :/g)?.length, 1)
    assert.doesNotMatch(page, /On ferme/)
    assert.equal(meetings.slots!.done!(asking(engine, '/', {}, {}), engine.read, fr).length, 1)
    turn(engine, 'plain.write', { type: 'task', id: task, title: 'Rappeler', state: 'doing' })
    assert.deepEqual(meetings.slots!.done!(asking(engine, '/', {}, {}), engine.read, fr), [])
  },
)

test('the story of tables made again is the one that was lived through', () => {
  const engine = open()
  const met = bring(engine, 'meeting', { title: 'Soirée', date: '2026-11-04' })
  const id = anIdea(engine, { notedAt: met })
  turn(engine, 'revive', { id })
  turn(engine, 'becomes', { id, became: bring(engine, 'initiative', { title: 'Épicerie' }) })
  turn(engine, 'finish', { id: aTask(engine) })
  bring(engine, 'voice', { saying: 'Il y a des terres', on: '2026-10-01' })
  const lived = engine.read.all('SELECT * FROM story ORDER BY id, kind')
  assert.deepEqual(lived.map(row => row['kind']).sort(), [
    'became',
    'done',
    'meeting',
    'revived',
    'voice',
  ])
  const again = openTables(':memory:', shapeOf([meetings, neighbours]), engine.log)
  assert.deepEqual(again.sql.all('SELECT * FROM story ORDER BY id, kind'), lived)
})
