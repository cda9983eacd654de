import type { help as fr } from './fr.ts'

export const help: typeof fr = {
  usage: 'cocote VERB [options]',
  verbs: 'Verbs',
  options: 'Options',
  serve: 'opens the page',
  harvest: 'proposes what a page of notes holds',
  rebuild: 'makes the tables again from the log',
  check: 'checks chains, signatures, tables and files',
  backup: 'saves everything in a sealed file',
  restore: 'puts a backup into a folder; a box that is there is set aside, never erased',
  export: 'writes all that is public as CSV and JSON',
  import: 'takes an export into this box',
  keeper: 'changes the passphrase and prints ten new codes',
  fill: 'fills with plausible records, to measure',
  print: 'prints as PDF: poster, sheet of the week, directory…',
  shelf: 'puts the files of a folder on the shelf, or renews a season’s set',
  courier: 'packs or takes the news that a courier carries',
  box: 'says which boxes are known, and which to believe; makes and checks versions and the kit',
  evening:
    'leads an evening on a laptop: Wi-Fi, page, counter card, and everything on a key at the end',
  option: {
    data: 'The box’s folder. Without it: ./data.',
    help: 'Shows this help and does nothing else.',
    'passphrase-file':
      'Reads the passphrase from this file. Without it: the variable COCOTE_PASSPHRASE, or the question is asked.',
    'serve.data':
      'The folder where the page keeps everything. Without it: ./data, or with --demo a passing folder, new each time.',
    'serve.port':
      'The port where the page is read, over http. Without it: 4280. With 0, a free port is chosen.',
    'serve.tls-port':
      'The port where the keeper signs in, over https. Without it: 4243. With 0, a free port is chosen.',
    'serve.host':
      'The address to listen on: 127.0.0.1 for this machine alone, 0.0.0.0 for the whole network, where it tells other boxes that it is there (unless COCOTE_MDNS=0). Without it: 127.0.0.1.',
    'serve.name':
      'A name that the page answers to, such as borne.local. Give the option again for another.',
    'serve.demo':
      'Opens the page of a village made for trying, already filled, and says the passphrase to sign in.',
    'serve.allow-local':
      'Lets an address of this machine or of the network here be harvested; else it is refused.',
    'serve.captive':
      'On the Wi-Fi of a box: welcomes the telephones that come, and leads to the page whatever name is typed. On an installed box it is so already.',
    'harvest.data': 'Changes nothing: this verb reads a page of notes, and opens no box.',
    'harvest.json': 'Writes what was recognised as JSON, for a machine, instead of a list to read.',
    'harvest.allow-local':
      'Lets an address of this machine or of the network here be harvested; else it is refused.',
    'shelf.licence': 'The licence of files of which the list says nothing.',
    'shelf.season': 'Replaces the whole folder by this set: “Winter 2026”.',
    'shelf.keep-old': 'Keeps the former set in a folder of its own.',
    'backup.shelf': 'Takes the heavy files of the shelf as well, which otherwise stay on the box.',
    'backup.hurt':
      'Makes it even if the log is damaged: “cocote restore” will take from it what can still be read.',
    'backup.plain':
      'Does not seal the file: whoever has it can read everything and pass for the box.',
    'backup.for-keeper':
      'Seals without asking anything: the keeper’s passphrase opens it. FILE may be “-”, the standard output.',
    'restore.data':
      'The folder to put the backup into. Without it: ./data. A box that is there is set aside in a folder beside it.',
    'restore.forgettings':
      'A list of forgettings kept apart: what it names is forgotten again, even when the backup holds it.',
    'export.site':
      'Writes into this new folder a read-only copy of the page, which a host or a USB key can serve.',
    'export.private': 'Adds what must not leave the box. Asks for one of the ten codes.',
    'export.shelf': 'With --private, takes the files of the shelf along: they may be very heavy.',
    'export.code':
      'The code that allows it; it is worth nothing afterwards. Without it, the question is asked.',
    'export.lang': 'The language of the columns’ headings: fr or en. Without it: fr.',
    'fill.records': 'How many records to write, from 1 to 1,000,000.',
    'fill.day': 'The day from which dates are counted, written 2026-12-05. Without it: today.',
    'evening.hotspot':
      'Opens a Wi-Fi open to all with the one of this computer, and closes it at the end, even if everything stops at once.',
    'evening.wifi': 'The name of this Wi-Fi, on phones and on the card. Else: CoCoTe.',
    'evening.port':
      'The port where the page is read. Else: 80 if that is allowed, then 8000, then 4280.',
    'evening.tls-port': 'The port where whoever keeps the page enters, over https. Else: 4243.',
    'evening.card': 'The file for the counter card. Else: carte-du-comptoir.pdf, here.',
    'evening.print': 'Sends the card to the printer too, if the command lp is there.',
    'evening.key':
      'The folder of the key on which everything is written at the end. Else: the one that is plugged in.',
    'evening.for': 'The box that the news go to; else whoever takes them.',
    'evening.look':
      'Looks at what the Wi-Fi of this computer can do, says it, changes nothing and opens nothing.',
    'evening.json':
      'Says in JSON, for a machine, what is open and then what is written on the key.',
    'print.out':
      'The file to write: a .pdf; the report also as .html, a page in one file, or as .csv, its figures.',
    'print.since': 'Of the report: the day from which what happens is counted, written 2026-12-05.',
    'print.format':
      'The size of the paper, when what is printed has several: a4 or a5. Of the report: court or long.',
    'print.col': 'The columns of a list, separated by commas: name,commune,reach.',
    'print.wifi':
      'For “comptoir”: the name of the Wi-Fi of the box, where it does not know it by itself.',
    'print.open':
      'With --wifi: that Wi-Fi is open to all. Else the card leaves room for a password.',
    'print.json': 'Says what was written as JSON, for a machine.',
    'courier.out': 'With pack: the file to put the news in.',
    'courier.for':
      'With pack: the box that they go to; what it has already is left out. With meet: the only box to exchange with.',
    'courier.since':
      'With pack: a .cocote or .json file made by the other box, which says what it holds already.',
    'courier.receipt':
      'With deliver: the file to put the receipt in, to take back to the other box.',
    'courier.yes': 'With deliver or meet: takes everything, even when it is much for once.',
    'courier.json': 'With pack, deliver or meet: says what was done as JSON, for a machine.',
    'box.json': 'Says the boxes, or the one that is decided of, as JSON, for a machine.',
    'box.called': 'With pair: the name by which this box is spoken of here.',
    'box.off': 'With pair, accept, pause or dismiss: undoes it instead of doing it.',
    'box.out':
      'With release or kit: the folder to put in what is made. With unpack: the new folder to fill.',
    'box.key': 'With release or kit: the key that signs, made by “cocote box signing-key”.',
    'box.keys': 'The folder of the keys to trust, in .pub. Otherwise: /etc/cocote/keys.',
    'box.arch':
      'The kind of machine: x64 or arm64. Otherwise: this one. With release or kit, the option may be repeated.',
    'box.as':
      'With release or kit: the number that the version bears. Otherwise: the project’s own.',
    'box.from': 'With release or kit: the oldest version that may go to this one at once.',
    'box.older': 'With verify or unpack: takes a version older than the one here.',
    'box.new':
      'With verify, unpack or versions: nothing runs here yet, any version may be the first.',
    'box.whose': 'With signing-key: the name of who signs, which the box tells whoever keeps it.',
    'box.trust': 'With kit: one more .pub key that the box will trust. The option may be repeated.',
    'box.number': 'With answers: the version that must answer on this machine.',
    'box.wait': 'With answers: how many seconds to wait for the first answer. Otherwise: 60.',
    'box.stay':
      'With answers: how many seconds it must then answer without falling. Otherwise: 30.',
    'backup.without-files': 'Leaves photos and files out: the log, the key and the secrets only.',
    'box.allow-local':
      'With fetch: lets an address of this machine or of the network here be taken; otherwise it is refused.',
    'box.suite':
      'With kit: the box’s Debian, trixie or bookworm. Otherwise: the one here. The option may be repeated.',
  },
}
