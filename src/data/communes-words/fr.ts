/** Places that a person names, and which of those that share a name. */
export const fr = {
  whereHint:
    'Une communauté de communes, un code postal, ou les noms des communes séparés par des ' +
    'virgules. Par exemple : Sail-sous-Couzan, Trelins, Boën-sur-Lignon.',
  which: 'Laquelle ?',
  noWhere: 'Dites où : le nom d’une communauté de communes, ou ceux des communes.',
  noPlace: (typed: string) =>
    `« ${typed} » : aucune commune ni communauté de communes de ce nom. Vérifiez l’orthographe.`,
  several: 'Plusieurs portent ce nom : choisissez.',
  missed: (names: string) =>
    `Pas trouvé : ${names}. Vérifiez l’orthographe, ou ajoutez le département entre parenthèses.`,
  communesAre: (n: number) => (n === 1 ? 'Une commune' : `${n} communes`),
  goOn: 'Continuer',
  goBack: 'Corriger',
  understood: 'Est-ce bien cela\u00a0?',
  understoodLead: 'Rien n’est encore écrit. Voici ce que la page a compris.',
}
