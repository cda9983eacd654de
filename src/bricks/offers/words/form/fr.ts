/** The form of a notice, and what it understood. */
export const fr = {
  lead:
    'Quatre choses\u00a0: une phrase, votre prénom, votre commune, comment vous joindre. ' +
    'Puis qui peut la lire.',
  leadKnown: 'Une phrase, et qui peut la lire. La borne sait le reste.',
  sayFirstName: 'Écrivez votre prénom\u00a0: c’est lui qu’on demandera.',
  nobodysPhone: (typed: string) =>
    `«\u00a0${typed}\u00a0» n’est pas le téléphone de quelqu’un. Écrivez ses dix chiffres.`,
  commune: 'Votre commune',
  communeHint: 'Pour qu’on la trouve par village.',
  noCommune: 'pas de réponse',
  /** *Josette, Sail-sous-Couzan, 04 77…: changer*. */
  known: (pieces: readonly string[]) => `${pieces.join(', ')}\u00a0: changer`,
  /** The field was corrected, and the sentence was not. */
  stillSays: {
    price: 'Votre phrase dit encore l’ancien prix\u00a0: changez-la aussi.',
    amount: 'Votre phrase dit encore l’ancienne quantité\u00a0: changez-la aussi.',
  },
  asUsual: 'comme d’habitude',
  phoneHint: 'Qui lit l’annonce le lira.',
}
