const andOf = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names)

/** Of a room or a desk: it stays where it is, and people come to it. */
export const fr = {
  goesOut: 'Arrivés',
  goesOutWhole: 'Arrivés, tout est là',
  goesOutRest: 'Arrivés, avec tout ce qui est là',
  goesOutNoting: 'Arrivés, en notant l’état ou l’heure',
  handedThus: { Out: 'Arrivés ainsi', Back: 'Repartis ainsi' },
  isBack: 'Repartis',
  backWhole: 'Repartis, tout est en ordre',
  backAsGone: 'Repartis, avec tout ce qu’il y avait',
  goesOutNow: 'Arrivés sans réservation',
  alreadyOut: 'Les gens sont déjà là',
  state: { out: 'arrivés', back: 'repartis' },
  came: 'Arrivés le, à',
  left: 'Repartis le, à',
  heads: { out: 'Arrivés, jour et heure', back: 'Repartis, jour et heure' },
  handedOut: (title: string, name: string) =>
    `${title}\u00a0: ${name === '' ? '' : `${name}, `}arrivés.`,
  handedOutClash: (title: string, name: string) =>
    `${title}\u00a0: ${name === '' ? '' : `${name}, `}arrivés. ` +
    'Mais c’était promis à quelqu’un d’autre\u00a0: appelez les deux.',
  handedBack: (title: string) => `${title}\u00a0: repartis, tout est en ordre.`,
  handedBackShort: (title: string, pieces: readonly string[]) =>
    `${title}\u00a0: repartis${pieces.length === 0 ? '.' : `\u00a0; il manque ${andOf(pieces)}.`}`,
}
