import { type Html, html } from '../contract/html.ts'
import type { MenuEntry } from '../contract/slots.ts'
import type { Lang } from '../core/lang.ts'
import { actButton } from './post.ts'
import { inTongue, within, withoutTongue } from './tongue.ts'
import { uiWords } from './words.ts'

/** The addresses that the frame itself names; the web room may give its own. */
const ADDRESSES = {
  look: '/look.css',
  home: '/',
  search: '/chercher',
  whoKeeps: '/qui-tient-cette-page',
  signIn: '/entrer',
  signOut: '/sortir',
  harvest: '/cueillette',
  toShow: '/a-montrer',
  myTasks: '/mes-suites',
  mine: '/moi',
  keep: '/tenir',
  ticket: '/billet',
}
export type Addresses = typeof ADDRESSES

/** An entry of the black bar that bears a number. */
export type Counted = Readonly<{ href: string; words: string; n: number }>

/** The page's picture in a tab and on a telephone's first screen; how that telephone keeps it. */
export type Icons = Readonly<{ tab: string; phone: string; manifest: string }>

export type FrameOf = Readonly<{
  lang: Lang
  /** Of this page alone; the page's name follows it in the browser's title. */
  title: string
  /** What the village calls its page. */
  name: string
  body: Html
  /** The address asked, without its query. */
  path: string
  /** The query asked, without `?`: the language link keeps it. */
  query?: string
  menu: readonly MenuEntry[]
  /**
   * The menu's entry that this page belongs to, by its address; else the longest that the address
   * begins with.
   */
  current?: string
  /** Who answers for the page, as they say it. */
  keptBy?: string
  /** Other sentences of the footer: *Nouvelles de Boën, arrivées mardi*. */
  foot?: readonly Html[]
  /** The page is open on behalf of the person who keeps it. */
  keeper?: boolean
  /** The name of the member who is signed in. */
  member?: string
  /**
   * What is theirs, beside their own page; without `always`, in the bar only when something waits
   * there.
   */
  theirs?: readonly Readonly<{ href: string; words: string; always?: true }>[]
  /** What waits for whoever reads, by the address where it is answered. */
  waits?: readonly Counted[]
  /** Hidden fields that every form must carry. */
  form?: Html
  /** What was searched, shown again in its field. */
  asked?: string
  /** The address of a script, for the one page that is let run it. */
  script?: string
  icons?: Icons
  at?: Partial<Addresses>
  /** Whether a brick of this house serves an address of the frame. Absent: each is served. */
  isServed?: (href: string) => boolean
}>

/** Which entry of the menu is lit. */
export function currentEntry(o: Pick<FrameOf, 'path' | 'menu' | 'current'>): string | undefined {
  if (o.current) return o.current
  const under = (href: string): boolean => o.path === href || o.path.startsWith(`${href}/`)
  return o.menu
    .map(entry => entry.href)
    .filter(under)
    .sort((a, b) => b.length - a.length)[0]
}

/** The same page in the other language: the query stays, `langue` changes. */
export function otherLanguage(o: Pick<FrameOf, 'path' | 'query' | 'lang'>): string {
  const query = new URLSearchParams(o.query ?? '')
  query.set('langue', o.lang === 'fr' ? 'en' : 'fr')
  return `${o.path}?${query}`
}

function top(o: FrameOf, at: Addresses): Html {
  const w = uiWords(o.lang)
  const lit = currentEntry(o)
  const entries = [...o.menu].sort((a, b) => a.order - b.order)
  return html`
    <header class="top">
      <div class="wrap">
        <a class="brand" href="${at.home}">${inTongue(o.name, o.lang)}</a>
        ${
          entries.length > 0 &&
          html`
            <nav aria-label="${w.menu}">
              ${entries.map(
                entry =>
                  html`
                    <a href="${entry.href}"${entry.href === lit && html` aria-current="page"`}>
                      ${entry.words}
                    </a>
                  `,
              )}
            </nav>
          `
        }
        <form role="search" class="search" action="${at.search}">
          <input
            type="search"
            name="q"
            value="${o.asked ?? ''}"
            placeholder="${w.searchHint}"
            aria-label="${w.searchLabel}"
            maxlength="200"
          >
          <button>${w.search}</button>
        </form>
      </div>
    </header>
  `
}

/** `idle`: on a telephone it shows only when something waits there. */
type Entry = Readonly<{ href: string; words: string; n?: number | undefined; idle?: boolean }>

/** The entry of a brick: none where the brick is out. */
const whereServed = ({ isServed }: FrameOf, entry: Entry): readonly Entry[] =>
  isServed?.(entry.href) === false ? [] : [entry]

/** The black bar: who is signed in, what is theirs with how much of it waits, the way out. */
function bar(
  o: FrameOf,
  at: Addresses,
  {
    called,
    entries,
    hello,
  }: Readonly<{ called: string; entries: readonly Entry[]; hello?: Html | undefined }>,
): Html {
  const w = uiWords(o.lang)
  const link = ({ href, words, n = 0, idle = false }: Entry): Html => {
    const rare = idle && n === 0 && html` class="idle"`
    return html`
      <a href="${href}"${rare}${o.path === href && html` aria-current="page"`}>
        ${words}
        ${n > 0 && html`\u00a0<b>(${n})</b>`}
      </a>
    `
  }
  return html`
    <nav class="keeper" aria-label="${called}">
      <div class="wrap">
        ${hello !== undefined && html`<span>${hello}</span>`}
        ${entries.map(link)}
        ${actButton(o.form ?? html``, at.signOut, { look: '', button: w.signOut })}
      </div>
    </nav>
  `
}

/**
 * Their own page, what waits for them, and what they look for most; the rest stands on their own
 * page.
 */
function memberBar(o: FrameOf, at: Addresses): Html | false {
  if (o.member === undefined) return false
  const w = uiWords(o.lang)
  const [waits, theirs] = [o.waits ?? [], o.theirs ?? []]
  const on = (href: string): number | undefined => waits.find(one => one.href === href)?.n
  const entries = [
    { href: at.mine, words: w.mine, n: on(at.mine) },
    ...waits.filter(one => one.href !== at.mine && !theirs.some(({ href }) => href === one.href)),
    ...theirs
      .filter(one => one.always || on(one.href) !== undefined)
      .map(({ href, words }) => ({ href, words, n: on(href) })),
  ]
  // On a telephone the name alone says who is here, so that the bar holds on one line.
  const hello = html`<span class="at-wide">${w.hello} </span>${inTongue(o.member, o.lang)}`
  return bar(o, at, { called: w.memberMenu, entries, hello })
}

/**
 * The keeper's entries stand where they always do; of what waits elsewhere the first is named, the
 * others are one number on the page that tells them all: on a telephone the bar holds on one line,
 * on two when something waits elsewhere.
 */
function keeperBar(o: FrameOf, at: Addresses): Html | false {
  if (!o.keeper) return false
  const w = uiWords(o.lang)
  const own: readonly Entry[] = [
    ...whereServed(o, { href: at.harvest, words: w.harvest }),
    { href: at.toShow, words: w.toShow, idle: true },
    ...whereServed(o, { href: at.myTasks, words: w.myTasks, idle: true }),
  ]
  const waits = o.waits ?? []
  const [named, ...others] = waits.filter(({ href }) => !own.some(one => one.href === href))
  const entries = [
    ...own.map(one => ({ ...one, n: waits.find(({ href }) => href === one.href)?.n })),
    ...(named ? [named] : []),
    { href: at.keep, words: w.keep, n: others.reduce((sum, { n }) => sum + n, 0) },
  ]
  return bar(o, at, { called: w.keeperMenu, entries })
}

function foot(o: FrameOf, at: Addresses): Html {
  const w = uiWords(o.lang)
  const other: Lang = o.lang === 'fr' ? 'en' : 'fr'
  return html`
    <footer class="foot">
      <div class="wrap">
        ${o.keptBy && html`<span>${within(w.keptBy(o.keptBy), o.keptBy, o.lang)}</span>`}
        ${(o.foot ?? []).map(piece => html`<span>${piece}</span>`)}
        ${whereServed(o, { href: at.whoKeeps, words: w.whoKeeps }).map(
          ({ href, words }) => html`<a href="${href}">${words}</a>`,
        )}
        ${
          !o.keeper &&
          o.member === undefined &&
          html`<a href="${at.ticket}">${w.myTicket}</a><a href="${at.signIn}">${w.signIn}</a>`
        }
        <a href="${otherLanguage(o)}" lang="${other}" hreflang="${other}" rel="alternate">
          ${w.otherLanguage}
        </a>
        <span>${w.colophon}</span>
      </div>
    </footer>
  `
}

/**
 * A whole page. No inline style, and no script but for a page that asks for its own, so that a
 * strict policy may forbid both. No preloading of fonts: on a slow line they took the style sheet's
 * place, and the first words came a quarter of a second later (1.36 s for 1.11; bench/view.ts).
 */
export function frame(o: FrameOf): string {
  const at: Addresses = { ...ADDRESSES, ...o.at }
  const title = o.path === at.home || o.title === o.name ? o.name : `${o.title} · ${o.name}`
  return html`
    <!doctype html>
    <html lang="${o.lang}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <link rel="stylesheet" href="${at.look}">
        ${
          o.icons &&
          html`
            <link rel="icon" href="${o.icons.tab}" type="image/svg+xml">
            <link rel="apple-touch-icon" href="${o.icons.phone}">
            <link rel="manifest" href="${o.icons.manifest}">
          `
        }
        ${o.script !== undefined && html`<script src="${o.script}" defer></script>`}
      </head>
      <body>
        <a class="skip" href="#page">${uiWords(o.lang).skip}</a>
        ${keeperBar(o, at)}
        ${memberBar(o, at)}
        ${top(o, at)}
        <main class="wrap" id="page" tabindex="-1">${withoutTongue(o.body, o.lang)}</main>
        ${foot(o, at)}
      </body>
    </html>
  `.html
}
