/** What people read where a field has two versions. */
export const fr = {
  versionsTitle: 'Deux versions',
  versionsLead:
    'Deux personnes ont écrit la même ligne sans se voir. En attendant, la page montre ' +
    'celle qui porte la date la plus récente, et une horloge peut se tromper. Votre choix ' +
    'vaut ensuite pour toutes les bornes.',
  versionsNone: 'Rien n’a deux versions : tout le monde dit la même chose.',
  versionsMore: (n: number) =>
    `Les ${n} premières sont ici. Les autres viendront quand celles-ci seront réglées.`,
  versionsWait: (n: number) =>
    n === 1 ? 'une ligne de la page a deux versions' : `${n} lignes de la page ont deux versions`,
  versionStands: 'celle qui se voit',
  thisOne: 'C’est celle-ci',
  neitherOne: 'Les deux ont raison, ou c’est autre chose',
  versionCame:
    'Une autre version est arrivée pendant que vous choisissiez. Rien n’est écrit : ' +
    'regardez de nouveau, puis choisissez.',
  settled:
    'C’est réglé : une seule version reste, ici et sur les bornes où la tournée l’apportera.',
  withdrawnMeanwhile: 'Quelqu’un l’a retiré de la page pendant que quelqu’un d’autre y écrivait.',
  isWithdrawn: 'C’est retiré de la page.',
  isNotWithdrawn: 'Cela reste sur la page.',
  twoStand: (label: string) => `${label} : il y a deux versions. L’autre dit`,
  twoStandUntold: (label: string) => `${label}\u00a0: il y a deux versions`,
  withdrawnElsewhere: 'Quelqu’un a retiré cela de la page, sur une autre borne.',
  chooseVersion: 'Choisir',
  quotes: ['« ', ' »'] as readonly [string, string],
}
