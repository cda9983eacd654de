import { ofName } from '../../../../text/of-name.ts'

/** The list of whoever hands words over, and what the sender is told. */
export const handingFr = {
  person: (name: string, n: number, said: string) =>
    n === 1 ? `${name}\u00a0: un mot` : `${name}\u00a0: ${said} mots`,
  allHanded: 'Tout remis',
  allHandedTo: (name: string) => `Tout remis à ${name}`,
  handedTo: (name: string, sender: string) => `Remis à ${name}, le mot ${ofName(sender)}`,
  missed: 'Pas trouvé·e',
  missedWhom: (name: string) => `${name}, pas trouvé·e`,
  refuse: 'Ne pas remettre',
  refuseTo: (name: string, sender: string) => `Ne pas remettre à ${name} le mot ${ofName(sender)}`,
  missedOn: (day: string) => `pas trouvé·e ${day}`,
  withRelays: 'Chez les relais',
  missedTitle: 'Pas trouvé·e ces jours-ci',
  missedLead: 'Ces mots sont gardés. Ils reviennent au-dessus dans trois jours, à réessayer.',
  countMissed: (n: number) =>
    n === 1
      ? 'Un autre est pour une personne pas trouvée ces jours-ci.'
      : `${n} autres sont pour des personnes pas trouvées ces jours-ci.`,
  countCarried: (n: number) =>
    n === 1 ? 'Un autre est chez un relais.' : `${n} autres sont chez des relais.`,
  missedSaid: 'C’est noté\u00a0: pas trouvé·e. Le mot est gardé, on le dit à qui l’a laissé.',
  handedSaid: (n: number) =>
    n === 1 ? 'C’est noté\u00a0: remis. Merci.' : `C’est noté\u00a0: ${n} mots remis. Merci.`,
  nothingThere: 'Ces mots ne sont pas, ou plus, dans votre liste.',
  leftAt: (day: string, time: string) => `laissé ${day} à ${time}`,
  news: {
    handed: (name: string) => `votre mot pour ${name} est remis`,
    missed: (name: string) => `${name} n’a pas été trouvé·e\u00a0: on réessaiera`,
    aside: (name: string) => `votre mot pour ${name} n’a pas été remis`,
    threadAside: (name: string) =>
      `votre mot pour ${name} n’a pas été porté\u00a0: il ne se lit que dans votre arrangement`,
  },
  newsHeard: {
    handed: 'un mot que vous avez laissé est remis',
    missed: 'quelqu’un à qui vous avez laissé un mot n’a pas été trouvé\u00a0: on réessaiera',
    aside: 'un mot que vous avez laissé n’a pas été remis',
    threadAside:
      'un mot que vous avez laissé n’a pas été porté\u00a0: il ne se lit que dans votre ' +
      'arrangement',
  },
  wordFor: (sender: string) => `un mot pour vous, signé ${sender}`,
  wordHeard: 'un mot pour vous',
  reply: 'Répondre',
  leftByMe: 'Mots que j’ai laissés',
  toWhom: (name: string) => `Pour ${name}`,
  strips: {
    title: 'Ce qui attend chacun',
    print: 'Imprimer ce qui attend chacun',
    nothing:
      'Rien n’attend personne\u00a0: il n’y a rien à imprimer. Voyez ' +
      '«\u00a0Mots à remettre\u00a0».',
    heard: 'Cette feuille s’imprime à la borne, ou en https\u00a0: elle porte les mots des gens.',
    for: (name: string) => `${name}, ce qui vous attend`,
    word: (from: string, day: string) => `Un mot ${from}, laissé le ${day}\u00a0:`,
    printed: (day: string) => `imprimé le ${day}`,
    reach: (how: string) => `Pour répondre\u00a0: ${how}`,
    answer: (who: string) => `Pour répondre au reste, dites-le à ${who}.`,
    answerAll: (who: string) => `Pour répondre, dites-le à ${who}.`,
  },
  states: {
    carried: 'en attente d’être remis',
    read: 'vu par la personne qui le remettra',
    missed: 'pas trouvé·e encore\u00a0: on réessaiera',
    delivered: 'remis',
    aside: 'n’a pas été remis',
    threadAside: 'n’a pas été porté\u00a0: il ne se lit que dans votre arrangement',
  },
  statesOn: {
    missed: (day: string) => `pas trouvé·e ${day}\u00a0; on réessaiera un autre jour`,
    delivered: (day: string) => `remis ${day}`,
  },
}
