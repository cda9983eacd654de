import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { harvest, proposal } from '../../../contract/records/own-records.ts'
import { wholeOf } from '../../../contract/records/whole-proposal.ts'
import { fits } from '../../../core/form/fit.ts'
import { one } from '../../../core/form/input.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import { shareOf } from '../../../text/harvest/ink.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { fr } from '../words/fr.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import { PANEL, panelChanges } from './panel.ts'
import { nameIn } from './people.ts'
import { piecesOf } from './pieces.ts'
import { back, leaveUndo, placeOf } from './reading.ts'
import { sameNamed } from './same.ts'
import { isTaught, TAUGHT } from './teaching.ts'

type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/**
 * What somebody picked in the text, as the server read it: a kind and its words, with the ties that
 * the rules find. `other`: the home record of the piece at the other end. `minor`: of a person whom
 * the notes say under 18. `elsewhere`: as `Whereabouts`. `cut`: what says somebody was taken out
 * of its words, which wait then.
 */
export type PickedPart = Readonly<{
  kind: string
  title: string
  fields: Readonly<Record<string, unknown>>
  from: number
  till: number
  person: boolean
  minor: boolean
  elsewhere?: boolean
  cut: boolean
  ties: PartTies
  /** What lines like it say, of the same kind. */
  alike: readonly LikePart[]
}>
type PartTies = readonly Readonly<{ rel: string; other: string; out: boolean }>[]
export type LikePart = Readonly<{
  title: string
  fields: Readonly<Record<string, unknown>>
  elsewhere?: boolean
  from: number
  till: number
  ties: PartTies
}>

/** `pick`: a sentence becomes a record, in `home`, kept by who picked it. */
export const pickPiece: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'pick',
  path: '/cueillette/prendre-lu',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    const picked = ownJson<PickedPart | null>(one(input, 'picked'))
    const type = read.types.get(picked?.kind ?? '')
    if (!of) return { refused: say('nothingThere') }
    const open = panelChanges(input, read, at)
    if ('refused' in open) return open
    if (!picked || !type) return { refused: say('reading.nothingLeft') }
    const there = piecesOf(read, of.id)
    const said = there.filter(one => isTaught(one) && isAt(one, picked))
    const taken = takenOver(read, there, { type, picked, open: one(input, PANEL.open) })
    const [record, proposed] = [taken?.piece ?? at.newId(), taken?.id ?? at.newId()]
    const all = new Map(
      there
        .filter(one => !said.includes(one) && one !== taken)
        .map(one => [one.piece ?? '', one] as const),
    )
    const ties = picked.ties.filter(tie => all.has(tie.other))
    const fields = fieldsFor(type, picked)
    const drafts: readonly Draft[] = [
      { type: type.name, record, fields, space: 'home' },
      {
        type: proposal.name,
        record: proposed,
        fields: {
          ...(taken ? {} : { of: type.name, piece: record, sentBy: 'harvest', harvest: of.id }),
          state: picked.person || picked.cut ? 'waiting' : 'kept',
          from: picked.from,
          till: picked.till,
          certainty: 1,
          person: picked.person,
          ties: [
            ...new Set([
              ...(taken?.ties ?? []),
              ...ties.flatMap(tie => (tie.out ? [`${tie.rel}:${tie.other}`] : [])),
            ]),
          ],
          byHand: true,
          ...(picked.minor ? { minor: true } : {}),
          ...(picked.elsewhere ? { elsewhere: true } : {}),
          ...(picked.person ? {} : sameNamed(read, type, String(fields[type.title] ?? ''))),
        },
      },
    ]
    const taught = taughtDrafts(type, picked, { of: of.id, all, pick: proposed, at })
    const into = [...tiesInto(ties, record), ...taught.into]
    const forget = [...open.forget, ...said.flatMap(one => wholeOf(read, one))]
    return {
      drafts: joined([
        ...open.drafts,
        ...drafts,
        ...taught.drafts,
        ...tiedAll(all, into, open.drafts),
      ]),
      ...(forget.length > 0 ? { forget } : {}),
      next: placeOf(of.id, {
        from: picked.from,
        ...(picked.cut ? { open: proposed } : { mark: proposed, picked: proposed }),
      }),
      said: picked.person
        ? say('reading.pickedPerson', picked.title)
        : picked.cut
          ? say('reading.pickedCut')
          : say('reading.picked', String(fields[type.title] ?? '')),
      // What a rule proposed is proposed again, unless lines like it have to go with the pick.
      ...(taken && picked.alike.length === 0
        ? back(of.id, [proposed])
        : { undo: leaveUndo(of.id, proposed) }),
    }
  },
}

/** A pick takes the place of what another one proposed there. */
const isAt = (one: Piece, { from, till }: Readonly<{ from: number; till: number }>): boolean =>
  (one.from ?? 0) < till && (one.till ?? 0) > from

/**
 * What a rule proposed of the same kind there, which nobody mended: it becomes the pick, or it
 * would stand twice. Undefined where several are, where its own panel stands open, or where it is
 * another name in the same sentence.
 */
function takenOver(
  read: Reader,
  there: readonly Piece[],
  { type, picked, open }: Readonly<{ type: RecordType; picked: PickedPart; open: string }>,
): Piece | undefined {
  const isNamed = (one: Piece): boolean => {
    const [was, is] = [sameAs(nameIn(read, read.types, one)), sameAs(picked.title)]
    return was.includes(is) || is.includes(was)
  }
  const same = there.filter(
    one =>
      one.of === type.name &&
      isAt(one, picked) &&
      one.rule !== TAUGHT &&
      one.person !== true &&
      one.byHand !== true &&
      one.seen === null &&
      (one.state === 'waiting' || one.state === 'kept') &&
      (type.proper !== true || isNamed(one)),
  )
  return same.length === 1 && !picked.person && same[0]!.id !== open ? same[0] : undefined
}

/** A tie that the other end tells. */
type TieInto = Readonly<{ other: string; tie: string }>
const tiesInto = (ties: PartTies, record: string): readonly TieInto[] =>
  ties.flatMap(({ rel, other, out }) => (out ? [] : [{ other, tie: `${rel}:${record}` }]))
/** One write for each other end, after what the open panel says of its ties. */
const tiedAll = (
  all: ReadonlyMap<string, Piece>,
  into: readonly TieInto[],
  open: readonly Draft[],
): readonly Draft[] =>
  [...Map.groupBy(into, one => one.other)].map(([other, some]) => {
    const { id, ties } = all.get(other)!
    const said = open.find(one => one.record === id)?.fields['ties'] ?? ties ?? []
    return proposalChange(id, {
      ties: [...new Set([...(said as readonly string[]), ...some.map(one => one.tie)])],
    })
  })

type Teaching = Readonly<{
  of: string
  all: ReadonlyMap<string, Piece>
  pick: string
  at: CommandContext
}>
/** The lines that are like the picked one: each waits, in the second ink. */
function taughtDrafts(
  type: RecordType,
  { alike }: PickedPart,
  { of, all, pick, at }: Teaching,
): Readonly<{ drafts: readonly Draft[]; into: readonly TieInto[] }> {
  const before = [...all.values()].filter(one => isTaught(one) && one.of === type.name)
  const into: TieInto[] = []
  const drafts = alike.flatMap((like): readonly Draft[] => {
    const same = before.find(one => isAt(one, like))
    if (same) return [proposalChange(same.id, { taughtBy: [...(same.taughtBy ?? []), pick] })]
    const record = at.newId()
    const ties = like.ties.filter(tie => all.has(tie.other))
    into.push(...tiesInto(ties, record))
    return [
      { type: type.name, record, fields: fieldsFor(type, like), space: 'home' },
      {
        type: proposal.name,
        record: at.newId(),
        fields: {
          of: type.name,
          piece: record,
          sentBy: 'harvest',
          state: 'waiting',
          harvest: of,
          from: like.from,
          till: like.till,
          certainty: shareOf(TAUGHT),
          rule: TAUGHT,
          person: false,
          ties: ties.flatMap(tie => (tie.out ? [`${tie.rel}:${tie.other}`] : [])),
          taughtBy: [pick],
          ...(like.elsewhere ? { elsewhere: true } : {}),
        },
      },
    ]
  })
  return { drafts, into }
}

const fieldsFor = (
  type: RecordType,
  picked: Pick<LikePart, 'title' | 'fields'>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries({
      ...picked.fields,
      [type.title]: picked.fields[type.title] ?? picked.title,
    }).filter(([name, value]) => type.fields[name] !== undefined && fits(type.fields[name], value)),
  ) as Readonly<Record<string, Value>>
