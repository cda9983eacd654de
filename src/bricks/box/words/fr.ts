import type { PageQuestion } from '../../../contract/search.ts'
import { saySize } from '../../../ui/sizes.ts'
import { kitBagFr } from './kit-bag/fr.ts'
import { fr as papers } from './papers/fr.ts'

const size = (bytes: number): string => saySize(bytes, 'fr')

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'La phrase de passe, les codes et les sauvegardes',
    text: 'Changer l’une, refaire les autres, emporter tout.',
    href: '/borne/sauvegardes',
    who: 'keeper',
    asked: [
      'changer* mot/phrase/code passe',
      'sauvegarde/sauvegarder/sauver/restaurer page/tout/donnée*',
    ],
  },
  {
    words: 'La borne',
    text: 'Comment elle va, et comment l’éteindre.',
    href: '/borne',
    who: 'keeper',
    asked: ['éteindre/débrancher/arrêter/redémarrer/panne/machine borne*'],
  },
]

/** What the keeper reads of this box. `en.ts` has this type; no sentence stands anywhere else. */
export const fr = {
  questions,
  types: {
    'kit-bag': {
      one: 'mallette d’une soirée',
      many: 'mallettes des soirées',
      add: 'Préparer une mallette',
      fields: {
        day: { label: 'Quel jour' },
        where: { label: 'Où' },
        carries: { label: 'Qui porte' },
        kit: { label: 'Quelle malle' },
        left: { label: 'Parti' },
        back: { label: 'Revenu' },
        emptiedOn: { label: 'Vidée le' },
      },
    },
    'bag-thing': {
      one: 'chose de la mallette',
      many: 'choses de la mallette',
      add: 'Ajouter une chose',
      fields: {
        name: { label: 'Quoi' },
        count: { label: 'Nombre' },
        pocket: { label: 'Dans quelle poche' },
        lentBy: { label: 'Prêté par' },
        origin: { label: 'Quelle ligne de la liste de départ' },
        out: { label: 'Retirée de la liste' },
      },
    },
  },
  kitBag: kitBagFr,
  papers,
  title: 'La borne',
  lead: 'La petite machine qui tient cette page : comment elle va, et ce qu’il y a à faire d’elle.',
  itsName: 'Ses cinq mots',
  itsNameLead:
    'Ils la nomment pour les bornes d’à côté. On les lit à voix haute à la personne qui ' +
    'tient l’autre borne.',
  toBoxes: 'Les autres bornes',
  around: 'Autour d’elle',
  askHelp:
    'Une panne, un doute ? Appelez la personne qui l’a installée : son numéro est sur la ' +
    'feuille « Tenir la borne ».',
  askElse: (keptBy: string) => `Pour le reste : ${keptBy}.`,
  noMachine: 'Rien ne se sait ici de la machine.',

  // How it feels.
  feels: 'Comment elle va',
  fine: 'Elle va bien.',
  unknown: 'On ne peut pas le savoir sur cette machine.',
  names: {
    log: 'Ce que la page a gardé',
    check: 'Ce que la borne vérifie',
    clock: 'L’heure',
    disk: 'La place',
    memory: 'La mémoire',
    heat: 'La chaleur',
    power: 'Le courant',
    wifi: 'Le Wi-Fi',
    card: 'La carte',
    lapse: 'Ce que la carte retient',
  },
  troubles: {
    log: '',
    check: '',
    clock:
      'Elle ne sait pas l’heure : les dates de ce qui s’écrit sont dites « vers le… ». ' +
      'Donnez-lui l’heure, plus bas.',
    disk:
      'Il ne reste plus beaucoup de place. Retirez des photos ou des fichiers devenus ' +
      'inutiles, ou mettez une carte plus grande.',
    memory:
      'Elle manque de mémoire : les pages viennent lentement. Éteignez-la puis ' +
      'rallumez-la ; si cela revient, appelez la personne qui l’a installée.',
    heat:
      'Elle a chaud. Sortez-la du soleil, éloignez-la du four ou de la machine à café, ' +
      'laissez de l’air autour.',
    power:
      'Le courant a été trop faible. Il faut le bloc d’alimentation de la machine, et un ' +
      'câble court ; pas la prise USB d’un autre appareil.',
    wifi:
      'Le Wi-Fi ne semble pas ouvert. Débranchez la borne, rebranchez-la, attendez deux ' +
      'minutes ; si un téléphone ne le voit toujours pas, appelez la personne qui l’a ' +
      'installée.',
    lapse:
      'La carte dit avoir écrit plus vite qu’une carte ne peut : c’est peut-être une carte ' +
      'contrefaite, qui oublie à la première coupure. Dans le doute, mettez une carte de ' +
      'bonne marque.',
    card: 'La carte s’use. Faites une sauvegarde sur une clé, et prévoyez une carte neuve.',
  },
  graves: {
    log:
      'Le fichier où tout est écrit est abîmé. Gardez la dernière sauvegarde : n’en faites ' +
      'pas de nouvelle par-dessus. La personne qui a installé la borne peut voir ce qui est ' +
      'touché, avec « cocote check ». Puis, sur la borne elle-même, on remet la dernière ' +
      'sauvegarde entière : ce qui a été écrit depuis et qui se lit encore est repris.',
    check:
      'La vérification de la semaine a trouvé quelque chose d’abîmé : c’est dit plus bas. ' +
      'Gardez la dernière sauvegarde, n’en faites pas de nouvelle par-dessus, et appelez la ' +
      'personne qui l’a installée.',
    clock: '',
    disk:
      'La place manque : bientôt plus rien ne pourra s’écrire. On peut toujours lire. Retirez ' +
      'des photos ou des fichiers aujourd’hui, ou mettez une carte plus grande.',
    memory:
      'La mémoire manque : la page peut s’arrêter. Éteignez la borne puis rallumez-la ; si ' +
      'cela revient, appelez la personne qui l’a installée.',
    heat:
      'Elle a trop chaud et ralentit. Mettez-la à l’ombre maintenant, laissez de l’air ' +
      'autour ; au besoin, éteignez-la une heure.',
    power:
      'Le courant est trop faible en ce moment : elle peut s’éteindre au milieu d’une ' +
      'écriture. Changez le bloc d’alimentation ou le câble.',
    wifi:
      'La radio qui ouvre le Wi-Fi n’est plus là : aucun téléphone ne peut lire la page. Si ' +
      'c’est une clé, remettez-la ; sinon, appelez la personne qui l’a installée.',
    lapse:
      'La carte a oublié ce qu’elle disait avoir écrit. Si personne n’a remis une vieille ' +
      'copie, changez-la cette semaine. Ce qui était montré revient des autres bornes ; ce ' +
      'qui n’était que dans la borne (téléphones, mots laissés) est perdu pour ce moment-là.',
    card:
      'La carte est en fin de vie, ou a fait des erreurs. Faites une sauvegarde aujourd’hui, ' +
      'et changez la carte.',
  },
  logBack: 'Remettre une sauvegarde',
  troublesShort: {
    log: 'le fichier où tout est écrit est abîmé : lire ce qu’il faut faire',
    check: 'la borne a trouvé quelque chose d’abîmé',
    clock: 'la borne ne sait pas l’heure',
    disk: 'la place manque sur la borne',
    memory: 'la mémoire manque sur la borne',
    heat: 'la borne a trop chaud',
    power: 'le courant de la borne est trop faible',
    wifi: 'le Wi-Fi de la borne ne s’ouvre pas',
    card: 'la carte de la borne est à changer',
    lapse: 'la carte de la borne oublie',
  },
  diskIs: (free: number, total: number) => `Il reste ${size(free)} sur ${size(total)}.`,
  memoryIs: (free: number, total: number) => `Il en reste ${size(free)} sur ${size(total)}.`,
  heatIs: (degrees: number) => `${degrees} °C.`,
  powerIs: { good: 'Assez fort depuis qu’elle est allumée.', low: 'Trop faible en ce moment.' },
  powerWas: (moment: string) => `Trop faible, vu pour la dernière fois ${moment}.`,
  powerUnknown: 'On ne peut pas le savoir sur cette machine. Seul un Raspberry Pi le mesure.',
  wifiIs: { open: 'Ouvert.', shut: 'Il ne semble pas ouvert.', absent: 'La radio n’est pas là.' },
  cardKinds: {
    sd: 'Une carte mémoire',
    emmc: 'Une mémoire soudée',
    nvme: 'Un disque',
    disk: 'Un disque',
  },
  cardUsed: (percent: number) =>
    percent > 100
      ? 'Elle a dépassé la vie prévue par son fabricant.'
      : `Usée à ${percent} % au plus, d’après elle-même.`,
  cardNotKnown:
    'Une telle carte ne dit pas son usure : on ne peut pas le savoir. Deux ou trois ans de ' +
    'service, et l’on en met une neuve.',
  cardDiskNotKnown: 'Son usure ne se lit pas d’ici.',
  cardNone: 'On ne peut pas savoir sur quoi elle écrit.',
  cardSpares: {
    good: '',
    few: 'Ses réserves sont presque épuisées.',
    none: 'Ses réserves sont épuisées.',
  },
  cardFaults: (n: number) =>
    n === 0 ? 'Aucune erreur notée.' : n === 1 ? 'Une erreur notée.' : `${n} erreurs notées.`,
  lapse: {
    ahead: (n: number) =>
      n === 1
        ? 'une écriture montrée n’était plus là'
        : `${n} écritures montrées n’étaient plus là`,
    taken: (n: number) =>
      n === 1
        ? 'une autre borne en a rendu une écriture'
        : `une autre borne en a rendu ${n} écritures`,
    forked: () => 'elle avait écrit deux suites différentes, gardées toutes les deux',
  },
  lapseOn: (day: string, what: string) => `Vu ${day} : ${what}.`,
  writtenTitle: 'Écrit sur la carte',
  writtenOurs: (bytes: number, since: string) =>
    `Depuis ${since}, cette page a écrit ${size(bytes)}`,
  writtenAll: (bytes: number) => `, la machine entière ${size(bytes)}.`,
  writtenStop: '.',
  writtenUnknown: 'Ce qui s’écrit ne se compte pas sur cette machine.',

  // The clock.
  clock: 'L’heure',
  clockIs: (time: string, day: string) => `Il est ici ${time}, ${day}.`,
  clockBy: {
    person: 'Quelqu’un l’a mise à l’heure depuis qu’elle est allumée.',
    network: 'Elle prend l’heure sur le réseau.',
    battery: 'Elle a une horloge avec une pile.',
    computer: 'Elle prend l’heure de l’ordinateur.',
  },
  clockUnknown:
    'Elle ne sait pas si c’est la bonne : elle n’a ni pile, ni réseau, et personne ne lui a ' +
    'donné l’heure depuis qu’elle est allumée.',
  clockOdd: {
    release: 'Ce n’est pas la bonne : c’est avant la sortie de cette version.',
    entries: (day: string) =>
      `Ce n’est sans doute pas la bonne : des choses sont écrites ici ${day}. Si elle est ` +
      'juste, donnez l’heure ci-dessous, et on vous croira.',
  },
  clockTap: 'Mettre à l’heure de ce téléphone',
  clockTyped: 'Donner l’heure à la main',
  clockTypedLead: 'Lisez-la sur votre téléphone.',
  clockDay: 'Le jour',
  clockDayHint: 'Par exemple 25/11/2026.',
  clockTime: 'L’heure',
  clockTimeHint: 'Par exemple 14:32.',
  clockSet: 'Mettre à l’heure',
  clockBack: 'Oui, c’est bien l’heure, même si des choses sont écrites ici à une date plus tardive',
  clockElsewhere:
    'Cette page tourne sur un ordinateur : c’est lui qui se met à l’heure, dans ses ' +
    'réglages. Sur une borne installée, on donne l’heure ici, d’un téléphone.',

  // Its version.
  version: 'La version',
  versionIs: (version: string) => `La version ${version} tourne.`,
  versionBefore: (version: string) =>
    `Si elle ne répondait pas, la version ${version} reviendrait d’elle-même.`,
  versionNone:
    'Pour en changer : copiez sur une clé USB le fichier que l’on vous a donné (son nom ' +
    'commence par cocote-), branchez-la à la borne, et rouvrez cette page.',
  versionOffered: (version: string, made: string, by: string) =>
    `La version ${version}, faite ${made}${by === '' ? '' : `, signée par ${by}`}.`,
  versionOlder: 'Elle est plus ancienne que celle qui tourne.',
  versionWrong: (name: string, why: string) => `${name} : ${why}`,
  versionLead:
    'La page s’arrête une minute ou deux. Faites d’abord une sauvegarde. Si la nouvelle ' +
    'version ne répond pas, l’ancienne revient toute seule.',
  versionTake: (version: string) => `Mettre la version ${version}`,
  versionBack: (version: string) => `Revenir à la version ${version}`,
  code: 'Un des dix codes de la feuille de la personne qui tient la page',
  told: {
    saved: ([file, bytes, hurt]: readonly string[]) =>
      `Elle est sur la clé : ${file ?? ''} (${size(Number(bytes ?? 0))}).${hurt ? ` ${hurt}` : ''}`,
    codeGiven: () =>
      'La page n’était pas encore ouverte : la clé a reçu le code d’ouverture, et pas de ' +
      'sauvegarde.',
    noKey: () => 'Aucune clé nommée COCOTE n’était branchée.',
    notReady: () =>
      'La phrase de passe n’est pas encore connue de la borne : sortez, entrez de nouveau, ' +
      'et recommencez.',
    full: ([mb]: readonly string[]) =>
      `La clé est trop petite : il manque de la place pour ${mb ?? '?'} Mo. Videz-la, ou ` +
      'prenez-en une autre.',
    unwritable: () => 'La clé ne se laisse pas écrire. Prenez-en une autre.',
    oddKey: () => 'Quelque chose d’anormal est sur la clé. Prenez-en une autre.',
    unmountable: () =>
      'La clé ne s’ouvre pas. Sur un ordinateur, formatez-la de nouveau en choisissant ' +
      '«\u00a0exFAT\u00a0», et nommez-la COCOTE.',
    liedTo: () =>
      'La clé dit avoir écrit, et ne rend pas ce qu’on lui a donné. Jetez-la, prenez-en une autre.',
    failed: () =>
      'La sauvegarde n’a pas abouti. Recommencez ; si cela dure, appelez la personne qui a ' +
      'installé la borne.',
    whole: () => 'Tout est en ordre.',
    undone: (lines: readonly string[]) =>
      'La vérification n’a pas pu se faire ; cela ne dit rien de vos données, et elle sera ' +
      `refaite la semaine prochaine. ${lines.join(' ')}`,
    hurt: (lines: readonly string[]) => `Quelque chose est abîmé. ${lines.join(' ')}`,
  } as Readonly<Record<string, (more: readonly string[]) => string>>,
  toldOther: (done: boolean, key: string) =>
    done ? 'C’est fait.' : `Cela n’a pas pu se faire (${key}).`,
  toldOn: (moment: string, what: string) => `${moment} : ${what}`,
  lastChange: 'Dernier changement',

  // Its backups and its weekly check.
  backup: 'Sauvegarde et vérification',
  backupLead:
    'Une clé USB nommée COCOTE, branchée à la borne, reçoit d’elle-même une sauvegarde ' +
    'scellée : la phrase de passe seule l’ouvre. Les gros fichiers (musique, films) n’y ' +
    'sont pas : gardez la clé d’où ils viennent.',
  backupLast: 'Dernière sauvegarde',
  backupTaken: 'Dernière sauvegarde emportée par la page',
  backupNever:
    'Aucune depuis que cette borne est installée. Une carte peut lâcher un jour : branchez ' +
    'une clé cette semaine.',
  backupNow: 'Sauvegarder maintenant sur la clé',
  backupLaptop: 'Un fichier scellé, à ranger ailleurs.',
  saves: 'Sauvegarder et emporter, par cette page',
  checkLast: 'Dernière vérification',
  checkNever: 'Pas encore. La borne se vérifie d’elle-même une fois par semaine.',

  // Its switch.
  off: 'Éteindre',
  offLead:
    'Une coupure de courant ne perd rien. Mais si vous avez le temps, éteignez d’abord : la ' +
    'carte dure plus longtemps. Pour relancer, débranchez puis rebranchez.',
  offYes: 'Oui, éteindre la borne : la page s’arrête pour tout le monde',
  offNow: 'Éteindre la borne',

  // When it is lost.
  lost: 'Perdue ou volée',
  lostLead:
    'Ce que peut lire qui a la borne entre les mains, et ce qu’il y a à faire. À imprimer, ' +
    'et à ranger loin d’elle.',
  lostLink: 'La borne est perdue ou volée : que faire',
  lostReads: 'Ce qui se lit',
  lostReadsLead:
    'La carte n’est pas scellée, pour que la borne se rallume toute seule après une ' +
    'coupure. Qui l’a entre les mains et s’y connaît peut lire :',
  lostReadsList: [
    'tout ce que la page montre déjà à tout le monde ;',
    'ce qui reste dans la borne : les téléphones donnés en confidence, les mots laissés ' +
      'pour quelqu’un, les annonces pas encore montrées, ce qui fut refusé ;',
    'ce qui ne va qu’entre bornes reconnues ;',
    'les fichiers et les photos, montrés ou non ;',
    'ce qui fut oublié depuis, s’il est dans une copie que la carte garde encore : celle ' +
      'd’avant un changement de version, une semaine ; ce qu’une sauvegarde remise a rangé de ' +
      'côté, tant que personne ne l’efface ;',
    'la clé de la borne : avec elle, on peut écrire en son nom, jusqu’à ce que les autres ' +
      'bornes l’écartent.',
  ],
  lostSafe: 'Ce qui ne se lit pas',
  lostSafeList: [
    'la phrase de passe, les dix codes et les mots des cartes : la borne n’en garde qu’une ' +
      'empreinte. Une phrase courte se devine quand même, avec du temps ;',
    'les sauvegardes sur une clé : la phrase de passe seule les ouvre ;',
    'ce qui fut oublié pour de bon, sauf dans ces copies, et pour un laboratoire.',
  ],
  lostDo: 'Ce qu’il y a à faire, aujourd’hui',
  lostDoList: (words: string) => [
    `Sur une autre borne, à « Les bornes », écartez celle-ci. Ses cinq mots : ${words}. ` +
      'Cochez la case pour le dire aux autres.',
    'Dites aux personnes dont le téléphone y était qu’il a pu être lu. C’est un devoir ' +
      'quand le risque est grand (RGPD, article 34) ; la CNIL se prévient sous 72 heures ' +
      '(article 33), sur cnil.fr.',
    'Ne reprenez nulle part la même phrase de passe. Changez celle de votre Wi-Fi si la ' +
      'borne la connaissait.',
    'Quelqu’un l’a peut-être entre les mains ? Repartez d’une borne neuve, avec d’autres ' +
      'cinq mots, une autre phrase, d’autres cartes pour les habitants. Les autres bornes lui ' +
      'rapporteront ce qui était montré ; les téléphones se redemandent.',
    'Elle est seulement détruite (eau, feu) ? Remettez la dernière sauvegarde dans une ' +
      'borne neuve, avec la personne qui l’a installée. Elle garde ses cinq mots ; les autres ' +
      'bornes lui refont confiance.',
  ],
  lostBack: 'Si elle revient',
  lostBackText:
    'Ne la rebranchez pas avant qu’elle soit vérifiée, avec la personne qui l’a installée : ' +
    'on a pu y écrire. Dans le doute, carte neuve et dernière sauvegarde.',
  lostAsk: (keptBy: string) => `Pour tout le reste : ${keptBy}.`,
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    box: 'Est-ce qu’elle va bien\u00a0: place, chaleur, horloge, nouvelle version, arrêt.',
    saves: 'Une copie de tout dans un fichier, la phrase de passe, les dix codes.',
    papers: 'La carte du comptoir, le mode d’emploi de la borne, que faire si elle ne marche pas.',
    bag: 'Ce qu’il faut emporter pour une soirée, à cocher en partant et en rentrant.',
  },
  firstStep: 'Mettez une copie de tout sur une clé, ou chez vous.',
}
