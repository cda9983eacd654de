/**
 * *Animer sans écran*: what the box brings, until somebody here writes it their way. Our own
 * recipes; `en.ts` has this type.
 */
export const fr = {
  'soiree-des-besoins': {
    title: 'Une soirée des besoins',
    aim:
      'En deux heures, savoir de quoi le village a besoin et ce qu’il peut offrir, sans ' +
      'ordinateur.',
    lasts: 'deux heures, un soir de semaine',
    people: 'de huit à trente, deux pour animer',
    needs: [
      'une salle connue de tous, chauffée, avec des tables',
      'les billets «\u00a0Je propose, je cherche\u00a0» imprimés, trois par personne',
      'des crayons qui écrivent gros, une ficelle et des pinces à linge, ou un mur',
      'de quoi boire\u202f; chacun apporte un gâteau',
      'quelqu’un qui écrit pour ceux qui préfèrent dire',
    ],
    steps: [
      '15 min\u00a0: On arrive. Un verre, un prénom sur un bout de ruban. Personne ne se ' +
        'présente debout.',
      '10 min\u00a0: On dit pourquoi on est là, et ce que deviennent les papiers\u00a0: ' +
        'accrochés ici, et sur la page seulement pour qui coche les deux cases.',
      '20 min\u00a0: Par trois, chacun raconte la dernière fois qu’il lui a manqué une ' +
        'chose, un bras ou une voiture. Les deux autres écoutent.',
      '20 min\u00a0: Chacun écrit ses billets\u00a0: un besoin, un coup de main, une chose ' +
        'à prêter. Une phrase, un prénom, comment joindre.',
      '25 min\u00a0: On accroche à la ficelle, par famille, et on lit à voix haute. Qui ' +
        'peut répondre lève la main et met son prénom dessous.',
      '20 min\u00a0: On choisit trois besoins restés sans réponse\u00a0: qui s’en occupe, ' +
        'avant quand\u202f?',
      '10 min\u00a0: On relit ce qui a trouvé preneur ce soir. La date de la prochaine. On ' +
        'range ensemble.',
    ],
    after: [
      'Le lendemain, saisir la pile\u00a0: le code est sur chaque billet. Imprimer les ' +
        'bandelettes à emporter.',
      'La feuille de la semaine dit ce qui a trouvé réponse, et pose au village l’un des ' +
        'trois besoins.',
    ],
    pitfalls: [
      'Un tour de table de trente personnes\u00a0: il prend la soirée.',
      'Noter une peine que la personne n’a pas choisi d’écrire.',
      'Promettre ce que personne n’a pris.',
    ],
  },
  'etagere-de-pret': {
    title: 'Une étagère de prêt',
    aim: 'Dix objets que tout le monde emprunte, rangés au même endroit, avec un cahier.',
    lasts: 'une heure pour l’ouvrir, dix minutes par semaine',
    people: 'deux personnes qui s’en occupent, tout le village pour s’en servir',
    needs: [
      'une étagère dans un lieu ouvert au moins deux fois par semaine, et l’accord de qui ' +
        'tient le lieu',
      'dix objets qui marchent, dont quelqu’un répond\u00a0: perceuse, sono, tonnelle, ' +
        'grande marmite, pompe à vélo…',
      'une étiquette par objet\u00a0: son nom, à qui il est, ce qu’il faut savoir pour s’en servir',
      'un cahier et un stylo attachés ensemble',
      'une règle d’une ligne, affichée\u00a0: «\u00a0une semaine, rendu propre, on dit ce ' +
        'qui a cassé\u00a0»',
    ],
    steps: [
      'Avant\u00a0: Une annonce par objet cherché, sur la page et au tableau. On ne prend ' +
        'que ce qui marche.',
      '15 min\u00a0: On pose les objets, on attache les étiquettes, on les essaie devant ' +
        'tout le monde.',
      '15 min\u00a0: On écrit la règle ensemble. Une caution\u202f? Le plus souvent, ' +
        'non\u00a0: un prénom et un jour suffisent.',
      '20 min\u00a0: On montre le cahier\u00a0: l’objet, le prénom, comment joindre, pris ' +
        'le, rendu le. Le premier prêt se fait pour de vrai.',
      '10 min\u00a0: Qui relit le cahier chaque semaine\u202f? Deux prénoms, à tour de rôle.',
      'Ensuite\u00a0: Chaque semaine on lit le cahier, on appelle gentiment après le ' +
        'huitième jour, on note ce qui manque.',
    ],
    after: [
      'Chaque objet devient une annonce «\u00a0à prêter\u00a0»\u00a0: qui ne passe pas au ' +
        'local le sait quand même.',
      'Après trois mois, regarder le cahier\u00a0: ce qui n’a pas bougé retourne chez lui, ' +
        'ce qui a été demandé trois fois devient «\u00a0on cherche\u00a0».',
    ],
    pitfalls: [
      'Une étagère pleine de ce que l’on voulait jeter.',
      'Un outil dangereux sans personne pour le montrer\u00a0: tronçonneuse, ' +
        'débroussailleuse, échafaudage.',
      'Un règlement de deux pages.',
    ],
  },
  cartopartie: {
    title: 'Une cartopartie au crayon',
    aim:
      'Deux heures, deux secteurs, trente points\u00a0: ce que le village a, mis sur une ' +
      'carte par ceux qui y marchent.',
    lasts: 'deux heures, dehors puis dedans',
    people: 'de six à seize, par équipes de deux ou trois',
    needs: [
      'deux secteurs imprimés en A3, un par table, et un A4 pour chaque équipe',
      'des crayons de papier, des gommes, un carton rigide par équipe',
      'la liste de ce que l’on cherche\u00a0: lieux ouverts, bancs, eau, ordinateurs, ' +
        'panneaux d’affichage, chemins coupés',
      'des gilets si l’on marche au bord d’une route, une salle s’il pleut',
    ],
    steps: [
      '15 min\u00a0: On partage les secteurs, on lit la liste, on s’entend sur les ' +
        'signes\u00a0: un rond, un numéro, un mot.',
      '60 min\u00a0: On marche. À chaque point, un numéro sur la carte et une ligne au ' +
        'dos\u00a0: quoi, ouvert quand, qui le sait. Ni nom ni maison de particulier.',
      '20 min\u00a0: On revient. On reporte au propre sur l’A3, on barre ce qui est deux fois.',
      '15 min\u00a0: Pour chaque point\u00a0: en sommes-nous sûrs\u202f? Sinon un point ' +
        'd’interrogation, et qui ira demander.',
      '10 min\u00a0: On compte\u00a0: trente, c’est bien. On choisit les trois choses qui ' +
        'manquent le plus.',
    ],
    after: [
      'Saisir les points dans «\u00a0Qui fait quoi\u00a0», à confirmer tant que personne du ' +
        'lieu n’a dit oui.',
      'Laisser l’A3 au mur deux semaines avec un crayon\u00a0: les autres complètent.',
      'Les trois manques deviennent des idées sur la page.',
    ],
    pitfalls: [
      'Vouloir tout le canton le premier jour.',
      'Des points sans heures ni personne qui le sait\u00a0: ils ne servent à personne.',
      'Noter ce qui se passe chez les gens.',
    ],
  },
}
