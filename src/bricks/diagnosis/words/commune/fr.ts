/** The sheet of one commune. */
export const fr = {
  title: (commune: string) => `${commune}\u00a0: ce qui existe, ce qui manque`,
  lead: (name: string | undefined, day: string) =>
    `${name ? `${name}, au` : 'Au'} ${day}. Ce que la page sait de cette commune, pour sa mairie ` +
    'et pour tout le monde.',
  toOne: 'La feuille d’une commune',
  toOneHint: 'Une page chacune, à imprimer sur une feuille.',
  print: 'Imprimer la feuille de cette commune',
  people: (people: string) => `Population\u00a0: ${people}.`,
  known: (pieces: readonly string[]) =>
    pieces.length === 0
      ? 'On n’y connaît encore ni lieu, ni groupe, ni projet.'
      : `On y connaît ${pieces.join(', ').replace(/, ([^,]*)$/, ' et $1')}.`,
  computer: (name: string, far: string | undefined) =>
    far === undefined
      ? `On s’y sert d’un ordinateur ouvert à tous\u00a0: ${name}.`
      : `L’ordinateur ouvert à tous le plus proche\u00a0: ${name}, ${far} à vol d’oiseau.`,
  notYet:
    'Personne n’y est encore allé pour cette page\u00a0: aucune réunion, aucun rendez-vous, rien ' +
    'dont on ait parlé sur place. Cela ne veut pas dire qu’il ne s’y passe rien.',
  kinds: {
    place: 'Lieux',
    group: 'Groupes',
    project: 'Projets',
    computers: 'Ordinateurs ouverts à tous',
  },
  andMore: (n: number) => (n === 1 ? 'et un autre' : `et ${n} autres`),
  mapSays: (commune: string) => `Carte des communes\u00a0: ${commune} parmi les autres.`,
  mapLegend: (commune: string, colour: string) => `En ${colour}\u00a0: ${commune}.`,
  yearsTitle: 'Cette année et l’an dernier',
  yearAgo: 'Il y a un an',
  yearCaption: 'Ce qui est compté, aujourd’hui et il y a un an',
  todayCaption: 'Ce qui est compté, aujourd’hui',
  noFigure: 'pas encore de chiffre',
  yearFrom: (day: string) => `Il y a un an\u00a0: le diagnostic gardé le ${day}.`,
  yearNone:
    'Il y a un an\u00a0: pas encore de chiffre. Les chiffres d’une commune sont gardés avec ' +
    'chaque diagnostic, et se compareront l’an prochain.',
  meetings: 'Réunions racontées, en douze mois',
  sourceYears:
    'Source\u00a0: les tables de cette page, comptées le jour même\u00a0; les diagnostics ' +
    'gardés. Ce qui touche à des personnes n’est jamais comparé d’une année à l’autre\u00a0: on ' +
    'les reconnaîtrait.',
  peopleTitle: 'Entre voisins',
  peopleFew: 'Trop peu de personnes pour donner un chiffre de cette commune sans les reconnaître.',
  peopleSays: (pieces: readonly string[]) => `Depuis le début\u00a0: ${pieces.join('\u00a0; ')}.`,
  piece: (head: string, n: string) => `${head.toLowerCase()}\u00a0: ${n}`,
  sourcePeople:
    'Source\u00a0: les annonces, les arrangements et les difficultés notées, comptés, jamais ' +
    'nommés. Sous trois, rien n’est dit.',
  lacks: 'Ce qui manque',
  lacksNothing: 'Aucun lieu de cette commune ne dit ce qui lui manque.',
  askedTitle: 'Ce qu’on vous demande',
  askedNone: 'Aucune demande ne porte sur cette commune.',
  askedHere: (n: number) =>
    n === 1 ? 'Une demande porte sur cette commune.' : `${n} demandes portent sur cette commune.`,
  askedOfAll: 'Pour tout le territoire',
  unknownTitle: 'Ce que la page ne sait pas encore',
  unknown: (who: string) =>
    `Un lieu, un groupe, une chose qui manque\u00a0: écrivez-le ici et rendez la feuille à ${who}.`,
  toAll: 'Tout le territoire',
}
