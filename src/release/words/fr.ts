import { nullPrototype } from '../../core/null-prototype.ts'
import { countedFr as counted } from '../../text/counting.ts'
import type { VersionFaultCode } from '../fault.ts'

const fault = {
  notVersion: () => 'Ce n’est pas un fichier de version de CoCoTe.',
  newerFormat: () =>
    'Ce fichier est fait pour des bornes plus récentes, d’une façon que celle-ci ne sait ' +
    'pas lire. Prenez d’abord une version entre les deux.',
  malformed: () => 'Ce fichier de version est mal fait.',
  unsigned: () =>
    'Personne n’a signé cette version : elle ne se met pas dans une borne qui tourne.',
  badSignature: () =>
    'La signature n’est pas la bonne : quelqu’un a changé ce fichier, ou il est abîmé.',
  unknownKey: words =>
    `Cette version est signée par une clé que cette borne ne connaît pas (cinq mots : ${words}).`,
  otherArch: arch => `Cette version est pour une autre sorte de machine (${arch}).`,
  older: number =>
    `La version ${number} est plus ancienne que celle d’ici. Pour y revenir quand même, il ` +
    'faut le demander exprès.',
  same: number => `C’est déjà la version d’ici (${number}).`,
  tooFar: number => `Il faut d’abord passer par la version ${number}, ou une plus récente.`,
  swollen: () => 'Ce fichier de version est démesuré.',
  cut: () => 'Ce fichier n’est pas arrivé en entier. Recopiez-le.',
  altered: () =>
    'Ce fichier n’est pas celui qui fut signé : il a été abîmé en route, ou changé. Recopiez-le.',
  entry: () =>
    'Ce fichier contient quelque chose qu’une version ne contient jamais. Ne l’utilisez ' +
    'pas, et dites-le à qui vous l’a donné.',
} satisfies Record<VersionFaultCode, (said: string) => string> as Readonly<
  Record<VersionFaultCode, (said: string) => string>
>

/** Why a version was taken back automatically. */
const returned: Readonly<Record<string, string>> = nullPrototype({
  silent: 'elle n’a pas répondu, ou s’est tue.',
  data: 'elle n’a pas pu ouvrir les données.',
  backup: 'la copie des données d’avant n’a pas pu être faite.',
  placed: 'ses services n’ont pas pu être posés sur cette machine.',
  starts: 'après trois démarrages, elle ne répondait toujours pas.',
  cut: 'le courant a été coupé pendant le changement.',
  stopped: 'le changement s’est arrêté avant la fin.',
})
const refusals: Readonly<Record<string, (said: string) => string>> = nullPrototype({
  ...fault,
  start: () => 'Cette version ne démarre pas sur cette machine.',
  packages: names =>
    `Il manque à cette machine des paquets Debian que cette version demande (${names}) : ` +
    'installez-la avec un kit, ou le réseau (docs/box.md).',
  data: () =>
    'La version d’avant ne sait pas ouvrir les données d’aujourd’hui. Une sauvegarde ' +
    'd’alors se remet à la main (docs/box.md).',
})

/** Sentences about version files and the kit. */
export const fr = {
  noOut: 'Dites dans quel dossier : --out DOSSIER.',
  nowhere: (folder: string) =>
    `Il n’y a rien à ${folder} : si c’est une clé, elle n’est pas branchée, ou pas ouverte. ` +
    'Un dossier neuf se fait dans un dossier qui existe. Rien n’est écrit.',
  badArch: (typed: string) =>
    `« ${typed} » n’est pas une sorte de machine connue : x64 (un portable) ou arm64 (un ` +
    'Raspberry Pi).',
  badName: (typed: string) => `« ${typed} » n’est pas un numéro de version : écrivez-le 1.4.0.`,
  badSuite: (typed: string) =>
    `« ${typed} » n’est pas un nom de Debian : écrivez-le trixie, ou bookworm.`,
  packing: 'Version',
  reading: 'Lecture',
  released: (file: string, size: string, signed: string) =>
    `${file} : ${size}, ${signed === '' ? 'sans signature' : `signé ${signed}`}.`,
  unsignedNote:
    'Sans --key, personne ne signe cette version : une borne peut être installée avec, mais ' +
    'ne la prendra jamais pour se mettre à jour.',
  missingPackage: (folder: string) =>
    `Il manque un paquet du projet (${folder}) : lancez d’abord « npm ci ».`,
  noPackage: (name: string) =>
    `Le paquet ${name}, pour l’autre sorte de machine, n’a pas pu être pris : il faut npm ` +
    'et Internet une fois. Rien n’a été écrit.',
  noRoom: (folder: string, size: string) =>
    `Il manque ${size} sur le disque de ${folder}. Faites de la place ; rien n’a été écrit.`,
  keyThere: (file: string) => `${file} existe déjà : une clé ne s’écrase pas. Donnez un autre nom.`,
  keyMade: (file: string, words: string) =>
    `La clé est faite : ${file}, scellée par la phrase de passe, ne se donne à personne. ` +
    `${file}.pub se donne à chaque borne. Ses cinq mots : ${words}.`,
  keyAsk: 'La phrase de passe de la clé :',
  keyChoose: 'Choisissez la phrase de passe de la clé :',
  notKey: (file: string) =>
    `${file} n’est pas une clé de signature, ou ce n’est pas la bonne phrase de passe.`,
  notPublic: (file: string) => `${file} n’est pas une clé publique : son nom finit par .pub.`,
  good: (said: { version: string; arch: string; made: string }, whose: string) =>
    `Version ${said.version} (${said.arch}), faite le ${said.made.slice(0, 10)}, ` +
    `signée${whose === '' ? '' : ` par ${whose}`} : elle peut être mise ici.`,
  unpacked: (number: string, folder: string) => `La version ${number} est dans ${folder}.`,
  folderThere: (folder: string) =>
    `${folder} existe déjà. Donnez un dossier qui n’existe pas encore.`,
  none: (folder: string) => `Il n’y a pas de version de CoCoTe dans ${folder}.`,
  found: (name: string, sentence: string) => `${name} : ${sentence}`,
  fault,
  /**
   * The outcome that the root helper left in said/update, from its third line on, for the keeper.
   */
  outcome: ([what, ...about]: readonly string[]): string => {
    const [first = '', second = '', third = ''] = about
    switch (what) {
      case 'changed':
        return `La version ${first} a pris la place de la ${second}, et répond.`
      case 'returned':
        return (
          `La version ${first} n’a pas tenu : ${returned[third] ?? returned['stopped']} La ` +
          `${second} est revenue toute seule. Rien n’est perdu.`
        )
      case 'refused':
        return `${refusals[first]?.(second) ?? 'Cette version n’est pas prise.'} Rien n’est changé.`
      case 'room':
        return (
          `Il manque ${first} Mo sur le disque pour changer de version. Faites de la place, ` +
          'puis recommencez ; rien n’est changé.'
        )
      case 'busy':
        return 'Un changement de version est déjà en cours : attendez qu’il finisse.'
      case 'nofile':
        return 'Le fichier de la version n’est plus là. Rebranchez la clé et recommencez.'
      case 'nobefore':
        return 'Il n’y a pas de version d’avant à laquelle revenir.'
      default:
        return (
          'La version n’a pas pu être changée ici. Appelez la personne qui a installé la ' +
          'borne.'
        )
    }
  },
  coming: 'Téléchargement',
  fetched: (number: string, file: string) => `La version ${number} est arrivée : ${file}.`,
  preparing: 'Préparation',
  badSeconds: (typed: string) => `« ${typed} » n’est pas un nombre de secondes (de 0 à 3600).`,
  answer: {
    silent: (number: string) => `La version ${number} ne répond pas, ou s’est tue.`,
    other: (number: string) => `Une autre version que la ${number} répond.`,
    again: (number: string) => `La version ${number} est tombée, et a été relancée.`,
  },
  nothing: 'Rien n’est changé.',
  kit: {
    debs: (suite: string, arch: string) => `Paquets Debian ${suite}, ${arch}`,
    noApt:
      'Cette machine n’est pas une Debian : le kit ne contient pas les paquets du système. ' +
      'Il faudra Internet pour installer avec.',
    noDebs: (suite: string, arch: string) =>
      `Les paquets de Debian ${suite} (${arch}) n’ont pas pu être pris : il faut Internet ` +
      'pour faire un kit. Celui-ci n’est pas entier : recommencez.',
    noKey:
      'Sans --key ni --trust, les bornes installées avec ce kit ne prendront aucune mise à ' +
      'jour avant qu’on y pose une clé (docs/box.md).',
    done: (folder: string, files: number, size: string) =>
      `Le kit est dans ${folder} : ${counted(files, 'fichier', 'fichiers')}, ${size}. Il ` +
      `s’installe sans Internet : sudo sh ${folder}/install.`,
    readme: (of: {
      version: string
      archs: string
      suites: string
      words: readonly string[]
    }) => `CoCoTe ${of.version}

CE QU’IL Y A ICI

Tout ce qu’il faut pour faire d’un petit ordinateur la borne d’un village,
sans Internet. Machines : ${of.archs}.
Systèmes : ${of.suites}.

CE QU’ON FAIT

1. Branchez cette clé sur la machine, déjà installée avec Debian
   ou Raspberry Pi OS.
2. Ouvrez un terminal et écrivez, avec le nom de la clé à la place de CLE :

       sudo sh /media/CLE/install

   Si la clé n’apparaît pas dans /media : « lsblk » dit comment elle
   s’appelle (par exemple sda1), puis

       sudo mount /dev/sda1 /mnt
       sudo sh /mnt/install

3. Répondez aux trois questions. Rien n’est changé avant votre oui.

Pour tout défaire : sudo /etc/cocote/uninstall.

CE QUI SE VÉRIFIE

« install » regarde d’abord que rien n’est abîmé (sommes.txt).
${
  of.words.length === 0
    ? 'Aucune clé de signature n’est dans ce kit : la borne ne prendra pas de\n' +
      'mises à jour avant qu’on y en pose une.'
    : 'Les mises à jour devront être signées par :\n' + of.words.map(one => `    ${one}`).join('\n')
}

Si quelque chose résiste, appelez la personne qui vous a donné cette clé.
`,
  },
}
