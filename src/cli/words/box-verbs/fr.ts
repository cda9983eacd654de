import type { VerbWords } from '../../../contract/verb.ts'

const BOX =
  'La borne\u00a0: son nom entier, ses cinq mots entre guillemets, ou comme on l’appelle ici.'
const OFF = 'Le défait au lieu de le faire.'
const KEY = 'La clé qui signe, faite par «\u00a0cocote box signing-key\u00a0».'
const KEYS = 'Le dossier des clés à qui se fier, en .pub. Sinon\u00a0: /etc/cocote/keys.'
const ARCH = 'La sorte de machine\u00a0: x64 ou arm64. Sinon\u00a0: celle-ci.'
const ARCHS = `${ARCH} L’option se répète.`
const AS = 'Le numéro que porte la version. Sinon\u00a0: celui du projet.'
const FROM = 'La plus ancienne version qui peut passer d’un coup à celle-ci.'
const OLDER = 'Accepte une version plus ancienne que celle d’ici.'
const NEW = 'Rien ne tourne ici encore\u00a0: toute version peut être la première.'
const VERSION_FILE = 'Le fichier de la version.'

/**
 * Help of `box`: boxes that are known, versions of the program, and the acts that its own scripts
 * call.
 */
export const fr = {
  box: {
    about: 'dit quelles bornes croire\u202f; fait et vérifie les versions',
    more: 'Chaque acte a son aide\u00a0: «\u00a0cocote box pair --help\u00a0».',
    examples: ['box show', 'box pair --help'],
  },
  'box show': {
    about: 'dit quelles bornes sont connues, et ce qui attend',
    examples: ['box show', 'box show --json --data ~/sail'],
  },
  'box pair': {
    about: 'reconnaît une borne, en personne',
    more:
      'Les deux personnes qui tiennent les bornes se lisent leurs cinq mots à voix ' +
      'haute\u00a0: chacun doit lire les mêmes chez l’autre.',
    arguments: [BOX],
    options: { called: 'Le nom sous lequel on parle ici de cette borne.', off: OFF },
    examples: ['box pair "babab cebad difeg fohih gujuj" --called Boën', 'box pair Boën --off'],
  },
  'box accept': {
    about: 'croit une borne qu’une autre a présentée',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box accept Boën', 'box accept Boën --off'],
  },
  'box pause': {
    about: 'ne prend plus rien d’une borne, pour un temps',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box pause Boën', 'box pause Boën --off'],
  },
  'box dismiss': {
    about: 'écarte une borne\u202f; avec --off, c’est défait',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box dismiss Boën', 'box dismiss Boën --off'],
  },
  'box release': {
    about: 'fait le fichier d’une version',
    options: {
      out: 'Le dossier où mettre ce qui est fait.',
      key: `${KEY} Sans elle, une borne qui tourne ne prendra pas cette version.`,
      arch: ARCHS,
      as: AS,
      from: FROM,
    },
    examples: ['box release --out /media/cle --key cle-des-versions --arch arm64'],
  },
  'box kit': {
    about: 'fait une clé qui installe une borne sans réseau',
    options: {
      out: 'Le dossier à remplir\u00a0: celui de la clé USB.',
      key: KEY,
      arch: ARCHS,
      as: AS,
      from: FROM,
      suite:
        'La Debian de la borne, trixie ou bookworm. Sinon\u00a0: celle d’ici. L’option se répète.',
      trust: 'Une clé .pub de plus à qui la borne se fiera. L’option se répète.',
      whose: 'Le nom de qui signe, que la borne dira à la personne qui la tient.',
    },
    examples: ['box kit --out /media/cle --key cle-des-versions --arch arm64'],
  },
  'box signing-key': {
    about: 'fait la clé qui signe les versions',
    arguments: ['Le fichier à écrire\u202f; sa moitié publique s’écrit à côté, en .pub.'],
    options: { whose: 'Le nom de qui signe, que la borne dira à la personne qui la tient.' },
    examples: ['box signing-key cle-des-versions --whose "Anaïs et Malo"'],
  },
  'box verify': {
    about: 'dit si une version peut être mise ici',
    more:
      'Avec --json, une version refusée se dit aussi en JSON\u00a0: {"fault": la raison, ' +
      '"said": ce qu’elle nomme}.',
    arguments: [VERSION_FILE],
    options: { keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box verify cocote-1.4.0-arm64.tar.gz --arch arm64'],
  },
  'box unpack': {
    about: 'ouvre une version dans un dossier neuf, si elle est bonne',
    arguments: [VERSION_FILE],
    options: { out: 'Le dossier neuf à remplir.', keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box unpack cocote-1.4.0-x64.tar.gz --out ~/cocote-1.4.0 --new'],
  },
  'box versions': {
    about: 'dit quelles versions il y a dans un dossier',
    arguments: ['Le dossier, comme celui d’une clé.'],
    options: { keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box versions /media/cle'],
  },
  'box fetch': {
    about: 'va chercher une version à une adresse',
    arguments: ['L’adresse du fichier de la version.'],
    options: {
      out: 'Le dossier où mettre le fichier.',
      keys: KEYS,
      arch: ARCH,
      older: OLDER,
      new: NEW,
      'allow-local':
        'Laisse prendre une adresse de cette machine ou du réseau d’ici\u202f; sinon elle ' +
        'est refusée.',
    },
    examples: ['box fetch https://borne.exemple/cocote-1.4.0-x64.tar.gz --out ~/versions'],
  },
  'box fits': {
    about: 'dit si cette version ouvre ce dossier, sans y toucher',
    more: 'Appelé par le changement de version. 3\u00a0: ce qui est là est d’une autre version.',
    examples: ['box fits --data ~/sail'],
  },
  'box ready': {
    about: 'ouvre ce dossier comme un démarrage, et le referme',
    more: 'Appelé par le changement de version\u00a0: ce qui garderait la page fermée se voit ici.',
    examples: ['box ready --data ~/sail'],
  },
  'box answers': {
    about: 'attend qu’une version réponde sur cette machine',
    more: 'Appelé par le changement de version.',
    options: {
      number: 'La version qui doit répondre sur cette machine.',
      wait: 'Combien de secondes attendre la première réponse. Sinon\u00a0: 60.',
      stay: 'Combien de secondes elle doit ensuite répondre sans tomber. Sinon\u00a0: 30.',
    },
    examples: ['box answers --number 1.4.0 --wait 60 --stay 30'],
  },
} satisfies Record<string, VerbWords>
