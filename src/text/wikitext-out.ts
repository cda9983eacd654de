/**
 * The minutes of a meeting as a wiki writes them, so that whoever keeps a wiki goes on with it.
 *
 * Shape   every text is one line or becomes one; `url` makes a link of its words.
 * Law     what our own reader (wikitext.ts) reads of it is each text to the letter, whatever signs
 *         it holds (wikitext-out.test.ts).
 */
export type MinutesLine = Readonly<{ text: string; url?: string | null; more?: string | null }>
export type Minutes = Readonly<{
  title: string
  /** *Date : …*, *Lieu : …*: under the title. */
  facts: readonly Readonly<{ label: string; text: string }>[]
  summary: string
  parts: readonly Readonly<{ title: string; lines: readonly MinutesLine[] }>[]
}>

/** What a wiki calls its marks. */
type Marks = Readonly<{
  heading: (level: 1 | 2, text: string) => string
  item: string
  under: string
  bold: (text: string) => string
  link: (url: string, text: string) => string
  plain: (text: string) => string
}>

const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
const coded = (text: string): string => [...text].map(one => `&#${one.codePointAt(0)};`).join('')
/**
 * Each sign that could begin a markup is said by its number: what MediaWiki and our reader both
 * read back.
 */
const wikiPlain = (text: string): string =>
  oneLine(text).replace(/[&<>[\]{}|~=]|'{2,}|_{2,}|^[*#:;!-]/g, coded)
/** An address in brackets ends at a blank or a bracket. */
const isAddress = (url: string): boolean => /^https?:\/\/[^\s[\]{}|<>"']+$/.test(url)

const WIKI: Marks = {
  heading: (level, text) => `${'='.repeat(level)} ${text} ${'='.repeat(level)}`,
  item: '* ',
  under: '*: ',
  bold: text => `'''${text}'''`,
  link: (url, text) => `[${url} ${text}]`,
  plain: wikiPlain,
}
/**
 * YesWiki begins a markup with two signs alike: they are parted by two pairs of quotes around
 * nothing, which it shows as nothing. Two quotes in a row would open raw HTML: they are parted by a
 * blank.
 */
const yesPlain = (text: string): string =>
  oneLine(text)
    .replace(/"(?=")/g, '" ')
    .replace(/(?<!:)\/(?=\/)|([*_#@%'[\]{}=-])(?=\1)/g, '$&""""')
const YESWIKI: Marks = {
  heading: (level, text) => `${'='.repeat(7 - level)}${text}${'='.repeat(7 - level)}`,
  item: ' - ',
  under: '   ',
  bold: text => `**${text}**`,
  link: (url, text) => `[[${url} ${text}]]`,
  plain: yesPlain,
}

export const wikitextOf = (minutes: Minutes): string => written(minutes, WIKI)
export const yeswikiOf = (minutes: Minutes): string => written(minutes, YESWIKI)

function written({ title, facts, summary, parts }: Minutes, marks: Marks): string {
  const said = facts
    .filter(fact => oneLine(fact.text) !== '')
    .map(fact => `${marks.item}${marks.bold(fact.label)} : ${marks.plain(fact.text)}`)
  const line = ({ text, url, more }: MinutesLine): readonly string[] => {
    const words = marks.plain(text)
    const own = url && isAddress(url) ? marks.link(url, words) : words
    return [
      `${marks.item}${own}`,
      ...(more && oneLine(more) !== '' ? [`${marks.under}${marks.plain(more)}`] : []),
    ]
  }
  const blocks = [
    marks.heading(1, marks.plain(title)),
    said.join('\n'),
    marks.plain(summary),
    ...parts.flatMap(part =>
      part.lines.length > 0
        ? [`${marks.heading(2, part.title)}\n${part.lines.flatMap(line).join('\n')}`]
        : [],
    ),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`
}
