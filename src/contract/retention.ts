/**
 * The types of a table of the data that this box keeps: the record types, their readers, and the
 * cookies. The page about privacy and its print show the table. `web/pages/retention.ts` makes it:
 * the record types from the schemas of all bricks, so that none is left out; the cookies from
 * `web/session/cookies.ts`. It says how long a cookie stays, and not how long a record does.
 */

/**
 * The readers of a type whose records stay in this box.
 *
 * Shape   `hidden`: the keeper (who answers for this box’s pages), and the person whom the record
 *         is about.
 *         `here`: everybody who reads the pages of this box (`RecordType.shownHere`).
 *         `between`: the people who say it to each other (`RecordType.between`).
 *         `counter`: the readers that a page of the brick names. Only this box serves that page
 *         (`Brick.hereOnly`), and they may download the record’s files.
 */
export type LocalReaders = 'hidden' | 'here' | 'between' | 'counter'

/**
 * One record type in the table.
 *
 * Shape   `label`: the plural word for its records.
 *         `shown`: labels of the fields that can name, show or reach a person, in the commons (the
 *         space that everybody reads).
 *         `network`: such labels for the network space, which only boxes exchange.
 *         `home`: labels of all fields of the home space, which stays in this box.
 *         `stays`: the readers of the home fields. Without meaning when `home` is empty.
 *         `sent`: a visitor may send such a record: anybody, without the card that signs a member
 *         in.
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
 *         sentence to show on the next page. `navigateur`: a random name of the browser, which
 *         tells a notice sent twice from one of another sender. `fait`: when this browser hid
 *         telephone numbers, to limit how often it does.
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
 * Shape   `groups`: the record types, by brick.
 *         `sent`: the word for several records of each type that visitors may send.
 *         `sent.shown`: types that everybody reads once the keeper has accepted a record.
 *         `sent.hidden`, `sent.here`, `sent.between`, `sent.counter`: types that stay in this
 *         box, by their readers.
 *         `cookies`: every cookie of the server.
 */
export type RetentionTable = Readonly<{
  groups: readonly BrickTypes[]
  sent: Readonly<Record<'shown' | LocalReaders, readonly string[]>>
  cookies: readonly CookieKept[]
}>
