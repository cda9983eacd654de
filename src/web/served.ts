import type { Hono } from 'hono'
import type { MachineHelper } from '../contract/box/machine.ts'
import type { Saves } from '../contract/box/saves.ts'
import type { SignInWays } from '../contract/box/sign-in-ways.ts'
import type { Brick } from '../contract/brick.ts'
import type { Html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import type { MachineClock } from '../files/clock.ts'
import type { Local } from '../files/local.ts'
import type { Statements } from '../log/sqlite.ts'
import type { PictureOf } from '../paper/typeset.ts'
import type { Typesetter } from '../paper/typesetter-client.ts'
import type { Deliver } from '../sync/intake/delivered.ts'
import type { SessionReport } from '../sync/session/report.ts'
import type { Server, Visiting } from './server-parts.ts'
import type { Opening } from './session/opening.ts'
import type { Visit } from './session/visit.ts'

/**
 * The server part of a brick: routes that need more than the tables. `brick.ts` of the brick
 * attaches it, so that no floor names a brick.
 */

/**
 * A backup that came by page, to be put back while the page is closed. `isNew`: nobody has opened
 * the page of this folder.
 */
export type PutBack = Readonly<{ file: string; passphrase: string; isNew: boolean }>
/**
 * The outcome of a restore, as the sentences of the page that follows. `isHere`: it is read at the
 * machine itself.
 */
export type PutBackSaid = (
  lang: Lang,
  isHere: boolean,
) => Readonly<{ done: boolean; sentences: readonly string[] }>

/**
 * `yes`: more than comes at once is taken · `expected`: the box that the keeper meant, by its name;
 * another one at that address is not met.
 */
export type SessionChoice = Readonly<{ yes?: boolean; expected?: string }>

/** The ports of a running box: `app/serve.ts` makes them, the server parts of bricks use them. */
export type Services = Readonly<{
  folder: string
  /** The module that lists the bricks, for a thread that loads them. */
  bricksAt: URL
  /** Whether an address of the local network may be fetched. */
  allowLocal: boolean
  /** The right to open the page for the first time. */
  opening: Opening
  logSql: Statements
  tables: Statements
  clock: MachineClock
  /** The helper that works as root, on an installed box. */
  hand: MachineHelper | undefined
  /** Delivers a bundle file within the intake limit of its author. */
  deliver: Deliver
  typesetter: Typesetter
  /** Backups and exports that the keeper asks for by page. */
  saves: Saves
  /** Closes the page, puts a backup back and opens again; false while another is being put back. */
  putBack: (of: PutBack) => boolean
  /** The outcome of the last one. */
  putBackSaid: PutBackSaid | undefined
  /** Goes and meets another box. */
  meet: (address: string, how?: SessionChoice) => Promise<SessionReport>
}>

export type ServerPart = (app: Hono, server: Server, services: Services) => void
/** Routes that the tables alone answer. */
export type CopyPart = (app: Hono, server: Server) => void

/** The values of a sign-in form: a typed card number, a pending post, the requested page. */
export type WayInFilled = Readonly<{
  number?: string | undefined
  held?: Html | undefined
  way?: Html | undefined
}>
/**
 * How members sign in, with a card. At most one brick provides it.
 *
 * Shape   `routes`: its own addresses. `form`: its part of the sign-in page. `opens`: the cards or
 *         codes that open a member’s page now. `closeGone`: withdraws cards and ends visits of
 *         members who are gone. `came`: notes that a member reads on a screen.
 */
export type WayIn = Readonly<{
  routes: CopyPart
  form: (server: Server, visit: Visit, filled: WayInFilled) => Html
  opens: (local: Local, member: string, now: number) => SignInWays
  /** What the next page says to a visit that was closed with its card. */
  closedVisit: (server: Server, visit: Visit, member: string) => string
  closeGone: (local: Local, isHere: (member: string) => boolean) => void
  came: (server: Server, member: string, lang: Lang) => Promise<void>
}>
export const wayInOf = (bricks: readonly ServedBrick[]): WayIn | undefined =>
  bricks.find(brick => brick.wayIn)?.wayIn

/**
 * Shape   `server`: on a running box · `copy`: on a running box, before `server`, and in a copy of
 *         the commons (`data/site.ts`).
 *         `picture`: the pictures that come with the program, for the prints of this brick.
 * Law     a path belongs to one brick: Hono answers by the first route that matches, in the order
 *         of `app/bricks.ts`.
 */
export type Parts = Readonly<{
  server?: ServerPart
  copy?: CopyPart
  wayIn?: WayIn
  picture?: PictureOf
}>
export type ServedBrick = Brick & Parts

/** A brick with its server part. */
export const served = (brick: Brick, parts: Parts): ServedBrick => ({ ...brick, ...parts })

/** A picture that comes with one of these bricks. */
export const pictureWith = (bricks: readonly ServedBrick[], hash: string): Uint8Array | undefined =>
  bricks.reduce<Uint8Array | undefined>((found, brick) => found ?? brick.picture?.(hash), undefined)

export function copyRoutes(app: Hono, server: Server): void {
  const bricks: readonly ServedBrick[] = server.source.bricks
  for (const brick of bricks) brick.copy?.(app, server)
}

export function brickRoutes(app: Hono, server: Server, services: Services): void {
  const bricks: readonly ServedBrick[] = server.source.bricks
  for (const brick of bricks) {
    brick.copy?.(app, server)
    brick.server?.(app, server, services)
  }
}

/** A visit to a route of a brick’s server part, with the services. */
export type ServedVisit<S = Services> = Visiting & Readonly<{ services: S }>
