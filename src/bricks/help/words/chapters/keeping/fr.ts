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
        '[{ui.toShow}](/a-montrer) : ce que des gens de passage ont écrit. ' +
          '{records.show} le met sur la page ; {records.refuse} le laisse de côté, et qui ' +
          'l’a écrit lira votre raison sur son billet. Ce qui nomme quelqu’un dit pourquoi ' +
          'c’est à lire d’abord : lisez deux fois, et cochez si la personne ' +
          'est d’accord. ' +
          '{records.mendSent} change les mots : son billet le dira, et ' +
          '{records.undo.theirWords} les rend comme ils étaient.',
        '[{printing.title}](/feuille) : relisez l’ordre et les mots, ' +
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
        'Une annonce a servi : {offers.close.other}. C’était une erreur : sur sa page, ' +
          '{offers.reopen}. Elle n’est plus dans les listes ; cherchez ses mots, en haut de ' +
          'la page.',
        '{records.remove} ôte une chose de la page. {records.undo.undo}, juste après, la ' +
          'remet. Plus tard, [{records.undo.title}](/tenir/retire) garde un mois ce qui a ' +
          'été ôté, et ce que vous avez affiché : un bouton remet chaque chose comme avant.',
        'Un mot du [mur](/mur) ne va pas : {wall.lift}.',
        'Quelqu’un signale un mot qui blesse\u00a0: ' +
          '[{deals.reportsTitle}](/arrangements/signalements) vous le montre, et rien d’autre de ' +
          'leur conversation. {deals.judgeHide}, {deals.judgeStop}, ou {deals.judgeStands}.',
        '{records.forget} efface pour de bon, ici et dans l’histoire ; il faut un des dix ' +
          'codes, et cela ne se défait pas. Après une correction, les anciens mots ne se ' +
          'lisent que de vous ; pour les effacer aussi, choisissez ' +
          '{records.forgetPast}.',
        'Quelqu’un demande à disparaître : ses annonces, {records.remove} ou ' +
          '{records.forget} ; tout ce qui est à lui, sa page dans ' +
          '[{members.list}](/habitants).',
      ],
    },
    {
      picture: 'taken-off',
      shows: 'La page « Ce qui est retiré » : une annonce ôtée, avec le bouton qui la remet.',
    },
    { heading: 'La même association est là deux fois' },
    'Ouvrez la page de l’une, pressez {sync.joining.joinLink}, trouvez l’autre, puis ' +
      '{sync.joining.joinAct}. Elles se lisent comme une seule, rien n’est perdu, et cela se ' +
      'défait à [{records.undo.title}](/tenir/retire). ' +
      '[{directory.duplicatesTitle}](/annuaire/doublons) montre celles que la page a vues.',
    { heading: 'Écrire à la main' },
    'Tout en bas de [Tenir la page](/tenir), {records.addOne} : une association, un lieu, ' +
      'un rendez-vous, une réunion… Le nom, où et quand d’abord ; le reste est plié. ' +
      '{records.saveAndMore} garde le formulaire ouvert.',
    { heading: 'Un rendez-vous qui revient' },
    {
      steps: [
        '[{agenda.types.event.add}](/agenda/ajouter), son premier jour, puis ' +
          '{agenda.types.event.fields.recurs.label} : chaque semaine, un jeudi sur deux, ou ' +
          '{ui.recurs.own}.',
        'Pas de répétition à Noël, ou un autre jour cette fois : enregistrez, ouvrez sa ' +
          'page, {agenda.changeDate} à côté de la date. Pour cette fois seule, on y écrit ' +
          'l’autre jour, l’autre heure, l’autre lieu. {agenda.addDate} en met une de plus.',
      ],
    },
    { heading: 'Une question à quelqu’un' },
    'Le patron du bar est-il prêt à ouvrir le lundi ? Sur la page du projet ou du lieu, ' +
      '{asking.fromRecord} : la question et le nom restent dans cette borne. La réponse se ' +
      'note au même endroit, et l’on peut redemander.',
    { heading: 'Donner une carte à quelqu’un' },
    'Une carte (un numéro et quatre mots) laisse écrire en son nom, sans attendre, et lire les ' +
      'annonces qu’on ne montre qu’avec une carte. Ouvrez ' +
      '[{members.list}](/habitants), {members.types.member.add}, puis, sur sa page, ' +
      '{members.makeCard} : elle s’imprime une fois, et se donne de la main à la main. Un ' +
      'numéro a changé ? Sa page ici, {members.mend}.',
    { heading: 'Une question de plus dans un formulaire' },
    'Votre village demande toujours l’étage, ou la clé ? Dans [Tenir la page](/tenir), ' +
      'sous {records.toolHeads.box} : [{records.fieldsTitle}](/tenir/champs). Pour quelle ' +
      'sorte d’annonce, la question en deux mots, ce qu’on y met (des mots, ' +
      'un jour, une réponse parmi plusieurs, une photo…), qui voit la réponse. ' +
      '{records.fieldAdd} la pose partout où l’on écrit cette sorte de chose. Sur la même ' +
      'page, on la change, ou {records.fieldTakeAway}.',
    { heading: 'Faire entrer un tableau' },
    {
      steps: [
        'Ouvrez [{records.bringTable}](/apporter-un-tableau), donnez le fichier (tableur, ' +
          'carte, agenda), pressez {=Regarder}. Un classeur Excel (.xlsx) n’est pas lu : ' +
          'dans Excel ou LibreOffice, Fichier, Enregistrer sous, et choisissez CSV.',
        'La page devine ce que c’est, et ce que remplit chaque colonne. Une liste ' +
          'd’associations est parfois prise pour des lieux : choisissez ' +
          '{directory.types.actor.many}, puis {=Regarder de nouveau}.',
        'Des lignes à revoir se disent par cause : sous « Pour ces … lignes », choisissez ' +
          'la réponse qui vaut pour toutes (une association), puis {=Regarder de nouveau}.',
        'Les premières lignes se montrent telles qu’elles seront écrites. Le dernier ' +
          'bouton les écrit toutes ; {records.undo.table} les reprend toutes.',
        'Un agenda apporté de nouveau, le mois suivant, met à jour ce qui en venait : la page ' +
          'dit ce qui change. Ce que vous avez corrigé ici reste.',
      ],
    },
    { heading: 'Tenir à plusieurs' },
    'Avec la personne à côté de vous, ouvrez [{records.keepers}](/tenir/gardiens) : ' +
      'd’abord votre prénom, puis le sien et la phrase de passe qu’elle choisit, ' +
      '{keepers.addAct}. En entrant, elle trouve ses dix codes à imprimer. Deux personnes ' +
      'peuvent travailler en même temps, sur une même page de notes aussi. La phrase de passe ' +
      'de chacune ouvre les sauvegardes. Quand une personne s’en va, {keepers.end} : sa phrase ' +
      'n’ouvre plus rien de ce qui se fait ensuite.',
    { heading: 'Ranger ce qui ne sert pas' },
    'Le mur, les fichiers, l’écran du bar ne vous servent pas ? ' +
      '[{records.bricksPage.title}](/tenir/briques), {records.bricksPage.putAway}. Rien ' +
      'n’est perdu : ' +
      '{records.bricksPage.takeUp} rend tout.',
  ],
}
