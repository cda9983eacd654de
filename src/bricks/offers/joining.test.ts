import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/**
 * How somebody is reached: what the box knows is not typed again, and whom nobody knows says where
 * they are found.
 */

const NUMBER = '06 71 22 33 44'
let box: TestBox
beforeEach(async () => {
  box = testBox()
  box.territory({ communes: ['42195', '42019'] })
  box.bring('commune', { code: '42195', name: 'Sail-sous-Couzan' })
  box.bring('commune', { code: '42019', name: 'Zwynbourg' })
})

test('where a visitor is found is kept under every way, for the keeper alone', async () => {
  const stranger = box.visitor()
  const way = { who: 'Zélie', reachBy: 'phone', phone: '06 12 34 56 78', accord: 'voisins' }
  const sent = { title: 'je donne des bocaux', foundAt: 'au moulin quenelbleu', ...way }
  assert.equal((await stranger.post('/annonces/proposer', sent)).status, 303)
  assert.match((await box.keeper.get('/a-montrer')).text, /moulin quenelbleu/)
  assert.doesNotMatch((await stranger.get('/annonces')).text, /quenelbleu/)
})

test(
  'a visitor who wants a word says where they are found: for the keeper alone, on the notice ' +
    'and beside the word',
  async () => {
    const stranger = box.visitor()
    const sent = { title: 'je donne des pots', who: 'Léonce', reachBy: 'word', accord: 'voisins' }
    const refused = await stranger.post('/annonces/proposer', {
      ...sent,
      from: '/annonces/proposer',
    })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Dites où vous trouver/)
    assert.match(refused.body, /name="foundAt"/)
    assert.equal(
      (await stranger.post('/annonces/proposer', { ...sent, foundAt: 'aux volets zwynbleus' }))
        .status,
      303,
    )
    const page = await box.keeper.get('/a-montrer')
    assert.match(page.text, /aux volets zwynbleus/)
    await box.keeper.post('/a-montrer/afficher', {
      id: /name="id" value="([0-9a-z]{26})"/.exec(page.body)![1]!,
    })
    const path = `/annonces/${box.read.all('SELECT id FROM offer')[0]!['id']}`
    const read = (await stranger.get(path)).text
    assert.match(read, /Pour joindre Léonce : laissez un mot à Anaïs/)
    assert.match(read, /Pour joindre Léonce.*Ça m’intéresse/)
    assert.ok(!read.includes('zwynbleus'))
    assert.match((await box.keeper.get(path)).text, /Où la trouver aux volets zwynbleus/)
    await stranger.post('/mot', {
      annonce: path.split('/').at(-1)!,
      sender: 'Paul',
      said: 'pour les pots',
    })
    assert.match((await box.keeper.get('/mes-mots')).text, /Où la trouver : aux volets zwynbleus/)
    const wide = JSON.stringify(
      box.log.sql.all(
        "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE space <> 'home'",
      ),
    )
    assert.ok(wide.includes('pots') && !wide.includes('zwynbleus'))
  },
)

test(
  'a member’s usual way and commune are there; a telephone only if they agreed that it is ' +
    'shown; over http nothing is named',
  async () => {
    const member = box.welcome({ name: 'Josette', how: 'phone', phone: NUMBER, commune: '42019' })
    const [josette, near] = [await box.memberOf(member), await box.memberOf(member, 'wifi')]
    assert.match(
      (await josette.get('/annonces/proposer')).text,
      /comme d’habitude : on me laisse un mot, quelqu’un me l’apporte.*dire ma commune, Zwynbourg/,
    )
    await box.keeper.post(`/habitants/${member}/accord`, { use: 'phone-shown' })
    const form = await josette.get('/annonces/proposer')
    assert.match(form.text, /comme d’habitude : 06 71 22 33 44/)
    assert.match(form.body, /value="usual" checked/)
    const heard = await near.get('/annonces/proposer')
    assert.match(heard.text, /comme d’habitude .*dire ma commune(?!,)/)
    assert.ok(!heard.text.includes('71 22') && !heard.text.includes('Zwynbourg'))
    const sent = { title: 'je prête un râteau', reachBy: 'usual', chezmoi: '1', accord: 'voisins' }
    const { location } = await near.post('/annonces/proposer', sent)
    const page = (await box.visitor().get(location.split('?')[0]!)).text
    assert.match(page, /Pour joindre Josette : 06 71 22 33 44/)
    assert.match(page, /Zwynbourg/)
    const silent = await near.post('/annonces/proposer', {
      ...sent,
      title: 'je prête une bêche',
      chezmoi: '',
    })
    assert.doesNotMatch((await box.visitor().get(silent.location.split('?')[0]!)).text, /Zwynbourg/)
  },
)

test('a notice without its sentence and without a way to be reached says both at their fields', async () => {
  const asked = await box
    .visitor()
    .post('/annonces/proposer', { who: 'Léonce', demande: 'portee', from: '/annonces/proposer' })
  assert.equal(asked.status, 422)
  for (const field of ['title', 'reachBy', 'accord'])
    assert.deepEqual(
      [`href="#f-${field}"`, `id="f-${field}-e"`].filter(text => asked.body.includes(text)).length,
      2,
      field,
    )
})

test('what is usual for whoever writes is not how somebody else is reached: it is asked', async () => {
  const member = box.welcome({ name: 'Josette', how: 'phone', phone: NUMBER })
  const josette = await box.memberOf(member)
  const sent = {
    title: 'je prête un râteau zwynjaune',
    reachBy: 'usual',
    accord: 'voisins',
    pour: 'Huguette',
  }
  assert.equal(
    (await josette.post('/annonces/proposer', sent)).status,
    303,
    'a word is left at the same place for anybody',
  )
  await box.keeper.post(`/habitants/${member}/accord`, { use: 'phone-shown' })
  const asked = await josette.post('/annonces/proposer', {
    ...sent,
    title: 'je prête une pelle',
    from: '/annonces/proposer',
  })
  assert.equal(asked.status, 422)
  assert.match(asked.body, /f-reachBy-e/)
  assert.equal(box.read.all('SELECT 1 FROM offer_home WHERE reach LIKE ?', '06%').length, 0)
})

test(
  'a word for one of several of the same name: the keeper says for which, and nobody else ' +
    'learns that there are several',
  async () => {
    const [one, other] = [
      box.welcome({ name: 'Josette', commune: '42019' }),
      box.welcome({ name: 'Josette', commune: '42195' }),
    ]
    const [hers, others] = [await box.memberOf(one), await box.memberOf(other)]
    const stranger = box.visitor()
    const sent = await stranger.post('/mot', {
      forWhom: 'josette',
      sender: 'Paul',
      said: 'à jeudi zwyn',
    })
    assert.doesNotMatch((await stranger.get(sent.location)).text, /2 personnes/)
    const list = await box.keeper.get('/mes-mots')
    assert.match(list.text, /2 personnes d’ici s’appellent josette : pour laquelle est-ce \?/)
    for (const village of ['Zwynbourg', 'Sail-sous-Couzan'])
      assert.ok(list.text.includes(`Josette, ${village}`), village)
    const at = /action="(\/mes-mots\/[0-9a-z]{26}\/pour)"/.exec(list.body)![1]!
    assert.equal((await box.keeper.post(at, { member: one })).status, 303)
    assert.match((await hers.get('/moi')).text, /à jeudi zwyn/)
    assert.doesNotMatch((await others.get('/moi')).text, /à jeudi zwyn/)
    assert.equal((await box.keeper.post(at, { member: other })).status, 422, 'said once')
  },
)

test(
  'who stops being a relay reads first what leaves with them; a word that was ticked as ' +
    'handed over comes back',
  async () => {
    const kwan = box.welcome({ name: 'Kwan' })
    await box.keeper.post(`/habitants/${kwan}/relais`, { name: 'Kwan', where: 'au bar', yes: '1' })
    const person = await box.memberOf(kwan)
    const id = /\/relais\/([0-9a-z]{26})\/finir/.exec((await person.get('/moi')).body)![1]!
    assert.doesNotMatch((await person.get('/moi')).body, /action="\/relais/)
    await box
      .visitor()
      .post('/mot', { forWhom: 'Paul', relay: id, sender: 'Marius', said: 'à demain' })
    assert.match(
      (await person.get(`/relais/${id}/finir`)).text,
      /Ne plus être relais \?.*Un mot attend encore d’être remis/,
    )
    assert.doesNotMatch((await box.visitor().get(`/relais/${id}/finir`)).text, /attend encore/)
    const at = /\/mes-mots\/[0-9a-z]{26}/.exec((await person.get('/mes-mots')).body)![0]
    const handed = await person.post(`${at}/remis`, {})
    assert.match((await person.get(handed.location)).text, /Annuler/)
    const back = { ids: at.split('/').at(-1)! }
    assert.equal((await person.post('/mes-mots/pas-remis', back)).status, 303)
    assert.match((await person.get('/mes-mots')).body, new RegExp(`${at}/remis`))
    assert.equal((await person.post(`/relais/${id}/finir`, {})).location, '/moi')
  },
)

test(
  'a first name that opens a sentence, and that of a relay, wait like any other; to pass by a ' +
    'relay does not',
  async () => {
    const marius = box.bring('relay', { name: 'Marius', where: 'au bar', state: 'accepted' })
    const benoit = await box.member('Benoît')
    const shows = () => Number(box.read.all('SELECT count(*) AS n FROM offer')[0]!['n'])
    const sent = { reachBy: 'word', accord: 'voisins' }
    for (const words of [
      { title: 'Rosa donne 3 poules' },
      { title: 'je donne un tapis', detail: 'Marius cherche une épouse, appelez le bar' },
      { title: 'je prête un van', detail: 'Demandez, Marius vend sa maison' },
    ]) {
      assert.equal((await benoit.post('/annonces/proposer', { ...sent, ...words })).status, 303)
      assert.equal(shows(), 0, JSON.stringify(words))
    }
    const long = await benoit.post('/annonces/proposer', {
      ...sent,
      title: 'je donne un lit',
      detail: '06 11 22 33 44 '.repeat(2_000),
    })
    assert.ok(
      String(long.headers.getSetCookie()).length < 2_000,
      'a browser keeps the sentence that says why it waits',
    )
    const by = await benoit.post('/annonces/proposer', {
      title: 'je prête un banc',
      reachBy: 'relay',
      relay: marius,
      accord: 'voisins',
    })
    assert.equal(by.status, 303)
    assert.equal(shows(), 1, by.text)
  },
)
