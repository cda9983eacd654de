import { dayPlain } from '../../../../text/days.ts'
import { accounts } from './accounts-fr.ts'
import { inHours } from './hours-fr.ts'
import { notebook } from './notebook-fr.ts'
import { costs } from './types-fr.ts'

const many = (n: number, one: string, more: string): string => (Math.abs(n) < 2 ? one : more)

/** What people read of a thing that several own, and what it costs each. */
export const fr = {
  title: 'Ce que ça coûte à chacun',
  titleOf: (thing: string) => `${thing}\u00a0: ce que ça coûte à chacun`,
  lead:
    'Une chose achetée à plusieurs\u00a0: qui s’engage pour combien, le prix de l’heure ou de ' +
    'l’hectare, le carnet, et les comptes de fin d’année.',
  toShares: 'Ce que ça coûte à chacun',
  onThing: 'Cette chose est à plusieurs, ou vous voulez en partager les frais\u00a0?',
  stays:
    'Rien de ceci ne quitte cette borne. Qui tient les comptes lit tout\u00a0; chacun lit ' +
    'le prix, ce qui a été dépensé, et sa part.',
  years: 'Années',
  closedOn: (day: string) => `, comptes clôturés le ${day}`,
  open: 'Ouvrir cette année',
  openFirst: 'Ouvrir une première année',
  openNext: 'Ouvrir une autre année',
  goOn: (name: string) => `Les mêmes personnes continuent, comme en ${name}`,
  yearOf: (thing: string, name: string) => `${thing}, ${name}`,
  toNotebook: 'Le carnet',
  toOwn: 'Noter mon usage',
  toAccounts: 'Les comptes',
  costs,
  asks: {
    cost: 'Ce que ça coûte',
    costHint:
      'Laissez vide ce qui n’est pas compté. En heures, écrivez 3\u00a0h ou 1\u00a0h\u00a030.',
    perUnit: 'Pour chaque heure, hectare, kilomètre\u2026 d’usage\u00a0:',
    sharing: 'Comment on partage',
    years: { label: 'Gardé combien d’années', hint: 'Rien\u00a0: payé en une année.' },
    calls: {
      label: 'Combien d’appels dans l’année',
      hint:
        'En combien de fois chacun paie sa part de ce qui est prévu. Rien\u00a0: une fois. Qui ' +
        'compte en heures n’appelle rien.',
    },
    meterStart: {
      label: 'Compteur au premier jour',
      hint: 'Rien\u00a0: là où l’année d’avant l’a laissé.',
    },
    who: {
      label: 'Qui s’engage',
      hint: 'Le nom de la carte, ou celui du foyer s’il n’en a pas.',
    },
    engaged: {
      hour: 'Pour combien d’heures dans l’année',
      hectare: 'Pour combien d’hectares dans l’année',
      km: 'Pour combien de kilomètres dans l’année',
      bale: 'Pour combien de bottes dans l’année',
      kg: 'Pour combien de kilos dans l’année',
      time: 'Pour combien de fois dans l’année',
    },
  },
  units: {
    hour: (n: string) => `${n}\u00a0h`,
    hectare: (n: string) => `${n}\u00a0ha`,
    km: (n: string) => `${n}\u00a0km`,
    bale: (n: string) => `${n}\u00a0botte${/^[01](?:,|$)/.test(n) ? '' : 's'}`,
    kg: (n: string) => `${n}\u00a0kg`,
    time: (n: string) => `${n}\u00a0fois`,
  },
  each: {
    hour: (n: string) => `${n} l’heure`,
    hectare: (n: string) => `${n} l’hectare`,
    km: (n: string) => `${n} le kilomètre`,
    bale: (n: string) => `${n} la botte`,
    kg: (n: string) => `${n} le kilo`,
    time: (n: string) => `${n} la fois`,
  },
  price: {
    money: 'Le prix, et d’où il vient',
    hours: 'Les heures à donner, et d’où elles viennent',
  },
  formula: {
    step: 'Calcul',
    amount: 'Montant',
    now: 'D’où vient le prix d’aujourd’hui',
    price: costs.price,
    aid: 'moins les aides reçues',
    resale: 'moins ce qu’on en tirera à la fin',
    depreciation: (years: number) =>
      years === 1 ? 'à payer en un an' : `÷\u00a0${years}\u00a0ans\u00a0: un an d’usure`,
    fixed: {
      money: '= à payer chaque année, qu’on s’en serve ou non',
      hours: '= à donner chaque année, qu’on s’en serve ou non',
    },
    engaged: (units: string) => `÷\u00a0${units} engagés`,
    perUnit: {
      money: {
        hour: 'le prix de l’heure',
        hectare: 'le prix de l’hectare',
        km: 'le prix du kilomètre',
        bale: 'le prix de la botte',
        kg: 'le prix du kilo',
        time: 'le prix d’une fois',
      },
      hours: {
        hour: 'à donner par heure d’usage',
        hectare: 'à donner par hectare',
        km: 'à donner par kilomètre',
        bale: 'à donner par botte',
        kg: 'à donner par kilo',
        time: 'à donner par fois',
      },
    },
  },
  agreedPrice: (each: string) => `Prix décidé ensemble\u00a0: ${each}.`,
  rounding: {
    money:
      'Chaque ligne est arrondie au plus près (un demi-centime monte), et la suivante repart de ' +
      'ce qui est écrit\u00a0: on retrouve la même chose à la calculette.',
    hours:
      'Chaque ligne est arrondie au plus près (une demi-minute monte), et la suivante repart de ' +
      'ce qui est écrit\u00a0: on retrouve la même chose à la calculette.',
  },
  expected: (sum: string, amount: string) =>
    'Prévu pour l’année, si chacun fait ce qu’il a dit\u00a0: ' +
    `${sum === amount ? amount : `${sum} = ${amount}`}.`,
  priceRounded: (sum: string, amount: string) =>
    `(${sum} = ${amount}\u00a0: le prix écrit ici est arrondi.)`,
  nobodyEngaged: 'Personne ne s’est encore engagé\u00a0: il n’y a pas encore de prix.',
  people: (n: number) =>
    n === 0
      ? 'Personne ne partage encore'
      : many(n, 'Une personne, ou un foyer', `${n} personnes, ou foyers`),
  heads: { who: 'Qui', engaged: 'Engagé', used: 'Fait' },
  gone: 'une personne partie',
  engage: 'Engager',
  engagedOf: (name: string) => `Engagement de ${name}`,
  correct: 'Corriger',
  takeOff: 'Retirer',
  strike: 'Rayer',
  change: 'Changer les coûts ou le partage',
  keep: 'Enregistrer',
  drop: 'Effacer cette année, où rien n’est noté',
  reopen: 'Rouvrir les comptes',
  isClosed:
    'Les comptes de cette année sont clôturés\u00a0: les parts n’y changent plus. ' +
    'On note encore qui paie.',
  brought: (name: string) => `Reporté de ${name}`,
  departed: (name: string) => `${name}, ne partage plus`,
  carriedOn: (name: string) => `Les soldes sont reportés dans ${name}.`,
  paidThere: (name: string) =>
    `Les soldes sont reportés dans ${name}, dont les comptes sont clôturés\u00a0: ` +
    'qui paie ensuite se note là.',
  total: 'Ensemble',
  notClosed: 'Les comptes ne sont pas clôturés\u00a0: notez plutôt un appel payé.',
  soFar: 'D’après ce qui est noté jusqu’ici\u00a0; les comptes ne sont pas clôturés.',
  asTable: 'En tableau (CSV)',
  yours: 'Votre part',
  printOwn: 'Imprimer mon relevé',
  by: { engaged: 'selon l’engagement', used: 'selon l’usage', equal: 'à parts égales' },
  statement: {
    title: 'Relevé',
    engaged: 'Engagé',
    used: 'Fait',
    fixed: (by: string) => `Part des frais de l’année, ${by}`,
    variable: 'Part des frais d’usage',
    extra: 'Selon les statuts, sur l’engagement',
    due: 'Sa part',
    paid: 'Payé ou avancé',
    broughtBack: (name: string) => `Reporté de ${name}, en sa faveur`,
    broughtOwed: (name: string) => `Reporté de ${name}, restait à payer`,
    together: (amount: string) => `(ensemble\u00a0: ${amount})`,
    owes: 'Reste à payer',
    getsBack: 'À lui rendre',
    even: 'Reste à payer',
    ofAll: (label: string, all: string) => `${label}, sur ${all} en tout`,
    byUnits: (total: string, units: string, all: string) => `${total} × ${units} ÷ ${all}`,
    byAll: (total: string, all: string) => `${total} ÷ ${all}`,
    lessExtras: (fixed: string, extras: string) => `(${fixed} − ${extras})`,
    step: (label: string, sum: string) => `${label}\u00a0: ${sum}`,
    nearest: {
      money: 'Chaque part est arrondie au centime le plus proche.',
      hours: 'Chaque part est arrondie à la minute la plus proche.',
    },
    off: {
      money: (more: boolean) =>
        `un centime de ${more ? 'plus' : 'moins'}, pour que la somme tombe juste`,
      hours: (more: boolean) =>
        `une minute de ${more ? 'plus' : 'moins'}, pour que la somme tombe juste`,
    },
    callPaid: (n: number, day: string) => `Appel ${n}, payé le ${day}`,
    callUnpaid: (n: number, amount: string) => `Appel ${n}, ${amount}, pas encore payé`,
    callInRest: (n: number, amount: string) => `Appel ${n}, ${amount}, payé avec le reste`,
    restPaid: (day: string) => `Reste payé le ${day}`,
    paidBack: (day: string) => `Rendu le ${day}`,
    paidLess: (day: string) => `Rendu, ou corrigé, le ${day}`,
    paidOtherwise: (day: string) => `Payé le ${day}`,
    advanced: (what: string, day: string) => `Avancé le ${day}\u00a0: ${what}`,
    own: 'Usage, ligne par ligne',
    ownLine: (day: string, from: string, to: string) => `${day}, de ${from} à ${to}`,
    allFixed: 'Frais de l’année, en tout',
    allVariable: 'Frais d’usage, en tout',
    real: 'Le prix réel, et d’où il vient',
    expected: 'Le prix prévu, et d’où il vient',
    realFixed: (sum: string) => `${sum}, frais de l’année`,
    realVariable: (sum: string) => `+ ${sum}, frais d’usage`,
  },
  rule: {
    title: 'Engagement et usage',
    hint: (years: number) =>
      `La moyenne de ${years} ans au plus, à côté de l’engagement\u00a0: ` +
      'en dessous de 80\u00a0%, ou au-dessus de 120\u00a0%.',
    under: (name: string, percent: number, apart: string) =>
      `${name}\u00a0: ${percent}\u00a0%, il manque ${apart}.`,
    over: (name: string, percent: number, apart: string) =>
      `${name}\u00a0: ${percent}\u00a0%, ${apart} au-delà de 120\u00a0%.`,
    missed: (units: string, each: string) => `${units} × ${each}`,
    beyond: (units: string, each: string, percent: number) =>
      `${units} × ${each} × ${percent}\u00a0%`,
    due: (amount: string, article: string, sum: string) =>
      `Selon les statuts (${article})\u00a0: ${amount} (${sum}).`,
    notDue: (amount: string, sum: string) =>
      `Rien n’est dû\u00a0: aucun article des statuts n’est nommé. Ce serait ${amount} (${sum}).`,
    sharedAlready: (by: string) =>
      `Rien de plus n’est dû\u00a0: les frais de l’année se partagent ${by}.`,
    revised: (units: string) => `Un engagement de ${units} irait avec cet usage.`,
  },
  whatIf: {
    title: 'Et si…',
    now: 'Comme aujourd’hui',
    people: (n: number) =>
      n < 0 ? `${-n} de moins` : n === 1 ? 'Une personne de plus' : `${n} personnes de plus`,
    years: (n: number) =>
      `Gardé ${Math.abs(n)} an${many(n, '', 's')} de ${n < 0 ? 'moins' : 'plus'}`,
    both: 'Les deux',
    forYears: (n: number) => `${n} an${many(n, '', 's')}`,
    rows: {
      people: 'Combien on est',
      years: 'Gardé',
      engaged: 'Engagé en tout',
      fixed: 'À payer chaque année',
      each: (units: string) => `Pour qui en prend ${units}, par an`,
    },
    askPeople: 'Combien de personnes de plus',
    askYears: 'Gardé combien d’années de plus',
    see: 'Voir',
    print: 'Imprimer la feuille de la réunion',
    nobody: 'Il ne resterait personne, ou pas une année.',
    assumes: (units: string) =>
      `Qui arrive s’engage pour ${units}, la moyenne des autres à l’unité près. L’entretien ` +
      'reste le même\u00a0: une chose plus vieille en demande peut-être plus.',
    decided: 'Décidé à la réunion',
  },
  notebook,
  accounts,
  inHours,
  // What a command says.
  closeFirst: (name: string) =>
    `Clôturez d’abord ${name}\u00a0: ses soldes passent dans cette année.`,
  nobodyPays:
    'Des dépenses sont notées, et personne n’est là pour les partager\u00a0: ' +
    'dites d’abord qui s’engage.',
  reopenFirst: (name: string, after: readonly string[]) =>
    `Les soldes de ${name} sont déjà dans les comptes clôturés de ${after.at(-1)}\u00a0: ` +
    `rouvrez d’abord ${after.join(', puis ')}.`,
  notHere: 'Ce n’est plus là, ou ce n’est pas à vous de l’écrire.',
  endsBefore: 'La fin vient avant le début.',
  costOutside: (first: string, last: string) =>
    `Une dépense de cette année est datée du ${dayPlain(first, 'fr')} au ` +
    `${dayPlain(last, 'fr')}. Ce qui est payé avant ou après, et compte pour cette année, se ` +
    'note à son premier ou à son dernier jour.',
  tooLong: 'Une année, ou une saison, dure deux ans au plus.',
  notedOn: (day: string) =>
    `Quelque chose est noté au ${dayPlain(day, 'fr')}\u00a0: ce jour reste dans l’année.`,
  unitStays: 'Des lignes du carnet sont notées dans l’unité d’avant\u00a0: elle reste.',
  countsStay: 'Des montants sont déjà notés\u00a0: on continue à compter pareil.',
  opened: 'L’année est ouverte. Dites maintenant qui s’engage.',
  kept: 'C’est noté.',
  closedNow: 'Les comptes sont clôturés. Les relevés peuvent être donnés.',
  reopened: 'Les comptes sont rouverts.',
  isUsed: 'Des choses y sont notées\u00a0: elle ne s’efface plus.',
  dropped: 'L’année est effacée.',
  sayWho: 'Dites qui s’engage.',
  shorterName: 'Un nom plus court, s’il vous plaît.',
  engagedAlready: (name: string) => `${name} est déjà engagé·e\u00a0: corrigez sa ligne.`,
  engagedNow: (name: string) => `${name} partage.`,
  partUsed: 'Un usage ou un montant est noté à ce nom\u00a0: il reste.',
  leftNow: 'C’est retiré.',
  noLine: 'Aucune ligne n’est remplie.',
  onLine: (line: number, why: string) => `Ligne ${line}\u00a0: ${why}`,
  keyed: (n: number) => many(n, 'Une ligne est notée.', `${n} lignes sont notées.`),
  struck: 'C’est rayé.',
  sayPayer: 'Dites qui a payé.',
  badPayday: 'Un jour passé, ou aujourd’hui\u00a0: 3/12/2026.',
  paidNow: 'Le paiement est noté.',
  spentNow: { money: 'La dépense est notée.', hours: 'Les heures sont notées.' },
  wearNoted: 'L’usure de l’année est déjà notée, ou il n’y en a pas.',
  nothingToCall: 'Rien à appeler\u00a0: il faut des coûts, et des personnes engagées.',
  allCalled: (count: number) =>
    many(count, 'L’appel est déjà lancé.', `Les ${count} appels sont déjà lancés.`),
  calledNow: (n: number, count: number) => `L’appel ${n} sur ${count} est lancé.`,
  bad: {
    money: 'Un montant en euros\u00a0: 350, ou 12,50.',
    hours: 'Des heures\u00a0: 3\u00a0h, ou 1\u00a0h\u00a030.',
    whole: (most: number) => `Un nombre entier, de 1 à ${most}.`,
  },
  cell: {
    badDay: 'le jour ne se lit pas.',
    otherYear: 'le jour n’est pas de cette année.',
    toCome: 'ce jour n’est pas encore venu.',
    sayWho: 'il manque qui.',
    badMeter: 'le compteur ne se lit pas (3,2 ou 1\u00a0h\u00a030).',
    badUnits: 'l’usage ne se lit pas (3,2 ou 1\u00a0h\u00a030).',
    backwards: 'le compteur recule\u00a0: relisez-le.',
    past: 'le compteur était déjà plus loin, avec l’usage noté avant\u00a0: écrivez le départ.',
    sayUnits: 'il manque le compteur au retour, ou l’usage.',
  },
}
