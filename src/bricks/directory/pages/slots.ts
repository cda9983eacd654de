import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { DoneLine, HomeSection, MapPoint, Slots, TodayPiece } from '../../../contract/slots.ts'
import { STANDS } from '../../../contract/tables.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { localMoment, opensNext } from '../../../core/calendar/hours.ts'
import { bornAt } from '../../../core/id.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayNear, dayOfMoment, daysBetween, sayTime } from '../../../text/days.ts'
import { directoryHarvest } from '../model/harvest.ts'
import { published } from '../model/published.ts'
import { confirmation, initiative, place } from '../model/records.ts'
import { hoursToday, type Today } from '../model/rules.ts'
import { PATHS } from './line.ts'
import { ALIKE, pairsIn } from './pages-alike.ts'
import { smallMap, spotted } from './pages-map.ts'
import { facts } from './pages-place.ts'
import { communeName, type DirectoryWords, daysOffHere, saidSentence } from './say.ts'
import { watch } from './watch.ts'

const MOST_TODAY = 3
const MOST_ASKED = 40
const MOST_DONE = 4

/**
 * The local of a neighbouring box is at home there: only those of this page's own communes are
 * announced, or that this box wrote.
 */
const NEAR = `(commune = ? OR shared = 1 AND
  (commune IN (SELECT value FROM json_each(?)) OR commune IS NULL AND _box IS (SELECT value
    FROM mark WHERE key = 'box')))`

/**
 * *Anaïs est au local de 17 h à 19 h* · *Médiathèque : ouvert jusqu’à 18 h*. Hours by hearsay are
 * not announced.
 */
function today(kit: Kit, read: Reader, words: DirectoryWords): readonly TodayPiece[] {
  const village = kit.territory?.village ?? ''
  const rows = read.list(place, {
    where: `${NEAR} AND hours IS NOT NULL AND toConfirm IS NOT 1`,
    with: [village, JSON.stringify(kit.territory?.communes.map(one => one.code) ?? [])],
    order: 'coalesce(shared, 0) DESC, id',
    limit: MOST_ASKED,
  })
  const at = localMoment(kit.request.now)
  const said = rows.flatMap(row => {
    const now = hoursToday(row.hours ?? '', at, daysOffHere(row, kit))
    return now
      ? [
          html`
            <a href="${PATHS.place}/${row.id}">
              ${inVillage(row, todayPiece(row, now, kit.request, words), kit, words)}
            </a>
          `,
        ]
      : []
  })
  const locals = rows.filter(row => row.shared)
  const local = locals.find(row => row.commune === village) ?? locals[0]
  const later =
    local &&
    !hoursToday(local.hours ?? '', at, daysOffHere(local, kit)) &&
    laterPiece(local, at, kit, words)
  return [...(later ? [{ later }] : []), ...said].slice(0, MOST_TODAY)
}

/**
 * A day without anyone at the local says when somebody will be: *Anaïs sera au local demain à 17
 * h*.
 */
function laterPiece(
  row: RowOf<typeof place>,
  at: string,
  kit: Kit,
  words: DirectoryWords,
): Html | false {
  const next = opensNext(row.hours ?? '', at, daysOffHere(row, kit))
  if (!next || daysBetween(kit.request.today, next.slice(0, 10)) > 6) return false
  const [day, from] = [
    dayNear(next.slice(0, 10), kit.request.lang, kit.request.today),
    sayTime(next.slice(11), kit.request.lang),
  ]
  const said = row.present
    ? words.thereLater(row.present, day, from)
    : words.opensLaterOn(row.name ?? '', day, from)
  return html`<a href="${PATHS.place}/${row.id}">${inVillage(row, said, kit, words)}</a>`
}

/** *Le local* is that of this village, unless another one is named. */
function inVillage(
  { commune }: RowOf<typeof place>,
  said: string,
  kit: Kit,
  words: DirectoryWords,
): string {
  const village = communeName(kit, commune)
  return village === '' || !kit.territory || commune === kit.territory.village
    ? said
    : words.inVillage(village, said)
}

function todayPiece(
  row: RowOf<typeof place>,
  now: Today,
  request: Request,
  words: DirectoryWords,
): string {
  const name = row.name ?? ''
  const who = row.shared ? row.present : null
  const [from, until] = [
    now.from && sayTime(now.from, request.lang),
    now.until && sayTime(now.until, request.lang),
  ]
  if (from && until)
    return who ? words.thereToday(who, from, until) : words.openToday(name, from, until)
  if (from) return words.opensToday(name, from)
  if (until) return who ? words.thereNow(who, until) : words.openNow(name, until)
  return who ? words.thereAllDay(who) : words.openAlways(name)
}

function home(kit: Kit, read: Reader, words: DirectoryWords): readonly HomeSection[] {
  const body = smallMap(kit, read, words)
  return body === false
    ? []
    : [
        {
          order: 20,
          row: 'low',
          side: 'map',
          title: words.aroundHere,
          more: { href: '/carte', words: words.bigMap },
          body,
        },
      ]
}

/** Projects that are done, and what people confirmed. */
function done(kit: Kit, read: Reader, words: DirectoryWords): readonly DoneLine[] {
  const projects = read.list(initiative, {
    where: "state = 'done'",
    order: "coalesce(doneOn, '') DESC, id DESC",
    limit: MOST_DONE,
  })
  const said = read.list(confirmation, {
    where: `says IN ('yes', 'changed') AND "on" IS NOT NULL AND "on" <= ?`,
    with: [kit.request.today],
    order: '"on" DESC, id DESC',
    limit: MOST_DONE,
  })
  return [
    ...projects.map(
      (row): DoneLine => ({
        day: row.doneOn ?? dayOfMoment(bornAt(row.id)),
        title: row.title ?? '',
        where: '',
        href: `${PATHS.initiative}/${row.id}`,
      }),
    ),
    ...said.flatMap((row): readonly DoneLine[] => {
      const called = read.called(row.about ?? '')
      const title = row.says === 'yes' ? words.doneYes : words.doneChanged
      return called?.path
        ? [
            {
              day: row.on ?? '',
              title: title(called.title),
              said: [called.title, row.said ?? ''],
              where: saidSentence(row, kit.request, words),
              href: called.path,
            },
          ]
        : []
    }),
  ]
}

const map = (_ask: Kit, read: Reader, words: DirectoryWords): readonly MapPoint[] =>
  spotted(read).map(({ title, href, point, commune, layer }) => ({
    title,
    href,
    ...(point ? { point } : {}),
    ...(commune ? { commune } : {}),
    layer: layer === 'other' ? '' : words.layers[layer],
  }))

type Compared = Readonly<{ state: string; n: number }>
const lately = new WeakMap<Reader, Compared>()
const AGAIN_MS = 10 * 60_000

/**
 * What may have been written twice. A thousand records are compared in a tenth of a second: not
 * after each write, but when one of them came or went, or two were joined or told apart; a name
 * that was changed is seen ten minutes later.
 */
function waits(whom: ToDoReader, read: Reader, words: DirectoryWords): readonly ToDo[] {
  if (whom.by !== 'keeper') return []
  const tables = ['place', 'actor', 'initiative', 'access_point', 'theme'].map(
    table => `(SELECT count(*) FROM ${table} WHERE ${STANDS})`,
  )
  const [row] = read.all(
    'SELECT ' +
      `${[...tables, '(SELECT count(*) FROM joined)', '(SELECT count(*) FROM not_same_home)'].join(
        " || ' ' || ",
      )} ` +
      'AS counts',
  )
  const state = `${row?.['counts']} ${Math.floor(whom.lived() / AGAIN_MS)}`
  const kept = lately.get(read)
  const { n } = kept?.state === state ? kept : { n: pairsIn(read).length }
  lately.set(read, { state, n })
  return n === 0
    ? []
    : [{ href: ALIKE, n, label: words.duplicatesTitle, sentence: words.duplicatesWait(n) }]
}

export const slots: Slots<DirectoryWords> = {
  questions: words => words.questions,
  menu: words => [{ order: 30, href: '/annuaire', words: words.whoDoesWhat }],
  today,
  home,
  done,
  facts,
  map,
  watch,
  waits,
  tools: words => [
    { href: ALIKE, words: words.duplicatesTitle, under: 'answers', about: words.toolAbout.alike },
    {
      href: '/imprimer/annuaire',
      words: words.prints.booklet,
      under: 'paper',
      about: words.toolAbout.booklet,
    },
  ],
  firstSteps: (words, read) => [
    {
      order: 10,
      href: '/tenir/la-page',
      words: words.firstStep,
      isDone: (published.keeper(read)?.reach ?? '') !== '',
    },
  ],
  harvest: [directoryHarvest],
}
