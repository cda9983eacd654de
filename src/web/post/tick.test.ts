import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { hiddenIn } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { AGREES } from '../../engine/naming.ts'
import { withTick } from './tick.ts'

let box: TestBox
beforeEach(async () => {
  box = testBox()
})
const count = (table: string): number => box.read.all(`SELECT id FROM ${table}`).length
/** The value of the tick, its marks read. */
const ticked = (body: string): string => hiddenIn(body, AGREES).replaceAll('&quot;', '"')

/** Every brick's own form, with somebody in it that nobody here has shown. */
const FORMS = [
  {
    path: '/ecrire',
    from: '/annuaire/projets/ajouter',
    table: 'initiative',
    input: { type: 'initiative', title: 'La buvette de Lison', reach: 'au local' },
  },
  {
    path: '/ecrire',
    from: '/agenda/ajouter',
    table: 'event',
    input: { type: 'event', title: 'Chez Lison, soirée jeux', startsOn: '2026-12-24' },
  },
  {
    path: '/ecrire',
    from: '/annuaire/acteurs/ajouter',
    table: 'actor',
    input: {
      type: 'actor',
      name: 'Le comité des fêtes',
      title: 'Le comité des fêtes',
      kind: 'association',
      reach: 'Lison Chazal, 04 77 24 80 11',
    },
  },
  {
    path: '/annonces/proposer',
    from: '/annonces/proposer',
    table: 'offer',
    input: { title: 'prête la scie de Lison', who: 'Anaïs', reachBy: 'word' },
  },
  {
    path: '/annonces/saisie',
    from: '/annonces/saisie',
    table: 'need',
    input: {
      kind: 'need',
      title: 'cherche un lit pour Lison, 14 ans',
      who: 'Anaïs',
      reachBy: 'word',
    },
  },
  {
    path: '/ecrire',
    from: '/idees/reunions/ajouter',
    table: 'meeting',
    input: { type: 'meeting', title: 'Réunion chez Lison', date: '2026-11-20' },
  },
  {
    path: '/mur/ecrire',
    from: '/mur',
    table: 'wall_message_home',
    input: { said: 'Lison est à l’hôpital' },
  },
] as const

for (const { path, from, table, input } of FORMS)
  test(
    `the keeper is asked before ${table} says something of somebody by ${path}, and the form ` +
      'comes back as it was',
    async () => {
      assert.match((await box.keeper.get(from)).body, new RegExp(`action="${path}"`))
      const asked = await box.keeper.post(path, { ...input, from })
      assert.equal(asked.status, 422, asked.text)
      assert.match(
        asked.text,
        /Cela dit quelque chose de quelqu’un.*Lison.*Oui, cette personne est d’accord/,
      )
      assert.ok(
        asked.body.includes('title' in input ? input.title : input.said),
        'nothing is typed twice',
      )
      assert.equal(
        asked.text.match(/Cela dit quelque chose de quelqu’un/g)?.length,
        1,
        'it is said once',
      )
      assert.equal(count(table), 0, 'nothing is written before')
      assert.match(
        asked.body,
        new RegExp(`action="${path}"[^>]*><div class="field wrong">`),
        'the tick stands in the form that was sent',
      )
      assert.equal(
        (await box.keeper.post(path, { ...input, from, [AGREES]: ticked(asked.body) })).status,
        303,
      )
      assert.equal(count(table), 1)
    },
  )

test('the keeper is asked about a mobile number beside a name, however it is written', async () => {
  const asked = async (number: string): Promise<string> => {
    const input = { type: 'actor', name: 'Le comité des fêtes', kind: 'association' }
    const page = await box.keeper.post('/ecrire', { ...input, reach: `Lison Chazal, ${number}` })
    assert.equal(page.status, 422, number)
    return ticked(page.body)
  }
  for (const mobile of [
    '06 39 98 00 11',
    '+33 6 39 98 00 11',
    '+33 (0)6 39 98 00 11',
    '0033 6 39 98 00 11',
    '0033 (0)7 39 98 00 11',
  ])
    assert.ok((await asked(mobile)).includes('39 98 00 11'), mobile)
  for (const landline of ['04 77 24 80 11', '+33 (0)4 77 24 80 11', '0033 4 77 24 80 11'])
    assert.ok(!(await asked(landline)).includes('77 24 80 11'), landline)
})

test('of two forms of one address, the tick stands in the one that was sent', () => {
  const form = (id: string, more = '') =>
    '<form class="form" method="post" action="/a/b?c"><input type="hidden" name="id" ' +
    `value="${id}">${more}<button>ok</button></form>`
  const tick = { name: AGREES, value: '[]', label: 'Oui', refused: 'Cela dit « x & y ».' }
  const body = {
    html:
      `<p>avant</p>${form('1&amp;2')}${form('3')}` +
      `${form('3', '<textarea name="said"></textarea>')}`,
  }
  const at = (input: Readonly<Record<string, string>>): number => {
    const html = withTick(body, '/a/b?c', tick, { input, lang: 'fr' })?.html ?? ''
    return html.slice(0, html.indexOf(AGREES)).split('<form').length - 2
  }
  assert.deepEqual(
    [at({ id: '1&2' }), at({ id: '3' }), at({ id: '3', said: 'x' }), at({})],
    [0, 1, 2, 0],
  )
  assert.equal(withTick(body, '/a', tick, { input: {}, lang: 'fr' }), undefined)
  const said = withTick({ html: `<p>Cela dit « x &amp; y ».</p>${form('1')}` }, '/a/b?c', tick, {
    input: {},
    lang: 'fr',
  })!.html
  assert.equal(said.split('Cela dit').length, 2, 'what the page says above is not said again')
})

test('text typed after the tick was shown is asked about again', async () => {
  const input = {
    type: 'initiative',
    title: 'La buvette de Lison',
    reach: 'au local',
    from: '/annuaire/projets/ajouter',
  }
  const seen = ticked((await box.keeper.post('/ecrire', input)).body)
  const again = await box.keeper.post('/ecrire', {
    ...input,
    title: 'La buvette de Lison et Josette',
    [AGREES]: seen,
  })
  assert.equal(again.status, 422)
  assert.match(again.text, /Josette/)
  assert.equal(
    (await box.keeper.post('/ecrire', { ...input, [AGREES]: '1' })).status,
    422,
    'a tick that showed nothing agrees to nothing',
  )
  assert.equal(count('initiative'), 0)
})

test(
  'the tick does not ask about people on the page, a body, a commune, an author, or ' +
    'older text',
  async () => {
    box.bring('actor', { name: 'Lison Charbonnel', kind: 'person', reach: 'au local' })
    box.bring('actor', { name: 'Les Jardins de Josette', kind: 'association', reach: 'au local' })
    const write = (input: Readonly<Record<string, string>>) =>
      box.keeper.post('/ecrire', { reach: 'au local', ...input })
    for (const title of [
      'La buvette de Lison Charbonnel',
      'Le compost, avec Les Jardins de Josette',
      'Le four',
      'Le marché de Montbrison',
    ])
      assert.equal((await write({ type: 'initiative', title })).status, 303, title)
    const post = {
      title: 'prête sa remorque',
      who: 'Marcelline',
      reachBy: 'word',
      foundAt: 'aux Granges',
    }
    assert.equal((await box.keeper.post('/annonces/proposer', post)).status, 303)
    const id = box.bring('initiative', { title: 'La soupe de Fernande', reach: 'au local' })
    assert.equal(
      (await write({ type: 'initiative', id, title: 'La soupe de Fernande, le mardi' })).status,
      303,
    )
  },
)

test('a form that stands on no page comes back with the tick alone, and all that it held', async () => {
  const input = { type: 'initiative', title: 'La buvette de Lison', reach: 'au local' }
  const asked = await box.keeper.post('/ecrire', input)
  assert.match(asked.text, /Avant d’écrire.*Lison/)
  assert.equal(hiddenIn(asked.body, 'title'), input.title)
  const sent = { ...input, jeton: hiddenIn(asked.body, 'jeton'), [AGREES]: ticked(asked.body) }
  assert.equal((await box.keeper.post('/ecrire', sent)).status, 303)
})

test('a visitor is not asked, since the keeper reads their text first', async () => {
  const sent = await box.visitor('wifi').post('/annonces/proposer', {
    title: 'donne le lit de Lison',
    who: 'Colette',
    reachBy: 'word',
    foundAt: 'aux Granges',
  })
  assert.equal(sent.status, 303)
  assert.equal(count('offer_home'), 1)
})

test('the keeper is asked about the point of a person, and none is written before', async () => {
  const [at, from] = [
    { 'point.lat': '45,737123', 'point.lon': '3,971234' },
    '/annuaire/acteurs/ajouter',
  ]
  const lison = { type: 'actor', name: 'Lison', kind: 'person', from }
  const stored = (): string => JSON.stringify(box.read.all('SELECT * FROM actor'))
  const name = await box.keeper.post('/ecrire', lison)
  assert.equal(
    (await box.keeper.post('/ecrire', { ...lison, [AGREES]: ticked(name.body) })).status,
    303,
  )
  const id = String(box.read.all('SELECT id FROM actor')[0]?.['id'])
  const asked = await box.keeper.post('/ecrire', { ...lison, ...at, id })
  assert.equal(asked.status, 422)
  assert.match(asked.text, /« 45\.737123, 3\.971234 », un chez-soi/)
  assert.equal(
    (await box.keeper.post('/ecrire', { ...lison, ...at, id, [AGREES]: ticked(name.body) })).status,
    422,
  )
  assert.doesNotMatch(stored(), /737123|971234/)
  const agreed = { ...lison, ...at, id, [AGREES]: ticked(asked.body) }
  assert.equal((await box.keeper.post('/ecrire', agreed)).status, 303)
  assert.match(stored(), /737123/)
  assert.equal(
    (await box.keeper.post('/ecrire', { ...lison, ...at, id, reach: 'au bar' })).status,
    303,
    'it is asked once',
  )
  const body = { ...lison, ...at, name: 'Le comité des fêtes', kind: 'association' }
  assert.equal((await box.keeper.post('/ecrire', body)).status, 303, 'a body lives nowhere')
})

test('a word that is perhaps a name is asked about as one, and nothing is said of anybody', async () => {
  const title = 'Brumelin, le pique-nique'
  const from = '/idees/reunions/ajouter'
  const sent = { type: 'meeting', title, date: '2026-11-20', from }
  const { text } = await box.keeper.post('/ecrire', sent)
  assert.match(text, /Est-ce le nom de quelqu’un\s: «\sBrumelin\s»\s\?/)
  assert.doesNotMatch(text, /Cela dit quelque chose/)
})
