/** Sentences about the keeper’s sheet (ten codes and the certificate in words) and its print. */
export const fr = {
  sheetTitle: 'La feuille des codes, à imprimer et à ranger',
  sheetLead: 'Imprimez cette feuille, ou recopiez-la, et rangez-la ailleurs que sur la borne.',
  codes: 'Dix codes, chacun bon une seule fois',
  codesWhy:
    'Demandés pour ce qui ne se défait pas : oublier, sortir ce qui est privé, changer de ' +
    'phrase de passe ailleurs qu’à la borne.',
  fingerprint: 'Ce que le navigateur doit montrer',
  fingerprintWhy:
    'S’il dit que la page n’est pas sûre, ouvrez les détails du certificat, ' +
    '«\u202fempreinte SHA-256\u202f»\u00a0: elle commence ainsi. Sinon, ce n’est pas votre borne.',
  sixWords: (words: string) => `La même chose en six mots, à dire au téléphone\u00a0: ${words}.`,
  next: 'Vous revenez d’une réunion ?',
  nextLink: 'Collez vos notes.',
  toPage: 'Voir la page',
  title: 'La feuille des codes',
  awayLead:
    'Tant que vous n’avez pas dit qu’elle est rangée, cette page se rouvre depuis ' +
    '«\u202fTenir la page\u202f». Ensuite, la borne ne la montre plus.',
  away: 'J’ai le papier en main, il est rangé',
  waits: 'la feuille des codes n’est pas encore rangée\u00a0: imprimez-la, puis dites-le',
  isPutAway: 'C’est noté\u00a0: la feuille des codes est rangée, la borne ne la montre plus.',
  gone:
    'La feuille est rangée\u00a0: la borne n’en garde que de quoi reconnaître les codes, et ' +
    'ne peut plus les montrer.',
  left: (n: number) =>
    n === 0 ? 'Il ne reste aucun code.' : n === 1 ? 'Il reste un code.' : `Il reste ${n} codes.`,
  print: 'Imprimer les dix codes',
  keeperCard: 'La feuille des codes',
  keeper: 'la personne qui tient la page',
  putAway:
    'À ranger comme une clé, loin de l’ordinateur. Cochez un code dès qu’il a servi. De ' +
    'nouveaux codes se font à la page «\u00a0Sauvegarder et emporter\u00a0»\u00a0: les ' +
    'anciens ne valent alors plus rien.',
  printedOn: (day: string) => `imprimé le ${day}`,
  notNow:
    'Cela ne s’imprime que depuis la page qui le montre, une seule fois. Refaites-en, la ' +
    'personne qui tient la page sait où.',
}
