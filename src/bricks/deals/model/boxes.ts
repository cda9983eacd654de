import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { deal } from './records.ts'

/** Another box, as a deal needs it. */
export type BoxAway = Readonly<{ name: string; called: string; isRecognised: boolean }>
const boxNamed = (read: Reader, name: string): BoxAway => boxesNamed(read)(name)
/** Any of the other boxes, by its name: they are read once. */
export function boxesNamed(read: Reader): (name: string) => BoxAway {
  const all = new Map(read.boxes().others.map(one => [one.name, one]))
  return name => {
    const found = all.get(name)
    return {
      name,
      called: found?.called ?? '',
      isRecognised: found?.known === 'paired' && !found.isDismissed,
    }
  }
}
export const isRecognised = (read: Reader, name: string): boolean =>
  boxNamed(read, name).isRecognised

/** The other box that decides of this notice; undefined when this one does. */
export function homeAway(read: Reader, { type, id }: NoticeSeen): BoxAway | undefined {
  const home = read.homeOf(type, id)
  return home === undefined || home === read.boxes().me.name ? undefined : boxNamed(read, home)
}

/**
 * Whether a box is known to read letters of words: it wrote one. To an older one, what fell through
 * is proposed again as another deal.
 */
export const readsWordsThere = (read: Reader, box: string): boolean =>
  read.all(
    `SELECT 1 FROM arrival_home WHERE "from" = ? AND command IN ('words', 'toldWords') LIMIT 1`,
    box,
  ).length > 0

/**
 * Whether that box could do nothing of the last letter about this deal. A letter of words counts
 * where no other was written.
 */
export const letterRefused = (read: Reader, id: string): boolean =>
  read.all(
    "SELECT state FROM letter_home WHERE about = ? ORDER BY command IN ('says', 'told') DESC, " +
      'id DESC LIMIT 1',
    id,
  )[0]?.['state'] === 'refused'
/** Whether that box knows no letters of words: those about this deal came back unread. */
export const wordsUnread = (read: Reader, id: string): boolean =>
  read.all(
    "SELECT 1 FROM letter_home WHERE about = ? AND command IN ('words', 'toldWords') " +
      "AND state = 'refused' AND why = 'unknown' LIMIT 1",
    id,
  ).length > 0

/** How many deals under way a box has asked for. */
export const openFrom = (read: Reader, box: string): number =>
  read.count(
    deal,
    {
      where: "box = ? AND asked IS NOT 1 AND state IN ('talking', 'proposed', 'agreed')",
      with: [box],
    },
    'home',
  )
