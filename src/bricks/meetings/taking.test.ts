import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { type TakerRow, takingOf } from './model/taking.ts'

/** *J'en prendrais 20 kg*: from a neighbour, a visitor, a relay; counted, corrected, taken back. */

let box: TestBox
let nadia: Member
let paul: Member
let paper = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  nadia = await box.member('Nadia')
  paul = await box.member('Paul')
  paper = notice({})
})
function notice(more: Record<string, unknown>, type = 'offer'): string {
  return box.bring(type, {
    title: 'Rosa donne du papier par palettes',
    who: 'Rosa',
    reach: 'au bar',
    state: type === 'offer' ? 'firm' : 'open',
    mode: 'give',
    amount: 'une palette de papier, 400 kg',
    ...more,
  })
}
const at = (id = paper): string => `/annonces/${id}`
const say = (who: Pick<Member, 'post'>, combien: string, more: Record<string, string> = {}) =>
  who.post(`/repondre/${paper}`, { combien, from: at(), ...more })
const read = async (id = paper): Promise<string> => (await box.visitor().get(at(id))).text
const waiting = async (): Promise<string> =>
  /name="id" value="([0-9a-z]{26})"/.exec((await box.keeper.get('/a-montrer')).body)?.[1] ?? ''

test('a member says how much in one field; what is missing to the pallet is said to all', async () => {
  assert.equal((await say(nadia, '200 kg')).status, 303)
  assert.equal((await say(paul, 'une soixantaine de kilos')).status, 303)
  const page = await read()
  assert.match(
    page,
    /Qui en prend Pris : 260 kg sur 400 kg\. Il manque 140 kg pour faire la palette/,
  )
  assert.match(page, /Nadia : 200 kg/)
  assert.match(page, /Paul : 60 kg/)
})

test('said again it is corrected, and taken back it counts no more', async () => {
  await say(nadia, '200')
  await say(nadia, 'la moitié')
  await say(nadia, '0,05 t')
  assert.match(await read(), /Pris : 50 kg sur 400 kg/)
  assert.match((await nadia.get(at())).text, /Vous avez dit : 50/)
  const back = await nadia.post(`/repondre/${paper}/reprendre`, { from: at() })
  assert.equal(back.location, at())
  assert.match(await read(), /Pris : 0 kg sur 400 kg/)
  assert.doesNotMatch(await read(), /Nadia/)
})

test('more than is left of a gift is refused with what is left, and loses nothing', async () => {
  await say(nadia, '380 kg')
  const much = await say(paul, '30 kg')
  assert.equal(much.status, 422)
  assert.match(much.text, /Il n’en reste que 20 kg/)
  assert.match(much.body, /value="30 kg"/)
  assert.equal((await say(nadia, '400')).status, 303, 'what one said oneself is no other’s')
  assert.match((await say(paul, '1 kg')).text, /Il n’en reste pas/)
  box.bring('response', { to: paper, answer: 'in', amount: 10, unit: 'kg', firstName: 'Zoé' })
  assert.match(await read(), /C’est 10 kg de trop/, 'two boxes that wrote apart')
})

test('words that count nothing are said as they are', async () => {
  await say(nadia, 'deux ou trois sacs, je verrai')
  assert.match(
    await read(),
    /Pris : 0 kg sur 400 kg.*Nadia : deux ou trois sacs, je verrai · pas compté/,
  )
  const some = notice({ amount: 'en quantité, par palettes' })
  await nadia.post(`/repondre/${some}`, { combien: 'une palette', from: at(some) })
  assert.match(await read(some), /Qui en prend Nadia : une palette/)
  assert.doesNotMatch(await read(some), /pas compté/)
  assert.doesNotMatch(await read(some), /Pris/)
})

test('of sacks of what is counted in kilos it is asked what each holds, with a text to write', async () => {
  const refused = await say(nadia, 'six sacs')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /L’annonce dit 400\skg en tout : dites aussi combien il y a dans/)
  assert.match(refused.text, /dans chaque sac, par exemple « 6\ssacs de 25 kg »\./)
  assert.match(refused.body, /value="six sacs"/)
  const litres = await say(nadia, '20 litres')
  assert.match(litres.text, /L’annonce dit 400\skg en tout : dites combien dans la même mesure/)
  for (const typed of ['0,1 t', 'un quart', 'une petite brouette'])
    assert.equal((await say(nadia, typed)).status, 303, typed)
})

test('sacks count by what each holds, as the notice or who takes some says it', async () => {
  const sacks = notice({ title: 'Rosa vend des patates, par sacs de 25 kg', amount: '250 kg' })
  const take = (who: Pick<Member, 'post'>, combien: string) =>
    who.post(`/repondre/${sacks}`, { combien, from: at(sacks) })
  assert.equal((await take(nadia, '8 sacs')).status, 303)
  assert.match(await read(sacks), /Pris : 200 kg sur 250 kg.*Nadia : 200 kg/)
  const much = await take(paul, '8 sacs')
  assert.equal(much.status, 422)
  assert.match(much.text, /Il n’en reste que 50 kg/)
  assert.equal((await take(paul, 'un sac')).status, 303)
  assert.match(await read(sacks), /Pris : 225 kg/)
  assert.equal((await take(paul, '2 cagettes')).status, 422)
  assert.equal((await say(nadia, '3 sacs de 25 kg')).status, 303)
  assert.match(await read(), /Pris : 75 kg sur 400 kg/)
})

test('an empty field and a visitor without a way to be reached come back filled in', async () => {
  const none = await say(nadia, '')
  assert.equal(none.status, 422)
  assert.match(none.text, /Dites combien/)
  const stranger = box.visitor()
  const page = await stranger.get(`/repondre/${paper}`)
  assert.match(page.text, /Combien en prendriez-vous \(à remplir\)/)
  assert.match(page.text, /Comment vous joindre \(à remplir\)/)
  const sent = await stranger.post(`/repondre/${paper}`, {
    combien: '20 kg',
    firstName: 'Zoé',
    from: `/repondre/${paper}`,
  })
  assert.equal(sent.status, 422)
  assert.match(sent.text, /Dites comment vous joindre/)
  assert.match(sent.body, /value="20 kg"/)
})

test('a visitor’s waits with its ticket, then is counted; its way to be reached shows to nobody', async () => {
  const sent = await say(box.visitor(), '20 kg', { firstName: 'Zoé', reach: 'chez Marcel' })
  assert.match(sent.location, /^\/billet\//)
  assert.match(await read(), /Pris : 0 kg/)
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.match(await read(), /Pris : 20 kg sur 400 kg.*Zoé : 20 kg/)
  assert.doesNotMatch(await read(), /Marcel/)
})

test('law 11: somebody without a name is counted and named nowhere but to the author', async () => {
  const rosa = await box.member('Rosa')
  await rosa.post('/annonces/proposer', {
    title: 'je donne 40 kg de noix',
    reachBy: 'word',
    accord: 'voisins',
    demande: 'portee',
    mode: 'give',
  })
  const id = String(
    box.read.all("SELECT id FROM offer WHERE who = 'Rosa' AND amount IS NULL")[0]!['id'],
  )
  for (const who of [nadia, paul])
    await who.post(`/repondre/${id}`, {
      combien: '10 kg',
      sansnom: '1',
      reach: 'au four',
      from: at(id),
    })
  assert.match(await read(id), /Pris : 20 kg sur 40 kg\. Il en reste 20 kg\. quelqu’un : 10 kg/)
  assert.doesNotMatch(await read(id), /Nadia|Paul|au four/)
  const wide = box.log.sql.all(
    "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
  )
  assert.doesNotMatch(JSON.stringify(wide), /Nadia|Paul|au four/)
  assert.match((await rosa.get(at(id))).text, /Nadia : au four/)
  assert.doesNotMatch((await nadia.get(at(id))).text, /au four/)
})

test('a name that is kept apart afterwards leaves no former one in the log of the commons', async () => {
  await say(nadia, '10 kg')
  await say(nadia, '20 kg')
  assert.match(await read(), /Nadia : 20 kg/)
  const wide = (): string =>
    JSON.stringify(
      box.log.sql.all(
        'SELECT value FROM piece JOIN write USING (entry, change, field) ' +
          "WHERE write.space <> 'home'",
      ),
    )
  assert.match(wide(), /Nadia/)
  assert.equal((await say(nadia, '20 kg', { sansnom: '1' })).status, 303)
  assert.match(await read(), /quelqu’un : 20 kg/)
  assert.doesNotMatch(wide(), /Nadia/)
  const history = (await box.keeper.get(at())).text
  assert.doesNotMatch(history.slice(history.indexOf('Qui l’a écrit')), /Nadia/)
  assert.equal((await say(nadia, '30 kg', { sansnom: '1' })).status, 303, 'nothing more to erase')
  assert.equal((await say(nadia, '30 kg')).status, 303)
  assert.match(await read(), /Nadia : 30 kg/)
  assert.deepEqual(box.faults, [])
})

test('a relay writes it for somebody who said so on paper', async () => {
  await box.keeper.post(`/habitants/${paul.id}/relais`, { name: 'Paul', where: 'au bar', yes: '1' })
  const relay = await box.memberOf(paul.id)
  await say(relay, '30 kg', { pour: 'Josette' })
  assert.match(await read(), /Josette \(dit par Paul, pour Josette\) : 30 kg/)
})

test('a need is brought to, a group order is filled; a loan, a ride and a hand are not shared out', async () => {
  const wood = notice({ title: 'Malo cherche du bois', amount: '3 stères', mode: 'give' }, 'need')
  await nadia.post(`/repondre/${wood}`, { combien: '1 stère', from: at(wood) })
  assert.match(
    await read(wood),
    /Qui en apporte Promis : 1 stère sur 3 stères\. Il manque 2 stères/,
  )
  const order = notice(
    { title: 'Malo cherche à commander de la farine', amount: '100 kg', mode: 'share' },
    'need',
  )
  await nadia.post(`/repondre/${order}`, { combien: '100', from: at(order) })
  assert.match(await read(order), /Pris : 100 kg sur 100 kg\. Le compte y est/)
  for (const mode of ['lend', 'ride', 'hand'])
    assert.doesNotMatch(await read(notice({ mode })), /Qui en prend/)
  assert.doesNotMatch(await read(notice({ amount: null })), /Qui en prend/)
})

test('an author who saw an answer that no thread tells reads that it is taken back', async () => {
  const rosa = await box.member('Rosa')
  const sent = { title: 'donne des noix', amount: '40 kg', mode: 'give', accord: 'voisins' }
  await rosa.post('/annonces/proposer', { ...sent, reachBy: 'word' })
  const id = String(box.read.all("SELECT id FROM offer WHERE title LIKE '%noix%'")[0]?.['id'])
  const saw = async () => {
    const { body } = await rosa.get('/')
    const seen = [...body.matchAll(/name="news" value="([^"]+)"/g)].map(found => found[1]!)
    return rosa.post('/moi/nouvelles/vues', { news: seen, from: '/' })
  }
  const news = async () => (await rosa.get('/')).text.replaceAll('\u00a0', ' ')
  const gone = /quelqu’un n’en est plus, pour « [^»]*noix” »/
  // A neighbour who is no relay speaks in no thread for somebody else.
  await nadia.post(`/repondre/${id}`, { combien: '5 kg', pour: 'Josette', from: at(id) })
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.match(await news(), /Josette : 5 kg, pour « [^»]*noix” »/)
  await saw()
  assert.doesNotMatch(await news(), /Josette : 5 kg, pour|n’en est plus/)

  const [said] = box.read.all('SELECT id FROM response_home WHERE keyedBy = ?', nadia.id)
  await nadia.post('/moi/retirer', { type: 'response', id: String(said?.['id']) })
  assert.match(await news(), gone)
  assert.doesNotMatch((await paul.get('/')).text, /n’en est plus/)
  await saw()
  assert.doesNotMatch(await news(), gone)
})

test('the author reads it first at their next page, says that it is full, and then nobody adds', async () => {
  const rosa = await box.member('Rosa')
  const mine = box.bring('offer', {
    title: 'Rosa donne des noix',
    who: 'Rosa',
    reach: 'au bar',
    state: 'firm',
    amount: '40 kg',
  })
  box.turn('plain.bring', {
    records: JSON.stringify([
      { type: 'offer', id: mine, fields: { author: rosa.id }, space: 'home' },
    ]),
  })
  await nadia.post(`/repondre/${mine}`, { combien: '40 kg', from: at(mine) })
  assert.match((await rosa.get('/')).text, /Nadia vous écrit au sujet de « Rosa donne des noix »/)
  const thread = /href="(\/arrangements\/\w{26})">[^<]*Écrire à Nadia/u
  const page = (await rosa.get(at(mine))).body.replaceAll(/<span[^>]*>|<\/span>/g, '')
  assert.match((await rosa.get(thread.exec(page)?.[1] ?? '')).text, /J’en prendrais 40.kg\./)
  await rosa.post('/annonces/fermer', { id: mine, from: at(mine) })
  const late = await paul.post(`/repondre/${mine}`, { combien: '5 kg', from: at(mine) })
  assert.equal(late.status, 422)
  assert.match(late.text, /C’est complet/)
})

test('the author notes for whom somebody said it, first; they take none of their own', async () => {
  const rosa = await box.member('Rosa')
  const sent = { title: 'donne 400 kg de papier, à se partager', mode: 'share', accord: 'voisins' }
  await rosa.post('/annonces/proposer', { ...sent, reachBy: 'word' })
  const id = String(box.read.all("SELECT id FROM offer WHERE title LIKE '%partager%'")[0]?.['id'])
  assert.match((await rosa.get(at(id))).text, /Noter ce que quelqu’un a dit/)
  const form = await rosa.get(`/repondre/${id}`)
  assert.match(form.text, /Qui en prend \(à remplir\).*Combien cette personne en prend/)
  assert.doesNotMatch(form.text, /J’en prendrais|De la part de/)
  for (const pour of ['', 'Rosa']) {
    const none = await rosa.fill(form, `/repondre/${id}`, { pour, combien: '50 kg' })
    assert.equal(none.status, 422)
    assert.match(none.text, /Dites pour qui/)
  }
  const much = await rosa.fill(form, `/repondre/${id}`, { pour: 'Fernande', combien: '500 kg' })
  assert.match(
    much.text,
    /n’en reste que 400.kg/,
    'of what is shared, nobody takes more than is left',
  )
  const fern = await rosa.fill(form, `/repondre/${id}`, { pour: 'Fernande', combien: '100 kg' })
  assert.equal(fern.status, 303)
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.match(await read(id), /Pris : 100 kg sur 400 kg\. Il en reste 300 kg/)
  assert.doesNotMatch((await rosa.get('/')).text, /Fernande : 100/, 'she knows what she noted')
  await rosa.post('/annonces/fermer', { id })
  assert.match(await read(id), /Pris : 100 kg sur 400 kg\. (?!Il en reste|Il manque)/)
})

test('a sheet for a counter has lines for a pen, and names nobody who said so on a screen', async () => {
  await say(nadia, '100 kg')
  const sheet = JSON.stringify(box.paper('qui-en-prend', paper)).replaceAll('\u00a0', ' ')
  assert.match(sheet, /Pris : 100 kg sur 400 kg. Il en reste 300 kg/)
  assert.doesNotMatch(sheet, /Nadia/)
})

test('law 6: what is said of a notice that is read by card stays by card', async () => {
  const card = box.bring(
    'offer',
    {
      title: 'Rosa donne des zwyncarte',
      who: 'Rosa',
      reach: 'au bar',
      state: 'firm',
      amount: '40 kg',
      spread: 'card',
      shownByCard: true,
    },
    'home',
  )
  assert.equal(
    (await nadia.post(`/repondre/${card}`, { combien: '10 kg', from: at(card) })).status,
    303,
  )
  assert.match((await paul.get(at(card))).text, /Pris : 10.kg sur 40.kg/)
  assert.deepEqual(
    box.log.sql.all("SELECT 1 FROM write WHERE space <> 'home' AND type = 'response'"),
    [],
  )
  const stranger = await box.visitor().get(`/repondre/${card}`)
  assert.equal(stranger.status, 404)
})

test('what was said by card is in the sum of everybody, and named to who holds a card', async () => {
  const sent = { title: 'donne du foin', amount: '40 kg', mode: 'give', accord: 'carte' }
  await paul.post('/annonces/proposer', { ...sent, reachBy: 'word' })
  const hay = String(box.read.all("SELECT id FROM offer_home WHERE title LIKE '%foin%'")[0]?.['id'])
  await nadia.post(`/repondre/${hay}`, { combien: '15 kg', from: at(hay) })
  const wide = { id: hay, accord: 'voisins', from: at(hay) }
  assert.equal((await paul.post('/annonces/qui-la-voit', wide)).status, 303)
  for (const who of [nadia, box.visitor()])
    assert.match((await who.get(at(hay))).text, /Pris : 15.kg sur 40.kg\. Il en reste 25.kg/)
  assert.doesNotMatch((await box.visitor().get(at(hay))).body, /Nadia/)
  const much = { combien: '30 kg', firstName: 'Zoé', reach: 'au bar', from: at(hay) }
  assert.match((await box.visitor().post(`/repondre/${hay}`, much)).text, /n’en reste que 25.kg/)
  await nadia.post(`/repondre/${hay}`, { combien: '20 kg', from: at(hay) })
  assert.match(await read(hay), /Pris : 20 kg sur 40 kg/)
})

const row = fc.record({
  n: fc.integer({ min: 1, max: 10_000 }),
  name: fc.constantFrom('Paul', 'paul', 'Nadia', 'Rosa', '', null),
  amount: fc.option(fc.integer({ min: 1, max: 500 }), { nil: null }),
  unit: fc.constantFrom('kg', 'g', 'sac', null),
})
const rows = fc.uniqueArray(row, { selector: one => one.n, maxLength: 12 }).map(all =>
  all.map(
    ({ n, name, amount, unit }): TakerRow => ({
      id: String(n).padStart(26, '0'),
      firstName: name,
      namesake: null,
      amount,
      unit,
      saying: null,
      toldTo: null,
    }),
  ),
)
const WHOLE = { n: 400, unit: 'kg' }

test('law 4: two boxes that wrote apart come to one count, whichever came first', () => {
  fc.assert(
    fc.property(rows, fc.nat(), (all, cut) => {
      const [here, there] = [all.slice(0, cut % 12), all.slice(cut % 12)]
      assert.deepEqual(takingOf([...here, ...there], WHOLE), takingOf([...there, ...here], WHOLE))
    }),
  )
})

test('the count is the sum of what each said last; what is taken back leaves it by as much', () => {
  fc.assert(
    fc.property(rows, rows, (all, waiting) => {
      const { people, taken, kept, left, over } = takingOf(all, WHOLE, waiting)
      assert.equal(Math.round((taken + kept + left! - over) * 1_000), 400_000)
      assert.equal(taken, takingOf(all, WHOLE).taken, 'what waits is not taken yet')
      assert.equal(kept, takingOf(waiting, WHOLE).taken)
      const said = people.reduce(
        (sum, { amount, unit }) =>
          sum + (unit === 'kg' ? (amount ?? 0) : unit === 'g' ? (amount ?? 0) / 1_000 : 0),
        0,
      )
      assert.ok(Math.abs(said - taken) < 0.001)
      const [first] = people
      if (!first) return
      const without = takingOf(
        all.filter(one =>
          first.firstName
            ? one.firstName?.toLowerCase() !== first.firstName.toLowerCase()
            : one !== first,
        ),
        WHOLE,
      )
      const own =
        first.unit === 'kg' ? first.amount : first.unit === 'g' ? (first.amount ?? 0) / 1_000 : 0
      assert.ok(Math.abs(taken - without.taken - (own ?? 0)) < 0.001)
    }),
  )
})
