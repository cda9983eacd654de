import type { BoxSeen } from '../../../contract/box/boxes.ts'
import { type Delivered, MOST_COUNTED } from '../../../sync/intake/delivered.ts'
import type { BundleFault } from '../../../sync/intake/fault.ts'
import type { BadArchive } from '../../../zip/read.ts'
import type { fr } from './words/fr.ts'

type Words = (typeof fr)['news']
/**
 * `seenOf`: another box as it is known here, after the delivery. `keeper`: how they are said.
 * `isKept`: the file waits here for the keeper's yes to its box.
 */
type Told = Readonly<{
  me: string
  seenOf: (name: string) => Pick<BoxSeen, 'called' | 'toGive'> | undefined
  isKeeper: boolean
  keeper: string
  isKept: boolean
}>

/**
 * What came of a delivery, in sentences for people: who, whether anything is new, what waits and
 * for whom. Never a count of entries: of records, as people count news.
 */
export function newsSaid(done: Delivered, told: Told, w: Words): string {
  const { me, seenOf, isKeeper, keeper, isKept } = told
  const isOurs = done.from === me
  if (isOurs && !hasTaken(done) && isUnhurt(done)) return w.ours
  const whys = new Set(done.aside.map(({ why }) => why))
  const isUnknown = isOfStranger(done, told)
  const others = [...whys].filter(why => why !== 'waits' && !(why === 'unknown' && isUnknown))
  return [
    ...(isOurs
      ? hasTaken(done)
        ? [w.takenBack]
        : []
      : came(done, seenOf(done.from)?.called ?? w.aBox, isUnknown || whys.size > 0, w)),
    ...(isUnknown
      ? [isKeeper ? w.unknownKeeper : (isKept ? w.unknown : w.unknownUnkept)(keeper)]
      : []),
    ...(whys.has('waits') ? [isKeeper ? w.waitsKeeper : w.waits] : []),
    ...(others.length > 0 ? [isKeeper ? w.asideKeeper : w.aside] : []),
    ...(done.isFull ? [isKeeper ? w.muchKeeper : w.much] : []),
    ...lost(done, w),
    ...(isKeeper && done.forked.length > 0 ? [w.forked] : []),
  ].join(' ')
}

/** The same to whoever brought it, thanked when it was of use here. */
export function newsThanked(done: Delivered, told: Told, w: Words): string {
  const isUseful =
    done.from !== told.me && done.aside.length === 0 && isUnhurt(done) && !isOfStranger(done, told)
  const said = newsSaid(done, told, w)
  return hasTaken(done) || isUseful ? w.thank(said) : said
}

const hasTaken = ({ taken, files }: Delivered): boolean => taken > 0 || files > 0
const isUnhurt = ({ stopped, faults }: Delivered): boolean =>
  stopped.length === 0 && faults.length === 0

/** Of a box that nobody recognised nothing is kept, not even what its receipt says. */
const isOfStranger = (done: Delivered, { me, seenOf }: Told): boolean =>
  done.aside.some(({ box, why }) => box === done.from && why === 'unknown') ||
  (done.from !== me && done.total === 0 && (seenOf(done.from)?.toGive ?? null) === null)

function came(done: Delivered, box: string, isAside: boolean, w: Words): readonly string[] {
  const { records, total, held, isFull } = done
  if (records >= MOST_COUNTED) return [w.thanksMany(box)]
  if (records > 0) return [w.thanks(records, box)]
  if (hasTaken(done)) return [w.thanksTaken(box)]
  if (isAside || isFull || !isUnhurt(done)) return []
  if (total === 0) return [w.thanksReceipt(box)]
  return held === 0 ? [] : [w.nothingNew]
}

/**
 * What could not be taken: a file that is whole and was made for another box is not hurt; it lacks
 * what goes before.
 */
function lost(done: Delivered, w: Words): readonly string[] {
  if (isUnhurt(done)) return []
  if (done.faults.length === 0 && done.stopped.every(({ why }) => why === 'gap'))
    return [hasTaken(done) ? w.partMissing : w.missing]
  return [hasTaken(done) ? w.partHurt : done.held > 0 ? w.partHurtHeld : w.allHurt]
}

/** What is wrong with a file that is no bundle, or not a whole one. */
export function unusableSaid(code: BundleFault['code'] | BadArchive['code'], w: Words): string {
  if (code === 'notBundle' || code === 'notZip') return w.notNews
  if (code === 'newer') return w.newer
  return code === 'cut' ? w.cut : w.hurt
}
