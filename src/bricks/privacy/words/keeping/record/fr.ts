/** The record of processing that the keeper prints. */
export const fr = {
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
}
