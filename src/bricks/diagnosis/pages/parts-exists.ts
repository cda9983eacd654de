import { capital } from '../../../text/capital.ts'
import { dayPlain, distance } from '../../../text/days.ts'
import { carriedIn } from '../model/carried.ts'
import { computersIn, computersUnsure } from '../model/read.ts'
import { nearest, perThousand, THINGS } from '../model/rules.ts'
import { drawn, many, type ReportPart, type ReportSource } from './seen.ts'

/** A chart of more is read as a table: that of the figures by commune. */
const MOST_COMMUNES = 12
const KNOWN = ['place', 'group', 'project'] as const
const STATES = ['idea', 'starting', 'running', 'paused', 'done'] as const

const populationOf = ({ communes }: ReportSource): number =>
  communes.reduce((sum, one) => sum + one.population, 0)

/** *Ce qui existe*: what is known, how near it is, how sure. */
export function existing(seen: ReportSource): ReportPart {
  const { words: w, figures: f } = seen
  const n = f.whole
  const running = n('directory.projects.starting') + n('directory.projects.running')
  const ages = ['fresh', 'old', 'never', 'doubts'].map(age => ({
    label: f.words(`directory.confirmed.${age}`),
    value: n(`directory.confirmed.${age}`),
  }))
  const projects = STATES.map(state => ({
    label: f.words(`directory.projects.${state}`),
    value: n(`directory.projects.${state}`),
  }))
  const said = [
    ...(seen.communes.length === 0
      ? []
      : [
          w.land(
            capital(many(seen.communes.length, w.many.commune, seen)),
            many(populationOf(seen), w.many.inhabitant, seen),
          ),
        ]),
    w.known(
      KNOWN.flatMap(one => {
        const count = n(`directory.${one}s`)
        return count > 0 ? [many(count, w.many[one], seen)] : []
      }),
      n('directory.projects'),
      projects.some(one => one.value > 0) ? running : undefined,
    ),
    ...computersSaid(seen),
    ...(ages.some(one => one.value > 0)
      ? [
          w.sure(
            n('directory.confirmed.fresh'),
            n('directory.confirmed.old') + n('directory.confirmed.never'),
            n('directory.confirmed.doubts'),
          ),
        ]
      : []),
    ...grown(seen),
    ...carriedSaid(seen),
  ]
  const groups = f.byCommune('directory.groups')
  const shared = seen.communes
    .map(one => ({ label: one.name, value: groups.get(one.code) ?? 0 }))
    .filter(one => one.value > 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_COMMUNES)
  return {
    id: 'existe',
    title: w.existsTitle,
    says: said,
    map: true,
    drawn: [
      ...drawn(
        'dots',
        { id: 'projets', title: w.chartProjects, shows: w.chartProjectsShows, rows: projects },
        [w.state, w.howMany],
      ),
      ...drawn(
        'bars',
        { id: 'groupes', title: w.chartGroups, shows: w.chartGroupsShows, rows: shared },
        [w.commune, w.howMany],
      ),
      ...drawn(
        'stacked',
        { id: 'confirme', title: w.chartSure, shows: w.chartSureShows, rows: ages },
        [w.state, w.howMany],
      ),
    ],
    source: w.sourceDirectory,
  }
}

/** What came from other territories, in one sentence, with the names of so many boxes at most. */
const MOST_BOXES = 2
function carriedSaid(seen: ReportSource): readonly string[] {
  const { words: w, kit, read } = seen
  const { counts, ones } = carriedIn(read)
  const pieces = KNOWN.flatMap(kind =>
    counts[kind] > 0 ? [many(counts[kind], w.many[kind], seen)] : [],
  )
  const boxes = ones.length > MOST_BOXES ? [] : ones.flatMap(one => kit.hostOf(one)?.called ?? [])
  return pieces.length === 0 ? [] : [w.carriedHere(pieces, boxes)]
}

function computersSaid(seen: ReportSource): readonly string[] {
  const { words: w, figures: f, kit } = seen
  const computers = f.whole('directory.computers')
  const unsure = computersUnsure(seen.read)
  const waiting = unsure > 0 ? [w.computersUnsure(unsure)] : []
  if (computers === 0) return [w.noComputers, ...waiting]
  const rate = perThousand(computers, populationOf(seen))
  const said = w.computers(
    many(computers, w.many.computer, seen),
    many(f.whole('directory.access'), w.many.spot, seen),
    rate,
  )
  const known = new Map(seen.communes.map(one => [one.code, one]))
  const standing = computersIn(seen.read)
  const far = seen.communes
    .flatMap(one => {
      const near = nearest(one, standing, known)
      return near ? [{ name: one.name, near }] : []
    })
    .toSorted((a, b) => b.near.distanceM - a.near.distanceM)[0]
  return far && far.near.distanceM > 0
    ? [said, ...waiting, w.farthest(far.name, distance(far.near.distanceM, kit.request.lang))]
    : [said, ...waiting]
}

/** What there is more of, or less, than in the last report, in one sentence. */
function grown({ words: w, figures, before, kit }: ReportSource): readonly string[] {
  if (!before) return []
  const pieces = THINGS.flatMap(id => {
    const change = figures.change(id) ?? 0
    return change === 0 ? [] : [w.grownOf(w.short[id].toLowerCase(), w.signed(change))]
  })
  return pieces.length === 0
    ? []
    : [w.grown(dayPlain(before.on, kit.request.lang, kit.request.today), pieces.join(', '))]
}
