import { keeperSaid } from '../../../contract/keeper.ts'
import type { Ask, Print } from '../../../contract/page.ts'
import type { Words as Line, Paper, Strips } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { dayAfter, dayPlain } from '../../../text/days.ts'
import { firstSentences, sentencesOf } from '../../../ui/showcase.ts'
import { showcasePaper } from '../../../ui/showcase-paper.ts'
import { saidByShort } from '../../../ui/speaking.ts'
import { noticeOf } from '../model/read.ts'
import { offer } from '../model/records.ts'
import { isClosed, isPast, type Notice } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { kindOf, spokenFor } from './line.ts'

type Words = typeof fr

/** A poster that nobody takes down says for ever what is no longer true. */
const HANGS_DAYS = 92
const STRIPS = 8
/** Units  points: letters of a poster, and down to which size one reads them on a wall. */
const LETTERS = { a4: { points: 18, least: 13 }, a5: { points: 12, least: 9 } } as const

/**
 * *Affichette*: a notice to hang, A4 or A5, with eight strips that live alone in a pocket. No
 * drawing: it would lead nowhere from a wall.
 */
const poster: Print<Words> = {
  kind: 'affichette',
  ofOne: true,
  make: (ask, read, words): Paper | undefined => {
    const found = noticeOf(read, ask.params['id'] ?? '')
    if (!found || isClosed(found.row) || isPast(found.row, ask.today)) return undefined
    const notice = onPaper(found, ask)
    const { id, title, detail, who, reach, until } = notice.row
    const said = codeSaid(read, id)
    const w = words.prints
    const facts = factsOf(notice, ask, words)
    const lines: Line[] = [
      ...(reach ? [reach] : []),
      ...(said ? [[w.orCode, { b: said }] as const] : []),
    ]
    const size = ask.query['format'] === 'a5' ? 'a5' : 'a4'
    const more = w.rest(who || (ask.territory?.keptBy ?? words.keeper))
    return {
      title: title ?? '',
      lang: ask.lang,
      size,
      layout: 'poster',
      fits: 1,
      ...LETTERS[size],
      blocks: [
        { is: 'title', words: title ?? '', size: 'poster' },
        { is: 'sentences', sentences: sentencesOf(detail), least: 0, more },
        ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
        ...(lines.length > 0
          ? [{ is: 'reach' as const, title: who ? w.reachWho(who) : w.reach, lines }]
          : []),
      ],
      foot: [
        ask.territory?.name ?? '',
        w.hangs(
          dayPlain(ask.today, ask.lang),
          dayPlain(until ?? dayAfter(ask.today, HANGS_DAYS), ask.lang),
        ),
      ],
      strips: stripsOf(notice, said, ask, words),
    }
  },
}

/**
 * What its person agreed that paper says; whoever it may not say is reached through who keeps the
 * page.
 */
function onPaper(notice: Notice, ask: Ask): Notice {
  const { kind, row } = notice
  const said = ask.onPaper({ type: kind, id: row.id, who: row.who, reach: row.reach })
  const reach = said.reach || (row.reach ? keeperSaid(ask.territory, '') : '')
  return { ...notice, row: { ...row, who: said.who || null, reach: reach || null } } as Notice
}

/** Where, when, and what is wished in return: what one asks before going. */
function factsOf(
  notice: Notice,
  ask: Ask,
  words: Words,
): readonly (readonly [label: string, value: string])[] {
  const { where, when, against } = notice.row
  const labels = words.types[notice.kind].fields
  const place = [where, commune(notice, ask)].filter(Boolean).join(' · ')
  const all = [
    [
      labels.toldTo.label,
      spokenFor(notice, ask, words) &&
        saidByShort(ask, notice.row.toldTo ?? '', notice.row.who ?? words.someone),
    ],
    [labels.where.label, place],
    [labels.when.label, when],
    [labels.against.label, against],
  ] as const
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}

/**
 * What, who, how, where and when, in the order in which one looks for it in a pocket a week later.
 * A strip does without its village, its hour, its place and its sentence before it does without
 * whom to ask, how, and under which code.
 */
function stripsOf(notice: Notice, said: string | undefined, ask: Ask, words: Words): Strips {
  const { title, who, reach, where, when } = notice.row
  const w = words.prints
  const what =
    notice.row.themes?.[0] === undefined
      ? words.kinds[kindOf(notice)]
      : ask.told(offer, 'themes', [notice.row.themes[0]])
  const [sentence, place] = [who ? title : null, commune(notice, ask)]
  const by = spokenFor(notice, ask, words)
  const lines = [
    w.strip(what, who || (title ?? '')),
    sentence,
    by,
    reach,
    when,
    where,
    place,
    said && `${w.code} ${said}`,
  ]
  const shown = lines.filter(line => typeof line === 'string' && line !== '').map(String)
  const spare = [place, when, where, sentence].flatMap(line =>
    line ? [shown.lastIndexOf(line)] : [],
  )
  return { count: STRIPS, lines: shown, spare }
}

/** As the notice says it: where its person is, nobody guesses. */
const commune = ({ row }: Notice, { communeNamed }: Ask): string | undefined =>
  row.commune ? communeNamed(row.commune) : undefined

/** *La vitrine* of a notice that stands and has photos. */
const showcase: Print<Words> = {
  kind: 'vitrine',
  ofOne: true,
  make: (ask, read): Paper | undefined => {
    const found = noticeOf(read, ask.params['id'] ?? '')
    if (!found || isClosed(found.row) || isPast(found.row, ask.today)) return undefined
    const { title, detail, photos, who, reach, until } = onPaper(found, ask).row
    const sentence = firstSentences(detail)
    return showcasePaper(ask, {
      title: title ?? '',
      sentence,
      photos: photos ?? [],
      who,
      reach: reach ? [reach] : [],
      until,
    })
  },
}

export const prints: readonly Print<Words>[] = [poster, showcase]
