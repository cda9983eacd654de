import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import type { Asking, Refusal } from './decision.ts'
import type { Html } from './html.ts'
import type { Who } from './permission.ts'

/**
 * One request for a page or a print, as data: the address, the reader and the time. The server
 * makes it from HTTP; pages get it as `kit.request`. A request has no header and no cookie.
 */
export type Request = Readonly<{
  /** The address, without its query. */
  path: string
  /** The parts of the address that its pattern names: `id` of `/annonces/:id`. */
  params: Readonly<Record<string, string>>
  query: Input
  lang: Lang
  by: Who
  /** Which further keeper reads, by the id of their record; absent for the first one. */
  keeper?: string
  /** The member who reads, when one is signed in. */
  me?: string
  /**
   * Whether this member is the one who reads. A page that asks no more than this, of others, is the
   * same page for everybody else of one role.
   */
  isMe: (id: string | null | undefined) => boolean
  /** The name on that member's card. */
  called?: string
  /**
   * The request came by https, or from this machine itself. Otherwise no page shows a private field
   * of anybody, the reader included.
   */
  private: boolean
  /** Milliseconds since 1970, by the box's clock. */
  now: number
  /** The day in the village, as `2026-11-28`. */
  today: string
  /** For how many milliseconds this box has run in its whole life (`core/lived.ts`). */
  lived: () => number
  /**
   * The box's clock was set since this start. Otherwise a day is said as *vers*, and no hour is
   * said.
   */
  sure: boolean
  /** What people type to reach this page: `10.10.10.10`. Absent where no network leads here. */
  address?: string
  /**
   * Where the same pages are read by https: `https://10.10.10.10:8443`, before the path. Absent
   * where the box has no https, or no network leads here.
   */
  secureAddress?: string
  /** Why the form comes back, and what was sent. Absent on a plain GET. */
  again?: FormAgain
  /** The sentence that a turn left for this page, with the button that undoes it, if any. */
  said?: Html
}>

/**
 * A form that comes back as it was sent: after a refusal, with the sentence and its field; or
 * because the person asked for the rest of the form, which is no mistake.
 */
export type FormAgain = Readonly<{ input: Input }> &
  (
    | (Refusal<string> & Readonly<{ asks?: undefined }>)
    | (Asking & Readonly<{ refused?: undefined; field?: undefined; others?: undefined }>)
  )

/** `Request.isMe`, of whoever is known by their id. */
export const isMember =
  (me: string | undefined): Request['isMe'] =>
  id =>
    me !== undefined && id === me
