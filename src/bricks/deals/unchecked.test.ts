import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NUMBER, twoNeighbours, twoWithTelephones } from '../../../tests/support/two-neighbours.ts'

/** What a thread says beside what somebody typed: whose home, whose number, whom to tell. */

test('a number that somebody without a card typed is said to be unchecked beside it', async () => {
  const { mathieu, ticketed } = await twoNeighbours()
  const { id } = await ticketed()
  const thread = await mathieu.get(`/arrangements/${id}`)
  assert.match(
    thread.text,
    /personne n’a vérifié ce nom, ni que ce numéro est le sien\. Pour joindre Huguette : 04 77/,
  )
})

test('*chez moi* is said with whose home it is, to the other one alone', async () => {
  const { elodie, mathieu, interested, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  await does(elodie, `${at}/proposer`, { when: 'samedi 22 h', where: 'chez moi, au fond' })
  const hers = (await elodie.get(at)).text
  assert.match(hers, /chez moi, au fond/)
  assert.doesNotMatch(hers, /chez Élodie/)
  for (const path of ['/', at])
    assert.match((await mathieu.get(path)).text, /chez moi, au fond \(chez Élodie\)/, path)
  await does(mathieu, `${at}/repondre`, { says: 'yes' })
  assert.match((await mathieu.get(at)).text, /Convenu.*chez moi, au fond \(chez Élodie\)/)
  assert.doesNotMatch((await elodie.get(at)).text, /chez Mathieu/)
})

for (const [told, isShown] of [
  ['chez moi, au fond (chez Élodie)', false],
  ['chez Élodie, au fond', true],
] as const)
  test(`who moves the hour alone leaves the place at the same home: ${told}`, async () => {
    const { elodie, mathieu, interested, does } = await twoNeighbours()
    const { location: at } = await interested(elodie)
    await does(elodie, `${at}/proposer`, { when: 'samedi 22 h', where: 'chez moi, au fond' })
    const moved = { says: 'other', when: 'dimanche 9 h' }
    const page = await mathieu.get(at)
    if (isShown)
      await mathieu.fill(page, `${at}/repondre`, moved, ({ fields }) => 'where' in fields)
    else await does(mathieu, `${at}/repondre`, moved)
    const { text } = await mathieu.get(at)
    assert.ok(text.includes(`dimanche 6 décembre, 9 h · ${told}`), text)
    assert.doesNotMatch((await elodie.get(at)).text, /chez Mathieu/)
  })

test('who calls off what was agreed reads how to tell the other one', async () => {
  const { elodie, mathieu, proposed, says } = await twoWithTelephones()
  const number = `Pour joindre Mathieu : ${NUMBER}`
  const at = await proposed()
  assert.ok(!(await elodie.get(at)).text.includes(number), 'nothing is agreed')
  await says(mathieu, at, { says: 'yes' })
  assert.ok((await elodie.get(at)).text.includes(number))
  await says(elodie, at, { says: 'not' })
  const after = (await elodie.get(at)).text
  assert.match(after, /C’est annulé\. L’autre le lira ici/)
  assert.ok(after.includes(number), after)
})
