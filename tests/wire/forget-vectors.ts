import { recordId } from './boxes.ts'
import { carried, entryMaker } from './making.ts'
import { forgetting, type Scene, title } from './scene.ts'

/** Who is obeyed that asks to forget, and what comes of it. */
export const forgetScenes = (): Readonly<Record<string, Scene>> => ({ ...obeyed(), ...held() })

function obeyed(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const b = make('first', 'commons', [title('b', a)])
  const clone = make(
    'first',
    'commons',
    [title('the clone’s', a)],
    { after: a, wall: a.entry.wall + 60_000 },
    true,
  )
  const own = make(
    'first',
    'commons',
    [forgetting(['first', 'commons', 2, 0, 'title'])],
    { after: b },
    true,
  )
  const theirs = make('second', 'commons', [forgetting(['first', 'commons', 2, 0, 'title'])])
  const odd = make(
    'first',
    'commons',
    [
      {
        type: 'forget',
        record: recordId(90),
        fields: {
          writes: {
            value: [
              null,
              7,
              ['x', 1, 0, 'title'],
              [a.name.feed, 0, 0, 'title'],
              [a.name.feed, '1', 0, 'title'],
              [a.name.feed, 2, 0, 'title', 'more'],
            ],
          },
        },
      },
    ],
    { after: b },
    true,
  )
  return {
    'forgotten by its box': {
      shows: 'the head shows nothing, and what it replaced stays replaced',
      made: { a, b, own },
      gone: ['b'],
      come: [{ shown: null, heads: ['b'] }],
    },
    'asked by a neighbour': {
      shows: 'a neighbour is obeyed in its own feeds only',
      made: { a, b, theirs },
      come: [{ shown: 'b', heads: ['b'] }],
      asks: [{ by: 'second', names: [['first', 'commons', 2, 0, 'title']] }],
    },
    'asked by a neighbour, of what is not here': {
      shows: 'there is nothing to decide',
      made: { a, theirs },
      come: [{ shown: 'a', heads: ['a'] }],
    },
    'asked by a neighbour, of what its own box forgot': {
      shows: 'there is nothing left to decide',
      made: { a, b, theirs, own },
      gone: ['b'],
      come: [{ shown: null, heads: ['b'] }],
    },
    'asked by the reader itself': {
      shows: 'a box’s own request is obeyed for every feed',
      made: { a, b, theirs },
      reader: 2,
      gone: ['b'],
      come: [{ shown: null, heads: ['b'] }],
    },
    'asked first by the reader itself': {
      shows: 'what comes later under that name is kept without flesh',
      made: { theirs, a, b },
      reader: 2,
      gone: ['b'],
      come: [{ shown: null, heads: ['b'] }],
    },
    'of a forked feed': {
      shows: 'a `forget` names no hash: the writes of both branches are forgotten',
      made: { a, b, clone, theirs },
      arrive: ['a', 'b', ['clone', 'fork'], 'theirs'],
      reader: 2,
      gone: ['b', 'clone'],
      come: [
        { shown: null, heads: b.name.hash8 > clone.name.hash8 ? ['b', 'clone'] : ['clone', 'b'] },
      ],
    },
    'of a forked feed, before the other branch came': {
      shows: 'what comes later under that name is kept without flesh, on any branch',
      made: { a, b, theirs, clone },
      arrive: ['a', 'b', 'theirs', ['clone', 'fork']],
      reader: 2,
      gone: ['b', 'clone'],
      come: [
        { shown: null, heads: b.name.hash8 > clone.name.hash8 ? ['b', 'clone'] : ['clone', 'b'] },
      ],
    },
    'names of another form': {
      shows: 'they name nothing; the others are obeyed, what follows four places is left alone',
      made: { a, b, odd },
      gone: ['b'],
      come: [{ shown: null, heads: ['b'] }],
    },
  }
}
function held(): Record<string, Scene> {
  const make = entryMaker()
  const a = make('first', 'commons', [title('a')])
  const ask = make('first', 'commons', [forgetting(['first', 'commons', 1, 0, 'title'])])
  const askAsk = make('first', 'commons', [forgetting(['first', 'commons', 2, 0, 'writes'])])
  const bare = { ...carried(a), flesh: [] }
  const c = make('second', 'commons', [title('c')])
  const askC = make('second', 'commons', [forgetting(['first', 'commons', 1, 0, 'title'])])
  const unsaid = make('second', 'commons', [
    { type: 'forget', record: recordId(90), fields: { writes: { value: [], over: [askC.name] } } },
  ])
  const lone = entryMaker()
  const stay = lone('second', 'commons', [title('stays')])
  const great = lone('third', 'commons', [title('great', c)])
  const gone = lone('third', 'commons', [forgetting(['third', 'commons', 1, 0, 'title'])])
  const early = entryMaker()
  const askOfAsk = early('second', 'commons', [forgetting(['first', 'commons', 1, 0, 'writes'])])
  const request = early('first', 'commons', [forgetting(['first', 'network', 1, 0, 'phone'])])
  const both = { heads: ['a', 'c'] }
  const home = lone('first', 'home', [title('at home')])
  const homeAsk = lone('first', 'home', [forgetting(['first', 'home', 1, 0, 'title'])])
  return {
    'a request to forget': {
      shows: 'is never forgotten',
      made: { a, ask, askAsk },
      gone: ['a'],
      come: [
        { shown: null, heads: ['a'] },
        {
          type: 'forget',
          n: 90,
          field: 'writes',
          shown: 'askAsk',
          heads: ['askAsk', 'ask'],
          conflict: ['ask'],
        },
      ],
    },
    'a request named before it came': {
      shows: 'is kept whole all the same',
      made: { askOfAsk, request },
      reader: 2,
      come: [
        {
          type: 'forget',
          n: 90,
          field: 'writes',
          shown: 'request',
          heads: ['request', 'askOfAsk'],
          conflict: ['askOfAsk'],
        },
      ],
    },
    'a request that was replaced': {
      shows: 'was asked all the same',
      made: { c, askC, unsaid, a },
      reader: 2,
      gone: ['a'],
      come: [{ ...both, shown: 'c', conflict: [] }],
    },
    'flesh that comes later': {
      shows: 'is taken with the same entry',
      made: { 'a-bare': bare, a },
      arrive: ['a-bare', ['a', 'held']],
      come: [{ shown: 'a', heads: ['a'] }],
    },
    'flesh that comes after it was forgotten': {
      shows: 'is not taken',
      made: { a, ask },
      arrive: ['a', 'ask', ['a', 'held']],
      gone: ['a'],
      come: [{ shown: null, heads: ['a'] }],
    },
    'forgotten, another head beside': {
      shows: 'the other head shows',
      made: { a, ask, c },
      gone: ['a'],
      come: [{ ...both, shown: 'c' }],
    },
    'forgotten while it waits': {
      shows:
        'the greatest head waits and was forgotten: nothing shows, since what it waits for ' +
        'may have replaced the others',
      made: { stay, great, gone },
      gone: ['great'],
      come: [{ shown: null, heads: ['great', 'stay'], waiting: ['great'] }],
    },
    'forgotten at home': {
      shows: 'what is of home is named in home',
      made: { home, homeAsk },
      gone: ['home'],
      come: [{ space: 'home', shown: null, heads: ['home'] }],
    },
  }
}
