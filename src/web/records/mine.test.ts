import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { type Browser, hiddenIn } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { proposal } from '../../contract/records/own-records.ts'

const skip = lacking('member') || lacking('offer') || lacking('response')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
let elodie: Browser
let paul: Browser
let notice = ''
let idea = ''
beforeEach(async () => {
  if (skip) return
  box = testBox()
  const id = box.welcome({ name: 'Élodie' })
  elodie = await box.memberOf(id)
  paul = await box.member('Paul')
  notice = box.bring('offer', {
    title: 'Élodie prête sa remorke',
    who: 'Élodie',
    reach: 'au local',
    author: id,
    state: 'firm',
  })
  idea = box.bring('idea', { title: 'un four partagé', state: 'open' })
})
const paulId = (): string =>
  String(box.read.all("SELECT id FROM member_home WHERE name = 'Paul'")[0]?.['id'])
const offerPage = (): Promise<string> =>
  box
    .visitor()
    .get(`/annonces/${notice}`)
    .then(page => page.text)

test('a member corrects their own notice at its own address; others can’t', async () => {
  assert.ok((await elodie.get(`/annonces/${notice}`)).body.includes(`/annonces/${notice}/modifier`))
  const page = await elodie.get(`/annonces/${notice}/modifier`)
  const done = await elodie.fill(page, '/moi/corriger', {
    title: 'Élodie prête sa remorque',
    detail: 'Le matin.',
  })
  assert.equal(done.status, 303, done.text)
  assert.match(await offerPage(), /Élodie prête sa remorque.*Le matin/)
  assert.ok((await paul.get(`/annonces/${notice}/modifier`)).body.includes('name="passphrase"'))
  assert.ok(
    (await box.visitor().get(`/annonces/${notice}/modifier`)).body.includes('name="words"'),
    'a visitor is asked who they are',
  )
  for (const other of [paul, box.visitor()])
    await other.post('/moi/corriger', { type: 'offer', id: notice, title: 'à moi' })
  assert.match(await offerPage(), /Élodie prête sa remorque/)
})

test('an unticked theme is removed, and fields outside the form stay', async () => {
  const theme = box.bring('theme', { label: 'Transports' })
  await box.keeper.post('/ecrire', {
    type: 'offer',
    id: notice,
    title: 'Élodie prête sa remorque',
    reach: 'au local',
    themes: theme,
    where: 'au four',
  })
  const held = () => box.read.all('SELECT themes, "where" FROM offer WHERE id = ?', notice)[0]
  assert.match(String(held()?.['themes']), new RegExp(theme))
  await elodie.fill(await elodie.get(`/annonces/${notice}/modifier`), '/moi/corriger', {
    themes: [],
  })
  assert.ok(!String(held()?.['themes'] ?? '').includes(theme))
  await elodie.post('/moi/corriger', {
    type: 'offer',
    id: notice,
    title: 'Élodie prête une remorque',
  })
  assert.equal(held()?.['where'], 'au four')
})

test('a field changed meanwhile is shown before it is overwritten', async () => {
  const page = await elodie.get(`/annonces/${notice}/modifier`)
  await box.keeper.fill(await box.keeper.get(`/annonces/${notice}/modifier`), '/ecrire', {
    title: 'Élodie prête une remorque',
  })
  const done = await elodie.fill(page, '/moi/corriger', { title: 'Élodie prête sa remorque' })
  assert.equal(done.status, 422)
  assert.match(done.text, /Élodie prête une remorque/)
})

test('two forms of one notice that changed two fields are both written', async () => {
  const pages = [0, 1].map(() => elodie.get(`/annonces/${notice}/modifier`))
  const [first, second] = await Promise.all(pages)
  const detail = 'Le matin, au four.'
  assert.equal((await elodie.fill(first!, '/moi/corriger', { detail })).status, 303)
  assert.equal((await elodie.fill(second!, '/moi/corriger', { when: 'le jeudi' })).status, 303)
  assert.match(await offerPage(), /Le matin, au four/)
  assert.match(await offerPage(), /le jeudi/)
})

test('of a member, a long text is never put together with what another form wrote meanwhile', async () => {
  const [first, second] = [
    await elodie.get(`/annonces/${notice}/modifier`),
    await elodie.get(`/annonces/${notice}/modifier`),
  ]
  assert.equal(
    (await elodie.fill(first, '/moi/corriger', { detail: '1 22 33 44 vous attend' })).status,
    303,
  )
  const done = await elodie.fill(second, '/moi/corriger', { detail: 'le 06 7' })
  assert.equal(done.status, 422)
  assert.match(done.text, /1 22 33 44 vous attend/, 'what stands is shown beside what was typed')
  assert.match(done.body, /le 06 7/)
  assert.doesNotMatch(await offerPage(), /06 7/)
  // Sent again, it is written over what was read, whole.
  assert.equal((await elodie.fill(done, '/moi/corriger')).status, 303)
  const [shows = ''] = (await offerPage()).split(/Ce qui a changé|Qui l’a écrit/)
  assert.match(shows, /le 06 7/)
  assert.doesNotMatch(shows, /1 22 33 44/)
})

test('an ended notice can be reopened, from the sentence and its page', async () => {
  const closed = await elodie.post('/annonces/fermer', { id: notice })
  const page = await elodie.get(closed.location)
  assert.match(page.text, /n’est plus dans les listes.*La remettre dans les listes/)
  await elodie.fill(page, '/annonces/rouvrir')
  assert.ok((await box.visitor().get('/annonces')).text.includes('remorke'))
  assert.equal((await paul.post('/annonces/rouvrir', { id: notice })).status, 422)
})

test('on one’s own notice nobody is asked to arrange it with oneself', async () => {
  assert.ok(!(await elodie.get(`/annonces/${notice}`)).body.includes('/arrangements/interet'))
  assert.ok((await paul.get(`/annonces/${notice}`)).body.includes('/arrangements/interet'))
})

test(
  'records written with a card are listed, corrected, withdrawn and restored by their ' +
    'member alone',
  async () => {
    await elodie.post(`/repondre/${idea}`, {
      answer: 'help',
      saying: 'tenir le pétrain',
      firstName: 'Élodie',
    })
    const [row] = box.read.all('SELECT id FROM response')
    const id = String(row?.['id'])
    const list = await elodie.get('/moi/ecrits')
    assert.match(list.text, /tenir le pétrain.*Élodie prête sa remorke/)
    assert.ok((await elodie.get('/moi')).body.includes('href="/moi/ecrits"'))
    assert.ok(!(await paul.get('/moi/ecrits')).text.includes('tenir le pétrain'))
    const ideaPage = () =>
      box
        .visitor()
        .get(`/idees/idee/${idea}`)
        .then(page => page.text)
    await elodie.fill(await elodie.get(`/moi/corriger/response/${id}`), '/moi/corriger', {
      saying: 'tenir le pétrin',
    })
    assert.match(await ideaPage(), /tenir le pétrin/)
    const jeton = hiddenIn((await paul.get('/moi/ecrits')).body, 'jeton')
    assert.equal((await paul.post('/moi/retirer', { type: 'response', id, jeton })).status, 422)
    const gone = await elodie.fill(
      await elodie.get('/moi/ecrits'),
      '/moi/retirer',
      {},
      form => form.fields['id'] === id,
    )
    assert.equal(gone.status, 303, gone.text)
    assert.ok(!(await ideaPage()).includes('tenir le pétrin'))
    assert.equal((await paul.post('/moi/remettre', { type: 'response', id })).status, 422)
    await elodie.fill(await elodie.get('/moi/ecrits'), '/moi/remettre')
    assert.match(await ideaPage(), /tenir le pétrin/)
    const restoresAgain = (who: typeof elodie) =>
      who.post('/moi/remettre', { type: 'response', id })
    assert.match((await restoresAgain(elodie)).text, /Ce n’est pas retiré/)
    assert.match((await restoresAgain(paul)).text, /Ce n’est pas à vous/)
  },
)

test('a waiting correction is erased with its record, whoever has it erased', async () => {
  const wide =
    "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'"
  const said = (query = 'SELECT value FROM piece'): boolean =>
    JSON.stringify(box.log.sql.all(query)).includes('Firmin')
  const title = 'Élodie prête sa remorque, demander à Firmin Tramoyard'
  await elodie.post('/moi/corriger', { type: 'offer', id: notice, title })
  await elodie.post(`/repondre/${idea}`, { answer: 'in' })
  await elodie.post(`/repondre/${idea}`, { answer: 'in', saying: 'avec Firmin Tramoyard' })
  assert.match(
    (await box.keeper.get('/a-montrer')).text,
    /demander à Firmin.*avec Firmin|avec Firmin.*demander à Firmin/,
  )
  // What is off the page is mended by nobody.
  await box.keeper.post('/retirer', { type: 'offer', id: notice })
  const [waiting] = box.read.all('SELECT id FROM proposal_home WHERE changes = ?', notice)
  assert.equal(
    (await box.keeper.post('/a-montrer/afficher', { id: String(waiting?.['id']) })).status,
    422,
  )
  assert.ok(!said(wide))
  await box.keeper.post('/remettre-sur-la-page', { type: 'offer', id: notice })
  assert.ok(box.turn('plain.forget', { type: 'offer', id: notice, what: 'all', confirm: '1' }).done)
  assert.equal((await elodie.post(`/repondre/${idea}/reprendre`, {})).status, 303)
  assert.doesNotMatch((await box.keeper.get('/a-montrer')).text, /Firmin/)
  assert.ok(!said(), 'nothing of it is left')
})

test(
  'a correction that waits is mended where it waits, and taken back with nothing of it on the ' +
    'page',
  async () => {
    const commons = () =>
      box.log.sql
        .all("SELECT DISTINCT record FROM write WHERE type = 'offer' AND space = 'commons'")
        .map(row => row['record'])
    await elodie.post('/moi/corriger', {
      type: 'offer',
      id: notice,
      title: 'Élodie prête sa remorque, voir Firmin Tramoyard',
    })
    const piece = String(box.read.all('SELECT piece FROM proposal_home')[0]?.['piece'])
    assert.equal(
      (
        await elodie.post('/moi/corriger', {
          type: 'offer',
          id: piece,
          title: 'Élodie prête sa remorque bleue',
        })
      ).status,
      303,
    )
    assert.equal(box.read.count(proposal, {}, 'home'), 1)
    assert.deepEqual(commons(), [notice])
    await box.keeper.post('/a-montrer/afficher', {
      id: String(box.read.list(proposal, {}, 'home')[0]?.id),
    })
    assert.match(await offerPage(), /sa remorque bleue/)
    await elodie.post('/moi/corriger', {
      type: 'offer',
      id: notice,
      title: 'Élodie prête sa remorque, voir Firmin Tramoyard',
    })
    const again = String(box.read.list(proposal, { where: "state = 'waiting'" }, 'home')[0]?.piece)
    assert.equal((await elodie.post('/moi/retirer', { type: 'offer', id: again })).status, 303)
    assert.deepEqual(commons(), [notice])
  },
)

test('a record that the keeper took off is not restored by its member', async () => {
  await box.keeper.post('/retirer', { type: 'offer', id: notice })
  assert.ok(!(await elodie.get('/moi/ecrits')).body.includes('action="/moi/remettre"'))
  assert.equal((await elodie.post('/moi/remettre', { type: 'offer', id: notice })).status, 422)
  assert.equal((await box.visitor().get(`/annonces/${notice}`)).status, 404)
})

test('a word is corrected and taken back by who left it, until it is handed over', async () => {
  await elodie.post('/mot', { forWhom: 'Huguette', sender: 'Élodie', said: 'le four est chau' })
  const id = String(box.read.all('SELECT id FROM word_home')[0]?.['id'])
  await elodie.fill(await elodie.get(`/moi/corriger/word/${id}`), '/moi/corriger', {
    said: 'le four est chaud',
  })
  assert.match((await box.keeper.get('/mes-mots')).text, /le four est chaud/)
  await box.keeper.post(`/mes-mots/${id}/remis`, {})
  assert.equal(
    (await elodie.post('/moi/corriger', { type: 'word', id, said: 'trop tard' })).status,
    422,
  )
  assert.equal((await elodie.post('/moi/retirer', { type: 'word', id })).status, 422)
})

test(
  'a person who wrote in another’s name finds the record in their list, and withdraws ' + 'it',
  async () => {
    const member = box.welcome({ name: 'Bastien' })
    const bastien = await box.memberOf(member)
    const id = box.bring('offer', {
      title: 'Odette garde les poules',
      who: 'Odette',
      reach: 'au local',
      keyedBy: member,
      state: 'firm',
    })
    const page = await bastien.get('/moi/ecrits')
    assert.match(page.text, /Odette garde les poules/)
    assert.ok(!(await paul.get('/moi/ecrits')).text.includes('Odette'))
    await bastien.post('/moi/retirer', { type: 'offer', id })
    assert.equal(box.read.one(box.types.get('offer')!, id), undefined)
  },
)

test('the list holds one’s own acts alone, and each button of it works; a refusal is said there', async () => {
  const about = box.bring('offer', {
    title: 'Paul prête un étau',
    who: 'Paul',
    reach: 'au local',
    state: 'firm',
    author: paulId(),
  })
  // Paul leaves words and proposes an arrangement; Élodie has each of them for her, and one of each
  // of her own.
  for (const [from, for_, notice_] of [
    [paul, 'Élodie', notice],
    [elodie, 'Paul', about],
  ] as const) {
    assert.equal(
      (await from.post('/mot', { forWhom: for_, annonce: notice_, said: `un mot pour ${for_}` }))
        .status,
      303,
    )
    const dealt = await from.post('/arrangements/nouveau', {
      annonce: notice_,
      what: `arrangé avec ${for_}`,
      when: 'samedi',
      where: 'au four',
    })
    assert.equal(dealt.status, 303, dealt.text)
  }
  const list = await elodie.get('/moi/ecrits')
  assert.match(list.text, /un mot pour Paul/)
  assert.match(list.text, /arrangé avec Paul/)
  assert.doesNotMatch(list.text, /un mot pour Élodie|arrangé avec Élodie/)
  assert.match(list.text, /Élodie prête sa remorke offre[^.]*noté pour vous/i)
  const links = [...list.body.matchAll(/href="(\/moi\/corriger\/[^"]+)"/g)].map(([, href]) => href!)
  assert.ok(links.length >= 3, list.text)
  for (const href of links) assert.equal((await elodie.get(href)).status, 200, href)
  const ways = formsIn(list).filter(form => form.action === '/moi/retirer')
  for (const { fields } of ways)
    assert.equal((await elodie.post('/moi/retirer', fields)).status, 303)
  const again = await elodie.post('/moi/retirer', { ...ways[0]!.fields, tour: '' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Ce n’est pas à vous, ou ce n’est plus là/)
})
