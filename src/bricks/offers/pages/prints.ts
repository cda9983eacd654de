import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { PrintText as Line, Paper, PrintBlock, Strips } from '../../../contract/paper.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { dayAfter, dayPlain } from '../../../text/days.ts'
import { isPicture } from '../../../ui/picture.ts'
import { firstSentences, sentencesOf } from '../../../ui/showcase.ts'
import { showcasePaper } from '../../../ui/showcase-paper.ts'
import { saidByShort } from '../../../ui/speaking.ts'
import { priceSaid, saysPrice } from '../model/price.ts'
import { noticeOf } from '../model/read.ts'
import { offer } from '../model/records.ts'
import { isClosed, isPast, type Notice } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { kindOf, spokenFor } from './line.ts'
import { ridePaper, rideWhen } from './rides/facts.ts'
import { wordWay } from './word-way.ts'

type Words = typeof fr

/** A poster that nobody takes down says for ever what is no longer true. */
const HANGS_DAYS = 92
const STRIPS = 8
/** Units  points: letters of a poster, and down to which size one reads them on a wall. */
const LETTERS = { a4: { points: 26, least: 13 }, a5: { points: 17, least: 9 } } as const

/**
 * *Affichette*: a notice to hang, A4 or A5, with eight strips that live alone in a pocket. No
 * drawing: it would lead nowhere from a wall.
 */
const poster: Print<Words> = {
  kind: 'affichette',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const found = noticeOf(read, kit.request.params['id'] ?? '')
    if (!found || isClosed(found.row) || isPast(found.row, kit.request.today)) return undefined
    const notice = onPaper(found, kit)
    const { id, title, detail, who, reach, until } = notice.row
    const said = codeSaid(read, id)
    const w = words.prints
    const facts = factsOf(notice, kit, words)
    const way = reach === found.row.reach ? wordWay(found, kit, read) : undefined
    const lines: Line[] = [
      ...(reach ? [reach] : []),
      ...(way ? [way] : []),
      ...(said ? [[w.orCode, { b: said }] as const] : []),
    ]
    const size = kit.request.query['format'] === 'a5' ? 'a5' : 'a4'
    const more = w.rest(who || (kit.territory?.keptBy ?? words.keeper))
    return {
      title: title ?? '',
      lang: kit.request.lang,
      size,
      layout: 'poster',
      fits: 1,
      ...LETTERS[size],
      blocks: [
        { is: 'title', words: title ?? '', size: 'poster' },
        ...pictureOf(notice, size),
        { is: 'sentences', sentences: sentencesOf(detail), least: 0, more },
        ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
        ...(lines.length > 0
          ? [{ is: 'reach' as const, title: who ? w.reachWho(who) : w.reach, lines }]
          : []),
      ],
      foot: [
        kit.territory?.name ?? '',
        w.hangs(
          dayPlain(kit.request.today, kit.request.lang),
          dayPlain(until ?? dayAfter(kit.request.today, HANGS_DAYS), kit.request.lang),
        ),
      ],
      strips: stripsOf(notice, said, kit, words),
    }
  },
}

/** Units  millimetres: the first photo, lower under a long sentence: one sheet holds both. */
const TALL = { a4: [78, 48], a5: [46, 26] } as const
const LONG_TITLE = 120
function pictureOf({ row: { title, photos } }: Notice, size: 'a4' | 'a5'): readonly PrintBlock[] {
  const photo = photos?.find(isPicture)
  const mm = TALL[size][(title ?? '').length > LONG_TITLE ? 1 : 0]
  return photo ? [{ is: 'picture', picture: photo.hash, shows: title ?? '', mm }] : []
}

/**
 * What its person agreed that paper says; whoever it may not say is reached through who keeps the
 * page.
 */
function onPaper(notice: Notice, kit: Kit): Notice {
  const { kind, row } = notice
  const said = kit.onPaper({ type: kind, id: row.id, who: row.who, reach: row.reach })
  const reach = said.reach || (row.reach ? keeperSaid(kit.territory, '') : '')
  return { ...notice, row: { ...row, who: said.who || null, reach: reach || null } } as Notice
}

/** Where, when, and what is wished in return: what one asks before going. */
function factsOf(
  notice: Notice,
  kit: Kit,
  words: Words,
): readonly (readonly [label: string, value: string])[] {
  const { when, against } = notice.row
  const labels = words.types[notice.kind].fields
  const { title, priceCents } = notice.row
  // What the sentence above says in large letters is not said again.
  const isBeside = priceCents !== null && !saysPrice(title ?? '', priceCents)
  const price = isBeside && kit.told(offer, 'priceCents', priceCents)
  const place = placeTold(notice, kit)
  const all = [
    [
      labels.toldTo.label,
      spokenFor(notice, kit, words) &&
        saidByShort(kit.request, notice.row.toldTo ?? '', notice.row.who ?? words.someone),
    ],
    ...ridePaper(notice, kit.request, words),
    [labels.where.label, place],
    [labels.when.label, when],
    [labels.priceCents.label, price],
    [labels.against.label, against],
  ] as const
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}

/** Its price, with what it is for; empty without one. */
const priceShown = ({ row: { title, priceCents } }: Notice, kit: Kit): string =>
  priceCents === null
    ? ''
    : (priceSaid(title ?? '', priceCents) ?? kit.told(offer, 'priceCents', priceCents))
const placeTold = (notice: Notice, kit: Kit): string =>
  [notice.row.where, commune(notice, kit)].filter(Boolean).join(' · ')
/** What a window says under the pictures: *90 € · Sail*, then the first words of the rest. */
export const windowLines = (notice: Notice, kit: Kit): readonly string[] =>
  [
    [priceShown(notice, kit), placeTold(notice, kit)].filter(Boolean).join(' · '),
    firstSentences(notice.row.detail),
  ].filter(Boolean)

/**
 * What, who, how, where and when, in the order in which one looks for it in a pocket a week later.
 * A strip does without its village, its hour, its place and its sentence before it does without
 * whom to ask, how, and under which code.
 */
function stripsOf(notice: Notice, said: string | undefined, kit: Kit, words: Words): Strips {
  const { title, who, reach, where } = notice.row
  const when = notice.row.when || rideWhen(notice, kit.request, words)
  const w = words.prints
  const what =
    notice.row.themes?.[0] === undefined
      ? words.kinds[kindOf(notice)]
      : kit.told(offer, 'themes', [notice.row.themes[0]])
  const [sentence, place] = [who ? title : null, commune(notice, kit)]
  const by = spokenFor(notice, kit, words)
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
const commune = ({ row }: Notice, { communeNamed }: Kit): string | undefined =>
  row.commune ? communeNamed(row.commune) : undefined

/** *La vitrine* of a notice that stands and has photos. */
const showcase: Print<Words> = {
  kind: 'vitrine',
  ofOne: true,
  make: (kit, read): Paper | undefined => {
    const found = noticeOf(read, kit.request.params['id'] ?? '')
    if (!found || isClosed(found.row) || isPast(found.row, kit.request.today)) return undefined
    const { title, photos, who, reach, until } = onPaper(found, kit).row
    return showcasePaper(kit, {
      title: title ?? '',
      sentences: windowLines(found, kit),
      photos: photos ?? [],
      who,
      reach: reach ? [reach] : [],
      until,
    })
  },
}

export const prints: readonly Print<Words>[] = [poster, showcase]
