/** A version number as semver writes it, without build metadata: 1.4.0, 1.5.0-essai.2. */
const SHAPE = /^(\d{1,4})\.(\d{1,4})\.(\d{1,6})(?:-([0-9a-z]{1,20}(?:\.[0-9a-z]{1,20}){0,3}))?$/

export const isVersion = (text: string): boolean => SHAPE.test(text)

/**
 * Which comes first: negative when `a` is before `b`.
 * Source  semver.org 2.0.0, 11: numbers as numbers; a trial (1.5.0-essai) is before what it tries
 *         (1.5.0).
 */
export function inOrder(a: string, b: string): number {
  const [left, right] = [SHAPE.exec(a), SHAPE.exec(b)]
  if (!left || !right) throw new TypeError(`${a} ${b}`)
  for (const at of [1, 2, 3]) {
    const by = Number(left[at]) - Number(right[at])
    if (by !== 0) return by
  }
  return trialsInOrder(left[4], right[4])
}

function trialsInOrder(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const by = partsInOrder(left[at], right[at])
    if (by !== 0) return by
  }
  return 0
}

function partsInOrder(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined)
  const [isLeft, isRight] = [/^\d+$/.test(a), /^\d+$/.test(b)]
  if (isLeft && isRight) return Number(a) - Number(b)
  if (isLeft !== isRight) return isLeft ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
