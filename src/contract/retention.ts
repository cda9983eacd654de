/**
 * Data of the page that says what this box keeps: the record types, who reads them, and the
 * cookies. `web/pages/retention.ts` makes it from the schemas of the bricks.
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
 * One record type in the table.
 *
 * Shape   `label`: the plural word for its records.
 *         `shown`: labels of the fields of the commons in which a person can be named, shown or
 *         reached.
 *         `network`: the same for fields of the network space.
 *         `home`: labels of all fields that stay in this box.
 *         `sent`: a visitor without account may send it.
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
/** The record types of one brick. `heading`: the brick’s entry in the menu. */
export type KeptGroup = Readonly<{
  brick: string
  heading: string | undefined
  types: readonly KeptType[]
}>

/**
 * A cookie that the server sets.
 *
 * Units   seconds. `seconds`: its life on a shared device. `ownSeconds`: its life on a device of
 *         one’s own, where that differs.
 */
export type CookieKept = Readonly<{
  name: 'tenue' | 'langue' | 'dit' | 'navigateur' | 'fait'
  seconds: number
  ownSeconds?: number
}>

/**
 * The whole table.
 *
 * Shape   `sent`: words for the types that visitors may send. `shown`: the keeper reads them, then
 *         they show. The other keys: they stay in this box (`Stays`).
 */
export type RetentionTable = Readonly<{
  groups: readonly KeptGroup[]
  sent: Readonly<Record<'shown' | Stays, readonly string[]>>
  cookies: readonly CookieKept[]
}>
