import type { ValueKind } from '../../../contract/verb.ts'

const quoted = (one: string): string => `«\u00a0${one}\u00a0»`
const either = (all: readonly string[]): string => all.map(quoted).join(' ou ')

/** The frame of every help, and sentences about wrong command lines. */
export const fr = {
  about: 'Les communs d’un territoire, sur une borne qui marche même sans Internet.',
  verb: 'VERBE',
  act: 'ACTE',
  titles: {
    'Usage:': 'Usage\u00a0:',
    'Arguments:': 'Arguments\u00a0:',
    'Options:': 'Options\u00a0:',
    'Commands:': 'Actes\u00a0:',
    examples: 'Exemples\u00a0:',
    codes: 'Codes de retour\u00a0:',
  },
  groups: {
    boxes: 'Les bornes\u00a0:',
    versions: 'Les versions du programme\u00a0:',
    page: 'La page\u00a0:',
    neighbours: 'D’une borne à l’autre\u00a0:',
    keep: 'Garder, vérifier, remettre\u00a0:',
    workshop: 'Atelier\u00a0:',
  },
  more: 'Chaque verbe a son aide\u00a0: «\u00a0cocote backup --help\u00a0».',
  values: {
    file: 'FICHIER',
    folder: 'DOSSIER',
    box: 'BORNE',
    address: 'ADRESSE',
    name: 'NOM',
    code: 'CODE',
    day: 'JOUR',
    port: 'PORT',
    count: 'COMBIEN',
    seconds: 'SECONDES',
    number: 'NUMÉRO',
    list: 'NOMS',
    print: 'QUOI',
    id: 'ID',
  } satisfies Record<ValueKind, string>,
  codes: {
    done: 'c’est fait',
    failed: 'ce n’est pas fait\u202f; la phrase dit pourquoi',
    mistyped: 'la ligne est mal tapée\u202f; rien n’est changé',
    found: 'ce qui est regardé est abîmé, ou d’une autre version',
  },
  errors: {
    unknownVerb: (typed: string) => `${quoted(typed)} n’est pas un verbe connu.`,
    unknownAct: (typed: string, verb: string) =>
      `«\u00a0${verb}\u00a0» ne connaît pas ${quoted(typed)}.`,
    unknownOption: (typed: string, verb: string) =>
      `${quoted(typed)} n’est pas une option de ${quoted(verb)}.`,
    takesNothing: (option: string) =>
      `L’option ${quoted(option)} ne prend pas de valeur\u00a0: elle se met seule.`,
    noValue: (option: string, value: string) =>
      `Il manque à l’option ${quoted(option)} sa valeur\u00a0: ${option} ${value}.`,
    noArgument: (name: string) => `Il manque ${name}.`,
    noOption: (option: string) => `Il manque ${option}.`,
    tooMany: (extra: string) =>
      `${quoted(extra)} est de trop. Ce qui contient une espace se met entre guillemets.`,
    noAct: (verb: string) =>
      `Dites quoi faire\u00a0: voici ce que sait faire «\u00a0${verb}\u00a0».`,
    noShell: (typed: string, all: string) =>
      `On ne sait pas compléter pour ${quoted(typed)}. On sait pour\u00a0: ${all}.`,
    near: (all: readonly string[]) => `Vouliez-vous dire ${either(all)}\u00a0?`,
    line: (line: string) => `Usage\u00a0: ${line}`,
    help: (verb: string) => `«\u00a0${verb} --help\u00a0» dit le reste.`,
  },
  /** Sentences of options that mean the same for every verb. */
  common: {
    data: 'Le dossier de la borne. Sinon\u00a0: ./data.',
    help: 'Montre cette aide et ne fait rien d’autre.',
    version: 'Dit le numéro de cette version et ne fait rien d’autre.',
    json: 'Dit ce qui est fait en JSON, pour une machine, et rien d’autre.',
    'passphrase-file':
      'Lit la phrase de passe dans ce fichier. Sinon\u00a0: la variable COCOTE_PASSPHRASE, ou ' +
      'la question est posée.',
  },
}
