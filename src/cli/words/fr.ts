import type { LostWrite } from '../../contract/box/machine.ts'
import { countedFr as counted, spaced } from '../../text/counting.ts'
import { saySize } from '../../ui/sizes.ts'
import { courierWords } from './courier/fr.ts'
import { evening } from './evening/fr.ts'

/** A damage, with the data of its sentence. */
type HurtSaid = Readonly<{
  feed?: string
  seq?: number
  type?: string
  record?: string
  field?: string
  table?: string
  file?: string
  count?: number
  said?: string
}>

/** Sentences of the command line. */
export const fr = {
  ready: (address: string, name: string) => `${name} est ouverte : ${address}`,
  readyTls: (address: string, words: string) =>
    `La personne qui tient la page entre par ${address} (empreinte : ${words}).`,
  demoPassphrase: (phrase: string) => `Phrase de passe de la démonstration : ${phrase}`,
  demoCodes: (codes: string) => `Dix codes pour oublier, chacun bon une seule fois : ${codes}`,
  stopping: 'La page se ferme.',
  openingCode: (address: string, code: string) =>
    `Pour ouvrir cette page la première fois depuis un autre appareil, allez à ${address} ` +
    `et donnez ce code : ${code}`,
  moved:
    'Ce dossier vient d’une autre machine ou d’une autre carte\u00a0: la suite s’écrit à ' +
    'part, pour que rien n’y soit écrit deux fois sous un même numéro. N’ouvrez plus la ' +
    'page sur l’ancienne.',
  unwritable: (folder: string) =>
    `Impossible d’écrire dans le dossier ${folder}. Donnez-en un autre avec --data, ou les ` +
    'droits d’y écrire.',
  locked: (folder: string) => `Une borne tourne déjà sur le dossier ${folder}. Arrêtez-la d’abord.`,
  missing: (folder: string) => `Il n’y a pas de borne dans le dossier ${folder}.`,
  hurtKey: (folder: string) =>
    `La clé de la borne (${folder}/box.key) est illisible. Remettez une sauvegarde avec ` +
    '« cocote restore » : sans sa clé, la borne ne peut plus signer ce qu’elle écrit.',
  hurtCertificate: (folder: string) =>
    `Le certificat de la borne (${folder}/box.crt et box.tls.key) est abîmé. Remettez-le ` +
    'depuis une sauvegarde, ou effacez les deux fichiers : un autre sera fait, et son ' +
    'empreinte ne sera plus celle de la feuille.',
  localAside: (file: string) =>
    `local.db était abîmé : il est rangé dans ${file}, et un autre est fait. Il ne tenait ` +
    'que la phrase de passe, les codes et les cartes ; la page elle-même n’a rien perdu.',
  keeperLost: (address: string) =>
    'La page est là et se lit, mais personne n’en a la phrase de passe. Choisissez-en une ' +
    `sur cette machine : ${address}, ou « cocote keeper » quand la borne est arrêtée. Une ` +
    'sauvegarde remise (« cocote restore ») rend l’ancienne, avec les codes et les cartes.',
  lostKey: (folder: string) =>
    `La clé de la borne (${folder}/box.key) n’est plus là, et le journal a été écrit avec ` +
    'elle. Remettez une sauvegarde avec « cocote restore » : sans sa clé, la borne ' +
    'prendrait un autre nom, et ses voisines ne la reconnaîtraient plus. Rien n’est changé.',
  otherKey: (folder: string) =>
    `La clé de la borne (${folder}/box.key) n’est pas celle avec laquelle ce journal a été ` +
    'écrit. Remettez la sienne (elle est dans chaque sauvegarde), ou une sauvegarde avec ' +
    '« cocote restore ». Rien n’est changé.',
  mending: {
    tables:
      'tables.db est abîmé ou a disparu : la page se ferme un instant, et le refait d’après ' +
      'le journal.',
    local: 'local.db est abîmé ou a disparu : la page se ferme un instant, et en fait un autre.',
  },
  lostLog: (folder: string) =>
    `Le journal (${folder}/log.db) n’est plus là, ou il est vide, et le reste de la borne y ` +
    'est encore. Rien n’a été touché. Remettez une sauvegarde avec « cocote restore » ; ' +
    'pour repartir de rien, donnez un dossier vide.',
  newer:
    'Ces données ont été écrites par une version plus récente du logiciel. Mettez-le à ' +
    'jour ; rien n’a été touché.',
  noRoomToMove: (bytes: number) =>
    'Cette version récrit le journal une fois, et la carte n’a pas la place : libérez ' +
    `${saySize(bytes, 'fr')}. Rien n’a été touché.`,
  portTaken: (port: number, option: string) =>
    `Le port ${port} est déjà pris. Choisissez-en un autre avec --${option}.`,
  noFile: (file: string) => `Impossible de lire ${file}.`,
  badPort: (port: string) => `« ${port} » n’est pas un numéro de port.`,
  notEmpty: (folder: string) =>
    `Le dossier ${folder} contient déjà une borne : la démonstration veut un dossier vide.`,
  failed: (reference: string) => `Quelque chose a mal marché (repère ${reference}).`,
  site: {
    done: (pages: number, to: string) =>
      `${pages} pages sont dans ${to} : un hébergeur ou une clé peut les servir telles quelles.`,
  },
  bytes: (n: number): string => saySize(n, 'fr'),
  held: {
    hurt:
      'Un fichier de données est abîmé. Lancez « cocote check » pour savoir lequel ; une ' +
      'sauvegarde se remet avec « cocote restore ».',
    unread: (file: string) =>
      `${file} ne se lit pas : vérifiez que c’est bien un fichier, que vous avez le droit ` +
      'de le lire, et que la carte n’est pas usée. Rien n’a été touché.',
    disk:
      'La carte ou le disque ne se lit plus bien. Arrêtez la borne, copiez son dossier ' +
      'ailleurs, puis remettez une sauvegarde sur une carte neuve.',
    hurtServed:
      'log.db est abîmé. La page continue, mais gardez vos sauvegardes et ne les remplacez ' +
      'pas : « cocote check » dit ce qui est abîmé, et « cocote restore » remet la dernière ' +
      'qui est entière.',
    unopened:
      'Impossible d’ouvrir les données : vérifiez que vous avez le droit de lire et ' +
      'd’écrire dans ce dossier.',
    busy: 'Les données sont occupées par un autre programme. Recommencez dans un instant.',
    noKey: (file: string) =>
      `La clé de la borne (${file}) manque ou est illisible : sans elle, rien ne s’écrit en ` +
      'son nom.',
    oneFile: (verb: string) => `Dites quel fichier : cocote ${verb} FICHIER.`,
    unwritten: (file: string) =>
      `Impossible d’écrire ${file}. Vérifiez que son dossier existe et que vous avez le ` +
      'droit d’y écrire.',
    inBox: (file: string) =>
      `${file} est dans le dossier d’une borne : y écrire l’abîmerait. Donnez un autre ` +
      'endroit ; rien n’est changé.',
    overRead: (file: string) =>
      `${file} est justement le fichier à lire : donnez un autre nom. Rien n’est changé.`,
    oldTables:
      'Les tables de ce dossier sont celles d’une autre version : arrêtez la borne et ' +
      'relancez-la, puis recommencez.',
  },
  passphrase: {
    ask: 'Phrase de passe :',
    choose: 'Nouvelle phrase de passe :',
    again: 'Encore une fois :',
    differ: 'Les deux phrases ne sont pas les mêmes. Recommencez.',
    short: (least: number) => `La phrase de passe est trop courte : au moins ${least} lettres.`,
    empty: 'La phrase de passe est vide.',
    givenUp: 'Abandonné : rien n’a changé.',
    noTerminal:
      'Personne n’est là pour taper la phrase de passe : donnez-la dans COCOTE_PASSPHRASE, ' +
      'ou dans un fichier avec --passphrase-file.',
  },
  rebuild: {
    doing: 'Tables',
    first:
      'Les tables se refont depuis le journal\u202f; la page s’ouvre dès qu’elles sont prêtes.',
    done: (records: number) =>
      `Les tables sont refaites : ${counted(records, 'élément', 'éléments')} du journal.`,
  },
  check: {
    stage: { entries: 'Journal', heads: 'Valeurs', tables: 'Tables', files: 'Fichiers' },
    whole: (entries: number, values: number, files: number) =>
      'Rien d’abîmé : ' +
      `${counted(entries, 'entrée signée et enchaînée', 'entrées signées et enchaînées')}, ` +
      `${counted(values, 'valeur', 'valeurs')}, ${counted(files, 'fichier', 'fichiers')}.`,
    hurt: (count: number) => `${counted(count, 'chose abîmée', 'choses abîmées')} :`,
    more: (count: number) => `… et ${counted(count, 'autre', 'autres')}.`,
    hurtDo:
      'Que faire : gardez toutes vos sauvegardes. « cocote restore » remet la dernière qui ' +
      'est entière, et reprend ce qui se lit encore ici. Pour tables.db, « cocote rebuild » ' +
      'suffit ; pour local.db, « cocote keeper ».',
    lapse: ({ what, entries }: Pick<LostWrite, 'what' | 'entries'>, day: string) =>
      `La carte a oublié ce qu’elle disait avoir écrit (vu le ${day}) : ${
        {
          ahead:
            `${counted(
              entries,
              'entrée montrée sur la page n’était',
              'entrées montrées sur la page n’étaient',
            )} ` + 'plus dans le journal',
          taken: `une autre borne a rendu ${counted(entries, 'entrée', 'entrées')} de celle-ci`,
          forked: 'deux suites du même fil existaient ; les deux sont gardées',
        }[what]
      }.`,
    formerLog: (file: string, size: string) =>
      `${file} (${size}) est le journal d’avant, que cette version a récrit. Quand la page va ` +
      'bien, effacez-le.',
    lapsesDo:
      'Rien d’autre n’est abîmé pour autant. Si personne n’a remis une vieille copie du ' +
      'dossier, cette carte ment : changez-la. Ce qui était montré revient des autres ' +
      'bornes ; ce qui n’était que dans la borne à ce moment-là est perdu.',
    tables: {
      same: 'Les tables disent la même chose que le journal.',
      behind:
        'Les tables ont quelques tours de retard sur le journal et le rattrapent : elles ' +
        'disent la même chose.',
      old:
        'Les tables sont celles d’une autre version ; elles seront refaites à la prochaine ' +
        'ouverture.',
      absent: 'Il n’y a pas de tables ; elles seront faites à la prochaine ouverture.',
      ahead: 'Les tables sont en avance sur le journal.',
    },
    what: {
      key: ({ file }) =>
        `la clé de la borne manque, est illisible ou n’est pas celle de ce journal : ${file}`,
      sqlite: ({ file, said }) => `${file} : ${said}`,
      gap: ({ feed, seq, count }) =>
        `il manque ${counted(count ?? 1, 'entrée', 'entrées')} à partir de la nº ${seq} du ` +
        `fil ${feed}`,
      bytes: ({ feed, seq }) => `entrée ${seq} du fil ${feed} : ses octets ont changé`,
      unread: ({ feed, seq, said }) => `entrée ${seq} du fil ${feed} : illisible (${said})`,
      prev: ({ feed, seq }) => `entrée ${seq} du fil ${feed} : elle ne suit pas celle d’avant`,
      signature: ({ feed, seq }) =>
        `entrée ${seq} du fil ${feed} : la signature n’est pas la bonne`,
      last: ({ feed, seq }) => `fil ${feed} : sa fin n’est pas l’entrée ${seq} qu’il annonce`,
      flesh: ({ feed, seq, record, field }) =>
        `entrée ${seq} du fil ${feed} : la valeur « ${field} » de ${record ?? '?'} n’est ` +
        'pas celle qui fut signée',
      fleshGone: ({ feed, seq, record, field }) =>
        `entrée ${seq} du fil ${feed} : la valeur « ${field} » de ${record} manque, sans ` +
        'avoir été oubliée',
      fleshBack: ({ feed, seq, record, field }) =>
        `entrée ${seq} du fil ${feed} : la valeur « ${field} » de ${record} devait être oubliée`,
      write: ({ feed, seq, record, field }) =>
        `entrée ${seq} du fil ${feed} : « ${field} » de ${record} est mal classé`,
      strays: ({ table, count }) =>
        `${counted(count ?? 0, 'ligne', 'lignes')} de « ${table} » ne viennent d’aucune entrée`,
      heads: ({ type, record, field }) =>
        `${type} ${record} : la valeur qui compte pour « ${field} » n’est pas la bonne`,
      ahead: ({ file }) =>
        `${file} montre des entrées que le journal n’a plus : le journal a perdu quelque chose`,
      row: ({ table, record }) =>
        `table ${table} : ${record === '' ? 'le nombre de lignes' : record} diffère de ce ` +
        'que donne le journal',
      fileGone: ({ file, type, record }) => `le fichier ${file} manque (${type} ${record})`,
      fileOther: ({ file, type, record }) =>
        `le fichier ${file} n’est plus ce qu’il était (${type} ${record})`,
    } satisfies Record<string, (hurt: HurtSaid) => string> as Readonly<
      Record<string, (hurt: HurtSaid) => string>
    >,
  },
  backup: {
    hurtFiles: (names: readonly string[]) =>
      `Abîmé sur la carte, et pris comme c’est : ${names.join(', ')}. Le reste de la ` +
      'sauvegarde est entier. Gardez une sauvegarde plus ancienne : elle a peut-être ces ' +
      'fichiers entiers.',
    doing: 'Sauvegarde',
    sealed: (file: string, size: string) =>
      `Sauvegarde scellée : ${file} (${size}). Sans la phrase de passe, personne ne peut la ` +
      'lire, vous non plus.',
    plain: (file: string, size: string) =>
      `Sauvegarde en clair : ${file} (${size}). Elle contient tout ce qui est privé, la clé ` +
      'de la borne et les empreintes de vos secrets : qui a ce fichier peut tout lire et se ' +
      'faire passer pour la borne. Gardez-la sous clé.',
    tooLarge:
      'C’est trop gros pour une archive ZIP (plus de 4 Go, ou plus de 65 000 fichiers). ' +
      'Arrêtez la borne et copiez son dossier entier.',
    taken: (file: string) => `${file} est un dossier : donnez un nom de fichier.`,
    hurt: (count: number) =>
      `Le journal est abîmé (${counted(count, 'chose abîmée', 'choses abîmées')}). Rien ` +
      'n’est écrit : gardez les sauvegardes d’avant. « cocote check » dit ce qui est ' +
      'abîmé ; « cocote restore » remet la dernière sauvegarde entière, et ce qui se lit ' +
      'encore ici. Pour en faire une quand même, avec ce qui se lit : --hurt.',
    plainForKeeper:
      '--plain et --for-keeper ne vont pas ensemble : une sauvegarde est en clair, ou scellée.',
    noKey:
      'Rien ne permet encore de sceller sans demander de phrase de passe : « cocote ' +
      'keeper » le prépare, quand la personne qui tient la page choisit la sienne.',
  },
  export: {
    doing: 'Export',
    done: (records: number, files: number, file: string) =>
      `${counted(records, 'élément', 'éléments')} et ` +
      `${counted(files, 'fichier', 'fichiers')} sont dans ${file}.`,
    missingFiles: (count: number) =>
      `${counted(count, 'fichier manquait', 'fichiers manquaient')} sur le disque : ils n’y ` +
      'sont pas.',
    badLang: (typed: string) => `« ${typed} » n’est pas une langue connue : fr ou en.`,
    askCode: 'Un des dix codes :',
    needsCode: 'Pour sortir ce qui est privé, donnez un des dix codes avec --code.',
    badCode: 'Ce code n’est pas le bon, ou il a déjà servi. Rien n’a été écrit.',
    codesLeft: (count: number) => `Il reste ${counted(count, 'code', 'codes')}.`,
  },
  import: {
    doing: 'Import',
    done: (records: number) => `${counted(records, 'élément repris', 'éléments repris')}.`,
    nothing: 'Tout y était déjà : rien n’a été écrit.',
    spared: (count: number) =>
      `${counted(
        count,
        'valeur oubliée ici n’a pas été reprise',
        'valeurs oubliées ici n’ont pas été reprises',
      )}` + '.',
    notExport:
      'Cette archive n’est pas un export de CoCoTe : il n’y a pas de fichier export.json. ' +
      'Rien n’a été écrit.',
    badJson: (part: string, why: string) => `${part} ne se lit pas (${why}). Rien n’a été écrit.`,
    badShape: (part: string) => `${part} n’a pas la forme d’un export. Rien n’a été écrit.`,
    unknownType: (type: string, part: string) =>
      `${part} : cette borne ne connaît pas « ${type} ». Rien n’a été écrit.`,
    badId: (id: string, part: string) =>
      `${part} : « ${id} » n’est pas un identifiant. Rien n’a été écrit.`,
    twice: (id: string, part: string) => `${part} : ${id} y est deux fois. Rien n’a été écrit.`,
    otherType: (id: string, part: string) =>
      `${part} : ${id} existe déjà dans cette borne et n’est pas de cette sorte. Rien n’a ` +
      'été écrit.',
    unknownField: (field: string, id: string, part: string) =>
      `${part}, ${id} : cette borne ne connaît pas le champ « ${field} ». Rien n’a été écrit.`,
    misfit: (field: string, id: string, part: string) =>
      `${part}, ${id} : la valeur de « ${field} » ne convient pas. Rien n’a été écrit.`,
    tooMany: (most: string) =>
      `Cette archive contient plus de ${spaced(Number(most))} éléments : elle est refusée. ` +
      'Rien n’a été écrit.',
    noFile: (hash: string, id: string) =>
      `Le fichier ${hash} de ${id} manque dans l’archive. Rien n’a été écrit.`,
    badFile: (part: string) =>
      `${part} n’est pas le fichier que son nom annonce. Rien n’a été écrit.`,
    refused: (why: string) => `La borne a refusé : ${why}`,
  },
  keeper: {
    done:
      'La nouvelle phrase de passe vaut dès la prochaine entrée ; l’ancienne et les anciens ' +
      'codes ne valent plus rien.',
    codes: 'Dix codes, chacun bon une seule fois. Imprimez-les et rangez-les :',
    fingerprint: (words: string) => `L’empreinte du certificat, en mots : ${words}`,
    noCertificate: 'La borne n’a pas encore de certificat : elle le fera à sa première ouverture.',
  },
  fill: {
    doing: 'Remplissage',
    done: (records: number, seconds: number) =>
      `${counted(records, 'élément écrit', 'éléments écrits')} en ${seconds} s.`,
    noCount: 'Dites combien d’éléments : cocote fill --records 2000.',
    badCount: (typed: string) => `« ${typed} » n’est pas un nombre d’éléments (de 1 à 1 000 000).`,
    badDay: (typed: string) => `« ${typed} » n’est pas un jour : écrivez-le 2026-12-05.`,
    noTypes: 'Cette borne n’a aucune des briques que « fill » sait remplir.',
  },
  print: {
    which:
      'Dites quoi imprimer\u00a0: cocote print affichette ID --out FICHIER.pdf. ' +
      '«\u00a0cocote print --list\u00a0» les nomme tous.',
    noOut: 'Dites dans quel fichier\u00a0: --out FICHIER.pdf.',
    noKind: (kind: string) =>
      `«\u00a0${kind}\u00a0» ne s’imprime pas\u00a0: «\u00a0cocote print --list\u00a0» dit ` +
      'ce qui s’imprime.',
    noId: (kind: string) =>
      `«\u00a0${kind}\u00a0» s’imprime pour une chose à la fois\u00a0: ajoutez la fin de ` +
      `l’adresse de sa page. Pour la page /annonces/01abc\u00a0: cocote print ${kind} 01abc ` +
      '--out FICHIER.pdf.',
    noOne: (kind: string) =>
      `«\u00a0${kind}\u00a0» est une seule feuille\u00a0: rien à ajouter après son nom.`,
    noColumn: (unknown: readonly string[], known: readonly string[]): string =>
      `${
        unknown.length === 1 ? 'Cette liste n’a pas de colonne' : 'Cette liste n’a pas de colonnes'
      } ` + `«\u00a0${unknown.join('\u00a0», «\u00a0')}\u00a0». Elle a\u00a0: ${known.join(', ')}.`,
    card:
      'Une carte s’imprime depuis la page de la personne, une seule fois\u00a0: la borne n’en ' +
      'garde pas les mots. Si elle est perdue, faites-en une autre.',
    notSetHere: (why: string) =>
      'Cette feuille n’a pas pu être faite, et rien n’est perdu. Pour qui répare le ' +
      `logiciel\u00a0: ${why}`,
    done: (file: string, pages: number) => `${file}\u00a0: ${counted(pages, 'page', 'pages')}.`,
    written: (file: string) => `${file} est écrit.`,
  },
  evening,
  ...courierWords,
  heavy: {
    notHere: (n: number) =>
      `${n === 1 ? 'Un fichier de l’étagère n’est' : `${n} fichiers de l’étagère ne sont`} ` +
      'pas sur ce disque. Rien n’est abîmé : une sauvegarde ou un export ne les emporte que ' +
      'si on le demande. Rapportez-les, ou retirez leurs lignes.',
    left: (n: number, used: number) =>
      `L’étagère reste sur la borne (${n === 1 ? '1 fichier' : `${n} fichiers`}, ` +
      `${saySize(used, 'fr')}) : pour l’emporter aussi, ajoutez --shelf.`,
  },
}
