import { COMMUNES } from '../seeds/communes.ts'
import { THEMES } from '../seeds/themes.ts'
import { MODES } from '../src/bricks/offers/matching/modes.ts'
import type { Spoken } from '../src/bricks/offers/matching/spoken.ts'
import { isAnswer, type Meeting, meet, themeOf } from '../src/bricks/offers/matching.ts'
import type { Planted, PlantedPair } from './matching-planted.ts'

export const themes = THEMES.map(({ key, label, synonyms }) => themeOf({ id: key, label, synonyms }))
const pointOf = (commune: string) => COMMUNES.find(([code, name]) => code === commune || name === commune)?.[4] ?? null

/** A pair's notice as matching reads it; themes by their label, communes by code or name. */
export function spokenOf(side: 'offer' | 'need', said: Planted, id: string): Spoken {
  const filed = (said.themes ?? []).flatMap(label => themes.find(theme => theme.label.toLowerCase() === label.toLowerCase())?.id ?? [])
  const commune = said.commune ?? null
  return {
    id,
    side,
    title: said.title,
    more: '',
    themes: filed,
    mode: MODES.find(mode => side === 'offer' && mode === said.mode),
    hand: said.mode === 'hand',
    commune,
    point: commune ? pointOf(commune) : null,
    whose: { who: said.who ?? null, reach: said.reach ?? null, from: [] },
  }
}

export type Scored = Readonly<{ right: number; missed: readonly Judged[]; wrong: readonly Judged[]; precision: number; recall: number }>
export type Judged = Readonly<{ pair: PlantedPair; meeting: Meeting | undefined }>

export function score(pairs: readonly PlantedPair[]): Scored {
  const judged = pairs.map((pair, i): Judged & { found: boolean } => {
    const meeting = meet(spokenOf('offer', pair.offer, `o${i}`), spokenOf('need', pair.need, `n${i}`), themes)
    return { pair, meeting, found: isAnswer(meeting) }
  })
  const right = judged.filter(one => one.found && one.pair.answers).length
  const missed = judged.filter(one => !one.found && one.pair.answers)
  const wrong = judged.filter(one => one.found && !one.pair.answers)
  return { right, missed, wrong, precision: right / Math.max(1, right + wrong.length), recall: right / Math.max(1, right + missed.length) }
}
