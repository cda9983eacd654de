import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { Brick } from '../../contract/brick.ts'
import { upOf } from '../../contract/clock.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Cache, Leaf } from '../../contract/page.ts'
import type { ToDoReader } from '../../contract/to-do.ts'
import type { Lang } from '../../core/lang.ts'
import { livedAt } from '../../core/lived.ts'
import { untracked } from '../../core/tracking.ts'
import { ownPhones } from '../../engine/member-in.ts'
import { livedIn } from '../../log/lived.ts'
import { frame, type Icons } from '../../ui/frame.ts'
import { heard } from '../../ui/heard.ts'
import { mistakeSaid, sayPage } from '../../ui/say.ts'
import { screen } from '../../ui/screen.ts'
import { ourToken } from '../post/our-token.ts'
import type { NodeEnv, Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { holedBody } from './holed-body.ts'
import { type Fill, filled } from './holes.ts'
import type { PageSource } from './kit.ts'
import { isHeeded, share, shareHoled } from './page-cache.ts'
import { territoryShown } from './territory-shown.ts'
import { countedIn, waitsFor } from './waits.ts'

/**
 * The addresses of style sheets, scripts and icons. `screen`, `script`: those of a screen;
 * `scripts`: those of single pages.
 */
export type PageAssets = Readonly<{
  look: string
  screen?: string
  script?: string
  scripts?: Readonly<Record<NonNullable<Leaf['script']>, string>>
  icons?: Icons
}>

/** A page as a whole document, in the frame with the page’s name, menu and keeper. */
export function document(source: PageSource, visit: Visit, leaf: Leaf, look: PageAssets): string {
  const territory = territoryShown(source.bricks, source.read)
  const called = territory?.name ?? webWords(visit.lang).defaultName
  if (leaf.screen)
    return screen({ ...leaf.screen, title: leaf.title, name: called, body: leaf.body, at: look })
  const menu = source.bricks.flatMap(brick => brick.slots?.menu?.(brick.words[visit.lang]) ?? [])
  const asked = visit.query['q']
  const page = leaf.body.html
  const more = source.bricks.flatMap(
    brick => brick.slots?.foot?.(visit.path, page, brick.words[visit.lang]) ?? [],
  )
  const feet: readonly Html[] = [...(leaf.foot ?? []), ...more]
  return frame({
    lang: visit.lang,
    title: titleHeard(leaf, visit),
    name: called,
    body: heard(leaf.body),
    path: visit.path,
    query: new URLSearchParams(
      Object.entries(visit.query).flatMap(([k, v]) =>
        typeof v === 'string' ? [[k, v]] : v.map(one => [k, one]),
      ),
    ).toString(),
    menu,
    ...(leaf.current ? { current: leaf.current } : {}),
    ...(territory ? { keptBy: territory.keptBy } : {}),
    ...(feet.length > 0 ? { foot: feet } : {}),
    keeper: visit.by === 'keeper',
    ...(visit.called === undefined
      ? {}
      : {
          member: visit.called,
          theirs: source.bricks.flatMap(
            brick => brick.slots?.mine?.(brick.words[visit.lang]) ?? [],
          ),
        }),
    waits: countedIn(waitsFor(source, whomIn(source, visit))),
    get form() {
      return ourToken({ source, local: source }, visit)
    },
    ...(typeof asked === 'string' ? { asked } : {}),
    at: { look: look.look },
    ...(look.icons ? { icons: look.icons } : {}),
    isServed: href => isServed(source.bricks, href),
    ...(leaf.script && look.scripts ? { script: look.scripts[leaf.script] } : {}),
  })
}

/** Whether a brick of this house has pages at this address or under it. */
export const isServed = (bricks: readonly Brick[], href: string): boolean =>
  bricks.some(({ pages }) => pages.some(({ path }) => `${path}/`.startsWith(`${href}/`)))

const whomIn = (
  source: PageSource,
  { by, keeper, me, lang, private: isPrivate }: Visit,
): ToDoReader => ({
  by,
  ...(keeper ? { keeper } : {}),
  ...(me === undefined ? {} : { me }),
  lang,
  private: isPrivate,
  today: source.today(untracked(source.now)),
  clock: source.now,
  lived: () => livedAt(livedIn(source.log), upOf(source)),
  ownPhones: () => ownPhones(source, me),
  territory: () => territoryShown(source.bricks, source.read),
})

/**
 * Whoever listens hears first what the turn before left for this page; of a form that comes back,
 * that it asks, or that it was not taken.
 */
function titleHeard({ title, body }: Leaf, { lang, said }: Visit): string {
  const mistake = mistakeSaid(body, lang)
  if (mistake === 'refused') return titleToMend(title, lang)
  if (mistake === 'asked') return webWords(lang).toAnswer(title)
  const [first = ''] = /^[^.!?]+/.exec(said ?? '') ?? []
  return first.trim() === '' ? title : `${first.trim()} · ${title}`
}

/** *À corriger : Je propose*: whoever listens hears first that it was not taken. */
export function titleToMend(title: string, lang: Lang): string {
  const [before] = webWords(lang).toMend('\n').split('\n')
  return title.startsWith(before!) ? title : webWords(lang).toMend(title)
}

/** A page for an error, with what to do. */
export function sayLeaf(
  title: string,
  sentences: readonly string[],
  visit: Visit,
  acts?: Html,
): Leaf {
  const home = html`<a href="/">${webWords(visit.lang).back}</a>`
  return { title, body: sayPage(title, sentences, acts ?? home) }
}

const SMALL = 1_200

type Sending = Readonly<{
  /** Absent: of the browser that asks. */
  cache?: Cache
  status?: number
  type?: string
  headers?: Readonly<Record<string, string>>
  /** What fills the holes of its forms. */
  fillFor?: () => Fill
  /** It is for everybody, once its holes are filled. */
  isSharedButForms?: boolean
}>
const CONTROL: Readonly<Record<Cache, string>> = {
  shared: 'private, no-cache',
  private: 'private, no-cache',
  none: 'no-store',
}

/**
 * Answers a browser. A cacheable page has a tag, so that an unchanged page costs a line; a shared
 * one goes into the page cache (`page-cache.ts`).
 */
export function send(c: Context, text: string, opts: Sending = {}): Response {
  const type = opts.type ?? 'text/html; charset=utf-8'
  const cache = opts.cache ?? 'private'
  const headers: Record<string, string> = {
    'content-type': type,
    vary: 'accept-encoding, accept-language, cookie',
    ...opts.headers,
  }
  headers['cache-control'] = CONTROL[cache]
  const status = opts.status ?? 200
  const accepted = c.req.header('accept-encoding') ?? ''
  const outgoing = (c.env as NodeEnv | undefined)?.outgoing
  const isKept = isHeeded(outgoing)
  // Whoever asks for the head alone is told the length of the same body.
  const made = (isKept || c.req.method === 'HEAD') && madeWithHoles(text, accepted, opts)
  if (made) {
    if (isKept) shareHoled(outgoing, made.holed)
    const { encoding } = made.holed
    return sent(c, { body: made.first, encoding }, { status, headers })
  }
  const bytes = Buffer.from(opts.fillFor ? filled(text, opts.fillFor()) : text, 'utf8')
  if (cache === 'shared') share(outgoing)
  if (status === 200 && cache !== 'none') {
    const tag = `"${hash('sha1', bytes, 'base64url')}"`
    headers['etag'] = tag
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers)
  }
  return sent(c, packed(bytes, accepted), { status, headers })
}

/** By gzip, or as it is: of brotli no part can be made before the others. */
function madeWithHoles(
  text: string,
  accepted: string,
  { isSharedButForms, fillFor }: Sending,
): ReturnType<typeof holedBody> {
  if (!isSharedButForms || !fillFor) return undefined
  const encoding = text.length >= SMALL && accepts(accepted, 'gzip') ? 'gzip' : undefined
  if (encoding === undefined && accepts(accepted, 'br')) return undefined
  return holedBody(text, fillFor, encoding)
}

function sent(
  c: Context,
  { body, encoding }: Packed,
  { status, headers }: Readonly<{ status: number; headers: Record<string, string> }>,
): Response {
  if (encoding) headers['content-encoding'] = encoding
  headers['content-length'] = String(body.length)
  return c.body(body as Uint8Array<ArrayBuffer>, status as 200, headers)
}

type Packed = Readonly<{ body: Uint8Array; encoding?: 'br' | 'gzip' | undefined }>
function packed(body: Buffer, accepted: string): Packed {
  if (body.length < SMALL) return { body }
  if (accepts(accepted, 'br'))
    return {
      body: brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 4,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }),
      encoding: 'br',
    }
  return accepts(accepted, 'gzip')
    ? { body: gzipSync(body, { level: 5 }), encoding: 'gzip' }
    : { body }
}

/** Source  RFC 9110, 12.5.3: a weight of nought is a refusal. */
const ACCEPTED = { br: acceptedAs('br'), gzip: acceptedAs('gzip') }
const accepts = (accepted: string, encoding: 'br' | 'gzip'): boolean =>
  ACCEPTED[encoding].test(accepted)
function acceptedAs(encoding: string): RegExp {
  return new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`, 'i')
}
