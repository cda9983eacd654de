/** The name of a French law book, said in French in every language. */
export const LAW_BOOK = 'Code des postes et des communications électroniques'

/** The texts of law that the page cites, and what each says. */
export const fr = {
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
}
