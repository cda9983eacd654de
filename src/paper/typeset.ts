import { readFileSync } from 'node:fs'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from '../contract/paper.ts'
import { messageOf } from '../core/narrow.ts'
import { fitting } from './fit.ts'
import { NotSet } from './not-set.ts'
import { picturesIn } from './pictures.ts'
import { latinOf, retold, signsNotShown, withoutPictures, withoutSigns } from './signs.ts'
import { titled } from './titled.ts'

export type SetPaper = Readonly<{ pdf: Uint8Array; pages: number }>
/** The bytes of a file of the box that a print shows, by its hash. */
export type PictureOf = (hash: string) => Uint8Array | undefined

const FONTS = [
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'bricolage-grotesque/400Regular/BricolageGrotesque_400Regular.ttf',
  'bricolage-grotesque/700Bold/BricolageGrotesque_700Bold.ttf',
  'bricolage-grotesque/800ExtraBold/BricolageGrotesque_800ExtraBold.ttf',
]
const fontOf = (name: string): Buffer =>
  readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/${name}`)))
const templateOf = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

let made: Readonly<{ compiler: NodeCompiler; sheet: string; fold: string }> | undefined
/**
 * Made at the first print: the compiler and its fonts weigh some 80 MB, and a box that prints
 * nothing pays nothing.
 */
const setter = () =>
  (made ??= {
    compiler: NodeCompiler.create({
      workspace: NOWHERE,
      fontArgs: [{ fontBlobs: FONTS.map(fontOf) }],
    }),
    sheet: templateOf('sheet.typ'),
    fold: templateOf('fold.typ'),
  })
/** Typst wants a folder; nothing is ever read from this one. */
const NOWHERE = '/nowhere'

/** How often what Typst could not show is taken out, before only Latin is left. */
const MOST_TRIES = 4

/**
 * Sets a print.
 *
 * Law     what people wrote travels as data and is never read as Typst. What must fit its pages
 *         does, and says what it left. Every print that is not imposed is PDF/UA-1, or it is not
 *         made: Typst refuses what would not be. A sign that no letter here can show (an emoji, a
 *         bell) is left out, and takes no other letter along; an empty title has a word; a picture
 *         that no words describe is not read aloud: none of them stops a print.
 * Errors  NotSet.
 */
export function setPaper(paper: Paper, picture: PictureOf = () => undefined): SetPaper {
  let shown = paper
  for (let tries = 0; ; tries++) {
    try {
      return setAsIs(titled(shown), picture)
    } catch (error) {
      const signs = signsNotShown(String(error))
      if (signs.length === 0 || tries > MOST_TRIES) throw error
      shown = retold(
        shown,
        tries === 0
          ? withoutPictures
          : tries < MOST_TRIES
            ? text => withoutSigns(text, signs)
            : latinOf,
      )
    }
  }
}

function setAsIs(paper: Paper, picture: PictureOf): SetPaper {
  const { compiler } = setter()
  const pictures = picturesIn(paper)
  for (const hash of pictures)
    compiler.mapShadow(`${NOWHERE}/pictures/${hash}`, Buffer.from(picture(hash) ?? EMPTY_PICTURE))
  try {
    const document = compiled(fitted(paper))
    const pdf = pdfOf(document, { pdfStandard: 'ua-1' })
    return paper.layout === 'booklet'
      ? folded(pdf, document.numOfPages, paper)
      : { pdf, pages: document.numOfPages }
  } finally {
    compiler.resetShadow()
    compiler.evictCache(10)
  }
}

/** The same print as it stands on its pages, by their real measure. */
export const fitted = (paper: Paper): Paper =>
  fitting(paper, one => compiled(measured(one)).numOfPages)

/** Strips have their height whatever they say: a print is measured without it. */
const measured = (paper: Paper): Paper =>
  paper.strips ? { ...paper, strips: { count: paper.strips.count, lines: [''] } } : paper

/** One white point: a picture that is not there any more. */
const EMPTY_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
)

function compiled(paper: Paper): NodeTypstDocument {
  const { compiler, sheet } = setter()
  return documentOf(
    compiler.compile({
      mainFileContent: sheet,
      inputs: { paper: JSON.stringify(paper, unbroken) },
    }),
  )
}

/**
 * What people typed as keyboards do stands on paper as printers do: a telephone, *de 17 h à 19 h*,
 * a sign after its word, a quotation's marks, and a middle dot after what it follows hold together;
 * an apostrophe between letters is curled.
 */
export const heldTogether = (text: string): string =>
  text
    .replace(/(?<!\d)0\d(?: \d\d){4}(?!\d)/g, number => number.replaceAll(' ', '\u00a0'))
    .replace(/(\d) (?=(?:h|min|€|km|kg|m²)(?!\p{L}))/gu, '$1\u00a0')
    .replace(/(?<=\d[ \u00a0]?h) (?=\d\d(?!\d))/g, '\u00a0')
    .replace(/(?<=\d[ \u00a0]?h(?:[ \u00a0]?\d\d)?) à (?=\d)/g, '\u00a0à\u00a0')
    .replace(/(?<![\p{L}\p{N}])(de|à) (?=\d{1,2}[ \u00a0]?h(?!\p{L}))/gu, '$1\u00a0')
    .replace(/(\S) (?=[:»·](?!\S))/g, '$1\u00a0')
    .replace(/(\S) (?=[?!;](?![\p{L}\p{N}]))/gu, '$1\u202f')
    .replace(/« (?=\S)/g, '«\u00a0')
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')

/**
 * Units   letters: a longer word than people have is a mistake or an address, and may be cut after
 *         so many, rather than leave the sheet.
 */
const [LONG_WORD, CUT_AFTER] = [32, 12]
const cuttable = (text: string): string =>
  text.replace(new RegExp(`[^\\s\u00a0\u202f-]{${LONG_WORD},}`, 'gu'), word =>
    word.replace(new RegExp(`.{${CUT_AFTER}}`, 'gu'), '$&\u200b'),
  )
/** A drawing's numbers are no telephone; a file's name and a mark are not read. */
const UNREAD = new Set(['svg', 'picture', 'mark', 'at'])
const unbroken = (key: string, value: unknown): unknown =>
  typeof value === 'string' && !UNREAD.has(key) ? cuttable(heldTogether(value)) : value

function documentOf(made: ReturnType<NodeCompiler['compile']>): NodeTypstDocument {
  const { result } = made
  if (!result)
    throw new NotSet(JSON.stringify(made.takeDiagnostics()?.shortDiagnostics ?? 'nothing said'))
  return result
}

function pdfOf(
  document: NodeTypstDocument,
  options: Parameters<NodeCompiler['pdf']>[1],
): Uint8Array {
  try {
    return setter().compiler.pdf(document, options)
  } catch (error) {
    throw new NotSet(String(messageOf(error)))
  }
}

/**
 * Pages of A5 in the order in which a sheet of A4 is printed on both sides, then folded: last and
 * first, second and last but one…
 */
export function foldedOrder(pages: number): readonly (readonly [left: number, right: number])[] {
  const all = Math.ceil(pages / 4) * 4
  return Array.from({ length: all / 2 }, (_, side) => {
    const [low, high] = [side + 1, all - side]
    return side % 2 === 0 ? ([high, low] as const) : ([low, high] as const)
  })
}

function folded(pdf: Uint8Array, pages: number, { title, lang }: Paper): SetPaper {
  const { compiler, fold } = setter()
  compiler.mapShadow(`${NOWHERE}/booklet.pdf`, Buffer.from(pdf))
  const sides = foldedOrder(pages)
  const inputs = { fold: JSON.stringify({ title, lang, sides, pages }) }
  const document = documentOf(compiler.compile({ mainFileContent: fold, inputs }))
  return { pdf: pdfOf(document, {}), pages: document.numOfPages }
}
