import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf, pressing, YEAR } from '../../../tests/support/pressing.ts'
import type { Input } from '../../core/form/input.ts'
import { toFile } from '../../web/print/print-file.ts'
import { cellName } from './model/shares/commands-notebook.ts'
import { keyedLines } from './model/shares/loan-lines.ts'
import { engagementsOf, plansOf } from './model/shares/read.ts'
import { yearOf } from './model/shares/year.ts'

const ELEVEN = Array.from({ length: 11 }, (_, n) => `Foyer ${n + 1}`)

test('a press of twelve households: the price says its formula', () => {
  using box = pressing(ELEVEN)
  const page = box.in('/PLAN')
  // (2,400 ÷ 8 + 60) ÷ 60 h + 2
  for (const said of ['300 €', '360 €', '6 € l’heure', '2 € l’heure', '8 € l’heure', '60 h'])
    assert.ok(page.includes(said), said)
  assert.ok(page.includes('12 personnes, ou foyers'))
  assert.equal(box.at('engage', { who: 'foyer 3', parts: '2' }).done, false, 'once each')
})

test('a page of the notebook is keyed at once, and says the hole between two lines', () => {
  using box = pressing()
  const [nadia, marc] = [box.part('Nadia'), box.part('Chez Marc')]
  const page = {
    ...lineOf(0, { day: '3 octobre', who: nadia, from: '120,5', to: '123' }),
    ...lineOf(1, { day: '', who: marc, from: '126,2', to: '127' }),
    ...lineOf(2, { day: '5/10', who: nadia, from: '', to: '', units: '1 h 30' }),
    ...lineOf(3, { day: '', who: marc, from: '', to: '130' }),
    ...lineOf(4, { day: '', who: marc, from: '', to: '', units: '' }),
  }
  const answer = box.at('keyPage', page)
  assert.ok(answer.done && answer.said?.includes('4 lignes'), JSON.stringify(answer))
  const read = box.in('/PLAN/carnet')
  assert.match(
    read,
    /Il manque 3,2 h entre deux lignes : Nadia, 3 octobre et Chez Marc, 3 octobre\./,
  )
  assert.equal(read.match(/<li>/g)?.length, 1, 'one hole')
  const wrong = box.at('keyPage', lineOf(6, { day: '6/10', who: marc, to: '12' }))
  assert.ok(!wrong.done && 'refused' in wrong && wrong.field === cellName('to', 6))
  assert.match('refused' in wrong ? wrong.refused : '', /Ligne 7.*recule/)
  const [first] = keyedLines(box.read, box.plan)
  assert.ok(box.at('strikeLine', { line: first?.id ?? '' }).done)
  assert.equal(keyedLines(box.read, box.plan).length, 3)
})

test('a line without a meter counts once, and the notebook says what the meter went', () => {
  using box = pressing(['Vial', 'Perret'], { ...YEAR, meterStart: '100' })
  const [nadia, vial, perret] = ['Nadia', 'Vial', 'Perret'].map(box.part) as [
    string,
    string,
    string,
  ]
  const keys = (cells: Input): unknown => box.at('keyPage', lineOf(0, cells))
  keys({ day: '2/10', who: nadia, to: '124,2' })
  keys({ day: '3/10', who: perret, units: '3,5' })
  assert.match(box.in('/PLAN/carnet'), /Le compteur en est à 127,7 h/)
  keys({ day: '5/10', who: vial, to: '134' })
  const page = box.in('/PLAN/carnet')
  assert.match(
    page,
    /a tourné de 34 h \(de 100 à 134\) ; le carnet en dit 34 h\..*il ne manque rien/s,
  )
  const plan = plansOf(box.read, box.id)[0]!
  const used = yearOf(box.read, plan).holders.find(({ key }) => key === vial)?.used
  assert.equal(used, 6.3 * 3_000)
  keys({ day: '4/10', who: nadia, units: '2' })
  const wrong = box.in('/PLAN/carnet')
  assert.match(wrong, /le carnet en dit 36 h.*Sans compteur, 2 h de trop : Nadia, 4 octobre/s)
  assert.ok(!wrong.includes('il ne manque rien'))
})

test('the accountant has figures: what each owes, and the slips of work', () => {
  using box = pressing(['Chez Marc'])
  const marc = box.part('Chez Marc')
  box.at('keyPage', lineOf(0, { day: '1/10', who: marc, from: '120,5', units: '1 h 30' }))
  box.at('spend', { what: 'Huile', amount: '10,01', day: '2026-09-01', part: 'variable' })
  const csv = (kind: string, by: 'keeper' | 'neighbour') => {
    const as = {
      by,
      lang: 'fr',
      private: true,
      me: by === 'keeper' ? undefined : box.nadia,
    } as const
    const found = toFile(box.source, { kind, id: box.plan, form: 'csv' }, as as never)
    return 'text' in found ? found.text : ''
  }
  assert.match(csv('carnet', 'keeper'), /2026-10-01;Chez Marc;"120,5";122;"1,5"/)
  assert.match(csv('releves', 'keeper'), /Chez Marc;5;"1,5";0;"10,01";0;"10,01";0;"-10,01"/)
  for (const kind of ['carnet', 'releves']) assert.ok(!csv(kind, 'neighbour').includes('Marc'))
})

test('whoever shares reads the price and their own part, and nothing of the others', () => {
  using box = pressing(['Chez Marc'])
  const [nadia, marc] = [box.part('Nadia'), box.part('Chez Marc')]
  box.at('keyPage', {
    ...lineOf(0, { day: '1/10', who: marc, units: '3' }),
    ...lineOf(1, { day: '1/10', who: nadia, units: '2' }),
  })
  const as = { by: 'neighbour', me: box.nadia }
  for (const path of ['', '/PLAN', '/PLAN/carnet']) {
    const page = box.in(path, as)
    assert.ok(page !== '' && !page.includes('Chez Marc'), path)
    assert.ok(!box.in(path, { ...as, private: false }).includes('2026'), 'not over http')
    assert.equal(box.in(path, { by: 'neighbour', me: box.newId() }), '')
    assert.equal(box.in(path, { by: 'visitor' }), '')
  }
  assert.equal(box.in('/PLAN/comptes', as), '')
  const print = (kind: string, id: string) =>
    box.print(kind, id, { by: 'neighbour', me: box.nadia })
  assert.ok('paper' in print('releve', nadia))
  for (const [kind, id] of [
    ['releve', marc],
    ['releves', box.plan],
    ['et-si', box.plan],
    ['carnet', box.plan],
  ] as const)
    assert.ok(!('paper' in print(kind, id)), kind)
})

test('a member keys their own use; who is in charge keys all; others nothing', () => {
  using box = pressing(['Chez Marc'])
  const marc = box.part('Chez Marc')
  const own = { by: 'neighbour', me: box.nadia } as const
  assert.ok(box.at('keyPage', lineOf(0, { day: '1/10', units: '2', who: marc }), own).done)
  const [line] = keyedLines(box.read, box.plan)
  assert.equal(line?.engagement, box.part('Nadia'), 'theirs, whatever the form says')
  const charge = { by: 'neighbour', me: box.paul } as const
  assert.ok(box.at('keyPage', lineOf(0, { day: '1/10', units: '3', who: marc }), charge).done)
  assert.ok(box.at('engage', { who: 'Chez Luce', parts: '2' }, charge).done)
  assert.ok(box.at('correctYear', { ...YEAR, upkeep: '3' }, charge).done)
  const other = { by: 'neighbour', me: box.newId() } as const
  for (const [command, input] of [
    ['keyPage', lineOf(0, { day: '1/10', units: '2', who: marc })],
    ['engage', { who: 'Chez Zoé', parts: '2' }],
    ['closeYear', {}],
    ['callForShares', {}],
    ['openYear', YEAR],
  ] as const) {
    assert.equal(box.at(command, input, other).done, false, command)
    if (command !== 'keyPage') assert.equal(box.at(command, input, own).done, false, command)
  }
  assert.equal(box.at('strikeLine', { line: line?.id ?? '' }, other).done, false)
  assert.ok(box.at('strikeLine', { line: line?.id ?? '' }, own).done)
})

test('no units noted, no new turn: it says so, and whoever is in charge goes past it', () => {
  using box = pressing(['Chez Marc'])
  const { id, nadia } = box
  const had = { thing: id, startsOn: '2026-12-01', state: 'back', member: nadia, name: 'Nadia' }
  box.bring('booking', had)
  const wants = { startsOn: '2026-12-12' }
  const own = { by: 'neighbour', me: nadia, called: 'Nadia' } as const
  const books = (input: Input = {}, as: object = own) =>
    box.turn('lending.book', { id, ...wants, ...input }, as)
  assert.ok(books().done, 'the thing asks for nothing')
  box.bringAll({ id, type: 'thing', fields: { unitsFirst: true } })
  const refused = books({ startsOn: '2026-12-14' })
  assert.match('refused' in refused ? refused.refused : '', /Notez d’abord/)
  const why = { name: 'Nadia', startsOn: '2026-12-14', why: 'son carnet est au local' }
  assert.ok(books(why, { by: 'keeper' }).done)
  assert.ok(box.at('keyPage', lineOf(0, { day: '1/12', units: '2' }), own).done)
  assert.ok(books({ startsOn: '2026-12-16' }).done)
})

test('the same in hours, and with nothing at all', () => {
  using hours = pressing(['Chez Marc'], {
    ...YEAR,
    ...{ counts: 'hours', price: '', insurance: '', other: '6 h', upkeep: '10 min', calls: '' },
  })
  const page = hours.in('/PLAN')
  assert.ok(page.includes('36 min') && page.includes('46 min l’heure'), page)
  assert.ok(!page.includes('€'))
  const greased = { what: 'Graissage', amount: '1 h 30', day: '2026-04-01', part: 'fixed' }
  assert.ok(hours.at('spend', { ...greased, advancedBy: hours.part('Nadia') }).done)
  assert.match(hours.in('/PLAN/comptes'), /−45 min.*\+45 min|\+45 min.*−45 min/s)
  const told = `${page} ${hours.in('/PLAN/comptes')}`
  assert.match(told, /à donner par heure d’usage.*Fait par.*personne en particulier.*Donné/s)
  assert.doesNotMatch(told, /Prix d’achat<\/th>|le prix de|Payé par|la caisse commune|demi-centime/)
  using nothing = pressing(['Chez Marc'], { ...YEAR, counts: 'nothing' })
  const bare = nothing.in('/PLAN')
  assert.ok(bare.includes('Chez Marc') && !bare.includes('€') && !bare.includes('comptes"'))
  assert.equal(nothing.in('/PLAN/comptes'), '')
  assert.ok(!JSON.stringify(nothing.paper('releve', nothing.part('Nadia'))).includes('€'))
})

test('a year of hours, and one of use alone, speak of no price and no payment', () => {
  const money = /\bprix|\bpaie|\bpay[éeé]|\bpaiement|euros?\b(?! *<\/option)|€|caisse|d[ée]pens/i
  const told = (of: string): string =>
    of
      .replace(/<option value="money"[^>]*>[^<]*/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
  const says = (text: string, what: string): void => {
    const found = money.exec(text)
    assert.ok(!found, `${what}: ${text.slice(Math.max(0, (found?.index ?? 0) - 60)).slice(0, 140)}`)
  }
  for (const counts of ['hours', 'nothing']) {
    using box = pressing(['Chez Marc'], {
      ...YEAR,
      ...{ counts, price: '40 h', insurance: '', other: '6 h', upkeep: '10 min', calls: '' },
    })
    const keys = { day: '1/10', who: box.part('Nadia'), from: '0', to: '2' }
    box.at('keyPage', lineOf(0, keys))
    if (counts === 'hours') {
      const done = { what: 'Graissage', amount: '1 h 30', day: '2026-04-01', part: 'fixed' }
      box.done('lending.spend', {
        id: box.id,
        plan: box.plan,
        ...done,
        advancedBy: box.part('Nadia'),
      })
      const gave = { payer: box.part('Chez Marc'), sum: '45 min', paidOn: '2026-10-01' }
      const answer = box.at('notePayment', gave)
      says(answer.done ? (answer.said ?? '') : JSON.stringify(answer), 'the answer')
      const refused = box.at('notePayment', { ...gave, payer: '' })
      says('refused' in refused ? refused.refused : '', 'the refusal')
    }
    for (const closed of [false, true]) {
      if (closed) box.at('closeYear', { sur: '1' })
      for (const path of ['/PLAN', '/PLAN/carnet', '/PLAN/comptes'])
        for (const as of [{ by: 'keeper' }, { by: 'neighbour', me: box.nadia }])
          says(told(box.in(path, as)), `${counts} ${path} ${as.by} ${closed}`)
      for (const kind of ['releves', 'et-si', 'carnet', 'appel']) {
        const print = box.print(kind, box.plan, { by: 'keeper' })
        says(JSON.stringify('paper' in print ? print.paper : ''), `${counts} ${kind}`)
        const file = toFile(box.source, { kind, id: box.plan, form: 'csv' }, {
          ...{ by: 'keeper', lang: 'fr', private: true },
        } as never)
        says('text' in file ? file.text : '', `${counts} ${kind} csv`)
      }
    }
  }
})

test('the next year goes on with the same people, and counts what was noted before', () => {
  using box = pressing(['Chez Marc'])
  const next = { ...YEAR, name: '2027', firstOn: '2027-01-01', lastOn: '2027-12-31' }
  box.done('lending.openYear', { id: box.id, ...next, reprendre: '1' })
  const [plan] = plansOf(box.read, box.id)
  assert.equal(plan?.name, '2027')
  assert.equal(engagementsOf(box.read, plan?.id ?? '').length, 2)
  const drop = box.turn('lending.dropYear', { id: box.id, plan: plan?.id ?? '' })
  assert.ok(drop.done)
  assert.equal(plansOf(box.read, box.id).length, 1)
})

test('a thing that is erased takes its years along', () => {
  using box = pressing(['Chez Marc'])
  box.done('plain.forget', { type: 'thing', id: box.id })
  for (const table of ['share_plan_home', 'engagement_home'])
    assert.equal(box.read.all(`SELECT id FROM ${table} WHERE thing IS NOT NULL`).length, 0)
})
