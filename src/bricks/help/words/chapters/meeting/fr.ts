import type { Chapter } from '../../../model/chapter.ts'

export const fr: Chapter = {
  title: 'Une réunion',
  about:
    'De vos notes à la page que tout le monde lit, en un quart d’heure. Rien n’est montré ' +
    'avant votre accord.',
  blocks: [
    { heading: 'Coller les notes' },
    {
      steps: [
        'Ouvrez [la cueillette](/cueillette) : {ui.harvest}, dans la barre noire.',
        'Collez vos notes, ou donnez le fichier (Word, LibreOffice, texte), ou l’adresse ' +
          'd’une page de wiki. La conversation d’un groupe (WhatsApp, Signal, SMS), exportée ' +
          'en texte, se colle de même.',
        'Pressez {=Cueillir}. La page s’ouvre sur votre texte, tel que vous l’avez écrit.',
      ],
    },
    'Vous pouvez fermer et revenir demain : tout est gardé à mesure, et {ui.harvest} dit ' +
      'le nombre de pages de notes qui attendent.',
    { heading: 'Lire et garder' },
    'Sous une phrase, la page dit ce qu’elle a compris. Trait plein : c’est ' +
      '{harvest.reading.proposed}. Pointillé : {harvest.reading.perhaps}, regardez-y à deux ' +
      'fois.',
    {
      picture: 'reading',
      shows:
        'Une page de notes : le texte, et sous une phrase ce que la page propose, avec les ' +
        'boutons « garder » et « non ».',
    },
    {
      list: [
        'C’est juste : {harvest.reading.keep}. Ce n’est pas la peine : ' +
          '{harvest.reading.leave}. On peut toujours changer d’avis, par ' +
          '{harvest.reading.keepNoMore}, ou {harvest.reading.back}.',
        'Une phrase compte et n’est pas marquée : touchez-la, puis dites ce que c’est ' +
          '({harvest.reading.kinds.need}, {harvest.reading.kinds.offer}, ' +
          '{harvest.reading.kinds.initiative}, {harvest.reading.kinds.idea}, ' +
          '{harvest.reading.kinds.event}…). Elle est gardée, son titre fait. Si elle dit ' +
          'quelque chose de quelqu’un, elle attend que vous l’écriviez sans cette personne.',
        'Les lignes pareilles de la même liste sont proposées avec elle : un bouton les garde ' +
          'toutes. {harvest.reading.forWhich} Un bouton le dit aussi.',
        'Touchez le titre d’une proposition pour l’ouvrir : on y change ses mots, sa ' +
          'sorte, le jour, {harvest.reading.forWhat}, {harvest.reading.withWhom}. Puis ' +
          '{harvest.reading.saveKeep}.',
        'Deux propositions disent la même chose : {harvest.reading.merge}, puis ' +
          '{harvest.reading.mergeAct}. Une seule en dit deux : {harvest.reading.split}.',
        'Le jour est faux : ouvrez {harvest.reading.meeting}, corrigez ' +
          '{harvest.reading.meetingDate}, pressez {harvest.reading.readAgain}. Ce que vous ' +
          'avez fait reste fait.',
        'La rencontre ne dit pas son village : dans {harvest.reading.meeting}, ' +
          '{harvest.reading.meetingCommune}. Ce qui ne dit pas le sien y est rangé.',
        'Ces notes ne servent pas, ou sont là deux fois : {harvest.throwing.act}, tant que ' +
          'rien n’en est affiché.',
        'Une phrase est retenue parce qu’elle parle de quelqu’un : écrivez-la sans cette ' +
          'personne. Si c’est sans danger : {harvest.reading.keepAnyway}.',
      ],
    },
    { heading: 'Afficher' },
    {
      steps: [
        'Tout en bas, sous {harvest.reading.showTitle}, une phrase dit ce que tout le ' +
          'monde verra. Personne n’y est nommé, sinon elle dit qui, et pourquoi.',
        'Pressez {harvest.showAll}. La page de la réunion s’ouvre, rangée par sorte ; ' +
          'l’accueil la dit pendant sept jours.',
        'Vous vous êtes trompé·e : {harvest.undo.undo}, tout de suite ; plus tard, ' +
          '{harvest.reading.undoShowing}, sur la même page de notes. Tout revient comme ' +
          'avant, sauf ce dont on parle déjà ailleurs\u00a0: la page le nomme.',
      ],
    },
    {
      picture: 'show',
      shows:
        'Le bas d’une page de notes : « Tout le monde verra : une offre, une demande, un ' +
        'rendez-vous », et le bouton « Afficher ».',
    },
    { heading: 'Les bandes : l’accord des gens' },
    'Chaque personne nommée dans les notes reçoit une bande de papier : ce que les notes ' +
      'disent d’elle, et si elle veut y être nommée. Sans réponse, elle n’est pas nommée.',
    {
      steps: [
        'Sur la page de notes, sous {harvest.reading.people}, pressez ' +
          '{harvest.agreementSheet}. Un nom qui n’est pas quelqu’un : ' +
          '{harvest.reading.notAPerson}. Quelqu’un à qui vous ne demandez rien : ' +
          '{harvest.agreement.noStrip}.',
        'Pressez {harvest.agreement.giveAndPrint}. Découpez, faites passer.',
        'Une bande revient : [{harvest.agreementKey}](/accord), tapez ses ' +
          'quatre chiffres, ou choisissez-la sous {harvest.agreement.awaited}, cochez ce qui ' +
          'est coché. Ce que la personne corrige ou retire ' +
          'l’est sur la page.',
      ],
    },
    'Des notes collées par erreur : {harvest.throwing.act}, en bas de leur page. Elles se ' +
      'reprennent sous {harvest.throwing.list}, sur [La cueillette](/cueillette).',
    'Le compte rendu d’une page se prend sur la page de la réunion.',
  ],
}
