import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'hono'
import { generateCookie, getCookie, setCookie } from 'hono/cookie'
import type { Member } from '../../contract/command.ts'
import type { Undo } from '../../contract/decision.ts'
import type { Who } from '../../contract/permission.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { ownJson } from '../../core/narrow.ts'
import {
  keeperIn,
  type Local,
  type Session,
  sessionOf,
  takeClosedVisit,
} from '../../files/local.ts'
import { askerOf, type ConnectedClient } from '../captive/client.ts'
import { queryOf } from '../post/form-names.ts'
import { opaqueName, readSigned, signText } from '../post/signed-text.ts'

/**
 * A visit: the facts about a request’s sender, read once from connection, headers and cookies,
 * never from the body.
 */
export type Visit = ConnectedClient &
  Readonly<{
    lang: Lang
    by: Who
    /** The keeper who is signed in: `''` is the first, another by the id of their record. */
    keeper: string | undefined
    /** The signed-in member. */
    me: string | undefined
    /** How that member is called. */
    called: string | undefined
    session: Session | undefined
    path: string
    query: Input
    said: string | undefined
    /** The way back from what was said. */
    undo: Undo<string> | undefined
  }>

export type NodeEnv = Readonly<{ incoming?: IncomingMessage; outgoing?: ServerResponse }>
const SESSION = 'tenue'
const LANG = 'langue'
const SAID = 'dit'
const DAY_MS = 86_400_000

/** The member with this id, from the bricks. Undefined when they are gone. */
export type MemberOf = (id: string) => Member | undefined

export function visitOf(c: Context, local: Local, now: number, memberOf: MemberOf): Visit {
  const asker = askerOf((c.env as NodeEnv).incoming ?? {})
  const { session, by, called } = signedIn(
    sessionOf(local, getCookie(c, SESSION), now),
    asker.private,
    memberOf,
  )
  const url = new URL(c.req.url)
  const sealed = getCookie(c, SAID)
  const { said, undo } = sealed === undefined ? {} : saidIn(local.secret, sealed)
  if (sealed !== undefined) setCookie(c, SAID, '', { path: '/', maxAge: 0 })
  const query = queryOf(url.search)
  return {
    lang: langOf(c, query),
    by,
    keeper: session && keeperIn(session.who),
    me: session && keeperIn(session.who) === undefined ? session.who : undefined,
    called,
    session,
    ...asker,
    path: withoutSecret(url.pathname),
    query,
    said,
    undo,
  }
}

/** Where a card enters, by its drawing or by its words. */
export const ENTER = '/entrer/carte'
/** A path without a card’s secret, for pages and errors. */
const withoutSecret = (path: string): string =>
  path.toLowerCase().startsWith(`${ENTER}/`) ? ENTER : path

/** The signed-in person: a keeper over a private connection only, a member over any. */
function signedIn(
  session: Session | undefined,
  isPrivate: boolean,
  memberOf: MemberOf,
): Readonly<{ session: Session | undefined; by: Who; called: string | undefined }> {
  const nobody = { session: undefined, by: 'visitor', called: undefined } as const
  if (session && keeperIn(session.who) !== undefined)
    return isPrivate ? { session, by: 'keeper', called: undefined } : nobody
  const member = session && memberOf(session.who)
  return member ? { session, by: member.role, called: member.name } : nobody
}

/**
 * The address's own choice, then the one remembered, then the browser's. French when nothing says
 * otherwise.
 */
function langOf(c: Context, query: Input): Lang {
  const asked = query['langue']
  if (asked === 'fr' || asked === 'en') {
    setCookie(c, LANG, asked, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
    return asked
  }
  const kept = getCookie(c, LANG)
  if (kept === 'fr' || kept === 'en') return kept
  const wanted = (c.req.header('accept-language') ?? 'fr')
    .split(',')
    .map(one => one.trim().slice(0, 2).toLowerCase())
  return wanted.find((one): one is Lang => one === 'fr' || one === 'en') ?? 'fr'
}

export function giveSession(c: Context, token: string, visit: Visit, own: boolean): void {
  setCookie(c, SESSION, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: visit.secure,
    ...(own ? { maxAge: 31_536_000 } : {}),
  })
}
/** Whose visit of this browser was closed with its card, once; its cookie goes. */
export function closedVisitIn(c: Context, local: Local): string | undefined {
  const token = getCookie(c, SESSION)
  const who = token === undefined ? undefined : takeClosedVisit(local, token)
  if (who !== undefined) dropSession(c)
  return who
}
export const dropSession = (c: Context): void => setCookie(c, SESSION, '', { path: '/', maxAge: 0 })

/**
 * The cookie with a random name for a browser without a visit: it tells a repeated notice from
 * another sender’s.
 */
const BROWSER = 'navigateur'
export const knownBrowser = (c: Context): string | undefined => getCookie(c, BROWSER)
export function browserOf(c: Context, secure: boolean): string {
  const known = knownBrowser(c)
  if (known) return known
  const drawn = randomBytes(16).toString('base64url')
  setCookie(c, BROWSER, drawn, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: DAY_MS / 1_000,
  })
  return drawn
}

/**
 * The cookies that a page may depend on, parted as those are who read them. Only what is posted
 * looks at the browser’s.
 */
export const cookiesOfPage = (cookies: string): string =>
  cookies
    .split(';')
    .map(one => one.trim())
    .filter(one => !one.startsWith(`${BROWSER}=`))
    .join('; ')

/**
 * A visitor has no session: that this browser did something lately is known by a cookie of that
 * address alone, which says when, each time.
 */
const DONE = 'fait'
type DoneCookie = Readonly<{ secret: Buffer; path: string; spanMs: number }>

export function noteDone(
  answer: Response,
  { secret, path, spanMs }: DoneCookie,
  times: readonly number[],
): void {
  const maxAge = Math.ceil(spanMs / 1000)
  const cookie = generateCookie(DONE, signText(secret, 'done', `${times.join(',')} ${path}`), {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge,
  })
  answer.headers.append('set-cookie', cookie)
}
export function doneLately(
  c: Context,
  { secret, path, spanMs }: DoneCookie,
  now: number,
): readonly number[] {
  const [times = '', where] = (readSigned(secret, 'done', getCookie(c, DONE) ?? '') ?? '').split(
    ' ',
  )
  if (times === '' || where !== path) return []
  return times
    .split(',')
    .map(Number)
    .filter(at => Math.abs(now - at) < spanMs)
}

type Left = Readonly<{ said?: string; undo?: Undo<string> }>
/**
 * A sentence for the next page, with the way back from what it says; carried by the browser,
 * signed.
 */
export function leaveSaid(
  c: Context,
  secret: Buffer,
  said: string | undefined,
  undo?: Undo<string>,
): void {
  if (!said) return
  const left: Left = { said, ...(undo ? { undo } : {}) }
  setCookie(c, SAID, signText(secret, 'said', JSON.stringify(left)), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: 60,
  })
}
function saidIn(secret: Buffer, sealed: string): Left {
  const text = readSigned(secret, 'said', sealed)
  return text?.startsWith('{') ? ownJson<Left>(text) : {}
}

const NOBODY = 'visitor'
const owner = ({ session }: Pick<Visit, 'session'>): string => session?.key ?? NOBODY
/** The mark of a reader, the same in all their visits. All visitors share one. */
export const markOfVisit = (secret: Buffer, { session }: Pick<Visit, 'session'>): string =>
  session === undefined ? NOBODY : opaqueName(secret, 'who', session.who)
export const isNobody = (mark: string): boolean => mark === NOBODY
/**
 * The token that proves that a form came from a page of ours, for this session and a day. It holds
 * the mark of the signed-in person.
 */
export const tokenFor = (secret: Buffer, visit: Pick<Visit, 'session'>, now: number): string =>
  signText(secret, 'form', `${now} ${owner(visit)} ${markOfVisit(secret, visit)}`)

/** The mark of the person who filled a form, however long ago. Undefined for a foreign token. */
export function filledBy(secret: Buffer, token: string): string | undefined {
  const [, whose, mark = whose] = (readSigned(secret, 'form', token) ?? '').split(' ')
  return mark
}

/** Whether this box made the token within the day, for any session. */
export function wasToken(secret: Buffer, token: string, now: number): boolean {
  const [at = ''] = (readSigned(secret, 'form', token) ?? '').split(' ')
  return at !== '' && Math.abs(now - Number(at)) < DAY_MS
}

/** Whether this box made the token within the day for a signed-in person. */
export function wasSignedIn(secret: Buffer, token: string, now: number): boolean {
  const [, whose = NOBODY] = (readSigned(secret, 'form', token) ?? '').split(' ')
  return whose !== NOBODY && wasToken(secret, token, now)
}

export function isToken(secret: Buffer, visit: Visit, token: string, now: number): boolean {
  const [at = '', whose = ''] = (readSigned(secret, 'form', token) ?? '').split(' ')
  return whose === owner(visit) && Math.abs(now - Number(at)) < DAY_MS
}
