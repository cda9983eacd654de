import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, pressing, YEAR } from '../../../tests/support/pressing.ts'
import { setPaper } from '../../paper/typeset.ts'
import { keyedLines } from './model/shares/loan-lines.ts'
import { engagementsOf, plansOf } from './model/shares/read.ts'
import { shareCost } from './model/shares/records.ts'
import type { SettledAccount } from './model/shares/rules.ts'
import { settled, yearOf } from './model/shares/year.ts'
import { saidOf } from './pages/shares/said.ts'
import { fr } from './words/fr.ts'

const SURE = { sur: '1' }
const ELEVEN = Array.from({ length: 11 }, (_, n) => `Foyer ${n + 1}`)

test('calls, costs and the end of the year: the sum is zero', () => {
  using box = pressing(['Chez Marc', 'Chez Luce'])
  assert.ok(box.at('callForShares').done)
  assert.ok(box.at('callForShares').done)
  assert.equal(box.at('callForShares').done, false, 'two calls a year')
  const calls = box.read.all('SELECT id, engagement, amount FROM share_call_home ORDER BY id')
  // 360 € and 15 h at 2 €: 390 € among three, in two calls.
  assert.deepEqual(
    calls.map(({ amount }) => amount),
    [6_500, 6_500, 6_500, 6_500, 6_500, 6_500],
  )
  const ids = calls.map(({ id }) => String(id))
  assert.ok(box.at('notePaid', { shown: ids, paid: ids.slice(0, 5) }).done)
  const spent = { what: 'Assurance', amount: '62,35', day: '2026-03-01', part: 'fixed' }
  assert.ok(box.at('spend', spent).done)
  const luce = box.part('Chez Luce')
  const oil = { what: 'Huile', amount: '7,01', day: '2026-09-01', part: 'variable' }
  assert.ok(box.at('spend', { ...oil, advancedBy: luce }).done)
  box.at('keyPage', lineOf(0, { day: '1/10', who: luce, units: '3' }))
  const plan = plansOf(box.read, box.id)[0]!
  const year = settled(box.read, yearOf(box.read, plan))
  assert.equal(year.real, 6_936)
  assert.equal(year.paid, 5 * 6_500 + 701)
  const balances = year.accounts.reduce((to, { balance }) => to + balance, 0)
  assert.equal(balances - year.purse, 0)
  const page = box.in('/PLAN/comptes')
  assert.match(
    page,
    /Un centime de plus ou de moins, .*Chez|Un centime de plus ou de moins, .*Nadia/s,
  )
  assert.ok(page.includes('Noter l’usure de l’année, 300 €'))
  assert.ok(box.at('noteWear').done)
  assert.equal(box.at('noteWear').done, false, 'once')
  assert.equal(settled(box.read, yearOf(box.read, plan)).real, 36_936)
  assert.ok(box.at('closeYear', SURE).done)
  assert.equal(box.at('spend', spent).done, false)
  assert.ok(box.at('reopenYear').done)
})

test('a cost outside the days of its year is refused, with these days', () => {
  using box = pressing()
  for (const day of ['2027-03-01', '2025-12-31']) {
    const cost = { what: 'Assurance', amount: '100', part: 'fixed', day }
    const answer = box.at('spend', cost)
    assert.ok(!answer.done && 'refused' in answer && answer.field === 'day', day)
    const said = 'datée du 1er janvier 2026 au 31 décembre 2026.'
    assert.ok(answer.refused.replace('\u00a0', ' ').includes(said), answer.refused)
  }
  assert.equal(yearOf(box.read, plansOf(box.read, box.id)[0]!).costs.length, 0)
  for (const day of ['2026-01-01', '2026-12-31'])
    assert.ok(box.at('spend', { what: 'Huile', amount: '1', part: 'fixed', day }).done)
})

test('a year lasts two at most, and is not made shorter than what is noted in it', () => {
  using box = pressing()
  const corrects = (days: object) => box.at('correctYear', { ...YEAR, ...days })
  const long = corrects({ lastOn: '2149-12-31' })
  assert.ok(!long.done && 'refused' in long && long.field === 'lastOn')
  assert.match(long.refused, /deux ans au plus/)
  box.at('keyPage', lineOf(0, { day: '1/10', who: box.part('Nadia'), units: '3' }))
  box.at('spend', { what: 'Huile', amount: '1', part: 'fixed', day: '2026-02-03' })
  for (const [days, field, said] of [
    [{ firstOn: '2026-03-01' }, 'firstOn', /noté au 3 février 2026/],
    [{ lastOn: '2026-09-30' }, 'lastOn', /noté au 1er octobre 2026/],
  ] as const) {
    const answer = corrects(days)
    assert.ok(!answer.done && 'refused' in answer && answer.field === field, field)
    assert.match(answer.refused.replaceAll('\u00a0', ' '), said)
  }
  assert.ok(corrects({ firstOn: '2026-02-03', lastOn: '2026-10-01' }).done)
})

test('each has a statement on A5; the sheet of a meeting has four columns and names nobody', () => {
  using box = pressing(ELEVEN)
  const paper = box.paper('releve', box.part('Foyer 2'))
  assert.equal(paper.size, 'a5')
  assert.ok(JSON.stringify(paper).includes('Foyer 2'))
  const all = JSON.stringify(box.paper('releves', box.plan))
  for (const name of ['Nadia', ...ELEVEN]) assert.ok(all.includes(name))
  const sheet = box.paper('et-si', box.plan)
  assert.equal(sheet.size, 'a4')
  const said = JSON.stringify(sheet)
  assert.ok(!said.includes('Nadia') && !said.includes('Foyer'))
  const table = sheet.blocks.find(block => block.is === 'table')
  assert.equal(table?.columns.length, 5)
  assert.ok(said.includes('2 personnes de plus') && said.includes('14'))
})

test('twelve statements are twelve pages, also where a year has much to say', () => {
  using box = pressing(ELEVEN)
  box.at('callForShares')
  box.at('callForShares')
  for (const what of ['Assurance', 'Huile', 'Toiles', 'Courroie'])
    box.at('spend', { what, amount: '41,17', day: '2026-09-01', part: 'fixed' })
  for (const name of ['Nadia', ...ELEVEN])
    box.at('keyPage', {
      ...lineOf(0, { day: '1/10', who: box.part(name), units: '2' }),
      ...lineOf(1, { day: '2/10', who: box.part(name), units: '1' }),
    })
  assert.equal(setPaper(box.paper('releves', box.plan)).pages, 12)
})

test('households stand by their names everywhere, and the odd cent follows who engaged first', () => {
  using box = pressing(['Zoé', 'Émile', 'Alix'])
  box.at('spend', { what: 'Huile', amount: '10,01', day: '2026-09-01', part: 'fixed' })
  const sorted = ['Alix', 'Émile', 'Nadia', 'Zoé']
  const said = [
    box.in('/PLAN'),
    box.in('/PLAN/comptes').split('Au coût réel')[1] ?? '',
    JSON.stringify(box.paper('releves', box.plan)),
  ]
  for (const text of said)
    assert.deepEqual(
      sorted.toSorted((a, b) => text.indexOf(a) - text.indexOf(b)),
      sorted,
    )
  const year = yearOf(box.read, plansOf(box.read, box.id)[0]!)
  const turned = { ...year, holders: year.holders.toReversed() }
  const dues = (of: typeof year) =>
    settled(box.read, of).accounts.map(({ key, due }) => `${key} ${due}`)
  assert.deepEqual(dues(turned), dues(year).toReversed())
})

test('a statement says all that its sums are made of', () => {
  using box = pressing(['Chez Marc', 'Chez Luce'])
  const [nadia, marc] = [box.part('Nadia'), box.part('Chez Marc')]
  box.at('keyPage', {
    ...lineOf(0, { day: '1/10', who: nadia, from: '100', to: '103,5' }),
    ...lineOf(1, { day: '2/10', who: marc, units: '4' }),
  })
  box.at('callForShares')
  box.at('callForShares')
  const calls = box.read.all(
    'SELECT id FROM share_call_home WHERE engagement = ? ORDER BY number',
    nadia,
  )
  const [first] = calls.map(({ id }) => String(id))
  box.at('notePaid', { shown: [first ?? ''], paid: [first ?? ''] })
  const costs = [
    { what: 'Assurance', amount: '62,35', part: 'fixed' },
    { what: 'Huile', amount: '41,17', part: 'variable', advancedBy: nadia },
    { what: 'Toiles', amount: '10', part: 'variable', advancedBy: marc },
  ]
  for (const cost of costs) box.at('spend', { day: '2026-09-01', ...cost })
  const facts = () =>
    box
      .paper('releve', nadia)
      .blocks.flatMap(block => (block.is === 'apart' ? block.blocks : []))
      .flatMap(block => (block.is === 'table' ? block.rows : []))
      .map(row => row.map(cell => JSON.stringify(cell).replace(/"b":|[[\]{}"]/g, '')).join(' | '))
      .map(line => line.replace(/[\u00a0\u202f]/g, ' '))
      .join('\n')
  assert.match(facts(), /= le prix de l’heure \| 26 € l’heure/, 'the expected price, while open')
  box.at('closeYear', SURE)
  const said = facts()
  for (const line of [
    /Engagé, sur 15 h en tout \| 5 h/,
    /Fait, sur 7,5 h en tout \| 3,5 h/,
    /frais de l’année, selon l’engagement : 62,35 € × 5 h ÷ 15 h.* \| 20,7[89] €/,
    /frais d’usage : 51,17 € × 3,5 h ÷ 7,5 h \| 23,88 €/,
    /Appel 1, payé le .* \| 65 €/,
    /Appel 2, 65 €, pas encore payé \| 0 €/,
    /Avancé le 1er septembre : Huile \| 41,17 €/,
    /Payé ou avancé \| 106,17 €/,
    /Toiles \| 10 €/,
    /Frais de l’année, en tout \| 62,35 €/,
    /62,35 € ÷ 15 h, frais de l’année \| 4,16 € l’heure/,
    /51,17 € ÷ 7,5 h, frais d’usage \| 6,82 € l’heure/,
    /= le prix de l’heure \| 10,98 € l’heure/,
    /1er octobre, de 100 à 103,5 \| 3,5 h/,
  ])
    assert.match(said, line)
  assert.ok(!said.includes('26 € l’heure') && !said.includes('Chez Marc'))
  assert.match(box.in('/PLAN', { by: 'neighbour', me: box.nadia }), /62,35 € × 5 h ÷ 15 h/)
})

test('under 80 % is due where an article of the statutes is named, and is only said elsewhere', () => {
  using box = pressing(['Chez Marc'], { ...YEAR, fixedBy: 'used' })
  box.at('keyPage', lineOf(0, { day: '1/10', who: box.part('Chez Marc'), units: '5' }))
  assert.match(box.in('/PLAN/comptes'), /Nadia : 0 %, il manque 5 h.*Rien n’est dû.*aucun article/s)
  box.at('correctYear', { ...YEAR, fixedBy: 'used', article: 'Article 14' })
  assert.match(box.in('/PLAN/comptes'), /Selon les statuts \(Article 14\) : 180 €/)
  const plan = plansOf(box.read, box.id)[0]!
  const { accounts } = settled(box.read, yearOf(box.read, plan))
  assert.equal(accounts.find(({ key }) => key === box.part('Nadia'))?.due, 18_000)
})

test('who is forgotten leaves no name in the accounts, which still sum to the same', () => {
  using box = pressing(['Chez Marc'])
  box.at('keyPage', lineOf(0, { day: '1/10', who: box.part('Nadia'), units: '5' }))
  box.at('spend', { what: 'Huile', amount: '10', day: '2026-09-01', part: 'variable' })
  box.done('members.beForgotten', { sure: '1', oui: '1' }, { by: 'neighbour', me: box.nadia })
  const page = box.in('/PLAN/comptes')
  assert.ok(!page.includes('Nadia') && page.includes('une personne partie'))
  const plan = plansOf(box.read, box.id)[0]!
  const { accounts } = settled(box.read, yearOf(box.read, plan))
  assert.deepEqual(
    accounts.map(({ due }) => due).toSorted((a, b) => a - b),
    [0, 1_000],
  )
})

const LAST_YEAR = { name: '2025', firstOn: '2025-01-01', lastOn: '2025-12-31' }
test('a closed year says the same when a member is forgotten; the one before opens after it', () => {
  const named = { ...YEAR, ...LAST_YEAR, fixedBy: 'used', article: 'Article 14' }
  using box = pressing(['Chez Marc'], named)
  const { id, nadia, plan: first } = box
  const keys = (day: string, units: string): unknown =>
    box.turn(
      'lending.keyPage',
      { id, plan: plans()[0]!.id, ...lineOf(0, { day, units }) },
      { by: 'neighbour', me: nadia },
    )
  const plans = () => plansOf(box.read, id)
  keys('1/10', '5')
  const next = { ...named, name: '2026', firstOn: '2026-01-01', lastOn: '2026-12-31' }
  box.done('lending.openYear', { id, ...next, reprendre: '1' })
  const plan = plans()[0]!.id
  keys('1/10', '3,5')
  assert.ok(box.at('closeYear', SURE).done)
  box.done('lending.spend', {
    id,
    plan,
    what: 'Toiles',
    amount: '100',
    day: '2026-03-01',
    part: 'fixed',
  })
  const says = () => settled(box.read, yearOf(box.read, plans()[0]!))
  assert.ok(box.turn('lending.closeYear', { id, plan, ...SURE }).done)
  const before = says()
  // 5 h and 3.5 h are 85 % of what she engaged. 3.5 h alone would be 70 %, and due.
  const hers = engagementsOf(box.read, plan).find(({ member }) => member === nadia)?.id
  assert.deepEqual(before.accounts.map(({ key, extra }) => [key === hers, extra]).toSorted(), [
    [false, 18_000],
    [true, 0],
  ])
  const early = box.turn('lending.reopenYear', { id, plan: first })
  assert.match('refused' in early ? early.refused : '', /rouvrez d’abord 2026/)
  box.done('members.beForgotten', { sure: '1', oui: '1' }, { by: 'neighbour', me: nadia })
  assert.deepEqual(says(), before, 'she is forgotten')
  box.done('lending.reopenYear', { id, plan })
  assert.deepEqual(says(), before, 'forgotten, her years before are kept')
  box.done('lending.reopenYear', { id, plan: first })
  box.done('lending.strikeLine', { id, plan: first, line: keyedLines(box.read, first)[0]!.id })
  assert.deepEqual(says().accounts.map(dueOf), before.accounts.map(dueOf), 'it reopens after it')
})
const dueOf = ({ key, due, extra }: SettledAccount) => ({ key, due, extra })

test('an open year says the same when a member is forgotten, and a year before changes then', () => {
  const named = { ...YEAR, ...LAST_YEAR, fixedBy: 'used', article: 'Article 14' }
  using box = pressing(['Chez Marc'], named)
  const { id, nadia, plan: first } = box
  const plans = () => plansOf(box.read, id)
  const keys = (units: string): unknown =>
    box.turn(
      'lending.keyPage',
      { id, plan: plans()[0]!.id, ...lineOf(0, { day: '1/10', units }) },
      { by: 'neighbour', me: nadia },
    )
  keys('5')
  const next = { ...named, name: '2026', firstOn: '2026-01-01', lastOn: '2026-12-31' }
  box.done('lending.openYear', { id, ...next, reprendre: '1' })
  keys('3,5')
  assert.ok(box.at('closeYear', SURE).done)
  const says = () => settled(box.read, yearOf(box.read, plans()[0]!))
  const before = says()
  const [one] = before.accounts.filter(({ used }) => used > 0)
  assert.equal(one?.extra ?? 0, 0, 'with the year before, she used enough')
  box.done('members.beForgotten', { sure: '1', oui: '1' }, { by: 'neighbour', me: nadia })
  assert.deepEqual(says(), before)
  box.done('lending.reopenYear', { id, plan: first })
  box.done('lending.strikeLine', { id, plan: first, line: keyedLines(box.read, first)[0]!.id })
  assert.deepEqual(says().accounts.map(dueOf), before.accounts.map(dueOf), 'it is reopened')
})

test('closing asks once where calls are not paid; who pays after it is noted still', () => {
  using box = pressing(['Chez Marc'])
  const [nadia, marc] = [box.part('Nadia'), box.part('Chez Marc')]
  box.at('callForShares')
  box.at('spend', { what: 'Assurance', amount: '62,35', day: '2026-03-01', part: 'fixed' })
  const input = { cloture: '1' }
  assert.deepEqual(box.at('closeYear', input), { done: false, asks: 'more' })
  const asked = box.in('/PLAN/comptes', { by: 'keeper', again: { input, asks: 'more' } })
  assert.match(asked, /finit le 31 décembre.*Des appels ne sont pas payés.*Chez Marc<.span>, 95 €/s)
  assert.ok(box.at('closeYear', SURE).done)
  const [call] = box.read.all('SELECT id FROM share_call_home WHERE engagement = ?', nadia)
  const ids = [String(call?.['id'])]
  assert.ok(box.at('notePaid', { shown: ids, paid: ids }).done, 'a call is paid after the closing')
  const says = () => settled(box.read, yearOf(box.read, plansOf(box.read, box.id)[0]!))
  assert.match(box.in('/PLAN/comptes'), /Chez Marc a payé 31,1[78] €/)
  const dues = says().accounts.map(({ due }) => due)
  const both = { shown: [nadia, marc] }
  assert.match(box.in('/PLAN/comptes'), /63,8[23] € rendus à Nadia/)
  assert.ok(box.at('noteSettled', { ...both, settled: [nadia, marc] }).done)
  const after = says()
  assert.deepEqual(
    [after.accounts.map(({ balance }) => balance), after.purse, after.paid],
    [[0, 0], 0, 6_235],
  )
  assert.deepEqual(
    after.accounts.map(({ due }) => due),
    dues,
  )
  assert.match(JSON.stringify(box.paper('releve', marc)), /Reste payé le 5 décembre/)
  assert.ok(box.at('noteSettled', { ...both, settled: [nadia] }).done)
  assert.equal(says().purse, -says().accounts.find(({ key }) => key === marc)!.due)
  assert.ok(box.at('reopenYear').done)
  assert.equal(box.at('noteSettled', { ...both, settled: [marc] }).done, false, 'an open year')
})

test('the wear is no expense: the purse keeps it, or it is owed to who paid the thing', () => {
  using box = pressing(['Chez Marc'])
  const marc = box.part('Chez Marc')
  box.at('callForShares')
  box.at('callForShares')
  const ids = box.read.all('SELECT id FROM share_call_home').map(({ id }) => String(id))
  box.at('notePaid', { shown: ids, paid: ids })
  box.at('spend', { what: 'Usure de l’année', amount: '62', day: '2026-03-01', part: 'fixed' })
  assert.ok(box.at('noteWear').done, 'a cost of that name is another')
  // 380 € were paid, and 62 € spent: the tin holds 318 €.
  assert.match(box.in('/PLAN/comptes'), /Dans la caisse : 318 €\..*Dont 300 € gardés pour l’usure/s)
  const wear = box.read.one(shareCost, worn(), 'home')
  assert.ok(box.at('strikeCost', { cost: wear?.id ?? '' }).done)
  assert.ok(box.at('noteWear', { owedTo: marc }).done)
  assert.match(box.in('/PLAN/comptes'), /Dans la caisse : 318 €\./)
  const { accounts, purse } = settled(box.read, yearOf(box.read, plansOf(box.read, box.id)[0]!))
  assert.equal(accounts.find(({ key }) => key === marc)?.paid, 19_000 + 30_000)
  assert.equal(purse, 31_800)
  function worn(): string {
    return String(box.read.all('SELECT id FROM share_cost_home WHERE wear')[0]?.['id'])
  }
})

test('who is under 80 % is named with a reason, also where nothing more is due', () => {
  using box = pressing(['Chez Marc'])
  box.at('keyPage', lineOf(0, { day: '1/10', who: box.part('Chez Marc'), units: '6,5' }))
  const page = box.in('/PLAN/comptes')
  assert.match(page, /Nadia : 0 %, il manque 5 h\. Rien de plus n’est dû.*selon l’engagement\./)
  // 0.5 h beyond 120 %, at 38 € an hour, and a quarter of it.
  assert.match(page, /Chez Marc : 130 %, 0,5 h au-delà de 120 %\..*0,5 h × 38 € l’heure × 25 %/s)
  assert.match(page, /4,75 €.*Un engagement de 5,5 h irait/s)
})

test('a call says what came in, and prints a slip for each', () => {
  using box = pressing(['Chez Marc'])
  box.at('callForShares')
  const [call] = box.read.all('SELECT id FROM share_call_home')
  const ids = [String(call?.['id'])]
  box.at('notePaid', { shown: ids, paid: ids })
  assert.match(box.in('/PLAN/comptes'), /Encaissé : 95 €\. À encaisser : 95 €\./)
  const paper = box.paper('appel', box.plan)
  assert.equal(paper.each?.length, 2)
  const said = JSON.stringify(paper).replace(/[\u00a0\u202f]/g, ' ')
  for (const line of ['Chez Marc', 'Appel 1 sur 2', 'À payer : 95 €', 'Payé le 5 décembre'])
    assert.ok(said.includes(line), line)
  const asked = box.print('appel', box.plan, { by: 'neighbour', me: box.nadia })
  assert.ok(!('paper' in asked), 'the names of all are for who keeps the accounts')
})

test('a bale and a half is one bale', () => {
  assert.equal(fr.shares.units.bale('1,5').replace('\u00a0', ' '), '1,5 botte')
  for (const n of ['2', '1 250', '10,5']) assert.ok(fr.shares.units.bale(n).endsWith('bottes'))
})

test('hours that no three decimals say are said in minutes', () => {
  const said = saidOf({ unit: 'hour', counts: 'money' }, fr.shares, 'fr')
  const plain = [9_600, 7_000, 14_625, 14_750].map(parts => said.units(parts))
  assert.deepEqual(
    plain.map(one => one.replace(/\u00a0/g, ' ')),
    ['3,2 h', '2 h 20', '4,875 h', '4 h 55'],
  )
})
