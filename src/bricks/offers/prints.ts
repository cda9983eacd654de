import type { Ask, Print, Reader } from '../../core/brick.ts'
import type { Words as Line, Paper } from '../../core/paper.ts'
import { dayAfter, dayPlain } from '../../ui/days.ts'
import { firstSentences } from '../../ui/showcase.ts'
import { showcasePaper } from '../../ui/showcase-paper.ts'
import type { fr } from './fr.ts'
import { isThere } from './kept.ts'
import { kindOf } from './line.ts'
import { noticeOf } from './read.ts'
import { offer } from './records.ts'
import { isClosed, isPast, type Notice } from './rules.ts'

type Words = typeof fr

/** A poster that nobody takes down says for ever what is no longer true. */
const HANGS_DAYS = 92
const STRIPS = 8

/** *Affichette*: a notice to hang, A4 or A5, with eight strips that live alone in a pocket. No drawing: it would lead nowhere from a wall. */
const poster: Print<Words> = {
  kind: 'affichette',
  ofOne: true,
  make: (ask, read, words): Paper | undefined => {
    const notice = noticeOf(read, ask.params['id'] ?? '')
    if (!notice || isClosed(notice.row) || isPast(notice.row, ask.today)) return undefined
    const { id, title, detail, who, reach, until } = notice.row
    const said = codeOf(read, id)
    const w = words.prints
    const place = commune(notice, ask)
    const lines: Line[] = [
      ...(reach ? [reach] : []),
      ...(notice.row.when ? [notice.row.when] : []),
      ...(said ? [[w.orCode, { b: said }] as const] : []),
    ]
    return {
      title: title ?? '',
      lang: ask.lang,
      size: ask.query['format'] === 'a5' ? 'a5' : 'a4',
      layout: 'poster',
      blocks: [
        { is: 'title', words: title ?? '', size: 'poster' },
        ...(detail ? [{ is: 'lead' as const, words: detail }] : []),
        ...(lines.length > 0 ? [{ is: 'reach' as const, title: who ? w.reachWho(who) : w.reach, lines }] : []),
      ],
      foot: [
        ask.territory?.name ?? '',
        w.hangs(dayPlain(ask.today, ask.lang), dayPlain(until ?? dayAfter(ask.today, HANGS_DAYS), ask.lang)),
      ],
      strips: { count: STRIPS, lines: stripOf(notice, { said, place }, ask, words) },
    }
  },
}

/** What, who, how and when, where, in the order in which one looks for it in a pocket a week later. */
function stripOf(
  notice: Notice,
  { said, place }: { said: string | undefined; place: string | undefined },
  ask: Ask,
  words: Words,
): readonly Line[] {
  const { title, who, reach, when } = notice.row
  const w = words.prints
  const what = notice.row.themes?.[0] === undefined ? words.kinds[kindOf(notice)] : ask.told(offer, 'themes', [notice.row.themes[0]])
  return [
    w.strip(what, who ?? title ?? ''),
    ...(who ? [title ?? ''] : []),
    ...[reach, when, place, said && `${w.code} ${said}`].filter(line => typeof line === 'string' && line !== '').map(String),
  ]
}

const commune = ({ row }: Notice, { territory }: Ask): string | undefined =>
  territory?.communes.find(one => one.code === row.commune)?.name ?? territory?.village

/** What is said aloud to whoever keeps the page: *papier 74 39*. */
function codeOf(read: Reader, id: string): string | undefined {
  const [row] = isThere(read, 'code_home') ? read.all('SELECT word, digits FROM code_home WHERE opens = ? AND removed IS NOT 1', id) : []
  return row && `${row['word']} ${String(row['digits']).replace(/(..)(?=.)/, '$1\u00a0')}`
}

/** *La vitrine* of a notice that stands and has photos. */
const showcase: Print<Words> = {
  kind: 'vitrine',
  ofOne: true,
  make: (ask, read): Paper | undefined => {
    const notice = noticeOf(read, ask.params['id'] ?? '')
    if (!notice || isClosed(notice.row) || isPast(notice.row, ask.today)) return undefined
    const { title, detail, photos, who, reach, until } = notice.row
    const sentence = firstSentences(detail)
    return showcasePaper(ask, { title: title ?? '', sentence, photos: photos ?? [], who, reach: reach ? [reach] : [], until })
  },
}

export const prints: readonly Print<Words>[] = [poster, showcase]
