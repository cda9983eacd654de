/**
 * Words of the page that says who keeps it, and of its two printable pages. `en.ts` has this type.
 */
export type KeepingWords = typeof fr

export const fr = {
  title: 'Qui tient cette page',
  lead:
    'Cette page est gardée par une petite machine, la borne, que quelqu’un d’ici tient. Voici ' +
    'qui, ce qui est gardé, et comment faire retirer ce qui vous concerne.',
  verify: 'à vérifier par la personne qui tient la page',
  byHand: 'à compléter à la main',
  dots: '…………………………………',
  none: '—',
  colon: ' : ',
  and: (before: string, last: string) => `${before} et ${last}`,
  detail: 'Tout le détail\u00a0: ce qui est gardé, où, combien de temps, vos droits',
  contact: {
    title: 'À qui parler',
    person: 'La personne',
    where: 'Où et comment la joindre',
    village: 'La commune',
    unknown:
      'La personne qui tient la page ne s’est pas encore présentée ici. Demandez-la à ' +
      'l’endroit où se trouve la borne.',
    ask:
      'Pour toute question, pour corriger ou faire retirer quelque chose, de vive voix, par ' +
      'téléphone ou par un mot.',
  },
  unnamed: 'Une page de village',
  keeper: 'la personne qui tient la page',
  who: {
    title: 'Qui répond de cette page',
    full: 'Nom et adresse en entier',
    host: 'Hébergeur, si cette machine est louée',
    said: [
      'La personne qui tient la page la publie et en répond. La page est gardée par la ' +
        'machine même qui vous répond.',
      'La loi demande à qui publie de se nommer. Qui publie sans que ce soit son métier ' +
        'peut ne nommer que son hébergeur, à condition de s’être fait connaître de lui (loi ' +
        'n° 2004-575, article 1-1). Sans hébergeur, cette dispense ne va pas de soi : à ' +
        'vérifier par la personne qui tient la page.',
    ],
  },
  sent: {
    title: 'Ce que vous pouvez envoyer, et qui le lit',
    what: (all: string) =>
      'Pour lire comme pour envoyer, il n’y a pas de compte à ouvrir. Vous pouvez envoyer : ' +
      `${all}.`,
    nothing:
      'Pour lire, il n’y a pas de compte à ouvrir. Seule la personne qui tient la page y écrit.',
    waits: (who: string) =>
      `Ce que vous envoyez attend dans la borne. C’est lu par ${who}, puis affiché ou ` +
      'laissé de côté. Rien n’est visible avant. Ce qui attend, ou a été laissé de côté, ' +
      'reste dans la borne jusqu’à ce que cette même personne l’efface pour de bon : vous ' +
      'pouvez le lui demander.',
    shown:
      'Ce qui est affiché peut être lu, copié, imprimé et emporté par tout le monde. N’y ' +
      'mettez que ce que vous diriez sur la place.',
    left: (what: string) =>
      `Et aussi : un ${what}, qui n’est jamais affiché. Il va tout de suite à qui doit le ` +
      'remettre, et reste dans cette borne.',
    here: (what: string) =>
      `Et aussi\u00a0: un ${what}, qui se lit ici dès qu’il est écrit, sauf s’il attend ` +
      'd’être relu. Il ne quitte pas cette borne, qui l’oublie toute seule après le temps ' +
      'que dit sa page.',
    counter: (what: string, who: string) =>
      `Et aussi\u00a0: un ${what}. La page où on l’apporte dit qui le lira, et s’il est vu ` +
      `d’abord par ${who}. Il ne part pas vers les autres bornes, mais qui le lit ici peut ` +
      'en prendre une copie.',
    wifi:
      'Un Wi-Fi ouvert est une place publique : tant que l’adresse commence par http et non ' +
      'https, quelqu’un à portée peut voir passer ce que vous lisez et ce que vous envoyez.',
  },
  kept: {
    title: 'Ce qui est gardé',
    said: [
      'Ce qui est écrit sur la page : des annonces, des projets, des lieux, des réunions, ' +
        'avec les prénoms et les façons de joindre, tels que les gens les ont donnés.',
      'Avec chaque écrit : le jour, et si c’est « la page » ou « quelqu’un de passage » qui ' +
        'l’a écrit ; d’un·e habitant·e, un numéro tiré au hasard. Jamais le nom de qui écrit.',
      'D’une carte d’habitant·e : son numéro, et deux empreintes qui permettent de la ' +
        'reconnaître sans garder ni ses mots ni son dessin. Rien de cela n’est dans le ' +
        'journal de la page, ni emporté.',
    ],
    home: 'Ce qui reste dans cette borne et n’est jamais montré',
    homeLead:
      'Seuls le voient la personne qui tient la page et, sur sa propre page, celle ou celui ' +
      'dont il s’agit. Les autres champs sont montrés à tous, une fois affichés.',
    here: 'Ce qui reste dans cette borne, et s’y lit',
    hereLead: 'Qui passe ici le lit, et personne ailleurs. La borne l’oublie toute seule.',
    counter: 'Ce qui reste dans cette borne, et s’y lit selon sa page',
    counterLead:
      'La page où on l’apporte dit qui le lit, et peut en prendre une copie. Ce qui attend ' +
      'd’être vu n’est montré qu’à la personne qui tient la page et à qui l’a apporté avec ' +
      'sa carte.',
  },
  long: {
    title: 'Où, et combien de temps',
    said: [
      'Tout est dans cette borne. Rien n’est envoyé ailleurs sans que quelqu’un l’emporte.',
      'Le journal de la page garde ce qui a été écrit, corrigé ou retiré, sans limite de ' +
        'durée, jusqu’à ce qu’on demande de l’oublier. Ce qui attend, ce qui a été laissé de ' +
        'côté et les notes de réunion qui ont été lues y restent aussi, sans être montrés, ' +
        'jusqu’à ce que la personne qui tient la page les efface pour de bon.',
      'Un tableau apporté n’est pas gardé : son fichier est effacé quand ses lignes sont ' +
        'écrites, et une heure après s’il ne sert pas.',
      'Les dix mille dernières réponses de la page à un envoi (une phrase et une adresse de ' +
        'page) sont gardées, pour qu’un téléphone qui envoie deux fois reçoive la même ' +
        'réponse. À chaque oubli, leurs phrases sont effacées.',
      'Les sauvegardes sont scellées par une phrase de passe, sauf si la personne qui les ' +
        'fait choisit le contraire. Elles contiennent tout, même ce qui reste ici ; les ' +
        'fichiers de l’étagère, seulement si on le demande.',
    ],
  },
  device: {
    title: 'Votre appareil',
    said: [
      'Ni publicité, ni mesure d’audience, ni pistage. Votre navigateur ne demande rien à ' +
        'un autre site, tant que vous ne suivez pas un lien vers lui : lettres, images et ' +
        'cartes viennent de cette borne.',
      'L’adresse de votre appareil (adresse IP) sert à compter les envois et les connexions ' +
        'trop nombreux et, sur le Wi-Fi de la borne, à ne pas vous accueillir deux fois. Elle ' +
        'reste en mémoire et n’est jamais écrite.',
      'Quand la personne qui tient la page fait lire une adresse d’Internet, c’est la borne ' +
        'qui y va, pas votre appareil.',
    ],
    cookies: 'Ce que la page dépose dans votre navigateur',
    cookiesWhy:
      'Ces petits fichiers ne servent qu’à faire marcher ce que vous demandez : aucun ' +
      'accord n’est à recueillir pour eux (loi n° 78-17, article 82).',
    name: 'Nom',
    use: 'À quoi il sert',
    time: 'Combien de temps',
    uses: {
      tenue:
        'Une visite : celle de la personne qui tient la page, avec sa phrase de passe, ou ' +
        'la vôtre, avec votre carte.',
      langue: 'La langue que vous avez choisie.',
      dit: 'La phrase à dire sur la page suivante, après un envoi.',
      navigateur:
        'Un nom tiré au hasard, pour vous dire que vous avez déjà envoyé la même annonce.',
      fait: 'Que vous avez caché un numéro depuis peu.',
    },
    minutes: (n: number) => (n === 1 ? 'une minute' : `${n} minutes`),
    year: 'un an',
    idle: (short: string, long: string) =>
      `${short} sans rien faire ; ${long} sur son propre appareil, si elle le coche`,
  },
  removal: {
    hide: 'C’est mon numéro\u00a0: le cacher tout de suite',
    title: 'Faire corriger, retirer ou oublier',
    steps: [
      'Dites-le à la personne qui tient la page, de vive voix, par téléphone ou par un mot, ' +
        'en donnant le titre de ce qui vous concerne. Il n’y a pas de raison à donner pour ' +
        'reprendre votre accord.',
      'Retirer : cela n’est plus sur la page. Cela reste dans le journal, et peut être remis.',
      'Oublier : c’est effacé pour de bon de la page, de la recherche, du journal et des ' +
        'fichiers de cette borne. Cela ne se défait pas.',
      'De même pour ce que vous avez envoyé et qui n’est pas affiché, et pour des notes de ' +
        'réunion qui vous nomment : la personne qui tient la page peut l’effacer pour de bon. ' +
        'Des notes s’effacent en entier.',
      'Une réponse vous est due dans le mois (RGPD, article 12). Si c’est compliqué, ce ' +
        'délai peut être prolongé de deux mois, et on vous le dit dans le premier mois.',
    ],
    unreached:
      'L’oubli n’atteint pas : les sauvegardes déjà faites, les copies et les bornes déjà ' +
      'servies, le papier, ce que quelqu’un a recopié, et l’usure de la carte mémoire.',
  },
  rights: {
    title: 'Vos droits',
    said: [
      'Vous pouvez savoir ce qui est gardé sur vous et en avoir copie (article 15 du RGPD), ' +
        'le faire corriger (article 16), le faire effacer (article 17), vous opposer à ce ' +
        'qu’on s’en serve (article 21), et reprendre à tout moment l’accord que vous avez ' +
        'donné.',
      'Si la réponse ne vient pas ou ne vous va pas, vous pouvez vous plaindre à la CNIL ' +
        '(article 77) : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.',
    ],
  },
  prints: {
    title: 'À imprimer',
    record: 'Le registre des traitements',
    access: 'La déclaration d’accessibilité',
  },
  cited: {
    title: 'Les textes',
    lead:
      'Ces textes ont été lus dans des copies, le jour écrit ici, et résumés en mots simples. ' +
      'La version qui fait foi est sur legifrance.gouv.fr ou eur-lex.europa.eu. Ceci n’est ' +
      'pas le conseil d’un juriste.',
    readOn: (day: string) => `Lus le ${day}`,
    unread: 'À vérifier par la personne qui tient la page',
    unreadLead: 'Ces textes n’ont pas pu être lus. Ils comptent peut-être ici.',
  },
  texts: {
    rgpd2: {
      text: 'Règlement (UE) 2016/679 (RGPD), article 2',
      says:
        'Le règlement ne vise pas une activité strictement personnelle ou domestique. Une ' +
        'page ouverte à tous n’en est sans doute pas une.',
    },
    rgpd6: {
      text: 'RGPD, article 6',
      says:
        'Six raisons permettent de garder des données, dont l’accord de la personne et ' +
        'l’intérêt légitime. Cette dernière n’est pas ouverte à une autorité publique dans ' +
        'ses missions.',
    },
    rgpd12: {
      text: 'RGPD, article 12',
      says:
        'Répondre clairement, dans le mois ; deux mois de plus si c’est compliqué, en le ' +
        'disant.',
    },
    rgpd13: {
      text: 'RGPD, articles 13 et 14',
      says:
        'Ce qu’il faut dire à une personne quand elle donne ses données, ou quand elles ' +
        'viennent d’ailleurs (des notes de réunion) : qui, pourquoi, à qui, combien de temps, ' +
        'ses droits.',
    },
    rgpd15: {
      text: 'RGPD, articles 15, 16, 17 et 21',
      says:
        'Savoir ce qui est gardé sur soi et en avoir copie ; faire corriger ; faire effacer, ' +
        'par exemple quand on reprend son accord ; s’opposer, pour une raison tenant à sa ' +
        'situation.',
    },
    rgpd30: {
      text: 'RGPD, article 30',
      says:
        'Tenir un registre et ce qu’il contient. En dessous de 250 employés, il n’est dû que ' +
        'si l’usage n’est pas occasionnel, présente un risque ou touche des données sensibles.',
    },
    rgpd77: {
      text: 'RGPD, article 77',
      says: 'Se plaindre à l’autorité de contrôle ; en France, la CNIL.',
    },
    freedoms82: {
      text: 'Loi n° 78-17 du 6 janvier 1978, article 82 (version du 1er juin 2019)',
      says:
        'Pas d’accord à demander pour ce qui est strictement nécessaire à ce que la personne ' +
        'demande.',
    },
    trust11: {
      text: 'Loi n° 2004-575 du 21 juin 2004, article 1-1 (version du 23 mai 2024)',
      says:
        'Se nommer quand on publie ; ce que peut taire qui publie à titre non professionnel, ' +
        'si son hébergeur le connaît.',
    },
    disability47: {
      text: 'Loi n° 2005-102 du 11 février 2005, article 47 (version du 11 mars 2023)',
      says:
        'Qui doit rendre ses services en ligne accessibles : les personnes publiques, ' +
        'certains organismes liés à elles, les grandes entreprises. Les organismes privés ' +
        'sans but lucratif en sont hors s’ils ne rendent ni services essentiels, ni services ' +
        'destinés aux personnes handicapées.',
    },
    decree768: {
      text: 'Décret n° 2019-768 du 24 juillet 2019, premier article (lu en partie)',
      says:
        'Les services en ligne de ces organismes suivent les normes européennes ' +
        'd’accessibilité.',
    },
    rgaa: {
      text: 'RGAA, version 4, obligations (publiées par la DINUM)',
      says:
        'Ce que contient une déclaration. Sans audit en cours de validité, l’état à écrire ' +
        'est « non conforme ».',
    },
    posts341: {
      text:
        'Code des postes et des communications électroniques, article L. 34-1, I et II ' +
        '(version du 31 juillet 2021)',
      says:
        'Effacer les données de communication, sauf ce qui doit être gardé. Vise aussi qui ' +
        'offre au public une connexion dans son activité professionnelle, même gratuite. S’il ' +
        'vise un Wi-Fi de village qui ne mène qu’à cette page : à vérifier par la personne ' +
        'qui tient la page.',
    },
    decree1362: {
      text: 'Décret n° 2021-1362 du 20 octobre 2021, article 1',
      says:
        'Ce que gardent ceux qui donnent accès à Internet ou hébergent les écrits des autres. ' +
        'S’il vise cette page, qui ne garde pas les adresses : à vérifier par la personne qui ' +
        'tient la page.',
    },
    trust6: {
      text: 'Loi n° 2004-575 du 21 juin 2004, article 6',
      says:
        'Devoirs de qui garde les écrits des autres, et ce qui se fait quand un écrit est ' +
        'signalé.',
    },
    posts1013: {
      text: 'Code des postes et des communications électroniques, article R. 10-13',
      says: 'Quelles données de connexion sont à garder, et combien de temps.',
    },
    director: {
      text: 'Loi n° 82-652 du 29 juillet 1982, articles 93-2 et 93-3',
      says: 'Le directeur de la publication : qui il est, de quoi il répond.',
    },
    services16: {
      text: 'Règlement (UE) 2022/2065, article 16',
      says: 'Comment signaler un contenu à qui l’héberge.',
    },
    freedoms: {
      text: 'Loi n° 78-17 du 6 janvier 1978, hors article 82',
      says:
        'Les règles françaises qui complètent le RGPD : enfants, données après la mort, ' +
        'données sensibles.',
    },
    order2019: {
      text:
        'Arrêté du 20 septembre 2019 portant référentiel général d’amélioration de ' +
        'l’accessibilité',
      says: 'La version du référentiel qui s’applique.',
    },
  },
  record: {
    title: 'Registre des traitements',
    lead:
      'Tenu selon l’article 30 du RGPD, rempli de ce que cette borne fait. Une page qui reste ' +
      'ouverte n’est pas un usage occasionnel : mieux vaut tenir ce registre, même à deux ou ' +
      'trois.',
    controller: 'Qui répond (responsable du traitement)',
    officer: 'Délégué à la protection des données',
    officerSaid: 'Si l’organisme qui tient la page en a un : ',
    why: 'Pourquoi (finalités) et sur quelle base',
    activity: 'Ce qui se fait',
    purpose: 'Pourquoi',
    basis: 'Base (article 6)',
    people: 'De qui',
    basisNote:
      'Ces bases sont proposées par le logiciel : à vérifier par la personne qui tient la ' +
      'page. Pour une mairie, l’intérêt légitime n’est pas ouvert ; ce serait la mission ' +
      'd’intérêt public.',
    activities: {
      sent: {
        what: 'Recevoir ce que les gens envoient, le lire, l’afficher ou le laisser de côté',
        why: 'Que les gens d’ici se trouvent',
        basis: 'accord (a)',
        people: 'qui envoie, qui est nommé',
      },
      written: {
        what: 'Tenir la page : qui fait quoi, les lieux, les projets, l’agenda, les annonces',
        why: 'Que chacun sache ce qui existe ici',
        basis: 'intérêt légitime (f) ; accord (a) pour les personnes',
        people: 'habitants, associations, entreprises, élus',
      },
      harvest: {
        what: 'Lire des notes de réunion, sans montrer personne avant son accord',
        why: 'Que ce qui s’est dit serve',
        basis: 'intérêt légitime (f) pour lire ; accord (a) pour montrer',
        people: 'présents, personnes nommées',
      },
      keeping: {
        what:
          'Ouvrir la page à qui la tient : phrase de passe et codes hachés, visite, comptes ' +
          'd’envois en mémoire',
        why: 'Que la page ne soit pas abîmée',
        basis: 'intérêt légitime (f)',
        people: 'qui tient la page, qui envoie',
      },
    },
    what: 'Les données, sorte par sorte',
    whatLead:
      'Fait à partir de ce que la borne sait garder. Ne sont nommés dans la colonne ' +
      '« montré » que les champs où l’on peut nommer, montrer ou joindre quelqu’un ; dates, ' +
      'nombres, communes, thèmes et choix n’y sont pas. Une sorte marquée * peut être ' +
      'envoyée sans compte.',
    kind: 'Sorte',
    shown: 'Montré à tous, une fois affiché',
    network: (fields: string) => `aux bornes amies seulement : ${fields}`,
    home: 'Reste dans cette borne',
    house: 'La page elle-même',
    to: 'À qui (destinataires)',
    toSaid: [
      'Ce qui est affiché : tout le monde. Ce qui est marqué pour les bornes amies : les ' +
        'bornes dont les personnes se sont rencontrées. Ce qui reste ici : la personne qui ' +
        'tient la page, et qui passe ici pour ce qui s’y lit.',
      'Aucune entreprise ne traite ces données pour le compte de la page, sauf un ' +
        'hébergeur, si la machine est louée.',
    ],
    abroad: 'Hors de l’Union européenne',
    abroadSaid:
      'La borne n’y envoie rien. Ce qui est affiché peut être lu de partout si la page est ' +
      'ouverte sur Internet.',
    until: 'Combien de temps',
    untilSaid: [
      'Ce qui est écrit : jusqu’à ce qu’il soit oublié, à la demande de la personne ou ' +
        'quand cela ne sert plus.',
      'Ce qui attend, ce qui a été laissé de côté, et les notes lues : de même, sans être ' +
        'montrés. La personne qui tient la page les efface pour de bon, avec un code imprimé.',
    ],
    session: (short: string, long: string) =>
      `La visite de qui tient la page : ${short} sans rien faire, ${long} sur son propre appareil.`,
    cleared: 'Ménage à faire par la personne qui tient la page, à quelle cadence',
    safe: 'Comment c’est protégé',
    safeSaid: [
      'Qui tient la page n’entre que depuis la borne ou en https ; ce qui ne se défait pas ' +
        'demande en plus un code imprimé, bon une seule fois.',
      'La phrase de passe est hachée (Argon2id), les codes et les visites aussi.',
      'Ce qui reste ici est tenu à part de ce qui est montré.',
      'Ce qui est oublié est recouvert dans les fichiers, pas seulement délié.',
      'Les sauvegardes sont scellées par une phrase de passe, sauf choix contraire.',
      'Aucune page ne contient de programme, ni n’appelle un autre site.',
    ],
    breach:
      'Si la borne est volée ou perdue : ce qu’il y a à faire et à dire est à vérifier par ' +
      'la personne qui tient la page.',
    signed: (day: string) => `Imprimé le ${day}. Relu et signé par :`,
  },
  access: {
    title: 'Déclaration d’accessibilité',
    lead: (name: string) => `Cette déclaration parle de la page « ${name} ».`,
    bound: 'Qui doit en faire une',
    boundSaid: [
      'Une mairie, un établissement public ou un organisme qui dépend d’eux doit rendre ses ' +
        'pages accessibles et publier une déclaration (loi n° 2005-102, article 47).',
      'Une association sans but lucratif n’y est pas tenue si elle ne rend ni services ' +
        'essentiels pour le public, ni services destinés aux personnes handicapées. Une ' +
        'personne seule n’est pas dans la liste de l’article. Cette page le fait quand même.',
      'De quel côté est cette page : à vérifier par la personne qui tient la page.',
    ],
    state: 'État de conformité',
    stateSaid: [
      'Non conforme, au sens du RGAA : aucun audit n’a été fait, et sans audit c’est l’état ' +
        'à écrire. Cela ne veut pas dire qu’un défaut a été trouvé.',
      'Si un audit est fait, son résultat, sa date et qui l’a fait :',
    ],
    done: 'Ce que la page fait',
    doneSaid: [
      'Elle marche sans programme dans le navigateur, au clavier, avec un lecteur d’écran : ' +
        'titres, listes, étiquettes de champs, langue annoncée, lien pour aller droit au ' +
        'contenu.',
      'Les lettres se détachent du fond à 4,5 pour 1 au moins, de jour comme en sombre ; le ' +
        'bord des champs à 3 pour 1.',
      'On peut agrandir les lettres et lire sur un petit écran. Ce qui se touche du doigt ' +
        'est grand.',
      'Une erreur dans un formulaire est dite en une phrase, à côté du champ, et rien de ce ' +
        'qui était écrit n’est perdu.',
      'Rien ne bouge, ne clignote, ni ne parle tout seul.',
      'Chaque page s’imprime.',
    ],
    not: 'Ce qui peut gêner',
    notSaid: [
      'Les cartes sont des dessins : leurs lieux se retrouvent dans les listes. La loi les ' +
        'met hors de l’obligation, si l’essentiel est dit autrement.',
      'Les écrits des gens et les documents joints sont tels qu’ils ont été donnés. En ' +
        'anglais, la page est traduite, pas ce que les gens ont écrit.',
      'Les visites de la personne qui tient la page se referment après un moment sans rien ' +
        'faire ; ce qui était écrit est gardé.',
      'En https, le navigateur avertit que le certificat est celui de la borne.',
    ],
    trouble: 'Si vous n’arrivez pas à lire ou à faire quelque chose',
    troubleSaid:
      'Dites-le : on vous le lira, on vous l’imprimera, ou on l’écrira avec vous. Un ' +
      'organisme tenu par la loi répond dans la semaine.',
    appeal: 'Si la réponse ne vient pas',
    appealSaid:
      'Si l’organisme qui tient la page est tenu par la loi, vous pouvez écrire au ' +
      'Défenseur des droits, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 ' +
      'Paris CEDEX 07.',
    made: (day: string) => `Cette déclaration est faite par la page elle-même, le ${day}.`,
  },
}
