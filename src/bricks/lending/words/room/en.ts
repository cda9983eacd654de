import type { fr } from './fr.ts'

const andOf = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

/** Of a room or a desk: it stays where it is, and people come to it. */
export const en: typeof fr = {
  goesOut: 'They came',
  goesOutWhole: 'They came, all is there',
  goesOutRest: 'They came, with all that is there',
  goesOutNoting: 'They came, with its condition or the time',
  handedThus: { Out: 'They came like this', Back: 'They left like this' },
  isBack: 'They left',
  backWhole: 'They left, all is in order',
  backAsGone: 'They left, with all that was there',
  goesOutNow: 'They came without a booking',
  alreadyOut: 'They are there already',
  state: { out: 'there', back: 'left' },
  came: 'Came on, at',
  left: 'Left on, at',
  heads: { out: 'Came, day and hour', back: 'Left, day and hour' },
  handedOut: (title, name) => `${title}: ${name === '' ? 'they' : name} came.`,
  handedOutClash: (title, name) =>
    `${title}: ${name === '' ? 'they' : name} came. ` +
    'But it was promised to somebody else: call both.',
  handedBack: title => `${title}: they left, all is in order.`,
  handedBackShort: (title, pieces) =>
    `${title}: they left.${pieces.length === 0 ? '' : ` Missing: ${andOf(pieces)}.`}`,
}
