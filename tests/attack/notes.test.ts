import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type HarvestedNotes,
  harvester,
  type Notes,
} from '../../src/bricks/harvest/server/harvest-client.ts'
import { Unreadable } from '../../src/reading/unreadable.ts'
import { guard } from '../../src/text/guard/guard.ts'
import { namesIn } from '../../src/text/guard/names.ts'
import { reachIn } from '../../src/text/guard/reach.ts'
import { toldIn } from '../../src/text/guard/told.ts'
import { saysHowToReach } from '../../src/text/reaching.ts'
import { BRICKS_AT, harvested } from '../support/harvested.ts'

const notesOf = (text: string): Notes => ({
  kind: 'bytes',
  bytes: Buffer.from(text),
  name: 'notes.txt',
  type: 'text/plain',
})

test('a reading that never ends is ended with a sentence, and the next page is read', async () => {
  const harvestNotes = harvester(BRICKS_AT, {
    seconds: 0.2,
    thread: new URL('./endless-thread.ts', import.meta.url),
  })
  const isEndless = (error: unknown): boolean =>
    error instanceof Unreadable && error.code === 'endless'
  const both = [harvestNotes(notesOf('Réunion')), harvestNotes(notesOf('Réunion'))]
  for (const one of both) await assert.rejects(one, isEndless)
  const read = (await harvester(BRICKS_AT)(
    notesOf('# Réunion du 3 mars 2026\n\nNous cherchons des palettes.'),
  )) as HarvestedNotes
  assert.match(read.text, /palettes/)
})

/**
 * So many bodies of towns in capitals: each hyphen was once both a letter of a word and what parts
 * two of them.
 */
test('a line of hyphens between capitals is no work without end', () => {
  harvested('Saint-Georges-en-'.repeat(4_000))
  const bodies = harvested(
    'Nous avons rencontré Saint-Étienne-de-la-Noue métropole, et Loire Forez agglo.',
  ).candidates.map(one => one.title)
  for (const name of ['Saint-Étienne-de-la-Noue métropole', 'Loire Forez agglo'])
    assert.ok(
      bodies.some(title => title.includes(name)),
      `${name}: ${bodies.join(', ')}`,
    )
})

/**
 * Each was once looked at anew from each of its letters, figures or words: it would not be over
 * tonight.
 */
test('one word without end, or small words without end, are looked at once', () => {
  for (const piece of ['a', 'a.', 'a-', '1', '@', 'a@'])
    for (const finds of [reachIn, saysHowToReach, (text: string) => toldIn(text, true)])
      finds(piece.repeat(Math.ceil(250_000 / piece.length)))
  for (const piece of ['de ', 'les ', 'et ', 'A. ']) namesIn(piece.repeat(30_000))
  for (const piece of ['a.', 'a-', 'www.']) guard(piece.repeat(12_000))
  assert.deepEqual(
    reachIn('écrire à jean-paul.roy@exemple.fr').map(one => one.kind),
    ['mail'],
  )
  assert.deepEqual(guard('l’affiche est sur pays-de-loire.fr/Tramoyard'), [])
  assert.equal(guard('l’affiche est chez Tramoyard').length, 1)
})
