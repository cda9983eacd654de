import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pressing } from '../../../tests/support/pressing.ts'
import {
  cost,
  type FormFields as Fields,
  ofYear,
  type SharedPress,
  SURE,
  shared,
} from '../../../tests/support/shared-press.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { toFile } from '../../web/print/print-file.ts'
import { PATH } from './model/records-thing.ts'
import { cellName } from './model/shares/commands-notebook.ts'
import { engagementsOf, plansOf } from './model/shares/read.ts'
import { yearOf } from './model/shares/year.ts'

/** What a closed year leaves to each is where the next one begins. */

/** Nadia advanced 30 €, which three share; then Luce leaves. */
async function carried(box: TestBox): Promise<SharedPress> {
  const press = await shared(box)
  await press.at('depense', cost('Assurance', '30', '2024-03-01', press.part('Nadia')))
  await press.at('cloturer', SURE)
  await press.open('2025')
  await press.at('retirer', { part: press.part('Luce') })
  return press
}

test('the balances of a closed year are carried to the next, also of who left', async () => {
  using box = testBox()
  const press = await carried(box)
  assert.deepEqual(press.balances(), {
    Nadia: 2_000,
    Marc: -1_000,
    'Luce, left': -1_000,
  })
  const page = await press.page()
  assert.match(page, /Qui Engagé Fait Reporté de 2024/)
  assert.match(page, /Marc 5.h 0.h −10.€.*Nadia 5.h 0.h \+20.€/s)
  assert.match(page, /Luce, ne partage plus −10.€.*Ensemble 10.h 0.h 0.€/s)
  await press.at('depense', cost('Huile', '12', '2025-03-01', press.part('Marc')))
  const accounts = await press.page('comptes')
  assert.match(accounts, /Sa part Reporté de 2024 Payé Solde/)
  assert.match(accounts, /Marc 6.€ 0.€ 6.€ −10.€ 12.€ −4.€/)
  assert.match(accounts, /Nadia 6.€ 0.€ 6.€ \+20.€ 0.€ \+14.€/)
  assert.match(accounts, /Luce, ne partage plus −10.€ 0.€ −10.€/)
  assert.match(accounts, /Ensemble 12.€ 0.€ 12.€ 0.€ 12.€ 0.€/)
  assert.match(accounts, /Dans la caisse : 0.€/)
  assert.match(await press.page('', '2024'), /Les soldes sont reportés dans 2025\./)
  const own = (
    await press.nadia.get(`${PATH}/${press.id}/frais/${plansOf(box.read, press.id)[0]!.id}`)
  ).text
  assert.match(own, /Reporté de 2024, en sa faveur \(ensemble : 0.€\) 20.€ À lui rendre 14.€/)
  assert.ok(!own.includes('Luce'))
  const plan = plansOf(box.read, press.id)[0]!.id
  const asked = { kind: 'releves', id: plan, form: 'csv' } as const
  const keeper = { by: 'keeper', lang: 'fr', private: true, me: undefined } as const
  const file = toFile(box.source, asked, keeper as never)
  const csv = 'text' in file ? file.text : ''
  assert.match(csv, /Reporté de 2024/)
  assert.match(csv, /Luce, ne partage plus.*;-10;0;-10/)
  const papers = JSON.stringify(box.paper('releves', plan)).replace(/[\u00a0\u202f]/g, ' ')
  assert.match(
    papers,
    /Payé ou avancé.*Reporté de 2024, restait à payer \(ensemble : 0 €\)","10 €".*Reste/,
  )
  assert.match(papers, /Luce, ne partage plus.*Reporté de 2024, restait à payer \([^)]*\)","10 €"/)
  assert.deepEqual(box.faults, [])
})

test('a year that is in a closed one is opened again after it; nobody pays in it', async () => {
  using box = testBox()
  const press = await carried(box)
  await press.at('cloturer', SURE)
  const before = press.balances('2025')
  const marc = press.part('Marc', '2024')
  const why = await press.refused('rouvrir', {}, '2024')
  assert.match(
    why,
    /Les soldes de 2024 sont déjà dans les comptes clôturés de 2025 : rouvrez d’abord 2025\./,
  )
  assert.match(
    await press.refused('solde', { shown: marc, settled: marc }, '2024'),
    /rouvrez d’abord 2025/,
  )
  assert.match(await press.refused('paye', { shown: '', paid: '' }, '2024'), /rouvrez d’abord 2025/)
  const locked = await press.page('', '2024')
  assert.match(locked, /dont les comptes sont clôturés : qui paie ensuite se note là/)
  assert.ok(!locked.includes('Rouvrir les comptes'))
  assert.ok(!(await press.page('comptes', '2024')).includes('Noter ce qui est réglé'))
  await press.open('2026')
  await press.at('cloturer', SURE)
  assert.match(await press.refused('rouvrir', {}, '2024'), /rouvrez d’abord 2026, puis 2025\./)
  await press.at('rouvrir', {}, '2026')
  await press.at('rouvrir', {}, '2025')
  assert.deepEqual(press.balances('2025'), before)
  await press.at('rouvrir', {}, '2024')
  assert.deepEqual(press.balances('2025'), { Nadia: 0, Marc: 0 }, 'nothing is brought yet')
})

test('who left settles in the last closed year, and the others carry on', async () => {
  using box = testBox()
  const press = await carried(box)
  await press.at('cloturer', SURE)
  const luce = press.part('Luce', '2025')
  assert.match(await press.page('comptes'), /Luce a payé 10.€/)
  await press.at('solde', { shown: luce, settled: luce })
  assert.deepEqual(press.balances(), { Nadia: 2_000, Marc: -1_000, 'Luce, left': 0 })
  assert.match(await press.page('comptes'), /Dans la caisse : 10.€/)
  await press.open('2026')
  assert.deepEqual(press.balances(), { Nadia: 2_000, Marc: -1_000 })
  await press.at('rouvrir', {}, '2025')
  assert.deepEqual(press.balances('2025'), {
    Nadia: 2_000,
    Marc: -1_000,
    'Luce, left': 0,
  })
  await press.at('engager', { who: 'luce', parts: '1' }, '2025')
  const back = { Nadia: 2_000, Marc: -1_000, luce: 0 }
  assert.deepEqual(press.balances('2025'), back, 'what she paid since counts')
  await press.at('cloturer', SURE, '2025')
  assert.deepEqual(press.balances('2025'), back)
})

test('who comes back finds the balance that they left', async () => {
  using box = testBox()
  const press = await carried(box)
  await press.at('cloturer', SURE)
  await press.open('2026')
  await press.at('engager', { who: 'LUCE', parts: '2' })
  assert.deepEqual(press.balances(), { Nadia: 2_000, Marc: -1_000, LUCE: -1_000 })
})

test('a year is closed after those before it, and with somebody to share its costs', async () => {
  using box = testBox()
  const press = await shared(box)
  await press.open('2025')
  assert.match(await press.refused('cloturer', SURE, '2025'), /Clôturez d’abord 2024/)
  await press.at('cloturer', SURE, '2024')
  for (const who of ['Nadia', 'Marc', 'Luce']) await press.at('retirer', { part: press.part(who) })
  await press.at('depense', cost('Huile', '12', '2025-03-01'))
  assert.match(await press.refused('cloturer', SURE, '2025'), /personne n’est là pour les partager/)
})

test('the same in hours; where nothing is counted nothing is brought', async () => {
  using box = testBox()
  const press = await shared(box, { counts: 'hours' })
  await press.at('depense', cost('Graissage', '1 h 30', '2024-03-01', press.part('Nadia')))
  await press.at('cloturer', SURE)
  await press.open('2025')
  assert.match(await press.page(), /Reporté de 2024.*Nadia 5.h 0.h \+1.h/s)
  using none = testBox()
  const bare = await shared(none, { counts: 'nothing' })
  await bare.at('cloturer', SURE)
  await bare.open('2025')
  assert.ok(!(await bare.page()).includes('Reporté'))
})

test('the purse keeps the wear of all years; the meter goes on from the year before', async () => {
  using box = testBox()
  const press = await shared(box, { price: '300', years: '3', meterStart: '100' })
  const line = (fields: Fields): Fields =>
    Object.fromEntries(Object.entries(fields).map(([cell, said]) => [cellName(cell, 0), said]))
  await press.at('usure')
  await press.at('carnet', line({ day: '1/10', who: press.part('Nadia'), to: '112' }))
  await press.at('cloturer', SURE)
  await press.open('2025', { meterStart: '' })
  assert.match(await press.page('carnet'), /Le compteur en est à 112.h/)
  await press.at('carnet', line({ day: '1/10', who: press.part('Nadia'), from: '115', to: '118' }))
  assert.match(await press.page('carnet'), /Il manque 3.h avant la première ligne/)
  await press.at('usure')
  const page = await press.page('comptes')
  assert.match(page, /Dans la caisse : 0.€/)
  assert.match(page, /Il faudrait y garder 200.€ pour l’usure/)
  await press.at('cloturer', SURE)
  await press.open('2026', { meterStart: '' })
  assert.match(await press.page('carnet'), /Le compteur en est à 118.h/)
})

test('who is forgotten between two years takes no cent along', async () => {
  for (const isClosed of [true, false]) {
    using box = testBox()
    const press = await shared(box)
    await press.at('depense', cost('Assurance', '30', '2024-03-01', press.part('Nadia')))
    if (isClosed) await press.at('cloturer', SURE)
    await press.open('2025')
    const [own] = engagementsOf(box.read, plansOf(box.read, press.id)[0]!.id).filter(
      ({ member }) => member !== null,
    )
    box.done(
      'members.beForgotten',
      { sure: '1', oui: '1' },
      { by: 'neighbour', me: press.nadia.id },
    )
    if (!isClosed) await press.at('cloturer', SURE, '2024')
    const row = engagementsOf(box.read, plansOf(box.read, press.id)[0]!.id).find(
      ({ id }) => id === own?.id,
    )
    assert.equal(row?.member, null)
    assert.deepEqual(press.balances(), { gone: 2_000, Marc: -1_000, Luce: -1_000 })
    await press.at('cloturer', SURE)
    await press.at('rouvrir')
    assert.equal(press.balances()['gone'], 2_000)
    assert.ok(!(await press.page()).includes('Nadia'))
  }
})

test('whoever is in charge closes a year with somebody who left, as the keeper does', () => {
  using box = pressing(['Chez Marc', 'Chez Luce'])
  const charge = { by: 'neighbour', me: box.paul } as const
  const oil = { what: 'Huile', amount: '30', day: '2026-03-01', part: 'fixed' }
  box.at('spend', { ...oil, advancedBy: box.part('Nadia') }, charge)
  assert.ok(box.at('closeYear', SURE, charge).done)
  const next = { ...ofYear('2027'), reprendre: '1' }
  assert.ok(box.turn('lending.openYear', { id: box.id, ...next }, charge).done)
  const plan = plansOf(box.read, box.id)[0]!.id
  const luce = engagementsOf(box.read, plan).find(({ who }) => who === 'Chez Luce')?.id
  assert.ok(box.turn('lending.leaveYear', { id: box.id, plan, part: luce! }, charge).done)
  assert.ok(box.turn('lending.closeYear', { id: box.id, plan, ...SURE }, charge).done)
  const { departed } = yearOf(box.read, plansOf(box.read, box.id)[0]!)
  assert.deepEqual(
    departed.map(({ row, brought }) => [row.who, brought]),
    [['Chez Luce', -1_000]],
  )
})
