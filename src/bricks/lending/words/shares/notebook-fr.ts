const many = (n: number, one: string, more: string): string => (Math.abs(n) < 2 ? one : more)

/** What people read of the notebook of a thing that several own. */
export const notebook = {
  of: (thing: string, name: string) => `Carnet\u00a0: ${thing}, ${name}`,
  key: 'Taper une page du carnet',
  keyOwn: 'Noter mon usage',
  hint:
    'Une ligne vide est sautée. Sans jour\u00a0: celui du dessus. Sans départ\u00a0: le ' +
    'compteur de la ligne d’avant, avec l’usage noté depuis. Il suffit du compteur au ' +
    'retour, ou de l’usage.',
  meterNow: (units: string) => `Le compteur en est à ${units}.`,
  number: 'N°',
  cells: { day: 'Jour', who: 'Qui', from: 'Départ', to: 'Retour', units: 'Usage' },
  cellOf: (cell: string, line: number) => `${cell}, ligne ${line}`,
  keep: 'Enregistrer la page',
  lines: (n: number) => many(n, 'Une ligne', `${n} lignes`),
  line: (name: string, day: string) => `${name}, ${day}`,
  fromLoan: (day: string) => `d’après le prêt du ${day}`,
  other: 'quelqu’un qui ne partage pas',
  turned: (went: string, [from, to]: readonly [string, string], noted: string) =>
    `Le compteur a tourné de ${went} (de ${from} à ${to})\u00a0; le carnet en dit ${noted}.`,
  missing: (went: string, noted: string, apart: string) =>
    `Le compteur dit ${went}, les lignes ${noted}\u00a0: il manque ${apart}.`,
  tooMuch: (went: string, noted: string, apart: string) =>
    `Le compteur dit ${went}, les lignes ${noted}\u00a0: ${apart} de trop.`,
  ofOthers: (units: string) =>
    `${units} sont à quelqu’un qui ne partage pas\u00a0: personne ne les paie.`,
  asksApart: 'L’usage noté n’est pas celui du compteur. Corrigez, ou dites que c’est bien cela.',
  apart: (day: string, meter: string, noted: string) =>
    `${day}\u00a0: le compteur dit ${meter}, l’usage noté est de ${noted}.`,
  asNoted: 'C’est bien l’usage noté qui compte',
  unread: (units: string) => `Hors de ces relevés, sans compteur\u00a0: ${units}.`,
  whole: 'Le compteur se suit d’une ligne à l’autre\u00a0: il ne manque rien.',
  holes: 'Le compteur ne se suit pas',
  faults: {
    gap: (units: string, before: string, after: string) =>
      `Il manque ${units} entre deux lignes\u00a0: ${before} et ${after}.`,
    gapFirst: (units: string, line: string) =>
      `Il manque ${units} avant la première ligne\u00a0: ${line}.`,
    overlap: (units: string, before: string, after: string) =>
      `Noté deux fois, ${units}\u00a0: ${before} et ${after}.`,
    over: (units: string, line: string) =>
      `Sans compteur, ${units} de trop\u00a0: ${line}. Le compteur n’a pas tourné autant ` +
      'entre les lignes d’avant et d’après.',
    overFirst: (units: string, line: string) =>
      `La ligne commence ${units} avant le compteur du premier jour\u00a0: ${line}.`,
    sum: (units: string, line: string) =>
      `L’usage et le compteur diffèrent de ${units}\u00a0: ${line}.`,
    backwards: (units: string, line: string) => `Le compteur recule de ${units}\u00a0: ${line}.`,
  },
  print: 'Imprimer une page à remplir',
  lastRead: (units: string, day: string) =>
    `Dernier relevé du compteur\u00a0: ${units}, le ${day}.`,
  firstRead: (units: string) => `Compteur au premier jour\u00a0: ${units}.`,
  sinceRead: (units: string, now: string) =>
    `Depuis, ${units} sont notés sans compteur\u00a0: il doit en être à ${now}.`,
  goesOn:
    'La ligne 1 part de là, et chaque ligne du retour de celle d’avant. Sinon, il manque un ' +
    'usage.',
  paper:
    'Une ligne à chaque fois. Le compteur au départ et au retour suffit. ' +
    'Une page pleine\u00a0: à donner à qui s’occupe des comptes.',
}
