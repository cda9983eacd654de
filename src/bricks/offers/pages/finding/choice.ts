import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { wordsAsked } from '../../../../contract/tables.ts'
import type { Territory } from '../../../../contract/territory.ts'
import { isDay } from '../../../../core/form/fit.ts'
import type { Input } from '../../../../core/form/input.ts'
import { asSent } from '../../../../core/form/input.ts'
import { distanceM } from '../../../../core/place.ts'
import type { Filter } from '../../../../ui/list.ts'
import { uiWords } from '../../../../ui/words.ts'
import { isMode, MODES } from '../../model/modes.ts'
import { KINDS, kindAsked, type NoticeFilter } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

/**
 * What an address may ask of the notices; each search has its own, which a page of paper may bear.
 */
const NAMES = [
  'mot',
  'genre',
  'facon',
  'jour',
  'par',
  'themes',
  'commune',
  'km',
  'lieu',
  'aujourd-hui',
] as const
/** Units   kilometres, as the crow flies. */
const FAR = ['5', '10', '20'] as const

/** What was chosen, from an address; anything that is none of the choices chooses nothing. */
export function choiceOf(query: Input, territory: Territory | undefined): NoticeFilter {
  const mode = asSent(query, 'facon')
  const commune = asSent(query, 'commune')
  const km = FAR.find(far => far === asSent(query, 'km'))
  const around =
    km && territory ? codesAround(territory, commune || territory.village, Number(km)) : undefined
  const since = asSent(query, 'depuis')
  const words = wordsAsked(asSent(query, 'mot'))
  const place = asSent(query, 'lieu')
  return {
    kind: kindAsked(asSent(query, 'genre')),
    theme: asSent(query, 'themes'),
    commune,
    ...(isMode(mode) ? { mode } : {}),
    ...(around ? { around } : {}),
    ...(asSent(query, 'aujourd-hui') === '1' ? { now: true } : {}),
    ...(isDay(since) ? { since } : {}),
    ...(words === '' ? {} : { words }),
    ...(place === '' ? {} : { place }),
  }
}

/**
 * The communes whose points lie within so many kilometres of that one's; itself always, though
 * nobody knows where it is.
 *
 * Units   kilometres.
 */
export function codesAround(
  territory: Pick<Territory, 'communes'>,
  from: string,
  km: number,
): readonly string[] {
  const here = territory.communes.find(one => one.code === from)?.point
  const near = territory.communes.filter(
    one => here && one.point && distanceM(here, one.point) <= km * 1000,
  )
  return [...new Set([from, ...near.map(one => one.code)])]
}

/** The same search at another page: its own words only, in their order. */
export function searchQuery(query: Input, more: Readonly<Record<string, string>> = {}): string {
  const asked = NAMES.flatMap(name =>
    asSent(query, name) === '' ? [] : [[name, asSent(query, name)]],
  )
  return new URLSearchParams([...Object.entries(more), ...asked]).toString()
}

export function filtersOf(kit: Kit, read: Reader, words: Words): readonly Filter[] {
  const { finding: w } = words
  const themes = read.published.themesListed?.() ?? []
  const modes: Readonly<Record<string, string>> = words.types.offer.fields.mode.choices
  return [
    { name: 'mot', label: uiWords(kit.request.lang).words },
    {
      name: 'genre',
      label: words.kind,
      options: KINDS.map(kind => ({ value: kind, label: words.kinds[kind] })),
    },
    {
      name: 'facon',
      label: w.mode,
      options: MODES.map(mode => ({ value: mode, label: modes[mode] ?? mode })),
    },
    {
      name: 'themes',
      label: words.theme,
      isSaid: true,
      options: themes.map(one => ({ value: one.id, label: one.title })),
    },
    {
      name: 'commune',
      label: words.commune,
      options: (kit.territory?.communes ?? []).map(one => ({ value: one.code, label: one.name })),
    },
    {
      name: 'km',
      label: w.far,
      options: kit.territory ? FAR.map(km => ({ value: km, label: w.within(km) })) : [],
    },
    { name: 'lieu', label: w.place, isSaid: true, options: placeAsked(kit, read) },
    { name: 'aujourd-hui', label: w.when, options: [{ value: '1', label: w.today }] },
  ]
}

/** The place that the map led to: no other is proposed above the list. */
function placeAsked(kit: Kit, read: Reader): NonNullable<Filter['options']> {
  const value = asSent(kit.request.query, 'lieu')
  const label = read.called(value)?.title
  return label === undefined ? [] : [{ value, label }]
}

/**
 * What was chosen, in words, for a page of paper: *on propose, à prêter, à moins de 10 km de
 * Boën-sur-Lignon*.
 */
export function sayChoice(kit: Kit, read: Reader, words: Words): string {
  const choice = choiceOf(kit.request.query, kit.territory)
  const w = words.finding
  const modes: Readonly<Record<string, string>> = words.types.offer.fields.mode.choices
  const named = (code: string) => kit.communeNamed(code) ?? code
  const km = choice.around ? asSent(kit.request.query, 'km') : ''
  const where =
    km !== ''
      ? w.withinOf(km, named(choice.commune || (kit.territory?.village ?? '')))
      : named(choice.commune)
  return [
    choice.words && w.withWords(asSent(kit.request.query, 'mot')),
    choice.kind && words.kinds[choice.kind],
    choice.mode && modes[choice.mode],
    choice.theme && read.called(choice.theme)?.title,
    choice.place && read.called(choice.place)?.title,
    where,
    choice.now && w.today,
  ]
    .filter(Boolean)
    .join(', ')
}
