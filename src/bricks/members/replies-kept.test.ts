import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { dataRoutes } from '../../data/table-out.ts'

/** The answer to a word and the day of coming are told to whose they are, and leave by nothing. */

const ANSWER = 'zwyntrolubak'
const TYPES = ['member', 'word', 'event']
const LEAVING = [
  '/donnees',
  '/donnees/catalogue.jsonld',
  '/agenda.ics',
  ...TYPES.flatMap(type => ['csv', 'json', 'jsonld', 'atom'].map(end => `/donnees/${type}.${end}`)),
]
const outside = ({ log }: TestBox): string =>
  JSON.stringify(
    log.sql.all(
      `SELECT field, value FROM piece JOIN write USING (entry, change, field)
       WHERE write.space <> 'home'`,
    ),
  )

test('an answer and a day of coming are in the file of their person, and in nothing that leaves', async () => {
  using box = testBox({
    routes: (app, server, engine) => dataRoutes(app, server, engine.tables.sql),
  })
  box.territory()
  box.bring('event', { title: 'Café', startsOn: '2026-12-12' })
  const [nadia, ninon, paul] = [
    await box.member('Nadia'),
    await box.member('Ninon'),
    await box.member('Paul'),
  ]
  await box.doneBy(nadia, '/mot', { forWhom: 'Ninon', sender: 'Nadia', said: 'Lundi ?' })
  const id = String(box.read.all('SELECT id FROM word_home')[0]!['id'])
  await box.doneBy(box.keeper, `/mes-mots/${id}/reponse`, { answer: ANSWER })
  const today = box.today(box.now())
  const fileOf = async (who: typeof nadia) => (await who.get('/moi/tout.json')).body
  for (const who of [nadia, ninon]) {
    const file = await fileOf(who)
    for (const said of [
      `"answer": "${ANSWER}"`,
      `"answeredOn": "${today}"`,
      `"cameOn": "${today}"`,
    ])
      assert.ok(file.includes(said), said)
  }
  assert.ok(!(await fileOf(paul)).includes(ANSWER))
  let told = 0
  for (const path of LEAVING)
    for (const who of [box.visitor(), box.keeper, paul]) {
      const { body } = await who.get(path)
      if (body.includes('Café')) told++
      assert.doesNotMatch(body, /zwyntrolubak|\bcameOn/, path)
    }
  assert.ok(told > 3, 'the event leaves')
  assert.match(outside(box), /Café/)
  assert.doesNotMatch(outside(box), /zwyntrolubak|\bcameOn|answeredOn/)
})
