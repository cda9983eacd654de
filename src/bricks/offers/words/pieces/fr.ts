import { dayLong, numberWord } from '../../../../text/days.ts'

/** A day, and the day on which it is read. */
export type DayUnderstood = Readonly<{ day: string; today: string }>

/** What was understood, as a sentence in pieces: each opens what corrects it. */
export const fr = {
  lead: 'Voici ce que la page a compris. Touchez ce qui ne va pas\u00a0: cela s’ouvre.',
  ways: {
    offer: {
      give: 'Vous donnez',
      lend: 'Vous prêtez',
      share: 'Vous partagez',
      exchange: 'Vous échangez',
      barter: 'Vous troquez',
      rent: 'Vous louez',
      sell: 'Vous vendez',
      hand: 'Vous donnez un coup de main',
      ride: 'Vous partagez la route',
    },
    need: {
      give: 'Vous aimeriez qu’on vous donne',
      lend: 'Vous aimeriez qu’on vous prête',
      share: 'Vous voulez vous y mettre à plusieurs',
      exchange: 'Vous échangez',
      barter: 'Vous troquez',
      rent: 'Vous cherchez à louer',
      sell: 'Vous achetez',
      hand: 'Vous cherchez un coup de main',
      ride: 'Vous cherchez une place',
    },
  },
  /** After it was sent: each is empty where nothing was understood. */
  understood: (way: string, ride: string, place: string, day: string) =>
    'La page a compris\u00a0: ' +
    `«\u00a0${[way, ride, place, day].filter(Boolean).join(', ')}\u00a0». ` +
    'Si ce n’est pas ça, corrigez l’annonce.',
  noWay: { offer: 'Vous proposez', need: 'Vous cherchez' },
  words: (said: string) => `«\u00a0${said}\u00a0»`,
  at: (commune: string) =>
    commune.startsWith('Le ')
      ? `au ${commune.slice(3)}`
      : commune.startsWith('Les ')
        ? `aux ${commune.slice(4)}`
        : `à ${commune}`,
  atMine: 'dans votre commune',
  noPlace: 'dans un lieu qui n’est pas dit',
  under: (themes: readonly string[]) =>
    `sous ${themes.length === 1 ? 'le thème' : 'les thèmes'} ${themes.join(', ')}`,
  noTheme: 'sous aucun thème',
  until: (day: string) => `jusqu’au ${day}`,
  untilDay: ({ day, today }: DayUnderstood) => `jusqu’au ${dayLong(day, 'fr', today)}`,
  noEnd: 'sans dernier jour',
  against: (what: string) => `en échange\u00a0: ${what}`,
  noReturnGiven: 'sans rien demander en échange',
  noReturn: 'sans dire ce qu’il faut en échange',
  price: (price: string) => `au prix de ${price}`,
  noPrice: 'sans dire le prix',
  returnMore: 'En quelques mots, si vous voulez',
  priceHint: 'Si vous vendez ou louez. Par exemple «\u00a080\u00a0€\u00a0».',
  photo: 'avec une photo, si vous voulez',
  photosReceived: (n: number) =>
    n === 1 ? 'avec la photo déjà reçue' : `avec les ${numberWord(n, 'fr')} photos déjà reçues`,
  rest: 'et plus de détails, si vous voulez',
}
