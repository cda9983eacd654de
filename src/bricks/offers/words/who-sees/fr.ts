/** Who reads a notice: everybody, or people who hold a card of this box. */
export const fr = {
  card: 'ici, seulement avec une carte (tous ceux qui en ont une)',
  everybody: 'ici, tout le monde',
  cardSlip: 'affiché nulle part, lu avec une carte',
  mark: 'visible avec une carte',
  note:
    'Visible avec une carte seulement\u00a0: elle ne s’imprime pas, et ne se lit ni sans carte ' +
    'ni ailleurs qu’ici.',
  elsewhere:
    'Des annonces se lisent seulement avec une carte\u00a0: à la borne, ou en https, pas sur ce ' +
    'réseau ouvert.',
  change: 'Changer qui peut la lire',
  now: (who: string) => `Qui la voit\u00a0: ${who}.`,
  to: {
    ici: 'La montrer à tout le monde, ici',
    voisins: 'La montrer aussi dans les villages voisins',
    carte: 'Ne la montrer qu’avec une carte',
  },
  narrowedOnly:
    'Ce qui a été lu ailleurs ou imprimé ne se reprend pas\u00a0; les autres bornes l’effacent ' +
    'à leur prochaine rencontre.',
  changed: {
    carte: 'C’est fait\u00a0: elle ne se lit plus qu’avec une carte.',
    ici: 'C’est fait\u00a0: tout le monde la lit, ici.',
    voisins: 'C’est fait\u00a0: tout le monde la lit, ici et dans les villages voisins.',
  },
  written: 'C’est écrit. Seules les personnes qui ont une carte le lisent, à la borne ou en https.',
  keyed: 'C’est noté\u00a0: seules les personnes qui ont une carte le lisent.',
}
