import { countedFr as counted } from '../../../../text/counting.ts'

/** `/borne/sauvegardes`: what the keeper saves, takes away and puts back by page. */
export const fr = {
  box: 'La borne',
  title: 'Sauvegarder et emporter',
  lead:
    'Une borne peut tomber, se noyer, se faire voler. Une sauvegarde rangée ailleurs rend ' +
    'tout.',
  elsewhere:
    'Cette page ne s’ouvre qu’à la borne elle-même, ou par https\u00a0: ce qui en sort est privé.',
  save: 'Faire une sauvegarde',
  saveLead:
    'Tout ce que tient cette borne, dans un fichier scellé. Seule votre phrase de passe ' +
    'l’ouvre\u00a0: la borne la demande, et ne la garde pas.',
  saveLeadOfSeveral:
    'Tout ce que tient cette borne, dans un fichier scellé. La phrase de passe de chaque ' +
    'personne qui tient la page l’ouvre\u00a0: la borne demande la vôtre, et ne la garde pas.',
  saveNotYet: (names: string) =>
    `Elle ne s’ouvre pas encore avec celle de ${names}, avant sa prochaine entrée.`,
  saveNow: 'Faire la sauvegarde',
  passphrase: 'Votre phrase de passe',
  wrongPassphrase: 'Ce n’est pas la bonne phrase. Rien n’est fait.',
  busy: 'Trop d’essais en même temps. Attendez un instant et recommencez.',
  take: 'Tout emporter en un fichier',
  takeLead:
    'Pour LibreOffice ou Excel, et pour ouvrir la même page ailleurs\u00a0: un fichier ZIP, ' +
    'avec un mode d’emploi dedans.',
  takePrivate:
    'Avec ce qui est privé\u00a0: téléphones, annonces qui attendent, réunions. Il faut un code.',
  takeNow: 'Préparer le fichier',
  code: 'Un des dix codes de votre feuille',
  wrongCode: 'Ce code n’est pas bon, ou il a déjà servi. Rien n’est fait.',
  already: 'Un fichier se prépare déjà. Attendez qu’il soit prêt.',
  codeIfPrivate: 'Un des dix codes de votre feuille, seulement pour ce qui est privé',
  codes: 'Les codes',
  codesLeft: (n: number) =>
    n === 0
      ? 'Il ne reste aucun code.'
      : `Il reste ${counted(n, 'code', 'codes')} qui ${n === 1 ? 'n’a' : 'n’ont'} pas servi.`,
  codesLead: 'Dix nouveaux codes remplacent les anciens, qui ne valent plus rien.',
  needsCode: 'Il faut un code qui n’a pas servi\u00a0; sans aucun, faites-le à la borne elle-même.',
  codeHere: 'Votre phrase de passe d’aujourd’hui, ou un de vos dix codes',
  atMachine: 'Vous êtes à la borne\u00a0: votre phrase de passe suffit.',
  wrongCodeHere:
    'Ce n’est ni votre phrase de passe, ni un de vos codes qui n’a pas servi. Rien n’est fait.',
  codesNew: 'Faire dix nouveaux codes',
  another: 'Une autre phrase de passe',
  anotherLead:
    'L’ancienne ne vaudra plus rien, et toutes les autres visites se ferment. Les ' +
    'sauvegardes déjà faites gardent l’ancienne.',
  anotherField: 'La nouvelle phrase de passe',
  anotherHint:
    'Au moins douze lettres\u00a0: quatre mots au hasard se retiennent bien. On la voit, ' +
    'pour ne pas se tromper.',
  anotherTaken:
    'Une autre personne qui tient la page a déjà cette phrase\u00a0: choisissez-en une à vous. ' +
    'Rien n’est changé.',
  anotherShort:
    'La phrase de passe est trop courte\u00a0: au moins douze lettres. Rien n’est changé.',
  anotherNow: 'Changer la phrase de passe',
  anotherDone: 'C’est changé. La nouvelle phrase de passe vaut dès maintenant.',
  doing: (percent: number) =>
    `Le fichier se prépare\u00a0: ${percent}\u202f%. Cette page se recharge toute seule.`,
  ready: { backup: 'La sauvegarde est prête.', export: 'Le fichier est prêt.' },
  kept: {
    backup: 'Elle reste ici une demi-heure. Rangez-la ailleurs que sur cette borne.',
    export: 'Il reste ici une demi-heure.',
  },
  onlyOne:
    'Si vous en préparez un autre ou si quelque chose est effacé pour de bon, ce fichier-ci ' +
    'disparaît de la borne.',
  forgotten: {
    backup:
      'La sauvegarde qui attendait ici est effacée\u00a0: quelque chose a été effacé pour ' +
      'de bon depuis, et elle pouvait encore le contenir. Faites-en une nouvelle.',
    export:
      'Le fichier qui attendait ici est effacé\u00a0: quelque chose a été effacé pour de ' +
      'bon depuis, et il pouvait encore le contenir. Préparez-en un nouveau.',
  },
  missing: (n: number) =>
    `${counted(n, 'photo ou fichier n’était pas là', 'photos ou fichiers n’étaient pas là')}.`,
  hurtFiles: (n: number) =>
    n === 1
      ? 'Une photo ou un fichier est abîmé sur la carte. Il est dans la sauvegarde tel qu’il ' +
        'est\u00a0; tout le reste y est entier.'
      : `${n} photos ou fichiers sont abîmés sur la carte. Ils sont dans la sauvegarde tels ` +
        'qu’ils sont\u00a0; tout le reste y est entier.',
  hurtKeep: 'Gardez aussi une sauvegarde plus ancienne\u00a0: elle les a peut-être entiers.',
  download: (size: string) => `Enregistrer (${size})`,
  hurt: (n: number) =>
    `Le journal est abîmé (${counted(n, 'chose abîmée', 'choses abîmées')})\u00a0: rien ` +
    'n’est fait, et vos sauvegardes d’avant restent les bonnes. Remettez la dernière.',
  full: 'Il n’y a plus de place sur la borne pour préparer ce fichier.',
  failed: (reference: string) => `Cela n’a pas marché (repère ${reference}). Recommencez.`,
  before: 'Ce que la borne tenait avant une sauvegarde remise',
  beforeLead:
    'La borne l’a rangé à côté, sans l’effacer. Ce qui est oublié depuis y est ' +
    'encore\u00a0: quand la page est comme il faut, effacez-le.',
  beforeOne: (day: string, size: string) => `Rangé le ${day}\u00a0: ${size}.`,
  beforeAsk:
    'J’ai vu que tout est là sur la page\u00a0: ce qui est rangé à côté peut être effacé. ' +
    'Cela ne se défait pas.',
  beforeTick: 'Cochez d’abord la case\u00a0: cela ne se défait pas. Rien n’est fait.',
  beforeNow: 'Effacer ce qui est rangé à côté',
  beforeDone: 'Ce qui était rangé à côté est effacé de la borne.',
  fileName: { backup: 'sauvegarde', export: 'tout', private: 'PRIVE-tout' },
}
