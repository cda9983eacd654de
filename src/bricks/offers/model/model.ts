import type { BrickModel } from '../../../contract/brick.ts'
import type { fr } from '../words/fr.ts'
import { commands } from './commands.ts'
import { fades } from './commands-matching.ts'
import { contradicted, mendedAmount } from './contradicted.ts'
import { loopsGone } from './loops-gone.ts'
import { SIDES, spokenFrom } from './matching/rows.ts'
import { readingOf, termsOf } from './matching/terms.ts'
import { isPriced } from './price.ts'
import { tables } from './projection.ts'
import { published } from './published.ts'
import { mendedRide, RIDE_MENDED } from './rides/mended.ts'
import { rideContext } from './rides/ride.ts'
import { modelSlots } from './slots.ts'
import type { NoticeSide } from './subject.ts'
import { mendedTitle } from './title.ts'
import { understand } from './understood.ts'
import { offersWords } from './words-kept.ts'

type Row = Readonly<Record<string, unknown>>

/** A relay who stops takes their name, their place and their hours with them. */
const OWNED = {
  owner: 'author',
  keyedBy: 'keyedBy',
  keyedSays: ['toldTo'],
  signed: 'who',
  named: { by: 'relay', fields: ['reach', 'reachBy', 'relay'] },
} as const

/** All that was said in it but how its person is reached: that goes by agreements. */
const MENDED = {
  fields: [
    'title',
    ...RIDE_MENDED,
    'detail',
    'amount',
    'when',
    'where',
    'commune',
    'themes',
    'until',
    'against',
    'priceCents',
  ],
  withdraws: true,
  hides: (field: string, row: Row): boolean =>
    field === 'priceCents'
      ? !isPriced(String(row['mode']))
      : row['mode'] === 'ride'
        ? isNoneOfRide(field, row)
        : RIDE_MENDED.includes(field),
  // The only day of a ride that is driven once is its last one.
  calls: (field: string, row: Row): string | undefined =>
    field === 'until' && row['mode'] === 'ride' && row['rideDays'] === null ? 'when' : undefined,
  refuses: contradicted,
} as const
/** A ride has its own days; one that is driven once has no days that come back. */
const isNoneOfRide = (field: string, row: Row): boolean =>
  (field === 'when' || field === 'amount' ? row[field] === null : false) ||
  (OF_DAYS.includes(field) && row['rideDays'] === null)
const OF_DAYS: readonly string[] = ['rideDays', 'rideNotSchool', 'rideNotHolidays', 'rideOff']

const mended =
  (side: NoticeSide) =>
  <F extends Readonly<Record<string, unknown>>>(
    fields: F,
    row: Readonly<Record<string, unknown>>,
  ): F =>
    mendedAmount(mendedRide(mendedTitle(side)(fields, row), row), row)

/** A notice read as a turn reads it: words, topics and rides. */
function warm(): void {
  const title = 'Anaïs propose des palettes à qui vient avec une remorque samedi'
  const known = rideContext({ today: '2026-12-01' }, undefined)
  understand(title, { ...known, themes: [], territory: undefined })
  const said = spokenFrom(SIDES['offer']!, { id: '', title })
  termsOf(said)
  readingOf(said)
}

export const model: BrickModel<typeof fr> = {
  name: 'offers',
  ...tables,
  commands,
  publishes: published,
  reads: {
    published: [
      'keeper',
      'communesHere',
      'themesListed',
      'memberName',
      'spokenForBy',
      'usualWay',
      'memberCommune',
      'memberPhone',
      'threadOf',
      'partThreads',
      'partsTaken',
      'handsWordsTo',
      'momentsAgreed',
      'noticesArranged',
      'momentsOf',
    ],
    tables: [
      'theme',
      'confirmation',
      'confirmation_home',
      'response',
      'response_home',
      'member_home',
      'deal_part',
      'relay',
      'meeting',
      'commune',
      'place',
      'actor',
      'initiative',
      'access_point',
      'event',
    ],
  },
  grants: ['offer', 'need', 'search-alert'],
  fades,
  owners: {
    offer: OWNED,
    need: OWNED,
    'not-it': { owner: 'author' },
    loop: { owner: 'parties' },
    'search-alert': { owner: 'author' },
  },
  nobodys: ['local-word'],
  mends: {
    offer: { ...MENDED, turned: mended('offer') },
    need: { ...MENDED, turned: mended('need') },
  },
  goesWith: loopsGone,
  warm,
  slots: modelSlots,
  words: offersWords,
}
