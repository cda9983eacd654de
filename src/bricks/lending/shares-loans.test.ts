import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { cellName } from './model/shares/commands-notebook.ts'
import { engagementsOf, plansOf } from './model/shares/read.ts'
import { settled, yearOf } from './model/shares/year.ts'

/** The meter of a loan is keyed once: with the loan. */

type Fields = Readonly<Record<string, string>>
const YEAR = {
  ...{ name: '2026', firstOn: '2026-01-01', lastOn: '2026-12-31', counts: 'money', unit: 'hour' },
  ...{ fixedBy: 'engaged', price: '2 400 €', years: '8', upkeep: '2', calls: '1' },
}
const act = async (box: TestBox, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(60_000)
  const answer = await who.post(`${PATH}/${path}`, fields)
  assert.equal(answer.status, 303, answer.text.slice(0, 400))
}
/** A press that Nadia and Denise share; Nadia had it from 100 to 112 h. */
async function opened(
  box: TestBox,
  rules: object = {},
  lastOn = YEAR.lastOn,
): Promise<Readonly<{ id: string; nadia: Member }>> {
  box.territory()
  const id = box.bring('thing', {
    title: 'Pressoir',
    kind: 'machine',
    unit: 'day',
    meter: 'h',
    ...rules,
  })
  const nadia = await box.member('Nadia')
  await act(box, box.keeper, `${id}/frais`, { ...YEAR, lastOn })
  const plan = plansOf(box.read, id)[0]?.id ?? ''
  for (const who of ['Nadia', 'Denise'])
    await act(box, box.keeper, `${id}/frais/${plan}/engager`, { who, parts: '10' })
  await lent(box, id, nadia, ['100', '112'])
  return { id, nadia }
}
async function lent(
  box: TestBox,
  id: string,
  who: Member,
  [meterOut, meterBack]: readonly [string, string],
): Promise<void> {
  await act(box, who, `${id}/reserver`, { startsOn: '2026-12-05' })
  const [row] = box.read.all('SELECT id FROM booking ORDER BY id DESC LIMIT 1')
  const path = `reservations/${row?.['id']}`
  await act(box, box.keeper, `${path}/remettre`, { tout: '1', meterOut })
  await act(box, box.keeper, `${path}/rendre`, { tout: '1', meterBack })
}
const yearNow = (box: TestBox, id: string) => {
  const year = yearOf(box.read, plansOf(box.read, id)[0]!)
  const { accounts } = settled(box.read, year)
  const used = (name: string): number => {
    const row = engagementsOf(box.read, year.plan.id).find(({ who }) => who === name)
    return (year.holders.find(({ key }) => key === row?.id)?.used ?? 0) / 3_000
  }
  const [mine] = year.holders.filter(({ row }) => row.who !== 'Denise')
  return { path: `${id}/frais/${year.plan.id}`, used, accounts, nadia: (mine?.used ?? 0) / 3_000 }
}
const pageOf = async (box: TestBox, path: string): Promise<string> =>
  (await box.keeper.get(`${PATH}/${path}`)).text

test('a loan that comes back with its meter is a line of the notebook', async () => {
  using box = testBox()
  const { id } = await opened(box)
  const { path, nadia } = yearNow(box, id)
  assert.equal(nadia, 12)
  const page = await pageOf(box, `${path}/carnet`)
  assert.match(page, /Nadia 100 112 12.h d’après le prêt du 5 décembre/)
  assert.match(page, /Le compteur en est à 112.h/)
  assert.deepEqual(box.faults, [])
})

test('the same hours that somebody keys by hand are not counted twice', async () => {
  using box = testBox()
  const { id } = await opened(box)
  const { path } = yearNow(box, id)
  const [nadia, marc] = engagementsOf(box.read, plansOf(box.read, id)[0]!.id).map(one => one.id)
  const key = (cells: Readonly<Record<string, string>>) =>
    act(
      box,
      box.keeper,
      `${path}/carnet`,
      Object.fromEntries(Object.entries(cells).map(([cell, said]) => [cellName(cell, 0), said])),
    )
  await key({ day: '5/12', who: nadia!, from: '100', to: '111' })
  assert.equal(yearNow(box, id).nadia, 11)
  const paper = await pageOf(box, `${path}/carnet`)
  assert.doesNotMatch(paper, /d’après le prêt/)
  await key({ day: '5/12', who: marc!, units: '2' })
  assert.equal(yearNow(box, id).used('Denise'), 2)
})

test('use without a meter of the same person and day stands for their loan', async () => {
  using box = testBox()
  const { id } = await opened(box)
  const { path } = yearNow(box, id)
  const [nadia] = engagementsOf(box.read, plansOf(box.read, id)[0]!.id).map(one => one.id)
  const cells = { day: '5/12', who: nadia!, units: '12' }
  await act(
    box,
    box.keeper,
    `${path}/carnet`,
    Object.fromEntries(Object.entries(cells).map(([cell, said]) => [cellName(cell, 0), said])),
  )
  assert.equal(yearNow(box, id).nadia, 12)
})

test('who is forgotten leaves the hours of their loans, in an open year and a closed one', async () => {
  for (const closes of [false, true]) {
    using box = testBox()
    const { id, nadia } = await opened(box)
    const before = yearNow(box, id)
    await act(box, box.keeper, `${before.path}/depense`, {
      ...{ what: 'Courroie', amount: '61,35', day: '2026-12-05', part: 'variable' },
    })
    const spent = yearNow(box, id)
    if (closes) await act(box, box.keeper, `${before.path}/cloturer`, { sur: '1' })
    assert.deepEqual(yearNow(box, id).accounts, spent.accounts, 'closing')
    box.later(1000)
    await nadia.post('/moi/oublier', {})
    assert.equal(box.read.all('SELECT id FROM booking WHERE removed IS NOT 1').length, 0)
    assert.deepEqual(yearNow(box, id).accounts, spent.accounts, closes ? 'closed' : 'open')
    assert.doesNotMatch(await pageOf(box, `${before.path}/carnet`), /Nadia/)
  }
})

test('a loan of somebody who shares nothing is a line, and nobody pays it', async () => {
  using box = testBox()
  const { id } = await opened(box)
  const zoe = await box.member('Zoé')
  await lent(box, id, zoe, ['112', '115'])
  const { path, nadia } = yearNow(box, id)
  assert.equal(nadia, 12)
  const page = await pageOf(box, `${path}/carnet`)
  assert.match(page, /quelqu’un qui ne partage pas 112 115 3.h/)
  assert.doesNotMatch(page, /Zoé/)
})

test('the upkeep of a machine counts what its shared notebook reads', async () => {
  using box = testBox()
  const { id } = await opened(box, { upkeepUnits: 50 })
  const { path } = yearNow(box, id)
  await act(box, box.keeper, `${id}/entretien`, { on: '2026-12-01', what: 'vidange', meter: '99' })
  const [nadia] = engagementsOf(box.read, plansOf(box.read, id)[0]!.id).map(one => one.id)
  const cells = { day: '5/12', who: nadia!, from: '112', to: '152,5' }
  const typed = Object.entries(cells).map(([cell, said]) => [cellName(cell, 0), said])
  assert.match(await pageOf(box, `${id}/histoire`), /encore 37.h/)
  await act(box, box.keeper, `${path}/carnet`, Object.fromEntries(typed))
  const due = /Entretien à faire \(152,5.h, prévu à 149.h\)/
  assert.match(await pageOf(box, id), due)
  assert.match(await pageOf(box, `${id}/histoire`), due)
  assert.match(await pageOf(box, `${id}/histoire`), /Le compteur dit 152,5.h/)
})

test('closing a year says the holes of its notebook and the lines beside its meter', async () => {
  using box = testBox()
  const { id } = await opened(box, {}, '2026-12-05')
  const { path } = yearNow(box, id)
  const [nadia] = engagementsOf(box.read, plansOf(box.read, id)[0]!.id).map(one => one.id)
  const cells = { day: '5/12', who: nadia!, from: '115', to: '123,4', units: '9' }
  const typed = Object.entries(cells).map(([cell, said]) => [cellName(cell, 0), said])
  await act(box, box.keeper, `${path}/carnet`, { ...Object.fromEntries(typed), tel: '1' })
  const from = `${PATH}/${path}/comptes`
  const asked = await box.keeper.post(`${PATH}/${path}/cloturer`, { cloture: '1', from })
  assert.match(asked.text, /Il manque 3.h entre deux lignes/)
  assert.match(asked.text, /L’usage et le compteur diffèrent de 0,6.h.: Nadia/)
  await act(box, box.keeper, `${path}/cloturer`, { sur: '1' })
  assert.deepEqual(box.faults, [])
})

test('a use that is not that of its meter is asked once, and said until it is closed', async () => {
  using box = testBox()
  const { id } = await opened(box)
  const { path } = yearNow(box, id)
  const [part] = engagementsOf(box.read, plansOf(box.read, id)[0]!.id).map(one => one.id)
  const line = { day: '5/12', who: part ?? '', from: '112', to: '115', units: '2' }
  const fields = Object.fromEntries(
    Object.entries(line).map(([cell, said]) => [cellName(cell, 0), said]),
  )
  const from = `${PATH}/${path}/carnet`
  const asked = await box.keeper.post(from, { ...fields, from })
  assert.notEqual(asked.status, 303)
  assert.match(asked.text, /L’usage noté n’est pas celui du compteur/)
  assert.match(asked.text, /5 décembre : le compteur dit 3.h, l’usage noté est de 2.h/)
  assert.match(asked.body, /value="115"/, 'what was typed stays')
  await act(box, box.keeper, `${path}/carnet`, { ...fields, tel: '1' })
  const accounts = await pageOf(box, `${path}/comptes`)
  assert.match(accounts, /Le compteur dit 15.h, les lignes 14.h : il manque 1.h\./)
  const plan = plansOf(box.read, id)[0]!.id
  const paper = () => JSON.stringify(box.paper('releves', plan)).replace(/[\u00a0\u202f]/g, ' ')
  assert.match(paper(), /Le compteur dit 15 h, les lignes 14 h : il manque 1 h\./)
  const closes = { cloture: '1', from: `${PATH}/${path}/comptes` }
  const closing = await box.keeper.post(`${PATH}/${path}/cloturer`, closes)
  assert.match(closing.text, /Le compteur dit 15.h, les lignes 14.h.*Clôturer tout de même/s)
  await act(box, box.keeper, `${path}/cloturer`, { sur: '1' })
  assert.match(paper(), /Le compteur dit 15 h, les lignes 14 h : il manque 1 h\./)
  assert.deepEqual(box.faults, [])
})

test('the hours of somebody who shares nothing are said where the accounts miss them', async () => {
  using box = testBox()
  const { id } = await opened(box)
  await lent(box, id, await box.member('Bernard'), ['112', '114'])
  const { path } = yearNow(box, id)
  const said = /les lignes 12.h : il manque 2.h\. 2.h sont à quelqu’un qui ne partage pas/
  assert.match(await pageOf(box, `${path}/comptes`), said)
  const before = await pageOf(box, `${path}/carnet`)
  assert.match(before, /il ne manque rien/, 'the notebook itself is whole')
})
