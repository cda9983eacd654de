import { carried, entryMaker, type Made, vector, type WireVector } from './making.ts'
import { sortedTips } from './replay-sets.ts'
import { title } from './scene.ts'

/**
 * What a bundle holds for who has a vector: the first branch, the second, another one, more than is
 * held here.
 */
export function lackingVectors(): readonly WireVector[] {
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
  const other = make('second', 'commons', [title('c')])
  const made = { a, b, clone, other }
  const entries = Object.fromEntries(
    Object.entries(made).map(([label, one]) => [label, carried(one)]),
  )
  const tip = (one: Made): readonly [number, string] => [one.entry.seq, one.name.hash8]
  const [mine, theirs] = [a.entry.feed, other.entry.feed]
  const one = (
    name: string,
    shows: string,
    arrive: readonly (keyof typeof made)[],
    vectorGiven: Record<string, (readonly [number, string])[]>,
    gives: readonly Made[],
  ) =>
    vector(
      'lacking',
      name,
      shows,
      { entries, arrive, space: 'commons', vector: sortedTips(vectorGiven) },
      gives
        .map(({ entry, name: write }) => [entry.feed, entry.seq, write.hash8])
        .sort((x, y) => (String(x) < String(y) ? -1 : 1)),
    )
  return [
    one('who has nothing', 'everything', ['a', 'b', 'other'], {}, [a, b, other]),
    one('who has the first entry', 'what follows it', ['a', 'b', 'other'], { [mine]: [tip(a)] }, [
      b,
      other,
    ]),
    one(
      'who has all',
      'nothing',
      ['a', 'b', 'other'],
      { [mine]: [tip(b)], [theirs]: [tip(other)] },
      [],
    ),
    one(
      'who has more',
      'nothing that we can tell',
      ['a', 'b'],
      { [mine]: [[9, 'AAAAAAAAAAA']] },
      [],
    ),
    one(
      'who has one branch',
      'the other branch, from where it parts',
      ['a', 'b', 'clone'],
      { [mine]: [tip(b)] },
      [clone],
    ),
    one(
      'who has both branches',
      'nothing',
      ['a', 'b', 'clone'],
      { [mine]: [tip(b), tip(clone)] },
      [],
    ),
    one(
      'who has a branch that is not known here',
      'the whole feed: coming twice is as once',
      ['a', 'b'],
      { [mine]: [[2, 'AAAAAAAAAAA']] },
      [a, b],
    ),
  ]
}
