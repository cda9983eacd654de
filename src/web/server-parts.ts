import type { Context } from 'hono'
import type { Member } from '../contract/command.ts'
import type { Kit } from '../contract/kit.ts'
import type { Cache, Leaf } from '../contract/page.ts'
import type { TurnAsked } from '../engine/turn.ts'
import type { Worded } from '../engine/worded.ts'
import type { Local } from '../files/local.ts'
import type { FileKeep } from '../files/server-files.ts'
import type { Fill } from './pages/holes.ts'
import type { PageSource, RefusedForm } from './pages/kit.ts'
import type { PageAssets } from './pages/respond.ts'
import type { Posted } from './post/form-in.ts'
import type { HeldLately } from './post/pending-post.ts'
import type { SentLately } from './post/sent-lately.ts'
import type { Senders } from './session/senders.ts'
import type { Visit } from './session/visit.ts'

/** The parts that the rooms of `web` share: pages, secrets, the way to the writer. */
export type Server = Readonly<{
  source: PageSource
  local: Local
  /** Asks the writer for a turn. The answer is in the asker’s words. */
  turn: (asked: TurnAsked) => Promise<Worded>
  waiting: () => number
  /** Names and addresses under which this box may be asked. */
  hosts: () => ReadonlySet<string>
  /**
   * Where a keeper may sign in, when https is there; the ports that they really have, known once
   * the box listens.
   */
  tlsPort: () => number | undefined
  /** Where everybody reads, by http. */
  port: () => number | undefined
  /**
   * The address that people type and papers print. Undefined while only this machine knows the box.
   */
  at: () => string | undefined
  look: PageAssets
  version: string
  /**
   * Called with a keeper’s passphrase, when they choose it or sign in. It is stored nowhere.
   * `keeper`: `''` is the first.
   */
  entered?: (keeper: string, passphrase: string) => void
  /**
   * Called before a keeper is ended. True when the machine then makes no backup by itself, until a
   * keeper signs in.
   */
  keeperEnds?: (keeper: string) => boolean
  /** Whether the passphrase of this keeper opens the backups that are made from now. */
  opensBackups?: (keeper: string) => boolean
  /** Where files that people send are put; absent where nothing is taken. */
  files?: FileKeep
  report: (error: unknown) => string
  visit: (c: Context) => Visit
  /** The member with this id, or undefined. */
  member: (id: string) => Member | undefined
  answer: (
    c: Context,
    visit: Visit,
    leaf: Leaf,
    opts?: Readonly<{ status?: number; cache?: Cache; fillFor?: () => Fill }>,
  ) => Response
  /**
   * The page at an address, as a browser would get it; undefined when there is none or it is not
   * for this visit.
   */
  leafAt: (path: string, visit: Visit, again?: RefusedForm) => Leaf | undefined
  /** The kit of a page at this address, for this visit. */
  kitAt: (path: string, visit: Visit) => Kit
  /** Continues with a pending post. */
  resume: (c: Context, visit: Visit, path: string, post: Posted) => Promise<Response>
  /** Where such a post goes, for addresses that are no command's. */
  later: Map<string, (c: Context, visit: Visit, post: Posted) => Promise<Response>>
  /** The largest body, in bytes, of addresses that take a file piece by piece. */
  largest: Map<string, number>
  /** From which device what waits was sent. */
  senders: Senders
  /** The posts of the last day, by sender. */
  sentLately: SentLately
  /** The pending posts that were not sent. */
  heldLately: HeldLately
  /** Whether a command that is posted there takes photos. */
  takesPhotos: (path: string) => boolean
}>

/** One HTTP exchange of somebody's visit: the request and its answer, the server, the visit. */
export type Visiting = Readonly<{ c: Context; server: Server; visit: Visit }>
