/** Sentences of the verb `evening`. */
export const evening = {
  noManager:
    'Ici, l’ordinateur n’ouvre pas de Wi-Fi de lui-même\u00a0: NetworkManager n’y est pas, ' +
    'ou ne tourne pas.',
  noRadio: 'Ici, l’ordinateur n’a pas de Wi-Fi, ou NetworkManager ne s’en occupe pas.',
  off: 'Le Wi-Fi de cet ordinateur est coupé\u00a0: rallumez-le, puis recommencez.',
  noAp: 'Le Wi-Fi de cet ordinateur sait rejoindre un réseau, mais pas en ouvrir un.',
  can: (device: string) =>
    `Cet ordinateur peut ouvrir un Wi-Fi (${device}). Ajoutez --hotspot pour ` +
    'l’ouvrir\u00a0: rien n’est changé sans cela.',
  opened: (wifi: string) =>
    `Le Wi-Fi «\u00a0${wifi}\u00a0» est ouvert à tous. Il sera refermé à la fin, et ` +
    'l’ordinateur rendu à son réseau. Débranchez son câble réseau s’il en a un\u00a0: ce ' +
    'Wi-Fi donnerait à tous cet Internet et ce qui est chez vous.',
  notOpened: (why: string) => `Le Wi-Fi n’a pas pu s’ouvrir (${why}). Rien n’est changé.`,
  closed: 'Le Wi-Fi est refermé.',
  share: {
    linux: 'Dans les réglages du Wi-Fi de l’ordinateur, allumez le point d’accès.',
    win32: 'Paramètres, Réseau et Internet, Point d’accès sans fil mobile\u00a0: allumez-le.',
    darwin: 'Réglages Système, Général, Partage\u00a0: allumez le partage Internet vers le Wi-Fi.',
  },
  shareName: (wifi: string) =>
    `Donnez-lui le nom «\u00a0${wifi}\u00a0»\u202f; s’il exige un mot de passe, écrivez-le ` +
    'sur la carte du comptoir.',
  shareElse:
    'Sinon, partagez la connexion d’un téléphone\u00a0: l’ordinateur et les autres la rejoignent.',
  whenShared: 'Quand c’est fait, appuyez sur Entrée.',
  nowhere: 'Cet ordinateur n’est sur aucun réseau\u00a0: lui seul peut lire la page.',
  badWifi: (name: string) =>
    `«\u00a0${name}\u00a0» ne peut pas être le nom d’un Wi-Fi\u00a0: 32 lettres au plus ` +
    '(une lettre accentuée en vaut deux, une apostrophe trois), sans signe caché.',
  open: (address: string) => `La page se lit à ${address}`,
  keeperAt: (address: string, words: string) =>
    `La personne qui tient la page entre par ${address} (empreinte\u00a0: ${words}).`,
  opening: (address: string, code: string) =>
    `Première ouverture\u00a0: ${address}/ouvrir, avec le code ${code}.`,
  card: (file: string) => `La carte du comptoir est dans ${file}.`,
  noCard:
    'La carte du comptoir ne s’imprime pas sur cette borne\u00a0: écrivez le Wi-Fi et ' +
    'l’adresse à la main.',
  printed: 'Elle est partie à l’imprimante.',
  noPrinter:
    'Pas d’imprimante ici (la commande «\u00a0lp\u00a0» manque ou refuse)\u00a0: imprimez ' +
    'ce fichier autrement.',
  toEnd: 'Pour finir la soirée\u00a0: Entrée, ou Ctrl-C.',
  ending: 'La soirée se termine, la page se ferme.',
  plug: 'Branchez une clé, puis Entrée. Entrée sans clé\u00a0: on finit sans.',
  noKey: (data: string) =>
    'Aucune clé n’est branchée\u00a0: rien n’est emporté. Plus tard\u00a0: cocote courier ' +
    `pack --out FICHIER --data ${data}, et cocote backup FICHIER --data ${data}.`,
  manyKeys: (keys: string) =>
    `Plusieurs clés sont branchées\u00a0: dites laquelle avec --key (${keys}).`,
  keyFaults: {
    gone: (key: string) =>
      `Il n’y a pas de clé à ${key}, ou elle a été retirée\u00a0: rien de plus n’y est écrit.`,
    full: (key: string) =>
      `La clé ${key} est pleine\u00a0: faites-y de la place, puis recommencez avec cocote ` +
      'courier pack et cocote backup.',
    shut: (key: string) =>
      `La clé ${key} ne se laisse pas écrire\u00a0: regardez si elle est verrouillée.`,
  },
  bundle: (file: string, entries: string) =>
    `Écrit sur la clé\u00a0: ${file}, les nouvelles pour qui les emporte (${entries}).`,
  entries: (n: number) => (n === 1 ? 'une écriture' : `${n} écritures`),
  backup: (file: string, size: string) =>
    `Écrit sur la clé\u00a0: ${file}, tout, scellé par la phrase de passe (${size}).`,
  backupButShelf: (file: string, size: string) =>
    `Écrit sur la clé\u00a0: ${file}, tout sauf l’étagère, scellé par la phrase de passe ` +
    `(${size}).`,
  shelfLeft: (size: string, data: string) =>
    `L’étagère (${size}) reste sur cet ordinateur\u00a0: cette clé n’a pas la place. Sur ` +
    `une plus grande\u00a0: cocote backup FICHIER --shelf --data ${data}.`,
  noSeal: 'Sans phrase de passe, pas de sauvegarde\u00a0: seules les nouvelles sont sur la clé.',
}
