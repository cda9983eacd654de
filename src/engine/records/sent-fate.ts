import type { BrickModel } from '../../contract/brick.ts'
import type { Fate } from '../../contract/fate.ts'
import type { Reader } from '../../contract/reader.ts'
import { isHiddenIn } from '../../contract/records/hidden-number.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { isShownFromHome } from '../../contract/records/read-here.ts'
import type { RecordType } from '../../core/schema.ts'
import { followedOf, proposalOf, type SentProposal, type Types } from './sent.ts'

/** What became of a sent text: it waits, it is on the page, it was left out, it is off the page. */

/** The sources of a fate: the bricks, the types and the tables. */
export type Following = Readonly<{ bricks: readonly BrickModel[]; types: Types; read: Reader }>

/** The fate of a sent text. Undefined for an erased one and for one that never existed alike. */
export function fateOf({ bricks, types, read }: Following, record: string): Fate | undefined {
  const sent = proposalOf(read, record)
  if (sent) return proposedFate({ bricks, types, read }, sent)
  const type = followedOf({ bricks, read }, record)
  return type && toldOf(bricks, type, record, read)
}
/** The fate that a brick tells of its own record. */
const toldOf = (
  bricks: readonly BrickModel[],
  { name }: RecordType,
  id: string,
  read: Reader,
): Fate | undefined =>
  bricks.map(brick => brick.slots?.fate?.(name, id, read)).find(one => one !== undefined)

/** Whether the keeper mended the text before showing it. */
const rewordedOf = (
  one: Readonly<{ mended: boolean | null }> | undefined,
): Pick<Fate, 'reworded'> => (one?.mended ? { reworded: true } : {})

/** The place of a text on the page: it never showed, it showed and is gone, or it shows now. */
type Place = 'never' | 'gone' | 'now'
/** The decision on the proposal of a text. `none`: no proposal waits, and none was refused. */
type ProposalDecision = 'waiting' | 'refused' | 'none'
/** The standing of a text: by its place on the page, then by the decision on its proposal. */
const STANDINGS = {
  never: { waiting: 'waits', refused: 'left', none: 'waits' },
  gone: { waiting: 'off', refused: 'off', none: 'off' },
  now: { waiting: 'mended', refused: 'correctionLeft', none: 'shown' },
} as const satisfies Readonly<Record<Place, Readonly<Record<ProposalDecision, string>>>>

const standingOf = (place: Place, state: SentProposal['state'] | undefined) =>
  STANDINGS[place][state === 'waiting' || state === 'refused' ? state : 'none']
const isOnPage = (read: Reader, type: RecordType, id: string): boolean =>
  read.one(type, id) !== undefined || isShownFromHome(read, type, id)
/** The reason that the keeper gave, when there is one. */
const whyOf = (one: Readonly<{ why: string | null }> | undefined): Pick<Fate, 'why'> =>
  one?.why ? { why: one.why } : {}
const leftOf = (standing: ReturnType<typeof standingOf>): Pick<Fate, 'correctionLeft'> =>
  standing === 'correctionLeft' ? { correctionLeft: true } : {}
const shownState = (bricks: readonly BrickModel[], id: string, read: Reader): Fate['state'] =>
  bricks.some(brick => brick.slots?.answered?.(id, read)) ? 'answered' : 'shown'

/** The fate of a visitor’s text that had to wait. */
function proposedFate({ bricks, types, read }: Following, sent: SentProposal): Fate | undefined {
  const type = types.get(sent.of)
  if (!type || !read.one(type, sent.piece, 'home')) return undefined
  const id = sent.shownAs
  const place = id === null ? 'never' : isOnPage(read, type, id) ? 'now' : 'gone'
  const standing = standingOf(place, sent.state)
  if (place !== 'now' && isTakenBack(bricks, type, sent.piece, read)) return { state: 'takenBack' }
  if (standing === 'left') return { state: standing, ...whyOf(sent) }
  const mend = rewordedOf(sent)
  if (id === null || standing === 'waits') {
    const answered = toldOf(bricks, type, sent.piece, read)
    return { state: 'waits', ...(answered?.state === 'off' ? {} : answered), ...mend }
  }
  if (standing === 'mended') {
    // What others said of it since is told before the correction.
    const told = toldOf(bricks, type, id, read)
    const shown = told && told.state !== 'off' ? { ...told, corrects: true as const } : undefined
    return { state: standing, ...shown, ...mend }
  }
  if (standing === 'off') return offFate({ bricks, read }, type, id)
  const [told, to] = [toldOf(bricks, type, id, read), toGetOf(bricks, id, read)]
  return {
    ...(told && told.state !== 'off' ? told : { state: shownState(bricks, id, read) }),
    ...mend,
    ...hiddenIn(read, type, sent.piece),
    ...whyOf(sent),
    ...leftOf(standing),
    ...to,
  }
}

/** Its holder took it back: the keeper did not, and has no reason to give. */
const isTakenBack = (
  bricks: readonly BrickModel[],
  { name }: RecordType,
  piece: string,
  read: Reader,
): boolean => bricks.some(brick => brick.slots?.fate?.(name, piece, read)?.state === 'takenBack')

/** By what they sent: what shows holds the number no more. */
const hiddenIn = (read: Reader, type: RecordType, piece: string): Pick<Fate, 'numberHidden'> =>
  isHiddenIn(read, read.one(type, piece, 'home') ?? {}) ? { numberHidden: true } : {}

/** The fate of a text that is off the page, with the keeper’s reason to its author. */
function offFate({ bricks, read }: Omit<Following, 'types'>, type: RecordType, id: string): Fate {
  const told = toldOf(bricks, type, id, read)
  return told?.state === 'off' ? told : { state: 'off' }
}
/** The places where an answer waits for its author. */
const toGetOf = (bricks: readonly BrickModel[], id: string, read: Reader): Pick<Fate, 'toGet'> => {
  const toGet = [...new Set(bricks.flatMap(brick => brick.slots?.toGet?.(id, read) ?? []))]
  return toGet.length > 0 ? { toGet } : {}
}

/** The fate of a member’s own record: that of its waiting proposal, else of the record itself. */
export function fateOfOwn(
  { bricks, read }: Following,
  type: RecordType,
  id: string,
): Fate | undefined {
  const where = "sentBy = 'member' AND (piece = ? OR changes = ?)"
  const [proposed] = read.list(
    proposal,
    { where, with: [id, id], order: 'id DESC', limit: 1 },
    'home',
  )
  // A record off the page with no open proposal has the fate that its brick tells, if any.
  const isOpen = proposed?.state === 'waiting' || proposed?.state === 'refused'
  const place = isOnPage(read, type, id) ? 'now' : isOpen ? 'never' : 'gone'
  const standing = standingOf(place, proposed?.state)
  if (standing === 'left') return { state: standing, ...whyOf(proposed) }
  const mend = rewordedOf(proposed)
  if (standing === 'waits' || standing === 'mended') return { state: standing, ...mend }
  const told = toldOf(bricks, type, id, read)
  if (standing === 'off') return told
  if (told && told.state !== 'off') return { ...told, ...mend }
  const left = leftOf(standing)
  return {
    state: shownState(bricks, id, read),
    ...mend,
    ...(left.correctionLeft && whyOf(proposed)),
    ...left,
  }
}

/** A sent text as it is now. `shownAs`: its record on the page. */
export type SentRecord = Readonly<{
  type: RecordType
  record: string
  shownAs: string | null
  fate: Fate
}>
/** The text of a ticket; undefined once it was erased. */
export function sentFor(source: Following, ticket: string): SentRecord | undefined {
  const fate = fateOf(source, ticket)
  const proposed = proposalOf(source.read, ticket)
  const type = proposed ? source.types.get(proposed.of) : followedOf(source, ticket)
  return (
    fate &&
    type && { type, record: proposed?.piece ?? ticket, shownAs: proposed?.shownAs ?? null, fate }
  )
}
/**
 * Whether the author may still write it. A private word that was read or delivered is no longer
 * theirs to write.
 */
export const mayStillCorrect = ({ fate: { state } }: SentRecord): boolean =>
  state !== 'read' && state !== 'delivered'
