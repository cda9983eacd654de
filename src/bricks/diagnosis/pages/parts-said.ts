import { onDay } from '../../../text/days.ts'
import { ideasOf, voicesOf } from '../model/read.ts'
import { drawn, periodOf, type ReportLine, type ReportPart, type ReportSource } from './seen.ts'

const MOST_VOICES = 12
const MOST_IDEAS = 40

/** What was said, and ideas with what became of them. */
export const saidParts = (seen: ReportSource): readonly (ReportPart | undefined)[] => [
  voices(seen),
  ideas(seen),
]

function voices(seen: ReportSource): ReportPart | undefined {
  const { words: w, kit, read } = seen
  const all = voicesOf(read, seen.since ?? '', MOST_VOICES)
  if (all.length === 0) return undefined
  const lines = all.map(
    (one): ReportLine => ({
      words: w.quote(one.saying),
      ...(one.name || one.on
        ? {
            under: [one.name, one.on && onDay(one.on, kit.request.lang, kit.request.today)]
              .filter(Boolean)
              .join(', '),
          }
        : {}),
    }),
  )
  return {
    id: 'paroles',
    title: w.voicesTitle,
    says: [w.voicesLead(periodOf(seen))],
    lines,
    source: w.sourceVoices,
  }
}

function ideas(seen: ReportSource): ReportPart | undefined {
  const { words: w, read } = seen
  const all = ideasOf(read, MOST_IDEAS)
  if (all.length === 0) return undefined
  const count = (state: string): number => all.filter(one => one.state === state).length
  const rows = (['became', 'open', 'dropped'] as const).map(state => ({
    label: w.ideaStates[state],
    value: count(state),
  }))
  const lines = all.map(
    (one): ReportLine => ({
      words: one.title,
      under:
        one.state === 'became' && one.became ? w.ideaBecame(one.became) : w.ideaStates[one.state],
      ...(one.path ? { href: one.path } : {}),
    }),
  )
  return {
    id: 'idees',
    title: w.ideasTitle,
    says: [w.ideasLead(all.length, count('became'))],
    lines,
    drawn: [
      drawn('stacked', { id: 'devenues', title: w.chartIdeas, shows: w.chartIdeasShows, rows }, [
        w.state,
        w.howMany,
      ]),
    ],
    source: w.sourceIdeas,
  }
}
