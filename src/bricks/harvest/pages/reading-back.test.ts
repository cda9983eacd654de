import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import type { Request } from '../../../contract/request.ts'
import { fr } from '../words/fr.ts'
import { readingPage } from './reading.ts'

const TEXT = 'Nadine cherche une fendeuse.\n\nOn parle du lavoir.\n\nIl faut du bois sec.'

test('a refused act on the notes leads back to its line, which stands on the page', {
  skip: lacking('need'),
}, () => {
  using box = testBox()
  const file = { hash: 'a'.repeat(64), name: 'notes.txt', size: 9, type: 'text/plain' }
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', text: [file] }, 'home')
  const told = { of: 'need', harvest: of, sentBy: 'harvest', certainty: 1, state: 'waiting' }
  const [saw, wood] = [0, TEXT.indexOf('Il faut')].map(from => {
    const piece = box.bring('need', { title: `Passage ${from}` }, 'home')
    return box.bring('proposal', { ...told, piece, from, till: from + 9 }, 'home')
  })
  const pageAfter = (input: Record<string, string>, field?: string, query = {}): string => {
    const kit = box.kit(`/cueillette/${of}`, { by: 'keeper', params: { id: of }, query })
    const again: Request['again'] = {
      refused: 'Quelqu’un l’a changé entre-temps.',
      input,
      ...(field ? { field } : {}),
    }
    const request = { ...kit.request, again }
    const leaf = readingPage.show({ ...kit, request, textOf: () => TEXT }, box.read, fr)
    assert.ok(leaf && 'body' in leaf)
    return leaf.body.html
  }
  const lineAfter = (...of: Parameters<typeof pageAfter>): string | undefined => {
    const html = pageAfter(...of)
    const line = /href="#([\w-]+)">Revenir à la ligne</.exec(html)?.[1]
    assert.ok(line === undefined || html.includes(`id="${line}"`), `${line} is nowhere`)
    return line
  }
  const open = { ouvert: wood! }
  assert.equal(lineAfter({ morceau: `${wood}.abcdef` }), `m-${wood}`)
  assert.equal(lineAfter({ retenu: `${saw} prénom` }), `m-${saw}`)
  const sentence = TEXT.indexOf('On parle')
  assert.equal(lineAfter({ phrase: `${sentence}-${sentence + 19}` }), `s-${sentence}`)
  assert.equal(lineAfter({ morceau: `${saw}.abcdef`, panneau: wood! }, 'title', open), 'panneau')
  assert.equal(lineAfter({ panneau: wood! }, undefined, open), 'panneau')
  assert.equal(lineAfter({ id: of }), undefined, 'no line was touched')
})
