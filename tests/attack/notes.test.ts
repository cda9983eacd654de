import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Gleaned, gleaner, type Notes } from '../../src/app/gleaner.ts'
import { harvest } from '../../src/app/harvest.ts'
import { Unreadable } from '../../src/reading/unreadable.ts'

const notesOf = (text: string): Notes => ({ kind: 'bytes', bytes: Buffer.from(text), name: 'notes.txt', type: 'text/plain' })

test('a reading that never ends is ended with a sentence, and the next page is read', async () => {
  const glean = gleaner({ seconds: 0.2, thread: new URL('endless-thread.ts', import.meta.url) })
  const isEndless = (error: unknown): boolean => error instanceof Unreadable && error.code === 'endless'
  const both = [glean(notesOf('Réunion')), glean(notesOf('Réunion'))]
  for (const one of both) await assert.rejects(one, isEndless)
  const read = (await gleaner()(notesOf('# Réunion du 3 mars 2026\n\nNous cherchons des palettes.'))) as Gleaned
  assert.match(read.text, /palettes/)
})

/** So many bodies of towns in capitals: each hyphen was once both a letter of a word and what parts two of them. */
test('a line of hyphens between capitals is no work without end', () => {
  const towns = 'Saint-Georges-en-'.repeat(4_000)
  assert.ok(harvest(towns).candidates.length >= 0)
  const bodies = harvest('Nous avons rencontré Saint-Étienne-de-la-Noue métropole, et Loire Forez agglo.').candidates.map(one => one.title)
  for (const name of ['Saint-Étienne-de-la-Noue métropole', 'Loire Forez agglo'])
    assert.ok(
      bodies.some(title => title.includes(name)),
      `${name}: ${bodies.join(', ')}`,
    )
})
