import { boxOfFeed, spaceOfFeed } from '../../src/core/change.ts'
import type { Write } from '../../src/core/merge.ts'
import { dropsText, editProse, proseState, proseText } from '../../src/core/prose.ts'
import type { Space } from '../../src/core/schema.ts'
import { type Appending, append } from '../../src/log/append.ts'
import { type FleshName, forgetValue, writesToForget } from '../../src/log/forget.ts'
import { row } from '../../src/log/log.ts'
import { proseUpdate } from '../../src/projection/prose-update.ts'
import { recordId, type Writing, writings } from '../wire/boxes.ts'
import type { Place } from './place.ts'
import type { World } from './world.ts'

/** Words that stand in values of a space: where one of them is found, that space leaked. */
export const CANARY: Readonly<Record<Space, string>> = {
  home: 'CANARI',
  network: 'RESEAU',
  commons: 'mot',
}
const RECORDS = 4
/** Long texts that several boxes edit. */
const TEXTS = 2
export const textRecord = (n: number): string => recordId(50 + n)
const FIRST_JOIN = 700_000
const FIRST_FORGET = 900_000

/** What people do of their boxes: each act is one turn. */
export class People {
  readonly #world: World
  #count = 0
  constructor(world: World) {
    this.#world = world
  }

  act(place: Place): void {
    const what = this.#world.chance.below(48)
    if (what < 26) this.#write(place)
    else if (what < 36) this.#edit(place)
    else if (what < 39) this.#join(place)
    else if (what < 40) this.#compact(place)
    else if (what < 46) this.#forget(place, true)
    else this.#forget(place, false)
  }
  say(place: Place, ...all: readonly Writing[]): void {
    this.turn(place, () => writings(place.log, all))
  }
  turn(place: Place, decided: () => readonly Appending[]): void {
    this.#world.ledger.noting(place.log, () => {
      place.commit(() =>
        append(place.log, decided(), { now: place.clock, sure: true, by: 'keeper' }),
      )
      return place.log
    })
  }
  next(space: Space = 'commons'): string {
    return `${CANARY[space]}${++this.#count}x`
  }
  #record = (): string => recordId(1 + this.#world.chance.below(RECORDS))

  #write(place: Place): void {
    const { chance, one } = { chance: this.#world.chance, one: this.#world.one.bind(this.#world) }
    const space = one(['commons', 'commons', 'network', 'home'] as const)
    const names = chance.below(4) === 0 ? ['title', 'detail'] : [one(['title', 'detail'])]
    const fields = Object.fromEntries(names.map(name => [name, this.next(space)]))
    // Now and then somebody writes without having seen what stands there.
    const blind = chance.below(4) === 0 ? { over: [] } : {}
    this.say(place, { record: this.#record(), space, fields, ...blind })
  }

  /**
   * One more sentence in a text, or one taken out, as engine/weigh.ts does it; now and then from a
   * form opened before the last edit.
   */
  #edit(place: Place): void {
    const { chance } = this.#world
    const n = chance.below(TEXTS)
    const record = textRecord(n)
    const heads = row(place.log, 'need', record, 'commons').get('story')?.heads ?? []
    const isLost = heads.some(head => head.value === undefined)
    const current = isLost ? [] : updatesOf(heads)
    const shown = chance.below(4) === 0 ? current.slice(0, -1) : current
    const words = proseText(shown).split(' ').filter(Boolean)
    const at = chance.below(words.length + 1)
    if (words.length > 3 && chance.below(4) === 0) this.#takeOut(words, at)
    else {
      const word = this.next()
      words.splice(at, 0, word)
      this.#world.typed[n]!.push(word)
    }
    const update = editProse(shown, current, words.join(' '), {
      client: isLost ? this.#world.client() : place.client,
      other: this.#world.client(),
    })
    if (update === undefined) return
    const isOwn = heads.every(({ name }) => boxOfFeed(name.feed) === place.name)
    const isWhole = !isLost && isOwn && dropsText(update)
    const made = isWhole ? proseState([...current, update]) : update
    const value = { yjs: Buffer.from(made).toString('base64') }
    const over = isLost || isWhole ? heads.map(head => head.name) : []
    this.turn(place, () => [
      { type: 'need', record, space: 'commons', fields: { story: { value, over } } },
    ])
  }
  #takeOut(words: string[], at: number): void {
    // Two that were put at one place touch each other.
    const [gone] = words.splice(at % words.length, 1)
    for (const word of gone!.match(/mot\d+x/g) ?? []) this.#world.takenOut.add(word)
  }
  /** The past of a text is let go, what it says today is kept (engine/forgetting/forgetting.ts). */
  #compact(place: Place): void {
    const record = textRecord(this.#world.chance.below(TEXTS))
    const heads = row(place.log, 'need', record, 'commons').get('story')?.heads ?? []
    const updates = updatesOf(heads)
    if (heads.length < 2 || updates.length < heads.length) return
    const value = { yjs: Buffer.from(proseState(updates)).toString('base64') }
    this.turn(place, () => [
      {
        type: 'base',
        record,
        space: 'commons',
        fields: { 'need.story': { value, over: heads.map(head => head.name) } },
      },
    ])
    this.#world.noteLosses(place.name)
  }

  #join(place: Place): void {
    const { chance } = this.#world
    const record = recordId(FIRST_JOIN + chance.below(5))
    const isHeld = row(place.log, 'join', record, 'commons').size > 0
    const these = [
      ...new Set([
        recordId(1 + chance.below(RECORDS)),
        recordId(1 + chance.below(RECORDS)),
        textRecord(chance.below(TEXTS)),
      ]),
    ]
    const isUndone = isHeld && chance.below(2) === 0
    this.say(place, {
      type: 'join',
      record,
      fields: isUndone ? { removed: true } : { these, removed: false },
    })
  }
  introduce(place: Place, box: string): void {
    this.say(place, {
      type: 'box',
      record: recordId(600_000 + ++this.#count),
      fields: { introduces: box, called: 'une borne' },
      over: [],
    })
  }

  /** A box forgets what it wrote of a record; or its keeper forgets here what others wrote. */
  #forget(place: Place, isOwn: boolean): void {
    const { chance } = this.#world
    const record = chance.below(6) === 0 ? textRecord(chance.below(TEXTS)) : this.#record()
    const names = writesToForget(place.log, 'need', record).filter(
      name => (boxOfFeed(name.feed) === place.name) === isOwn,
    )
    if (names.length === 0) return
    this.turn(place, () => requests(names, () => recordId(FIRST_FORGET + ++this.#count)))
    this.#world.noteLosses(place.name)
  }
}

/** One request a space: a feed that stays here is named nowhere else. */
const requests = (names: readonly FleshName[], record: () => string): readonly Appending[] =>
  [...Map.groupBy(names, name => spaceOfFeed(name.feed))].map(([space, some]) => ({
    type: 'forget',
    record: record(),
    space,
    fields: { writes: { value: forgetValue(some), over: [] } },
  }))

const updatesOf = (heads: readonly Write[]): Uint8Array[] =>
  heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)
