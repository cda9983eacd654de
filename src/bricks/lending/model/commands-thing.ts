import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping } from './asker.ts'
import { decidedAway, keptHere } from './away.ts'
import { noticeToLend } from './from-notice.ts'
import { type ThingRow, thingOf } from './read.ts'
import { upkeep } from './records-booking.ts'
import { PATH, thing } from './records-thing.ts'
import { say } from './said.ts'
import { meterBefore } from './upkeep.ts'

/** A thing is added, from nothing or from a notice; who is in charge sets it and looks after it. */

type Words = typeof fr
type Named = readonly (keyof typeof thing.fields)[]

/** What is asked first of somebody who lends a thing, then what may be said later. */
export const FIRST: Named = ['title', 'kind', 'commune', 'where', 'reach', 'photos', 'unit']

/** The settings of a thing, under the heads of their form. */
export const SETTINGS = {
  what: [...FIRST, 'place', 'who', 'detail', 'condition', 'count', 'partOf'],
  inside: [
    ...(['pieces', 'consumables', 'backAs', 'sheet'] as const),
    ...(['capacity', 'equipment', 'houseRules', 'quietHours'] as const),
  ],
  whom: ['forWhom', 'hours', 'leadDays', 'aheadDays', 'localsDays', 'changeoverMinutes'],
  share: [
    ...(['longestDays', 'longestHours', 'daysMonth', 'hoursYear'] as const),
    ...(['notChained', 'oneWeekend', 'mostAhead', 'unitsFirst'] as const),
  ],
  against: ['depositCents', 'feeCents', 'feeFor', 'insurance', 'valueCents'],
  upkeep: ['meter', 'upkeepDays', 'upkeepUnits'],
} as const satisfies Readonly<Record<string, Named>>
const ALL_SETTINGS: Named = Object.values(SETTINGS).flat()

/** *Prêter une chose*: a member’s is theirs; the keeper’s is the page’s. */
const add: Command<Words> = {
  name: 'add',
  path: `${PATH}/nouveau`,
  who: 'neighbour',
  photos: true,
  sentOnce: true,
  decide: (input, read, at): Decision => {
    const checked = at.fields(thing, input, ALL_SETTINGS)
    if ('refused' in checked) return checked
    const wrong =
      leadRefused({ ...limitsUnsaid(input), ...checked.fields }) ??
      kitRefused(checked.fields.partOf, { read, at })
    if (wrong) return wrong
    const id = at.newId()
    const { fields } = checked
    return {
      drafts: [draft(thing, id, { ...limitsUnsaid(input), ...fields, ...ownedBy(at.me) })],
      next: `${PATH}/${id}`,
      said: say('tending.added', fields.title ?? ''),
    }
  },
}

/**
 * The limits with which a thing begins: nobody has it for three months, nor years ahead, by one
 * press. They stand in its form; who empties them sets none.
 */
export const FIRST_LIMITS = { longestDays: 14, aheadDays: 366 } as const
/** Those of which a form said nothing, not even that there is none. */
const limitsUnsaid = (input: Input): Partial<typeof FIRST_LIMITS> =>
  Object.fromEntries(Object.entries(FIRST_LIMITS).filter(([name]) => !Object.hasOwn(input, name)))

const ownedBy = (me: string | undefined): Readonly<{ owner?: string }> =>
  me === undefined ? {} : { owner: me }

/** From a notice to a thing in one act: its words and photos stay; each leads to the other. */
const addFromNotice: Command<Words> = {
  name: 'addFromNotice',
  path: `${PATH}/annonce/:id`,
  who: 'neighbour',
  // Its words are read on the page already.
  guardsItself: true,
  decide: (input, read, at): Decision => {
    const notice = one(input, 'id')
    const seen = read.published.noticeSeen?.(notice)
    const isTheirs = at.me !== undefined && (seen?.author ?? seen?.keyedBy) === at.me
    if (seen?.type !== 'offer' || !(isTheirs || at.by === 'keeper'))
      return { refused: say('tending.notYourNotice') }
    const narrow = readNarrower(read, notice, isTheirs)
    if (narrow) return { refused: say(`tending.${narrow}`) }
    const made = thingMadeFrom(read, notice)
    if (made !== undefined) return { refused: say('tending.madeAlready') }
    const fields = noticeToLend(read, notice)
    if (!fields) return { refused: say('tending.notYourNotice') }
    const id = at.newId()
    const owner = isTheirs ? at.me : (seen.author ?? undefined)
    return {
      drafts: [draft(thing, id, { ...FIRST_LIMITS, ...fields, notice, ...ownedBy(owner) })],
      next: `${PATH}/${id}`,
      said: say('tending.added', fields.title ?? ''),
    }
  },
}

/**
 * What is lent is read everywhere. A notice that only cards read stays as it is, and one that is
 * read here alone becomes a thing by who wrote it, who then agrees to more.
 */
export const readNarrower = (
  read: Reader,
  notice: string,
  isTheirs: boolean,
): 'byCardAlone' | 'hereAlone' | undefined =>
  read.isByCard(notice)
    ? 'byCardAlone'
    : read.staysHere(notice) && !isTheirs
      ? 'hereAlone'
      : undefined

/** The thing that was made from a notice, while it is lent. */
export const thingMadeFrom = (read: Reader, notice: string): string | undefined =>
  read.list(thing, { where: 'notice = ? AND gone IS NOT 1', with: [notice], limit: 1 })[0]?.id

/** Who is in charge writes the settings of a thing. */
const setUp: Command<Words> = {
  name: 'setUp',
  path: `${PATH}/:id/regler`,
  who: 'neighbour',
  private: true,
  photos: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const checked = at.fields(thing, input, ALL_SETTINGS, row)
    if ('refused' in checked) return checked
    const wrong =
      leadRefused({ ...row, ...checked.fields }) ??
      kitRefused(checked.fields.partOf, { read, at, row })
    if (wrong) return wrong
    return {
      drafts: [draft(thing, row.id, checked.fields)],
      next: `${PATH}/${row.id}`,
      said: say('tending.isSet', checked.fields.title ?? row.title ?? ''),
    }
  },
}

/** Whoever must ask earlier than they may ask books on no day. */
function leadRefused({
  leadDays,
  aheadDays,
}: Readonly<{ leadDays?: number | null; aheadDays?: number | null }>): Refusal | undefined {
  if (leadDays == null || aheadDays == null || leadDays <= aheadDays) return undefined
  return { refused: say('tending.leadPastAhead', leadDays, aheadDays), field: 'leadDays' }
}

/**
 * A kit holds parts, and no kit: whoever has it must know of what else it is. Who is in charge of a
 * kit alone puts a thing in it, for the days of a part are the days of its kit.
 */
function kitRefused(
  kit: unknown,
  { read, at, row }: Readonly<{ read: Reader; at: CommandContext; row?: ThingRow }>,
): Refusal | undefined {
  if (typeof kit !== 'string') return undefined
  const parts = row === undefined ? 0 : read.count(thing, { where: 'partOf = ?', with: [row.id] })
  if (kit === row?.id || parts > 0 || read.one(thing, kit)?.partOf != null)
    return { refused: say('tending.insideItself'), field: 'partOf' }
  if (kit === row?.partOf) return undefined
  if (!isKeeping(at, { id: kit })) return { refused: say('tending.notYourKit'), field: 'partOf' }
  const away = decidedAway(read, at, kit)
  return away && { ...away, field: 'partOf' }
}

/** A thing that was lent no more is lent again. Bookings that follow another thing stay there. */
const lendAgain: Command<Words> = {
  name: 'lendAgain',
  path: `${PATH}/:id/repreter`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = thingOf(read, one(input, 'id'))
    if (row?.gone !== true || !isKeeping(at, row)) return { refused: say('notYours') }
    const away = decidedAway(read, at, row.id)
    if (away) return away
    return {
      drafts: [draft(thing, row.id, { gone: false, replacedBy: null })],
      next: `${PATH}/${row.id}`,
      said: say('lentAgain', row.title ?? ''),
    }
  },
}

/** It was oiled, repaired, inspected. */
const lookAfter: Command<Words> = {
  name: 'lookAfter',
  path: `${PATH}/:id/entretien`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = keptHere(input, read, at)
    if ('refused' in row) return row
    const checked = at.fields(upkeep, input, ['on', 'what', 'meter', 'by'])
    if ('refused' in checked) return checked
    if ((checked.fields.on ?? '') > at.today) return { refused: say('notYet'), field: 'on' }
    const { on, meter } = checked.fields
    const moment = on == null || on === at.today ? at.now : momentOf(on, '00:00')
    const before = meter == null ? null : meterBefore(read, row.id, new Date(moment).toISOString())
    if (meter != null && before !== null && meter < before)
      return { refused: say('meterWas', before), field: 'meter' }
    const isMended = one(input, MENDED) !== '' && row.condition === 'repair'
    return {
      drafts: [
        draft(upkeep, at.newId(), { ...checked.fields, thing: row.id, by: byOf(checked, at) }),
        ...(isMended ? [draft(thing, row.id, { condition: 'good' })] : []),
      ],
      next: `${PATH}/${row.id}/histoire`,
      said: say('tending.lookedAfter'),
    }
  },
}
/** The tick by which what was to be repaired goes out again. */
export const MENDED = 'repare'
const byOf = (
  { fields }: Readonly<{ fields: Readonly<{ by?: string | null }> }>,
  at: CommandContext,
): string | null => fields.by || (at.called ?? null)

export const thingCommands: readonly Command<Words>[] = [
  add,
  addFromNotice,
  setUp,
  lendAgain,
  lookAfter,
]
