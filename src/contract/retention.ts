/**
 * The table of the data that this box keeps: the record types, their readers, and the cookies. The
 * page about privacy and its print show it. `web/pages/retention.ts` makes it from the schemas of
 * the bricks, so that no type is left out. How long records stay is not in it.
 */

/**
 * The readers of a type whose records stay in this box.
 *
 * Shape   `hidden`: the keeper of the page, and the person whom the record is about.
 *         `here`: everybody who reads the pages of this box (`RecordType.shownHere`).
 *         `counter`: readers of a page that only this box serves, as a shop counter does
 *         (`Brick.hereOnly`). They may download a file.
 */
export type LocalReaders = 'hidden' | 'here' | 'counter'

/**
 * One record type in the table.
 *
 * Shape   `label`: the plural word for its records.
 *         `shown`: labels of the fields in the commons, the space that everybody reads, in which a
 *         person can be named, seen or reached.
 *         `network`: the same for the network space, which only boxes exchange.
 *         `home`: labels of all fields of the home space, which stays in this box.
 *         `stays`: the readers of its home records.
 *         `sent`: a visitor, a person without a card, may send it.
 */
export type KeptType = Readonly<{
  name: string
  label: string
  shown: readonly string[]
  network: readonly string[]
  home: readonly string[]
  stays: LocalReaders
  sent: boolean
}>
/** The record types of one brick. `heading`: its entry in the menu; undefined without one. */
export type BrickTypes = Readonly<{
  brick: string
  heading: string | undefined
  types: readonly KeptType[]
}>

/**
 * A cookie that the server sets.
 *
 * Shape   `tenue`: the session of a keeper or a member. `langue`: the chosen language. `dit`: the
 *         sentence to show on the next page. `navigateur`: a random name of the browser. `fait`:
 *         this browser hid a telephone number lately.
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
 * Shape   `sent`: the word for one record of each type that visitors may send. `shown`: the types
 *         that everybody reads once the keeper has accepted a record. The other keys: types that
 *         stay in this box, by their readers.
 */
export type RetentionTable = Readonly<{
  groups: readonly BrickTypes[]
  sent: Readonly<Record<'shown' | LocalReaders, readonly string[]>>
  cookies: readonly CookieKept[]
}>
