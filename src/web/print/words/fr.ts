/** The sentences where a print could not be made. */
export const fr = {
  busy: 'Beaucoup de gens impriment à la fois',
  busyDo: 'Revenez dans un instant.',
  nothing: 'Il n’y a rien à imprimer ici',
  nothingDo: 'Cette page a peut-être changé d’adresse, ou ce qu’elle montrait n’y est plus.',
  notSet: 'Cette feuille n’a pas pu être faite',
  notSetDo: (reference: string) =>
    'La page elle-même est entière, et rien n’est perdu. Dites-le à la personne qui tient ' +
    `la page\u00a0: repère ${reference}.`,
}
