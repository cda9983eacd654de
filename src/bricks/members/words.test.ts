import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { type Browser, hiddenIn } from '../../../tests/support/browser.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { idFrom } from '../../core/id.ts'
import { pattern } from '../../core/pattern.ts'
import { relaysShown, wordsCarried } from './model/read.ts'
import { inOrder, isUnseen, leftOn, type RelayedWord } from './model/rules.ts'

const DAY = 86_400_000
let box: TestBox
let kwan = ''
let anais = ''
beforeEach(async () => {
  box = testBox()
  kwan = box.welcome({ name: 'Kwan' })
  anais = box.welcome({ name: 'Anaïs' })
})
const read = () => box.read
const asked = { name: 'Kwan', where: 'au bar', when: 'le mardi matin' }
/** Kwan said yes. */
async function relay(): Promise<string> {
  await box.keeper.post(`/habitants/${kwan}/relais`, { ...asked, yes: '1' })
  return relaysShown(read())[0]!.id
}
const said = 'Bonjour Anaïs, vrixolame : le papier est arrivé.'

test('a notice of many people takes a word too: the slip says as many of them as it has room for', async () => {
  const who = 'Lucie, Mathieu, Kwan, Anaïs et toute l’équipe de l’atelier du haut de Trelins'
  const notice = box.bring('offer', {
    title: `${who} prêtent leur four`,
    who,
    reach: 'par un mot',
    reachBy: 'word',
    state: 'firm',
  })
  assert.equal(
    (await box.visitor('wifi').post('/mot', { annonce: notice, sender: 'Paul', said })).status,
    303,
  )
  assert.equal(
    wordsCarried(read(), undefined)[0]?.forWhom,
    'Lucie, Mathieu, Kwan, Anaïs et toute l’équipe de l’atelier…',
  )
})

test(
  'a word left by anybody is in the relay’s list at once, in no page and in no feed that ' +
    'leaves',
  async () => {
    const through = await relay()
    const notice = box.bring('offer', {
      title: 'Anaïs donne du papier',
      who: 'Anaïs',
      reach: 'par Kwan',
      reachBy: 'relay',
      relay: through,
      author: anais,
      state: 'firm',
    })
    const form = await box.visitor('wifi').get(`/mot?annonce=${notice}`)
    assert.match(
      form.text,
      /Laisser un mot à Anaïs.*Anaïs donne du papier.*Par qui passer Kwan, au bar, le mardi matin/,
    )
    const sent = await box
      .visitor('wifi')
      .post('/mot', { annonce: notice, sender: 'Paul', reach: 'au local', said })
    assert.match(
      sent.location,
      new RegExp(`^/billet/[0-9a-z]{26}\\?suite=%2Fannonces%2F${notice}$`),
    )
    const person = await box.memberOf(kwan)
    assert.match(
      (await person.get('/mes-mots')).text,
      pattern()`
        Sans carte : personne n’a vérifié ce nom\..*À remettre Anaïs : un mot De la part de Paul\x20
        \(sans carte\).*vrixolame.*Au sujet de « Anaïs donne du papier ».*Remis Pas trouvé
      `,
    )
    assert.ok(
      !(await box.keeper.get('/a-montrer')).text.includes('vrixolame'),
      'it waits for nobody’s reading',
    )
    for (const path of [
      '/',
      '/annonces',
      `/annonces/${notice}`,
      '/relais',
      `/relais/${through}`,
      '/chercher?q=papier',
      '/donnees/word.csv',
    ])
      assert.ok(!(await box.visitor().get(path)).body.includes('vrixolame'), path)
    assert.equal(
      box.log.sql.get("SELECT 1 FROM write WHERE type = 'word' AND space <> 'home'"),
      undefined,
    )
    assert.ok(
      !(await (await box.memberOf(kwan, 'wifi')).get('/mes-mots')).body.includes('vrixolame'),
    )
  },
)

test('the person whom it is for reads it on their page, where nobody listens; nobody else does', async () => {
  const notice = box.bring('offer', {
    title: 'Anaïs donne du papier',
    who: 'Anaïs',
    reach: 'un mot',
    author: anais,
    state: 'firm',
  })
  await box.visitor().post('/mot', { annonce: notice, sender: 'Paul', said })
  assert.match(
    (await (await box.memberOf(anais)).get('/moi')).text,
    /Mots pour moi De la part de Paul.*vrixolame/,
  )
  assert.ok(!(await (await box.memberOf(anais, 'wifi')).get('/moi')).text.includes('vrixolame'))
  const other = await box.memberOf(kwan)
  for (const path of ['/moi', '/mes-mots'])
    assert.ok(!(await other.get(path)).text.includes('vrixolame'))
})

test('a relay ticks what they saw and handed over; another relay’s list is not theirs', async () => {
  const through = await relay()
  const malo = box.welcome({ name: 'Malo' })
  await box.keeper.post(`/habitants/${malo}/relais`, { name: 'Malo', where: 'à l’école', yes: '1' })
  await box.visitor().post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said, relay: through })
  const [one] = wordsCarried(read(), kwan)
  const other = await box.memberOf(malo)
  for (const [act, input] of [
    [`${one!.id}/remis`, {}],
    ['tout-remis', { ids: one!.id }],
    ['pas-trouve', { ids: one!.id }],
  ] as const)
    assert.ok((await other.post(`/mes-mots/${act}`, input)).status >= 400)
  assert.ok(!(await other.get('/mes-mots')).text.includes('vrixolame'))
  const person = await box.memberOf(kwan)
  await person.post(`/mes-mots/${one!.id}/remis`, {})
  assert.ok(wordsCarried(read(), kwan)[0]?.seenOn)
  assert.match((await person.get('/mes-mots')).text, /Aucun mot à remettre.*Déjà remis.*remis le/)
  assert.ok(!(await person.get('/mes-mots/papillons')).text.includes('vrixolame'))
})

test('a word without relay goes to the keeper, who is told when one has waited a week unseen', async () => {
  await box.visitor().post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said })
  assert.match((await box.keeper.get('/mes-mots')).text, /vrixolame/)
  assert.match((await box.keeper.get('/mes-mots/papillons')).text, /Pour Anaïs, de la part de Paul/)
  box.later(6 * DAY)
  const again = await box.keeperAt('here')
  assert.match((await again.get('/mes-mots')).text, /attend depuis six jours/)
  assert.ok(!(await again.get('/tenir')).text.includes('sans avoir été vu'))
  box.later(2 * DAY)
  assert.match(
    (await (await box.keeperAt('here')).get('/tenir')).text,
    /un mot attend depuis une semaine sans avoir été vu/,
  )
})

test(
  'a word without its text or its sender comes back filled in; one of a thousand letters is ' +
    'not taken',
  async () => {
    const without = await box
      .visitor()
      .post('/mot', { forWhom: 'Anaïs', sender: '', said, reach: 'au local' })
    assert.equal(without.status, 422)
    for (const wrong of [
      { forWhom: 'Anaïs', sender: 'Paul', said: '' },
      { forWhom: '', sender: 'Paul', said },
      { forWhom: 'Anaïs', sender: 'Paul', said: 'x'.repeat(1_000) },
      { forWhom: 'Anaïs', sender: 'Paul', said, relay: kwan },
    ])
      assert.equal((await box.visitor().post('/mot', wrong)).status, 422)
    assert.equal(wordsCarried(read(), undefined).length, 0)
  },
)

test('words that wait too long stand first, whatever was left since; each stands once', () => {
  const day = fc.option(fc.constant('2026-12-05'), { nil: null })
  const left = fc.record({ days: fc.integer({ min: 0, max: 30 }), seenOn: day, handedOn: day })
  fc.assert(
    fc.property(fc.uniqueArray(left, { selector: one => one.days, maxLength: 12 }), all => {
      const words: readonly RelayedWord[] = all.map(one => ({
        ...one,
        id: idFrom(Date.UTC(2026, 11, 5, 11) - one.days * DAY, new Uint8Array(10)),
      }))
      const sorted = inOrder(words, '2026-12-05')
      assert.deepEqual(new Set(sorted), new Set(words))
      const late = sorted.map(word => isUnseen(word, '2026-12-05', 5))
      assert.equal(late.lastIndexOf(true), late.filter(Boolean).length - 1)
      assert.ok(sorted.every(word => leftOn(word) <= '2026-12-05'))
    }),
  )
})

test(
  'a word typed for somebody’s name alone is theirs when one person here bears it; nobody is ' +
    'told that they are known',
  async () => {
    box.welcome({ name: 'Josette' })
    box.welcome({ name: 'josette' })
    const told = []
    for (const forWhom of ['anais', 'Josette', 'Personne']) {
      const visitor = box.visitor()
      const { location } = await visitor.post('/mot', {
        forWhom,
        sender: 'Paul',
        said: 'Le papier est là.',
      })
      told.push(
        (await visitor.get(location)).text
          .replaceAll(forWhom, 'QUI')
          .replace(/[a-z]+ \d\d \d\d/, 'CODE')
          .replaceAll(/billet\/\w+/g, 'ADRESSE'),
      )
    }
    assert.equal(new Set(told).size, 1, told.join('\n'))
    const owners = read().all('SELECT forWhom, member FROM word_home WHERE member IS NOT NULL')
    assert.deepEqual(
      owners.map(row => [row['forWhom'], row['member']]),
      [['anais', anais]],
    )
    const person = await box.memberOf(anais)
    assert.match((await person.get('/moi')).text, /Mots pour moi De la part de Paul/)
  },
)

test(
  'a word that its person has read is nobody’s to hand over, and whoever left it is told so; ' +
    'nobody else reads it',
  async () => {
    const visitor = box.visitor()
    const { location } = await visitor.post('/mot', { forWhom: 'Anaïs', sender: 'Paul', said })
    const [row] = read().all('SELECT id FROM word_home')
    const other = await box.memberOf(kwan)
    assert.ok((await other.post(`/moi/mots/${row!['id']}/lu`, {})).status >= 400)
    assert.match((await box.keeper.get('/agenda')).text, /Mots à remettre \(1\)/)
    const person = await box.memberOf(anais)
    assert.match((await person.get('/agenda')).text, /Ma page \(1\)/)
    await person.post(`/moi/mots/${row!['id']}/lu`, {})
    assert.doesNotMatch((await box.keeper.get('/agenda')).text, /Mots à remettre \(/)
    assert.doesNotMatch((await person.get('/agenda')).text, /Ma page \(/)
    assert.match((await visitor.get(location)).text, /Remis\./)
  },
)

test('a member reads on their own page what became of the word that they left', async () => {
  const person = await box.memberOf(kwan)
  await person.post('/mot', { forWhom: 'Anaïs', said })
  assert.match((await person.get('/moi/ecrits')).text, /vrixolame.*En attente d’être remis/)
  const [row] = read().all('SELECT id FROM word_home')
  await box.keeper.post(`/mes-mots/${row!['id']}/remis`, {})
  assert.match((await person.get('/moi/ecrits')).text, /vrixolame.*Remis\./)
})

test(
  'a flood of words from one device is put aside by one act, comes back by another, and ' +
    'leaves what others wrote',
  async () => {
    const [flood, anna] = [box.visitor('wifi'), box.visitor('wifi')]
    for (let n = 1; n <= 6; n++)
      await flood.post('/mot', { forWhom: 'Paul', sender: `Zwyn ${n}`, said: `bla ${n}` })
    const left = await anna.post('/mot', {
      forWhom: 'Paul',
      sender: 'Anna',
      said: 'Le papier est là.',
    })
    assert.equal(left.status, 303)
    const page = await box.keeper.get('/mes-mots')
    assert.match(page.text, /6 mots viennent d’un même appareil/)
    const ids = formsIn(page).find(one => one.action === '/mes-mots/ecarter')?.fields['ids'] ?? []
    assert.equal(ids.length, 6)
    assert.equal((await flood.post('/mes-mots/ecarter', { ids })).status, 403)
    assert.equal((await box.keeper.post('/mes-mots/ecarter', { ids })).location, '/mes-mots')
    const after = await box.keeper.get('/mes-mots')
    assert.match(
      after.text,
      /6 mots sont mis de côté.*Annuler.*1 mot|6 mots sont mis de côté.*Annuler.*un mot/i,
    )
    assert.match(after.text, /Le papier est là/)
    assert.doesNotMatch(after.text, /bla 1/)
    const secret = (await flood.post('/mot', { forWhom: 'Paul', sender: 'Zwyn 7', said: 'encore' }))
      .location
    assert.match((await flood.get(secret)).text, /En attente d’être remis/)
    const [back] = formsIn(after).filter(({ action }) => action === '/mes-mots/reprendre')
    await box.keeper.post(back!.action, back!.fields)
    assert.match(
      (await box.keeper.get('/mes-mots')).text,
      /7 mots viennent d’un même appareil.*bla 1/,
    )
  },
)

test('a relay puts aside what they carry alone, and whoever it is for is not offered it', async () => {
  const [through, paul] = [await relay(), box.welcome({ name: 'Paul' })]
  const flood = box.visitor('wifi')
  for (let n = 1; n <= 3; n++)
    await flood.post('/mot', {
      forWhom: 'Paul',
      relay: through,
      sender: 'Zwyn',
      said: `par Kwan ${n}`,
    })
  for (let n = 1; n <= 3; n++)
    await flood.post('/mot', { forWhom: 'Paul', sender: 'Zwyn', said: `par la page ${n}` })
  const ids = box.read.all('SELECT id FROM word_home').map(row => String(row['id']))
  const mine = await box.memberOf(kwan)
  assert.match((await mine.get('/mes-mots')).text, /3 mots viennent d’un même appareil/)
  await mine.post('/mes-mots/ecarter', { ids })
  assert.equal(box.read.all('SELECT id FROM word_home WHERE aside IS NOT NULL').length, 3)
  const reader = await box.memberOf(paul)
  for (const path of ['/', '/moi']) assert.doesNotMatch((await reader.get(path)).text, /par Kwan/)
  assert.match((await reader.get('/moi')).text, /par la page 1/)
  const aside = box.read.all('SELECT aside FROM word_home WHERE aside IS NOT NULL')[0]?.['aside']
  await mine.post('/mes-mots/reprendre', { aside: String(aside) })
  assert.match((await reader.get('/moi')).text, /par Kwan 1/)
})

test('a word that a relay refuses is not offered to the member it is for', async () => {
  const [through, hugo] = [await relay(), await box.member('Hugo')]
  await box.visitor('wifi').post('/mot', {
    ...{ forWhom: 'Hugo', relay: through, sender: 'Zwyn', said: 'vrixolame' },
  })
  assert.match((await hugo.get('/')).text, /un mot pour vous, signé Zwyn/)
  const [row] = box.read.all('SELECT id, member FROM word_home')
  assert.equal(row!['member'], hugo.id)
  await (await box.memberOf(kwan)).post('/mes-mots/ecarter', { ids: String(row!['id']) })
  for (const path of ['/', '/moi'])
    assert.doesNotMatch((await hugo.get(path)).text, /Zwyn|vrixolame|un mot pour vous/)
})

test('a word sent twice is pointed out; many in a few minutes wait, with their text', async () => {
  const device = box.visitor('wifi')
  const leave = async (who: Browser, forWhom: string, said: string) =>
    who.post('/mot', {
      ...{ forWhom, sender: 'Nadia', said, from: '/mot' },
      tour: hiddenIn((await who.get('/mot')).body, 'tour'),
    })
  const count = () => box.read.all('SELECT id FROM word_home').length
  await leave(device, 'Odile', 'le pain est prêt')
  const twice = await leave(device, 'Odile', 'le pain est prêt')
  assert.equal(twice.status, 422)
  assert.match(twice.text, /C’est déjà envoyé/)
  assert.ok(twice.body.includes('le pain est prêt'))
  assert.equal(count(), 1)
  for (let n = 2; n <= 8; n++) assert.equal((await leave(device, 'Odile', `bla ${n}`)).status, 303)
  const late = await leave(device, 'Odile', 'une vrixolame de plus')
  assert.equal(late.status, 429)
  assert.match(late.text, /dans quelques minutes.*une vrixolame de plus.*Envoyer de nouveau/)
  assert.equal(count(), 8)
  for (const who of [box.visitor('wifi'), await box.memberOf(kwan, 'wifi'), box.keeper])
    assert.equal((await leave(who, 'Odile', 'à jeudi')).status, 303)
  const bar = box.visitor('here')
  for (let n = 1; n <= 12; n++) assert.equal((await leave(bar, 'Odile', `bar ${n}`)).status, 303)
  box.later(11 * 60_000)
  assert.equal((await leave(device, 'Odile', 'une vrixolame de plus')).status, 303)
})

test('a relay hands over no word that they do not want to; whoever left it reads so', async () => {
  const through = await relay()
  const nadia = await box.member('Nadia')
  const visitor = box.visitor('wifi')
  const left = { forWhom: 'Paul', relay: through, sender: 'Anna' }
  const { location } = await visitor.post('/mot', { ...left, said: 'zilombra' })
  await nadia.post('/mot', { ...left, forWhom: 'Odile', said: 'vrixolame' })
  const mine = await box.memberOf(kwan)
  const page = await mine.get('/mes-mots')
  assert.match(page.body, /aria-label="Ne pas remettre à Paul le mot d’Anna"/)
  for (const { id } of [...box.read.all('SELECT id FROM word_home')])
    await mine.post('/mes-mots/ecarter', { ids: String(id) })
  const after = await mine.get('/mes-mots')
  assert.match(after.text, /Mis de côté.*Pour Odile, signé.*Remettre dans la liste/)
  assert.match(after.text, /Mis de côté.*Pour Paul, de la part d’Anna.*Remettre dans la liste/)
  assert.doesNotMatch(after.text, /zilombra|vrixolame/)
  assert.match((await visitor.get(location)).text, /N’a pas été remis\. Dites-le autrement/)
  assert.match((await nadia.get('/')).text, /le mot d’Anna pour Odile n’a pas été remis/)
  assert.match((await nadia.get('/moi')).text, /Pour Odile n’a pas été remis/)
})
