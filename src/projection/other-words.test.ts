import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everydayIn } from '../../bin/lexicon/everyday.ts'
import { openMemory, recordId } from '../../tests/wire/boxes.ts'
import { tableOf } from '../contract/tables.ts'
import { recordType } from '../core/schema.ts'
import { isWord } from '../text/guard/lexicon.ts'
import { searchSpoken } from '../text/searching/asked.ts'
import { otherWords } from '../text/searching/other-words.ts'
import { lookFor } from './looked-for.ts'
import { index, writeSearch } from './search.ts'
import { openTables } from './tables.ts'

const notice = recordType({
  name: 'notice',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' } },
})
/** How a box that holds one sentence is searched: whether the words find it. */
function boxOf(sentence: string): (asked: string, isKnown: boolean) => boolean {
  const types = [notice]
  const tables = openTables(':memory:', { types, projections: [] }, openMemory())
  tables.sql.run(
    `INSERT INTO "${tableOf('notice', 'commons')}"(id, title) VALUES (?, ?)`,
    recordId(1),
    sentence,
  )
  writeSearch(tables, [index(tables, notice, recordId(1), new Map([['title', sentence]]))])
  const named = new Map([['notice', notice]])
  return (asked, isKnown) => {
    const spoken = searchSpoken(asked, { today: '2026-12-05', communes: [] })
    const otherNames = isKnown ? otherWords : () => []
    return lookFor(tables.sql, named, { ...spoken, isWord, otherNames }, ['notice']).hits.length > 0
  }
}

const { lines } = everydayIn()

test('each word of a line finds its example, which the line alone makes found', () => {
  const wrong = lines.flatMap(({ where, typed, example }) => {
    const finds = boxOf(example)
    const lost = typed.filter(word => !finds(word, true))
    // Two words that name one thing say that neither is looked for alone.
    const isPair = typed.every(word => word.includes(' '))
    const isNeedless = !isPair && typed.every(word => finds(word, false))
    return [
      ...(lost.length > 0 ? [`${where}: ${lost.join(', ')} does not find: ${example}`] : []),
      ...(isNeedless ? [`${where}: all find it without this line: ${example}`] : []),
    ]
  })
  assert.equal(wrong.join('\n'), '')
})
