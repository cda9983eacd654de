import { bodyText, LARGEST_BODY } from '../../src/contract/letter.ts'
import { recordId } from './boxes.ts'
import {
  at,
  boxes,
  carried,
  entryMaker,
  type Made,
  type Text,
  vector,
  type WireVector,
  type Writing,
} from './making.ts'

/**
 * What boxes say of each other (type `box`), what letters hold once opened, and for which names one
 * can seal.
 */
const BODY = {
  id: recordId(40),
  from: boxes.first.name,
  to: boxes.second.name,
  about: recordId(1),
  brick: 'deals',
  command: 'asked',
  input: { who: 'Léonie', days: ['2026-12-05', '2026-12-06'] },
}
export function letterVectors(): readonly WireVector[] {
  const one = (name: string, shows: string, text: Text, gives: object | null) =>
    vector('letter', name, shows, { text }, gives)
  const with_ = (more: object): string => JSON.stringify({ ...BODY, ...more })
  const names = (n: number): object => ({
    input: Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}`, ''])),
  })
  const plain = JSON.stringify(BODY)
  return [
    one(
      'as it is made',
      'blanks after it up to a multiple of 1,024 characters',
      bodyText(BODY),
      BODY,
    ),
    one('without blanks', 'a reader needs none', plain, BODY),
    one(
      '32,768 characters',
      'the longest',
      { text: plain, blanks: LARGEST_BODY - plain.length },
      BODY,
    ),
    one(
      '32,769 characters',
      'too long',
      { text: plain, blanks: LARGEST_BODY - plain.length + 1 },
      null,
    ),
    one('40 names', 'the most', with_(names(40)), { ...BODY, ...names(40) }),
    one('41 names', 'too many', with_(names(41)), null),
    one('a name of 60 characters', 'the longest', with_({ input: { ['n'.repeat(60)]: 'x' } }), {
      ...BODY,
      input: { ['n'.repeat(60)]: 'x' },
    }),
    one('a name of 61 characters', 'too long', with_({ input: { ['n'.repeat(61)]: 'x' } }), null),
    one('a command of 61 characters', 'too long', with_({ command: 'c'.repeat(61) }), null),
    one(
      'a number in its input',
      'texts and lists of texts only',
      with_({ input: { hours: 2 } }),
      null,
    ),
    one(
      'a list in a list',
      'texts and lists of texts only',
      with_({ input: { days: [['x']] } }),
      null,
    ),
    one('an id with u', 'base 32', with_({ id: `${recordId(4).slice(1)}u` }), null),
    one('without about', 'each part must be there', with_({ about: undefined }), null),
    one('a key twice', 'as strict as an entry', plain.replace('"brick"', '"id":"x","brick"'), null),
    one('unknown keys', 'left alone', with_({ more: 1 }), BODY),
  ]
}

export function recipientVectors(): readonly WireVector[] {
  const one = (name: string, shows: string, box: string, gives: string | null) =>
    vector('recipient', name, shows, { box }, gives)
  return [
    one('the neutral point', 'y is 1: nothing can be sealed for it', `04${'0'.repeat(50)}`, null),
    one('y of 2²⁵⁵ − 19', 'no y of a point', `xq${'z'.repeat(47)}xzg`, null),
    one('y of 2', 'no point of the curve has it', `08${'0'.repeat(50)}`, null),
    one(
      'y of 0',
      'u is 1',
      '0'.repeat(52),
      'age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya',
    ),
    one(
      'the sign of x',
      'is left out: u has none',
      'ha4e7qbm17rsbzajvcpksejxeb56e2dz3pa146zkej403d0fdze0',
      'age1rvd43h2sag2tvrdp0duse5p82nvhpjd6hpjwhv7q7vqklega8atsjue2se',
    ),
  ]
}

export function wordVectors(): readonly WireVector[] {
  const make = entryMaker()
  const box = (
    record: number,
    fields: Record<string, unknown>,
    over: readonly Made[] = [],
  ): Writing => ({
    type: 'box',
    record: recordId(record),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        { value, over: over.map(made => at(made, 0)) },
      ]),
    ),
  })
  const [first, second, third] = [boxes.first.name, boxes.second.name, boxes.third.name]
  const feed = `${third}.0000000000000003.commons`
  const introduces = make('first', 'commons', [
    box(60, { introduces: third, called: 'Médiathèque de Boën' }),
  ])
  const again = make('first', 'commons', [box(61, { introduces: second, called: 'Mairie' })])
  const back = make('first', 'commons', [box(60, { removed: true })])
  const theirs = make('second', 'commons', [box(60, { removed: true })])
  const itself = make('second', 'commons', [box(62, { introduces: second })])
  const odd = make('second', 'commons', [box(63, { introduces: `${third.slice(0, -1)}1` })])
  const dismisses = make('first', 'commons', [
    box(64, {
      dismisses: {
        box: third,
        believed: {
          [feed]: 2,
          [`${second}.0000000000000003.commons`]: 1,
          [feed.replace('commons', 'network')]: 0,
        },
      },
    }),
  ])
  const said = (record: number, of: string, called: string) => ({
    by: first,
    box: of,
    called,
    record: recordId(record),
  })
  const one = (name: string, shows: string, made: Record<string, Made>, gives: object) =>
    vector(
      'word',
      name,
      shows,
      {
        entries: Object.fromEntries(
          Object.entries(made).map(([label, entry]) => [label, carried(entry)]),
        ),
        arrive: Object.keys(made),
        reader: 9,
      },
      { introductions: [], dismissals: [], ...gives },
    )
  return [
    one(
      'an introduction',
      'a word of the box whose feed holds it',
      { introduces },
      { introductions: [said(60, third, 'Médiathèque de Boën')] },
    ),
    one(
      'two introductions',
      'in the order in which the box wrote them',
      { introduces, again },
      { introductions: [said(60, third, 'Médiathèque de Boën'), said(61, second, 'Mairie')] },
    ),
    one(
      'taken back',
      '`removed`, by the same box',
      { introduces, again, back },
      { introductions: [said(61, second, 'Mairie')] },
    ),
    one(
      'taken back by another',
      'says nothing',
      { introduces, theirs },
      { introductions: [said(60, third, 'Médiathèque de Boën')] },
    ),
    one('a box that introduces itself', 'says nothing', { theirs, itself }, {}),
    one('a name with padding bits', 'is no box', { theirs, itself, odd }, {}),
    one(
      'a dismissal',
      'only seqs of that box’s own feeds are read',
      { introduces, again, back, dismisses },
      {
        introductions: [said(61, second, 'Mairie')],
        dismissals: [{ by: first, box: third, believed: { [feed]: 2 } }],
      },
    ),
  ]
}
