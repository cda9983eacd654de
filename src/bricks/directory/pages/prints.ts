import { communesDrawn } from '../../../contract/communes.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Item, PrintText as Line, Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayPlain } from '../../../text/days.ts'
import { gathered } from '../../../ui/map/map.ts'
import { paperMap } from '../../../ui/map/map-paper.ts'
import { firstSentences } from '../../../ui/showcase.ts'
import { showcasePaper } from '../../../ui/showcase-paper.ts'
import { actor, initiative } from '../model/records.ts'
import { isBody } from '../model/rules.ts'
import {
  type BookletEntry,
  type BookletSection,
  entriesOf,
  sectionsOf,
  themesIn,
} from './booklet.ts'
import { mapPrint } from './print-map.ts'
import { communeName, type DirectoryWords } from './say.ts'

/**
 * *Qui fait quoi*: a booklet to fold, by theme, with its map and an index by commune; with
 * `?format=a5` its pages one after the other, which software that reads aloud can follow.
 */
const booklet: Print<DirectoryWords> = {
  kind: 'annuaire',
  make: (kit, read, words): Paper => {
    const entries = entriesOf(kit, read, words)
    const sections = sectionsOf(entries, themesIn(read), {
      'access-point': words.computersHere,
      place: words.types.place.many,
      actor: words.types.actor.many,
      initiative: words.types.initiative.many,
    })
    const map = mapOf(entries, kit, read, words)
    const name = kit.territory?.name ?? words.prints.noName
    return {
      title: words.prints.bookletOf(name),
      lang: kit.request.lang,
      size: 'a5',
      layout: kit.request.query['format'] === 'a5' ? 'flow' : 'booklet',
      points: 10,
      blocks: [
        ...cover(name, entries, kit, words),
        ...contents(sections, map.length > 0, words),
        ...map,
        ...sections.flatMap(one => sectionBlocks(one, words)),
        ...indexOf(entries, kit, words),
        ...missing(kit, words),
      ],
      foot: [
        keeperOf(kit, words),
        words.prints.printedOn(dayPlain(kit.request.today, kit.request.lang)),
      ],
    }
  },
}

const keeperOf = (kit: Kit, words: DirectoryWords): string =>
  keeperSaid(kit.territory, words.prints.keeper)

function cover(
  name: string,
  entries: readonly BookletEntry[],
  kit: Kit,
  words: DirectoryWords,
): readonly PrintBlock[] {
  const w = words.prints
  const communes = (kit.territory?.communes ?? []).map(one => one.name)
  return [
    { is: 'space', mm: 32 },
    { is: 'title', words: words.whoDoesWhat, size: 'poster' },
    { is: 'space', mm: 4 },
    { is: 'lead', words: [{ b: name }] },
    { is: 'words', words: words.whoLead },
    ...(communes.length > 0 && communes.length <= 30
      ? [{ is: 'small' as const, words: `${communes.join(', ')}.` }]
      : []),
    { is: 'space', mm: 20 },
    {
      is: 'reach',
      title: w.toMendTitle,
      lines: [
        keeperOf(kit, words),
        [{ soft: w.coverLine(entries.length, dayPlain(kit.request.today, kit.request.lang)) }],
      ],
    },
    { is: 'page' },
  ]
}

/** What one finds and on which page; nothing when the booklet is empty. */
function contents(
  sections: readonly BookletSection[],
  withMap: boolean,
  words: DirectoryWords,
): readonly PrintBlock[] {
  const w = words.prints
  if (sections.length === 0) return [{ is: 'lead', words: w.nothingYet }]
  const lines = [
    ...(withMap ? [{ words: words.mapTitle, at: MAP }] : []),
    ...sections.map(one => ({ words: one.title, at: `s-${one.id}` })),
    { words: w.index, at: INDEX },
  ]
  return [
    { is: 'heading', words: w.contents },
    { is: 'items', items: lines, tight: true, bare: true },
    { is: 'small', words: w.people },
  ]
}
const [MAP, INDEX] = ['s-map', 's-index']

/** The map, its numbers, and what is at each. A person stands on no map. */
function mapOf(
  entries: readonly BookletEntry[],
  kit: Kit,
  read: Reader,
  words: DirectoryWords,
): readonly PrintBlock[] {
  const communes = communesDrawn(kit, read)
  const { spots } = gathered(
    entries.filter(one => one.point),
    communes,
  )
  const here = kit.territory?.village
  const shows = words.mapSays(kit.territory?.name ?? '')
  const map = {
    id: 'cahier',
    title: shows,
    communes,
    ...(here ? { here } : {}),
    marks: spots.map(({ point, number }) => ({ point, number })),
  }
  const drawn = paperMap(map, 'a5')
  if (!drawn || entries.length === 0) return []
  const { svg, keys } = drawn
  const lines = spots.map(
    ({ number, items }): Item => ({
      words: [{ b: `${number}\u2002` }, items.map(one => one.name).join(', ')],
    }),
  )
  const village = here ? communeName(kit, here) : ''
  return [
    { is: 'heading', words: words.mapTitle, mark: MAP },
    { is: 'drawing', svg, shows },
    ...(keys === '' ? [] : [{ is: 'small' as const, words: keys }]),
    ...(village === '' || spots.length === 0
      ? []
      : [{ is: 'small' as const, words: words.prints.mapLegend(village) }]),
    { is: 'items', items: lines, tight: true, bare: true },
  ]
}

function sectionBlocks(section: BookletSection, words: DirectoryWords): readonly PrintBlock[] {
  const also = section.also.map((one): Item => ({ words: one.name, at: one.id }))
  return [
    // A theme of which all stands elsewhere takes no page's head.
    {
      is: 'heading',
      words: section.title,
      tall: section.entries.length > 0,
      mark: `s-${section.id}`,
    },
    {
      is: 'items',
      items: section.entries.map(one => entryItem(one, words)),
      bare: true,
      again: section.title,
    },
    ...(also.length === 0 || section.entries.length === 0
      ? []
      : [{ is: 'heading' as const, words: words.prints.also, level: 3 as const }]),
    { is: 'items', items: also, tight: true, bare: true },
  ]
}

function entryItem(one: BookletEntry, words: DirectoryWords): Item {
  const lines: readonly Line[] = [
    one.what.join(' · '),
    one.summary,
    one.hours === '' ? '' : words.openAt(one.hours),
    one.reach.length === 0 ? '' : [{ b: one.reach.join(' · ') }],
    one.surety === '' ? '' : [{ soft: one.surety }],
  ]
  return { words: [{ b: one.name }], under: lines.filter(line => line !== ''), mark: one.id }
}

/** By commune, in the territory's order of names; what has no commune comes last. */
function indexOf(
  entries: readonly BookletEntry[],
  kit: Kit,
  words: DirectoryWords,
): readonly PrintBlock[] {
  const w = words.prints
  if (entries.length === 0) return []
  const names = new Map(entries.map(one => [one, communeName(kit, one.commune)] as const))
  const communes = [...new Set(names.values())]
    .filter(name => name !== '')
    .toSorted((a, b) => a.localeCompare(b, kit.request.lang))
  const groups = [...communes, ''].map(commune => ({
    commune,
    found: entries.filter(one => names.get(one) === commune),
  }))
  return [
    { is: 'page' },
    { is: 'heading', words: w.index, mark: INDEX },
    ...groups
      .filter(one => one.found.length > 0)
      .flatMap(({ commune, found }): readonly PrintBlock[] => [
        { is: 'heading', words: commune === '' ? w.elsewhere : commune, level: 3 },
        {
          is: 'items',
          items: found.map(one => ({ words: one.name, at: one.id })),
          tight: true,
          bare: true,
        },
      ]),
  ]
}

/** The last words of the booklet are its reader's. */
const missing = (kit: Kit, words: DirectoryWords): readonly PrintBlock[] => [
  {
    is: 'kept',
    blocks: [
      { is: 'heading', words: words.prints.missing },
      { is: 'words', words: words.prints.missingSay(keeperOf(kit, words)) },
      { is: 'blanks', blanks: [{ label: words.prints.missingWhat, lines: 3 }] },
    ],
  },
]

/**
 * *La vitrine* of a project or a group with photos: how to reach it, never a person's telephone.
 */
const showcase: Print<DirectoryWords> = {
  kind: 'vitrine',
  ofOne: true,
  make: (kit, read): Paper | undefined => {
    const id = kit.request.params['id'] ?? ''
    const group = read.one(actor, id)
    if (group) {
      if (!isBody(group.kind)) return undefined
      return showcasePaper(kit, {
        title: group.name ?? '',
        sentences: [firstSentences(group.summary)].filter(Boolean),
        photos: group.photos ?? [],
        reach: waysOf(group),
      })
    }
    const project = read.one(initiative, id)
    if (!project) return undefined
    const runner = (project.runBy ?? [])
      .flatMap(one => read.one(actor, one) ?? [])
      .find(one => isBody(one.kind))
    const reach = project.reach ? [project.reach] : runner ? waysOf(runner) : []
    return showcasePaper(kit, {
      title: project.title ?? '',
      sentences: [firstSentences(project.summary)].filter(Boolean),
      photos: project.photos ?? [],
      reach,
    })
  },
}
const waysOf = (row: RowOf<typeof actor>): readonly string[] =>
  [row.reach, row.phone?.replaceAll(' ', '\u00a0'), row.email].filter(
    (way): way is string => typeof way === 'string' && way !== '',
  )

export const prints: readonly Print<DirectoryWords>[] = [booklet, mapPrint, showcase]
