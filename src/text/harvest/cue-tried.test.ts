import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CueFault, cueTried } from './cue-tried.ts'
import { cueRead } from './cues.ts'
import type { HarvestRule } from './rule.ts'

/** A kind of which a rule makes something, and one that no rule makes. */
const rules: readonly HarvestRule[] = [
  {
    kinds: ['need', 'initiative'],
    find: page =>
      page.pieces.flatMap(({ clear, from, to }) =>
        clear.includes('cherche')
          ? [
              {
                kind: 'need',
                title: clear,
                fields: {},
                from,
                to,
                certainty: 0.9,
                rule: 'need.told',
              },
            ]
          : [],
      ),
    make: (_, { clear }, kind) =>
      kind === 'need' ? { title: clear.trim(), fields: {} } : undefined,
  },
]
const room = { rules, isCommune: () => false, notes: '' }
const faultOf = (
  [kind, words, example]: readonly [string, string, string],
  notes = '',
): CueFault | undefined => cueTried({ kind, words, example }, { ...room, notes }).fault

test('a cue marks its own example, with or without a rule that makes its kind', () => {
  const made = (kind: string) =>
    cueTried({ kind, words: 'y a mèche pour >', example: 'Y a mèche pour une rallonge ?' }, room)
  for (const kind of ['need', 'initiative']) {
    const { found, fault } = made(kind)
    assert.equal(fault, undefined)
    assert.deepEqual(
      found.map(one => [one.rule, one.kind]),
      [[`own.${kind}`, kind]],
    )
    assert.match(found[0]!.title, /^Une rallonge|^une rallonge/)
  }
})

test('a cue that is no help says why', () => {
  assert.equal(faultOf(['need', 'la', 'La scie manque.']), 'bare')
  assert.equal(faultOf(['need', '… … …', 'La scie manque.']), 'bare')
  assert.equal(faultOf(['need', `${'mot '.repeat(13)}`, 'mot '.repeat(13)]), 'bare')
  assert.equal(faultOf(['need', 'y a mèche', 'Il y aurait mèche de le faire.']), 'apart')
  assert.equal(faultOf(['need', 'au four', 'On cherche du bois au four.']), 'read')
  assert.equal(faultOf(['need', 'ça coince >', 'Pour le bois ça coince.']), 'empty')
})

test('a cue that marks most sentences of the notes, or of the examples, is too wide', () => {
  const notes = `Soirée\n\n${'Le four est froid. Le bois est sec. '.repeat(4)}`
  assert.equal(faultOf(['need', 'le four|bois est', 'Le bois est loin.'], notes), 'wide')
  assert.equal(faultOf(['need', 'le four|bois est', 'Le bois est loin.']), undefined)
  assert.equal(faultOf(['need', 'le|la|les|des|un|une|de', 'De la corde.']), 'wide')
})

test('a way to say a word that is written several times is tried once', () => {
  const read = (word: string): string =>
    cueRead({ kind: 'need', words: `${Array(10).fill(word).join(' ')} bout` }, 'own.need').is.source
  assert.equal(read('a|a|a|aa'), read('a|aa'))
})
