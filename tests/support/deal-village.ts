import assert from 'node:assert/strict'
import { deals } from '../../src/bricks/deals/brick.ts'
import { deal } from '../../src/bricks/deals/model/records.ts'
import type { Input } from '../../src/core/form/input.ts'
import { newBox } from '../../src/log/box.ts'
import {
  bring,
  idIn,
  others,
  type Person,
  type ShownAsked,
  shown as shownIn,
  turn,
} from '../exchange/villages.ts'
import { openEngine } from './open-engine.ts'
import type { TurnAnswer } from './turns.ts'

/** One village whose people make deals, without HTTP. */

/** Ondine has a card; Odile, a relay, wrote Barnabé's notice for him; Zoé is somebody else. */
export function village() {
  const engine = openEngine([deals, others], newBox())
  const [ondine, odile, zoe, other] = ['Ondine', 'Odile', 'Zoé', 'Paul'].map(name =>
    bring(engine, 'member', { name }),
  ) as [string, string, string, string]
  const barnabe = bring(engine, 'member', { name: 'Barnabé', keyedBy: odile })
  const about = bring(engine, 'offer', {
    title: 'Barnabé prête sa motobineuse',
    who: 'Barnabé',
    mode: 'lend',
    commune: '42195',
    author: barnabe,
    keyedBy: odile,
  })
  return {
    engine,
    about,
    barnabe,
    ondine: { by: 'neighbour', me: ondine } as Person,
    odile: { by: 'relay', me: odile } as Person,
    zoe: { by: 'neighbour', me: zoe } as Person,
    paul: { by: 'relay', me: other } as Person,
  }
}
export type Village = ReturnType<typeof village>

export const proposed = (
  { engine, about, ondine }: Village,
  what = 'Barnabé prête sa motobineuse à Ondine',
): string => idIn(turn(engine, ondine, 'deals.propose', { annonce: about, what, when: 'samedi' }))
/** Ondine is the first party, Barnabé the second. */
export const says = (
  { engine }: Village,
  who: Person,
  id: string,
  party: 0 | 1,
  input: Input,
): TurnAnswer => turn(engine, who, 'deals.answer', { id, party: String(party), ...input })
export function finished(here: Village, what?: string): string {
  const id = proposed(here, what)
  assert.ok(says(here, here.odile, id, 1, { says: 'yes' }).done)
  assert.ok(says(here, here.ondine, id, 0, { says: 'done' }).done)
  return id
}

/** Undefined where nothing shows to them. */
export const shown = (
  { engine }: Village,
  who: Person,
  path: string,
  asked: ShownAsked = {},
): string | undefined => shownIn(engine, who, path, asked) || undefined
export const stateOf = ({ engine }: Village, id: string) => engine.read.one(deal, id, 'home')?.state
