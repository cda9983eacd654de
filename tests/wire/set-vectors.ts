import { at, entryMaker, type Made, need } from './making.ts'
import { type Label, type Outcome, type Scene, title } from './scene.ts'

/** One write over another, conflicts, what waits, forks. */
export const mergeScenes = (): Readonly<Record<string, Scene>> => ({
  ...replacing(),
  ...conflicting(),
  ...waiting(),
  ...forking(),
})

function replacing(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const b = make('first', 'commons', [title('b', a)])
  const emptied = make('first', 'commons', [need({ title: { value: null, over: [b.name] } })])
  const other = entryMaker()
  const two = other('first', 'commons', [
    title('two'),
    need({ title: { value: 'of another record' }, hand: { value: true } }, 2),
  ])
  const astray = other('second', 'commons', [
    need({ title: { value: 'astray', over: [at(two, 1)] } }),
  ])
  const home = other('first', 'home', [title('at home')])
  const out = other('third', 'commons', [title('out', home)])
  return {
    'one write': {
      shows: 'one head: its value',
      made: { a },
      come: [{ shown: 'a', heads: ['a'] }],
    },
    'one write over another': {
      shows: 'the replaced write is no head',
      made: { a, b },
      come: [{ shown: 'b', heads: ['b'] }],
    },
    emptied: {
      shows: 'null is a value',
      made: { a, b, emptied },
      come: [{ shown: 'emptied', heads: ['emptied'] }],
    },
    twice: {
      shows: 'coming twice is as once',
      made: { a, b },
      arrive: ['a', ['a', 'held'], 'b', ['a', 'held']],
      come: [{ shown: 'b', heads: ['b'] }],
    },
    'a gap': {
      shows: 'the one before has not come: the feed stops',
      made: { a, b },
      arrive: [['b', 'gap'], 'a'],
      come: [{ shown: 'a', heads: ['a'] }],
    },
    'over another record': {
      shows: 'a write of another record that `over` names is not replaced, and is not waited for',
      made: { two, astray },
      come: [ordered(astray, two, 'astray', 'two'), { n: 2, shown: 'two#1', heads: ['two#1'] }],
    },
    'over another space, not yet here': {
      shows: 'nor is it when it comes later',
      made: { out, home },
      come: [
        { shown: 'out', heads: ['out'] },
        { space: 'home', shown: 'home', heads: ['home'] },
      ],
    },
    'over another space': {
      shows: 'a write of another space is not replaced',
      made: { home, out },
      come: [
        { shown: 'out', heads: ['out'] },
        { space: 'home', shown: 'home', heads: ['home'] },
      ],
    },
  }
}
/** Of two heads of one stamp, the one whose feed’s name is the greater shows. */
const ordered = (a: Made, b: Made, nameA: Label, nameB: Label): Outcome =>
  a.entry.feed > b.entry.feed
    ? { shown: nameA, heads: [nameA, nameB], conflict: [nameB] }
    : { shown: nameB, heads: [nameB, nameA], conflict: [nameA] }

function conflicting(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const b = make('first', 'commons', [title('b', a)])
  const c = make('second', 'commons', [title('c', a)])
  const d = make('third', 'commons', [title('d', a)], { stamp: b.entry.stamp })
  const both = make('first', 'commons', [title('both', b, c)])
  const lone = entryMaker()
  const same = lone('first', 'commons', [title('first')])
  const apart = lone('second', 'commons', [title('second')])
  const later = lone('first', 'commons', [title('later, of the same stamp')], {
    stamp: same.entry.stamp,
  })
  const change = lone('third', 'commons', [
    title('x'),
    need({ hand: { value: 1 } }, 2),
    need({ text: { value: 'y' } }),
  ])
  return {
    'two heads': {
      shows: 'two boxes wrote over the same write: the greater stamp shows',
      made: { a, b, c },
      come: [{ shown: 'b', heads: ['b', 'c'], conflict: ['c'] }],
    },
    'two heads, in another order': {
      shows: 'the order of feeds never matters',
      made: { a, b, c },
      arrive: ['c', 'a', 'b'],
      come: [{ shown: 'b', heads: ['b', 'c'], conflict: ['c'] }],
    },
    'three heads': {
      shows: 'two of one stamp: the greater feed first',
      made: { a, b, c, d },
      come: [{ shown: 'd', heads: ['d', 'b', 'c'], conflict: ['b', 'c'] }],
    },
    settled: {
      shows: 'a write over both heads',
      made: { a, b, c, both },
      come: [{ shown: 'both', heads: ['both'] }],
    },
    'settled, but for one': {
      shows: 'a head that the choice has not seen stays in conflict',
      made: { a, b, c, d, both },
      come: [{ shown: 'both', heads: ['both', 'd'], conflict: ['d'] }],
    },
    'one stamp, two feeds': {
      shows: 'the greater feed shows',
      made: { same, apart },
      come: [{ shown: 'same', heads: ['same', 'apart'], conflict: ['apart'] }],
    },
    'one stamp, one feed': {
      shows: 'the greater seq shows',
      made: { same, later },
      come: [{ shown: 'later', heads: ['later', 'same'], conflict: ['same'] }],
    },
    'two changes of one record': {
      shows: 'each field has its own heads; a write’s name says its change',
      made: { change },
      come: [
        { shown: 'change', heads: ['change'] },
        { field: 'text', shown: 'change#2', heads: ['change#2'] },
      ],
    },
  }
}

function waiting(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const b = make('second', 'commons', [title('b', a)])
  const c = make('third', 'commons', [title('c', b)])
  const older = make('third', 'commons', [title('older')])
  const ghost = { ...a.name, hash8: 'AAAAAAAAAAA' }
  const named = entryMaker()('second', 'commons', [
    need({ title: { value: 'over a ghost', over: [ghost] } }),
  ])
  const alone = entryMaker()('third', 'commons', [title('older', named)])
  const newest = { n: 1, shown: 'older', heads: ['older', 'c'], waiting: ['c'] }
  return {
    waiting: {
      shows: 'a head over a write of an entry that is not here: it waits',
      made: { b },
      come: [{ shown: 'b', heads: ['b'], waiting: ['b'] }],
    },
    'waiting for what came before': {
      shows:
        'b replaces a; c replaces b, which is not here: c waits, a is still a head, and ' +
        'only the greatest shows',
      made: { a, c },
      come: [{ ...ordered(a, c, 'a', 'c'), conflict: [], waiting: ['c'] }],
    },
    'waiting, then come': {
      shows: 'what it waited for came: one head',
      made: { a, b, c },
      arrive: ['c', 'b', 'a'],
      come: [{ shown: 'c', heads: ['c'] }],
    },
    'waiting beneath': {
      shows: 'the greatest head does not wait, another does: no conflict yet',
      made: { c, older },
      come: [newest],
    },
    'a name that no write has': {
      shows: 'the entry at that seq has another hash: the head waits, and replaces nothing',
      made: { a, named },
      come: [{ ...ordered(a, named, 'a', 'named'), conflict: [], waiting: ['named'] }],
    },
    'waiting for one that waits': {
      shows: 'a write over a held one has nothing to wait for',
      made: { named, alone },
      come: [{ shown: 'alone', heads: ['alone'] }],
    },
  }
}

function forking(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const b = make('first', 'commons', [title('b', a)])
  const clone = make(
    'first',
    'commons',
    [title('the clone’s', a)],
    { after: a, wall: 1796468460000 },
    true,
  )
  const grown = make('first', 'commons', [title('grown', clone)])
  const more = make('first', 'commons', [need({ hand: { value: true } })], { after: b }, true)
  const begun = make(
    'first',
    'commons',
    [need({ hand: { value: false } })],
    { after: undefined },
    true,
  )
  const astray = make('second', 'commons', [title('x')], { prev: '', seq: 1 })
  const lost = make('second', 'commons', [title('y')], { prev: 'A'.repeat(43) })
  const both = namesOrdered(b, clone)
  return {
    'a fork': {
      shows: 'two entries at one seq: both are kept, both are heads, the vector has a tip for each',
      made: { a, b, clone },
      arrive: ['a', 'b', ['clone', 'fork']],
      come: [{ ...both }],
    },
    'a fork, the other first': {
      shows: 'whichever came first',
      made: { a, clone, b },
      arrive: ['a', 'clone', ['b', 'fork']],
      come: [{ ...both }],
    },
    'both branches grow': {
      shows: 'each in its own order',
      made: { a, b, clone, grown, more },
      arrive: ['a', 'b', ['clone', 'fork'], 'grown', 'more'],
      come: [{ shown: 'grown', heads: ['grown', 'b'], conflict: ['b'] }],
    },
    'a fork from the first': {
      shows: 'two entries of seq 1',
      made: { a, begun },
      arrive: ['a', ['begun', 'fork']],
      come: [
        { shown: 'a', heads: ['a'] },
        { field: 'hand', shown: 'begun', heads: ['begun'] },
      ],
    },
    'prev of nothing here': {
      shows: 'it follows an entry that is not here: a gap, though the seq is next',
      made: { astray, lost },
      arrive: ['astray', ['lost', 'gap']],
      come: [{ shown: 'astray', heads: ['astray'] }],
    },
  }
}
/** Two branches: one stamp, one feed, one seq; the greater hash shows. */
const namesOrdered = (b: Made, clone: Made): Outcome =>
  b.name.hash8 > clone.name.hash8
    ? { shown: 'b', heads: ['b', 'clone'], conflict: ['clone'] }
    : { shown: 'clone', heads: ['clone', 'b'], conflict: ['b'] }
