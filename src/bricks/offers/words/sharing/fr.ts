/** What a sentence says there is, that each takes some of. */
export const fr = {
  understood: {
    offer: (amount: string) => `${amount} en tout\u00a0: chacun dira combien il en prend`,
    need: (amount: string) => `${amount} en tout\u00a0: chacun dira combien il en apporte`,
  },
  asked: (amount: string) => `${amount}\u00a0: à partager\u202f?`,
  tick: {
    offer: 'Oui, que chacun dise combien il en prend',
    need: 'Oui, que chacun dise combien il en apporte',
  },
  act: {
    offer: 'Que chacun dise combien il en prend',
    need: 'Que chacun dise combien il en apporte',
  },
  allTaken: { offer: 'tout est pris', need: 'le compte y est' },
  closed: 'C’est complet\u00a0: cette annonce n’est plus dans les listes.',
  said: 'C’est à partager\u00a0: chacun peut dire combien.',
  undone: 'Ce n’est plus à partager.',
}
