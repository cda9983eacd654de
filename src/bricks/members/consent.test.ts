import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { hiddenIn } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'
import { consentsOf, contactsOf, standingConsent } from './model/read.ts'

const NUMBER = '06 71 22 33 44'
let box: TestBox
let elodie = ''
beforeEach(async () => {
  box = testBox()
  elodie = box.welcome({
    name: 'Élodie',
    how: 'phone',
    phone: NUMBER,
    uses: ['phone-shown', 'told'],
  })
})
const read = () => box.read
const given = (use: string) => standingConsent(read(), elodie, use)!.id
/** Every value that this box still holds, in its log and in its tables. */
function held(): string {
  const { log, tables } = box.engine
  const names = tables.sql.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
  )
  const rows = names.flatMap(({ name }) => tables.sql.all(`SELECT * FROM "${name}"`))
  const values = log.sql
    .all<{ value: string }>("SELECT value FROM piece WHERE field <> 'writes'")
    .map(row => row.value)
  return JSON.stringify([
    rows.map(row => Object.values(row).filter(one => typeof one === 'string')),
    values,
  ])
}
const holdsNumber = (text: string): boolean =>
  /7\D{0,6}1\D{0,6}2\D{0,6}2\D{0,6}3\D{0,6}3\D{0,6}4\D{0,6}4/.test(text)

test('an agreement is read with its day, and taken back by its person on their own page', async () => {
  const person = await box.memberOf(elodie)
  assert.match(
    (await person.get('/moi')).text,
    /ce que j’ai fait, raconté dans « Ça s’est fait », depuis le .*Reprendre cet accord/,
  )
  const sent = await person.post(`/habitants/${elodie}/reprendre`, {
    consent: given('told'),
    sure: '1',
  })
  assert.equal(sent.location, '/moi')
  assert.equal(standingConsent(read(), elodie, 'told'), undefined)
  const kept = consentsOf(read(), elodie).find(one => one.use === 'told')
  assert.ok(kept?.withdrawnOn, 'the day on which it was taken back is kept')
  assert.match((await person.get('/moi')).text, /repris/)
})

test('who no longer agrees to be told is told no more: the line is erased for good, and each ' +
  'deal says so', {
  skip: lacking('deal'),
}, async () => {
  const person = await box.memberOf(elodie)
  const deed = box.bring('deed', {
    title: 'Élodie a donné des graines de potimarron',
    who: 'Élodie',
    doneOn: '2026-12-01',
    parties: [elodie],
  })
  const deal = box.bring('deal', {
    what: 'des graines',
    parties: [elodie],
    names: ['Paul'],
    state: 'done',
    deed,
  })
  for (const one of [{ member: elodie }, { name: 'Paul' }])
    box.bring('deal-answer', { deal, says: 'tell', ...one })
  assert.ok((await box.visitor().get('/')).body.includes('potimarron'))
  await person.post(`/habitants/${elodie}/reprendre`, { consent: given('told'), sure: '1' })
  assert.ok(!(await box.visitor().get('/')).body.includes('potimarron'))
  assert.ok(!held().includes('potimarron'))
  const page = await person.get(`/arrangements/${deal}`)
  assert.match(page.text, /Peut-on le raconter.*Vous préférez qu’on ne le raconte pas/)
  assert.equal(read().all('SELECT deed FROM deal_home WHERE id = ?', deal)[0]?.['deed'], null)
})

test(
  'a telephone ticked in a notice is read among the agreements and taken back there, whatever ' +
    'number it is',
  async () => {
    const rosa = box.welcome({ name: 'Rosa' })
    const person = await box.memberOf(rosa)
    await person.post('/annonces/proposer', {
      title: 'prête sa remorque',
      reachBy: 'phone',
      phone: NUMBER,
      accord: 'ici',
    })
    assert.match(
      (await person.get('/moi')).text,
      /lit d’abord.*Rosa\s: «\sprête sa remorque\s» attend d’être lue/,
    )
    assert.ok(
      !holdsNumber((await box.visitor().get('/annonces')).text),
      'a number that is not in their file is read first',
    )
    const waiting = read().all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]?.['id']
    assert.match(
      (await box.keeper.get('/a-montrer')).text,
      /par la carte de Rosa.*un numéro ou une adresse/,
    )
    await box.keeper.post('/a-montrer/afficher', { id: String(waiting) })
    const path = `/annonces/${read().all('SELECT id FROM offer')[0]?.['id']}`
    assert.match(
      (await person.get('/moi')).text,
      pattern()`
        Mes annonces Rosa\s: «\sprête sa remorque\s» affichée ici seulement Je propose.*
        mon téléphone, affiché : Rosa\s: «\sprête sa remorque\s» Reprendre
      `,
    )
    const other = await box.memberOf(elodie)
    assert.equal(
      (await other.post(`/habitants/${rosa}/reprendre`, { use: 'phone-shown' })).status,
      422,
    )
    assert.ok(holdsNumber((await box.visitor().get(path)).text))
    assert.equal(
      (await person.post(`/habitants/${rosa}/reprendre`, { use: 'phone-shown', sure: '1' }))
        .location,
      '/moi',
    )
    const page = await box.visitor().get(path)
    assert.match(page.text, /Rosa\s: «\sprête sa remorque\s».*par un mot/)
    assert.ok(!holdsNumber(page.body))
    const [row] = box.log.sql.all(
      "SELECT count(*) AS n FROM piece WHERE field = 'reach' AND value LIKE '%71%22%33%44%'",
    )
    assert.equal(row?.['n'], 0)
    assert.doesNotMatch((await person.get('/moi')).text, /mon téléphone, affiché :/)
  },
)

test('nobody takes back an agreement of somebody else', async () => {
  const paul = await box.member('Paul')
  const sent = await paul.post(`/habitants/${elodie}/reprendre`, {
    consent: given('told'),
    sure: '1',
  })
  assert.ok(sent.status >= 400)
  assert.ok(standingConsent(read(), elodie, 'told'))
})

test(
  'nobody agrees in somebody else’s place, a relay neither: that is for the keeper, from a ' +
    'paper',
  async () => {
    const [kwan, paul] = [box.welcome({ name: 'Kwan' }), box.welcome({ name: 'Paul' })]
    await box.keeper.post(`/habitants/${kwan}/relais`, { name: 'Kwan', where: 'au bar', yes: '1' })
    for (const member of [kwan, elodie]) {
      const other = await box.memberOf(member)
      assert.equal((await other.post(`/habitants/${paul}/accord`, { use: 'told' })).status, 422)
      assert.equal(consentsOf(read(), paul).length, 0)
    }
    await box.keeper.post(`/habitants/${paul}/accord`, { use: 'told' })
    assert.ok(standingConsent(read(), paul, 'told'))
  },
)

test('a question comes first, with what will change; nothing changes before it is answered', async () => {
  const own = box.bring('offer', {
    title: 'Élodie prête son étau',
    reach: NUMBER,
    reachBy: 'phone',
    author: elodie,
    state: 'firm',
  })
  const club = box.bring('actor', { name: 'Club de bridge', kind: 'association', phone: NUMBER })
  const person = await box.memberOf(elodie)
  const asked = await person.post(`/habitants/${elodie}/reprendre`, {
    consent: given('phone-shown'),
  })
  assert.equal(asked.location, `/habitants/${elodie}/reprendre?consent=${given('phone-shown')}`)
  const page = await person.get(asked.location)
  assert.match(
    page.text,
    pattern()`
      ce que vous avez écrit.*Élodie prête son étau.*n’est pas de vous.*caché.*Club de bridge.*
      papier déjà imprimé.*Oui, reprendre
    `,
  )
  for (const path of [`/annonces/${own}`, `/annuaire/acteurs/${club}`])
    assert.ok(holdsNumber((await box.visitor().get(path)).text), path)
  const paul = await box.member('Paul')
  assert.equal((await paul.get(asked.location)).status, 404)
  assert.ok(
    !(await (await box.memberOf(elodie, 'wifi')).get(asked.location)).text.includes(
      'Club de bridge',
    ),
  )
})

test(
  'a telephone taken back is in nothing of its member any more, however it was spaced; ' +
    'elsewhere it is hidden, and the keeper decides',
  async () => {
    const mine = box.bring('offer', {
      title: 'Élodie prête son étau',
      reach: '0671223344',
      reachBy: 'phone',
      author: elodie,
      detail: 'Appeler Élodie au 06.71.22.33.44 avant midi.',
      state: 'firm',
    })
    const need = {
      title: 'On cherche un étau',
      reach: 'Paul ou Élodie, +33 (0)6 71.22.33.44',
      state: 'open',
    }
    const other = box.bring('need', need)
    const club = box.bring('actor', { name: 'Club de bridge', kind: 'association', phone: NUMBER })
    const plain = box.bring('offer', {
      title: 'Paul prête sa scie',
      reach: '06 71 22 33 45',
      state: 'firm',
    })
    const notes = box.bring(
      'word',
      { forWhom: 'Élodie', sender: 'Paul', said: `Est-ce bien le ${NUMBER} ?` },
      'home',
    )
    const person = await box.memberOf(elodie)
    const sent = await person.post(`/habitants/${elodie}/reprendre`, {
      consent: given('phone-shown'),
      sure: '1',
    })
    assert.equal(sent.status, 303)
    const shown = await box.visitor().get(`/annonces/${mine}`)
    assert.match(shown.text, /par un mot, qu’on lui remettra/)
    assert.match(shown.text, /Appeler Élodie avant midi/)
    const [left] = box.log.sql.all(
      'SELECT count(*) AS n FROM piece JOIN write USING (entry, change, field) ' +
        "WHERE write.record = ? AND value LIKE '%71%22%33%44%'",
      mine,
    )
    assert.equal(left?.['n'], 0, 'what is theirs holds it no more, journal included')
    const paths = [
      '/',
      '/annonces',
      '/chercher?q=étau',
      `/annonces/${mine}/changements`,
      `/annonces/${other}`,
      `/annuaire/acteurs/${club}`,
    ]
    const everybody = [box.visitor(), person, box.keeper]
    for (const path of paths)
      for (const who of everybody)
        assert.ok(!holdsNumber((await who.get(path)).body.replace(/value="[^"]*"/g, '')), path)
    assert.match((await box.visitor().get(`/annonces/${plain}`)).text, /06 71 22 33 45/)
    assert.ok(
      holdsNumber(String(read().one(box.types.get('word')!, notes, 'home')?.['said' as never])),
      'the keeper’s own notes stay',
    )
    assert.equal(contactsOf(read(), elodie)[0]?.phone, NUMBER, 'and how the keeper reaches them')
    const list = await box.keeper.get('/tenir/numeros')
    assert.match(
      list.text,
      pattern()`
        06 71 22 33 44 caché par un·e habitant·e.*(On cherche un étau.*Club de bridge
        |Club de bridge.*On cherche un étau)
      `,
    )
    const id = hiddenIn(list.body, 'id')
    assert.equal((await box.keeper.post('/tenir/numeros/remontrer', { id })).status, 303)
    assert.ok(
      holdsNumber((await box.visitor().get(`/annuaire/acteurs/${club}`)).text),
      'nothing of the club was lost',
    )
    assert.equal(
      (read().one(box.types.get('need')!, other) as Readonly<Record<string, unknown>>)['reach'],
      need.reach,
    )
    const now = read().one(box.types.get('offer')!, mine)
    assert.ok(!holdsNumber(JSON.stringify(now)), 'what was theirs stays without it')
  },
)

test(
  'a long text of theirs that held the number once, and was mended since, keeps what it says ' +
    'today and nothing of before',
  async () => {
    const detail = `Appeler le ${NUMBER}.`
    const id = box.bring('offer', {
      title: 'Un four à pain',
      reach: 'au local',
      detail,
      author: elodie,
      state: 'firm',
    })
    await box.keeper.post('/ecrire', {
      type: 'offer',
      id,
      title: 'Un four à pain',
      reach: 'au local',
      detail: 'Passer au local.',
    })
    await box.keeper.post(`/habitants/${elodie}/reprendre`, {
      consent: given('phone-shown'),
      sure: '1',
    })
    const bytes = box.log.sql.all<{ value: string }>(
      `SELECT value FROM piece WHERE value LIKE '{"yjs"%'`,
    )
    for (const { value } of bytes)
      assert.ok(!Buffer.from(JSON.parse(value).yjs, 'base64').toString('utf8').includes('71 22'))
    assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Passer au local/)
  },
)

test(
  'the file that the keeper alone reads loses the number when that is asked too; two may ' +
    'share one, and the other keeps theirs',
  async () => {
    const paul = box.welcome({ name: 'Paul', how: 'phone', phone: NUMBER })
    await box.keeper.post(`/habitants/${elodie}/reprendre`, {
      consent: given('phone-shown'),
      sure: '1',
      file: '1',
    })
    assert.equal(contactsOf(read(), paul)[0]?.phone, NUMBER)
    assert.deepEqual(
      [contactsOf(read(), elodie)[0]?.phone, contactsOf(read(), elodie)[0]?.how],
      [null, 'word'],
    )
    assert.equal(
      read().all('SELECT id FROM hidden_number_home').length,
      0,
      'it was shown by nobody else',
    )
  },
)

test(
  'all that shows of a member is among their agreements, whether they ticked it, wrote it or ' +
    'are a relay',
  async () => {
    const marius = box.welcome({ name: 'Marius' })
    const person = await box.memberOf(marius)
    assert.match((await person.get('/moi')).text, /Mes accords Aucun accord : rien n’est montré/)
    await box.keeper.post(`/habitants/${marius}/relais`, {
      name: 'Marius',
      where: 'au bar',
      when: 'le mardi',
      yes: '1',
    })
    const offer = box.bring('offer', {
      title: 'Marius prête sa scie',
      who: 'Marius',
      reach: `chez lui, ${NUMBER}`,
      author: marius,
      state: 'firm',
    })
    box.bring('actor', { name: 'MARIUS', kind: 'person', reach: 'au bar' })
    const said = (await person.get('/moi')).text
    assert.doesNotMatch(said, /Aucun accord/)
    for (const line of [
      /mon téléphone, affiché : Marius prête sa scie Reprendre cet accord/,
      /mon prénom, affiché avec mes annonces : Marius prête sa scie Les corriger ou les retirer/,
      /mon prénom comme relais, affiché : Marius, au bar, le mardi Ne plus être relais/,
      /une page à ce prénom dans « Qui fait quoi » : MARIUS/,
    ])
      assert.match(said, line)
    await person.post(`/habitants/${marius}/reprendre`, { use: 'phone-shown', sure: '1' })
    const after = (await box.visitor().get(`/annonces/${offer}`)).text
    assert.ok(!holdsNumber(after) && after.includes('chez lui'), after)
    assert.doesNotMatch((await person.get('/moi')).text, /mon téléphone, affiché :/)
  },
)

test(
  'what the keeper took off the page is told to its author, with the reason, where nobody ' +
    'listens',
  async () => {
    if (
      !read().all("SELECT 1 FROM pragma_table_info('offer_home') WHERE name = 'hiddenWhy'").length
    )
      return
    const id = box.bring('offer', {
      title: 'Élodie vend',
      reach: 'au local',
      author: elodie,
      state: 'firm',
      removed: true,
      hiddenWhy: 'pas de vente',
    })
    assert.match(
      (await (await box.memberOf(elodie)).get('/moi')).text,
      /Élodie vend.*retirée de la page : pas de vente/,
    )
    assert.ok(
      !(await (await box.memberOf(elodie, 'wifi')).get('/moi')).text.includes('pas de vente'),
    )
    assert.ok(id)
  },
)

test('a notice whose number is hidden leads to whoever keeps the page, and its author is told', async () => {
  box.territory()
  const mine = box.bring('offer', {
    title: 'Élodie prête sa scie',
    who: 'Élodie',
    reach: NUMBER,
    reachBy: 'phone',
    author: elodie,
    state: 'firm',
  })
  const [stranger, person] = [box.visitor(), await box.memberOf(elodie)]
  const page = await stranger.get(`/annonces/${mine}`)
  assert.match(page.body, new RegExp(`href="/c-est-mon-numero\\?ou=${mine}"`))
  assert.match(
    (await stranger.get(`/c-est-mon-numero?ou=${mine}`)).text,
    /Il se lit sur « Élodie prête sa scie »/,
  )
  const hide = (who = stranger) => who.post('/c-est-mon-numero', { number: '0671223344', ou: mine })
  assert.equal((await hide()).location, `/annonces/${mine}`)
  const after = await stranger.get(`/annonces/${mine}`)
  assert.ok(!holdsNumber(after.text))
  assert.match(after.text, /Pour joindre Élodie : par Anaïs, au local/)
  assert.match(after.body, /Ça m’intéresse/)
  assert.match((await person.get('/moi')).text, /Élodie prête sa scie Votre téléphone y est caché/)
  const list = await box.keeper.get('/tenir/numeros')
  assert.match(list.text, /06 71 22 33 44 caché par quelqu’un de passage/)
  const id = /name="id" value="([0-9a-z]{26})"/.exec(list.body)?.[1] ?? ''
  assert.equal((await box.keeper.post('/tenir/numeros/remontrer', { id })).status, 303)
  assert.ok(holdsNumber((await stranger.get(`/annonces/${mine}`)).text))
  assert.equal((await hide(box.visitor('wifi'))).status, 422, 'the keeper showed it again')
  assert.equal((await hide(person)).status, 303, 'its own card hides it')
  assert.ok(!holdsNumber((await stranger.get(`/annonces/${mine}`)).text))
})

test(
  'one hides three in ten minutes, a landline and a mobile; somebody else at the same address ' +
    'hides theirs, five in an hour',
  async () => {
    for (const number of [51, 52, 53, 54, 55, 56].map(n => `06 71 22 33 ${n}`))
      box.bring('offer', { title: `voir ${number}`, reach: number, state: 'firm' })
    const stranger = box.visitor()
    const hide = (number: string) => stranger.post('/c-est-mon-numero', { number })
    assert.equal((await hide('06 71 22 33 50')).status, 422, 'a slip of the finger is not counted')
    for (const n of [51, 52, 53]) assert.equal((await hide(`06 71 22 33 ${n}`)).status, 303)
    const late = await stranger.post('/c-est-mon-numero', {
      number: '06 71 22 33 54',
      from: '/c-est-mon-numero',
    })
    assert.equal(late.status, 429)
    assert.match(late.body, /name="number"[^>]*value="06 71 22 33 54"/, 'the number stays typed')
    assert.match(late.text, /attendez dix minutes/)
    assert.match(
      (await box.visitor().get('/c-est-mon-numero')).text,
      /Trois au plus en dix minutes/,
    )
    const others = (number: string) => box.visitor().post('/c-est-mon-numero', { number })
    for (const n of [54, 55])
      assert.equal(
        (await others(`06 71 22 33 ${n}`)).status,
        303,
        'a fresh browser at the same address',
      )
    assert.equal((await others('06 71 22 33 56')).status, 429, 'a script is stopped')
    box.later(3_600_001)
    assert.equal((await others('06 71 22 33 56')).status, 303)
  },
)
