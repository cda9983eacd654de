import assert from 'node:assert/strict'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { spentMs } from '../../tests/support/spent.ts'
import { MOST_ROWS, MOST_TABLE_BYTES, readRows, type Table } from './rows.ts'
import { type Fault, Unreadable } from './unreadable.ts'

const rowsOf = (text: string | Uint8Array, name = 'a.csv'): Table =>
  readRows(typeof text === 'string' ? new TextEncoder().encode(text) : text, { name })
const refused = (code: Fault, line?: number) => (error: unknown) => {
  assert.ok(error instanceof Unreadable, String(error))
  assert.deepEqual([error.code, error.data['line']], [code, line])
  return true
}

test('Each delimiter is told from the file itself', () => {
  for (const delimiter of [';', ',', '\t', '|'] as const) {
    const table = rowsOf(
      [
        ['Nom', 'Commune'],
        ['Le Fil', 'Sail'],
        ['AMAP', 'Boën'],
      ]
        .map(row => row.join(delimiter))
        .join('\r\n'),
    )
    assert.deepEqual(
      [table.delimiter, table.headers, table.rows],
      [
        delimiter,
        ['Nom', 'Commune'],
        [
          ['Le Fil', 'Sail'],
          ['AMAP', 'Boën'],
        ],
      ],
    )
  }
  assert.equal(rowsOf('prix;note\n1,50;a, b, c\n2,50;d, e').delimiter, ';')
  assert.equal(rowsOf('"a;b;c",d\n"1;2",3').delimiter, ',')
  assert.deepEqual(rowsOf('sep=|\na|b\n1;2|3').rows, [['1;2', '3']])
  assert.deepEqual(rowsOf('Nom\nLe Fil, à Sail').headers, ['Nom'])
})

test('Old machines’ files keep their accents, and marks are no part of the first heading', () => {
  const old = Uint8Array.from('Nom;Lieu\nm\xe9di\x9cuvre \x80;Bo\xebn', c => c.charCodeAt(0))
  assert.deepEqual(
    [rowsOf(old).rows[0], rowsOf(old).encoding],
    [['médiœuvre €', 'Boën'], 'windows-1252'],
  )
  assert.equal(rowsOf('\ufeffNom;Lieu\na;b').headers[0], 'Nom')
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([...'é\tb\n1\t2'].map(c => c.charCodeAt(0))).buffer),
  ])
  assert.deepEqual([rowsOf(wide).headers, rowsOf(wide).encoding], [['é', 'b'], 'utf-16le'])
})

test('Rows of the wrong length are kept whole, and told with their line', () => {
  const table = rowsOf('a;b;c\r\n1;2\r\n\r\n"x\r\ny";z;t\r\n;;\r\n1;2;3;4;5\r\nfin;;')
  assert.deepEqual(table.rows, [
    ['1', '2', ''],
    ['x\r\ny', 'z', 't'],
    ['1', '2', '3', '4', '5'],
    ['fin', '', ''],
  ])
  assert.deepEqual(table.lines, [2, 4, 7, 8])
  assert.deepEqual(table.ragged, [
    { line: 2, cells: 2 },
    { line: 7, cells: 5 },
  ])
})

test('Headings that are empty or said twice still name one column each', () => {
  assert.deepEqual(rowsOf('Nom;;Nom; Nom  du lieu ;Nom (2);__proto__\n1;2;3;4;5;6').headers, [
    'Nom',
    '#2',
    'Nom (2)',
    'Nom du lieu',
    'Nom (2) (2)',
    '__proto__',
  ])
})

test('What can’t be read is said with its line', () => {
  assert.throws(() => rowsOf(''), refused('empty'))
  assert.throws(() => rowsOf(' \n\n'), refused('empty'))
  assert.throws(() => rowsOf('Nom;Lieu\n'), refused('noRows'))
  assert.throws(() => rowsOf('Nom;Lieu\n;;\n'), refused('noRows'))
  assert.throws(() => rowsOf(';;\n1;2;3'), refused('noHeaders'))
  assert.throws(() => rowsOf('a;b\n"x\ny";1\n"jamais;2\n3;4\n'), refused('openQuote', 4))
  assert.throws(() => rowsOf('sep=;\na;b\n"jamais;2\n3;4\n'), refused('openQuote', 3))
  assert.throws(() => rowsOf(zipSync({ a: strToU8('x') }), 'a.xlsx'), refused('spreadsheet'))
  assert.throws(() => rowsOf(new Uint8Array([1, 0, 0, 0, 2])), refused('binary'))
  assert.throws(
    () => rowsOf(`${'a;'.repeat(400)}\n${'x\n'.repeat(20_000)}`),
    refused('tooManyColumns'),
  )
})

test('20,000 rows and 5 MB are read, one more of either is refused', () => {
  const row = 'a;b\n'
  assert.equal(rowsOf(row.repeat(MOST_ROWS + 1)).rows.length, MOST_ROWS)
  assert.throws(() => rowsOf(row.repeat(MOST_ROWS + 2)), refused('tooManyRows'))
  const line = `${'x'.repeat(998)};\n`
  assert.equal(
    rowsOf(line.repeat(MOST_TABLE_BYTES / 1_000)).rows.length,
    MOST_TABLE_BYTES / 1_000 - 1,
  )
  assert.throws(() => rowsOf(`${line.repeat(MOST_TABLE_BYTES / 1_000)}x`), refused('tooBig'))
})

testAll('A file of empty rows is refused, and one of empty lines is read, in good time', () => {
  const start = spentMs()
  for (const empty of [';\n', '1\n', ';;;\n'])
    assert.throws(() => rowsOf(`a;b;c\n${empty.repeat(1_000_000)}`), refused('tooManyRows'))
  assert.equal(rowsOf(`a;b\n${'\n'.repeat(4_000_000)}1;2`).lines[0], 4_000_002)
  assert.ok(spentMs() - start < 20_000)
})

test('Rows written by the rules of CSV come back the same, with the line where each begins', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ';', ',', '\n', '\r\n', ' ', '|', '\t'),
    maxLength: 8,
  })
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), rows => {
      const told = rows.map(row => ['x', ...row])
      const lines = told.map(row => row.map(quoted).join(';'))
      const table = rowsOf(`h;a;b;c\n${lines.join('\n')}\n`)
      assert.deepEqual(table.rows, told)
      const starts = lines.map(
        (_, i) => 2 + lines.slice(0, i).reduce((sum, line) => sum + line.split('\n').length, 0),
      )
      assert.deepEqual(table.lines, starts)
      assert.deepEqual(table.ragged, [])
    }),
  )
})

test('Any text gives rows or a refusal, never a fault of ours', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', '"', ';', ',', '\n', '\r', ' ', '\0', '\ufeff', 'é'),
      }),
      text => {
        try {
          const { headers, rows, lines } = rowsOf(text)
          assert.ok(
            rows.every(row => row.length >= headers.length) &&
              lines.length === rows.length &&
              new Set(headers).size === headers.length,
          )
        } catch (error) {
          assert.ok(error instanceof Unreadable, String(error))
        }
      },
    ),
    { numRuns: 800 },
  )
})
