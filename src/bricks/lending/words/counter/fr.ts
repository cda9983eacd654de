/** What people read of the counter of who counts nothing else. */
export const fr = {
  title: 'Coups de main',
  lead:
    'Pour qui ne compte ni heures ni euros\u00a0: seulement combien de fois vous avez aidé, et ' +
    'combien de fois on vous a aidé. Vous seul·e le lisez, et vous l’effacez quand vous voulez.',
  begin: 'Compter les miens',
  since: (day: string) => `Depuis le ${day}\u00a0:`,
  ways: { gave: 'J’ai aidé', got: 'On m’a aidé' },
  times: (n: number) => (n === 0 ? 'pas encore' : n === 1 ? 'une fois' : `${n}\u00a0fois`),
  acts: { gave: 'J’ai aidé, une fois de plus', got: 'On m’a aidé, une fois de plus' },
  stop: 'Ne plus compter, et effacer',
  byCard: 'Entrez avec votre carte\u00a0: chacun ne compte que les siens.',
  begunAlready: 'C’est déjà compté.',
  begun: 'On compte à partir d’aujourd’hui.',
  notBegun: 'Rien n’est compté\u00a0: commencez d’abord.',
  counted: 'C’est compté.',
  not: 'Finalement non',
  less: 'C’est retiré.',
  stopped: 'C’est effacé, et plus rien n’est compté.',
}
