import type { BundleFault } from '../exchange/fault.ts'
import type { BadArchive } from '../exchange/unzip.ts'
import { type Delivered, MOST_COUNTED } from './courier.ts'
import type { fr } from './fr.ts'

type Words = (typeof fr)['news']
type Told = Readonly<{ me: string; calledOf: (name: string) => string | undefined; isKeeper: boolean }>

/**
 * What came of a delivery, in sentences for people: who, whether anything is new, what waits and for whom. Never a count of entries:
 * of records, as people count news.
 */
export function newsSaid(done: Delivered, { me, calledOf, isKeeper }: Told, w: Words): string {
  const isOurs = done.from === me
  if (isOurs && !hasTaken(done) && done.stopped.length === 0 && done.faults.length === 0) return w.ours
  const box = calledOf(done.from)
  const whys = new Set(done.aside.map(({ why }) => why))
  const isUnknown = done.aside.some(({ box: name, why }) => name === done.from && why === 'unknown')
  const others = [...whys].filter(why => why !== 'waits' && !(why === 'unknown' && isUnknown))
  return [
    ...(isOurs ? (hasTaken(done) ? [w.takenBack] : []) : came(done, box ?? w.aBox, isUnknown || whys.size > 0, w)),
    ...(isUnknown ? [isKeeper ? w.unknownKeeper : w.unknown] : []),
    ...(whys.has('waits') ? [isKeeper ? w.waitsKeeper : w.waits] : []),
    ...(others.length > 0 ? [isKeeper ? w.asideKeeper : w.aside] : []),
    ...(done.isFull ? [isKeeper ? w.muchKeeper : w.much] : []),
    ...(done.faults.length > 0 || done.stopped.length > 0 ? [w.partHurt] : []),
    ...(isKeeper && done.forked.length > 0 ? [w.forked] : []),
  ].join(' ')
}

const hasTaken = ({ taken, files }: Delivered): boolean => taken > 0 || files > 0

function came({ records, taken, total, held }: Delivered, box: string, isAside: boolean, w: Words): readonly string[] {
  if (records >= MOST_COUNTED) return [w.thanksMany(box)]
  if (records > 0) return [w.thanks(records, box)]
  if (taken > 0) return [w.thanksTaken(box)]
  if (total === 0) return [w.thanksReceipt(box)]
  return isAside || held === 0 ? [] : [w.nothingNew]
}

/** What is wrong with a file that is no bundle, or not a whole one. */
export function unusableSaid(code: BundleFault['code'] | BadArchive['code'], w: Words): string {
  if (code === 'notBundle' || code === 'notZip') return w.notNews
  if (code === 'newer') return w.newer
  return code === 'cut' ? w.cut : w.hurt
}
