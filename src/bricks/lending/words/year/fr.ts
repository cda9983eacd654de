const many = (n: number, one: string, several: string): string =>
  n === 0 ? `0 ${one}` : n === 1 ? `1 ${one}` : `${n} ${several}`

/** What those who decide read: the loans of a year in numbers, and who answers for what. */
export const fr = {
  title: 'Le prêt, cette année',
  about: 'Ce qui sert le plus, ce qui manque, qui s’occupe de quoi\u00a0: en chiffres.',
  titleOf: (year: string) => `Le prêt, en ${year}`,
  lead: (from: string, to: string) => `Du ${from} au ${to}.`,
  of: (year: string) => `En ${year}`,
  thisYear: 'Cette année',
  print: 'Imprimer',
  nothing: 'Aucune chose n’est prêtée ici pour l’instant.',
  few: 'moins de\u00a03',
  yes: 'oui',
  caption: 'Chose par chose',
  heads: {
    thing: 'Chose',
    loans: 'Fois',
    days: 'Jours pris',
    people: 'Personnes',
    taken: 'Refusé, c’était pris',
    waited: 'Attendu',
    missing: 'Il manque',
    due: 'Entretien à faire',
    inCharge: 'Qui s’en occupe',
    given: 'Confié à',
    since: 'Depuis le',
  },
  total: (things: number, loans: number) =>
    `${many(things, 'chose', 'choses')} à prêter, ${many(loans, 'fois prêtée', 'fois prêtées')}`,
  by: (people: string) => `par ${people} personnes`,
  byOne: 'par moins de 3 personnes',
  most: 'Le plus prêté',
  mostOf: (title: string, n: number, days: number) =>
    `${title} (${n} fois, ${many(days, 'jour', 'jours')})`,
  neverFree: 'Demandé, et ce n’était pas libre',
  neverFreeOf: (title: string, n: number) => `${title} (${n} fois)`,
  neverLent: 'Jamais prêté',
  missing: 'Il manque',
  missingOf: (title: string, pieces: readonly string[]) => `${title} (${pieces.join(', ')})`,
  due: 'Entretien à faire',
  without: 'Confié à personne',
  colon: '\u00a0: ',
  more: (n: number) => (n === 1 ? 'et une autre' : `et ${n} autres`),
  method:
    'Compté par la machine, sans le nom de qui emprunte. Une réservation dont le jour est venu ' +
    'compte comme un prêt. D’une ou deux personnes, le nombre n’est pas dit.',
  methodTaken:
    '«\u00a0Refusé\u00a0»\u00a0: une demande à laquelle on a répondu non, et c’était pris. ' +
    '«\u00a0Attendu\u00a0»\u00a0: qui a attendu son tour. Qui lit aussitôt «\u00a0c’est ' +
    'pris\u00a0» et s’en va ne laisse pas de trace, et n’est pas compté.',
  methodNow: 'Ce qui manque, l’entretien et les noms sont ceux d’aujourd’hui.',
  // Who is in charge of what.
  sheet: 'Qui s’occupe de quoi',
  sheetLead: 'Ce qui se prête, et à qui en parler.',
  unnamed: (n: number) =>
    n === 1 ? 'une personne, prénom non dit' : `${n} personnes, prénoms non dits`,
  others: (n: number) => (n === 1 ? 'et une autre personne' : `et ${n} autres personnes`),
  nobody: 'Personne pour l’instant',
  nobodyLead: 'Voulez-vous vous en occuper\u00a0? Dites-le à qui tient la page.',
  noneWithout: 'Chaque chose a quelqu’un qui s’en occupe.',
  speakTo: (who: string) => `pour en parler\u00a0: ${who}`,
  printedOn: (day: string) => `Imprimé le ${day}`,
  // Figures for the council.
  indicators: {
    things: 'choses à prêter',
    loans: 'prêts de ces choses',
    people: 'personnes qui en ont emprunté',
    neverFree: 'choses demandées par trois ou plus alors qu’elles étaient prises',
  },
}
