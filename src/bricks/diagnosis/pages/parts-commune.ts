import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayPlain, distance, figure } from '../../../text/days.ts'
import { answeredRequests, type CouncilRequest, computersIn, openRequests } from '../model/read.ts'
import {
  type CommuneThing,
  keptYearAgo,
  lackingIn,
  meetingsIn,
  standingIn,
} from '../model/read-commune.ts'
import { type Here, heard, nearest, THINGS, unvisited } from '../model/rules.ts'
import { answeredLine } from './parts-asked.ts'
import { NOTHING, peopleCells } from './parts-tables.ts'
import {
  type DiagnosisWords,
  type Grid,
  many,
  type ReportLine,
  type ReportPart,
  type ReportSource,
  saidInRequest,
  seenBy,
  underRequest,
} from './seen.ts'

/** What is told of one commune of a page that holds several. */

export type CommuneReport = Readonly<{
  seen: ReportSource
  here: Here
  standing: readonly CommuneThing[]
  parts: readonly ReportPart[]
  /** Requests that wait: those about the commune, then those about the whole territory. */
  open: readonly CouncilRequest[]
}>

/** Undefined for a code that is none of this page, and where the page holds one commune alone. */
export function communeReportOf(
  kit: Kit,
  read: Reader,
  words: DiagnosisWords,
  code: string,
): CommuneReport | undefined {
  const seen = seenBy(kit, read, words)
  const here = seen.communes.find(one => one.code === code)
  if (!here || seen.communes.length < 2) return undefined
  const standing = standingIn(read, code)
  const asked = openRequests(seen.requests)
  const about = (commune: string | null) => asked.filter(({ row }) => row.commune === commune)
  const [ours, all] = [about(code), about(null)]
  const parts = [
    exists(seen, here),
    years(seen, here),
    lacks(seen, here),
    neighbours(seen, here),
    requests(seen, here, ours),
    ...(all.length > 0 ? [requestsOfAll(seen, all)] : []),
  ]
  return { seen, here, standing, parts, open: [...ours, ...all] }
}

/** The figure of a thing in this commune, today. */
const valueIn = ({ figures }: ReportSource, id: string, { code }: Here): number =>
  figures.byCommune(id).get(code) ?? 0

function exists(seen: ReportSource, here: Here): ReportPart {
  const { words: w, kit } = seen
  const isNotYet = unvisited([here], seen.been).length > 0
  const pieces = (['place', 'group', 'project'] as const).flatMap(one => {
    const n = valueIn(seen, `directory.${one}s`, here)
    return n > 0 ? [many(n, w.many[one], seen)] : []
  })
  const known = new Map(seen.communes.map(one => [one.code, one]))
  const near = nearest(here, computersIn(seen.read), known)
  const far = near && near.distanceM > 0 ? distance(near.distanceM, kit.request.lang) : undefined
  return {
    id: 'existe',
    title: w.existsTitle,
    says: [
      ...(here.population > 0
        ? [w.ofOne.people(many(here.population, w.many.inhabitant, seen))]
        : []),
      w.ofOne.known(pieces),
      ...(near ? [w.ofOne.computer(near.title, far)] : []),
      ...(isNotYet ? [w.ofOne.notYet] : []),
    ],
    ...(near ? { said: [near.title] } : {}),
    map: true,
    source: w.sourceDirectory,
  }
}

/**
 * Beside this year's figures, last year's as they were kept: none is worked out afterwards. What
 * has no figure in either year has no line.
 */
function years(seen: ReportSource, here: Here): ReportPart {
  const { words: w, kit, read, figures } = seen
  const { lang, today } = kit.request
  const kept = keptYearAgo(read, today)
  const known = unvisited([here], seen.been).length === 0 || heard([here], figures.all).length > 0
  const met = meetingsIn(read, here.code, today)
  const rows: readonly (readonly [string, number | undefined, number | undefined])[] = [
    ...THINGS.map(
      id =>
        [
          w.short[id],
          known ? valueIn(seen, id, here) : undefined,
          kept?.byCommune[id]?.[here.code],
        ] as const,
    ),
    [w.ofOne.meetings, met.now, met.before],
  ]
  const told = rows.filter(([, now, then]) => now !== undefined || then !== undefined)
  const said = (n: number | undefined): string => (n === undefined ? NOTHING : figure(n, lang))
  // A column of nothing but *pas encore de chiffre* is one sentence.
  const hasThen = told.some(([, , then]) => then !== undefined)
  const grid: Grid = {
    caption: hasThen ? w.ofOne.yearCaption : w.ofOne.todayCaption,
    columns: [
      { head: w.what },
      { head: w.today, right: true },
      ...(hasThen ? [{ head: w.ofOne.yearAgo, right: true }] : []),
    ],
    rows: told.map(([what, now, then]) => [what, said(now), ...(hasThen ? [said(then)] : [])]),
  }
  const isKept = kept !== undefined && Object.keys(kept.byCommune).length > 0
  return {
    id: 'annees',
    title: w.ofOne.yearsTitle,
    says: [isKept ? w.ofOne.yearFrom(dayPlain(kept.on, lang, today)) : w.ofOne.yearNone],
    grids: [grid],
    source: w.ofOne.sourceYears,
  }
}

function lacks({ words: w, read }: ReportSource, { code }: Here): ReportPart {
  const all = lackingIn(read, code)
  return {
    id: 'manque',
    title: w.ofOne.lacks,
    says: all.length === 0 ? [w.ofOne.lacksNothing] : [],
    lines: all.map(one => ({
      words: w.lacks(one.title, one.detail),
      ...(one.path ? { href: one.path } : {}),
    })),
    source: w.sourceMissing,
  }
}

/** What concerns people: the figures of the whole page's table, and none beside them. */
function neighbours(seen: ReportSource, { code }: Here): ReportPart {
  const { words: w, kit } = seen
  const pieces = peopleCells(seen).flatMap(({ head, of }) => {
    const cell = of.get(code)
    return typeof cell === 'number' ? [w.ofOne.piece(head, figure(cell, kit.request.lang))] : []
  })
  return {
    id: 'voisins',
    title: w.ofOne.peopleTitle,
    says: [pieces.length === 0 ? w.ofOne.peopleFew : w.ofOne.peopleSays(pieces)],
    source: w.ofOne.sourcePeople,
  }
}

const lineOf = (one: CouncilRequest, seen: ReportSource): ReportLine => ({
  words: one.row.title ?? '',
  under: underRequest(one, seen),
  said: saidInRequest(one),
  href: `/demandes-aux-elus/${one.row.id}`,
})

function requests(seen: ReportSource, { code }: Here, ours: readonly CouncilRequest[]): ReportPart {
  const { words: w } = seen
  const answered = answeredRequests(seen.requests).filter(({ row }) => row.commune === code)
  return {
    id: 'demandes',
    title: w.ofOne.askedTitle,
    says: [ours.length === 0 ? w.ofOne.askedNone : w.ofOne.askedHere(ours.length)],
    lines: [...ours.map(one => lineOf(one, seen)), ...answered.map(one => answeredLine(one, seen))],
    source: w.sourceRequests,
  }
}

const requestsOfAll = (seen: ReportSource, all: readonly CouncilRequest[]): ReportPart => ({
  id: 'territoire',
  title: seen.words.ofOne.askedOfAll,
  says: [],
  lines: all.map(one => lineOf(one, seen)),
  source: seen.words.sourceRequests,
})

export const STANDING_KINDS = ['place', 'group', 'project', 'computers'] as const

/** *Lieux : le local, la médiathèque*: names of each kind, in so many letters, for a sheet. */
export function standingFacts(
  { standing, seen }: CommuneReport,
  most: number,
): readonly (readonly [label: string, value: string])[] {
  const { ofOne } = seen.words
  return STANDING_KINDS.flatMap(kind => {
    const names = standing.filter(one => one.kind === kind).map(one => one.title)
    const fits = names.findIndex((_, i) => names.slice(0, i + 1).join(', ').length > most)
    const over = fits < 0 ? 0 : names.length - Math.max(1, fits)
    const told = over > 0 ? [...names.slice(0, -over), ofOne.andMore(over)] : names
    return told.length > 0 ? [[ofOne.kinds[kind], told.join(', ')] as const] : []
  })
}
