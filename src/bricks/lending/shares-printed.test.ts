import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOfPdf } from '../../../tests/crawl/pdf.ts'
import { lineOf, pressing, YEAR } from '../../../tests/support/pressing.ts'
import type { Paper } from '../../contract/paper.ts'
import { setPaper } from '../../paper/typeset.ts'

/** What the papers of a shared thing say, page by page. */

const SURE = { sur: '1' }
/** The pages of a print, each with its letters in the order in which they are set. */
const pagesOf = (paper: Paper): readonly string[] =>
  textOfPdf(setPaper(paper).pdf)
    .split(/=== page \d+ /)
    .slice(1)
    .map(page =>
      page
        .split('\n')
        .map(line => line.replace(/^[-\d.]+ [-\d.]+ [-\d.]+ /, ''))
        .join(' ')
        .replace(/[\u00a0\u202f ]+/g, ' '),
    )

type Pressing = ReturnType<typeof pressing>
/** Twelve households; Chez Luce has more lines than a page of A5 holds. */
function busyYear(): Pressing {
  const eleven = ['Chez Luce', ...Array.from({ length: 10 }, (_, n) => `Foyer ${n + 1}`)]
  const box = pressing(eleven)
  box.at('callForShares')
  for (const what of ['Assurance', 'Huile', 'Toiles', 'Courroie', 'Pompe', 'Vis', 'Joint'])
    box.at('spend', { what, amount: '41,17', day: '2026-09-01', part: 'fixed' })
  const keys = (who: string, month: number): unknown =>
    box.at(
      'keyPage',
      Object.assign(
        {},
        ...Array.from({ length: 6 }, (_, n) =>
          lineOf(n, { day: `${n + 1}/${month}`, who: box.part(who), units: '2' }),
        ),
      ),
    )
  for (const who of ['Nadia', ...eleven]) keys(who, 10)
  for (let times = 0; times < 12; times++) keys('Chez Luce', 11)
  return box
}

test('a statement is a page where it can be one; its next pages say whose it is', () => {
  using box = busyYear()
  const pages = pagesOf(box.paper('releves', box.plan))
  assert.equal(pages.length, 13)
  const of = pages.filter(page => page.includes('Chez Luce'))
  assert.equal(of.length, 2)
  assert.match(of[0]!, /1 \/ 2/)
  assert.match(of[1]!, /Chez Luce, Pressoir.*2 \/ 2/s)
  assert.ok(pages.every(page => !page.includes('/ 13')))
  assert.ok(!pages[0]!.includes('1 / 1'), 'a statement of one page has no number')
})

test('a statement says that its accounts are open before what is left to pay', () => {
  using box = busyYear()
  const said = (): string => pagesOf(box.paper('releve', box.part('Chez Luce')))[0]!
  assert.match(said(), /comptes ne sont pas clôturés.*Reste à payer/s)
  box.at('closeYear', SURE)
  assert.doesNotMatch(said(), /ne sont pas clôturés/)
})

test('a printed page of the notebook is one page of the form, line by line', () => {
  const title =
    'Le grand pressoir de la cour du haut, avec sa presse, son broyeur à pommes, sa remorque ' +
    'et sa pompe à jus de fruits'
  using box = pressing(['Chez Marc'], { ...YEAR, name: 'Automne et hiver 2026' })
  const lastRead = { who: box.part('Chez Marc'), day: '2/10', from: '120', to: '124,2' }
  box.at('keyPage', {
    ...lineOf(0, lastRead),
    ...lineOf(1, { ...lastRead, from: '', to: '', units: '1' }),
  })
  box.bringAll({ type: 'thing', id: box.id, fields: { title } })
  const paper = box.paper('carnet', box.plan)
  const tables = paper.blocks.flatMap(block => (block.is === 'table' ? [block.rows] : []))
  const numbers = tables.flat().map(([number]) => number)
  const lines = [...box.in('/PLAN/carnet').matchAll(/<th scope="row">(\d+)<\/th>/g)]
  assert.deepEqual(
    numbers,
    lines.map(([, number]) => number),
  )
  assert.equal(numbers.at(-1), '16')
  assert.match(box.in('/PLAN/carnet'), /Le grand pressoir.*à pommes/)
  assert.equal(setPaper(paper).pages, 1)
})

test('a printed page of the notebook says where the meter was read last', () => {
  const said = (of: Pressing): string =>
    JSON.stringify(of.paper('carnet', of.plan).blocks).replaceAll('\u00a0', ' ')
  using box = pressing()
  assert.doesNotMatch(said(box), /relevé du compteur|Compteur au premier jour/)
  const marc = box.part('Chez Marc')
  box.at('keyPage', lineOf(0, { day: '2/10', who: marc, from: '120', to: '124,2' }))
  assert.match(said(box), /Dernier relevé du compteur : 124,2 h, le 2 octobre 2026\. La ligne 1/)
  box.at('keyPage', lineOf(0, { day: '3/10', who: marc, units: '3,5' }))
  assert.match(said(box), /Depuis, 3,5 h sont notés sans compteur : il doit en être à 127,7 h/)
  using other = pressing(['Chez Marc'], { ...YEAR, meterStart: '100' })
  assert.match(said(other), /au premier jour : 100 h\. La/)
})

test('the accounts lead to the statement of each alone', () => {
  using box = pressing(['Chez Marc'], {
    ...YEAR,
    name: '2025',
    firstOn: '2025-01-01',
    lastOn: '2025-12-31',
  })
  const links = (): readonly string[] =>
    [
      ...box
        .in('/PLAN/comptes')
        .matchAll(/href="\/imprimer\/releve\/([^"?]+)\?annee=[^"]+"[^>]*>/g),
    ].map(([, key]) => key ?? '')
  assert.deepEqual(links(), [box.part('Chez Marc'), box.part('Nadia')])
  assert.match(box.in('/PLAN/comptes'), /aria-label="Son relevé : Chez Marc"/)
  const paper = JSON.stringify(box.paper('releve', box.part('Chez Marc')))
  assert.ok(paper.includes('Chez Marc') && !paper.includes('Nadia'))
})

test('what is expected of a year is a sum that a calculator finds, beside the rounded price', () => {
  using box = pressing([], { ...YEAR, insurance: '61,03' })
  box.at('engage', { who: 'Chez Marc', parts: '7,5' })
  // 361.03 € a year by 12.5 h is 28.88 € an hour; with 2 € of use, 30.88 €.
  const said = /361,03 € \+ 2 € × 12,5 h = 386,03 €\. \(30,88 € × 12,5 h = 386 € : le prix écrit/
  assert.match(box.in('/PLAN'), said)
  assert.match(box.in('/PLAN'), /Qui arrive s’engage pour 6 h, la moyenne des autres à l’unité/)
  const sheet = JSON.stringify(box.paper('et-si', box.plan)).replace(/\u00a0/g, ' ')
  assert.match(sheet, said)
  assert.match(sheet, /s’engage pour 6 h/)
})
