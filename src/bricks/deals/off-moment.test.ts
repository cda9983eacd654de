import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { wholeOf } from './model/read.ts'

/** What falls while another moment is asked: everybody reads the moment that was agreed. */

const [AGREED, ASKED] = ['jeudi 10 décembre à 8 h', 'jeudi 10 décembre à 7 h 15']
const named = /jeudi 10 décembre à 8\sh(?! ?\d)/i
const notNamed = /7\sh\s15/

/** Odette answers Mathieu's notice by a ticket; they agreed, and he asks another moment. */
async function asked() {
  const box = testBox()
  box.territory()
  const mathieu = await box.member('Mathieu')
  const odette = box.visitor()
  const act = box.leadsTo
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const page = await odette.get(`/arrangements/interet?annonce=${notice}`)
  const began = await odette.fill(page, '/arrangements/interet', {
    firstName: 'Odette',
    reach: 'au local',
  })
  assert.equal(began.status, 303, began.text)
  const ticket = began.location.replace(/[?#].*/, '')
  const id = String(box.read.all('SELECT id FROM deal_home')[0]?.['id'])
  const at = `/arrangements/${id}`
  await act(mathieu, `${at}/proposer`, { when: AGREED, where: 'à l’église' })
  await act(odette, `${ticket}/repondre`, { says: 'yes' })
  await act(mathieu, `${at}/repondre`, { says: 'other', when: ASKED })
  const whole = () => wholeOf(box.read, id)!
  assert.equal(whole().stands?.when, AGREED)
  return { box, mathieu, odette, ticket, act, at, notice, whole }
}

/** A page or a line of it names the agreed moment, and not the other one. */
function namesAgreed(text: string, what: string): void {
  assert.match(text, named, what)
  const [news = ''] = /[^.]*(?:ne se fait pas|n’a plus lieu|n’aura pas lieu)[^.]*/.exec(text) ?? []
  assert.notEqual(news, '', what)
  assert.doesNotMatch(news, notNamed, what)
}

test('what is called off while another moment is asked names the agreed moment', async () => {
  const { box, mathieu, odette, ticket, act, at, whole } = await asked()
  using _ = box
  await act(mathieu, `${at}/repondre`, { says: 'not' })
  namesAgreed((await odette.get(ticket)).text, 'ticket')
  namesAgreed((await mathieu.get(at)).text, 'thread')
  const slips = box.read.all('SELECT said FROM word_home WHERE removed IS NOT 1')
  const last = String(slips.at(-1)?.['said'])
  assert.match(last, named)
  assert.doesNotMatch(last, notNamed)
  namesAgreed((await box.keeper.get('/mes-mots')).text, 'words to hand over')
  await act(mathieu, `${at}/revenir`, {})
  assert.deepEqual([whole().state, whole().row.when], ['proposed', ASKED])
})

test('what is called off by a ticket is named on the first page and in the list', async () => {
  const { box, mathieu, ticket, odette, act } = await asked()
  using _ = box
  await act(odette, `${ticket}/repondre`, { says: 'not' })
  namesAgreed((await mathieu.get('/')).text, 'first page')
  namesAgreed((await mathieu.get('/arrangements')).text, 'list')
  namesAgreed((await odette.get(ticket)).text, 'ticket')
})

test('a conversation that is ended names the agreed moment too', async () => {
  const { box, mathieu, ticket, odette, act, at } = await asked()
  using _ = box
  await act(odette, `${ticket}/finir`, {})
  namesAgreed((await mathieu.get('/')).text, 'first page')
  namesAgreed((await mathieu.get(at)).text, 'thread')
  namesAgreed((await odette.get(ticket)).text, 'ticket')
})

test('a ticket that is erased says what it calls off, and the other reads it', async () => {
  const { box, mathieu, ticket, odette, act, at } = await asked()
  using _ = box
  const page = await odette.get(`${ticket}/reprendre`)
  assert.match(page.text, named)
  assert.doesNotMatch(page.text, notNamed)
  await act(odette, `${ticket}/reprendre`, {})
  namesAgreed((await mathieu.get('/')).text, 'first page')
  namesAgreed((await mathieu.get(at)).text, 'thread')
})

test('a member who is forgotten leaves the day that was agreed', async () => {
  const { box, mathieu, ticket, odette, act, at } = await asked()
  using _ = box
  await act(mathieu, `${at}/repondre`, { says: 'no' })
  await act(mathieu, `${at}/repondre`, { says: 'other', when: 'samedi 12 décembre' })
  await act(mathieu, '/moi/oublier', { sure: 'oui' })
  const left = box.read.all('SELECT "when" FROM deal_home WHERE removed IS NOT 1')
  assert.deepEqual(
    left.map(row => row['when']),
    ['jeudi 10 décembre'],
  )
  assert.match((await odette.get(ticket)).text, /Ce billet n’ouvre plus rien.*n’y comptez pas/)
})

test('a notice that leaves the page says that the agreed moment stands', async () => {
  const { box, mathieu, ticket, odette, act, notice } = await asked()
  using _ = box
  await act(mathieu, '/moi/retirer', { type: 'offer', id: notice })
  const { text } = await odette.get(ticket)
  assert.match(text, /ce qui est convenu tient toujours \(« jeudi 10 décembre à 8\sh »/)
})
