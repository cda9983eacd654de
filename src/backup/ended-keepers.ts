import type { KeeperKept } from './backup.ts'

/**
 * The secrets of a backup, without those that were ended since: keepers, whose passphrase and codes
 * would open the box again, cards and phrases of members that were closed (a lost card), and codes
 * that were spent.
 *
 * Shape   `here`: the secrets of the folder that the backup replaces. Without a keeper there,
 *         nothing is known to have ended. The cards and phrases there stand only when they are of
 *         the same `local.db` as the backup: one that was lost and made again knows of none.
 * Law     The restored box has a keeper: when all those of the backup ended, today’s keep it. A
 *         keeper without a name in the backup is known by their passphrase.
 */
export function withoutEnded(kept: KeeperKept, here: KeeperKept | undefined): KeeperKept {
  if (!here || here.passphrase === null) return kept
  const spent = new Set(here.codes.flatMap(({ hash, used }) => (used === 0 ? [] : [hash])))
  const codes = kept.codes.map(code => (spent.has(code.hash) ? { ...code, used: 1 } : code))
  const { cards, phrases } = isSameLocal(kept, here) ? here : kept
  return { ...keepersOf({ ...kept, codes }, here), cards, phrases }
}

/** Whether both are of one `local.db`: no two draw the same salt or code by chance. */
function isSameLocal(kept: KeeperKept, here: KeeperKept): boolean {
  const marks = new Set(marksOf(kept))
  return marksOf(here).some(mark => marks.has(mark))
}
const marksOf = ({ passphrase, further = [], codes }: KeeperKept): readonly string[] => [
  ...[passphrase ?? '', ...further.map(one => one.passphrase)].flatMap(saltIn),
  ...codes.map(({ hash }) => hash),
]
const saltIn = (passphrase: string): readonly string[] => passphrase.split(' ', 1).filter(Boolean)

/** The id that a keeper of the backup has here, by their passphrase (salt and hash). */
const namedSince = (passphrase: string | null, here: KeeperKept): string | undefined =>
  passphrase !== null && passphrase === here.passphrase
    ? here.first
    : here.further?.find(one => one.passphrase === passphrase)?.keeper

/** Where the only keeper has no name, nobody is known to have ended. */
function keepersOf(kept: KeeperKept, here: KeeperKept): KeeperKept {
  if (here.first === undefined) return kept
  const today = new Set([here.first, ...(here.further ?? []).map(one => one.keeper)])
  const stays = (id: string): boolean => today.has(id)
  const further = (kept.further ?? []).filter(({ keeper }) => stays(keeper))
  const ownCodes = (id: string | undefined) => kept.codes.filter(({ keeper }) => keeper === id)
  const codesOf = (all: typeof further) => all.flatMap(({ keeper }) => ownCodes(keeper))
  const first = kept.first ?? namedSince(kept.passphrase, here)
  if (first !== undefined && stays(first))
    return { ...kept, first, further, codes: [...ownCodes(undefined), ...codesOf(further)] }
  const [next, ...rest] = further
  if (!next) {
    const { passphrase, first, further: others = [], codes } = here
    return { ...kept, passphrase, first, further: others, codes }
  }
  // As when the first keeper ends: another takes their place.
  const taken = ownCodes(next.keeper).map(({ hash, used }) => ({ hash, used }))
  return {
    ...kept,
    passphrase: next.passphrase,
    first: next.keeper,
    further: rest,
    codes: [...taken, ...codesOf(rest)],
  }
}
