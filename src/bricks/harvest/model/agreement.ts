import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { code, harvest, proposal } from '../../../contract/records/own-records.ts'
import { freeCode } from '../../../core/code.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fieldFor, type RecordType, type Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import {
  type AnswerReplacement,
  insteadOf,
  type Stood,
  stillNaming,
  stoodAs,
  takenBack,
  theirsAgain,
} from './agreement-again.ts'
import { apartCommands, namesTogether } from './agreement-apart.ts'
import { cardHeld } from './agreement-card.ts'
import { hideAwaited, showing, takenOff, toldOf, type Whose } from './agreement-hides.ts'
import { linesSaid, readBackDrafts } from './agreement-lines.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import {
  doublesOf,
  knownName,
  peopleOf,
  type Someone,
  someoneOf,
  toldApart,
  UNASKED,
} from './people.ts'
import { piecesOf } from './pieces.ts'
import { type Agreed, agreedIn, authorAgreed, piecesFor, theirsNamed, tiesShown } from './whose.ts'

/**
 * *La feuille d'accord*: one strip a person of a harvest, keyed by its code when it comes back.
 * Nobody is shown before.
 */
type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/** Those who have not answered: one strip each, however many pieces they are. */
export const unanswered = (
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  of: string,
): readonly Someone[] =>
  peopleOf(read, types, of).filter(
    ({ first }) => first.state !== 'shown' && first.state !== 'refused' && first.why !== UNASKED,
  )
/** Those who are asked nothing: the keeper said so. */
export const unasked = (
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  of: string,
): readonly Someone[] => peopleOf(read, types, of).filter(({ first }) => first.why === UNASKED)
export const codeFor = (read: Reader, piece: string) =>
  read.list(code, { where: 'opens = ?', with: [piece], limit: 1 }, 'home')[0]

/**
 * Gives a code to each person of a harvest who has none: a word and three drawn digits, and the one
 * that checks.
 */
const giveCodes: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'giveCodes',
  path: '/cueillette/codes',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const live = new Set(read.list(code, {}, 'home').map(one => `${one.word} ${one.digits}`))
    const drafts = unanswered(read, read.types, of.id)
      .filter(({ first, name }) => !codeFor(read, first.id) && namesTogether(name).length === 0)
      .map(
        ({ first }): Draft => ({
          type: code.name,
          record: at.newId(),
          fields: { ...freeCode(words.codeWord, live, at.newId), opens: first.id },
        }),
      )
    return {
      drafts,
      next:
        one(input, 'imprimer') === '1'
          ? `/imprimer/accord/${of.id}`
          : `/cueillette/${of.id}/accord`,
    }
  },
}

/** *Deux Élodie : la même ?*, answered beside their strips: one strip then, or two. */
const tellApart: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'tellApart',
  path: '/cueillette/la-meme',
  who: 'keeper',
  decide: (input, read): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const told = toldApart(of, doublesOf(read, read.types, of.id), ({ pieces }) =>
      one(input, `double.${pieces[0]!.id}`),
    )
    return {
      drafts: told ? [{ type: harvest.name, record: of.id, fields: told }] : [],
      next: `/cueillette/${of.id}/accord`,
    }
  },
}

/**
 * What the person ticked: yes, yes without my name, no; and how to reach them, if they said. What
 * is answered later replaces it.
 */
const agree: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'agree',
  path: '/accord',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = waiting?.of ? read.types.get(waiting.of) : undefined
    if (!waiting?.piece || !type) return { refused: say('nothingThere') }
    const someone = someoneOf(read, read.types, waiting)
    if (!someone) return { refused: say('nothingThere') }
    const says = one(input, 'answer')
    if (!['yes', 'unnamed', 'no'].includes(says))
      return { refused: say('agreeChoose'), field: 'answer' }
    if (says === 'yes' && isMinorIn(someone) && one(input, 'parent') !== '1')
      return { refused: say('agreement.parentAsk'), field: 'parent' }
    const stood = stoodAs(read, read.types, someone)
    const lines = linesSaid(input, read, someone)
    if ('refused' in lines) return lines
    const keyed: Keyed = {
      of: waiting.harvest ?? '',
      someone,
      type,
      input,
      stood,
      keeper: words.askKeeper(at.territory()?.keptBy ?? ''),
      whose: type => at.ownerOf(type)?.owner,
      lines: lines.drafts,
    }
    const said =
      says === 'yes' ? saidYes(read.types, read, keyed, at) : saidNo(read.types, read, keyed, says)
    if (!('drafts' in said)) return said
    const back = readBackDrafts(read, waiting.harvest ?? '', someone)
    return { ...said, drafts: joined([...said.drafts, ...lines.drafts, ...back]) }
  },
}

/** Somebody of whom the notes say an age under 18. */
export const isMinorIn = ({ pieces }: Someone): boolean => pieces.some(one => one.minor === true)

/**
 * `stood`: what their yes of before shows. `keeper`: the sentence that sends to whoever keeps the
 * page. `lines`: what the strip says of its lines.
 */
type Keyed = Readonly<{
  of: string
  someone: Someone
  type: RecordType
  input: Input
  stood: Stood | undefined
  keeper: string
  whose: Whose
  lines: readonly Draft[]
}>

/** A yes or a no is that of the person: it holds for each of their pieces. */
function saidNo(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  keyed: Keyed,
  says: string,
): Decision {
  const { of, someone, type, input, stood, keeper, whose, lines } = keyed
  const agreed = new Map(
    [...agreedIn(read, types, of)].filter(
      ([piece]) => !someone.pieces.some(one => one.piece === piece),
    ),
  )
  const back = stood
    ? takenBack(read, types, { of, stood, agreed, keeper })
    : { drafts: [], forget: [] }
  const apart = fieldFor(type, 'keptReach')
  const kept = one(input, 'kept').slice(0, 300)
  const held: readonly Draft[] =
    apart && kept !== ''
      ? [
          {
            type: type.name,
            record: someone.first.piece ?? '',
            fields: { [apart]: kept },
            space: 'home',
          },
        ]
      : []
  const ids = [...(stood ? [stood.shownAs] : []), ...back.drafts.map(one => one.record)]
  const shownOf = new Set(piecesOf(read, of).flatMap(one => one.shownAs ?? []))
  // What their yes showed is weighed above; without one, nothing of these notes may say them.
  const found = showing(read, types, whose, {
    names: new Set([someone.name, ...(stood?.names ?? [])]),
    but: stood ? new Set([...shownOf, ...ids]) : new Set(),
    keeper,
  })
  const still = stood ? stillNaming(read, types, { of, stood, keeper }, back.drafts) : []
  const stays =
    says === 'no'
      ? shownTitles(read, types, piecesFor(piecesOf(read, of), someone.pieces), lines)
      : []
  const said = [
    ...(stood
      ? [say('agreement.takenBack'), say('undo.goneWith', read.boxes().holding(ids))]
      : [say('agreement.hidden')]),
    ...(says === 'unnamed' && one(input, 'reach').trim() !== ''
      ? [say('agreement.unnamedReach')]
      : []),
    ...(still.length > 0 ? [say('agreement.stillNamed', still)] : []),
    ...(stays.length > 0 ? [say('agreement.stays', stays)] : []),
    ...toldOf(found, read),
  ]
  return {
    drafts: [
      ...joined([...back.drafts, ...takenOff(read, found.hidden)]),
      ...held,
      ...someone.pieces.map(one =>
        proposalChange(one.id, {
          state: 'refused',
          why: says,
          ...(stood ? { shownAs: null } : {}),
        }),
      ),
    ],
    ...(back.forget.length > 0 ? { forget: back.forget } : {}),
    next: `/cueillette/${of}/accord`,
    said: { all: said },
  }
}

function saidYes(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  keyed: Keyed,
  at: CommandContext,
): Decision {
  const { of, someone, type, input, stood, keeper } = keyed
  const pieces = someone.pieces
  const shownAs = stood?.shownAs ?? at.newId()
  const held: Readonly<Record<string, unknown>> =
    read.one(type, someone.first.piece ?? '', 'home') ?? {}
  const reach = one(input, 'reach').slice(0, 300)
  const kept = one(input, 'kept').slice(0, 300)
  const name = one(input, 'name').trim().slice(0, 300) || String(held[type.title] ?? '')
  // Nobody is shown under the end of their telephone number.
  if (knownName(name) === '') return { refused: say('agreement.nameAsk'), field: 'name' }
  const more = cardHeld(read, { name, reach })
  if (more) return more
  const [how, apart, printed] = [
    fieldFor(type, 'reach'),
    fieldFor(type, 'keptReach'),
    fieldFor(type, 'printed'),
  ]
  const asked: Readonly<Record<string, Value>> = {
    [type.title]: name,
    ...(how ? { [how]: reach || null } : {}),
    ...(apart ? { [apart]: kept || null } : {}),
    ...(printed ? { [printed]: one(input, 'printed') !== '' || null } : {}),
  }
  const agreed = agreedIn(read, types, of, { pieces, name, reach })
  const again = stood && stoodAgain(read, types, { of, stood }, { asked, agreed, keeper })
  const filled = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null))
  const shown: Draft = { type: type.name, record: shownAs, fields: { ...filled, ...type.person } }
  return {
    drafts: [
      ...joined([
        ...(again ? [] : [shown]),
        ...tiesShown(
          types,
          read,
          { of: someone.first.of, harvest: of, ties: pieces.flatMap(one => one.ties ?? []) },
          shownAs,
        ),
        ...theirsNamed(types, read, of, { pieces, name, reach }),
        ...authorAgreed(types, read, of, someone.name),
        ...(again?.drafts ?? []),
      ]),
      ...pieces.map(one => proposalChange(one.id, { state: 'shown', shownAs, why: null })),
    ],
    ...(again && again.forget.length > 0 ? { forget: again.forget } : {}),
    next: `/cueillette/${of}/accord`,
    said: say('agreeShown', name),
  }
}

type Asked = Readonly<{ asked: Readonly<Record<string, Value>>; agreed: Agreed; keeper: string }>
/**
 * Another yes: what differs from the one before takes its place, on the person and on what is
 * theirs.
 */
function stoodAgain(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  { of, stood }: Readonly<{ of: string; stood: Stood }>,
  { asked, agreed, keeper }: Asked,
): AnswerReplacement {
  const { type, shownAs } = stood
  const row = {
    ...read.one(type, shownAs, 'home'),
    ...filledIn(read.one(type, shownAs) ?? {}),
  }
  const own = insteadOf(type.name, shownAs, row, asked)
  const theirs = theirsAgain(read, types, { of, stood, agreed, keeper })
  return { drafts: [...own.drafts, ...theirs.drafts], forget: [...own.forget, ...theirs.forget] }
}
const filledIn = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** The titles of those of these pieces that are on the page once these drafts are written. */
const shownTitles = (
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  pieces: readonly Piece[],
  written: readonly Draft[],
): readonly string[] =>
  pieces.flatMap(piece => {
    const type = types.get(piece.of ?? '')
    const row =
      type && piece.shownAs && piece.stoodThere !== true ? read.one(type, piece.shownAs) : undefined
    if (!row || !type) return []
    const now: Readonly<Record<string, unknown>> = Object.assign(
      {},
      row,
      ...written.filter(one => one.record === piece.shownAs).map(one => one.fields),
    )
    return now['removed'] === true ? [] : [String(now[type.title] ?? '')]
  })

export const agreementCommands: readonly Command<Words>[] = [
  giveCodes,
  tellApart,
  agree,
  hideAwaited,
  ...apartCommands,
]
