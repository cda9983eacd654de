/** A stack of papers, keyed one after the other. */
export const fr = {
  reach: 'Comment joindre',
  agree: 'D’accord pour',
  agrees: { ici: 'affiché ici', voisins: 'et dans les villages voisins' },
  sayAgree:
    'Regardez ce qui est coché sur le papier. Si rien ne l’est, gardez-le et demandez à ' +
    'la personne.',
  sayTo: 'Écrivez où va la personne, comme sur le papier.',
  same: 'Pour toute la pile : qui saisit, le jour',
  keyer: 'Qui saisit',
  written: 'Papiers écrits le',
  blank: 'Imprimer des papiers à remplir',
  word: 'Saisir un papillon «\u00a0Un mot pour…\u00a0»',
  hereCount: (n: number) =>
    n === 1
      ? 'Un papier est accroché ici seulement.'
      : `${n} papiers sont accrochés ici seulement.`,
  decideFirst: 'Son téléphone est caché\u00a0: décidez d’abord, dans «\u00a0Numéros cachés\u00a0».',
  hereTitle: 'Accrochés ici seulement',
  hereLead: 'Ces personnes ont dit oui pour ici, pas pour les villages voisins.',
  hereNone: 'Aucun papier n’est accroché ici seulement.',
  showAround: 'D’accord aussi pour les villages voisins\u00a0: l’afficher',
  takeDown: 'Enlever de la page',
  hangsAgain: 'C’est de nouveau sur la page.',
  takenDown: 'C’est enlevé de la page.',
  keptHere:
    'C’est noté\u00a0: cela se lit ici, sur la page comme au tableau, et ne part pas vers ' +
    'les villages voisins.',
}
