import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Blank, PrintBlock, TextRun } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { isMinorIn } from '../model/agreement.ts'
import { aboutOf, isPresentOnly, linesOf, type StripLine } from '../model/agreement-lines.ts'
import type { Namesake } from '../model/namesakes.ts'
import { calledOr, knownName, type Someone } from '../model/people.ts'
import type { fr } from '../words/fr.ts'
import { reviewWords } from '../words/words.ts'
import { keeperName } from './keeper.ts'

type Words = typeof fr

/** A line as its person reads it; one word alone says what it is: *un groupe : Mairie*. */
export function lineSaid(
  { request: { lang } }: Pick<Kit, 'request'>,
  { type, words }: Omit<StripLine, 'piece'>,
): string {
  const kinds: Readonly<Record<string, string>> = reviewWords(lang).agreement.kinds
  const kind = kinds[type.name]
  return /\s/u.test(words.trim()) || kind === undefined
    ? words
    : `${kind}${reviewWords(lang).colon}${words}`
}

/**
 * *2. *: of several lines each has its number, by which what is written under them says the line
 * that it corrects.
 */
export const numberOf = (lines: readonly StripLine[], at: number): string =>
  lines.length > 1 ? `${at + 1}. ` : ''
/** The words before which a person writes how a line should read. */
export const mendedLabel = (
  { lang }: Pick<Kit['request'], 'lang'>,
  lines: readonly StripLine[],
): string => {
  const w = reviewWords(lang).agreement
  return lines.length > 1 ? w.lineNumbered : w.lineWords
}
/** Of more lines than these there is room to correct two. */
const MANY_LINES = 3

/**
 * A strip to cut off: its left side says what is asked, its right side has what to tick and where
 * to write. It is never cut over two pages.
 *
 * Shape   `keeper`: the way back to the keeper; a strip says it once. `same`: which one of several
 *         of one name.
 */
export function stripOnPaper(
  page: PageContext<Words>,
  someone: Someone,
  { keeper, same }: Readonly<{ keeper: string; same: Namesake | undefined }>,
): PrintBlock {
  const { kit, read, words } = page
  const w = words.agreement
  const called = calledOr(someone.name, w.numberAlone)
  const about = aboutOf(read.types, read, someone)
  const lines = linesOf(read.types, read, someone)
  const apart = about.filter(one => !lines.some(line => line.words === one))
  const code = codeSaid(read, someone.first.id)
  const known = knownName(someone.name)
  const shown = w.shownOnPaper(kit.territory?.name ?? '', known, {
    isAny: about.length > 0,
    apart,
  })
  return {
    is: 'kept',
    blocks: [
      { is: 'rule' },
      {
        is: 'beside',
        wide: [0.85, 1],
        columns: [
          [
            {
              is: 'items',
              bare: true,
              tight: true,
              items: [
                {
                  words: [{ b: called }, ...(same ? [` · ${w.namesake(same)}`] : [])],
                  ...(code ? { code: `${words.stripCode} ${code}` } : {}),
                },
              ],
            },
            { is: 'small', words: `${known ? w.named : w.wrote} ${shown}` },
            { is: 'small', words: w.no(about) },
            { is: 'small', words: `${words.agreement.unnamedReachHint} ${w.back(keeper, about)}` },
          ],
          asked(page, someone, lines),
        ],
      },
      // From side to side: a sentence needs room.
      ...(lines.length > 0
        ? [
            {
              is: 'blanks' as const,
              blanks: [
                {
                  label: mendedLabel(kit.request, lines),
                  lines: lines.length > MANY_LINES ? 2 : 1,
                },
              ],
            },
          ]
        : []),
    ],
  }
}

/** What to tick, and the lines to write on. */
function asked(
  { kit, read, words }: PageContext<Words>,
  someone: Someone,
  lines: readonly StripLine[],
): readonly PrintBlock[] {
  const w = words.agreement
  const isMinor = isMinorIn(someone)
  const ticks = (all: readonly string[], before: readonly TextRun[] = []): PrintBlock => ({
    is: 'words',
    words: [...before, ...all.map(tick => ({ tick }))],
  })
  const blank = (label: string, lines = 1): Blank => ({ label, lines })
  const own = knownName(someone.name) ? [] : [blank(w.ownName)]
  const line = (label: string, all: readonly string[]): PrintBlock =>
    ticks(all, [{ b: label }, '\u2003'])
  return [
    ticks([words.agreeYes, words.agreeUnnamed, words.agreeNo]),
    ...(isMinor
      ? [
          { is: 'small' as const, words: w.minor },
          ticks([w.parentYes]),
          { is: 'blanks' as const, blanks: [blank(w.parentName)] },
        ]
      : []),
    ticks([words.agreePrinted]),
    ...lines.map((one, at) =>
      line(`${numberOf(lines, at)}${lineSaid(kit, one)}`, Object.values(w.line)),
    ),
    ...(isPresentOnly(read, someone) ? [line(w.present, [w.line.right, w.line.drop])] : []),
    {
      is: 'blanks',
      blanks: [...own, blank(w.reach), blank(words.stripKept(keeperName(kit)))],
    },
  ]
}
