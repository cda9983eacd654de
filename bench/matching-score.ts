import { COMMUNES } from '../seeds/communes.ts'
import type { SpokenNotice } from '../src/bricks/offers/model/matching/spoken.ts'
import { COUNTERPARTS, MODES } from '../src/bricks/offers/model/modes.ts'
import { isAnswer, type Meeting, meet, themeOf } from '../src/bricks/offers/pages/matching.ts'
import { THEMES } from '../src/core/themes.ts'
import type { Planted, PlantedPair } from './matching-planted.ts'

export const themes = THEMES.map(({ key, label, synonyms }) =>
  themeOf({ id: key, label, synonyms }),
)
const pointOf = (commune: string) =>
  COMMUNES.find(([code, name]) => code === commune || name === commune)?.[4] ?? null

/**
 * A word for a theme, as a village would file it: the theme whose label it is, or one of its
 * synonyms, else a theme of that name alone.
 */
function filedUnder(label: string): string {
  const [key] = themeOf({ id: '', label, synonyms: null }).keys
  return (
    (themes.find(theme => theme.name === key) ?? themes.find(theme => theme.keys.has(key ?? '')))
      ?.id ?? label
  )
}

/** A pair's notice as matching reads it; communes by code or name. */
export function spokenOf(side: 'offer' | 'need', said: Planted, id: string): SpokenNotice {
  const commune = said.commune ?? null
  return {
    id,
    side,
    title: said.title,
    more: said.detail ?? '',
    themes: (said.themes ?? []).map(filedUnder),
    mode: MODES.find(mode => mode === said.mode),
    hand: said.mode === 'hand' || said.hand === true,
    counterpart: COUNTERPARTS.find(one => one === said.counterpart),
    against: said.against ?? null,
    when: said.when ?? null,
    until: said.until ?? null,
    commune,
    point: commune ? pointOf(commune) : null,
    whose: { who: said.who ?? null, reach: said.reach ?? null, from: said.from ? [said.from] : [] },
  }
}

export type Scored = Readonly<{
  right: number
  missed: readonly Judged[]
  wrong: readonly Judged[]
  precision: number
  recall: number
}>
export type Judged = Readonly<{ pair: PlantedPair; meeting: Meeting | undefined }>

/** The day on which the first blind pairs stand. */
const BLIND_DAY = '2026-12-01'

/**
 * `today`: the day on which the pairs stand; the house leaves out what is past before it argues
 * anything (`matching/find.ts`).
 */
export function score(pairs: readonly PlantedPair[], today: string = BLIND_DAY): Scored {
  const stands = ({ until }: Planted): boolean => until === undefined || until >= today
  const judged = pairs.map((pair, i): Judged & { found: boolean } => {
    const meeting = meet(
      spokenOf('offer', pair.offer, `o${i}`),
      spokenOf('need', pair.need, `n${i}`),
      themes,
    )
    return { pair, meeting, found: isAnswer(meeting) && stands(pair.offer) && stands(pair.need) }
  })
  const right = judged.filter(one => one.found && one.pair.answers).length
  const missed = judged.filter(one => !one.found && one.pair.answers)
  const wrong = judged.filter(one => one.found && !one.pair.answers)
  return {
    right,
    missed,
    wrong,
    precision: right / Math.max(1, right + wrong.length),
    recall: right / Math.max(1, right + missed.length),
  }
}
