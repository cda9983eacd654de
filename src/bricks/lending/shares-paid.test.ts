import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cost, SURE, shared } from '../../../tests/support/shared-press.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { plansOf } from './model/shares/read.ts'
import { engagement } from './model/shares/records.ts'

/** Each payment has its day; it is mended by its opposite, or taken back. */

const plain = (paper: unknown): string => JSON.stringify(paper).replace(/[\u00a0\u202f]/g, ' ')

test('payments stand with their day on accounts and statement, and are mended', async () => {
  using box = testBox()
  const press = await shared(box, { price: '90', years: '1', calls: '1' })
  await press.at('appel')
  await press.at('depense', cost('Assurance', '90', '2024-03-01'))
  const marc = press.part('Marc')
  const pays = (sum: string, paidOn = '2026-12-01') =>
    press.at('versement', { payer: marc, sum, paidOn })
  await pays('12,50', '2026-11-03')
  await pays('10')
  assert.deepEqual(press.balances(), { Nadia: -3_000, Marc: -750, Luce: -3_000 })
  const page = await press.page('comptes')
  assert.match(page, /Encaissé : 22,50.€\. À encaisser : 67,50.€/)
  assert.match(page, /3 nov.* Marc \+12,50.€.*1er déc.* Marc \+10.€/s)
  const [plan] = plansOf(box.read, press.id)
  const paper = () => plain(box.paper('releve', marc))
  assert.match(paper(), /"Payé le 3 novembre","12,50 €".*"Payé le 1er décembre","10 €"/)
  await pays('-10')
  assert.match(paper(), /"Rendu, ou corrigé, le 1er décembre","−10 €".*Payé ou avancé.*12,50 €/)
  const ids = box.read.all('SELECT id FROM share_payment_home WHERE amount = 1250')
  await press.at('versement/rayer', { payment: String(ids[0]?.['id']) })
  assert.equal(press.balances()['Marc'], -3_000)
  const asked = { from: `${PATH}/${press.id}/frais/${plan?.id}/comptes`, cloture: '1' }
  await pays('30')
  const closing = await press.refused('cloturer', asked, '2024')
  assert.match(closing, /Nadia , 30.€/)
  assert.ok(!/Marc , 30.€/.test(closing), 'his call is paid in parts')
  await press.at('cloturer', SURE)
  const nadia = press.part('Nadia')
  await press.at('solde', { shown: nadia, settled: nadia })
  assert.match(await press.page('comptes'), /À encaisser : 30.€/, 'her call is in the rest')
  assert.deepEqual(box.faults, [])
})

test('a payment says who, how much and when, and what was typed stays', async () => {
  using box = testBox()
  const press = await shared(box)
  const marc = press.part('Marc')
  const says = (fields: object): Promise<string> =>
    press.refused(
      'versement',
      {
        ...{ payer: marc, sum: '12', paidOn: '2026-12-01' },
        ...{ from: `${PATH}/${press.id}/frais/${plansOf(box.read, press.id)[0]!.id}/comptes` },
        ...fields,
      },
      '2024',
    )
  assert.match(await says({ payer: '' }), /Dites qui a payé/)
  assert.match(await says({ sum: 'beaucoup' }), /Un montant en euros/)
  assert.match(await says({ sum: '0' }), /Un montant en euros/)
  assert.match(await says({ paidOn: '2027-01-01' }), /Un jour passé/)
  assert.deepEqual(press.balances(), { Nadia: 0, Marc: 0, Luce: 0 })
})

test('who paid is no longer taken out, and a year with a payment is not erased', async () => {
  using box = testBox()
  const press = await shared(box)
  const marc = press.part('Marc')
  await press.at('versement', { payer: marc, sum: '12' })
  await press.at('versement', { payer: marc, sum: '−12' })
  assert.match(await press.refused('retirer', { part: marc }, '2024'), /il reste/)
  assert.match(await press.refused('effacer', {}, '2024'), /ne s’efface plus/)
})

test('the rest is paid in two, each with its day; a sum of before still counts', async () => {
  using box = testBox()
  const press = await shared(box)
  await press.at('depense', cost('Assurance', '30', '2024-03-01', press.part('Nadia')))
  await press.at('cloturer', SURE)
  const [marc, luce] = [press.part('Marc'), press.part('Luce')]
  await press.at('versement', { payer: marc, sum: '4', paidOn: '2026-12-02' })
  await press.at('solde', { shown: marc, settled: marc })
  assert.equal(press.balances()['Marc'], 0)
  assert.match(
    plain(box.paper('releve', marc)),
    /"Payé le 2 décembre","4 €".*"Reste payé le 5 décembre","6 €".*Payé ou avancé.*"10 €"/,
  )
  await press.at('solde', { shown: marc, settled: '' })
  assert.equal(press.balances()['Marc'], -600, 'the payment of its own stays')
  box.bringAll({
    ...{ id: luce, type: engagement.name, space: 'home' },
    fields: { settled: 1_000, settledOn: '2026-11-30' },
  })
  assert.equal(press.balances()['Luce'], 0)
  assert.match(plain(box.paper('releve', luce)), /"Reste payé le 30 novembre","10 €"/)
  await press.at('solde', { shown: luce, settled: '' })
  assert.equal(press.balances()['Luce'], -1_000)
})

test('who left pays in the year where their balance stands, open or closed', async () => {
  using box = testBox()
  const press = await shared(box)
  await press.at('depense', cost('Assurance', '30', '2024-03-01', press.part('Nadia')))
  await press.at('cloturer', SURE)
  const luce = press.part('Luce')
  await press.open('2025')
  await press.at('retirer', { part: press.part('Luce') })
  await press.at('versement', { payer: luce, sum: '3' })
  assert.equal(press.balances()['Luce, left'], -700)
  await press.at('cloturer', SURE)
  assert.equal(press.balances()['Luce, left'], -700, 'it is closed')
  await press.at('versement', { payer: press.part('Luce'), sum: '2' })
  assert.equal(press.balances()['Luce, left'], -500)
  await press.at('rouvrir')
  assert.equal(press.balances()['Luce, left'], -500, 'it is open again')
  await press.at('engager', { who: 'luce', parts: '1' })
  assert.equal(press.balances()['luce'], -500, 'she came back')
  await press.at('cloturer', SURE)
  assert.deepEqual(press.balances(), { Nadia: 2_000, Marc: -1_000, luce: -500 })
  assert.match(
    await press.refused('versement', { payer: luce, sum: '1' }, '2024'),
    /rouvrez d’abord/,
  )
})
