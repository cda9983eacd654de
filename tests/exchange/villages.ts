import assert from 'node:assert/strict'
import { deals } from '../../src/bricks/deals/brick.ts'
import { deal } from '../../src/bricks/deals/model/records.ts'
import { brick } from '../../src/contract/brick.ts'
import type { CommandContext } from '../../src/contract/command.ts'
import type { Html } from '../../src/contract/html.ts'
import type { Who } from '../../src/contract/permission.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import type { Lang } from '../../src/core/lang.ts'
import { recordType, type Value } from '../../src/core/schema.ts'
import { startLifeCount } from '../../src/engine/forgetting/fading.ts'
import { newBox } from '../../src/log/box.ts'
import { kitFor } from '../../src/web/pages/kit.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { sourceOf } from '../support/page-source.ts'
import { NOTICES_AND_MEMBERS } from '../support/stand-ins.ts'
import { runBatch, type TurnAnswer } from '../support/turns.ts'
import { carry as carried, recognise } from './mail.ts'

/**
 * Two villages whose people make deals with each other: Lucie lives in Sail, Barnabé and Zoé in
 * Boën. Each village is a box in memory; a courier carries their letters.
 */

export const TODAY = '2026-12-05'
export const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
export const newId = () =>
  idFrom(
    NOW + drawn,
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
  )
export const clock = { now: () => NOW + drawn++, sure: true, today: () => TODAY }

/** What other bricks bring: their types by name, so that this brick stands alone. */
const home = (to: string) => ({ kind: 'link', to: [to], space: 'home' }) as const
const notice = {
  title: { kind: 'text' },
  who: { kind: 'text' },
  reach: { kind: 'text' },
  state: { kind: 'text' },
  mode: { kind: 'text' },
  commune: { kind: 'commune' },
  author: home('member'),
  keyedBy: home('member'),
} as const
const offer = recordType({ name: 'offer', title: 'title', path: '/annonces', fields: notice })
const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { ...notice, hand: { kind: 'yesNo' } },
})
const member = recordType({
  name: 'member',
  title: 'name',
  space: 'home',
  fields: { name: { kind: 'text' }, keyedBy: { kind: 'link', to: ['member'] } },
})
const contact = recordType({
  name: 'contact',
  title: 'phone',
  space: 'home',
  fields: { member: home('member'), phone: { kind: 'phone' } },
})
const none = { types: {} }
const erase = {
  name: 'erase',
  path: '/effacer',
  who: 'keeper' as const,
  decide: (input: Input) => ({
    drafts: [],
    forget: [{ type: String(input['type']), record: String(input['id']) }],
  }),
}
/** As a member's own page does: an answer of the deals brick, written by another. */
const untell = {
  name: 'untell',
  path: '/ne-plus-raconter',
  who: 'keeper' as const,
  decide: ({ deal: id = '', member: me = '' }: Input, _read: unknown, at: CommandContext) => ({
    drafts: [
      {
        type: 'deal-answer',
        record: at.newId(),
        fields: { deal: String(id), member: String(me), says: 'keep', on: TODAY },
      },
    ],
  }),
}
export const others = brick({
  name: 'others',
  records: [offer, need, member, contact],
  owners: { contact: { owner: 'member' } },
  publishes: NOTICES_AND_MEMBERS,
  commands: [erase, untell],
  pages: [],
  words: { fr: none, en: none },
})

export type Person = Readonly<{ by: Who; me?: string }>
export const KEEPER: Person = { by: 'keeper' }
export function turn(engine: OpenEngine, who: Person, command: string, input: Input): TurnAnswer {
  const [named = '', name = ''] = command.split('.')
  return runBatch(
    engine,
    [{ brick: named, command: name, input, ...who, id: newId(), lang: 'fr' }],
    clock,
  )[0]!
}
export function bring(
  engine: OpenEngine,
  type: string,
  fields: Readonly<Record<string, Value>>,
): string {
  const id = newId()
  assert.ok(
    turn(engine, KEEPER, 'plain.bring', { records: JSON.stringify([{ type, id, fields }]) }).done,
  )
  return id
}
export const carry = (from: OpenEngine, to: OpenEngine): Promise<void> => carried(from, to, clock)

/** Lucie lives in Sail; Barnabé gives a bed in Boën, where Zoé would like it too. */
export async function villages(mode = 'give') {
  const [sail, boen] = [
    openEngine([deals, others], newBox()),
    openEngine([deals, others], newBox()),
  ]
  for (const engine of [sail, boen]) startLifeCount(engine, clock)
  recognise(sail, boen, ['Sail', 'Boën'])
  const lucie = bring(sail, 'member', { name: 'Lucie' })
  bring(sail, 'contact', { member: lucie, phone: '06 71 22 33 44' })
  const [barnabe, zoe] = ['Barnabé', 'Zoé'].map(name => bring(boen, 'member', { name })) as [
    string,
    string,
  ]
  const bed = bring(boen, 'offer', {
    title: 'Un lit d’enfant',
    who: 'Barnabé',
    mode,
    author: barnabe,
    reach: '04 77 00 00 00',
  })
  await carry(boen, sail)
  const person = (me: string): Person => ({ by: 'neighbour', me })
  return { sail, boen, bed, lucie: person(lucie), barnabe: person(barnabe), zoe: person(zoe) }
}
export type Villages = Awaited<ReturnType<typeof villages>>

export const idIn = (answer: TurnAnswer): string => {
  assert.ok(answer.done, JSON.stringify(answer))
  return answer.next?.split('/').at(-1) ?? ''
}
export const asks = ({ sail, bed, lucie }: Villages, more: Input = { named: '1' }): string =>
  idIn(
    turn(sail, lucie, 'deals.propose', {
      annonce: bed,
      what: 'prendre le lit samedi',
      when: 'samedi',
      ...more,
    }),
  )
export const only = (engine: OpenEngine) => engine.read.list(deal, {}, 'home')[0]
export const stateIn = (engine: OpenEngine) => {
  const row = only(engine)
  return row?.why ?? row?.state
}
export function says(
  engine: OpenEngine,
  who: Person,
  more: Input,
  id = only(engine)?.id ?? '',
): void {
  const answer = turn(engine, who, 'deals.answer', { id, ...more })
  assert.ok(answer.done, JSON.stringify(answer))
}
/** Lucie of Sail asks, Barnabé of Boën says yes, and both boxes know. Gives the id of the deal. */
export async function agree(here: Villages): Promise<string> {
  const { sail, boen, barnabe } = here
  const id = asks(here)
  await carry(sail, boen)
  says(boen, barnabe, { says: 'yes' })
  await carry(boen, sail)
  return id
}
export const refusedBy = (answer: TurnAnswer): string | undefined =>
  'refused' in answer ? answer.refused : 'failed' in answer ? answer.failed.is : undefined
export const bothWays = async (one: OpenEngine, two: OpenEngine): Promise<void> => {
  await carry(one, two)
  await carry(two, one)
}

export type ShownAsked = Readonly<{ id?: string; query?: Input; isPrivate?: boolean; lang?: Lang }>
export function shown(
  engine: OpenEngine,
  who: Person,
  path: string,
  { id, query, isPrivate = true, lang = 'fr' }: ShownAsked = {},
): string {
  const page = deals.pages.find(one => one.path === path)
  const source = sourceOf(engine, { now: () => NOW, today: () => TODAY })
  const kit = kitFor(source, {
    path,
    params: id ? { id } : {},
    ...(query ? { query } : {}),
    lang,
    private: isPrivate,
    ...who,
  })
  return (page?.show(kit, engine.read, deals.words[lang])?.body as Html | undefined)?.html ?? ''
}
export const pageIn = (engine: OpenEngine, who: Person): string =>
  shown(engine, who, '/arrangements/:id', { id: only(engine)?.id ?? '' })
