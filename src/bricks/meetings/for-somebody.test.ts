import assert from 'node:assert/strict'
import { test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import { tellsErrand } from '../../../tests/support/errands.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/** What a relay says for somebody: said again it stands in the place of what was said before. */

const DAY = '2026-12-12'

/** Marius, who is a relay, and an event to which he said yes for Lucette. */
async function spoken() {
  const box = testBox()
  box.territory()
  const { who: marius } = await relayIn(box, 'Marius')
  const event = box.bring('event', { title: 'Un four', startsOn: DAY, minimum: 5 })
  box.later(1_000)
  const says = async (said: Readonly<Record<string, string>>) => {
    const { status, text } = await marius.post(`/repondre/${event}`, { pour: 'Lucette', ...said })
    assert.equal(status, 303, text)
    box.later(1_000)
  }
  await says({ answer: 'in' })
  return { box, marius, event, says }
}
const shown = (box: TestBox): readonly unknown[] =>
  box.read
    .all('SELECT firstName, answer, saying FROM response WHERE removed IS NOT 1 ORDER BY id')
    .map(({ firstName, answer, saying }) => [firstName, answer, saying])

test('who comes no more, as a relay says, is no more among those who come', async () => {
  for (const pour of ['Lucette', 'lucette ', 'LUCETTE']) {
    const { box, says, event } = await spoken()
    using _box = box
    assert.deepEqual(shown(box), [['Lucette', 'in', null]])
    await says({ answer: 'not', saying: 'elle est à Lyon', pour })
    assert.deepEqual(shown(box), [['Lucette', 'not', null]])
    for (const path of [`/repondre/${event}`, `/agenda/${event}`])
      assert.doesNotMatch((await box.visitor().get(path)).text, /Lucette|Lyon/)
    await says({ answer: 'in', pour })
    assert.deepEqual(shown(box), [['Lucette', 'in', null]])
    assert.deepEqual(box.faults, [])
  }
})

test('after a day moved too, and twice yes is one answer that asks nobody who it is', async () => {
  const { box, says, event, marius } = await spoken()
  using _box = box
  await says({ answer: 'in' })
  const moved = { jour: DAY, on: '2026-12-19' }
  await box.keeper.post(`/agenda/${event}/deplacer`, moved)
  const lines = (await marius.get('/')).text.match(/à dire à Lucette/g) ?? []
  assert.equal(lines.length, 1)
  assert.doesNotMatch((await box.keeper.get('/')).text, /à démêler/)
  await says({ answer: 'not', saying: 'elle ne peut plus' })
  assert.deepEqual(shown(box), [['Lucette', 'not', null]])
  assert.doesNotMatch((await marius.get('/')).text, /à dire à Lucette/)
})

test('what was written twice for one person before is one answer once it is said again', async () => {
  const { box, says, event, marius } = await spoken()
  using _box = box
  const twice = { to: event, answer: 'in', firstName: 'lucette', toldTo: 'Marius' }
  box.bring('response', { ...twice, keyedBy: marius.id })
  assert.equal(shown(box).length, 2)
  await says({ answer: 'not', saying: 'elle ne peut plus' })
  assert.deepEqual(shown(box), [['Lucette', 'not', null]])
})

test('why somebody else does not come is read by the keeper before it shows', async () => {
  for (const isFirst of [true, false]) {
    const { box, says, event } = await spoken()
    using _box = box
    const pour = isFirst ? 'Simone' : 'Lucette'
    await says({ answer: 'not', saying: 'elle est à Lyon', pour })
    const page = async () => (await box.visitor().get(`/repondre/${event}`)).text
    assert.doesNotMatch(await page(), /Lyon/)
    const waits = await box.keeper.get('/a-montrer')
    assert.match(waits.text, /elle est à Lyon/)
    await box.keeper.fill(waits, '/a-montrer/afficher')
    assert.match(await page(), new RegExp(`${pour}.* : elle est à Lyon`))
    assert.deepEqual(box.faults, [])
  }
})

const news = async (who: Parameters<typeof linesOn>[0]): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text).join('\n')
const MOVED = /à dire à Lucette : changement de jour : « Un four »/
const moves = (box: TestBox, event: string) =>
  box.keeper.post(`/agenda/${event}/deplacer`, { jour: DAY, on: '2026-12-19' })

test('a day that moves: who is spoken for is still in, comes no more, or knows, in one tap', async () => {
  const acts = [
    ['Lucette en est toujours', 'dit', ['Lucette', 'in', null]],
    ['Lucette ne vient plus', 'reprendre', undefined],
    ['C’est dit', 'dit', ['Lucette', 'in', null]],
  ] as const
  for (const [label, path, left] of acts) {
    const { box, marius, event } = await spoken()
    using _box = box
    await moves(box, event)
    const [line] = await linesOn(marius)
    assert.match(line!.text, MOVED)
    const page = await marius.get(line!.href)
    assert.ok(page.text.includes(label), label)
    const at = `/repondre/${event}/${path}`
    const done = await marius.fill(page, at, {}, ({ text }) => text.includes(label))
    assert.equal(done.status, 303, done.text)
    assert.equal(await news(marius), '')
    assert.deepEqual(shown(box), left ? [left] : [])
    assert.deepEqual(box.faults, [])
  }
})

test('what is to be told stays, though who speaks saw their own news', async () => {
  const { box, marius, event } = await spoken()
  using _box = box
  await marius.post(`/repondre/${event}`, { answer: 'in' })
  await moves(box, event)
  assert.equal((await linesOn(marius)).length, 2)
  await marius.fill(await marius.get('/'), SAW_NEWS)
  assert.match(await news(marius), MOVED)
  assert.equal((await linesOn(marius)).length, 1)
  const stranger = await box.member('Yvon')
  const [row] = box.read.all(`SELECT id FROM response WHERE firstName = 'Lucette'`)
  const reponse = String(row!['id'])
  for (const path of ['dit', 'reprendre'])
    assert.equal((await stranger.post(`/repondre/${event}/${path}`, { reponse })).status, 422)
  assert.match(await news(marius), MOVED)
})

test('a day that is taken off is told by who said yes, and by nobody else', async () => {
  const { box, marius, event } = await spoken()
  using _box = box
  await box.keeper.post('/retirer', { type: 'event', id: event })
  assert.match(await news(marius), /à dire à Lucette : /)
  assert.equal((await box.visitor().get(`/repondre/${event}`)).status, 404)
  await tellsErrand(marius)
  assert.equal(await news(marius), '')
})

test('the first day of an idea, and the one after a cancelled one, are told by the relay', async () => {
  const box = testBox()
  using _box = box
  box.territory()
  const { id: me } = await box.member('Marius')
  const asked = { name: 'Marius', where: 'au bar', yes: '1' }
  await box.keeper.post(`/habitants/${me}/relais`, asked)
  const marius = await box.memberOf(me)
  const idea = box.bring('idea', { title: 'Un four', state: 'open', threshold: 2 })
  for (const pour of ['Lucette', '']) {
    box.later(1_000)
    await marius.post(`/repondre/${idea}`, { answer: 'in', pour })
  }
  const enough = /à dire à Lucette : le compte y est/
  assert.match(await news(marius), enough)
  const page = async () => (await box.keeper.get(`/idees/idee/${idea}`)).text
  assert.match(await page(), /Marius le dit à Lucette/)
  assert.doesNotMatch(await page(), /Lucette : [^.]*C’est dit/)
  await tellsErrand(marius)
  assert.doesNotMatch(await news(marius), enough)
  const sets = async (startsOn: string) => {
    box.later(60_000)
    const form = await box.keeper.get(`/agenda/proposer?idee=${idea}`)
    assert.equal((await box.keeper.fill(form, '/agenda/proposer', { startsOn })).status, 303)
    box.later(60_000)
  }
  await sets(DAY)
  assert.match(await news(marius), /à dire à Lucette : .*on se voit samedi 12 décembre/)
  assert.match(await news(marius), /samedi 12 décembre, en serez-vous/, 'and for himself')
  assert.match(await page(), /Marius le dit à Lucette/)
  await tellsErrand(marius)
  assert.doesNotMatch(await news(marius), /à dire/)
  assert.doesNotMatch(await page(), /Marius le dit à Lucette/)
  const [row] = box.read.all('SELECT id FROM event')
  await box.keeper.post(`/agenda/${row!['id']}/annuler`, { jour: DAY, why: 'neige' })
  assert.match(await news(marius), /à dire à Lucette : annulé/)
  await sets('2027-01-09')
  assert.match(await news(marius), /à dire à Lucette : .*on se voit samedi 9 janvier/)
  assert.match(await page(), /Marius le dit à Lucette/)
  const [line] = (await linesOn(marius)).filter(({ text }) => /à dire/.test(text))
  const there = await marius.get(line!.href)
  const yes = ({ text }: Readonly<{ text: string }>) => text.includes('Lucette en est')
  assert.equal((await marius.fill(there, line!.href, {}, yes)).status, 303)
  assert.doesNotMatch(await news(marius), /à dire/)
  assert.match((await box.visitor().get(line!.href)).text, /Lucette/)
  assert.deepEqual(box.faults, [])
})

/** An idea and its day, and Marius who said yes to both for Lucette. */
async function inBoth() {
  const { box, marius } = await spoken()
  const idea = box.bring('idea', { title: 'Tricoter', state: 'open', threshold: 2 })
  for (const pour of ['Lucette', '']) {
    box.later(1_000)
    await marius.post(`/repondre/${idea}`, { answer: 'in', pour })
  }
  box.later(60_000)
  const form = await box.keeper.get(`/agenda/proposer?idee=${idea}`)
  await box.keeper.fill(form, '/agenda/proposer', { startsOn: DAY })
  box.later(60_000)
  const [row] = box.read.all('SELECT became FROM idea WHERE id = ?', idea)
  const event = String(row!['became'])
  const taps = async (label: string, path = '') => {
    const has = ({ text }: Readonly<{ text: string }>) => text.includes(label)
    const page = await marius.get(`/repondre/${event}`)
    const done = await marius.fill(page, `/repondre/${event}${path}`, {}, has)
    assert.equal(done.status, 303, done.text)
    box.later(60_000)
  }
  await taps('Lucette en est')
  return { box, marius, idea, event, taps }
}

test('of a day to which she is told not to come, nothing more is told to her', async () => {
  const { box, marius, idea, event, taps } = await inBoth()
  using _box = box
  const onIdea = async () => (await box.visitor().get(`/idees/idee/${idea}`)).text
  const forHer = async () =>
    `${await news(marius)}\n${(await marius.get(`/repondre/${event}`)).text}`
  assert.match(await onIdea(), /Lucette/)
  await taps('Lucette ne vient plus', '/reprendre')
  for (const act of [undefined, moves] as const) {
    await act?.(box, event)
    assert.doesNotMatch(await forHer(), /à dire à Lucette : [^\n]*Tricoter/i)
    assert.doesNotMatch(
      (await box.keeper.get(`/idees/idee/${idea}`)).text,
      /Marius le dit à Lucette/,
    )
    assert.doesNotMatch(await onIdea(), /Lucette/)
    assert.match(await onIdea(), /Marius/)
    assert.doesNotMatch((await box.visitor().get(`/repondre/${event}`)).text, /Lucette/)
  }
  assert.deepEqual(box.faults, [])
})

test('a yes from before a change of the day says so until who gave it is asked no more', async () => {
  const { box, marius, event } = await spoken()
  using _box = box
  await marius.post(`/repondre/${event}`, { answer: 'in' })
  const page = async () => (await box.visitor().get(`/repondre/${event}`)).text
  assert.match(await page(), /Déjà deux : Lucette \(dit par Marius\) et Marius\./)
  await moves(box, event)
  assert.match(await page(), /Lucette \(dit par Marius, d’avant le changement\)/)
  assert.match(await page(), /Marius \(d’avant le changement\)\./)
  const date = await box.visitor().get(`/agenda/${event}`)
  assert.match(date.text, /Qui en est\s*Lucette \(dit par Marius, d’avant le changement\), /)
  assert.match(date.text, /Marius \(d’avant le changement\)/)
  await tellsErrand(marius)
  await marius.fill(await marius.get('/'), SAW_NEWS)
  assert.match(await page(), /Déjà deux : Lucette \(dit par Marius\) et Marius\./)
  assert.deepEqual(box.faults, [])
})

test('over http the page of what is to be told names nobody', async () => {
  const { box, marius, event } = await spoken()
  using _box = box
  await moves(box, event)
  const at = `/repondre/${event}`
  const wifi = await box.memberOf(marius.id, 'wifi')
  assert.match((await marius.get(at)).text, MOVED_HERE)
  const heard = await wifi.get(at)
  assert.match(heard.text, /Pour qui vous avez répondu.*https/s)
  assert.doesNotMatch(heard.text, /dire à Lucette|Lucette en est toujours/)
  await box.keeper.post('/retirer', { type: 'event', id: event })
  assert.match((await marius.get(at)).text, /À dire à Lucette : annulé : « Un four »/)
  const gone = await wifi.get(at)
  assert.equal(gone.status, 200)
  assert.doesNotMatch(gone.body, /Lucette|Un four/)
  assert.deepEqual(box.faults, [])
})
const MOVED_HERE = /À dire à Lucette : changement de jour : « Un four »/

test('who comes after all leaves no reason that waits to be read', async () => {
  const { box, says } = await spoken()
  using _box = box
  await says({ answer: 'not', saying: 'elle est à Lyon' })
  assert.match((await box.keeper.get('/a-montrer')).text, /Lyon/)
  await says({ answer: 'in' })
  assert.doesNotMatch((await box.keeper.get('/a-montrer')).text, /Lyon/)
  assert.deepEqual(shown(box), [['Lucette', 'in', null]])
  assert.deepEqual(box.faults, [])
})
