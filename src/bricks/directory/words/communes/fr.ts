/** Communes that join the page after its opening. */
export const fr = {
  title: 'Les communes de la page',
  lead: (names: string) => `La page compte ${names}.`,
  leave: 'En retirer une, ou la remettre\u00a0: la page elle-même',
  where: 'Ajouter lesquelles\u00a0?',
  add: 'Les ajouter',
  allThere: 'Ces communes sont déjà sur la page.',
}
