import { type Html, html } from '../contract/html.ts'
import type { Kit } from '../contract/kit.ts'
import type { Leaf } from '../contract/page.ts'
import type { Request } from '../contract/request.ts'
import { wordsOfType } from '../contract/type-words.ts'
import type { Lang } from '../core/lang.ts'
import { withMade } from '../core/made.ts'
import { dayOfMoment, onDay } from '../text/days.ts'
import { POINT } from '../ui/board.ts'
import { which } from '../ui/which.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { hasChanges } from './dates-out.ts'
import { type ExportNames, headingsOf } from './export-cell.ts'
import { FORMATS, type Format, fileOf, formatsOf } from './formats.ts'
import { hasComputers, inclusion, type LeftOut, lieux } from './mediation.ts'
import { madeShown, type SetSaid, setSaid, setsIn } from './sets.ts'
import { dataWords } from './words.ts'

export const DATA = '/donnees'
/** Every list in one file, a sheet each. */
export const ALL = 'tout.ods'
const NAMES: Readonly<Record<(typeof FORMATS)[number], string>> = {
  csv: 'CSV',
  excel: 'Excel',
  ods: 'ODS',
  json: 'JSON',
  geojson: 'GeoJSON',
  jsonld: 'JSON-LD',
  atom: 'Atom',
}

/** A file that is no list of one type; `more`: what is to be said of it. */
export type Special = Readonly<{ href: string; words: string; more?: Html | false }>

/**
 * `/donnees`: first everything in one file and the agenda, which most people come for; then every
 * list, a line each, which opens on its files, its licence, its day and what its columns mean.
 */
export function dataLeaf(source: PageSource, kit: Kit, specials: readonly Special[]): Leaf {
  const w = dataWords(kit.request.lang).data
  const all = setsIn(source).map(type => setSaid(source, type))
  const [sets, bare] = [all.filter(set => set.count > 0), all.filter(set => set.count === 0)]
  const group = (title: string, lead: string, how: How): Html | false => {
    const these = sets.filter(set => howOpen(set) === how)
    return (
      these.length > 0 &&
      html`
        <h2>${title}</h2>
        <p>${lead}</p>
        ${asksSaid(these, kit.request)}
        <div>${these.map(set => part(source, kit.request, set))}</div>
      `
    )
  }
  const territory = kit.territory
  const whom = territory?.keptBy ? w.ask(territory.keptBy, territory.reach) : w.askSomebody
  const others: readonly Special[] = [
    ...specials,
    { href: `${DATA}/catalogue.jsonld`, words: w.catalogue },
  ]
  const first =
    sets.length > 0 &&
    html`
      <p class="acts">
        <a class="button" href="${DATA}/${ALL}">${w.allInOne}</a>
        <a href="/agenda.ics">${w.agenda}</a>
      </p>
    `
  const fold = (title: string, inside: Html): Html =>
    html`<details class="more-fields"><summary>${title}</summary>${inside}</details>`
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${first}
        <p>${w.onlyPublic} ${whom}</p>
        ${group(w.open, w.openLead, 'open')}
        ${group(w.partly, w.partlyLead, 'partly')}
        ${group(w.read, w.readLead, 'read')}
        <h2>${w.rest}</h2>
        ${
          bare.length > 0 && fold(w.empty, html`${bare.map(set => part(source, kit.request, set))}`)
        }
        ${fold(
          w.others,
          html`
            <ul>
              ${others.map(one => html`<li><a href="${one.href}">${one.words}</a>${one.more}</li>`)}
            </ul>
          `,
        )}
        ${fold(
          w.formats,
          html`<ul>${FORMATS.map(format => html`<li>${w.kinds[format]}</li>`)}</ul>`,
        )}
      </article>
    </div>
  `
  return { title: w.title, body }
}

type How = 'open' | 'partly' | 'read'

/** Law   one line that is not open, and the list is not: whoever takes a file takes all of it. */
function howOpen({ licences }: SetSaid): How {
  const open = licences.filter(({ licence }) => licence.asks)
  return open.length === 0 ? 'read' : open.length === licences.length ? 'open' : 'partly'
}

/** What each open licence of these lists asks, once. */
function asksSaid(sets: readonly SetSaid[], request: Request): Html | false {
  const w = dataWords(request.lang).data
  const asked = new Map(
    sets.flatMap(set =>
      set.licences.flatMap(({ licence }) => (licence.asks ? [[licence.said, licence.asks]] : [])),
    ),
  )
  return (
    asked.size > 0 &&
    html`<ul>${[...asked].map(([said, asks]) => html`<li>${w.asks(said, asks)}</li>`)}</ul>`
  )
}

/** What a person opens in a spreadsheet stands first; the rest is for programs. */
const SHEETS: readonly Format[] = ['csv', 'excel', 'ods']

function part(source: PageSource, request: Request, set: SetSaid): Html {
  const { type } = set
  const w = dataWords(request.lang).data
  const words = wordsOfType(source.bricks, type.name, request.lang)
  const files = formatsOf(source, type)
  const named = (name: string): Html => which(name, words.many, request.lang)
  const links = (formats: readonly Format[]): Html =>
    html`
      <ul class="tags">
        ${formats.map(
          format => html`
            <li>
              <a
                href="${DATA}/${fileOf(type, format)}"${named(NAMES[format])}>${NAMES[format]}</a>
            </li>
          `,
        )}
      </ul>
    `
  const said =
    set.count > 0 &&
    html`
      <p class="where">
        ${w.last(onDay(dayOfMoment(set.last), request.lang, request.today))}${POINT}
        ${licenceSaid(set, request)}
      </p>
    `
  return html`
    <p class="only-print">${words.many}${POINT}${w.count(set.count)}</p>
    <details class="more-fields" id="${type.name}">
      <summary>${words.many} <span>${w.count(set.count)}</span></summary>
      ${said}
      ${links(files.filter(format => SHEETS.includes(format)))}
      <p class="where">${w.programs}</p>
      ${links(files.filter(format => !SHEETS.includes(format)))}
      <h3>${w.columns}</h3>
      <dl>
        <dt>id</dt>
        <dd>${w.columnId}</dd>
        ${columns(source, request, set)}
        <dt>${w.licence}</dt>
        <dd>${w.columnLicence}</dd>
        ${hasChanges(type) && html`<dt>${w.datesChanged}</dt><dd>${w.columnDates}</dd>`}
      </dl>
    </details>
  `
}

/**
 * *Licence Ouverte 2.0 (Etalab), et 3 sous CC BY-NC-SA*: the most frequent first, then how many
 * under each other.
 */
function licenceSaid({ licences }: SetSaid, request: Request): string {
  const w = dataWords(request.lang).data
  const [first, ...others] = licences
  const rest = others.map(({ licence, count }) =>
    licence.said === '' ? w.exceptNone(count) : w.except(count, licence.said),
  )
  return [first?.licence.said || w.noLicence, ...rest].join(', ')
}

function columns(source: PageSource, request: Request, { type }: SetSaid): readonly Html[] {
  const w = dataWords(request.lang).data
  const made = madeShown(source, type)
  const naming = {
    type: (name: string) => wordsOfType(source.bricks, name, request.lang),
  } as ExportNames
  const whole = withMade(type, made)
  const { columns: all, labels } = headingsOf(naming, type, made, ['commons'])
  return all.map(([name], i) => {
    const field = whole.fields[name]
    const to =
      field?.kind === 'link' && (field.to ?? []).length === 1
        ? w.link(wordsOfType(source.bricks, field.to![0]!, request.lang).one)
        : undefined
    const unit = field?.unit && made.some(one => one.id === name) ? ` (${field.unit})` : ''
    return html`
      <dt>${labels[i]}</dt>
      <dd>${to ?? (field ? w.field[field.kind] : '')}${unit}${POINT}<code>${name}</code></dd>
    `
  })
}

/** The files that other programs ask for by their own rules, with what they leave out and why. */
export function specialsOf(source: PageSource, lang: Lang): readonly Special[] {
  if (!hasComputers(source)) return []
  const w = dataWords(lang).data
  const [national, own] = [lieux(source), inclusion(source, lang)]
  const left = (all: readonly LeftOut[]): Html | false =>
    all.length > 0 &&
    html`<ul>${all.map(
      one =>
        html`<li>${w.leftOut(
          one.name,
          one.why.map(code => w.why[code]),
        )}</li>`,
    )}</ul>`
  return [
    {
      href: `${DATA}/lieux-de-mediation.csv`,
      words: w.lieux,
      more: html`${w.holds(national.count)}${left(national.leftOut)}`,
    },
    {
      href: `${DATA}/data-inclusion-structures.json`,
      words: w.structures,
      more: html`${w.holds(own.structures.length)}${left(own.leftOut)}`,
    },
    { href: `${DATA}/data-inclusion-services.json`, words: w.services },
  ]
}
