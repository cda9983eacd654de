import type { Chapter } from '../../../model/chapter.ts'

export const fr: Chapter = {
  title: 'La première semaine',
  about:
    'D’une machine vide à une page que le village lit. Une demi-heure pour l’ouvrir, puis ' +
    'un geste par jour.',
  blocks: [
    { heading: 'Le premier jour : ouvrir la page' },
    'La fenêtre où la borne est lancée dit deux adresses. Celle en http est celle de tous : ' +
      'sur la machine elle-même, ouvrez-la. D’un autre appareil, la première fois, prenez ' +
      'celle en https qui finit par /ouvrir, et donnez le code dit sur la même ligne : un mot ' +
      'et quatre chiffres.',
    {
      steps: [
        '**Où.** Tapez les communes, séparées par des virgules, ou un code postal, ou le ' +
          'nom de la communauté de communes. D’autres communes s’ajoutent plus tard.',
        '**Le nom de la page**, comme on le dit : « Sail et alentours ». **Qui la tient** : ' +
          'un prénom, un lieu, un moment. C’est écrit au bas de chaque page.',
        'Pressez {=Continuer}. Rien n’est encore écrit : relisez ce que la page a compris, ' +
          'et dites {=Dans quel village est la borne ?} {=Corriger} revient aux questions.',
        'Choisissez une **phrase de passe** : quatre mots au hasard, douze lettres au ' +
          'moins. Notez-la sur un papier, pas sur la borne. Cochez que vous l’avez relue, ' +
          'puis {=Ouvrir la page}.',
        'Une feuille montre dix codes et six mots. {sheet.print}, ou recopiez-les : les codes ' +
          'confirment ce qui ne se défait pas, les mots prouvent que c’est bien votre ' +
          'borne. Le papier en main, rangez-le chez vous ; alors seulement, {sheet.away}. ' +
          'Ensuite la borne ne la montre ' +
          'plus.',
      ],
    },
    {
      picture: 'open',
      shows:
        'La première page : trois questions, « Où ? », « Comment s’appelle cette page ? », ' +
        '« Qui la tient ? », et le bouton « Continuer ».',
    },
    { heading: 'Le deuxième jour : dire qui joindre' },
    'La barre noire, en haut, est à vous seul·e. Son dernier mot, {ui.keep}, mène à [Tenir ' +
      'la page](/tenir). Sous {records.now}, quatre choses à faire : chacune se coche toute ' +
      'seule quand elle est faite.',
    {
      steps: [
        'Pressez {directory.firstStep}',
        'Dans {directory.types.territory.fields.reach.label}, écrivez un téléphone, ou un ' +
          'lieu et une heure. Pressez {records.save}. Cela se lit à {ui.whoKeeps}, sur les ' +
          'papiers, et sous ce que vous avez écrit.',
        'La page voit un numéro et demande si cette personne est d’accord. C’est vous : ' +
          'cochez {=Oui, cette personne est d’accord, ou ce n’est pas une personne}, puis ' +
          '{records.save} encore.',
      ],
    },
    { heading: 'Le troisième jour : une page de notes' },
    'C’est ce qui remplit la page. Prenez les notes de la dernière réunion, même en vrac. ' +
      'Le chapitre [Une réunion](/aide/une-reunion) dit tout ; en bref :',
    {
      steps: [
        'Ouvrez [la cueillette](/cueillette), collez, pressez {=Cueillir}.',
        'Sous chaque phrase, dites {harvest.reading.keep} ou {harvest.reading.leave}. Une ' +
          'phrase compte et n’est pas soulignée ? Touchez-la, puis dites ce que c’est.',
        'Tout en bas, lisez ce que tout le monde verra, puis {harvest.showAll}. Cela se défait.',
      ],
    },
    { heading: 'Le quatrième jour : du papier' },
    {
      steps: [
        '[La feuille de la semaine](/feuille) se compose seule. Relisez, pressez ' +
          '{printing.print}, puis {printing.make} : chacun peut alors la lire à l’écran ' +
          'aussi.',
        'À [{box.papers.title}](/borne/papiers) : {box.papers.kinds.counter.print} donne ' +
          'la carte du comptoir, qui dit à chacun comment entrer ; sous ' +
          '{box.papers.keep.title}, {box.papers.kinds.keep.print} donne la feuille à garder ' +
          'pour vous.',
      ],
    },
    { heading: 'Le cinquième jour : une copie ailleurs' },
    {
      steps: [
        'Ouvrez [{=Sauvegarder et emporter}](/borne/sauvegardes). Tapez votre phrase de ' +
          'passe, pressez {=Faire la sauvegarde}, attendez une minute.',
        'Quand il est prêt, le lien « Enregistrer » (avec sa taille) donne le fichier : ' +
          'mettez-le sur une clé ou chez vous. Seule votre phrase de passe l’ouvre, ou celle ' +
          'd’une autre personne qui tient la page avec vous.',
      ],
    },
    { heading: 'Ensuite' },
    'Quelqu’un écrit une annonce : elle vous attend dans {ui.toShow}, avec son nombre. Le ' +
      'reste de la semaine est dans [l’aide de qui tient la page](/aide/tenir-la-page).',
    'Finissez toujours par {ui.signOut} sur un ordinateur que d’autres touchent. Sinon, ' +
      'dix minutes sans rien faire et la page se referme.',
  ],
}
