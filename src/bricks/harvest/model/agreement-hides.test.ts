import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { hiddenIn } from '../../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { code } from '../../../contract/records/own-records.ts'
import { AGREES } from '../../../engine/naming.ts'

let box: TestBox
let karim: Readonly<{ of: string; id: string }>
beforeEach(async () => {
  box = testBox()
  box.territory({ keptBy: 'Anaïs' })
  karim = awaited('Karim Benali')
})

/** Notes that name somebody, whose strip has not come back. */
function awaited(name: string): Readonly<{ of: string; id: string }> {
  const of = box.bring('harvest', { title: 'Soirée', people: [name], state: 'open' }, 'home')
  const piece = box.bring('actor', { name, kind: 'person' }, 'home')
  const told = {
    of: 'actor',
    piece,
    sentBy: 'harvest',
    state: 'waiting',
    harvest: of,
    certainty: 1,
    from: 0,
    till: 5,
    person: true,
  }
  return { of, id: box.bring('proposal', told, 'home') }
}
const NUMBER = '06 45 45 45 45'
const CARD = {
  type: 'actor',
  kind: 'person',
  name: 'KARIM BENALI',
  phone: NUMBER,
  address: '3 rue Haute',
}
async function byHand(card: Readonly<Record<string, string>>): Promise<string> {
  const asked = await box.keeper.post('/ecrire', card)
  assert.equal(asked.status, 422, asked.text)
  const tick = hiddenIn(asked.body, AGREES).replaceAll('&quot;', '"')
  const sent = await box.keeper.post('/ecrire', { ...card, [AGREES]: tick })
  assert.equal(sent.status, 303)
  return sent.location
}
const shown = async (path: string): Promise<number> => (await box.visitor().get(path)).status
/** What the keeper is told of an answer. */
async function answered(input: Readonly<Record<string, string>>): Promise<string> {
  const sent = await box.keeper.post('/accord', input)
  assert.equal(sent.status, 303, sent.text)
  return (await box.keeper.get(sent.location)).text
}

test(
  'a person’s card is asked whole before it is written, and what their strip said is told; a ' +
    'group’s is not',
  async () => {
    const asked = await box.keeper.post('/ecrire', CARD)
    assert.equal(asked.status, 422)
    assert.match(
      asked.text,
      /« KARIM BENALI », un nom.*« 3 rue Haute », un chez-soi.*« 06 45 45 45 45 », un numéro/,
    )
    assert.match(asked.text, /On attend encore l’accord de Karim Benali \(notes « Soirée »\)/)
    assert.equal(box.read.all('SELECT id FROM actor').length, 0, 'nothing is written before')
    assert.equal(
      (
        await box.keeper.post('/ecrire', {
          type: 'actor',
          kind: 'association',
          name: 'Club de bridge',
          phone: NUMBER,
        })
      ).status,
      303,
    )
    const path = await byHand(CARD)
    const id = path.split('/').at(-1)!
    assert.equal(
      (await box.keeper.post('/ecrire', { ...CARD, id, summary: 'Tourne le bois.' })).status,
      303,
      'what was agreed is not asked again',
    )
    const moved = await box.keeper.post('/ecrire', { ...CARD, id, phone: '06 45 45 45 46' })
    assert.match(moved.text, /« 06 45 45 45 46 », un numéro/)
  },
)

test(
  'law 11: a no hides what shows that person here, whoever keyed it, and the keeper is told ' +
    'what and what stays',
  async () => {
    const card = await byHand(CARD)
    const need = box.bring('need', {
      title: 'On cherche un tour à bois',
      who: 'Karim Benali',
      reach: NUMBER,
      state: 'open',
    })
    const named = box.bring('event', {
      title: 'Le bois, raconté par Karim Benali',
      startsOn: '2026-12-24',
    })
    const other = box.bring('actor', { name: 'Karim Benaliz', kind: 'person' })
    const rosa = box.welcome({ name: 'Karim Benali' })
    const own = box.bring('offer', {
      title: 'Prête son tour',
      who: 'Karim Benali',
      author: rosa,
      reach: 'au local',
      state: 'firm',
    })
    assert.equal(await shown(card), 200)
    const said = await answered({ id: karim.id, answer: 'no' })
    assert.match(said, /n’est plus sur la page : On cherche un tour à bois ; KARIM BENALI\./)
    assert.match(said, /écrit avec sa carte, et c’est resté : Prête son tour/)
    assert.match(said, /Son nom se lit encore dans : Le bois, raconté par Karim Benali\./)
    assert.deepEqual([await shown(card), await shown(`/annonces/${need}`)], [404, 404])
    for (const path of ['/', '/chercher?q=benali', '/annuaire/acteurs', '/annonces'])
      assert.ok(!(await box.visitor().get(path)).body.includes('45 45'), path)
    for (const path of [`/agenda/${named}`, `/annuaire/acteurs/${other}`, `/annonces/${own}`])
      assert.equal(await shown(path), 200, path)
    assert.match((await box.keeper.get('/tenir/retire')).text, /KARIM BENALI/)
    assert.match(
      (await box.keeper.post('/ecrire', CARD)).text,
      /Karim Benali a dit non sur sa bande/,
    )
  },
)

test(
  'an agreement that is awaited: the keeper is told what shows that person already, and takes ' +
    'it off in one act',
  async () => {
    const card = box.bring('actor', { name: 'Karim Benali', kind: 'person', phone: NUMBER })
    const strips = await box.keeper.get(`/cueillette/${karim.of}/accord`)
    assert.match(strips.text, /Déjà sur la page sous ce nom : Karim Benali/)
    const sent = await box.keeper.post('/cueillette/cacher-en-attendant', { id: karim.id })
    assert.equal(sent.status, 303)
    assert.equal(await shown(`/annuaire/acteurs/${card}`), 404)
    assert.ok(
      !(await box.keeper.get(`/cueillette/${karim.of}/accord`)).text.includes('Déjà sur la page'),
    )
    assert.equal(box.read.list(code, {}, 'home').length, 0)
  },
)
