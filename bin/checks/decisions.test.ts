import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { decisionRecords, listFaults, shapeFaults } from './decisions.ts'

test('every decision record has the shape of docs/decisions/template.md', () => {
  assert.deepEqual(shapeFaults(decisionRecords()), [])
})

test('docs/decisions/README.md lists each record by its title and status', () => {
  const list = readFileSync('docs/decisions/README.md', 'utf8')
  assert.deepEqual(listFaults(decisionRecords(), list), [])
})

function planted(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'decisions-'))
  mkdirSync(join(folder, 'docs/decisions'), { recursive: true })
  writeFileSync(join(folder, 'docs/decisions/0001-parts.md'), text)
  return folder
}
const record = (head: string, ...sections: readonly string[]): string =>
  [head, ...sections.map(name => `## ${name}\n\nText.`)].join('\n\n')
const ALL = ['Context', 'Decision', 'Weighed', 'Consequences', 'Sources'] as const
const GOOD = '# 0001 · Parts\n\n24 November 2026 · accepted'

test('the template itself has the shape that it asks for', () => {
  const template = readFileSync('docs/decisions/template.md', 'utf8')
  const filled = template.replace('NNNN', '0001').replace('Day Month Year', '1 December 2026')
  assert.deepEqual(shapeFaults(decisionRecords(planted(filled))), [])
})

test('a section more is no fault', () => {
  const text = record(GOOD, 'Context', 'Measured', ...ALL.slice(1))
  assert.deepEqual(shapeFaults(decisionRecords(planted(text))), [])
})

for (const [what, text] of [
  ['of another head', record('# 1. Parts\n\n24 November 2026 · accepted', ...ALL)],
  ['of another number', record(GOOD.replace('0001', '0002'), ...ALL)],
  ['without a day', record('# 0001 · Parts\n\naccepted', ...ALL)],
  ['of another status', record(GOOD.replace('accepted', 'maybe'), ...ALL)],
  ['without a section', record(GOOD, ...ALL.slice(0, 4))],
  ['with sections in another order', record(GOOD, ...ALL.toReversed())],
] as const)
  test(`a record ${what} is told`, () => {
    assert.notDeepEqual(shapeFaults(decisionRecords(planted(text))), [])
  })

test('a record that is not listed, or is listed otherwise, is told', () => {
  const records = decisionRecords(planted(record(GOOD, ...ALL)))
  const row = '| [0001](0001-parts.md) | Parts | Which packages. | accepted |'
  assert.deepEqual(listFaults(records, row), [])
  for (const other of [
    '',
    row.replace('| Parts ', '| Pieces '),
    row.replace('accepted', 'proposed'),
    `${row}\n| [0002](0002-gone.md) | Gone | None. | accepted |`,
  ])
    assert.notDeepEqual(listFaults(records, other), [])
})
