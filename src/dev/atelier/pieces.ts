import { type Html, html } from '../../contract/html.ts'
import type { Lang } from '../../core/lang.ts'
import { dayAfter } from '../../text/days.ts'
import { board, dayItem, homeLinks, notice, notices, opening, todayLine } from '../../ui/board.ts'
import { listPage } from '../../ui/list.ts'
import { legend, type MapCommune, territoryMap } from '../../ui/map/map.ts'
import { note, refused, said, sayPage } from '../../ui/say.ts'
import { beside, changes, fieldList, reachBlock, sheet } from '../../ui/sheet.ts'
import { prose } from '../../ui/value.ts'
import { everyRefusal, sampleForm } from './forms.ts'
import { atelierWords } from './words.ts'

/** What a piece needs: the reader's language and the day. */
export type Shelf = Readonly<{ lang: Lang; today: string }>
type Words = ReturnType<typeof atelierWords>
export type PieceName = keyof Words['names']

const SIDES = ['offer', 'need', 'agenda', 'done'] as const

function boardPiece({ lang, today }: Shelf): Html {
  const w = atelierWords(lang)
  const gates = w.doors.map((words, order) => ({
    order,
    words,
    href: '/atelier',
    side: ['offer', 'need', 'help'][order] ?? 'offer',
  }))
  const lines = [
    notice({ title: w.notice, href: '/atelier', where: w.where }),
    notice({ title: w.longNotice, where: w.where, meets: w.meets }),
    notice({ title: w.notice, href: '/atelier', what: w.kind, side: 'offer' }),
  ]
  const days = [1, 9, 40].map(ahead =>
    dayItem(
      { day: dayAfter(today, ahead), title: w.event, href: '/atelier', where: w.where },
      lang,
    ),
  )
  const sections = w.sections.map((title, order) => ({
    order,
    title,
    row: order < 2 ? ('board' as const) : ('low' as const),
    side: SIDES[order] ?? 'offer',
    more: { href: '/atelier', words: w.all },
    body: notices(order === 2 ? days : lines),
  }))
  const head = opening({
    heading: w.heading,
    today: todayLine(
      today,
      lang,
      w.today.map(one => html`${one}`),
    ),
    doors: homeLinks(gates),
  })
  return html`${head}${board(sections)}`
}

function sheetPiece({ lang }: Shelf): Html {
  const w = atelierWords(lang)
  return sheet({
    lang,
    title: w.notice,
    side: 'offer',
    said: said(w.said),
    crumbs: w.crumbs.map(words => ({ href: '/atelier', words })),
    reach: reachBlock(
      {
        who: w.person,
        how: w.reach,
        acts: html`<a class="button" href="/atelier">${w.doors[0]}</a>`,
      },
      lang,
    ),
    body: html`${note(w.note)}${prose(w.detail)}`,
    fields: fieldList(w.fields.map(([label = '', value = '']) => ({ label, value }))),
    foot: html`<p>${w.foot}</p>`,
    history: changes(
      w.changed.map(line => html`${line}`),
      lang,
    ),
    aside: beside(
      w.besides,
      notices([notice({ title: w.longNotice, href: '/atelier', where: w.where })]),
    ),
  })
}

const bareSheet = ({ lang }: Shelf): Html =>
  sheet({
    lang,
    title: atelierWords(lang).longNotice,
    reach: reachBlock({ how: atelierWords(lang).reach }, lang),
  })

function listPiece({ lang }: Shelf, state: 'full' | 'empty' | 'filtered'): Html {
  const w = atelierWords(lang)
  const [what = '', commune = ''] = w.filters
  const options = w.options.map((label, i) => ({ value: String(i), label }))
  const item = (i: number): Html =>
    notice({
      title: i % 3 === 0 ? w.longNotice : w.notice,
      href: '/atelier',
      where: w.where,
      what: w.kind,
      side: 'offer',
    })
  return listPage({
    lang,
    title: w.crumbs[0]!,
    lead: w.heading,
    acts: html`<a class="button offer-side" href="/atelier">${w.doors[0]}</a>`,
    path: '/atelier/piece/liste',
    query: state === 'filtered' ? { quoi: '1' } : {},
    filters: [
      { name: 'quoi', label: what, options },
      {
        name: 'commune',
        label: commune,
        options: w.communes.map(label => ({ value: label, label })),
      },
    ],
    items: state === 'full' ? Array.from({ length: 12 }, (_, i) => item(i)) : [],
    ...(state === 'full' ? { found: w.found } : {}),
    page: 2,
    pages: state === 'full' ? 5 : 1,
  })
}

function messagesPiece({ lang }: Shelf): Html {
  const w = atelierWords(lang)
  const mistakes = [{ sentence: w.note }, { sentence: w.hint, field: 'nowhere' }]
  const away = html`<a href="/atelier">${w.title}</a>`
  return html`
    ${said(w.said)}
    ${refused(mistakes.slice(0, 1), lang)}
    ${note(w.note)}
    ${sayPage(w.notice, [w.longNotice, w.note], away)}
  `
}

const POINTS = [
  [45.734, 3.969],
  [45.7345, 4.0203],
  [45.7446, 4.0076],
  [45.7625, 3.9886],
] as const
/** A square around each centre: enough to be drawn as contours are. */
const squared = ([lat, lon]: readonly [number, number]) => {
  const corner = (dy: number, dx: number) => [lon + dx * 0.012, lat + dy * 0.008]
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(-1, 1), corner(1, 1), corner(1, -1), corner(-1, -1)]],
  }
}

function mapPiece({ lang }: Shelf, known: 'contours' | 'cells' | 'none'): Html {
  const w = atelierWords(lang)
  const communes = w.communes.map((name, i): MapCommune => {
    const point = POINTS[i]!
    return {
      code: String(i),
      name,
      point: known === 'none' ? null : point,
      contour: known === 'contours' ? squared(point) : null,
    }
  })
  const [here = '', marked = '', marks = ''] = w.mapLegend
  const map = (size: 'small' | 'large') =>
    territoryMap({
      id: `m-${size}`,
      size,
      title: w.mapTitle,
      communes,
      here: '0',
      marked: ['2'],
      marks: [{ point: POINTS[1], number: 1, title: w.notice }],
    })
  const [small, large] = [map('small'), map('large')]
  const list = notices(
    w.communes.map(name => notice({ title: name, href: '/atelier', where: w.where })),
  )
  const drawn =
    small && large && html`${large}${legend({ id: 'm-large', here, marked, marks })}${small}`
  return html`
    <div class="head"><h1>${w.mapTitle}</h1></div>
    ${drawn || html`<p>${w.noMap}</p>`}
    <h2>${w.sections[0]}</h2>
    ${list}
  `
}

const MADE: Readonly<Record<PieceName, (shelf: Shelf) => Html>> = {
  panneau: boardPiece,
  feuille: sheetPiece,
  'feuille-nue': bareSheet,
  liste: shelf => listPiece(shelf, 'full'),
  'liste-vide': shelf => listPiece(shelf, 'empty'),
  'liste-choisie-vide': shelf => listPiece(shelf, 'filtered'),
  formulaire: shelf => sampleForm(shelf.lang, 'empty'),
  'formulaire-rempli': shelf => sampleForm(shelf.lang, 'filled'),
  'formulaire-faux': shelf => sampleForm(shelf.lang, 'wrong'),
  refus: shelf => everyRefusal(shelf.lang),
  messages: messagesPiece,
  'carte-contours': shelf => mapPiece(shelf, 'contours'),
  'carte-cellules': shelf => mapPiece(shelf, 'cells'),
  'carte-sans': shelf => mapPiece(shelf, 'none'),
}
export const PIECES = Object.keys(MADE) as readonly PieceName[]
export const pieceOf = (name: string, shelf: Shelf): Html | undefined =>
  Object.hasOwn(MADE, name) ? MADE[name as PieceName](shelf) : undefined
