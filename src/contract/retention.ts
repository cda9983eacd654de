/**
 * What a house keeps, as the page says it that tells who keeps it: read from the schemas of its
 * bricks, so that it can't lie.
 */

/**
 * The readers of a type whose records stay in this box.
 *
 * Shape   `hidden`: the page’s keeper, and the person whom the record is about.
 *         `here`: everybody who reads at this box, until the record is forgotten.
 *         `counter`: the readers of a page of this counter (`Brick.hereOnly`), who may download its
 *         file.
 */
export type Stays = 'hidden' | 'here' | 'counter'

/**
 * A record type: labels of its fields, by where they may go. `sent`: a visitor without account may
 * send it.
 */
export type KeptType = Readonly<{
  name: string
  label: string
  shown: readonly string[]
  network: readonly string[]
  home: readonly string[]
  stays: Stays
  sent: boolean
}>
/** The types of one brick; `heading` is its entry of the menu, if it has one. */
export type KeptGroup = Readonly<{
  brick: string
  heading: string | undefined
  types: readonly KeptType[]
}>

/** A cookie of the house. `ownSeconds`: on a device of one's own. */
export type CookieKept = Readonly<{
  name: 'tenue' | 'langue' | 'dit' | 'navigateur' | 'fait'
  seconds: number
  ownSeconds?: number
}>

/**
 * `sent`: types that visitors may send, one word each, by what becomes of them: shown once they
 * were read, or kept here.
 */
export type RetentionTable = Readonly<{
  groups: readonly KeptGroup[]
  sent: Readonly<Record<'shown' | Stays, readonly string[]>>
  cookies: readonly CookieKept[]
}>
