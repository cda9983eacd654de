import { onDay } from '../../../text/days.ts'
import { ideasOf, meetingsOf, voicesOf } from '../model/read.ts'
import { drawn, periodOf, type ReportLine, type ReportPart, type ReportSource } from './seen.ts'

const MOST_VOICES = 12
const MOST_IDEAS = 40
const MOST_MEETINGS = 6

/** What was said, what became of it by meeting, and ideas with what became of them. */
export const saidParts = (seen: ReportSource): readonly (ReportPart | undefined)[] => [
  voices(seen),
  became(seen),
  ideas(seen),
]

/** Where a thing said stands, as the report tells it. */
const STANDING = ['done', 'going', 'decided', 'coming', 'todo', 'open'] as const

/** *De ce qui a été dit le 12 février : 3 faites, 2 en cours, 5 questions ouvertes.* */
function became(seen: ReportSource): ReportPart | undefined {
  const { words: w, kit, read } = seen
  const { lang, today } = kit.request
  const all = meetingsOf(read, seen.since ?? '', MOST_MEETINGS)
  const counts = read.published.saidThen?.(
    all.map(one => one.id),
    today,
  )
  const lines = all.flatMap((one): ReportLine[] => {
    const count = counts?.get(one.id)
    return count && STANDING.some(stand => count[stand] > 0)
      ? [
          {
            words: w.saidThen(onDay(one.date, lang, today), count),
            said: [],
            href: `/fils/${one.id}`,
          },
        ]
      : []
  })
  return lines.length === 0
    ? undefined
    : { id: 'fils', title: w.threadsTitle, says: [w.threadsLead], lines, source: w.sourceThreads }
}

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
      said: [one.title, one.became ?? ''],
      ...(one.path ? { href: one.path } : {}),
    }),
  )
  return {
    id: 'idees',
    title: w.ideasTitle,
    says: [w.ideasLead(all.length, count('became'))],
    lines,
    drawn: drawn(
      'stacked',
      { id: 'devenues', title: w.chartIdeas, shows: w.chartIdeasShows, rows },
      [w.state, w.howMany],
    ),
    source: w.sourceIdeas,
  }
}
