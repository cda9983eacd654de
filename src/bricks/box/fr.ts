const decimal = (n: number): string => n.toLocaleString('fr-FR', { maximumFractionDigits: n < 10 ? 1 : 0 })
/** Sizes as memory cards say them: a thousand at a time. */
const size = (bytes: number): string =>
  bytes < 1e6 ? `${decimal(bytes / 1e3)} ko` : bytes < 1e9 ? `${decimal(bytes / 1e6)} Mo` : `${decimal(bytes / 1e9)} Go`

/** What the keeper reads of this box. `en.ts` has this type; no sentence stands anywhere else. */
export const fr = {
  types: {},
  title: 'La borne',
  lead: 'La petite machine qui tient cette page : comment elle va, et ce qu’il y a à faire d’elle.',
  size,
  itsName: 'Ses cinq mots',
  itsNameLead: 'Ils la nomment pour les bornes d’à côté. On les lit à voix haute à la personne qui tient l’autre borne.',
  toBoxes: 'Les autres bornes',
  noMachine: 'Rien ne se sait ici de la machine.',

  // How it feels.
  feels: 'Comment elle va',
  fine: 'Elle va bien. Rien à faire.',
  unknown: 'On ne peut pas le savoir sur cette machine.',
  names: { clock: 'L’heure', disk: 'La place', memory: 'La mémoire', heat: 'La chaleur', power: 'Le courant', card: 'La carte' },
  troubles: {
    clock: 'Elle ne sait pas l’heure : les dates de ce qui s’écrit sont dites « vers le… ». Donnez-lui l’heure, plus bas.',
    disk: 'Il ne reste plus beaucoup de place. Retirez des photos ou des fichiers devenus inutiles, ou mettez une carte plus grande.',
    memory:
      'Elle manque de mémoire : les pages viennent lentement. Éteignez-la puis rallumez-la ; si cela revient, appelez la personne qui l’a installée.',
    heat: 'Elle a chaud. Sortez-la du soleil, éloignez-la du four ou de la machine à café, laissez de l’air autour.',
    power:
      'Le courant a été trop faible. Il faut le bloc d’alimentation de la machine, et un câble court ; pas la prise USB d’un autre appareil.',
    card: 'La carte s’use. Faites une sauvegarde sur une clé, et prévoyez une carte neuve.',
  },
  graves: {
    clock: '',
    disk: 'La place manque : bientôt plus rien ne pourra s’écrire. On peut toujours lire. Retirez des photos ou des fichiers aujourd’hui, ou mettez une carte plus grande.',
    memory:
      'La mémoire manque : la page peut s’arrêter. Éteignez la borne puis rallumez-la ; si cela revient, appelez la personne qui l’a installée.',
    heat: 'Elle a trop chaud et ralentit. Mettez-la à l’ombre maintenant, laissez de l’air autour ; au besoin, éteignez-la une heure.',
    power:
      'Le courant est trop faible en ce moment : elle peut s’éteindre au milieu d’une écriture. Changez le bloc d’alimentation ou le câble.',
    card: 'La carte est en fin de vie, ou a fait des erreurs. Faites une sauvegarde aujourd’hui, et changez la carte.',
  },
  troublesShort: {
    clock: 'la borne ne sait pas l’heure',
    disk: 'la place manque sur la borne',
    memory: 'la mémoire manque sur la borne',
    heat: 'la borne a trop chaud',
    power: 'le courant de la borne est trop faible',
    card: 'la carte de la borne est à changer',
  },
  diskIs: (free: number, total: number) => `Il reste ${size(free)} sur ${size(total)}.`,
  memoryIs: (free: number, total: number) => `Il en reste ${size(free)} sur ${size(total)}.`,
  heatIs: (degrees: number) => `${degrees} °C.`,
  powerIs: { good: 'Assez fort depuis qu’elle est allumée.', low: 'Trop faible en ce moment.' },
  powerWas: (moment: string) => `Trop faible, vu pour la dernière fois ${moment}.`,
  powerUnknown: 'On ne peut pas le savoir sur cette machine. Seul un Raspberry Pi le mesure.',
  cardKinds: { sd: 'Une carte mémoire', emmc: 'Une mémoire soudée', nvme: 'Un disque', disk: 'Un disque' },
  cardUsed: (percent: number) =>
    percent > 100 ? 'Elle a dépassé la vie prévue par son fabricant.' : `Usée à ${percent} % au plus, d’après elle-même.`,
  cardNotKnown: 'Une telle carte ne dit pas son usure : on ne peut pas le savoir. Deux ou trois ans de service, et l’on en met une neuve.',
  cardDiskNotKnown: 'Son usure ne se lit pas d’ici.',
  cardNone: 'On ne peut pas savoir sur quoi elle écrit.',
  cardSpares: { good: '', few: 'Ses réserves sont presque épuisées.', none: 'Ses réserves sont épuisées.' },
  cardFaults: (n: number) => (n === 0 ? 'Aucune erreur notée.' : n === 1 ? 'Une erreur notée.' : `${n} erreurs notées.`),
  writtenTitle: 'Écrit sur la carte',
  writtenOurs: (bytes: number, since: string) => `Depuis ${since}, cette page a écrit ${size(bytes)}`,
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
    'Elle ne sait pas si c’est la bonne : elle n’a ni pile, ni réseau, et personne ne lui a donné l’heure depuis qu’elle est allumée.',
  clockOdd: {
    release: 'Ce n’est pas la bonne : c’est avant la sortie de cette version.',
    entries: (day: string) =>
      `Ce n’est sans doute pas la bonne : des choses sont écrites ici ${day}. Si elle est juste, donnez l’heure ci-dessous, et on vous croira.`,
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
    'Cette page tourne sur un ordinateur : c’est lui qui se met à l’heure, dans ses réglages. Sur une borne installée, on donne l’heure ici, d’un téléphone.',
}
