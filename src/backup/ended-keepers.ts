import type { KeeperKept } from './backup.ts'

/**
 * The keepers’ secrets of a backup, without those of people who ended since as keepers: their
 * passphrase and codes opened the box again.
 *
 * Shape   `here`: the secrets of the folder that the backup replaces. Without them, or where the
 *         only keeper has no name, nobody is known to have ended.
 * Law     The restored box has a keeper: when all those of the backup ended, today’s keep it.
 */
export function withoutEnded(kept: KeeperKept, here: KeeperKept | undefined): KeeperKept {
  if (!here?.first || here.passphrase === null) return kept
  const today = new Set([here.first, ...(here.further ?? []).map(one => one.keeper)])
  const stays = (id: string): boolean => today.has(id)
  const further = (kept.further ?? []).filter(({ keeper }) => stays(keeper))
  const ownCodes = (id: string | undefined) => kept.codes.filter(({ keeper }) => keeper === id)
  const codesOf = (all: typeof further) => all.flatMap(({ keeper }) => ownCodes(keeper))
  if (kept.first === undefined || stays(kept.first))
    return { ...kept, further, codes: [...ownCodes(undefined), ...codesOf(further)] }
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
