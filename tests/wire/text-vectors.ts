import type { Stamp } from '../../src/core/stamp.ts'
import { recordId } from './boxes.ts'
import { entryMaker, type Made, need, type Writing } from './making.ts'
import { forgetting, type Scene, title } from './scene.ts'

/** Long texts, their bases, and removals. */
const yjs = (update: string) => ({ value: { yjs: update } })
/**
 * Yjs updates (version 1) on one text; bytes that may never change, since what is signed holds
 * them.
 */
export const UPDATES = {
  /** On plante samedi. */
  first: 'AQEBAAQBBHRleHQRT24gcGxhbnRlIHNhbWVkaS4A',
  /** After the first: « des haies » put in. */
  hedges: 'AQECAMQBCQEKCmRlcyBoYWllcyAA',
  /** After the first: « samedi » becomes « dimanche ». */
  sunday: 'AQEDAMQBDwEQCGRpbWFuY2hlAQEBCgY=',
  /** After these three: a character of two UTF-16 units before all. */
  tree: 'AQEEAEQBAAXwn46EIAA=',
  /** After the first, both at its end. */
  gloves: 'AQEFAIQBEBQgQXBwb3J0ZXogZGVzIGdhbnRzLgA=',
  coffee: 'AQEGAIQBEBUgTGUgY2Fmw6kgZXN0IG9mZmVydC4A',
  /** The state of the first and `sunday`, without what was taken out. */
  base: 'AgEDAMQBDwEQCGRpbWFuY2hlAwEABAEEdGV4dApPbiBwbGFudGUggQEJBoQBDwEuAQEBCgY=',
} as const

export const textScenes = (): Readonly<Record<string, Scene>> => ({
  ...texts(),
  ...bases(),
  ...removals(),
})

const detail = (update: string, ...over: readonly Made[]): Writing =>
  need({ detail: { ...yjs(update), over: over.map(one => one.name) } })
const base = (update: string, ...over: readonly Made[]): Writing => ({
  type: 'base',
  record: recordId(1),
  fields: { 'need.detail': { ...yjs(update), over: over.map(one => one.name) } },
})

function texts(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [detail(UPDATES.first)])
  const b = make('second', 'commons', [detail(UPDATES.hedges)])
  const c = make('first', 'commons', [detail(UPDATES.sunday)])
  const gone = make('second', 'commons', [forgetting(['second', 'commons', 1, 0, 'detail'])])
  const plain = make('first', 'commons', [need({ detail: { value: null } })])
  const text = 'On plante des haies dimanche.'
  return {
    'a long text': {
      shows: 'all updates are heads, and the text is what they come to',
      made: { a, b, c },
      come: [{ field: 'detail', text, heads: ['c', 'a', 'b'] }],
    },
    'a long text, in another order': {
      shows: 'order never matters',
      made: { b, a, c },
      come: [{ field: 'detail', text, heads: ['c', 'a', 'b'] }],
    },
    'an update without what it follows': {
      shows: 'it waits inside Yjs, and gives no text',
      made: { b },
      come: [{ field: 'detail', text: '', heads: ['b'] }],
    },
    'a long text that lost an update': {
      shows: 'shows nothing',
      made: { a, b, c, gone },
      gone: ['b'],
      come: [{ field: 'detail', text: null, heads: ['c', 'a', 'b'] }],
    },
    'what is no update': {
      shows: 'adds nothing to a long text',
      made: { a, b, c, plain },
      come: [{ field: 'detail', text, heads: ['plain', 'c', 'a', 'b'] }],
    },
  }
}

function bases(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [detail(UPDATES.first)])
  const c = make('first', 'commons', [detail(UPDATES.sunday)])
  const based = make('first', 'commons', [base(UPDATES.base, a, c)])
  const late = make('second', 'commons', [detail(UPDATES.hedges)])
  const again = make('first', 'commons', [base(UPDATES.base, based)])
  const theirs = make('third', 'commons', [base(UPDATES.base, a, c)])
  const gone = make('first', 'commons', [forgetting(['first', 'commons', 4, 0, 'need.detail'])])
  const dotless = entryMaker()('third', 'commons', [
    { type: 'base', record: recordId(1), fields: { detail: yjs(UPDATES.base) } },
  ])
  const cloned = make(
    'first',
    'commons',
    [detail(UPDATES.hedges)],
    { after: a, wall: a.entry.wall + 60_000 },
    true,
  )
  const oneBranch = make('third', 'commons', [base(UPDATES.base, a, c)], { after: undefined }, true)
  const text = 'On plante dimanche.'
  const was = { type: 'need', field: 'detail' }
  return {
    'a base': {
      shows:
        'it stands among the writes of the field that it names, over the updates that it takes in',
      made: { a, c, based },
      gone: ['a', 'c'],
      come: [{ ...was, text, heads: ['based'] }],
    },
    'a base before its updates': {
      shows: 'they are replaced when they come',
      made: { theirs, a, c },
      come: [{ ...was, text, heads: ['theirs'] }],
    },
    'an edit made before the base': {
      shows: 'still applies',
      made: { a, c, based, late },
      gone: ['a', 'c'],
      come: [{ ...was, text: 'On plante des haies dimanche.', heads: ['based', 'late'] }],
    },
    'a base over a base': {
      shows: 'the first loses its flesh, under its own field’s name',
      made: { a, c, based, again },
      gone: ['a', 'c', 'based'],
      come: [{ ...was, text, heads: ['again'] }],
    },
    'a neighbour’s base': {
      shows: 'replaces the updates; only their box makes them forgotten',
      made: { a, c, theirs },
      come: [{ ...was, text, heads: ['theirs'] }],
    },
    'the reader’s own base, before its updates': {
      shows: 'what comes later under their names is kept without flesh',
      made: { theirs, a, c },
      reader: 3,
      gone: ['a', 'c'],
      come: [{ ...was, text, heads: ['theirs'] }],
    },
    'a base over one branch': {
      shows: 'it names the update by its hash: that of the other branch stays whole',
      made: { a, c, cloned, oneBranch },
      arrive: ['a', 'c', ['cloned', 'fork'], 'oneBranch'],
      reader: 3,
      gone: ['a', 'c'],
      come: [{ ...was, text: 'On plante des haies dimanche.', heads: ['cloned', 'oneBranch'] }],
    },
    'a base that was forgotten': {
      shows: 'its flesh is named `type.field`; the text shows nothing',
      made: { a, c, based, again, gone },
      gone: ['a', 'c', 'based', 'again'],
      come: [{ ...was, text: null, heads: ['again'] }],
    },
    'a base of one name': {
      shows: 'names no field: kept in its entry, and filed nowhere',
      made: { a, dotless },
      come: [{ ...was, text: 'On plante samedi.', heads: ['a'] }],
    },
  }
}

const LATER = '001796468460000-0000' as Stamp

function removals(): Record<string, Scene> {
  const make = entryMaker()
  const removed = make('first', 'commons', [need({ removed: { value: true } })])
  const back = make('first', 'commons', [need({ removed: { value: false, over: [removed.name] } })])
  const lone = entryMaker()
  const gone = lone('second', 'commons', [need({ removed: { value: true } })])
  const forgotten = lone('second', 'commons', [forgetting(['second', 'commons', 1, 0, 'removed'])])
  const begun = entryMaker()
  const a = begun('first', 'commons', [title('a')])
  const asked = begun('second', 'commons', [need({ removed: { value: true } })], { stamp: LATER })
  const also = begun('second', 'commons', [title('also')], { after: undefined }, true)
  const leave = begun('second', 'commons', [need({ removed: { value: true } })])
  const own = begun('first', 'commons', [need({ removed: { value: true } })])
  return {
    removed: {
      shows: '`removed: true` hides the record',
      made: { removed },
      come: [{ field: 'removed', shown: 'removed', heads: ['removed'], hides: true }],
    },
    'removed, then shown again': {
      shows: 'a later write over it',
      made: { removed, back },
      come: [{ field: 'removed', shown: 'back', heads: ['back'], hides: false }],
    },
    'removed by another box': {
      shows: 'a request that waits for the keeper: the record stays',
      made: { a, asked },
      come: [
        { field: 'removed', shown: 'asked', heads: ['asked'], hides: false, askedBy: 'second' },
      ],
    },
    'removed by the reader': {
      shows: 'a box is obeyed at home',
      made: { a, asked },
      reader: 2,
      come: [{ field: 'removed', shown: 'asked', heads: ['asked'], hides: true }],
    },
    'removed by the box that began it': {
      shows: 'the box of the write with the least stamp, whoever else asked',
      made: { a, asked, own },
      come: [
        {
          field: 'removed',
          shown: 'asked',
          heads: ['asked', 'own'],
          conflict: ['own'],
          hides: true,
        },
      ],
    },
    'removed by one of two that began it': {
      shows: 'two boxes wrote it first, with one stamp: the one of the least feed began it',
      made: { a, also, leave },
      come: [{ field: 'removed', shown: 'leave', heads: ['leave'], hides: true }],
    },
    'removed by one of two that began it, in another order': {
      shows: 'order never matters',
      made: { also, leave, a },
      come: [{ field: 'removed', shown: 'leave', heads: ['leave'], hides: true }],
    },
    'removed, and forgotten': {
      shows: 'a forgotten removal still hides',
      made: { gone, forgotten },
      gone: ['gone'],
      come: [{ field: 'removed', shown: null, heads: ['gone'], hides: true }],
    },
  }
}
