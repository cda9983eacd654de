import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { asksForSeat, idIn, relayIn, sentNotice } from '../../../tests/exchange/web-villages.ts'
import type { Answer, Browser } from '../../../tests/support/browser.ts'
import { type FormRead, filledIn, formsIn } from '../../../tests/support/forms.ts'
import { handAll, saidToHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { deal } from './model/records.ts'

/** Whose answer the keeper notes, and whose never (record 0066). */

let box: TestBox
let odile: Member
const newest = (): string =>
  `/arrangements/${String(box.engine.read.all('SELECT max(id) AS id FROM deal_home')[0]!['id'])}`
const does = (who: Browser, at: string, act: string, fields: Record<string, string>) => {
  box.later(1_000)
  return who.post(`${at}/${act}`, { from: at, ...fields })
}
const notes = (at: string, party: string, says = 'yes'): Promise<Answer> =>
  does(box.keeper, at, 'repondre', { party, says })
const WHEN = { when: 'jeudi 17 à 8 h' }

beforeEach(async () => {
  box = testBox()
  box.territory()
  odile = await box.member('Odile')
})
async function ofOdile(): Promise<string> {
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'voisins' }
  return idIn((await odile.post('/annonces/proposer', sent)).location)
}

test('the keeper notes no answer of a member who wrote themselves, nor takes one back', async () => {
  const annonce = await ofOdile()
  const karim = await box.member('Karim')
  const at = (await karim.post('/arrangements/interet', { annonce })).location
  await does(karim, at, 'proposer', WHEN)
  for (const party of ['0', '1']) {
    assert.equal((await notes(at, party)).status, 422, party)
    assert.equal((await does(box.keeper, at, 'proposer', { ...WHEN, party })).status, 422)
  }
  await does(odile, at, 'repondre', { says: 'no' })
  assert.equal((await does(box.keeper, at, 'revenir', {})).status, 422)
  const page = await box.keeper.get(at)
  assert.equal(page.status, 200, 'they read that it is, and between whom')
  assert.match(page.text, /n’est lu que par elles/)
  assert.doesNotMatch(page.body, /\/repondre|jeudi 17/)
})

test('where they would meet stands in no form of who may not read it, and stays as it was', async () => {
  const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
  const sent = { title: 'prête sa scie', for: mathieu.id, reachBy: 'word', accord: 'voisins' }
  const notice = idIn((await box.keeper.post('/annonces/proposer', sent)).location)
  const at = (await elodie.post('/arrangements/interet', { annonce: notice })).location
  await does(elodie, at, 'proposer', { when: 'jeudi', where: 'zqplace' })
  const page = await box.keeper.get(at)
  assert.match(page.text, /Plutôt un autre moment/)
  assert.doesNotMatch(page.body, /zqplace/)
  box.later(1_000)
  const isOther = ({ fields }: FormRead): boolean => 'when' in fields
  const other = { says: 'other', when: 'un soir' }
  await box.keeper.fill(page, `${at}/repondre`, other, isOther)
  const moment = () => {
    const { when, where } = box.engine.read.one(deal, at.split('/').at(-1)!, 'home')!
    return [when, where]
  }
  assert.deepEqual(moment(), ['un soir', 'zqplace'])
  box.later(1_000)
  const emptied = { says: 'other', when: 'un matin', where: '' }
  await elodie.fill(await elodie.get(at), `${at}/repondre`, emptied, isOther)
  assert.deepEqual(moment(), ['un matin', null], 'who reads it may empty it')
  assert.deepEqual(box.faults, [])
})

test('of a member for whom the keeper writes, until this one speaks', async () => {
  const rosa = box.welcome({ name: 'Rosa' })
  const title = 'Rosa : « je donne des plants »'
  const annonce = box.bring('offer', { title, who: 'Rosa', mode: 'give', author: rosa })
  const at = (await odile.post('/arrangements/interet', { annonce })).location
  await does(odile, at, 'proposer', WHEN)
  assert.equal((await notes(at, '1')).status, 303)
  assert.match((await odile.get(at)).text, /Rosa a dit d’accord.*noté par la personne qui tient/)
  await does(odile, at, 'repondre', { says: 'not' })
  await does(odile, at, 'proposer', WHEN)
  const mine = await box.memberOf(rosa)
  await does(mine, at, 'repondre', { says: 'no' })
  await does(odile, at, 'proposer', WHEN)
  assert.equal((await notes(at, '1')).status, 422)
})

/** Rosa gives plants by a relay, and Odile asks a moment of her. */
async function askedThroughRelay() {
  const { who: relay } = await relayIn(box, 'Anaïs')
  const rosas = { title: 'Rosa donne des plants', who: 'Rosa', mode: 'give' }
  const annonce = box.bring('offer', { ...rosas, keyedBy: relay.id })
  const at = (await odile.post('/arrangements/interet', { annonce })).location
  await does(odile, at, 'proposer', WHEN)
  return { relay, at }
}

test('a relay takes back what they noted, and not what the keeper did', async () => {
  const { relay, at } = await askedThroughRelay()
  const back = async (): Promise<number> => {
    await relay.get(at)
    const { body } = await relay.get(at)
    const { status } = await does(relay, at, 'revenir', {})
    assert.equal(body.includes(`${at}/revenir`), status === 303)
    return status
  }
  assert.equal((await notes(at, '1', 'no')).status, 303)
  assert.equal(await back(), 422)
  assert.equal((await does(box.keeper, at, 'revenir', {})).status, 303)
  assert.equal((await does(relay, at, 'repondre', { party: '1', says: 'no' })).status, 303)
  assert.equal(await back(), 303)
  assert.deepEqual(box.faults, [])
})

test('what the keeper asked for somebody, their relay declines and does not unwrite', async () => {
  const { relay, at } = await askedThroughRelay()
  const other = { party: '1', says: 'other', when: 'vendredi 18 à 9 h' }
  assert.equal((await does(box.keeper, at, 'repondre', other)).status, 303)
  assert.equal((await does(relay, at, 'repondre', { party: '1', says: 'no' })).status, 303)
  assert.match((await odile.get(at)).text, /Rosa ne peut pas, cette fois/)
  await does(odile, at, 'proposer', WHEN)
  await does(relay, at, 'repondre', other)
  assert.equal((await does(relay, at, 'repondre', { party: '1', says: 'no' })).status, 303)
  const { state, when } = box.engine.read.one(deal, at.split('/').at(-1)!, 'home')!
  assert.deepEqual([state, when], ['proposed', WHEN.when], 'it is asked again')
  assert.deepEqual(box.faults, [])
})

/** Paul gives apples by a ticket; Josette's relay takes some for her, and Paul asks a moment. */
async function takenForJosette() {
  const { who: relay } = await relayIn(box, 'Anaïs')
  const apples = { title: 'donne des pommes', who: 'Paul', phone: '04 77 24 98 76' }
  const paul = await sentNotice(box, { ...apples, amount: '100 kg' }, '/annonces/proposer')
  box.later(1_000)
  await relay.post(`/repondre/${paul.notice}`, { combien: '20 kg', pour: 'Josette' })
  const at = newest()
  await does(paul.by, paul.at, 'proposer', { ...WHEN, id: at.slice(-26) })
  return { relay, at }
}

test('a relay calls off what the keeper agreed to for somebody, and both are carried', async () => {
  const { relay, at } = await takenForJosette()
  assert.equal((await notes(at, '0')).status, 303)
  assert.equal((await does(relay, at, 'repondre', { party: '0', says: 'not' })).status, 303)
  assert.match(saidToHand(box).join(), /d’accord.*ça ne se fait pas/i)
  assert.deepEqual(box.faults, [])
})

test('a relay says by telephone what the keeper noted, which is still carried', async () => {
  const { relay, at } = await takenForJosette()
  assert.equal((await notes(at, '0')).status, 303)
  const page = await relay.get(at)
  box.later(1_000)
  assert.equal((await relay.fill(page, `${at}/dit`)).status, 303)
  assert.match(saidToHand(box).join(), /d’accord/i)
  assert.deepEqual(box.faults, [])
})

test('a relay notes by telephone the answer to what the keeper asked', async () => {
  const { relay, at } = await takenForJosette()
  const other = { party: '0', says: 'other', when: 'vendredi 18 à 9 h' }
  assert.equal((await does(box.keeper, at, 'repondre', other)).status, 303)
  const page = await relay.get(at)
  box.later(1_000)
  assert.equal((await relay.fill(page, `${at}/au-telephone`, { says: 'yes' })).status, 303)
  assert.match((await relay.get(at)).text, /Convenu/)
  assert.deepEqual(box.faults, [])
})

/** What Rosa finds on her page of what was noted for her, and the slip of that note. */
const NOTED_FOR_ROSA = {
  yes: {
    slip: /^D’accord/,
    acts: ['dit', 'repondre not', 'repondre other', 'revenir', 'finir'],
  },
  propose: { slip: /^Je propose/, acts: ['repondre no', 'finir'] },
  no: { slip: /^Je ne peux pas/, acts: ['revenir', 'finir', 'proposer'] },
  other: { slip: /^Plutôt un autre moment/, acts: ['repondre no'] },
} as const
const ROSA_SAYS = {
  not: { says: 'not', said: 'ma voiture est cassée' },
  no: { says: 'no' },
  other: { says: 'other', when: 'vendredi 18 à 9 h' },
} as const

for (const [noted, { slip, acts }] of Object.entries(NOTED_FOR_ROSA))
  for (const act of acts)
    for (const by of noted === 'yes' ? (['keeper', 'relay'] as const) : (['keeper'] as const))
      test(`a member answers by card after the ${by} noted for them: ${noted}, ${act}`, async () => {
        const { who: relay, id } = await relayIn(box, 'Anaïs')
        const how = by === 'relay' ? { how: 'relay', relay: id } : {}
        const rosa = box.welcome({ name: 'Rosa', ...how })
        const { notice } = await asksForSeat(box)
        const noter = by === 'relay' ? relay : box.keeper
        const began = { annonce: notice, for: rosa, said: 'moi' }
        const at = (await noter.post('/arrangements/interet', began)).location.split('?')[0]!
        if (noted === 'propose') await does(noter, at, 'proposer', { ...WHEN, party: '0' })
        else {
          await does(box.keeper, at, 'proposer', { ...WHEN, party: '1' })
          const when = noted === 'other' ? { when: 'samedi 19 à 9 h' } : {}
          await does(noter, at, 'repondre', { party: '0', says: noted, ...when })
        }
        const isCarried = () => saidToHand(box).some(said => slip.test(said))
        assert.ok(isCarried(), noted)
        const mine = await box.memberOf(rosa)
        await mine.get(at)
        const page = await mine.get(at)
        box.later(1_000)
        const [path, says] = act.split(' ') as [string, keyof typeof ROSA_SAYS | undefined]
        const fields = says ? ROSA_SAYS[says] : path === 'proposer' ? WHEN : {}
        const isOf = (one: FormRead): boolean =>
          Object.keys(fields).every(name => name === 'says' || name in one.fields)
        assert.equal((await mine.fill(page, `${at}/${path}`, fields, isOf)).status, 303)
        assert.deepEqual(box.faults, [])
        assert.ok(isCarried(), 'its slip is carried still')
        if (path === 'revenir') assert.equal(saidToHand(box).length, 3, saidToHand(box).join())
      })

test('a no to another moment that the keeper noted does not read as its withdrawal', async () => {
  const { relay, at } = await askedThroughRelay()
  const other = { party: '1', says: 'other', when: 'vendredi 18 à 9 h' }
  await does(box.keeper, at, 'repondre', other)
  const { text } = await relay.get(at)
  assert.match(text, /Non merci/)
  assert.doesNotMatch(text, /Retirer ma proposition/)
  assert.match((await box.keeper.get(at)).text, /Retirer ma proposition/)
})

test('a relay moves a ride again that its driver moved, and both are carried', async () => {
  const { who: relay, id } = await relayIn(box, 'Anaïs')
  const [rosa, lucienne] = ['Rosa', 'Lucienne'].map(name =>
    box.welcome({ name, how: 'relay', relay: id }),
  ) as [string, string]
  const title = 'Rosa descend à Montbrison tous les jeudis, deux places'
  const sent = { title, heure: '8 h', for: rosa, reachBy: 'word', accord: 'ici' }
  const ride = idIn((await relay.post('/annonces/proposer', sent)).location)
  const wants = { annonce: ride, for: lucienne, day: '2026-12-10 08:00' }
  const at = await box.leadsTo(box.keeper, '/arrangements/interet', wants)
  await does(relay, at, 'repondre', { party: '1', says: 'yes' })
  await handAll(box)
  const moves = async (who: Browser, rideAt: string): Promise<void> => {
    const page = await who.get(`/annonces/${ride}/modifier`)
    const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
    const fields = { ...filledIn(page, action), rideAt } as Record<string, string>
    await box.leadsTo(who, action, fields)
    assert.deepEqual(box.faults, [])
  }
  await moves(await box.memberOf(rosa), '09:00')
  assert.equal(saidToHand(box).length, 1)
  await moves(relay, '09:15')
  await moves(relay, '09:30')
  assert.equal(saidToHand(box).length, 2, 'one slip of each')
  assert.match((await relay.get('/mes-mots')).text, /maintenant à 9 h 30/)
})

test('of the holder of a ticket only to the paper that was handed over to them', async () => {
  const annonce = await ofOdile()
  const typed = { annonce, firstName: 'Germaine', reach: 'chez elle, rue du four' }
  await box.visitor().post('/arrangements/interet', typed)
  const at = newest()
  await does(odile, at, 'proposer', WHEN)
  assert.equal((await notes(at, '1')).status, 422, 'nobody asked her yet')
  await handAll(box)
  assert.match((await box.keeper.get(at)).text, /Noter une réponse pour quelqu’un.*Pour Germaine/)
  assert.equal((await notes(at, '1')).status, 303)
  assert.match(
    (await odile.get(at)).text,
    /Germaine a dit d’accord.*noté par la personne qui tient/,
  )
  await does(odile, at, 'repondre', { says: 'not' })
  await does(odile, at, 'proposer', { when: 'vendredi' })
  assert.equal((await notes(at, '1')).status, 422, 'another paper, another answer')
  for (const said of ['Bonjour', ''])
    assert.equal((await does(box.keeper, at, 'mot', { party: '1', said })).status, 422)
})

test('of who sent a notice without a card, until their ticket says something in the thread', async () => {
  const asked = { title: 'cherche un bras', who: 'Ginette', phone: '04 77 24 11 22' }
  const { by, at: ticket, notice } = await sentNotice(box, asked)
  const at = (await odile.post('/arrangements/interet', { annonce: notice, said: 'Moi.' })).location
  assert.match((await box.keeper.get(at)).text, /Moi\./)
  await does(odile, at, 'proposer', WHEN)
  assert.equal((await notes(at, '1')).status, 303)
  await does(odile, at, 'repondre', { says: 'not' })
  const said = { id: idIn(at), said: 'zwyntrolubak', from: ticket }
  assert.equal((await does(by, ticket, 'mot', said)).status, 303)
  await does(odile, at, 'proposer', { when: 'vendredi' })
  assert.equal((await notes(at, '1')).status, 422)
  assert.doesNotMatch((await box.keeper.get(at)).text, /zwyntrolubak|vendredi|Moi\./)
})

test('the paper is answered once: nothing is told, done or moved in the name of its reader', async () => {
  const annonce = await ofOdile()
  const typed = { annonce, firstName: 'Germaine', reach: 'chez elle, rue du four' }
  const by = box.visitor()
  const ticket = (await by.post('/arrangements/interet', typed)).location.split('?')[0]!
  const at = newest()
  const tries = async (why: string) => {
    for (const fields of [
      { says: 'done' },
      { says: 'thank', tell: '1', named: '1', story: 'Germaine a emprunté la remorque' },
      { says: 'other', when: 'dimanche 5 h' },
      { says: 'not' },
      { says: 'keep' },
    ])
      assert.equal(
        (await does(box.keeper, at, 'repondre', { party: '1', ...fields })).status,
        422,
        why,
      )
  }
  await does(odile, at, 'proposer', WHEN)
  await handAll(box)
  assert.equal((await notes(at, '1')).status, 303)
  await tries('noted by the keeper')
  // What they noted by mistake they take back, and the paper is still theirs to answer for.
  assert.equal((await does(box.keeper, at, 'revenir', {})).status, 303)
  assert.equal((await does(by, ticket, 'repondre', { says: 'yes' })).status, 303)
  assert.equal((await does(box.keeper, at, 'revenir', {})).status, 422)
  await tries('said by the ticket')
  await does(odile, at, 'repondre', { says: 'done' })
  await tries('done')
  assert.doesNotMatch((await box.keeper.get(at)).body, /\/repondre/)
  assert.deepEqual(box.faults, [])
})

test('a question that was handed over to the holder of a ticket has its answer noted, once', async () => {
  const annonce = await ofOdile()
  const typed = { annonce, firstName: 'Germaine', reach: 'chez elle, rue du four' }
  const by = box.visitor()
  const ticket = (await by.post('/arrangements/interet', typed)).location.split('?')[0]!
  const at = newest()
  await does(odile, at, 'mot', { said: 'Pour quand ?' })
  const says = (said: string) => does(box.keeper, at, 'mot', { party: '1', said })
  assert.equal((await says('Samedi.')).status, 422, 'nobody asked her yet')
  const asks = async (): Promise<boolean> =>
    (await box.keeper.get('/mes-mots')).body.includes(`href="${at}">Noter la réponse de Germaine`)
  assert.equal(await asks(), false)
  await handAll(box)
  assert.equal(await asks(), true)
  const page = await box.keeper.get(at)
  assert.match(page.text, /Écrire à Odile, pour Germaine/)
  assert.doesNotMatch(page.text, /Pour quand|Proposer un moment|Finir la conversation/)
  box.later(1_000)
  assert.equal((await box.keeper.fill(page, `${at}/mot`, { said: 'Samedi.' })).status, 303)
  assert.equal(await asks(), false)
  assert.equal((await says('Encore.')).status, 422, 'one paper, one answer')
  assert.match((await odile.get(at)).text, /Germaine.*Samedi\..*noté par la personne qui tient/)
  assert.match((await by.get(ticket)).text, /Samedi\./)
  await does(odile, at, 'mot', { said: 'À samedi ?' })
  await does(by, ticket, 'mot', { said: 'Oui.' })
  await handAll(box)
  assert.equal((await says('Non.')).status, 422, 'she answered herself')
  assert.doesNotMatch((await box.keeper.get(at)).text, /Samedi|Écrire à Odile/)
  assert.deepEqual(box.faults, [])
})

test('a code that is said aloud sends to the keeper only for what somebody carries', async () => {
  const paulette = { who: 'Paulette', phone: '04 77 24 11 22' }
  const { by, at: ticket, code, notice } = await asksForSeat(box, paulette)
  const at = (await odile.post('/arrangements/interet', { annonce: notice })).location
  const told = async () =>
    (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text
  await does(by, ticket, 'mot', { id: idIn(at), said: 'Oui ?' })
  await does(odile, at, 'mot', { said: 'À quelle heure ?' })
  assert.match(await told(), /entre vous deux.*Pour laisser un mot de votre part : Anaïs/)
  assert.doesNotMatch(await told(), /sinon, demandez|À quelle heure/)
  await does(odile, at, 'proposer', WHEN)
  await does(by, ticket, 'repondre', { id: idIn(at), says: 'yes' })
  await does(odile, at, 'repondre', { says: 'not' })
  assert.match(await told(), /sinon, demandez à Anaïs/)
  assert.doesNotMatch(await told(), /entre vous deux/)
})
