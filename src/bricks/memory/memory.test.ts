import assert from 'node:assert/strict'
import { lacking } from '../../../tests/support/folders.ts'
import { testOnce } from '../../../tests/support/pass.ts'
import { type Fields, type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import { fr } from './words/fr.ts'

/** What these tests write stands in several bricks. */
const NEEDS = [
  'meeting',
  'idea',
  'need',
  'event',
  'initiative',
  'deal',
  'deed',
  'request',
  'member',
] as const
const test = (title: string, body: () => void) => testOnce(title, { skip: lacking(...NEEDS) }, body)

const TEXT = /<[^>]*>/g
const read = (html: string | undefined): string =>
  (html ?? '').replace(TEXT, ' ').replace(/\s+/g, ' ')

type Village = Readonly<{ box: TestEngine; met: string }>
function village(): Village {
  const box = testEngine({ bricks })
  const [, met] = box.bringAll(
    {
      type: 'territory',
      fields: {
        name: 'Sail',
        village: '42195',
        communes: ['42195'],
        keptBy: 'Anaïs, au local',
        reach: 'au local, le mercredi',
      },
    },
    {
      type: 'meeting',
      fields: { title: 'Soirée des terres', date: '2026-02-12', where: 'à la salle' },
    },
  )
  return { box, met: met! }
}

const need = (box: TestEngine, fields: Fields = {}): string =>
  box.bring('need', { title: 'Il faudrait un broyeur', reach: 'au local', ...fields })
const thread = (box: TestEngine, id: string): string => read(box.page(`/fil/${id}`))

/** A deal about these notices, done and told by both; `named`: who agreed to be named. */
function dealt(
  box: TestEngine,
  about: readonly string[],
  people: Readonly<Record<string, boolean>>,
  who: string,
): string {
  const told = box.bring('deed', {
    title: 'Le broyeur a servi',
    doneOn: '2026-03-20',
    ...(who === '' ? {} : { who }),
  })
  const deal = box.bring(
    'deal',
    {
      what: 'canari du broyeur',
      about,
      names: Object.keys(people),
      state: 'done',
      doneOn: '2026-03-20',
      deed: told,
    },
    'home',
  )
  for (const [name, named] of Object.entries(people))
    box.bring('deal-answer', { deal, name, says: 'tell', named, on: '2026-03-20' }, 'home')
  return told
}

test('a thread goes from the meeting to what was done, and to those who decide', () => {
  const { box, met } = village()
  const project = box.bring('initiative', {
    title: 'Le broyeur partagé',
    state: 'done',
    doneOn: '2026-04-02',
    reach: 'chez Nadia',
  })
  const idea = box.bring('idea', {
    title: 'Un broyeur pour tous',
    notedAt: met,
    state: 'became',
    became: project,
    becameOn: '2026-03-01',
  })
  const answer = box.bring('response', {
    to: idea,
    answer: 'in',
    firstName: 'Camille',
    on: '2026-02-20',
  })
  const help = box.bring('response', {
    to: idea,
    answer: 'help',
    firstName: 'Jo',
    saying: 'une remorque',
    on: '2026-02-21',
  })
  const request = box.bring('request', {
    title: 'Peut-on ranger le broyeur à l’atelier ?',
    who: 'Nadia',
    reach: 'le mercredi',
    council: 'commune',
    askedOn: '2026-05-02',
    about: [project],
  })
  const reply = box.bring('council-answer', {
    to: request,
    says: 'part',
    saying: 'Le samedi seulement.',
    council: 'conseil de Sail',
    on: '2026-06-01',
  })
  const whole = thread(box, idea)
  const order = [
    'une idée',
    'Un broyeur pour tous',
    'Soirée des terres',
    'à la salle',
    'J’en suis\u00a0: Camille',
    'Jo peut aider\u00a0: une remorque',
    'C’est devenu un projet',
    'Le broyeur partagé',
    'Ça s’est fait',
    'Demandé à ceux qui décident',
    'conseil de Sail\u00a0: oui, en partie',
    'Le samedi seulement.',
  ].map(said => whole.indexOf(said.replace(/\s/g, ' '), whole.indexOf(fr.steps.said)))
  assert.ok(
    order.every(at => at >= 0),
    whole,
  )
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  // One page, from whichever of its records one comes.
  for (const id of [project, answer, help, request, reply]) assert.equal(thread(box, id), whole)
  assert.match(whole, /Et maintenant/)
})

test('each link may be missing, and the rest of the thread is told', () => {
  const { box, met } = village()
  const project = box.bring('initiative', { title: 'Le four', reach: 'chez Rosa' })
  const idea = box.bring('idea', {
    title: 'Rallumer le four',
    notedAt: met,
    state: 'became',
    became: project,
  })
  const answer = box.bring('response', { to: idea, answer: 'in', firstName: 'Camille' })
  const off = (type: string, id: string): void => {
    box.done('plain.remove', { type, id })
  }
  assert.match(thread(box, idea), /Camille/)
  off('response', answer)
  assert.doesNotMatch(thread(box, idea), /Camille/)
  off('meeting', met)
  assert.match(thread(box, idea), /Écrit sur la page, une idée/)
  assert.doesNotMatch(thread(box, idea), /Soirée des terres/)
  off('initiative', project)
  assert.doesNotMatch(thread(box, idea), /Le four\b/)
  assert.match(thread(box, idea), /Anaïs/)
  off('idea', idea)
  assert.equal(box.page(`/fil/${idea}`), undefined)
  assert.equal(box.page('/fil/nothing'), undefined)
  assert.equal(box.page(`/fils/${met}`), undefined)
})

test('a title with guillemets is quoted with inner ones', () => {
  const { box } = village()
  const id = need(box, { title: 'Nadia\u00a0: «\u00a0je cherche un broyeur\u00a0»' })
  assert.match(thread(box, id), /« Nadia : “je cherche un broyeur” »/)
})

test('a thread that begins with a notice says what one can do, and never how few answered', () => {
  const { box } = village()
  const id = need(box, { who: 'Nadia' })
  const page = thread(box, id)
  assert.match(page, /Écrit sur la page, un besoin/)
  assert.match(page, new RegExp(fr.nexts.need))
  assert.match(page, /Pour joindre Nadia : au local/)
  const idea = box.bring('idea', { title: 'Un four' })
  assert.match(thread(box, idea), /Personne n’a encore répondu\. On peut en parler/)
  assert.match(thread(box, idea), /Anaïs, au local, le mercredi/)
})

test('a deed stands beside a notice when it names nobody who did not agree to it', () => {
  const { box } = village()
  const [named, unnamed, bare] = [
    need(box, { who: 'Nadia' }),
    need(box, { who: 'Paul' }),
    need(box, { title: 'Un banc à réparer', reach: 'À demander à Anaïs' }),
  ]
  const told = dealt(box, [named, unnamed], { Nadia: true, Paul: false }, 'Nadia')
  assert.match(thread(box, named), /Le broyeur a servi/)
  assert.doesNotMatch(thread(box, unnamed), /Le broyeur a servi/)
  assert.equal(thread(box, told), thread(box, named))
  assert.doesNotMatch(thread(box, told), /Paul/)
  const other = dealt(box, [bare], { Rosa: false, Hugo: false }, '')
  assert.match(thread(box, bare), /Le broyeur a servi/)
  assert.equal(thread(box, other), thread(box, bare))
  const phoned = need(box, { title: 'Une chaise', reach: '06 39 98 41 07' })
  dealt(box, [phoned], { Rosa: false, Hugo: false }, '')
  assert.doesNotMatch(thread(box, phoned), /Le broyeur a servi/)
})

test('a deed that names its person stands beside no notice that they did not sign', () => {
  const { box } = village()
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  const id = need(box)
  box.bringAll({ type: 'need', id, fields: { author: nadia }, space: 'home' })
  const told = box.bring('deed', { title: 'Le four', doneOn: '2026-03-20', who: 'Nadia' })
  const fields = { what: 'le four', about: [id], parties: [nadia], state: 'done', deed: told }
  const deal = box.bring('deal', fields, 'home')
  box.bring('deal-answer', { deal, member: nadia, says: 'tell', named: true }, 'home')
  assert.doesNotMatch(thread(box, id), /Le four|Nadia/)
  assert.doesNotMatch(thread(box, told), /broyeur/)
})

test('a deed that names others says nothing of one whose name is a part of theirs', () => {
  const { box } = village()
  const told = (name: string, who: string): boolean => {
    const id = need(box, { title: `Pour ${name}, un four`, who: name })
    dealt(box, [id], { [name]: true, Rosa: false }, who)
    return /Le broyeur a servi/.test(thread(box, id))
  }
  for (const who of ['Jeanne', 'Jean-Paul et Rosa', 'Rosa et Jean Petit', ''])
    assert.ok(!told('Jean', who), who)
  for (const who of ['Jean', 'Rosa et JEAN', 'Anna, Jean et Rosa', 'Jean, Anna, and Rosa'])
    assert.ok(told('Jean', who), who)
  assert.ok(told('Paul et Anna', 'Jean, Paul et Anna et Rosa'))
})

test('what this box alone knows is for the keeper, apart, and on no paper', () => {
  const { box, met } = village()
  const task = box.bring('task', {
    title: 'Demander la salle',
    state: 'todo',
    notedAt: met,
    who: 'Rosa canari',
  })
  const asked = need(box, { who: 'Nadia', notedAt: met })
  dealt(box, [asked], { Nadia: false, Hugo: false }, '')
  const idea = box.bring('idea', { title: 'Un four', notedAt: met })
  box.bring('response', { to: idea, answer: 'in', firstName: 'Jo', reach: 'canari à joindre' })
  for (const id of [task, asked, idea]) {
    const keeper = read(box.page(`/fil/${id}`, { by: 'keeper' }))
    assert.match(keeper, /canari/)
    assert.ok(keeper.indexOf(fr.own) < keeper.indexOf('canari'))
    const others = [
      box.page(`/fil/${id}`),
      box.page(`/fil/${id}`, { by: 'keeper', private: false }),
      box.page(`/fil/${id}`, { by: 'neighbour', me: box.newId() }),
      JSON.stringify(box.paper('fil', id)),
    ]
    for (const one of others) assert.doesNotMatch(one ?? '', /canari|Hugo/)
  }
})

test('a mayor reads what became of each meeting, the same as everybody', () => {
  const { box, met } = village()
  const bring = (type: string, fields: Fields): string =>
    box.bring(type, { ...fields, notedAt: met })
  for (const [title, state] of [
    ['Ranger la salle', 'done'],
    ['Compter les bancs', 'todo'],
    ['Appeler la mairie', 'dropped'],
  ])
    bring('task', { title, state })
  bring('decision', { title: 'Ouvrir le mercredi' })
  bring('voice', { saying: 'On ne se voit plus.' })
  bring('idea', { title: 'Un four' })
  const asked = bring('need', { title: 'Un broyeur', reach: 'À demander à Anaïs' })
  bring('need', { title: 'Des bancs', reach: 'À demander à Anaïs', state: 'closed' })
  dealt(box, [asked], { Rosa: false, Hugo: false }, '')
  const said = new RegExp(
    '12 février : 2 choses faites, 1 décidée, 1 à faire, 1 qui attend quelqu’un, ' +
      '2 refermées, 1 parole notée\\.',
  )
  assert.match(read(box.page('/fils')), said)
  assert.match(read(box.page(`/fils/${met}`, { by: 'keeper' })), said)
  assert.match(read(box.page(`/idees/reunions/${met}`)), /De ce qui a été dit là/)
  assert.match(
    read(box.page('/diagnostic')),
    /De ce qui a été dit le 12 février : 2 choses faites, 1 décidée, 1 à faire, 1 qui attend/,
  )
})

test('what was only named, or is to come, is not counted as done', () => {
  const { box, met } = village()
  const bring = (type: string, fields: Fields): string =>
    box.bring(type, { ...fields, notedAt: met })
  const today = box.today(box.now())
  const year = Number(today.slice(0, 4))
  bring('place', { name: 'Lavoir' })
  bring('event', { title: 'La foire', startsOn: `${year + 1}-05-01`, commune: '42195' })
  bring('event', { title: 'Le bal', startsOn: `${year - 1}-05-01`, commune: '42195' })
  bring('task', { title: 'Compter les bancs', state: 'doing' })
  bring('need', { title: 'Un broyeur', reach: 'ici', until: `${year - 1}-05-01` })
  const garden = box.bring('place', { name: 'Le jardin' })
  const idea = bring('idea', { title: 'Un jardin', state: 'became', became: garden })
  assert.match(
    read(box.page(`/fils/${met}`)),
    /: 2 choses faites, 1 en cours, 1 à venir, 1 refermée\./,
  )
  assert.doesNotMatch(read(box.page(`/fils/${met}`)), /Lavoir/)
  assert.match(thread(box, idea), /Où ça en est : ça s’est fait/)
})

test('a page holds so many records and says that there are more', () => {
  const { box, met } = village()
  const project = box.bring('initiative', { title: 'Le four' })
  const [first] = box.bringAll(
    ...Array.from({ length: 30 }, (_, n) => ({
      type: 'idea',
      fields: { title: `Idée ${n}`, notedAt: met, state: 'became', became: project },
    })),
  )
  const page = thread(box, first!)
  assert.match(page, new RegExp(fr.isCut.slice(0, 30)))
  assert.ok((page.match(/Idée \d+ »/g) ?? []).length <= 12, page)
})

test('a page says that there are more answers than it holds, and not more of what is gone', () => {
  const { box } = village()
  const idea = box.bring('idea', { title: 'Un four' })
  const answer = (n: number) => ({
    type: 'response',
    fields: { to: idea, answer: 'in', firstName: `Prénom${n}` },
  })
  box.bringAll(...Array.from({ length: 40 }, (_, n) => answer(n)))
  assert.doesNotMatch(thread(box, idea), new RegExp(fr.isCut.slice(0, 30)))
  box.bringAll(answer(40))
  assert.match(thread(box, idea), new RegExp(fr.isCut.slice(0, 30)))
  const project = box.bring('initiative', { title: 'Le four' })
  const from = (n: number) => ({
    type: 'idea',
    fields: { title: `Idée ${n}`, state: 'became', became: project },
  })
  const all = box.bringAll(...Array.from({ length: 12 }, (_, n) => from(n)))
  assert.match(thread(box, project), new RegExp(fr.isCut.slice(0, 30)))
  box.done('plain.remove', { type: 'idea', id: all[0]! })
  assert.doesNotMatch(thread(box, project), new RegExp(fr.isCut.slice(0, 30)))
})

test('that nobody can is not said as somebody who answered', () => {
  const { box } = village()
  const idea = box.bring('idea', { title: 'Un four' })
  const said = { to: idea, firstName: 'Jo', saying: 'trop loin' }
  box.bring('response', { ...said, answer: 'not' })
  assert.match(thread(box, idea), /Personne n’a encore répondu/)
  box.bring('response', { ...said, answer: 'in' })
  assert.match(thread(box, idea), /Des gens ont répondu/)
})

test('on paper a deed names nobody of the page who did not agree to paper', () => {
  const { box } = village()
  const person = (name: string, inBooklet: boolean) =>
    box.bring('actor', { name, kind: 'person', reach: 'au local', inBooklet })
  person('Nadia', false)
  person('Paul', true)
  const thanks = ['« Merci Paul » — Nadia']
  const deed = box.bring('deed', {
    title: 'Le four a servi',
    doneOn: '2026-03-20',
    who: 'Paul et Nadia',
    thanks,
  })
  assert.match(thread(box, deed), /avec Paul et Nadia.*Merci Paul/)
  const paper = JSON.stringify(box.paper('fil', deed))
  assert.match(paper, /avec Paul/)
  assert.doesNotMatch(paper, /Nadia|Merci/)
})

test('a request is tied to what it comes from, when that is there', () => {
  const { box } = village()
  const from = need(box)
  const form = read(
    box.page('/demandes-aux-elus/ajouter', { by: 'keeper', query: { about: from } }),
  )
  assert.match(form, /Il faudrait un broyeur/)
  const asked = {
    title: 'Peut-on acheter un broyeur ?',
    who: 'Nadia',
    reach: 'le mercredi',
    why: 'Tout le monde en manque.',
    council: 'commune',
  }
  box.done('diagnosis.carryRequest', { ...asked, about: from })
  box.done('diagnosis.carryRequest', { ...asked, title: 'Une autre question ?', about: 'nothing' })
  assert.match(thread(box, from), /Peut-on acheter un broyeur/)
  assert.doesNotMatch(thread(box, from), /Une autre question/)
  assert.match(thread(box, from), /La réponse des élus est attendue/)
})

test('who is forgotten is in no thread any more, nor on its paper', () => {
  const { box, met } = village()
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  const idea = box.bring('idea', { title: 'Un four', notedAt: met })
  const me = { by: 'neighbour', me: nadia, called: 'Nadia' } as const
  box.done('meetings.answer', { id: idea, answer: 'in', firstName: 'Nadia', reach: 'ici' }, me)
  assert.match(thread(box, idea), /J’en suis : Nadia/)
  box.done('members.forgetMember', { id: nadia })
  assert.doesNotMatch(thread(box, idea), /Nadia|Ont répondu/)
  assert.doesNotMatch(JSON.stringify(box.paper('fil', idea)), /Nadia/)
})

test('on paper a long thread tells how it began and how far it came', () => {
  const { box, met } = village()
  const idea = box.bring('idea', { title: 'Un four', notedAt: met })
  for (let n = 0; n < 11; n++)
    box.bring('task', {
      title: `Suite ${n}`,
      notedAt: met,
      about: idea,
      state: 'done',
      doneOn: `2026-03-${10 + n}`,
    })
  const paper = JSON.stringify(box.paper('fil', idea))
  assert.match(paper, /Dit en réunion, une idée/)
  assert.match(paper, /13 autres étapes, sur la page/)
  assert.match(paper, /20 mars/)
})

test('an offer that met a need stands in its thread once it was told, and not before', () => {
  const { box } = village()
  const [nadia, paul] = ['Nadia', 'Paul'].map(name =>
    box.bring('member', { name, state: 'here' }, 'home'),
  ) as [string, string]
  const said = (type: string, title: string, who: string, author: string): string => {
    const id = box.bring(type, { title, who, reach: 'au local', mode: 'lend' })
    box.bringAll({ type, id, fields: { author }, space: 'home' })
    return id
  }
  const wanted = said('need', 'Il faudrait un broyeur', 'Nadia', nadia)
  const lent = said('offer', 'Un broyeur à prêter', 'Paul', paul)
  const guessed = said('offer', 'Un broyeur de branches', 'Paul', paul)
  const by = (me: string) => ({ by: 'neighbour', me }) as const
  const form = `/arrangements/interet?annonce=${wanted}&avec=${lent}`
  const page = box.page('/annonces/' + lent, by(paul)) ?? ''
  assert.ok(page.includes(form.replace('&', '&amp;')), page)
  assert.match(
    read(
      box.page('/arrangements/nouveau', { ...by(paul), query: { annonce: wanted, avec: lent } }),
    ),
    /Avec l’annonce qui y répond : Un broyeur à prêter/,
  )
  const asked = { annonce: wanted, avec: lent, what: 'broyer les branches' }
  const id = box.done('deals.propose', asked, by(paul)).next!.split('/').at(-1)!
  const met = /« Un broyeur à prêter » a répondu à « Il faudrait un broyeur »/
  const says = (me: string, input: Fields): void => {
    box.later(1_000)
    box.done('deals.answer', { id, ...input } as Readonly<Record<string, string>>, by(me))
  }
  says(nadia, { says: 'yes' })
  says(paul, { says: 'done' })
  assert.doesNotMatch(thread(box, wanted), /à prêter/)
  const [, own = ''] = read(box.page(`/fil/${wanted}`, { by: 'keeper' })).split(fr.own)
  assert.match(own, met)
  says(paul, { says: 'thank', tell: '1', named: '1', story: 'Le bois a été broyé' })
  says(nadia, { says: 'thank', tell: '1', named: '1' })
  const whole = thread(box, wanted)
  assert.match(whole, met)
  assert.equal(thread(box, lent), whole, 'one thread')
  const kept = box.page(`/fil/${wanted}`, { by: 'keeper' }) ?? ''
  assert.equal(kept.split(`/arrangements/${id}`).length, 2, 'one deal, once')
  assert.doesNotMatch(kept, /broyer les branches/, 'their own sentence is theirs')
  assert.doesNotMatch(whole, /de branches/, 'what would do was only guessed')
  assert.doesNotMatch(thread(box, guessed), /Il faudrait/)
})

test('an offer whose person is not to be named stands in no thread of the need that it met', () => {
  const { box } = village()
  const wanted = need(box, { who: 'Nadia' })
  const lent = box.bring('offer', { title: 'Un broyeur à prêter', who: 'Paul', reach: 'ici' })
  dealt(box, [wanted, lent], { Nadia: true, Paul: false }, 'Nadia')
  assert.match(thread(box, wanted), /Le broyeur a servi/)
  assert.doesNotMatch(thread(box, wanted), /à prêter|Paul/)
})

test('nobody ties a deal to a notice of somebody else', () => {
  const { box } = village()
  const rosa = box.bring('member', { name: 'Rosa', state: 'here' }, 'home')
  const wanted = need(box, { who: 'Nadia' })
  const lent = box.bring('offer', { title: 'Un broyeur', who: 'Paul', reach: 'ici' })
  const asked = { annonce: wanted, avec: lent, what: 'broyer' }
  box.done('deals.propose', asked, { by: 'neighbour', me: rosa })
  box.done('deals.propose', { ...asked, what: 'un samedi' })
  const rows = box.read.all('SELECT about, parties, names FROM deal_home ORDER BY length(about)')
  assert.deepEqual(
    rows.map(row => [row['about'], row['parties'], row['names']]),
    [
      [JSON.stringify([wanted]), JSON.stringify([rosa]), '["Nadia"]'],
      [JSON.stringify([wanted, lent]), '[]', '["Paul","Nadia"]'],
    ],
  )
})

test('a barter of three to which the three said yes is told to the keeper alone', () => {
  const { box } = village()
  const needs = ['Un vélo', 'Un lit', 'Un four'].map(title => need(box, { title }))
  const offers = ['Vélo bleu', 'Lit pliant', 'Four à bois'].map(title =>
    box.bring('offer', { title, reach: 'ici' }),
  )
  const loop = box.bring('loop', { title: 'A, B, C', offers, needs, state: 'asked' }, 'home')
  const keeper = () => read(box.page(`/fil/${needs[0]}`, { by: 'keeper' }))
  assert.doesNotMatch(keeper(), /Vélo bleu/)
  box.bringAll({ type: 'loop', id: loop, fields: { state: 'agreed' }, space: 'home' })
  assert.match(keeper(), /Convenu à trois, par un troc « Vélo bleu » a répondu à « Un vélo »/)
  assert.doesNotMatch(keeper(), /Lit pliant/)
  assert.doesNotMatch(thread(box, needs[0]!), /Vélo bleu/)
})
