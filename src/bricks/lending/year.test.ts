import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { YEAR } from './pages/year.ts'

/** What those who decide read of a year of loans, and what they do not. */

type Fields = Readonly<Record<string, string | readonly string[]>>
const act = (box: TestBox, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(1000)
  return who.post(`${PATH}/${path}`, fields)
}
const thingOf = (box: TestBox, title: string, fields: object = {}): string =>
  box.bring('thing', { title, kind: 'tool', unit: 'day', commune: '42195', ...fields })
const lent = (box: TestBox, thing: string, day: string, name: string): string =>
  box.bring('booking', { thing, startsOn: day, state: 'back', name, phone: '06 11 22 33 44' })
const asked = (box: TestBox, who: TestBox['keeper'], id: string, fields: Fields) =>
  act(box, who, `${id}/reserver`, { startsOn: '2026-12-12', ...fields })
/** The cells of a thing in the table of the year. */
const cells = (page: string, title: string): readonly string[] =>
  (new RegExp(`>${title}</a></th>(.*?)</tr>`, 's').exec(page)?.[1] ?? '')
    .split('</td>')
    .slice(0, -1)
    .map(cell =>
      cell
        .replace(/<[^>]*>/g, '')
        .replaceAll('\u00a0', ' ')
        .trim(),
    )

/** A trailer lent to three people, whose day three others found taken; a saw that nobody had. */
async function opened(box: TestBox): Promise<Readonly<{ trailer: string; paul: Member }>> {
  box.territory()
  const trailer = thingOf(box, 'Remorque', { pieces: ['sangle', 'clé'] })
  thingOf(box, 'Scie')
  for (const [day, who] of [
    ['2026-11-02', 'Aimée'],
    ['2026-11-03', 'Basile'],
    ['2026-11-03', 'Chloé'],
  ] as const)
    box.bring('booking', { thing: trailer, startsOn: day, state: 'back', name: who })
  const paul = await box.member('Paul')
  box.bring('charge', { person: paul.id, over: trailer, since: '2026-10-01', named: true }, 'home')
  await asked(box, paul, trailer, {})
  for (const name of ['Denis', 'Elsa', 'Farid'])
    await asked(box, box.visitor(), trailer, { name, attendre: '1', use: 'secret' })
  return { trailer, paul }
}

test('the year of what is lent is numbers: loans, days, people, and what was never free', async () => {
  using box = testBox()
  const { trailer } = await opened(box)
  const { body, text: page } = await box.keeper.get(YEAR)
  assert.deepEqual(cells(body, 'Remorque').slice(0, 5), ['3', '2', '3', '0', '3'])
  assert.deepEqual(cells(body, 'Scie').slice(0, 5), ['0', '0', '0', '0', '0'])
  assert.equal(cells(body, 'Remorque').at(-1), 'Paul')
  assert.match(page, /Le plus prêté.: Remorque \(3 fois, 2.jours\)\./)
  assert.match(page, /ce n’était pas libre.: Remorque \(3 fois\)\./)
  assert.match(page, /Jamais prêté.: Scie\./)
  assert.match(page, /Confié à personne.: Scie\./)
  for (const name of ['Aimée', 'Basile', 'Denis', 'Elsa', 'secret'])
    assert.ok(!page.includes(name), name)
  const waits = box.read.all('SELECT id, waited FROM booking_request_home WHERE thing = ?', trailer)
  assert.deepEqual(
    waits.map(row => row['waited']),
    [1, 1, 1],
  )
  assert.match((await box.keeper.get(PATH)).body, /href="\/preter\/annee"/)
  assert.match((await box.keeper.get(`${YEAR}?an=2025`)).text, /Le prêt, en 2025/)
})

test('who waited and withdrew still counts; who is forgotten does not', async () => {
  using box = testBox()
  const { trailer, paul } = await opened(box)
  const nadia = await box.member('Nadia')
  await asked(box, nadia, trailer, { attendre: '1' })
  const waited = async (): Promise<string | undefined> =>
    cells((await box.keeper.get(YEAR)).body, 'Remorque')[4]
  assert.equal(await waited(), '4')
  const own = box.read.all('SELECT id FROM booking_request_home WHERE member = ?', nadia.id)
  await act(box, nadia, `demandes/${own[0]?.['id']}/retirer`)
  assert.equal(await waited(), '4')
  box.later(1000)
  await nadia.post('/moi/oublier', {})
  assert.equal(await waited(), '3')
  assert.equal((await paul.get(YEAR)).status, 403)
  assert.equal((await box.visitor().get(YEAR)).status, 403)
})

test('two people are told as fewer than three, and a name stands as its person agreed', async () => {
  using box = testBox()
  box.territory()
  const saw = thingOf(box, 'Scie')
  lent(box, saw, '2026-11-02', 'Aimée')
  lent(box, saw, '2026-11-09', 'Aimé')
  const paul = await box.member('Paul')
  box.bring('charge', { person: paul.id, over: saw, since: '2026-10-01' }, 'home')
  const { body } = await box.keeper.get(YEAR)
  assert.deepEqual(cells(body, 'Scie').slice(0, 3), ['2', '2', 'moins de 3'])
  assert.equal(cells(body, 'Scie').at(-1), 'une personne, prénom non dit')
  const keeper = { by: 'keeper', private: true } as const
  for (const kind of ['pret-annee', 'qui-s-occupe']) {
    const paper = JSON.stringify(box.paper(kind, undefined, keeper))
    assert.match(paper, /Scie/)
    assert.doesNotMatch(paper, /Paul|Aimé/)
    assert.notEqual((await paul.get(`/imprimer/${kind}`)).status, 200)
  }
})

test('the sheet of who is in charge names each since when, and what nobody answers for', async () => {
  using box = testBox()
  await opened(box)
  thingOf(box, 'Tente', { who: 'Marcel', reach: 'au bar' })
  const paper = JSON.stringify(
    box.paper('qui-s-occupe', undefined, { by: 'keeper', private: true }),
  )
  assert.match(paper, /Remorque.*Paul.*1er octobre.*Personne pour l’instant.*Scie/)
  assert.match(paper, /Tente, pour en parler.{1,8} Marcel/)
})

test('the diagnostic tells what is lent, as numbers, on its page and in its table', async () => {
  using box = testBox()
  await opened(box)
  const { body, text: page } = await box.keeper.get('/diagnostic')
  assert.match(page, /2.choses à prêter.; 3.prêts, à 3 personnes\./)
  assert.match(page, /Une de ces choses a été demandée par trois/)
  assert.match(body, /href="\/preter\/annee"/)
  assert.doesNotMatch((await box.visitor().get('/diagnostic')).body, /href="\/preter\/annee"/)
  assert.match(page, /choses à prêter 2 prêts de ces choses 3 .*emprunté 3 .*étaient prises 1 /)
  assert.deepEqual(box.faults, [])
})

test('the printed list names who is in charge as they agreed, and what is missing', async () => {
  using box = testBox()
  const { trailer } = await opened(box)
  const rosa = await box.member('Rosa')
  const old = thingOf(box, 'Échelle', { gone: true })
  const other = thingOf(box, 'Tente')
  box.bring('charge', { person: rosa.id, over: other, since: '2026-10-01' }, 'home')
  box.bring('charge', { person: rosa.id, over: old, since: '2026-10-01', named: true }, 'home')
  const since = { startsOn: '2026-11-20', state: 'back', name: 'Aimée' }
  const pieces = { piecesOut: ['sangle', 'clé', 'caisse à Aimée'], piecesBack: ['sangle'] }
  box.bring('booking', { thing: trailer, ...since, ...pieces })
  const paper = JSON.stringify(box.paper('liste', 'thing', { by: 'visitor' }))
  assert.match(paper, /Confié à.*Il manque.*Remorque.*Paul.*clé.*Scie.*Tente/)
  assert.doesNotMatch(paper, /Rosa|Échelle|Aimée/)
  const page = (await box.visitor().get(PATH)).text
  assert.match(page, /Remorque.*Ce n’est pas complet.: il manque clé\./)
  assert.doesNotMatch(page, /Aimée|Rosa/)
})

test('a loan without anybody known here is a loan, and no person', async () => {
  using box = testBox()
  box.territory()
  const saw = thingOf(box, 'Scie')
  for (const name of ['Aimée', 'Basile', 'Chloé'])
    box.bring('booking', { thing: saw, startsOn: '2026-11-02', state: 'back', name })
  box.bring('booking', { thing: saw, startsOn: '2026-11-09', state: 'back' })
  box.bring('booking', { thing: saw, startsOn: '2026-11-10', state: 'back' })
  const { body, text } = await box.keeper.get(YEAR)
  assert.deepEqual(cells(body, 'Scie').slice(0, 3), ['5', '3', '3'])
  assert.match(text, /5 fois prêtées, par 3 personnes\./)
  assert.match((await box.keeper.get('/tenir')).body, /href="\/preter\/annee"/)
})

test('who asked once is told as fewer than three; who nobody asked for, as none', async () => {
  using box = testBox()
  box.territory()
  const saw = thingOf(box, 'Tronçonneuse')
  lent(box, saw, '2026-12-12', 'Aimée')
  await asked(box, box.keeper, saw, { name: 'Gil' })
  await asked(box, box.visitor(), saw, { name: 'Denis', attendre: '1' })
  const { body } = await box.keeper.get(YEAR)
  assert.deepEqual(cells(body, 'Tronçonneuse').slice(3, 5), ['0', 'moins de 3'])
})

test('the most lent stand by loans, then by days, with all that are equal to the third', async () => {
  using box = testBox()
  box.territory()
  for (const title of ['Barnum', 'Cric', 'Diable', 'Échelle'])
    lent(box, thingOf(box, title), '2026-11-02', 'Aimée')
  const of = { thing: thingOf(box, 'Scie'), startsOn: '2026-11-02', endsOn: '2026-11-04' }
  box.bring('booking', { ...of, state: 'back', name: 'Basile' })
  const { text } = await box.keeper.get(YEAR)
  const once = (title: string): string => `${title} \\(1 fois, 1.jour\\)`
  const all = ['Barnum', 'Cric', 'Diable', 'Échelle'].map(once).join(', ')
  assert.match(text, new RegExp(`Le plus prêté.: Scie \\(1 fois, 3.jours\\), ${all}\\.`))
})
