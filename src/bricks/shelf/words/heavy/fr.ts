import { saySize } from '../../../../ui/sizes.ts'

const size = (bytes: number): string => saySize(bytes, 'fr')

/** Files too large to be held: what the door says of them. */
export const fr = {
  tooLarge: (most: number) =>
    `C’est trop lourd : ici, un fichier fait au plus ${size(most)}. Rien n’a été pris. Pour ` +
    'plus, demandez à la personne qui tient la page.',
  oneTooLarge: (name: string, most: number) =>
    `« ${name} » est trop lourd : au plus ${size(most)} par fichier ici.`,
  title: 'Prendre d’une clé',
  shelf: 'Fichiers',
  lead:
    'Branchez la clé sur la borne. Tous ses fichiers qui vont sur l’étagère sont pris, ceux ' +
    'de ses dossiers aussi ; les autres sont nommés à la fin.',
  noFolder: 'Faites d’abord un dossier sur l’étagère.',
  intoWhich: 'Dans quel dossier',
  licence: 'Sous quelle licence',
  licenceHint: 'Pour les fichiers dont la liste ne dit rien.',
  choose: 'Choisir…',
  season: 'Saison, si c’est un choix à renouveler',
  seasonHint:
    'Avec « Hiver 2026 », tout ce qui est dans le dossier est remplacé d’un coup. Rien ' +
    'd’écrit : les fichiers s’ajoutent.',
  keepOld: 'Garder l’ancien choix dans un dossier à part',
  take: 'Prendre ces fichiers',
  list: 'La liste, s’il y en a une',
  listMeans:
    'À la racine de la clé, « etagere.csv » ou « etagere.json » dit de chaque fichier : ' +
    'fichier, titre, auteur, licence, source, description. Une médiathèque en prépare une ' +
    'pour dix villages.',
  taking: 'Fichiers en route',
  takingNow: (done: number, total: number) =>
    total === 0
      ? 'On regarde la clé.'
      : `${done} sur ${total} sont pris. Rien n’est encore sur l’étagère : tout y sera d’un coup.`,
  leaveKey: 'Laissez la clé branchée. Cette page se relit toute seule.',
  lookAgain: 'Regarder maintenant',
  whichFolder: 'Dites dans quel dossier.',
  whichSeason: 'Ce dossier est un choix de saison : dites de laquelle est celui-ci.',
  whichLicence: 'Choisissez une licence pour les fichiers dont la liste ne dit rien.',
  badList:
    'La liste de la clé ne se lit pas : un fichier CSV ou JSON à six colonnes. Rien n’a été ' +
    'changé.',
  pulledOut:
    'La clé n’a pas pu être lue jusqu’au bout. Rien n’a été changé : rebranchez-la et recommencez.',
  notFinished: 'Cela n’a pas pu être écrit. Rien n’a été changé.',
  tooMany: (most: number) => `La clé a plus de ${most} fichiers : les premiers seuls sont pris.`,
  noRoom: (name: string) => `« ${name} » n’a plus de place sur l’étagère.`,
  noSuchFolder: (named: string, all: string) =>
    `Il n’y a pas de dossier « ${named} » sur l’étagère. ` +
    `${all === '' ? 'Faites-en un sur la page.' : `Il y a : ${all}.`}`,
  noSuchLicence: (all: string) => `Donnez une licence avec --licence : ${all}.`,
  gone: 'Ce fichier n’est plus sur cette borne',
  goneDo:
    'Sa ligne est restée, mais pas lui : une sauvegarde ou un export ne les emporte que si ' +
    'on le demande. Dites-le à la personne qui tient la page, elle peut le rapporter ou ' +
    'retirer la ligne.',
}
