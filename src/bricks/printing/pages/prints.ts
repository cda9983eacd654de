import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said } from '../../../contract/paper.ts'
import type { Request } from '../../../contract/request.ts'
import { dayPlain } from '../../../text/days.ts'
import { keeperOf } from '../model/read.ts'
import { contactOnce, PARTS, type SheetLine, type SheetPart, sundayOf } from '../model/rules.ts'
import { draftOf, lastMade, type WeekSheet } from '../model/sheet.ts'
import type { fr } from '../words/fr.ts'
import { formPrints, noticeBlanks } from './prints-forms.ts'
import { labels } from './prints-labels.ts'

type Words = typeof fr
/** No part is left without its first line. */
const LEAST = 1
/** Units  points: larger letters, while all of it still stands. */
const [LARGE, USUAL] = [12.5, 11]
/** As many as a sheet with nothing else takes. */
const MOST_SLIPS = 8

/**
 * *La feuille de la semaine*: one sheet, both sides. The keeper's is this week's as it stands;
 * anybody else's, the last one made.
 */
const weekly: Print<Words> = {
  kind: 'feuille',
  make: (kit, read, words) => {
    const sheet =
      kit.request.by === 'keeper' ? draftOf(kit, read, words) : lastMade(kit, read, words)
    const [keeper, name] = [keeperOf(read) ?? words.keeper, kit.territory?.name ?? words.noName]
    return (
      sheet &&
      paperOf(sheet, { keeper, name, lang: kit.request.lang, today: kit.request.today }, words)
    )
  },
}

type Head = Readonly<{ name: string; keeper: string; lang: Request['lang']; today: string }>

/**
 * A sheet with all that it may hold, part by part: as many lines as the paper takes by its real
 * measure stand there, none of a part before all have as many, and what room is left has slips to
 * write on.
 */
export function paperOf(
  sheet: WeekSheet,
  { name, keeper, lang, today }: Head,
  words: Words,
): Paper {
  const week = weekSaid(sheet.week, { lang }, words)
  return {
    title: words.sheetOf(name, week),
    lang,
    size: 'a4',
    layout: 'flow',
    columns: 2,
    points: LARGE,
    least: USUAL,
    fits: 2,
    blocks: [
      {
        is: 'masthead',
        over: words.title,
        title: name,
        under: [{ b: week }, ` · ${words.keptBy(keeper)}`],
      },
      ...blocksOf(sheet, keeper, words),
    ],
    foot: [words.toAnswer(keeper), words.printed(dayPlain(today, lang))],
  }
}

/** *du 24 au 30 novembre*. */
export function weekSaid(week: string, request: Pick<Request, 'lang'>, words: Words): string {
  const [from, to] = [dayPlain(week, request.lang), dayPlain(sundayOf(week), request.lang)]
  const isOneMonth = week.slice(0, 7) === sundayOf(week).slice(0, 7)
  return words.fromTo(isOneMonth ? from.replace(/\s.*$/u, '') : from, to)
}

/** The question stands after what is to come, where one has read what others offer and ask. */
function blocksOf(sheet: WeekSheet, keeper: string, words: Words): readonly PrintBlock[] {
  const isEmpty = sheet.shown.length === 0 && !sheet.question
  return [
    ...(isEmpty ? [{ is: 'lead' as const, words: words.nothingNew }] : []),
    ...PARTS.flatMap(part => [
      ...partBlocks(part, sheet, keeper, words),
      ...(part === 'soon' && sheet.question ? questionBlocks(sheet.question, words) : []),
    ]),
    { is: 'left', one: words.leftForNext.one, more: words.leftForNext.more },
    {
      is: 'filling',
      blocks: slipBlocks(keeper, words),
      most: MOST_SLIPS,
    },
  ]
}

function partBlocks(
  part: SheetPart,
  sheet: WeekSheet,
  keeper: string,
  words: Words,
): readonly PrintBlock[] {
  const { contact, lines } = contactOnce(
    [...sheet.shown, ...sheet.left].filter(line => line.part === part),
  )
  if (lines.length === 0) return []
  return [
    { is: 'heading', words: words.parts[part], tall: true },
    ...(part === 'confirm' ? [{ is: 'small' as const, words: words.tellIt(keeper) }] : []),
    ...(contact === undefined ? [] : [{ is: 'small' as const, words: words.unlessSaid(contact) }]),
    {
      is: 'items',
      bare: true,
      items: lines.map(line => ({ words: [{ b: line.words }], under: underOf(line) })),
      least: LEAST,
      more: '',
      again: words.again(words.parts[part]),
    },
  ]
}

function underOf({ under, code }: SheetLine): readonly Said[] {
  if (code === undefined) return under === '' ? [] : [under]
  return [under === '' ? [{ b: code }] : [`${under} · `, { b: code }]]
}

const questionBlocks = (
  question: NonNullable<WeekSheet['question']>,
  words: Words,
): readonly PrintBlock[] => [
  {
    is: 'kept',
    blocks: [
      { is: 'heading', words: words.question, tall: true },
      { is: 'lead', words: [{ b: question.words }] },
      ...(question.under === '' ? [] : [{ is: 'words' as const, words: question.under }]),
      { is: 'blanks', blanks: [{ label: words.yourAnswer, lines: 2 }] },
    ],
  },
]

const slipBlocks = (keeper: string, words: Words): readonly PrintBlock[] => [
  { is: 'heading', words: words.yourTurn, tall: true },
  { is: 'small', words: words.giveItTo(keeper) },
  { is: 'blanks', blanks: noticeBlanks(words) },
]

export const prints: readonly Print<Words>[] = [weekly, ...formPrints, labels]
