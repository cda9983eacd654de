/** Words of *C'est mon numéro : le cacher*. `en.ts` has this type. */
export const fr = {
  link: 'C’est mon numéro\u00a0: le cacher',
  footLink: 'Votre numéro est sur cette page\u00a0? Le cacher',
  title: 'C’est mon numéro\u00a0: le cacher',
  lead: 'Écrivez le numéro qui est affiché. Il disparaît tout de suite de cette borne, partout où il est écrit. Il n’y a pas de raison à donner, ni de carte à avoir.',
  where: (title: string) => `Il se lit sur «\u00a0${title}\u00a0».`,
  after: (keeper: string) =>
    `${keeper} le saura, et décidera de la suite avec vous. Rien n’est perdu\u00a0: il peut être remontré si on le demande.`,
  beyond: 'Le papier déjà imprimé et les autres bornes ne sont pas atteints d’ici\u00a0: dites-le, et ce sera demandé aux autres bornes.',
  number: 'Le numéro affiché',
  hide: 'Le cacher',
  done: (keeper: string) => `C’est fait\u00a0: ce numéro ne se lit plus nulle part ici. ${keeper} décidera de la suite.`,
  whole: 'Écrivez le numéro en entier, comme il est affiché.',
  notThere: 'Ce numéro n’est affiché nulle part ici. Relisez-le chiffre par chiffre.',
  keeperSaid: (keeper: string) =>
    `${keeper} l’a remontré après avoir demandé à qui il est. Pour le cacher encore, dites-le-lui, ou entrez avec votre carte.`,
  tool: 'Numéros cachés',
  listTitle: 'Numéros cachés',
  listLead:
    'Quelqu’un a dit «\u00a0c’est mon numéro\u00a0» et l’a caché. Appelez-le\u00a0: si c’est bien lui, effacez-le pour de bon\u00a0; sinon, remontrez-le.',
  none: 'Aucun numéro n’est caché.',
  askedBy: { visitor: 'caché par quelqu’un de passage', member: 'caché par un·e habitant·e', keeper: 'caché par vous' },
  stood: 'Il était sur',
  gone: 'une page qui n’est plus',
  showAgain: 'Le remontrer',
  showAgainHint: 'Il se lit de nouveau partout. Seule la carte de cette personne, ou vous, pourra le recacher.',
  shownAgain: 'C’est remontré.',
  eraseLead:
    'Effacer ce numéro partout ici, et le demander aux autres bornes. Cela ne se défait pas, et demande un des dix codes de votre feuille.',
  erased: 'C’est effacé ici, et demandé aux autres bornes.',
  nothing: 'Ce numéro n’est plus dans cette liste.',
  kept: 'Remontrés',
  keptLead: 'Ceux-là, vous les avez remontrés\u00a0: personne ne les cache plus sans carte.',
  hideAgain: 'Le cacher',
  waiting: (n: number) => (n === 1 ? 'un numéro est caché, en attendant votre avis' : `${n} numéros sont cachés, en attendant votre avis`),
}
