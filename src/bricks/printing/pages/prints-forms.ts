import type { PageContext, Print } from '../../../contract/page.ts'
import type { Blank, Paper, PrintBlock, PrintText as Said } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { dayPlain } from '../../../text/days.ts'
import { type FormRow, formOf, formsMade, subjectOf, titleOf } from '../model/forms.ts'
import { keeperOf } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const ACROSS = 2
/** A slip of a ride asks more, and is taller. */
const DOWN = { notices: 3, rides: 2 } as const
const LINES_QUESTION = 18
const LINES_PRESENCE = 20

/** Blank slips of notices, whether or not somebody prepared them; with a code when they were. */
const slips: Print<Words> = {
  kind: 'billets',
  make: (kit, read, words) => {
    const isRides = kit.request.query['sorte'] === 'trajets'
    const kind = isRides ? 'rides' : 'notices'
    // What stays here is said to the keeper alone.
    const made =
      kit.request.by === 'keeper' ? formsMade(read).find(one => one.kind === kind) : undefined
    return slipsOf(kind, made && codeSaid(read, made.id), { kit, read, words })
  },
}

/** One paper that was prepared: its slips, or its sheet. */
const one: Print<Words> = {
  kind: 'billets',
  ofOne: true,
  who: 'keeper',
  make: (kit, read, words) => {
    const form = formOf(read, kit.request.params['id'] ?? '')
    if (!form) return undefined
    const code = codeSaid(read, form.id)
    if (form.kind === 'notices' || form.kind === 'rides')
      return slipsOf(form.kind, code, { kit, read, words })
    return sheetOf(form, code, { kit, read, words })
  },
}

function slipsOf(
  kind: 'notices' | 'rides',
  code: string | undefined,
  { kit, read, words }: PageContext<Words>,
): Paper {
  const keeper = keeperOf(read) ?? words.keeper
  const head: Said = [
    { b: kit.territory?.name ?? words.noName },
    ...(code === undefined ? [] : [` · ${words.code} `, { b: code }]),
  ]
  const slip: readonly PrintBlock[] = [
    { is: 'small', words: head },
    { is: 'blanks', blanks: kind === 'notices' ? noticeBlanks(words) : rideBlanks(words) },
    { is: 'small', words: words.backTo(keeper) },
  ]
  const down = DOWN[kind]
  return {
    title: words.forms[kind],
    lang: kit.request.lang,
    size: 'a4',
    layout: 'cards',
    points: 12,
    across: ACROSS,
    down,
    blocks: [],
    each: Array.from({ length: ACROSS * down }, () => slip),
  }
}

/** The fields of a notice on paper, in the order in which they are keyed. */
export const noticeBlanks = (words: Words): readonly Blank[] => [
  { label: words.slip.whoWhere, lines: 1 },
  { label: words.slip.kind, ticks: [words.slip.offer, words.slip.need, words.slip.hand] },
  { label: words.slip.what, lines: 2 },
  { label: words.slip.reach, lines: 1 },
  { label: words.slip.until, lines: 1 },
  { label: words.slip.agree, ticks: [words.slip.here, words.slip.around] },
]

/** *Je descends à…* */
const rideBlanks = (words: Words): readonly Blank[] => [
  { label: words.slip.who, lines: 1 },
  { label: words.slip.leaves, lines: 1 },
  { label: words.slip.to, lines: 1 },
  { label: words.slip.by, lines: 1 },
  { label: words.slip.time, lines: 1 },
  { label: words.slip.backAt, lines: 1 },
  { label: words.slip.seats, ticks: ['1', '2', '3', '4'] },
  { label: words.slip.day, lines: 1 },
  { label: words.slip.each, ticks: words.slip.week },
  { label: words.slip.reach, lines: 1 },
  { label: words.slip.agree, ticks: [words.slip.here, words.slip.around] },
]

/**
 * A question with its answers, or who was there: lines to fill in, in the order in which they are
 * keyed.
 */
function sheetOf(
  form: FormRow,
  code: string | undefined,
  { kit, read, words }: PageContext<Words>,
): Paper {
  const keeper = keeperOf(read) ?? words.keeper
  const isQuestion = form.kind === 'question'
  const w = words.columns
  const columns = isQuestion
    ? [
        { head: w.name, wide: 2 },
        { head: w.answer, wide: 2.4 },
        { head: w.saying, wide: 4 },
      ]
    : [
        { head: w.name, wide: 3 },
        { head: w.reach, wide: 4 },
        { head: w.tellMe, wide: 2.2 },
      ]
  const blank: readonly Said[] = isQuestion
    ? ['', [w.yes, w.maybe, w.no].map(tick => ({ tick })), '']
    : ['', '', [{ tick: w.yes }]]
  return {
    title: titleOf(form, kit.request, read, words),
    lang: kit.request.lang,
    size: 'a4',
    layout: 'flow',
    fits: 1,
    foot: [words.backTo(keeper), words.printed(dayPlain(kit.request.today, kit.request.lang))],
    blocks: [
      {
        is: 'small',
        words:
          `${kit.territory?.name ?? words.noName} · ` +
          `${isQuestion ? words.forms.question : words.forms.presence}`,
      },
      { is: 'title', words: titleOf(form, kit.request, read, words) },
      { is: 'words', words: isQuestion ? words.questionLead : words.presenceLead },
      {
        is: 'table',
        columns,
        rows: Array.from({ length: isQuestion ? LINES_QUESTION : LINES_PRESENCE }, () => blank),
        roomy: true,
        least: 8,
        more: '',
      },
      { is: 'small', words: words.staysHere },
      ...(code === undefined ? [] : [{ is: 'code' as const, code, says: words.code }]),
    ],
  }
}

/**
 * Who was there, of an event or a meeting: blank for anybody; with its code, for the keeper who
 * prepared one.
 */
const attendance: Print<Words> = {
  kind: 'feuille',
  ofOne: true,
  make: (kit, read, words) => {
    const about = kit.request.params['id'] ?? ''
    const type = read.called(about)?.type
    const day = subjectOf(`${about} ${kit.request.query['jour']}`).day
    if (type !== 'event' && type !== 'meeting') return undefined
    const made =
      kit.request.by === 'keeper'
        ? formsMade(read).find(
            form =>
              form.kind === 'presence' &&
              form.about === about &&
              (day === null || form.day === null || form.day === day),
          )
        : undefined
    const blank: FormRow = {
      id: '',
      kind: 'presence',
      about,
      day,
      asks: null,
      madeOn: null,
      photos: null,
    }
    return sheetOf(
      made ? { ...made, day: made.day ?? day } : blank,
      made && codeSaid(read, made.id),
      { kit, read, words },
    )
  },
}

export const formPrints: readonly Print<Words>[] = [slips, one, attendance]
