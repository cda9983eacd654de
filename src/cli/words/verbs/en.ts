import type { VerbWords } from '../../../contract/verb.ts'
import type { fr } from './fr.ts'

/** The help of each verb, except those of `box`. */
export const en: Readonly<Record<keyof typeof fr, VerbWords>> = {
  serve: {
    about: 'opens the page',
    more:
      'The page stays open until Ctrl-C. On this machine it is read at the address that is ' +
      'told.',
    options: {
      data:
        'The folder where the page keeps everything. Without it: ./data, or with --demo a ' +
        'passing folder, new each time.',
      port:
        'The port where the page is read, over http. Without it: 4280. With 0, a free port is ' +
        'chosen.',
      'tls-port':
        'The port where the keeper signs in, over https. Without it: 4243. With 0, a free ' +
        'port is chosen.',
      host:
        'The address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for the whole ' +
        'network, where it tells other boxes that it is there (unless COCOTE_MDNS=0). Without ' +
        'it: 127.0.0.1.',
      name:
        'A name that the page answers to, such as borne.local. Give the option again for ' +
        'another.',
      demo:
        'Opens the page of a village made for trying, already filled, and says the passphrase ' +
        'to sign in.',
      'allow-local':
        'Lets an address of this machine or of the network here be harvested; else it is refused.',
      captive:
        'On the Wi-Fi of a box: welcomes the telephones that come, and leads to the page ' +
        'whatever name is typed. On an installed box it is so already.',
    },
    examples: ['serve --demo', 'serve --data ~/sail', 'serve --host 0.0.0.0 --name sail.local'],
  },
  evening: {
    about: 'leads an evening on a laptop: Wi-Fi, page, card, key',
    more:
      'Opens the page to everybody in the room, makes the counter card, and at the end writes ' +
      'everything on a key. Enter or Ctrl-C ends the evening.',
    options: {
      hotspot:
        'Opens a Wi-Fi open to all with the one of this computer, and closes it at the end, ' +
        'even if everything stops at once.',
      wifi: 'The name of this Wi-Fi, on phones and on the card. Else: CoCoTe.',
      port: 'The port where the page is read. Else: 80 if that is allowed, then 8000, then 4280.',
      'tls-port': 'The port where the keeper signs in, over https. Else: 4243.',
      card: 'The file for the counter card. Else: carte-du-comptoir.pdf, here.',
      print: 'Sends the card to the printer too, if the command lp is there.',
      key:
        'The folder of the key on which everything is written at the end. Else: the one that ' +
        'is plugged in.',
      for: 'The box that the news go to; else whoever takes them.',
      look:
        'Looks at what the Wi-Fi of this computer can do, says it, changes nothing and opens ' +
        'nothing.',
      json:
        'Says in JSON, for a machine, what is open and then what is written on the key: a ' +
        'line each.',
    },
    examples: ['evening --look', 'evening --hotspot --wifi "Chez Rosa" --data ~/sail'],
  },
  print: {
    about: 'prints: poster, sheet of the week, directory…',
    more:
      '--list names all that can be printed. A print of one thing at a time asks for the end ' +
      'of the address of its page: for /annonces/01abc, that is 01abc.',
    arguments: ['The print.', 'The thing to print: the end of the address of its page.'],
    options: {
      list: 'Names the prints, and prints nothing.',
      out:
        'The file to write: a .pdf; the report also as .html, a page in one file, or as .csv, ' +
        'its figures.',
      format:
        'The size of the paper, when the print has several: a4 or a5. Of the report: court ' +
        'or long.',
      day: 'Of the sheet of a day: which day, written 2026-12-05; today without it.',
      since: 'Of the report: the day from which the figures are counted, written 2026-12-05.',
      col: 'The columns of a list, separated by commas: name,commune,reach.',
      wifi:
        'For “comptoir”: the name of the Wi-Fi of the box, where it does not know it by ' +
        'itself.',
      open: 'With --wifi: that Wi-Fi is open to all. Else the card leaves room for a password.',
    },
    examples: [
      'print --list',
      'print annuaire --out annuaire.pdf',
      'print affichette 01abc --out affichette.pdf --format a5',
    ],
  },
  courier: {
    about: 'packs or takes the news that a courier carries',
    more:
      'A key or a telephone carries the news from one box to another; where there is a ' +
      'network, “meet” does both ways at once.',
    examples: ['courier pack --out /media/key/news.cocote'],
  },
  'courier pack': {
    about: 'puts the news in a file',
    options: {
      out: 'The file to put the news in.',
      for:
        'The box that they go to; what it has already is left out. Without it: whoever takes ' +
        'them.',
      since: 'A .cocote or .json file made by the other box, which says what it holds already.',
    },
    examples: ['courier pack --out news.cocote', 'courier pack --out news.cocote --for Boën'],
  },
  'courier deliver': {
    about: 'takes the news from a file',
    more: 'When not all could be taken, the exit code is 1, and what is taken is taken.',
    arguments: ['The .cocote file that was brought.'],
    options: {
      receipt: 'The file to put the receipt in, to take back to the other box.',
      yes: 'Takes everything, even when it is much for once.',
    },
    examples: ['courier deliver news.cocote', 'courier deliver news.cocote --receipt seen.cocote'],
  },
  'courier meet': {
    about: 'exchanges with a box of the network',
    more: 'When the page is open on this folder, the page itself does it.',
    arguments: ['The address of the other box.'],
    options: {
      for: 'The only box to exchange with; if another answers, nothing is exchanged.',
      yes: 'Takes everything, even when it is much for once.',
    },
    examples: [
      'courier meet 192.168.1.20:4280',
      'courier meet https://box.example --for Boën --yes',
    ],
  },
  backup: {
    about: 'saves everything in a sealed file',
    more: 'The page may stay open. Without the passphrase, nobody will read this file.',
    arguments: ['The file to write. “-”: the standard output.'],
    options: {
      plain: 'Does not seal the file: whoever has it can read everything and pass for the box.',
      'for-keeper': 'Seals without asking anything: any keeper’s passphrase opens it.',
      'without-files': 'Leaves photos and files out: the log, the key and the secrets only.',
      shelf: 'Takes the heavy files of the shelf as well, which otherwise stay on the box.',
      hurt:
        'Makes it even if the log is damaged: “cocote restore” will take from it what can ' +
        'still be read.',
    },
    examples: [
      'backup /media/key/sail.cocote-sauvegarde',
      'backup sail.cocote-sauvegarde --for-keeper --data ~/sail',
    ],
  },
  restore: {
    about: 'puts a backup into a folder',
    more: 'A box that is there is set aside in a folder beside it, never erased.',
    arguments: ['The backup.'],
    options: {
      data:
        'The folder to put the backup into. Without it: ./data. A box that is there is set ' +
        'aside in a folder beside it.',
      forgettings:
        'A list of forgettings kept apart: what it names is forgotten again, even when the ' +
        'backup holds it.',
    },
    examples: ['restore /media/key/sail.cocote-sauvegarde --data ~/sail'],
  },
  check: {
    about: 'checks chains, signatures, tables and files',
    more: 'Changes nothing. The page may stay open.',
    examples: ['check', 'check --data ~/sail'],
  },
  rebuild: {
    about: 'makes the tables again from the log',
    more: 'Nothing is lost: the log holds everything. The page must be closed.',
    examples: ['rebuild --data ~/sail'],
  },
  keeper: {
    about: 'changes the passphrase and gives ten new codes',
    more:
      'The former passphrase and codes are worth nothing any more, and everybody signs in ' +
      'again. The page must be closed.',
    examples: ['keeper --data ~/sail'],
  },
  export: {
    about: 'writes all that is public as CSV and JSON, or as a site',
    arguments: ['The .zip archive to write.'],
    options: {
      site:
        'Writes into this new folder a read-only copy of the page, which a host or a USB key ' +
        'can serve.',
      private: 'Adds what must not leave the box. Asks for one of the ten codes.',
      shelf: 'With --private, takes the files of the shelf along: they may be very heavy.',
      code:
        'The code that allows it; it is worth nothing afterwards. Without it, the question is ' +
        'asked.',
      lang: 'The language of the columns’ headings, or of the site: fr or en. Without it: fr.',
    },
    examples: ['export sail.zip', 'export sail.zip --private', 'export --site ~/site'],
  },
  import: {
    about: 'takes an export into this box',
    more: 'All or nothing: an export that does not fit leaves nothing.',
    arguments: ['The archive made by “cocote export”.'],
    examples: ['import sail.zip --data ~/sail'],
  },
  fill: {
    about: 'fills with plausible records, to measure',
    options: {
      records: 'How many records to write, from 1 to 1,000,000.',
      day: 'The day from which dates are counted, written 2026-12-05. Without it: today.',
    },
    examples: ['fill --records 2000 --data ~/trial'],
  },
  completion: {
    about: 'writes what completes the verbs with the Tab key',
    more:
      'To be put once into the configuration of the shell, as the examples show. To be made ' +
      'again when the program changes version.',
    arguments: ['The shell: bash, zsh or fish.'],
    examples: [
      'completion bash > ~/.local/share/bash-completion/completions/cocote',
      'completion zsh > ~/.zfunc/_cocote',
      'completion fish > ~/.config/fish/completions/cocote.fish',
    ],
  },
}
