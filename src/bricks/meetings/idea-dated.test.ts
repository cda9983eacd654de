import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/** An idea with enough people: anybody proposes a day, and the keeper shows it by one press. */

type Reading = Readonly<{ get: (path: string) => Promise<Readonly<{ text: string }>> }>
const homeOf = async (who: Reading) => (await who.get('/')).text
const MET = /« Un four » : on se voit samedi 19 décembre/

/** An idea for which the two that it needs are in. */
async function gathered() {
  const box = testBox()
  box.territory()
  const id = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${id}`, { answer: 'in' })
  const zoe = box.visitor()
  const said = { answer: 'in', firstName: 'Zoé', reach: 'au bar' }
  const { location } = await zoe.post(`/repondre/${id}`, said)
  const shows = async () =>
    box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  await shows()
  const ticket = location.replace(/[?].*/, '')
  const onTicket = async () => (await zoe.get(ticket)).text
  return { box, id, karim, zoe, shows, onTicket, ticket }
}
/** The form to which the page of the idea leads. */
async function formOf(
  who: Readonly<{ get: (path: string) => Promise<Readonly<{ body: string }>> }>,
  id: string,
) {
  const { body } = await who.get(`/idees/idee/${id}`)
  const href = /href="(\/agenda\/proposer[^"]*)"/.exec(body)?.[1]
  assert.ok(href, 'the page of the idea leads to a date')
  return href.replaceAll('&amp;', '&')
}

for (const by of ['a visitor', 'a member'] as const)
  test(`${by} proposes the day of an idea: it waits, one press shows it, and all are told`, async () => {
    const { box, id, karim, zoe, shows, onTicket } = await gathered()
    const who = by === 'a member' ? karim : zoe
    const page = await who.get(await formOf(who, id))
    assert.match(page.text, /C’est d’abord lu par Anaïs/)
    assert.match(page.body, /value="Un four"/)
    const sent = await who.fill(page, '/agenda/proposer', {
      startsOn: '2026-12-19',
      where: 'au local',
    })
    assert.equal(sent.status, 303, sent.text)
    assert.equal(box.read.all('SELECT id FROM event').length, 0, 'nothing shows before the keeper')
    assert.doesNotMatch(await homeOf(karim), MET)
    assert.match((await box.keeper.get('/a-montrer')).text, /Un four/)
    assert.equal(box.read.all('SELECT id FROM word_home').length, 0, 'it is no word to hand over')
    await shows()
    const [row] = box.read.all('SELECT id FROM event')
    const event = (await box.visitor().get(`/agenda/${row!['id']}`)).text
    assert.match(event, /Née de l’idée\s*Un four/)
    for (const told of [await onTicket(), await homeOf(karim)]) assert.match(told, MET)
    assert.doesNotMatch(await homeOf(box.keeper), /le compte y est/)
    const day = /« Un four » : on se voit samedi 19 décembre, au local, prévenez-les/
    assert.match(await homeOf(box.keeper), day, 'Zoé has no card')
    const told = await box.keeper.get(`/idees/idee/${id}`)
    assert.match(told.text, /Zoé : au bar\s*C’est dit/)
    assert.match(told.text, /Karim : le lit ici, sur sa page(?!\s*C’est dit)/)
    await box.keeper.fill(told, `/repondre/${id}/prevenus`)
    assert.match((await box.keeper.get(`/idees/idee/${id}`)).text, /sait quel jour/)
    assert.doesNotMatch(await homeOf(box.keeper), /on se voit/, 'nothing is left to do')
    const again = await box
      .visitor()
      .post(`/repondre/${id}`, { answer: 'in', firstName: 'Léa', reach: 'au bar' })
    assert.match(again.text, /c’est là qu’il faut répondre/)
  })

test('a member corrects the date that they proposed, and it waits again; they take it off at once', async () => {
  const { box, id, karim, shows } = await gathered()
  const page = await karim.get(await formOf(karim, id))
  await karim.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  await shows()
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  const change = { type: 'event', id: event, title: 'Un four', startsOn: '2026-12-26' }
  assert.equal((await karim.post('/moi/corriger', change)).status, 303)
  const day = () =>
    box.read.all('SELECT startsOn FROM event WHERE removed IS NOT 1')[0]?.['startsOn']
  assert.equal(day(), '2026-12-19')
  await shows()
  assert.equal(day(), '2026-12-26')
  assert.equal((await karim.post('/moi/retirer', { type: 'event', id: event })).status, 303)
  assert.equal(day(), undefined)
  const other = await box.member('Paul')
  assert.equal((await other.post('/moi/corriger', change)).status, 422)
})

test('the keeper sets the day of an idea on the same form, which shows at once', async () => {
  const { box, id, karim } = await gathered()
  const page = await box.keeper.get(await formOf(box.keeper, id))
  assert.equal(
    (await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })).status,
    303,
  )
  assert.match(await homeOf(karim), MET)
  assert.match((await box.visitor().get(`/idees/idee/${id}`)).text, /Elle est devenue/)
})

test('a date of no idea is proposed in the agenda; a day that is over is refused, and nothing is lost', async () => {
  const box = testBox()
  box.territory()
  const visitor = box.visitor()
  assert.match(
    (await visitor.get('/agenda')).body,
    /href="\/agenda\/proposer"[^>]*>\s*Proposer une date/,
  )
  const page = await visitor.get('/agenda/proposer')
  const given = { title: 'Tri des graines', startsOn: '2026-11-02' }
  const over = await visitor.fill(page, '/agenda/proposer', given)
  assert.equal(over.status, 422)
  assert.match(over.body, /value="Tri des graines"/)
  const sent = await visitor.fill(page, '/agenda/proposer', { ...given, startsOn: '2026-12-19' })
  assert.equal(sent.status, 303)
  assert.match((await visitor.get(sent.location)).text, /En attente d’être lu par/)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  assert.match((await visitor.get('/agenda')).text, /Tri des graines/)
})

test('who said yes for somebody hears for them that it is enough, that one left, and the day', async () => {
  const box = testBox()
  box.territory()
  const id = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  const marius = await box.member('Marius')
  const karim = await box.member('Karim')
  await marius.post(`/repondre/${id}`, { answer: 'in', pour: 'Ninon' })
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const isIn = () => karim.post(`/repondre/${id}`, { answer: 'in' })
  await isIn()
  assert.match(await homeOf(marius), /à dire à Ninon : le compte y est pour « Un four »/)
  await karim.post(`/repondre/${id}/reprendre`, {})
  assert.match(await homeOf(marius), /« Un four » : il manque une personne/)
  await isIn()
  await box.keeper.fill(await box.keeper.get(await formOf(box.keeper, id)), '/agenda/proposer', {
    startsOn: '2026-12-19',
  })
  assert.match(await homeOf(marius), /à dire à Ninon : « Un four » : on se voit samedi 19 décembre/)
  assert.doesNotMatch(await homeOf(box.keeper), /prévenez-les/)
})

test('who proposed a date is told that it shows, and is not asked whether they come', async () => {
  const { box, id, karim, shows } = await gathered()
  const paul = await box.member('Paul')
  const page = await karim.get(await formOf(karim, id))
  await karim.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  const given = { title: 'Tri des graines', startsOn: '2026-12-20' }
  await paul.fill(await paul.get('/agenda/proposer'), '/agenda/proposer', given)
  assert.doesNotMatch(await homeOf(paul), /votre date/)
  await shows()
  await shows()
  const OWN = /« Un four » : on se voit samedi 19 décembre, votre date est montrée/
  const SHOWN = /votre date est montrée : « Tri des graines », dimanche 20 décembre/i
  assert.match(await homeOf(karim), OWN)
  assert.doesNotMatch(await homeOf(karim), /en serez-vous/)
  assert.match(await homeOf(paul), SHOWN)
  assert.doesNotMatch(await homeOf(karim), SHOWN, 'it is nobody else’s')
  await paul.fill(await paul.get('/'), SAW_NEWS)
  assert.doesNotMatch(await homeOf(paul), SHOWN, 'they saw it')
})

test('who said yes to an idea by a ticket says yes to its day there, and types nothing again', async () => {
  const { box, id, zoe, shows, onTicket, ticket } = await gathered()
  const page = await box.keeper.get(await formOf(box.keeper, id))
  await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  assert.match(await onTicket(), /on se voit samedi 19 décembre, en serez-vous/)
  const sent = await zoe.fill(await zoe.get(ticket), `${ticket}/en-etre`)
  assert.match(sent.location, /^\/billet\/(?!.*en-etre)/, 'it has a ticket of its own')
  assert.notEqual(sent.location.replace(/[?].*/, ''), ticket)
  assert.doesNotMatch(await onTicket(), /en serez-vous/, 'it is asked no more')
  const read = await box.keeper.get('/a-montrer')
  assert.match(read.text, /Zoé/)
  await shows()
  assert.match((await box.visitor().get(`/repondre/${event}`)).text, /Zoé en est déjà/)
  assert.match((await box.keeper.get(`/repondre/${event}`)).text, /Zoé : au bar/)
  // Nobody else at the same browser is known by it.
  assert.doesNotMatch((await zoe.get(`/repondre/${event}`)).body, /value="(?:Zoé|au bar)"/)
  const other = await zoe.post('/billet/aaaaaaaaaaaaaaaaaaaaaaaaaa/en-etre', { id: event })
  assert.equal(other.status, 404)
  assert.deepEqual(box.faults, [])
})

test('a day that moved: both tickets say so, and that of the day says still in, or no more', async () => {
  for (const act of ['toujours', 'ne-plus-en-etre'] as const) {
    const { box, id, zoe, shows, onTicket, ticket } = await gathered()
    using _box = box
    const page = await box.keeper.get(await formOf(box.keeper, id))
    await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
    const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
    const sent = await zoe.fill(await zoe.get(ticket), `${ticket}/en-etre`)
    const own = sent.location.replace(/[?].*/, '')
    await shows()
    box.later(60_000)
    const change = { type: 'event', id: event, title: 'Un four', startsOn: '2026-12-20' }
    assert.equal((await box.keeper.post('/ecrire', change)).status, 303)
    const MOVED = /Changement de jour : « Un four », dimanche 20 décembre/
    assert.match(await onTicket(), MOVED, 'that of the idea')
    const there = await zoe.get(own)
    assert.match(there.text, MOVED)
    assert.match(there.text, /Oui, j’en suis toujours\s*Je ne peux plus/)
    assert.equal((await zoe.fill(there, `${own}/${act}`)).status, 303)
    const after = (await zoe.get(own)).text
    assert.doesNotMatch(after, /toujours\s*Je ne peux plus/)
    const isIn = /Zoé/.test((await box.visitor().get(`/repondre/${event}`)).text)
    assert.equal(isIn, act === 'toujours')
    if (act === 'toujours')
      for (const text of [after, await onTicket()]) assert.doesNotMatch(text, MOVED)
    assert.deepEqual(box.faults, [])
  }
})

test('who proposed a date hears who comes, each once, and the page of the date says where', async () => {
  const { box, karim } = await gathered()
  const paul = await box.member('Paul')
  const given = { title: 'Tri des graines', startsOn: '2026-12-20', where: 'au local' }
  await paul.fill(await paul.get('/agenda/proposer'), '/agenda/proposer', given)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  await paul.fill(await paul.get('/'), SAW_NEWS)
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  assert.match((await karim.get(`/repondre/${event}`)).text, /dimanche 20 décembre, au local/)
  await karim.post(`/repondre/${event}`, { answer: 'in' })
  assert.match(await homeOf(paul), /« Tri des graines », dimanche 20 décembre\. Karim en est déjà/)
  await paul.fill(await paul.get('/'), SAW_NEWS)
  assert.doesNotMatch(await homeOf(paul), /votre date/, 'it is seen')
  assert.doesNotMatch(await homeOf(karim), /votre date/, 'it is nobody else’s')
})

test('an idea is told as done once its day is over', async () => {
  const { box, id } = await gathered()
  const page = await box.keeper.get(await formOf(box.keeper, id))
  await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  const done = async () =>
    /Ça s’est fait|une idée qui a fait son chemin/.test(await homeOf(box.visitor()))
  assert.equal(await done(), false)
  box.later(15 * 86_400_000)
  assert.equal(await done(), true)
})

test('a date of an idea says how many were for the idea, until somebody says yes to it', async () => {
  const { box, id, karim } = await gathered()
  const page = await box.keeper.get(await formOf(box.keeper, id))
  await box.keeper.fill(page, '/agenda/proposer', { startsOn: '2026-12-19' })
  const event = String(box.read.all('SELECT id FROM event')[0]!['id'])
  const asks = async () => (await box.visitor().get(`/repondre/${event}`)).text
  assert.match(await asks(), /Deux personnes étaient partantes pour l’idée/)
  assert.match(await asks(), /Pour ce jour, personne ne l’a encore dit/)
  await karim.post(`/repondre/${event}`, { answer: 'in' })
  assert.match(await asks(), /Deux personnes étaient partantes pour l’idée.*Karim en est déjà/)
  const alone = box.bring('event', { title: 'Bal', startsOn: '2026-12-20' })
  const bal = (await box.visitor().get(`/repondre/${alone}`)).text
  assert.match(bal, /Personne ne l’a encore dit/)
  assert.doesNotMatch(bal, /partant/)
})

test('however many dates somebody proposed, a page asks as many statements and tells what is off', async () => {
  const box = testBox()
  box.territory()
  const paul = await box.member('Paul')
  const propose = (n: number): string => {
    box.later(1_000)
    const day = new Date(Date.UTC(2026, 11, 7 + n)).toISOString().slice(0, 10)
    const fields = { title: `Tri ${n}`, startsOn: day }
    const id = box.bring('event', fields)
    box.bring('proposal', { of: 'event', shownAs: id, state: 'shown', writer: paul.id }, 'home')
    return id
  }
  const asked = async (): Promise<number> => {
    const all = mock.method(box.tables.sql, 'all')
    await paul.get('/annonces')
    all.mock.restore()
    return all.mock.callCount()
  }
  const first = propose(1)
  propose(2)
  const two = await asked()
  assert.match(await homeOf(paul), /votre date est montrée : « Tri 2 »/)
  for (let n = 3; n <= 32; n += 1) propose(n)
  assert.equal(await asked(), two)
  await box.keeper.post(`/agenda/${first}/annuler`, { jour: '2026-12-08', why: 'pluie' })
  assert.match(await homeOf(paul), /annulé : « Tri 1 », mardi 8 décembre \(pluie\)/i)
})

test('who wrote for many others since hears of the first one still', async () => {
  const box = testBox()
  box.territory()
  const id = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  const other = box.bring('idea', { title: 'Un lavoir', state: 'open', threshold: 90 })
  const marius = await box.member('Marius')
  const karim = await box.member('Karim')
  await marius.post(`/repondre/${id}`, { answer: 'in', pour: 'Ninon' })
  for (let n = 1; n <= 31; n += 1) {
    box.later(10_000)
    await marius.post(`/repondre/${other}`, { answer: 'in', pour: `Voisine ${n}` })
  }
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  await karim.post(`/repondre/${id}`, { answer: 'in' })
  assert.match(await homeOf(marius), /le compte y est pour « Un four »/)
  await box.keeper.fill(await box.keeper.get(await formOf(box.keeper, id)), '/agenda/proposer', {
    startsOn: '2026-12-19',
  })
  assert.match(await homeOf(marius), MET, 'and of its day')
})

test('a relay’s date waits too, as its page says', async () => {
  const { box, id, shows } = await gathered()
  const { id: odile } = await box.member('Odile')
  const asked = { name: 'Odile', where: 'au bar', yes: '1' }
  await box.keeper.post(`/habitants/${odile}/relais`, asked)
  const relay = await box.memberOf(odile)
  const page = await relay.get(await formOf(relay, id))
  assert.match(page.text, /C’est d’abord lu par Anaïs/)
  await relay.fill(page, '/agenda/proposer', { startsOn: '2026-12-19', where: 'au local' })
  assert.equal(box.read.all('SELECT id FROM event').length, 0, 'nothing shows before the keeper')
  await shows()
  assert.equal(box.read.all('SELECT id FROM event').length, 1)
})
