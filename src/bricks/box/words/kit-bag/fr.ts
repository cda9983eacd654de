/**
 * The bag's words; `en.ts` has this type. `own`: what a box for an evening needs, by keys that are
 * for ever. `once`: what stood there in a version before; it may still be missing, or stand in a
 * keeper's own list.
 */
export const kitBagFr = {
  title: 'La mallette',
  lead: 'Ce qu’il faut emporter pour une soirée. On coche en partant, on coche en rentrant.',
  own: {
    box: { name: 'la borne', count: 1, pocket: 'le fond' },
    plug: { name: 'son alimentation', count: 1, pocket: 'le fond' },
    lead: { name: 'rallonge de 5 mètres', count: 1, pocket: 'le fond' },
    block: { name: 'multiprise', count: 1, pocket: 'le fond' },
    card: { name: 'carte mémoire de secours, prête', count: 1, pocket: 'la petite poche' },
    keys: { name: 'clés USB', count: 3, pocket: 'la petite poche' },
    reader: { name: 'lecteur de cartes', count: 1, pocket: 'la petite poche' },
    hdmi: { name: 'câble HDMI', count: 1, pocket: 'la poche des câbles' },
    usb: { name: 'câble USB pour recharger un téléphone', count: 1, pocket: 'la poche des câbles' },
    network: { name: 'câble réseau', count: 1, pocket: 'la poche des câbles' },
    slips: { name: 'billets à remplir', count: 40, pocket: 'le rabat' },
    pencils: { name: 'crayons taillés', count: 10, pocket: 'le rabat' },
    tape: { name: 'ruban adhésif et punaises', count: 1, pocket: 'le rabat' },
    counter: { name: 'cartes du comptoir', count: 2, pocket: 'le rabat' },
  },
  once: {
    sheet: 'feuille de la personne qui tient la page',
    codes: 'phrase de passe et codes, dans une enveloppe',
  },
  stays:
    'Restent à la maison : la phrase de passe, la feuille des dix codes et la feuille « Tenir ' +
    'la borne ». Un sac se perd ; avec elles, il ouvrirait la borne et ses sauvegardes.',
  missing: 'Pas encore revenu',
  missingLead: 'Dites-le à qui portait la mallette, ou demandez sur place.',
  missingLine: (thing: string, day: string, where: string) =>
    `${thing}\u00a0: parti le ${day}, ${where}`,
  found: 'Retrouvé',
  foundSaid: 'C’est noté\u00a0: retrouvé.',
  next: 'Pour la prochaine soirée',
  nextLead: 'Dites quand, où, et qui porte\u00a0: la liste s’imprime ensuite.',
  whichKit: 'Avec quoi dedans',
  whichKitHint: 'Une malle qui se prête\u00a0: réservez-la aussi, pour ce jour.',
  ownList: 'la liste de la mallette',
  prepare: 'Préparer la mallette',
  prepared: 'La mallette est à remplir.',
  evening: (day: string, where: string) => `Le ${day}, ${where}`,
  carriedBy: (who: string) => `Portée par ${who}.`,
  left: 'Parti',
  back: 'Revenu',
  leftThing: (thing: string) => `Parti\u00a0: ${thing}`,
  backThing: (thing: string) => `Revenu\u00a0: ${thing}`,
  note: 'Noter ce qui est coché',
  noted: 'C’est noté.',
  empty: 'La soirée est finie, tout est vidé',
  emptied: 'La mallette est vidée, tout est revenu.',
  emptiedBut: (n: number) =>
    n === 1
      ? 'La mallette est vidée. Une chose n’est pas revenue.'
      : `La mallette est vidée. ${n} choses ne sont pas revenues.`,
  nothingLeft: 'Cochez d’abord ce qui est parti.',
  print: 'Imprimer la liste',
  change: 'Changer la liste',
  list: 'Ce qu’il y a dans la mallette',
  listLead: 'Videz un nom pour retirer la chose. Les trois dernières lignes sont pour ajouter.',
  headers: { count: 'Nombre', name: 'Quoi', pocket: 'Dans quelle poche', lentBy: 'Prêté par' },
  lentHint: 'On ne nomme quelqu’un que s’il l’a bien voulu. Sinon, laissez vide.',
  agreed: 'Les personnes nommées ici m’ont dit oui',
  sayAgreed: 'Cochez que les personnes nommées vous ont dit oui, ou videz leur nom.',
  badCount: 'Un nombre s’écrit en chiffres, de 1 à 999.',
  tooLong: 'C’est trop long pour une ligne du papier\u00a0: raccourcissez.',
  sayName: 'Dites ce que c’est.',
  keep: 'Garder la liste',
  kept: 'La liste est gardée.',
  changedSince: 'La mallette a changé pendant ce temps\u00a0: regardez, puis recommencez.',
  added: (n: number) => `à ajouter ${n}`,
  row: (header: string, thing: string) => `${header}\u00a0: ${thing}`,
  waits: (n: number) =>
    n === 1
      ? 'une chose de la mallette n’est pas revenue'
      : `${n} choses de la mallette ne sont pas revenues`,
  paper: {
    title: 'La mallette',
    day: 'Le',
    where: 'Où',
    carries: 'Qui porte',
    heads: {
      left: 'Parti',
      back: 'Revenu',
      count: '',
      name: 'Quoi',
      pocket: 'Où',
      lentBy: 'À qui',
    },
    unreturned: 'Pas encore revenu d’une autre soirée',
    back: 'Au retour, recopiez les cases sur la page «\u00a0La mallette\u00a0».',
    notes: 'À racheter, à réparer',
    printed: (day: string) => `imprimé le ${day}`,
  },
}
