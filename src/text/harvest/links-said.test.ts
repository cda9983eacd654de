import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linksBetween } from './links.ts'
import { notesPage } from './page.ts'

const PRESENT = 'Présents : Basile Tourniquot, Léa Moreau, Hugo Blanc'
const QUOTE = '« On n’a plus de médecin. »'

/** Who is tied to the words in quotes of a line. */
function saidBy(line: string, kind = 'voice'): readonly string[] {
  const text = `Soirée\n\n${PRESENT}\n\nOn parle des soins.\n\n${line}\n`
  const told = { certainty: 1, rule: 'r', fields: {} }
  const spanOf = (words: string) => {
    const from = text.indexOf(words)
    return { from, to: from + words.length, mentions: [{ from, to: from + words.length }] }
  }
  const people = ['Basile Tourniquot', 'Léa Moreau', 'Hugo Blanc'].map(title => ({
    ...{ ...told, kind: 'actor', title, fields: { kind: 'person' }, private: true },
    ...spanOf(title),
  }))
  const voice = { ...told, kind, title: 'On n’a plus de médecin', ...spanOf(QUOTE) }
  return linksBetween(notesPage(text), [...people, voice]).map(
    tie => people[tie.from === people.length ? tie.to : tie.from]!.title,
  )
}

test('what somebody said is tied to them, whose name stands before its words or after them', () => {
  for (const line of [
    `Basile Tourniquot : ${QUOTE}`,
    `- Basile : ${QUOTE}`,
    `Basile (le bas du bourg) : ${QUOTE}`,
    `Basile a dit : ${QUOTE}`,
    `Basile nous rappelle que ${QUOTE}`,
    `Selon Basile, ${QUOTE}`,
    `${QUOTE}, dit Basile Tourniquot`,
    `${QUOTE} (Basile)`,
    `Basile : quelle année… ${QUOTE}`,
  ])
    for (const kind of ['voice', 'idea', 'need'])
      assert.deepEqual(saidBy(line, kind), ['Basile Tourniquot'], `${kind} ${line}`)
})

test('what was said is tied to nobody who only stands in the line', () => {
  for (const line of [
    `Basile ferme la salle. Une voix : ${QUOTE}`,
    `${QUOTE} Basile note tout.`,
    `${QUOTE}. Merci à Basile.`,
  ])
    assert.deepEqual(saidBy(line), [], line)
})
