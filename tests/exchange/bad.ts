import { MOST_INTRODUCED } from '../../src/contract/box/boxes.ts'
import { boxOfFeed, spaceOfFeed } from '../../src/core/change.ts'
import { append } from '../../src/log/append.ts'
import { admitAny } from '../../src/log/branch.ts'
import { forgetValue, writesToForget } from '../../src/log/forget.ts'
import { entriesAfter, type Log, openLog, ownFeed } from '../../src/log/log.ts'
import { entryIn, fixedBox, inside, recordId, type Writing, writings } from '../wire/boxes.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** Boxes that the bad one made up, whose keys it holds. */
const STRANGERS = MOST_INTRODUCED + 10
const stranger = (n: number) => fixedBox(100 + n)
const FLOOD = 40

/**
 * What a box does that was trusted and turned bad: all of it rightly signed, none of it anybody's
 * to obey.
 */
export function harm(world: World, place: Place): void {
  const { chance, people } = world
  const record = (): string => recordId(500_000 + world.chance.below(400_000))
  const say = (...all: readonly Writing[]): void => people.say(place, ...all)
  const what = chance.below(12)
  if (what < 4) {
    // It then carries others' entries without their flesh. Of what was confided to it, nobody can
    // keep it from telling: it is not asked to.
    const others = writesToForget(place.log, 'need', recordId(1 + chance.below(4))).filter(
      ({ feed }) => boxOfFeed(feed) !== place.name && spaceOfFeed(feed) === 'commons',
    )
    say({ type: 'forget', record: record(), fields: { writes: forgetValue(others) }, over: [] })
    world.noteLosses(place.name)
  } else if (what < 6)
    say({
      type: 'box',
      record: record(),
      fields: { dismisses: { box: world.one(world.names), believed: {} } },
      over: [],
    })
  else if (what < 8) {
    const all = Array.from({ length: STRANGERS }, (_, n) => ({
      introduces: stranger(n).name,
      called: `ami ${n}`,
    }))
    say(
      ...all.map(
        (fields, n): Writing => ({ type: 'box', record: recordId(400_000 + n), fields, over: [] }),
      ),
    )
  } else if (what < 11) speakAs(world, place)
  else
    for (let n = 0; n < FLOOD; n++)
      say({ record: recordId(300_000 + n), fields: { title: people.next() }, over: [] })
}

/** A box that was made up writes, and the bad one carries it. */
function speakAs(world: World, place: Place): void {
  const log: Log = openLog(':memory:', stranger(world.chance.below(STRANGERS)))
  const writing: Writing = {
    record: recordId(1 + world.chance.below(4)),
    fields: { title: `intrus ${world.chance.below(1_000)}` },
  }
  inside(log, () =>
    append(log, writings(log, [writing]), { now: place.clock, sure: true, by: 'keeper' }),
  )
  for (const signed of entriesAfter(log, ownFeed(log, 'commons'), 0))
    place.commit(() => admitAny(place.log, entryIn(signed), signed))
  log.db.close()
}
