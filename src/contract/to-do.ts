import type { Kit } from './kit.ts'
import type { Request } from './request.ts'
import type { Territory } from './territory.ts'

/**
 * The reader for whom bricks count what waits: the keeper, or the member `me`, who may be a relay
 * (a member who passes on words). It is never a visitor, because a visitor’s page is the same for
 * everybody.
 *
 * Shape   `clock`: the time, for what changes within a day. Whoever asks is asked again each
 *         minute.
 */
export type ToDoReader = Pick<
  Request,
  'by' | 'keeper' | 'me' | 'lang' | 'private' | 'today' | 'lived'
> &
  Pick<Kit, 'ownPhones'> &
  Readonly<{ clock: () => number; territory: () => Territory | undefined }>
/**
 * Something that waits for the reader, with the page where they act on it. The first page and the
 * reader’s own page show its sentence; the black bar of each page counts it.
 *
 * Shape   `href`: the page of the act. Of several records that share a line, the page of the first.
 *         `list`: the page that lists them all, where that is another page than `href`. Entries of
 *         one list are one entry of the bar.
 *         `n`: how many wait.
 *         `label`: the name of the entry in the bar, before its number. Without a label the
 *         bar does not show it.
 *         `sentence`: who or what waits, as a piece of a line without a final stop: *Élodie attend
 *         votre réponse*.
 *         `order`: lower is first (`WAITS`). Entries without one follow, in that of the bricks.
 *         `news`: the key of a piece of news, which asks nothing and stays until the member says
 *         that they saw it (`isNewsKey`). `about`: the page of its subject. `stays`: it says how
 *         something is now, so paper repeats it however old it is.
 *         `isTold`: the first page tells it elsewhere (the machine is hot).
 *         `isOnScreen`: no paper says it.
 *         `isOpen`: the sentence says only what everybody may read. `how`: how somebody without a
 *         screen answers: to whom, by which telephone.
 * Law     Every page of a signed-in reader asks for it. The number of SQL statements does not
 *         depend on the number of records. Over http (`private` is false) it names nobody and
 *         quotes nothing. The act is one tap from the first page, and the line is gone after it
 *         (web/pages/acts-reached.test.ts).
 */
export type ToDo = Readonly<{
  href: string
  list?: string
  n: number
  label?: string
  sentence: string
  order?: number
  news?: string
  about?: string
  stays?: true
  isTold?: true
  isOnScreen?: true
  isOpen?: true
  how?: string
}>

/**
 * Whether this is the key of a piece of news: `WHAT:ID`, or `WHAT:ID:MORE`. Another one can't be
 * said to be seen.
 *
 * Shape   `ID`: the record by whose age paper knows how old the news are. `MORE`: of what it
 *         speaks, or how it stands.
 */
export const isNewsKey = (key: string): boolean =>
  /^[a-z]+:[0-9a-z]{26}(?::[0-9a-z]{1,26})?$/.test(key)

/**
 * What somebody says to the reader, asks of them or calls off stands first and is never folded.
 * `TODAY`: what is to be told to somebody who counts on a meeting of today. `LAST`: what may only
 * interest the reader.
 */
export const WAITS = {
  TODAY: -1,
  PEOPLE: 0,
  KEEPER_CARRIES: 80,
  LAST: Number.POSITIVE_INFINITY,
} as const
/** The order of a line that tells somebody of a meeting on which they count. */
export const orderTold = (isToday: boolean): number => (isToday ? WAITS.TODAY : WAITS.PEOPLE)
