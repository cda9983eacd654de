import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

test('a code is told by the search to whoever may open its page, and to nobody else', {
  skip: lackingBrick('asking'),
}, async () => {
  using box = testBox()
  box.territory()
  const asked = await box.keeper.post('/questions/poser', {
    asks: 'Prête-t-on la salle ?',
    whom: 'le bar',
  })
  assert.equal(asked.status, 303, asked.text)
  const [row] = box.read.all('SELECT word, digits FROM code_home WHERE at IS NOT NULL')
  const typed = `${row?.['word']} ${row?.['digits']}`
  const found = encodeURIComponent(typed)
  const search = `/chercher?q=${found}`
  assert.match((await box.keeper.get(search)).text, /Ce code ouvre/)
  const nadia = await box.member('Nadia')
  for (const reader of [box.visitor(), nadia]) {
    const { text } = await reader.get(search)
    assert.doesNotMatch(text, /Ce code ouvre/)
    assert.match(text, /Rien pour/)
  }
})

test('a code that leads to a page of all is told to all', {
  skip: lackingBrick('directory'),
}, async () => {
  using box = testBox()
  box.territory()
  const place = box.bring('place', { name: 'Le lavoir' })
  const given = await box.keeper.post('/donner-un-code', { id: place })
  assert.equal(given.status, 303, given.text)
  const [row] = box.read.all('SELECT word, digits FROM code_home')
  const [word, digits] = [String(row?.['word']), String(row?.['digits'])]
  const apart = `${digits.slice(0, 2)} ${digits.slice(2)}`
  const search = async (typed: string) =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(typed)}`)).text
  for (const typed of [`${word} ${digits}`, `${word} ${apart}`, digits, apart]) {
    const text = await search(typed)
    assert.match(text, /Ce code ouvre : Le lavoir/, typed)
    assert.doesNotMatch(text, /Rien pour/, typed)
  }
  // Digits that two pages share say nothing alone.
  const opens = box.bring('place', { name: 'Le four' })
  box.bring('code', { word: 'autre', digits, opens }, 'home')
  assert.doesNotMatch(await search(digits), /Ce code ouvre/)
  assert.match(await search(`${word} ${digits}`), /Ce code ouvre : Le lavoir/)
})

test('the digits of a code that leads elsewhere than to a page of all open nothing alone', {
  skip: lackingBrick('asking'),
}, async () => {
  using box = testBox()
  box.territory()
  const question = { asks: 'Prête-t-on la salle ?', whom: 'le bar' }
  assert.equal((await box.keeper.post('/questions/poser', question)).status, 303)
  const [row] = box.read.all('SELECT digits FROM code_home WHERE at IS NOT NULL')
  for (const reader of [box.visitor(), box.keeper])
    assert.doesNotMatch((await reader.get(`/chercher?q=${row?.['digits']}`)).text, /Ce code ouvre/)
})
