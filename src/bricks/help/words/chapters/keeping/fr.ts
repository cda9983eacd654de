import type { Chapter } from '../../../model/chapter.ts'

export const fr: Chapter = {
  title: 'Tenir la page',
  about: 'Une demi-heure par semaine : ce qui attend, quatre gestes, et le reste quand il le faut.',
  blocks: [
    { heading: 'Ce qui attend' },
    'La barre noire compte ce qui attend. [Tenir la page](/tenir) ({ui.keep}) le dit en ' +
      'phrases, tout en haut : chaque ligne mène là où l’on répond.',
    {
      picture: 'keeping',
      shows:
        'La page « Tenir la page » : ce qui vous attend, puis les quatre gestes de la semaine.',
    },
    { heading: 'Les quatre gestes de la semaine' },
    {
      steps: [
        '**Cueillir** la dernière réunion : [Une réunion](/aide/une-reunion).',
        '[À montrer](/a-montrer) : ce que des gens de passage ont écrit. ' +
          '{records.show} le met sur la page ; {records.refuse} le laisse de côté, et qui ' +
          'l’a écrit lira votre raison sur son billet. Ce qui nomme quelqu’un est dit « à ' +
          'lire d’abord » : lisez deux fois.',
        '[La feuille de la semaine](/feuille) : relisez l’ordre et les mots, ' +
          '{printing.keep}, {printing.print}, puis {printing.make}. Posez-la au comptoir.',
        '**Sauvegarder** : une clé nommée COCOTE, branchée à la borne, ou [par la ' +
          'page](/borne/sauvegardes).',
      ],
    },
    { heading: 'Corriger, retirer, remettre' },
    {
      list: [
        'Sur la page de chaque chose, {records.edit} ouvre tout : changer ses mots, puis ' +
          '{records.save}.',
        '{records.remove} l’ôte de la page. {records.undo.undo}, juste après, le remet. ' +
          'Plus tard, [Ce qui est retiré](/tenir/retire) garde un mois ce qui a été ôté, et ' +
          'ce que vous avez affiché : un bouton remet chaque chose comme avant.',
        '{records.forget} efface pour de bon, ici et dans l’histoire ; il faut un des dix ' +
          'codes, et cela ne se défait pas.',
        'Quelqu’un demande à disparaître : ses annonces, {records.remove} ou ' +
          '{records.forget} ; tout ce qui est à lui, sa page dans [Habitant·es](/habitants).',
      ],
    },
    {
      picture: 'taken-off',
      shows: 'La page « Ce qui est retiré » : une annonce ôtée, avec le bouton qui la remet.',
    },
    { heading: 'Donner une carte à quelqu’un' },
    'Une carte (un numéro et quatre mots) laisse écrire en son nom, sans attendre. Ouvrez ' +
      '[Habitant·es](/habitants), {members.types.member.add}, puis faites sa carte : elle ' +
      's’imprime une fois, et se donne de la main à la main.',
    { heading: 'Poser une question de plus' },
    'Votre village demande toujours l’étage, ou la clé ? [Une question de ' +
      'plus](/tenir/champs) : pour quelle sorte d’annonce, la question en deux mots, ce ' +
      'qu’on y met, qui voit la réponse. {records.fieldAdd} la pose partout où l’on écrit ' +
      'cette sorte de chose. Sur la même page, on la change, ou {records.fieldTakeAway}.',
    { heading: 'Faire entrer un tableau' },
    {
      steps: [
        'Ouvrez [Apporter un tableau](/apporter-un-tableau), donnez le fichier (tableur, ' +
          'carte, agenda), pressez {=Regarder}.',
        'La page devine ce que c’est, et ce que remplit chaque colonne. Une liste ' +
          'd’associations est parfois prise pour des lieux : choisissez la bonne sorte, puis ' +
          '{=Regarder de nouveau}.',
        'Les premières lignes se montrent telles qu’elles seront écrites. Le dernier ' +
          'bouton les écrit toutes ; {records.undo.table} les reprend toutes.',
      ],
    },
    { heading: 'Tenir à plusieurs' },
    'Avec la personne à côté de vous, ouvrez [Qui tient la page](/tenir/gardiens) : ' +
      'd’abord votre prénom, puis le sien et la phrase de passe qu’elle choisit, ' +
      '{keepers.addAct}. En entrant, elle trouve ses dix codes à imprimer. Deux personnes ' +
      'peuvent travailler en même temps, sur une même page de notes aussi.',
    { heading: 'Ranger ce qui ne sert pas' },
    'Le mur, les fichiers, l’écran du bar ne vous servent pas ? [Ce qu’il y a sur ' +
      'cette page](/tenir/briques), {records.bricksPage.putAway}. Rien n’est perdu : ' +
      '{records.bricksPage.takeUp} rend tout.',
  ],
}
