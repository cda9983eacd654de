import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OpenEngine } from '../../../tests/support/open-engine.ts'
import { openEngine } from '../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../tests/support/page-source.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { runBatch } from '../../../tests/support/turns.ts'
import { brick } from '../../contract/brick.ts'
import type { Html } from '../../contract/html.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import { idFrom } from '../../core/id.ts'
import { pattern } from '../../core/pattern.ts'
import { recordType } from '../../core/schema.ts'
import { shapeOf } from '../../engine/shape.ts'
import { newBox } from '../../log/box.ts'
import { rebuild } from '../../projection/tables.ts'
import { kitFor } from '../../web/pages/kit.ts'
import { lookedFor, saidAfter } from '../../web/post/around-turn.ts'
import { offers } from './brick.ts'
import { learntHere } from './model/matching/found.ts'
import { localWord, loop, notIt } from './model/records-matching.ts'
import { fr } from './words/fr.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const newId = () => idFrom(NOW + drawn++, new Uint8Array(10))

/** What other bricks bring, by their published columns alone. */
const place = recordType({
  name: 'place',
  title: 'name',
  path: '/lieux',
  fields: { name: { kind: 'text' }, ask: { kind: 'text' }, commune: { kind: 'commune' } },
})
const theme = recordType({
  name: 'theme',
  title: 'label',
  fields: { label: { kind: 'text' }, synonyms: { kind: 'text' } },
})
const communes = [
  { code: '42195', name: 'Sail-sous-Couzan', postalCodes: null, point: [45.7342, 3.9689] as const },
  { code: '42313', name: 'Trelins', postalCodes: null, point: [45.7345, 4.0203] as const },
]
const words = { types: {} }
const neighbours = brick({
  name: 'neighbours',
  records: [place, theme],
  commands: [],
  pages: [],
  slots: {
    territory: () => ({
      name: 'Sail',
      heading: null,
      village: '42195',
      keptBy: 'Malo',
      reach: null,
      communes,
    }),
    member: () => ({ role: 'neighbour', name: 'Hugo' }),
  },
  words: { fr: words, en: words },
})
const BRICKS = [offers, neighbours]
const open = (bricks = BRICKS): OpenEngine => openEngine(bricks, newBox())

function turn(engine: OpenEngine, command: string, input: Input, by: Who = 'keeper', me?: string) {
  const [name, verb] = command.includes('.') ? command.split('.') : ['offers', command]
  const named = { brick: name!, command: verb! }
  const asked = {
    ...named,
    input,
    by,
    ...(me ? { me } : {}),
    id: newId(),
    lang: 'fr' as const,
    ...lookedFor(engine, named, input),
  }
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  const answer = runBatch(engine, [asked], clock)[0]!
  if (!answer.done) return answer
  const said = saidAfter(engine, { ...asked, today: TODAY }, answer)
  return said === undefined ? answer : { ...answer, said }
}
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
function kitOf(engine: OpenEngine, path: string, by: Who, me?: string) {
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  return kitFor(source, {
    path,
    lang: 'fr',
    by,
    ...(me ? { me } : {}),
    ...(path.startsWith('/annonces/0') ? { params: { id: path.slice(10) } } : {}),
  })
}
function shown(engine: OpenEngine, path: string, by: Who = 'visitor', me?: string): string {
  const kit = kitOf(engine, path, by, me)
  const page =
    offers.pages.find(one => one.path === path) ??
    offers.pages.find(one => one.path === '/annonces/:id')!
  return (page.show(kit, engine.read, offers.words.fr)?.body as Html | undefined)?.html ?? ''
}
const text = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')

const anais = { who: 'Anaïs', reach: 'au local', commune: '42195' }
const hugo = { who: 'Hugo', reach: 'à l’école', commune: '42313' }
function village(engine: OpenEngine) {
  const lead = bring(engine, 'offer', {
    ...anais,
    title: 'Anaïs a une piste pour du papier par palettes',
    state: 'lead',
    mode: 'give',
  })
  const paper = bring(engine, 'need', {
    ...hugo,
    title: 'Hugo cherche du papier à dessin',
    state: 'open',
  })
  return { lead, paper }
}

test('each page says who meets it, why in a sentence, and how to reach them', () => {
  const engine = open()
  const { lead, paper } = village(engine)
  const page = text(shown(engine, `/annonces/${lead}`))
  assert.match(
    page,
    pattern()`
      Qui le cherche Hugo cherche du papier à dessin Les deux parlent de papier, et c’est à 4 km\.
      ${' '}Joindre Hugo · à l’école
    `,
  )
  assert.match(text(shown(engine, `/annonces/${paper}`)), /Ce qui y répond Anaïs a une piste/)
})

test('what the inventory holds answers a need at once: the market, and whom to ask', () => {
  const engine = open()
  bring(engine, 'place', { name: 'Le marché de Boën', ask: 'à la mairie de Boën' })
  const id = bring(engine, 'need', {
    ...anais,
    title: 'Lucie cherche un marché où montrer ses meubles',
  })
  assert.match(
    text(shown(engine, `/annonces/${id}`)),
    /Ce qui y répond Le marché de Boën Les deux parlent de marché\. Joindre à la mairie de Boën/,
  )
})

test('a need that tells what is wrong, and names nothing, is told what may be of use', () => {
  const engine = open()
  const ladder = bring(engine, 'offer', {
    ...anais,
    title: 'Anaïs prête sa grande échelle',
    mode: 'lend',
  })
  const leaves = bring(engine, 'need', {
    ...hugo,
    title: 'Mes gouttières sont pleines de feuilles',
  })
  assert.match(text(shown(engine, `/annonces/${leaves}`)), /Pourrait servir .*grande échelle/)
  assert.match(text(shown(engine, `/annonces/${ladder}`)), /Mes gouttières/)
})

test('closed, past, removed or not shown, a notice answers nobody', () => {
  const engine = open()
  const { lead, paper } = village(engine)
  const answers = () => shown(engine, `/annonces/${paper}`).includes(lead)
  assert.ok(answers())
  assert.ok(turn(engine, 'close', { id: lead }).done)
  assert.ok(!answers())
  bring(engine, 'offer', { ...anais, title: 'Anaïs donne du papier', until: '2026-12-04' })
  turn(engine, 'offer', { ...anais, title: 'Rosa donne du papier' }, 'visitor')
  assert.doesNotMatch(shown(engine, `/annonces/${paper}`), /Anaïs donne|Rosa donne/)
})

test('*Ce n’est pas ça* is remembered, and lasts until one of the two says something else', () => {
  const engine = open()
  const { lead, paper } = village(engine)
  assert.doesNotMatch(shown(engine, `/annonces/${lead}`), /pas-ca/)
  assert.match(shown(engine, `/annonces/${lead}`, 'keeper'), /action="\/annonces\/pas-ca"/)
  assert.equal(turn(engine, 'notIt', { these: [lead, paper] }, 'visitor').done, false)
  const answer = turn(engine, 'notIt', { these: [lead, paper] })
  assert.ok(answer.done && answer.next === `/annonces/${lead}`)
  assert.equal(engine.read.count(notIt, {}, 'home'), 1)
  const listed = turn(engine, 'notIt', { these: [paper, lead], liste: '1' })
  assert.ok(listed.done && listed.next === '/sans-reponse')
  for (const id of [lead, paper])
    assert.doesNotMatch(text(shown(engine, `/annonces/${id}`)), /Qui pourrait|répond/)
  bring(engine, 'offer', { ...anais, who: 'Rosa', title: 'Rosa donne du papier à dessin' })
  assert.match(shown(engine, `/annonces/${paper}`), /Rosa donne/)
  assert.ok(
    turn(engine, 'plain.write', {
      type: 'need',
      id: paper,
      ...hugo,
      title: 'Hugo cherche du papier, même par palettes',
    }).done,
  )
  assert.match(shown(engine, `/annonces/${paper}`), /Anaïs a une piste/)
})

test('a member says it of what is theirs, on their own page, and of nobody else’s', () => {
  const engine = open()
  const [me, another] = [newId(), newId()]
  const kept = turn(engine, 'need', { ...hugo, title: 'Hugo cherche du papier' }, 'neighbour', me)
  const theirs = kept.done ? (kept.next ?? '').slice('/annonces/'.length) : ''
  const { lead, paper } = village(engine)
  assert.match(shown(engine, `/annonces/${theirs}`, 'neighbour', me), /action="\/annonces\/pas-ca"/)
  assert.doesNotMatch(shown(engine, `/annonces/${theirs}`, 'neighbour', another), /pas-ca/)
  assert.doesNotMatch(shown(engine, `/annonces/${paper}`, 'neighbour', me), /pas-ca/)
  const refused = turn(engine, 'notIt', { these: [paper, lead] }, 'neighbour', me)
  assert.ok('refused' in refused && /sa propre annonce/.test(refused.refused))
  assert.equal(engine.read.count(notIt, {}, 'home'), 0)
  const answer = turn(engine, 'notIt', { these: [theirs, lead], liste: '1' }, 'neighbour', me)
  assert.ok(answer.done && answer.next === `/annonces/${theirs}`)
  assert.deepEqual(
    engine.read.list(notIt, {}, 'home').map(({ author }) => author),
    [me],
  )
  assert.doesNotMatch(shown(engine, `/annonces/${theirs}`, 'neighbour', me), /Anaïs a une piste/)
  assert.match(shown(engine, `/annonces/${paper}`), /Anaïs a une piste/)
})

test('two words that two pairs were refused by bring nobody together any more, but beside others', () => {
  const engine = open()
  const offer = (title: string) => bring(engine, 'offer', { ...anais, title })
  const need = (title: string) => bring(engine, 'need', { ...hugo, title })
  const isAnswered = (id: string, other: string, by: Who = 'visitor') =>
    shown(engine, `/annonces/${id}`, by).includes(other)
  const met = () => engine.read.list(notIt, {}, 'home').map(({ metBy }) => metBy)
  const page = () => text(shown(engine, '/sans-reponse', 'keeper'))
  const [one, other] = [offer('Anaïs donne des planches'), offer('Anaïs vend ses planches')]
  const wood = need('Hugo cherche du bois pour une étagère')
  const [later, both] = [need('Hugo cherche du bois'), need('Hugo cherche du bois, des planches')]
  const third = offer('Anaïs a trois planches à donner')
  assert.ok(isAnswered(later, third) && isAnswered(both, third) && isAnswered(third, later))
  assert.ok(turn(engine, 'notIt', { these: [one, wood] }).done)
  assert.ok(turn(engine, 'notIt', { these: [wood, one] }).done)
  assert.ok(isAnswered(later, third), 'one pair says so, however often')
  assert.doesNotMatch(page(), /Appris ici/)
  assert.ok(turn(engine, 'notIt', { these: [other, wood] }).done)
  assert.deepEqual(met(), ['planches ≠ bois', 'planches ≠ bois', 'planches ≠ bois'])
  assert.ok(!isAnswered(later, third) && !isAnswered(third, later), 'no answer')
  assert.ok(isAnswered(both, third), 'both say planks too')
  assert.match(
    text(shown(engine, `/annonces/${later}`, 'keeper')),
    /Presque .*Mais on a dit ici que ce n’est pas ça/,
  )
  assert.match(page(), /Appris ici .*« planches » ne répond pas à « bois » \(dit 2 fois\) Oublier/)
  const [first] = engine.read.list(notIt, { order: 'id' }, 'home')
  const kept = () =>
    engine.log.sql.all("SELECT 1 FROM piece WHERE CAST(value AS TEXT) LIKE '%≠%'").length
  assert.equal(kept(), 3)
  assert.equal(turn(engine, 'unteach', { id: first!.id }, 'neighbour', newId()).done, false)
  assert.ok(turn(engine, 'unteach', { id: first!.id }).done)
  assert.deepEqual(met(), [null, null, null])
  assert.equal(kept(), 0)
  assert.ok(isAnswered(later, third) && isAnswered(third, later))
  assert.ok(!isAnswered(wood, one) && !isAnswered(wood, other), 'the pairs stay refused')
  assert.equal(turn(engine, 'unteach', { id: first!.id }).done, false)
})

test('what a member taught by refusals goes with them', async () => {
  using box = testBox()
  box.territory()
  const id = box.welcome({ name: 'Karim' })
  const karim = await box.memberOf(id)
  const wood = box.bring('need', { title: 'Karim cherche du bois', reach: 'au local', author: id })
  for (const title of ['Rosa donne des planches', 'Jo vend une planche']) {
    const other = box.bring('offer', { title, reach: 'au local' })
    box.later(1_000)
    assert.equal((await karim.post('/annonces/pas-ca', { these: [wood, other] })).status, 303)
  }
  const taught = () => learntHere(box.read.as('offers')).taught.map(({ times }) => times)
  assert.deepEqual(taught(), [2])
  await karim.post('/moi/oublier', { sure: '1' })
  assert.deepEqual(taught(), [])
})

test('a word of here is read as the word that it means, both ways, and the reason says both', () => {
  const engine = open()
  const offer = (title: string) => bring(engine, 'offer', { ...anais, title })
  const need = (title: string) => bring(engine, 'need', { ...hugo, title })
  const [daille, faux] = [offer('Anaïs prête ses deux Dailles'), offer('Malo prête une faux')]
  const [wantsFaux, wantsDaille] = [need('Hugo cherche une faux'), need('Hugo cherche une daille')]
  const oven = offer('Anaïs a un four à bois de tiau à prêter')
  const wantsOven = need('Hugo cherche un four à pain')
  const pairs = [
    [wantsFaux, daille],
    [daille, wantsFaux],
    [wantsDaille, faux],
    [faux, wantsDaille],
  ] as const
  const isMet = ([one, other]: readonly [string, string]) =>
    shown(engine, `/annonces/${one}`).includes(other)
  assert.deepEqual(pairs.filter(isMet), [])
  assert.equal(turn(engine, 'keepWord', { said: 'daille', means: 'faux' }, 'visitor').done, false)
  const kept = turn(engine, 'keepWord', { said: 'daille', means: 'faux' })
  assert.ok(kept.done && kept.next === '/sans-reponse#mots')
  assert.deepEqual(pairs.filter(isMet), pairs)
  assert.ok(isMet([wantsDaille, daille]) && isMet([wantsFaux, faux]))
  assert.match(
    text(shown(engine, `/annonces/${wantsFaux}`)),
    /Anaïs prête ses deux Dailles « daille » peut convenir pour « faux »/i,
  )
  assert.ok(!isMet([wantsOven, oven]))
  assert.ok(turn(engine, 'keepWord', { said: 'Four à bois de tiau', means: 'four à pain' }).done)
  assert.ok(isMet([wantsOven, oven]) && isMet([oven, wantsOven]), 'short phrases too')
  assert.match(text(shown(engine, '/sans-reponse', 'keeper')), /« daille » = « faux » Retirer/)
  const [first] = engine.read.list(localWord, { where: "said = 'daille'" })
  assert.ok(turn(engine, 'dropWord', { id: first!.id }).done)
  assert.deepEqual(pairs.filter(isMet), [])
  assert.equal(turn(engine, 'dropWord', { id: first!.id }).done, false)
  const held = engine.log.sql.all('SELECT 1 FROM piece WHERE value LIKE \'%"daille"%\'')
  assert.deepEqual(held, [])
})

test('a word of here is never read twice, nor as itself, whatever two boxes wrote', () => {
  const engine = open()
  const keep = (said: string, means: string) => turn(engine, 'keepWord', { said, means }).done
  assert.ok(keep('daille', 'faux'))
  for (const [said, means] of [
    ['faux', 'daille'],
    ['Dailles', 'serpe'],
    ['faux', 'faucille'],
    ['machin', 'grande daille'],
    ['serpe', 'serpes'],
    ['serpe', 'une serpe'],
    ['', 'serpe'],
    ['«', '»'],
    ['x'.repeat(41), 'serpe'],
  ] as const)
    assert.ok(!keep(said, means), `${said} = ${means}`)
  assert.ok(keep('volant', 'faux'), 'two words may mean one')
  bring(engine, 'local-word', { said: 'faux', means: 'daille' })
  bring(engine, 'local-word', { said: 'daille', means: 'serpe' })
  assert.deepEqual(
    learntHere(engine.read)
      .words.all.map(({ said, means }) => `${said} = ${means}`)
      .sort(),
    ['daille = faux', 'volant = faux'],
  )
  for (let n = 0; n < 210; n++) bring(engine, 'local-word', { said: `mot${n}`, means: `nom ${n}` })
  assert.equal(learntHere(engine.read).words.all.length, 200)
  assert.ok(!keep('encore', 'autre'))
})

test('a word that both say is refused for another matter, and teaches nothing', () => {
  const engine = open()
  const { lead, paper } = village(engine)
  const more = bring(engine, 'offer', { ...anais, title: 'Rosa donne du papier à dessin' })
  for (const id of [lead, more]) assert.ok(turn(engine, 'notIt', { these: [id, paper] }).done)
  assert.deepEqual(
    engine.read.list(notIt, {}, 'home').map(({ metBy }) => metBy),
    [null, null],
  )
})

test(
  'a visitor who sent a notice is told at once what would answer it, and nobody else learns ' +
    'of theirs',
  () => {
    const engine = open()
    const { lead } = village(engine)
    const sent = turn(
      engine,
      'need',
      {
        title: 'cherche du papier pour des cahiers',
        who: 'Yanis',
        reachBy: 'word',
        foundAt: 'aux Granges',
      },
      'visitor',
    )
    assert.ok(sent.done)
    assert.match(
      sent.said ?? '',
      /Merci\. .*En attendant, voici ce qui pourrait y répondre.: «.Anaïs a une piste/,
    )
    assert.equal(sent.next, '/annonces')
    assert.doesNotMatch(shown(engine, `/annonces/${lead}`), /Yanis|cahiers/)
    const nothing = turn(
      engine,
      'need',
      { title: 'cherche une girafe', who: 'Yanis', reachBy: 'word', foundAt: 'aux Granges' },
      'visitor',
    )
    assert.ok(nothing.done && !/En attendant/.test(nothing.said ?? ''))
  },
)

test('needs that nothing answers are listed, oldest first, with what comes near and why', () => {
  const engine = open()
  village(engine)
  const ids = ['2026-11-01', '2026-01-01'].map(since =>
    bring(engine, 'need', { ...hugo, title: 'Hugo cherche un alambic', since }),
  )
  bring(engine, 'offer', { ...anais, title: 'Anaïs donne des œufs' })
  const page = shown(engine, '/sans-reponse', 'keeper')
  assert.doesNotMatch(text(page), /papier|œufs/)
  assert.deepEqual(
    [...page.matchAll(/<h2[^>]*>\s*<a href="\/annonces\/(\w+)"/g)].map(one => one[1]),
    ids.toReversed(),
  )
})

test('a near miss says why it is one', () => {
  const engine = open()
  const id = bring(engine, 'need', {
    ...hugo,
    title: 'Hugo cherche à emprunter une remorque samedi',
  })
  bring(engine, 'offer', { ...anais, title: 'Anaïs prête sa remorque le mardi', mode: 'lend' })
  for (const page of ['/sans-reponse', `/annonces/${id}`].map(at => shown(engine, at, 'keeper')))
    assert.match(
      text(page),
      /Presque Anaïs prête sa remorque le mardi .*Mais ils ne disent pas le même jour\./,
    )
  assert.doesNotMatch(text(shown(engine, `/annonces/${id}`)), /Presque|mardi/, 'the keeper’s alone')
})

test('the home page says one sentence of a sure answer, and nothing of a near miss', () => {
  const engine = open()
  village(engine)
  bring(engine, 'need', { ...hugo, title: 'Hugo cherche un alambic' })
  const sections = offers.slots!.home!(kitOf(engine, '/', 'visitor'), engine.read, offers.words.fr)
  const said = sections.map(one => text((one.body as Html).html)).join(' ')
  assert.match(said, /Cherché ici : Hugo cherche du papier à dessin/)
  assert.match(said, /Proposé ici : Anaïs a une piste/)
  assert.equal(said.split('Proposé ici').length, 2)
})

test('without any other brick, notices still meet', () => {
  const engine = open([offers])
  const { lead } = village(engine)
  assert.match(shown(engine, `/annonces/${lead}`), /Hugo cherche/)
  assert.ok(shown(engine, '/annonces/trocs', 'keeper') && shown(engine, '/sans-reponse', 'keeper'))
})

test('Law 2: what notices are found by is the same made again as lived through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-matching-'))
  const files = { log: join(folder, 'log.db'), tables: join(folder, 'tables.db') }
  const engine = openEngine(BRICKS, newBox(), files)
  const { lead, paper } = village(engine)
  const other = bring(engine, 'offer', {
    ...anais,
    title: 'Anaïs prête sa remorque, et une échelle',
  })
  turn(engine, 'plain.write', {
    type: 'need',
    id: paper,
    ...hugo,
    title: 'Hugo cherche des pinceaux',
  })
  turn(engine, 'close', { id: lead })
  turn(engine, 'plain.remove', { type: 'offer', id: other })
  bring(engine, 'offer', {
    ...anais,
    title: 'Anaïs prête une sono, deux tréteaux et un barnum',
    mode: 'lend',
  })
  bring(engine, 'theme', { label: 'Papier', synonyms: 'chutes' })
  bring(engine, 'offer', { ...anais, title: 'Anaïs donne des chutes' })
  const rows = (sql: OpenEngine['tables']['sql']) =>
    ['notice_term', 'notice_terms', 'notice_day', 'notice_from'].map(table =>
      sql.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).map(row => ({ ...row })),
    )
  const lived = rows(engine.tables.sql)
  assert.ok(lived[0]!.length > 4)
  engine.tables.db.close()
  const again = rebuild(files.tables, shapeOf(BRICKS), engine.log)
  assert.deepEqual(rows(again.sql), lived)
  again.db.close()
  engine.log.db.close()
  rmSync(folder, { recursive: true })
})

function traders(engine: OpenEngine) {
  const all = [
    ['Anaïs', 'du papier', 'des œufs'],
    ['Hugo', 'des bûches', 'du papier'],
    ['Odile', 'des œufs', 'du bois de chauffage'],
  ] as const
  return all.map(([who, gives, wants]) => {
    const whose = { who, reach: `chez ${who}` }
    return {
      offer: bring(engine, 'offer', { ...whose, title: `${who} troque ${gives}`, mode: 'barter' }),
      need: bring(engine, 'need', { ...whose, title: `${who} cherche ${wants}` }),
    }
  })
}

test('a barter of three is asked of the three, and is agreed at the third yes, not before', () => {
  const engine = open()
  const all = traders(engine)
  assert.match(
    text(shown(engine, '/annonces/trocs', 'keeper')),
    /Anaïs, pour Hugo : Anaïs troque du papier/,
  )
  const three = {
    offers: all.map(one => one.offer),
    needs: [all[1]!.need, all[2]!.need, all[0]!.need],
  }
  assert.equal(turn(engine, 'proposeLoop', three, 'visitor').done, false)
  assert.ok(turn(engine, 'proposeLoop', three).done)
  const [held] = engine.read.list(loop, {}, 'home')
  const states = three.offers.map(oui => {
    assert.ok(turn(engine, 'answerLoop', { id: held!.id, oui }).done)
    return engine.read.one(loop, held!.id, 'home')?.state
  })
  assert.deepEqual(states, ['asked', 'asked', 'agreed'])
})

test('each of the three says yes of what is theirs, and of nothing else', () => {
  const engine = open()
  const all = traders(engine)
  const people = all.map(() => newId())
  const whose = all.map(({ offer: id }, i) => ({
    type: 'offer',
    id,
    fields: { author: people[i] },
  }))
  assert.ok(turn(engine, 'plain.bring', { records: JSON.stringify(whose) }).done)
  const three = {
    offers: all.map(one => one.offer),
    needs: [all[1]!.need, all[2]!.need, all[0]!.need],
  }
  assert.ok(turn(engine, 'proposeLoop', three).done)
  const held = engine.read.list(loop, {}, 'home')[0]!
  assert.deepEqual([...(held.parties ?? [])].sort(), [...people].sort())
  const other = turn(
    engine,
    'answerLoop',
    { id: held.id, oui: all[1]!.offer },
    'neighbour',
    people[0],
  )
  assert.ok(!other.done && 'refused' in other && other.refused === fr.matching.notYours)
  assert.equal(
    turn(engine, 'answerLoop', { id: held.id, non: '1' }, 'neighbour', newId()).done,
    false,
  )
  const yes = people.map(
    (me, i) =>
      turn(engine, 'answerLoop', { id: held.id, oui: all[i]!.offer }, 'neighbour', me).done,
  )
  assert.deepEqual(yes, [true, true, true])
  assert.equal(engine.read.one(loop, held.id, 'home')?.state, 'agreed')
})

test('a barter that was not looked at, or of which a notice says something else since, is refused', () => {
  const engine = open()
  const all = traders(engine)
  const input = {
    offers: all.map(one => one.offer),
    needs: [all[1]!.need, all[2]!.need, all[0]!.need],
  }
  const named = { brick: 'offers', command: 'proposeLoop' }
  const asked = { ...named, input, by: 'keeper', lang: 'fr' } as const
  const clock = { now: () => NOW, sure: true, today: () => TODAY }
  const looked = lookedFor(engine, named, input)
  assert.ok(looked.looked)
  const refused = (more: Readonly<{ looked?: string }>): boolean => {
    const [answer] = runBatch(engine, [{ ...asked, ...more, id: newId() }], clock)
    return !answer!.done && 'refused' in answer! && answer.refused === fr.matching.loopStale
  }
  assert.ok(refused({}))
  const title = 'Anaïs troque du papier et des livres'
  const written = { type: 'offer', id: all[0]!.offer, who: 'Anaïs', reach: 'chez Anaïs', title }
  assert.ok(turn(engine, 'plain.write', { ...written, mode: 'barter' }).done)
  assert.ok(refused(looked))
  assert.deepEqual(
    [refused(lookedFor(engine, named, input)), engine.read.count(loop, {}, 'home')],
    [false, 1],
  )
})

test('one no, or a notice that is no longer there, undoes the whole of it', () => {
  const engine = open()
  const all = traders(engine)
  const three = {
    offers: all.map(one => one.offer),
    needs: [all[1]!.need, all[2]!.need, all[0]!.need],
  }
  assert.ok(turn(engine, 'proposeLoop', three).done)
  const held = engine.read.list(loop, {}, 'home')[0]!
  turn(engine, 'close', { id: all[2]!.offer })
  const answer = turn(engine, 'answerLoop', { id: held.id, oui: all[0]!.offer })
  assert.ok(!answer.done && 'refused' in answer && answer.refused === fr.matching.loopStale)
  assert.ok(turn(engine, 'answerLoop', { id: held.id, non: '1' }).done)
  assert.equal(engine.read.one(loop, held.id, 'home')?.state, 'undone')
  const late = turn(engine, 'answerLoop', { id: held.id, oui: all[0]!.offer })
  assert.equal(late.done, false)
  const wrong = turn(engine, 'proposeLoop', { ...three, needs: three.offers })
  assert.equal(wrong.done, false)
})

test('the days until which notices stand are counted, however they are written', () => {
  const engine = open()
  const { sql, db } = engine.tables
  const days = ['2026-12-01', '2026-12-02', null]
  const cells = fc.record({
    id: fc.nat(5),
    until: fc.constantFrom(...days),
    commune: fc.constantFrom('42195', '42019', null),
    from: fc.constantFrom('p1', 'p2', null),
    state: fc.constantFrom('closed', 'lead', null),
    removed: fc.constantFrom(1, 0, null),
    isGone: fc.nat(4).map(n => n === 0),
  })
  const write = ({ id, isGone, ...row }: typeof cells extends fc.Arbitrary<infer T> ? T : never) =>
    isGone
      ? sql.run('DELETE FROM offer WHERE id = ?', `o${id}`)
      : sql.run(
          'INSERT OR REPLACE INTO offer(id, until, commune, "from", state, removed) ' +
            'VALUES (?, ?, ?, ?, ?, ?)',
          ...[`o${id}`, row.until, row.commune, row.from, row.state, row.removed],
        )
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 12 }), all => {
      for (const one of all) write(one)
      const kept = sql.all("SELECT commune, until, n FROM notice_day WHERE kind = 'offer'")
      const counted = sql.all(
        `SELECT coalesce(commune, '') AS commune, coalesce(until, '~') AS until, count(*) AS n
         FROM offer WHERE removed IS NOT 1 AND state IS NOT 'closed' GROUP BY 1, 2`,
      )
      assert.deepEqual(kept, counted)
      assert.deepEqual(
        sql.all("SELECT commune, until, source, n FROM notice_from WHERE kind = 'offer'"),
        sql.all(
          `SELECT coalesce(commune, '') AS commune, coalesce(until, '~') AS until,
             "from" AS source, count(*) AS n FROM offer
           WHERE "from" IS NOT NULL AND removed IS NOT 1 AND state IS NOT 'closed'
           GROUP BY 1, 2, 3`,
        ),
      )
    }),
  )
  db.close()
  engine.log.db.close()
})
