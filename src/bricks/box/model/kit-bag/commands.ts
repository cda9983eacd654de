import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Input } from '../../../../core/form/input.ts'
import { one, texts } from '../../../../core/form/input.ts'
import { isOneOf } from '../../../../core/narrow.ts'
import type { fr } from '../../words/fr.ts'
import type { BagThing } from './listed.ts'
import { type BagRow, bagNow, kitsHere, missingIn, packedIn, thingsIn, writtenFor } from './read.ts'
import { bag, bagThing } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
export const BAG = '/mallette'
export const LIST = `${BAG}/liste`
/** The kit that a bag is packed from. */
export const KIT = 'malle'
export const ADDED = ['plus-1', 'plus-2', 'plus-3'] as const
const MOST = 999

const prepare: Command<Words> = {
  name: 'prepareBag',
  path: `${BAG}/preparer`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const checked = at.fields(bag, input, ['day', 'where', 'carries'])
    if ('refused' in checked) return checked
    if (bagNow(read)) return { refused: say('kitBag.changedSince') }
    const kit = kitsHere(read).find(({ id }) => id === one(input, KIT))?.id
    return {
      drafts: [draft(bag, at.newId(), { ...checked.fields, ...(kit ? { kit } : {}) })],
      next: BAG,
      said: say('kitBag.prepared'),
    }
  },
}

/**
 * The boxes as the paper has them: what is ticked is noted; emptied, what left and is not back is
 * said until it is found.
 */
const tick: Command<Words> = {
  name: 'tickBag',
  path: `${BAG}/cocher`,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const now = bagNow(read)
    if (!now || now.id !== one(input, 'id')) return { refused: say('kitBag.changedSince') }
    const { left, back } = ticked(now, input, packedIn(read, words.kitBag, now))
    const isEmptied = one(input, 'vide') !== ''
    if (isEmptied && left.length === 0) return { refused: say('kitBag.nothingLeft') }
    const missing = left.filter(id => !back.includes(id)).length
    const said = !isEmptied
      ? say('kitBag.noted')
      : missing === 0
        ? say('kitBag.emptied')
        : say('kitBag.emptiedBut', missing)
    return {
      drafts: [draft(bag, now.id, { left, back, ...(isEmptied ? { emptiedOn: at.today } : {}) })],
      next: BAG,
      said,
    }
  },
}

/**
 * What came back had left, whether or not somebody ticked it on the way out. What is off the list
 * by now keeps its ticks.
 */
function ticked(
  now: BagRow,
  input: Input,
  things: readonly BagThing[],
): Readonly<{ left: readonly string[]; back: readonly string[] }> {
  const known = new Set(things.map(thing => thing.id))
  const kept = (had: readonly string[] | null, name: string): readonly string[] => [
    ...(had ?? []).filter(id => !known.has(id)),
    ...texts(input, name).filter(id => known.has(id)),
  ]
  const back = kept(now.back, 'revenu')
  return { left: [...new Set([...kept(now.left, 'parti'), ...back])], back: [...new Set(back)] }
}

const find: Command<Words> = {
  name: 'findThing',
  path: `${BAG}/retrouver`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const [id, thing] = [one(input, 'bag'), one(input, 'thing')]
    const row = missingIn(read).some(of => of.bag === id && of.thing === thing)
      ? read.one(bag, id, 'home')
      : undefined
    if (!row) return { refused: say('kitBag.changedSince') }
    return {
      drafts: [draft(bag, row.id, { back: [...(row.back ?? []), thing] })],
      next: BAG,
      said: say('kitBag.foundSaid'),
    }
  },
}

type Line = Readonly<{ name: string; count: number; pocket: string; lentBy: string }>
/** One line of the form, or what is wrong with it. */
function lineOf(
  input: Input,
  id: string,
): Line | Readonly<{ refused: Message; field: string }> | undefined {
  const [name, typed, pocket, lentBy] = (['quoi', 'nombre', 'poche', 'pret'] as const).map(part =>
    one(input, `${part}.${id}`),
  )
  // Without its name, a thing is taken off; a line that was begun to add one is not.
  if (!name)
    return isOneOf(ADDED, id) && (pocket || lentBy)
      ? { refused: say('kitBag.sayName'), field: `quoi.${id}` }
      : undefined
  const count = typed ? Number(typed) : 1
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    return { refused: say('kitBag.badCount'), field: `nombre.${id}` }
  const { fields } = bagThing
  const long =
    name.length > fields.name.longest
      ? 'quoi'
      : (pocket?.length ?? 0) > fields.pocket.longest
        ? 'poche'
        : undefined
  const tooLong = long ?? ((lentBy?.length ?? 0) > fields.lentBy.longest ? 'pret' : undefined)
  if (tooLong) return { refused: say('kitBag.tooLong'), field: `${tooLong}.${id}` }
  return { name, count, pocket: pocket ?? '', lentBy: lentBy ?? '' }
}

/** The whole list at once; only lines that changed are written. */
const arrange: Command<Words> = {
  name: 'arrangeBag',
  path: LIST,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const had = thingsIn(read, words.kitBag)
    const lines = new Map(
      [...had.map(thing => thing.id), ...ADDED].map(id => [id, lineOf(input, id)]),
    )
    for (const line of lines.values()) if (line && 'refused' in line) return line
    const named =
      had.some(thing => isNewlyNamed(thing, lines.get(thing.id))) ||
      ADDED.some(id => isNewlyNamed(undefined, lines.get(id)))
    if (named && one(input, 'accord') === '')
      return { refused: say('kitBag.sayAgreed'), field: 'accord' }
    const changed = had.flatMap(thing =>
      changeOf(thing, lines.get(thing.id) as Line | undefined, read, at),
    )
    const added = ADDED.flatMap(id => {
      const line = lines.get(id)
      return line && !('refused' in line) ? [draft(bagThing, at.newId(), line)] : []
    })
    return { drafts: [...changed, ...added], next: BAG, said: say('kitBag.kept') }
  },
}

const isNewlyNamed = (had: BagThing | undefined, line: ReturnType<typeof lineOf>): boolean =>
  line !== undefined && 'lentBy' in line && line.lentBy !== '' && line.lentBy !== had?.lentBy

function changeOf(
  had: BagThing,
  line: Line | undefined,
  read: Reader,
  at: CommandContext,
): readonly Draft[] {
  const mine = writtenFor(read, had.id)
  const isSame =
    line && (Object.keys(line) as (keyof Line)[]).every(name => line[name] === had[name])
  if (isSame) return []
  // A name that somebody agreed to goes with the thing that bore it.
  const fields = line ?? { out: true, lentBy: null }
  if (mine) return [draft(bagThing, mine.id, fields)]
  return [draft(bagThing, at.newId(), { name: had.name, ...fields, origin: had.id })]
}

export const bagCommands: readonly Command<Words>[] = [prepare, tick, find, arrange]
