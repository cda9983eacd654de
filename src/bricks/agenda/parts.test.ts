import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { fateOf } from '../../engine/records/sent-fate.ts'
import { agenda } from './brick.ts'
import { lastWrite } from './model/read.ts'

/** Posts to hold, things to bring, seats and their waiting list. */

const options = { skip: lacking('territory', 'response', 'member') }
let box: TestBox
let feast: string
beforeEach(() => {
  box = testBox()
  box.territory()
  feast = box.bring('event', { title: 'Fête du pain', startsOn: '2026-12-19', seats: 2 })
})
const add = (fields: Readonly<Record<string, string>>) =>
  box.keeper.post(`/agenda/${feast}/postes`, { from: `/agenda/${feast}/postes`, ...fields })
const partCalled = (title: string): string =>
  String(box.read.all('SELECT id FROM event_part WHERE title = ?', title)[0]?.['id'])
const answer = (who: Browser, id: string, more: Readonly<Record<string, string>> = {}) =>
  who.post(`/repondre/${id}`, { answer: 'in', from: `/repondre/${id}`, ...more })

test(
  'a post says who holds it, how many are missing, and is taken by a form',
  options,
  async () => {
    await add({
      kind: 'post',
      title: 'La buvette',
      startsAt: '14:00',
      endsAt: '16:00',
      wanted: '2',
    })
    assert.match(
      (await add({ kind: 'post', title: 'x', startsAt: '16:00', endsAt: '14:00' })).text,
      /Ce n’est pas encore bon/,
    )
    const part = partCalled('La buvette')
    const page = async (who: Browser) => (await who.get(`/agenda/${feast}`)).text
    assert.match(
      await page(box.visitor()),
      /Qui tient quoi La buvette, de 14 h à 16 h · il manque 2 personnes · j’en suis/,
    )
    const élodie = await box.member('Élodie')
    assert.equal((await answer(élodie, part)).status, 303)
    assert.match(
      await page(box.visitor()),
      /La buvette, de 14 h à 16 h · Élodie · il manque une personne/,
    )
    await answer(box.keeper, part, { firstName: 'Paul' })
    assert.match(await page(box.visitor()), /(?:Élodie, Paul|Paul, Élodie) · il y a le compte/)
    const form = await élodie.get(`/repondre/${part}`)
    assert.match(form.text, /Qui s’en charge.*Élodie.*Vous avez répondu/)
    assert.doesNotMatch(form.body, /name="answer"/)
  },
)

test('a turn for one person has one, and the next one waits for it', options, async () => {
  await add({ kind: 'post', title: 'La buvette', wanted: '1' })
  const part = partCalled('La buvette')
  const [ève, fred] = [await box.member('Ève'), await box.member('Fred')]
  const page = async () => (await box.visitor().get(`/agenda/${feast}`)).text
  await answer(ève, part)
  assert.match(await page(), /La buvette · Ève · il y a le compte · liste d’attente/)
  const told = await answer(fred, part)
  assert.equal(told.status, 303)
  assert.match(
    await page(),
    /La buvette · Ève · il y a le compte · sur la liste d’attente : Fred · liste d’attente/,
  )
  const own = (await fred.get(`/repondre/${part}`)).text
  assert.match(own, /vous êtes en tête de la liste d’attente/)
  await ève.post(`/repondre/${part}/reprendre`, { from: `/repondre/${part}` })
  assert.match(await page(), /La buvette · Fred · il y a le compte/)
  assert.match((await fred.get('/')).text, /une place s’est libérée pour vous/)
})

test('a part is corrected where it stands, and keeps who takes it', options, async () => {
  await add({ kind: 'post', title: 'La buvette', startsAt: '19:00', wanted: '1' })
  const part = partCalled('La buvette')
  await answer(await box.member('Ève'), part)
  const list = await box.keeper.get(`/agenda/${feast}/postes`)
  assert.match(list.text, /La buvette, 19 h · il en faut un · Ève · il y a le compte · Corriger/)
  const form = formsIn(await box.keeper.get(`/agenda/${feast}/postes?poste=${part}`)).find(
    ({ action }) => action === `/agenda/${feast}/postes`,
  )
  assert.deepEqual(
    [form?.fields['title'], form?.fields['startsAt'], form?.fields['wanted']],
    ['La buvette', '19:00', '1'],
  )
  const sent = await add({ ...form?.fields, title: 'Le bar', wanted: '2' })
  assert.equal(sent.status, 303)
  assert.match(
    (await box.visitor().get(`/agenda/${feast}`)).text,
    /Le bar, 19 h · Ève · il manque une personne/,
  )
  assert.equal(box.read.all('SELECT 1 FROM event_part').length, 1)
  const other = box.bring('event', { title: 'Bal', startsOn: '2026-12-20' })
  const wrong = { ...form?.fields, from: `/agenda/${other}/postes`, title: 'x' }
  assert.equal((await box.keeper.post(`/agenda/${other}/postes`, wrong)).status, 422)
})

test('a part that is corrected keeps its date, far ahead or none', options, async () => {
  const market = box.bring('event', {
    title: 'Marché',
    startsOn: '2026-12-10',
    recurs: 'FREQ=WEEKLY;UNTIL=20270624',
  })
  const dayAfter = async (day: string | null) => {
    const part = box.bring('event-part', {
      kind: 'post',
      title: `Le bar ${day}`,
      event: market,
      ...(day === null ? {} : { day }),
    })
    const path = `/agenda/${market}/postes`
    const page = await box.keeper.get(`${path}?poste=${part}`)
    const form = formsIn(page).find(({ action }) => action === path)
    assert.equal((await box.keeper.post(path, { ...form?.fields, title: 'x' })).status, 303)
    return box.read.all('SELECT day FROM event_part WHERE id = ?', part)[0]?.['day']
  }
  assert.equal(await dayAfter('2026-12-17'), '2026-12-17')
  assert.equal(await dayAfter('2027-04-29'), '2027-04-29')
  assert.equal(await dayAfter(null), null)
})

test('who brings some of many says how many', options, async () => {
  await add({ kind: 'thing', title: 'Des chaises', wanted: '30' })
  const said = await answer(await box.member('Gaston'), partCalled('Des chaises'))
  assert.match(said.text, /Dites combien vous en apportez/)
})

test('a thing is brought in amounts, and what is missing is counted by them', options, async () => {
  await add({ kind: 'thing', title: 'Des tables', wanted: '6' })
  const part = partCalled('Des tables')
  await answer(await box.member('Élodie'), part, { amount: '4' })
  const page = (await box.visitor().get(`/agenda/${feast}`)).text
  assert.match(page, /Qui apporte quoi Des tables · Élodie \(4\) · il en manque 2/)
})

test(
  'a person without a card who takes a post waits, unseen, for the keeper',
  options,
  async () => {
    await add({ kind: 'post', title: 'Le four', wanted: '1' })
    const visitor = box.visitor()
    const sent = await answer(visitor, partCalled('Le four'), {
      firstName: 'Zénobie',
      reach: '06 12 34 56 78',
    })
    assert.equal(sent.status, 303)
    for (const path of [`/agenda/${feast}`, `/repondre/${partCalled('Le four')}`, '/'])
      assert.doesNotMatch((await box.visitor().get(path)).body, /Zénobie|06 12 34/)
    assert.match((await box.keeper.get('/a-montrer')).text, /Zénobie/)
    await add({ kind: 'thing', title: 'Des tables', wanted: '6' })
    const brings = { firstName: 'Yvon', reach: 'au bar', amount: '4' }
    await answer(box.visitor(), partCalled('Des tables'), brings)
    const queue = (await box.keeper.get('/a-montrer')).text
    assert.match(queue, /Combien,? :? ?4 /)
    assert.doesNotMatch(queue, /4 personnes/)
  },
)

test(
  'when seats are taken one waits; a freed one is told to the keeper and to them',
  options,
  async () => {
    const [a, b, c] = [
      await box.member('Élodie'),
      await box.member('Malo'),
      await box.member('Nadia'),
    ]
    for (const who of [a, b, c]) assert.equal((await answer(who!, feast)).status, 303)
    const page = async (who: Browser, path = `/agenda/${feast}`) => (await who.get(path)).text
    assert.match(await page(box.visitor()), /2 places, c’est complet/)
    assert.match(await page(box.visitor()), /Sur la liste d’attente Nadia/)
    assert.match(await page(c!, `/repondre/${feast}`), /vous êtes en tête de la liste d’attente/)
    assert.doesNotMatch(await page(box.keeper, '/'), /une place s’est libérée/)
    await a!.post(`/repondre/${feast}/reprendre`, { from: `/repondre/${feast}` })
    assert.match(await page(box.visitor()), /Qui en est Malo, Nadia/)
    assert.match(await page(box.keeper, '/'), /une place s’est libérée/)
    assert.match(await page(c!, '/'), /une place s’est libérée pour vous/)
    const here = await box.keeper.get(`/repondre/${feast}`)
    assert.match(here.text, /elle est à Nadia, qui attendait/)
    assert.doesNotMatch(await page(box.visitor(), `/repondre/${feast}`), /qui attendait/)
    const kept = /name="reponse" value="([^"]+)"/.exec(here.body)?.[1] ?? ''
    await box.keeper.post(`/repondre/${feast}/place`, { reponse: kept, from: `/repondre/${feast}` })
    assert.doesNotMatch(await page(box.keeper, '/'), /une place s’est libérée/)
  },
)

test(
  'who answers a full feast without a card reads it, then and on the ticket',
  options,
  async () => {
    for (const name of ['Bob', 'Carla']) await answer(await box.member(name), feast)
    const denise = box.visitor()
    const sent = await answer(denise, feast, { firstName: 'Denise', reach: 'au bar' })
    const page = (await denise.get(String(sent.headers.get('location')))).text
    assert.match(page, /C’est complet : c’est pour la liste d’attente/)
    const [proposal] = box.read.all('SELECT id FROM proposal_home')
    const id = String(proposal?.['id'])
    await box.keeper.post('/a-montrer/afficher', { id })
    assert.equal(fateOf(box.engine, id)?.state, 'seatWaits')
    const thread = async () => (await box.visitor().get(`/fil/${feast}`)).text
    assert.match(await thread(), /J’en suis : (?:Bob, Carla|Carla, Bob)/)
    assert.doesNotMatch(await thread(), /Denise/)
    const [bob] = box.read.all("SELECT id FROM response WHERE firstName = 'Bob'")
    assert.ok(box.turn('plain.forget', { type: 'response', id: String(bob?.['id']) }).done)
    assert.equal(fateOf(box.engine, id)?.state, 'seatFreed')
    assert.match(await thread(), /J’en suis : (?:Carla, Denise|Denise, Carla)/)
  },
)

test(
  'two people want the last seat: the first to answer has it, on a moved date too',
  options,
  async () => {
    const walk = box.bring('event', { title: 'Balade', startsOn: '2026-12-19', seats: 1 })
    assert.match(
      (await box.visitor().get(`/agenda/${walk}`)).text,
      /une seule place, elle est libre/,
    )
    const [a, b] = [await box.member('Élodie'), await box.member('Malo')]
    for (const who of [a, b]) await answer(who!, walk)
    const told = /une seule place, elle est prise.*Qui en est Élodie.*Sur la liste d’attente Malo/
    assert.match((await box.visitor().get(`/agenda/${walk}`)).text, told)
    const moved = { jour: '2026-12-19', on: '2026-12-20', from: `/agenda/${walk}` }
    await box.keeper.post(`/agenda/${walk}/deplacer`, moved)
    assert.match((await box.visitor().get(`/agenda/${walk}`)).text, told)
    await box.keeper.post(`/agenda/${walk}/annuler`, {
      jour: '2026-12-20',
      from: `/agenda/${walk}`,
    })
    const off = (await box.visitor().get(`/agenda/${walk}`)).text
    assert.match(off, /Dimanche 20 décembre, annulé.*Élodie/)
    const late = await answer(await box.member('Nadia'), walk)
    assert.match(late.text, /annulé|n’a pas lieu/)
  },
)

test(
  'who wrote after the seats were asked for waits, whenever they are shown',
  options,
  async () => {
    const people = ['Zoé', 'Yann', 'Xavier', 'Wanda']
    for (const firstName of people)
      await answer(box.visitor(), feast, { firstName, reach: '06 12 34 56 78' })
    const pieceOf = (name: string) =>
      String(box.read.all('SELECT id FROM response_home WHERE firstName = ?', name)[0]?.['id'])
    const show = async (name: string) => {
      const [sent] = box.read.all('SELECT id FROM proposal_home WHERE piece = ?', pieceOf(name))
      await box.keeper.post('/a-montrer/afficher', { id: String(sent?.['id']) })
    }
    const home = async () => (await box.keeper.get('/')).text
    await show('Xavier')
    assert.doesNotMatch(await home(), /une place s’est libérée/, 'two who wrote before are unread')
    for (const name of ['Zoé', 'Yann', 'Wanda']) await show(name)
    const page = async () => (await box.visitor().get(`/agenda/${feast}`)).text
    assert.match(await page(), /Qui en est Zoé, Yann.*Sur la liste d’attente Xavier/)
    assert.doesNotMatch(await home(), /une place s’est libérée/)
    const [shown] = box.read.all("SELECT id FROM response WHERE firstName = 'Zoé'")
    await box.keeper.post('/retirer', { type: 'response', id: String(shown?.['id']) })
    assert.match(await page(), /Qui en est Yann, Xavier/)
    assert.match(await home(), /une place s’est libérée/)
    const here = (await box.keeper.get(`/repondre/${feast}`)).text
    assert.match(here, /elle est à Xavier, qui attendait/)
  },
)

test('who waited, and who was told, stays in this box', options, async () => {
  const people = [await box.member('Élodie'), await box.member('Malo'), await box.member('Nadia')]
  for (const who of people) await answer(who, feast)
  const [kept] = box.read.all('SELECT count(*) AS n FROM response_home WHERE waited = 1')
  assert.equal(kept?.['n'], 1)
  const columns = box.read.all("SELECT name FROM pragma_table_info('response')")
  assert.ok(!columns.some(row => ['waited', 'toldFreed'].includes(String(row['name']))))
})

test('a part is taken off and put back', options, async () => {
  await add({ kind: 'post', title: 'La buvette', wanted: '3' })
  await answer(await box.member('Élodie'), partCalled('La buvette'))
  const part = partCalled('La buvette')
  await box.keeper.post(`/agenda/${feast}/postes/retirer`, {
    part,
    from: `/agenda/${feast}/postes`,
  })
  assert.doesNotMatch((await box.visitor().get(`/agenda/${feast}`)).text, /buvette/)
  assert.match(
    (await box.keeper.get(`/agenda/${feast}/postes`)).text,
    /n’est plus sur la page.*Défaire/,
  )
  await box.keeper.post(`/agenda/${feast}/postes/retirer`, { part, remettre: '1' })
  assert.match((await box.visitor().get(`/agenda/${feast}`)).text, /buvette/)
})

test('the parts and the last write of two events that are one stay', options, async () => {
  const other = box.bring('event', { title: 'Fête du pain', startsOn: '2026-12-19' })
  for (const event of [feast, other])
    box.bring('event-part', { event, kind: 'thing', title: `Des bancs de ${event}` })
  box.bring('join', { these: [feast, other] })
  const [shown = ''] = box.read.joinedWith(feast)
  const page = (await box.visitor().get(`/agenda/${shown}`)).text
  for (const event of [feast, other]) assert.match(page, new RegExp(`Des bancs de ${event}`))
  const dates = [feast, other].map(event =>
    box.bring('event-date', { event, day: '2026-12-19', fate: 'off' }),
  )
  const asked: string[] = []
  const written = (id: string) => void asked.push(id)
  lastWrite(Object.assign(Object.create(box.read), { written }), shown)
  assert.deepEqual(asked.sort(), [feast, other, ...dates].sort())
})

test('a post goes where its date goes, and rests when it is cancelled', options, async () => {
  const weekly = { startsOn: '2026-12-10', recurs: 'FREQ=WEEKLY', startsAt: '14:00' }
  const series = box.bring('event', { title: 'Atelier', ...weekly })
  const post = { event: series, kind: 'post', title: 'L’accueil', day: '2026-12-10', wanted: 1 }
  const part = box.bring('event-part', post)
  const change = (what: string, input: Readonly<Record<string, string>>) =>
    box.keeper.post(`/agenda/${series}/${what}`, { from: `/agenda/${series}`, ...input })
  const page = async () => (await box.visitor().get(`/agenda/${series}`)).text
  await change('deplacer', { jour: '2026-12-10', on: '2026-12-12' })
  assert.match(await page(), /L’accueil, samedi 12 décembre · il manque une personne · j’en suis/)
  const élodie = await box.member('Élodie')
  assert.equal((await answer(élodie, part)).status, 303)
  await change('annuler', { jour: '2026-12-12' })
  assert.match(await page(), /L’accueil, samedi 12 décembre · Élodie · annulé(?! cette fois)/)
  assert.doesNotMatch(await page(), /annulé · j’en suis/)
  assert.match((await answer(box.visitor(), part)).text, /annulé|n’a pas lieu/)
})

test('a sheet for the wall has a line to sign for each free place, and no name', () => {
  const engine = testEngine({ bricks: [agenda] })
  const id = engine.bring('event', { title: 'Fête', startsOn: '2026-12-19' })
  engine.bring('event-part', { event: id, kind: 'post', title: 'La buvette', wanted: 3 })
  engine.bring('event-part', { event: id, kind: 'thing', title: 'Des tables' })
  const paper = engine.paper('postes', id, { by: 'visitor' })
  const lines = JSON.stringify(paper.blocks)
  assert.match(lines, /"label":"La buvette[^"]*il manque 3 personnes","lines":3/)
  assert.match(lines, /Samedi 19 décembre.*Qui tient quoi.*Qui apporte quoi/)
  assert.match(lines, /"label":"Des tables","lines":2/)
})

test('the sheet of posts says to whom it comes back', options, async () => {
  await add({ kind: 'post', title: 'La buvette', wanted: '2' })
  const { foot } = box.paper('postes', feast)
  assert.match(JSON.stringify(foot), /À rapporter à Anaïs/)
})

test('who moves the hour of a date is led to its posts, which keep their hours', async () => {
  const box = testBox()
  box.territory()
  const fields = { title: 'Café', startsOn: '2026-12-12', startsAt: '14:00' }
  const moves = (event: string) =>
    box.keeper.post(`/agenda/${event}/deplacer`, { jour: '2026-12-12', startsAt: '15:00' })
  const event = box.bring('event', fields)
  const post = { kind: 'post', title: 'L’accueil', startsAt: '14:00', endsAt: '17:00' }
  box.bring('event-part', { ...post, event })
  const moved = await moves(event)
  assert.match(moved.location, new RegExp(`^/agenda/${event}/postes`))
  assert.match((await box.keeper.get(moved.location)).text, /Les postes ont gardé leurs heures/)
  const alone = box.bring('event', fields)
  assert.match((await moves(alone)).location, new RegExp(`^/agenda/${alone}(?:\\?|$)`))
})
