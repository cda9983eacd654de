import type { Brick } from '../../contract/brick.ts'
import { type Html, html } from '../../contract/html.ts'
import { keeperSaid } from '../../contract/keeper.ts'
import type { Kit } from '../../contract/kit.ts'
import { isLetIn, type Role } from '../../contract/permission.ts'
import type { Reader } from '../../contract/reader.ts'
import type { PageQuestion } from '../../contract/search.ts'
import { type CacheBound, keepLast } from '../../core/byte-cache.ts'
import type { Lang } from '../../core/lang.ts'
import { stems, wordsOf } from '../../core/letters/words.ts'
import { isWord } from '../../text/guard/lexicon.ts'
import { saysOtherWord } from '../../text/searching/asked.ts'
import { isEnglish } from '../../text/searching/english-words.ts'
import { OWN, SEEKING } from '../../text/searching/small-words.ts'
import { homeLinks, POINT } from '../../ui/board.ts'
import { linked } from '../../ui/value.ts'
import { matcher } from '../pages/match.ts'
import { webWords } from '../words.ts'
import { plainWords } from './words.ts'

/**
 * What people ask the search about the page itself: each brick declares its own questions, and the
 * house those of its own pages. Entries of the menu, links of a member’s own page and tools of the
 * keeper answer to their names.
 */
const MOST = 3
/** A longer search is a text: it asks only what is asked beside any other words. */
const LONGEST = 80
/**
 * Pages of the house that no brick has, and telephones. All may open them, but those of `tenir` the
 * keeper.
 */
const HOUSE = /^tel:|^\/(?:billet|entrer|donnees|tenir|borne\/sauvegardes)(?=[/?#]|$)/

/** What the search needs of a reader. */
type Asker = Readonly<{ by: Role; lang: Lang }>

/** An answer of the page. `isCall`: it leads to a telephone. */
type PageAnswer = Readonly<{ line: Html; isCall: boolean }>

/** The answers to these words, each a link to a page that this reader may open. */
export function questionsFor(
  bricks: readonly Brick[],
  read: Reader,
  asked: string,
  of: Asker,
): readonly PageAnswer[] {
  const said = saidIn(asked.length > LONGEST ? '' : asked)
  const leads: readonly NamedPage[] = [
    ...declared(bricks, asked, said, of.lang).flatMap(one => {
      const href = hrefFor(bricks, one, of.by)
      return href === undefined ? [] : [{ ...one, href, about: one.text }]
    }),
    ...named(bricks, read, said, of),
  ]
  const told = new Set<string>()
  return leads
    .filter(({ href }) => !told.has(href) && told.add(href))
    .toSorted((a, b) => Number(isCall(b)) - Number(isCall(a)))
    .slice(0, MOST)
    .map(page => ({ line: lineOf(page), isCall: isCall(page) }))
}
const isCall = ({ href }: NamedPage): boolean => href.startsWith('tel:')
/** A link and its sentence. A telephone is a button: a thumb finds it in a hurry. */
const lineOf = (page: NamedPage): Html =>
  isCall(page)
    ? html`
        <div class="stack">
          <p><a class="button" href="${page.href}">${page.words}</a></p>
          <p>${page.about}</p>
        </div>
      `
    : html`
        <p>
          <a href="${page.href}">${page.words}</a>${
            page.about !== undefined && html`${POINT}${page.about}`
          }
        </p>
      `

type Said = Readonly<Record<Lang, readonly string[]>>
/** The stems of the telling words of a search: all but the small words of the language. */
function saidIn(asked: string): Said {
  const words = wordsOf(asked)
  const of = (lang: Lang): readonly string[] =>
    words.filter(word => !smallIn(lang).has(word)).flatMap(word => stems(word, lang))
  return { fr: of('fr'), en: of('en') }
}
const small = new Map<Lang, ReadonlySet<string>>()
const smallIn = (lang: Lang): ReadonlySet<string> => {
  const its = small.get(lang) ?? new Set(wordsOf(webWords(lang).search.small))
  small.set(lang, its)
  return its
}

/** An English sentence, or words that no French dictionary has. */
function isInEnglish(asked: string): boolean {
  const words = wordsOf(asked)
  return isEnglish(words) || words.every(word => !isWord(word))
}

/**
 * Who reads in English asks in French too: these are words of the village. Who reads in French may
 * ask in English.
 */
function declared(
  bricks: readonly Brick[],
  asked: string,
  said: Said,
  lang: Lang,
): readonly PageQuestion[] {
  const whole = asSaid(asked)
  const asks =
    (of: Lang) =>
    ({ phrases }: KnownQuestion): boolean =>
      phrases.some(phrase =>
        phrase.beside === undefined
          ? phrase.whole === whole ||
            (isAsked(phrase, said[of]) && !(of === 'fr' && saysOtherWord(asked, phrase.whole)))
          : phrase.beside.test(`${whole} `),
      )
  const found = readIn(bricks, lang).filter(asks(lang))
  const known = new Set(found.map(({ at }) => at))
  const other: Lang = lang === 'fr' ? 'en' : 'fr'
  const isOther = lang !== 'fr' || isInEnglish(asked)
  const foreign = isOther
    ? readIn(bricks, other).filter(one => !known.has(one.at) && asks(other)(one))
    : []
  const shown = readIn(bricks, lang)
  const all = [...found, ...foreign.map(({ at }) => shown[at]!)].map(({ question }) => question)
  // Of what only some are asked, before what everybody is.
  return all.toSorted((a, b) => Number(a.who === undefined) - Number(b.who === undefined))
}

type Phrase = Readonly<{
  whole: string
  parts: readonly Readonly<{ any: ReadonlySet<string>; isNeeded: boolean }>[]
  /** What a search says, beside any other words. */
  beside?: RegExp
}>
/** A question and its phrases, read once. `at`: its place, the same in each language. */
type KnownQuestion = Readonly<{ at: number; question: PageQuestion; phrases: readonly Phrase[] }>
const kept = new WeakMap<readonly Brick[], Map<Lang, readonly KnownQuestion[]>>()

function readIn(bricks: readonly Brick[], lang: Lang): readonly KnownQuestion[] {
  const langs = kept.get(bricks) ?? new Map<Lang, readonly KnownQuestion[]>()
  const read =
    langs.get(lang) ??
    [
      ...bricks.flatMap(brick => brick.slots?.questions?.(brick.words[lang]) ?? []),
      ...plainWords(lang).questions,
    ].map((question, at) => ({
      at,
      question,
      phrases: question.asked.map(PHRASES[lang]),
    }))
  kept.set(bricks, langs.set(lang, read))
  return read
}

const BESIDE = / …$/
const phraseIn = (phrase: string, lang: Lang): Phrase => ({
  ...(BESIDE.test(phrase) && { beside: besideIn(phrase.replace(BESIDE, '')) }),
  whole: asSaid(phrase),
  parts: phrase.split(' ').map(part => ({
    any: new Set(stems(part.replace(/\*$/, '').replaceAll('/', ' '), lang)),
    isNeeded: !part.endsWith('*'),
  })),
})

/** More than the program has: six words or so each. */
const phrasesOf = (lang: Lang): CacheBound<Phrase> => ({
  name: `phrases of questions ${lang}`,
  most: 8 * 1024 * 1024,
  bytesOf: ({ parts }) => 200 + 300 * parts.length,
})
/** Each is read once, whatever bricks a page has. */
const PHRASES: Readonly<Record<Lang, (phrase: string) => Phrase>> = {
  fr: keepLast(phrasesOf('fr'), phrase => phraseIn(phrase, 'fr')),
  en: keepLast(phrasesOf('en'), phrase => phraseIn(phrase, 'en')),
}

const besideIn = (phrase: string): RegExp =>
  new RegExp(
    `(?:^| )${phrase
      .split(' ')
      .map((part, i) => {
        if (part === '…') return '(?:.* )?'
        const any = part.replace('~', '').split('/').map(asSaid).join('|')
        if (!part.startsWith('~')) return `(?:${any}) `
        return i === 0 ? `(?<!(?:^| )(?:${any}) (?:\\S+ )?)` : `(?!(?:${any}) )`
      })
      .join('')}`,
  )
const asSaid = (words: string): string => wordsOf(words).join(' ')

/** Whether these words ask this phrase: each is one of its own, and none of its own lacks. */
function isAsked({ parts }: Phrase, said: readonly string[]): boolean {
  const found = new Set<object>()
  const isOfThese = (stem: string): boolean => {
    const part = parts.find(({ any }) => any.has(stem))
    return part !== undefined && found.add(part).size > 0
  }
  return (
    said.length > 0 &&
    said.every(isOfThese) &&
    parts.every(part => !part.isNeeded || found.has(part))
  )
}

type NamedPage = Readonly<{ words: string; href: string; about?: string }>

/** Pages that have all these words in their name: of the menu, one’s own, the keeper’s tools. */
function named(
  bricks: readonly Brick[],
  read: Reader,
  said: Said,
  of: Asker,
): readonly NamedPage[] {
  const { by, lang } = of
  if (said[lang].length === 0) return []
  const isMember = by !== 'visitor' && by !== 'keeper'
  const all = bricks.flatMap(({ slots, words: { [lang]: words } }): readonly NamedPage[] => [
    ...(slots?.menu?.(words) ?? []),
    ...(isMember ? (slots?.mine?.(words) ?? []) : []),
    ...(by === 'keeper' ? (slots?.tools?.(words, read) ?? []) : []),
  ])
  return all.filter(({ words }) => {
    const its = stems(words, lang)
    return said[lang].every(stem => its.includes(stem))
  })
}

/** The page that answers this reader, when one does. */
function hrefFor(
  bricks: readonly Brick[],
  { href, mine, keeper, who }: Omit<PageQuestion, 'words' | 'text' | 'asked'>,
  by: Role,
): string | undefined {
  if (who !== undefined && !isLetIn(by, who)) return undefined
  const own = by === 'keeper' ? keeper : by === 'visitor' ? undefined : mine
  return [own, href].find(one => one !== undefined && isOpenTo(bricks, one, by))
}

/**
 * Whether the page at this address lets this reader in. A code that leads to another page answers
 * as one that does not exist: a stranger who tries codes learns nothing by it.
 */
export function isFor(bricks: readonly Brick[], address: string, by: Role): boolean {
  const [path = ''] = address.split(/[?#]/)
  const pages = matcher(bricks.flatMap(brick => brick.pages))(path)
  return pages.some(({ page }) => page.who === undefined || isLetIn(by, page.who))
}
const isOpenTo = (bricks: readonly Brick[], href: string, by: Role): boolean =>
  HOUSE.test(href) ? by === 'keeper' || !/^\/(?:tenir|borne)/.test(href) : isFor(bricks, href, by)

/** The answers of the page itself, a line each, above what people wrote. */
export const pageAnswers = (questions: readonly PageAnswer[]): Html | false =>
  questions.length > 0 && html`<div class="stack">${questions.map(({ line }) => line)}</div>`

/**
 * The ways on, under each search: to write what was searched, to be told of it, and whom to ask.
 * What the page itself answers needs none, unless people wrote of it too.
 */
export function otherWays(
  bricks: readonly Brick[],
  kit: Kit,
  asked: string,
  of: Readonly<{ isFound: boolean; questions: readonly unknown[] }>,
): Html {
  const { lang, by } = kit.request
  const w = webWords(lang).search
  const isOfPage = !of.isFound && of.questions.length > 0
  // A number is no need: nobody asks for it, or waits for it.
  const isNeed = !isOfPage && /\p{L}/u.test(asked)
  const ways = isNeed
    ? bricks.flatMap(brick => brick.slots?.unfound?.(brick.words[lang], asked, by) ?? [])
    : []
  const isAlone = by !== 'keeper' && isSentence(asked) && !of.isFound && of.questions.length === 0
  const keeper = keeperSaid(kit.territory, '').replace(/\.$/, '')
  const relays = isFor(bricks, RELAYS, by) && html`, <a href="${RELAYS}">${w.orRelay}</a>`
  const whom = html`${linked(isAlone ? w.tellWhom(keeper) : w.askWhom(keeper))}${relays}.`
  return html`
    <section class="part stack no-print" id="suite">
      ${of.isFound && html`<h2>${w.notIt}</h2>`}
      ${isAlone && html`<p class="lead">${whom}</p>`}
      ${homeLinks(ways)}
      ${by !== 'keeper' && !isAlone && html`<p class="where">${whom}</p>`}
    </section>
  `
}
const RELAYS = '/relais'

/** More than a thing: who says what they need is helped by a person, and by no shorter word. */
export const isSentence = (asked: string): boolean =>
  !/\d/.test(asked) &&
  (asked.split(/\s+/).length >= SHORTEST_SENTENCE ||
    (wordsOf(asked).length > 1 && wordsOf(asked).some(saysWho)))
const SHORTEST_SENTENCE = 3
const PRONOUNS: ReadonlySet<string> = new Set(
  'je j tu il elle on nous vous ils elles i you he she we they'.split(' '),
)
const saysWho = (word: string): boolean => PRONOUNS.has(word) || OWN.has(word) || SEEKING.has(word)
