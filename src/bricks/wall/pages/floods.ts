import { OWN_DEVICE } from '../../../contract/command.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { groupsBySource, type SubmissionOrigin } from '../../../contract/submission-groups.ts'
import { hidden, putAside } from '../../../ui/post.ts'
import { takesRoom, type WallMessage } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
/** The messages of one device, when they are many. */
type Flood = Readonly<{ hand: SubmissionOrigin; all: readonly WallMessage[] }>
/** Fewer are read one by one, by themselves. */
const FLOOD = 6

/** At the box's own computer, where people take turns, the signed name tells hands apart. */
function handOf({ run, device, who }: WallMessage): SubmissionOrigin | undefined {
  if (!run || !device) return undefined
  return device === OWN_DEVICE
    ? { is: 'here', who: who ?? '' }
    : { is: 'device', who: `${run} ${device}` }
}

/** What came from one device without a card, most first; what was taken down is left out. */
export const floodsOf = (all: readonly WallMessage[]): readonly Flood[] =>
  groupsBySource(
    all.filter(row => takesRoom(row) && row.carded !== true),
    handOf,
    ({ who }) => who ?? '',
  ).filter(flood => flood.all.length >= FLOOD)

/**
 * One gesture for what covers the wall: every message is there to be read above the button, and
 * only those that are ticked go. Ticked beforehand: what waits and is signed by nobody.
 */
export const floodForm = (
  { hand, all }: Flood,
  { kit, words, path }: Readonly<{ kit: Kit; words: Words; path: string }>,
): Html =>
  putAside({
    action: `${path}/decrocher-plusieurs`,
    token: html`${kit.form()}${hidden({ from: path })}`,
    title: words.flood(all.length, hand.is === 'here' ? hand.who : undefined),
    lead: words.floodLead,
    each: all.map(row => ({
      id: row.id,
      title: words.floodLine(row.said ?? '', row.who ?? '', row.state === 'shown'),
      isOn: row.state !== 'shown' && !row.who,
    })),
    button: words.liftTicked,
  })
