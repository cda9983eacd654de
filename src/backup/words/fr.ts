import { countedFr as counted } from '../../text/counting.ts'

/** Sentences about restores that failed, and about damaged backups. */
export const fr = {
  restore: {
    doing: 'Remise en place',
    done: (records: number, folder: string) =>
      `La sauvegarde est remise dans ${folder} : ${counted(records, 'élément', 'éléments')} ` +
      'du journal.',
    aside: (folder: string) => `Ce qui s’y trouvait n’est pas effacé : c’est rangé dans ${folder}.`,
    forgotten: (count: number) =>
      `${counted(count, 'valeur oubliée', 'valeurs oubliées')} depuis la sauvegarde ` +
      `l’${count > 1 ? 'ont' : 'a'} été de nouveau.`,
    salvaged: (count: number) =>
      'Un journal était abîmé : ce qui s’y lit encore est repris, ' +
      `${counted(count, 'entrée signée', 'entrées signées')}.`,
    missing: (count: number, feed: string) =>
      `Il manque ${counted(count, 'entrée', 'entrées')} du fil ${feed}.`,
    values: (count: number) =>
      `Il manque ${counted(count, 'valeur', 'valeurs')} (un nom, un texte, une date) : une ` +
      'borne voisine qui les a les rendra.',
    waiting: (count: number) =>
      `${counted(
        count,
        'entrée d’une autre borne reviendra',
        'entrées d’autres bornes reviendront',
      )} ` + 'à la prochaine rencontre.',
    filesGone: (names: readonly string[]) =>
      `${
        names.length > 1
          ? 'Ces photos ou fichiers manquent : ils étaient abîmés'
          : 'Cette photo ou ce fichier manque : il était abîmé'
      } ` +
      `dans la sauvegarde (${names.join(', ')}). Tout le reste est là. Une sauvegarde plus ` +
      'ancienne, ou une borne voisine, en a peut-être une copie entière.',
    lostForgettings:
      'L’ancien journal est illisible : ce qui fut oublié depuis la sauvegarde a pu ' +
      'revenir. Si vous en gardez la liste, recommencez avec --forgettings.',
    notBackup: 'Ce fichier n’est pas une sauvegarde de CoCoTe. Rien n’a été écrit.',
    wrongPassphrase:
      'Ce n’est pas la bonne phrase de passe, ou le fichier est abîmé. Rien n’a été écrit.',
    damaged:
      'Cette sauvegarde est abîmée ou coupée. Prenez-en une autre copie. Rien n’a été écrit.',
    notEmpty: (folder: string) =>
      `Le dossier ${folder} n’est pas vide. Donnez-en un vide avec --data ; rien n’a été écrit.`,
    otherBox: (folder: string) =>
      `Le dossier ${folder} contient une autre borne que celle de la sauvegarde. Rien n’a ` +
      'été écrit.',
    badForgettings: (file: string, line: number) =>
      `${file}, ligne ${line} : ce n’est pas une liste d’oublis. Rien n’a été écrit.`,
  },
  archive: {
    cut: () =>
      'Cette archive est coupée : il en manque la fin. Copiez-la de nouveau. Rien n’a été écrit.',
    damaged: (part: string) =>
      `Cette archive est abîmée${part === '' ? '' : ` (${part})`}. Copiez-la de nouveau. ` +
      'Rien n’a été écrit.',
    notZip: () => 'Ce fichier n’est pas une archive ZIP. Rien n’a été écrit.',
    path: (part: string) =>
      `Cette archive veut écrire hors de sa place (${part}) : elle est refusée. Rien n’a ` +
      'été écrit.',
    locked: (part: string) =>
      `Cette archive est protégée par un mot de passe (${part}). Rien n’a été écrit.`,
    swollen: (part: string) =>
      `Une fois déplié, ${part} serait beaucoup trop gros : l’archive est refusée. Rien n’a ` +
      'été écrit.',
    twice: (part: string) =>
      `Cette archive contient deux fois ${part} : elle est refusée. Rien n’a été écrit.`,
  },
}
