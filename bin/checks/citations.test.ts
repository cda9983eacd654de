import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { LAWS } from '../../tests/laws.ts'
import { citationFaults } from './citations.ts'
import { provenBy, titles } from './laws.ts'

function planted(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'citations-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}
const record = { 'docs/decisions/0001-parts.md': '# 0001 · Parts\n' }
const faultsIn = (file: string, text: string): readonly string[] =>
  citationFaults(planted({ ...record, [file]: text }))

test('every record, law, page and file that code and pages cite is in the project', () => {
  assert.deepEqual(citationFaults(), [])
})

test('a citation that leads somewhere is no fault', () => {
  const code = '/** Law 4; docs/decisions/0001, decision 0001, (0001). */'
  assert.deepEqual(faultsIn('src/core/a.ts', code), [])
  const page = 'See `src/core/a.ts`, `src/*/a.ts`, [0001](decisions/0001-parts.md) and laws 1, 4.'
  assert.deepEqual(
    citationFaults(planted({ ...record, 'docs/a.md': page, 'src/core/a.ts': code })),
    [],
  )
})

for (const [what, file, text] of [
  ['a record by its number', 'src/core/a.ts', '// docs/decisions/0002 says why'],
  ['a record by its file', 'docs/a.md', '[it](decisions/0001-other.md)'],
  ['one of several records', 'src/core/a.ts', '// decisions 0001, 0002'],
  ['a record in brackets', 'docs/a.md', 'It waits (0001, 0002).'],
  ['a law', 'src/core/a.ts', `/** Law     as ${'law'} 12 has it */`],
  ['one of two laws', 'src/core/a.test.ts', `test('${'laws'} 1 and 40: all of it')`],
  ['a page', 'src/core/a.ts', '/** house.md, *Merge* */'],
  ['a file', 'docs/a.md', 'The code is `src/core/gone.ts`.'],
] as const)
  test(`${what} that is not there is told`, () => {
    const faults = faultsIn(file, text)
    assert.equal(faults.length >= 1, true, text)
    for (const fault of faults) assert.match(fault, new RegExp(`^${file}: `))
  })

const PAGE = readFileSync('docs/laws.md', 'utf8')
const [numbered = '', rooms = ''] = PAGE.split('## Laws of one room')

test('docs/laws.md says each law word for word, and names tests that prove it', () => {
  const all = titles()
  const parts = numbered.split(/^## (?=\d)/m).slice(1)
  const found = parts.map(part => {
    const law = LAWS.find(({ number }) => part.startsWith(`${number}. `))
    assert.ok(law && part.startsWith(`${law.number}. ${law.sentence}`), part.slice(0, 60))
    const proofs = [...part.matchAll(/^- `([^`]+)`: (.+)$/gm)]
    assert.ok(proofs.length > 0, law.sentence)
    for (const [, file, title = ''] of proofs) {
      const tests = provenBy(all, title).filter(one => one.file === file)
      assert.equal(tests.length, 1, title)
      const isProof = (proof: string) => proof.startsWith(title) || title.startsWith(proof)
      assert.ok(law.proofs.some(isProof), `${title}: no proof of this law in tests/laws.ts`)
    }
    return law.number
  })
  assert.deepEqual(
    found,
    LAWS.flatMap(({ number }) => number ?? []),
  )
})

test('docs/laws.md lists each law that has a name alone', () => {
  const rows = rooms.split('\n').filter(line => line.startsWith('| '))
  assert.deepEqual(
    rows.slice(1),
    LAWS.filter(({ number }) => number === undefined).map(
      ({ name, sentence }) => `| ${name} | ${sentence} |`,
    ),
    'the table at the end of docs/laws.md has these rows, in this order',
  )
})
