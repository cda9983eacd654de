import type { PageQuestion } from '../../../contract/search.ts'
import { saySize } from '../../../ui/sizes.ts'
import type { fr } from './fr.ts'

const files = (n: number): string => (n === 0 ? 'no file' : n === 1 ? '1 file' : `${n} files`)

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Files to take here',
    text: 'Nothing goes by Internet.',
    href: '/fichiers',
    asked: [
      'download/take/copy file/document/film/book/music*',
      'bring/share/upload/send* file/document/shelf',
    ],
  },
]

export const en: typeof fr = {
  questions,
  title: 'Files',
  lead:
    'Documents, books, music, films to take away. They are in this box: nothing goes through ' +
    'the Internet.',
  noFolder: 'The shelf is empty for now. Whoever keeps the page can make folders on it.',
  noneFound: asked => `Nothing on the shelf for “${asked}”. Try another word, or open the folders.`,
  searchHere: 'Search the shelf',
  search: 'Search',
  allFolders: 'All folders',
  folders: 'The folders',
  found: n => (n === 1 ? 'One file' : `${n} files`),
  inIt: 'What can be taken',
  foundOnShelf: 'On the shelf of this box',
  askKeeper: 'A question, a file that should not be here? See',
  keeper: 'whoever keeps the page',
  size: bytes => saySize(bytes, 'en'),
  madeOf: (made, heavy) => `${made}, ${heavy}`,
  holds: (n, heavy) => (n === 0 ? 'empty' : `${files(n)}, ${heavy}`),
  setOf: (season, on) => `${season}${on ? `, put here ${on}` : ''}`,
  setBy: 'Chosen by',
  season: 'Season',
  readersShort: {
    anyone: '',
    neighbours: '· for those who have a card',
    keeper: '· for you alone',
  },
  newFolder: 'Make a folder',
  makeFolder: 'Make this folder',
  changeTitle: name => `Change “${name}”`,
  change: 'Change the folder',
  keepChanges: 'Keep these changes',
  fromKey: 'Take from a USB key',
  renew: 'Renew from a USB key',
  add: 'Bring a file',
  addTo: name => `Bring a file to “${name}”`,
  print: 'Print the list',
  emptyFolder: 'There is nothing here yet.',
  readOnly: 'This set is renewed as a whole, each season: one takes from it and adds nothing.',
  withCard: 'To bring something here, come in with your card first.',
  take: made => `Take it (${made})`,
  goesOn: 'If the Wi-Fi drops, start it again: it goes on from where it stopped.',
  play: title => `Listen to or watch “${title}” here`,
  broughtOn: 'Brought',
  fileName: 'Name of the file',
  stillWaits: 'Whoever keeps the page has not seen it yet: nobody else reads it.',
  mend: 'Correct what is said of it',
  mended: 'It is corrected.',
  titleWanted: 'Give it a title: that is how it is found.',
  takeDown: 'Take this file down',
  takeDownMeans:
    'It leaves the box at once, and its line with it. To have it again, it must be brought again.',
  takeDownSet:
    'It belongs to a season’s set. It leaves the box at once; the rest of the set stays.',
  takeDownNow: 'Take it down now',
  takenDown: title => `“${title}” is no longer on the shelf.`,
  accept: 'Put it on the shelf',
  refuse: 'Take it down',
  shownNow: 'It is on the shelf.',
  toSee: 'Files to look at',
  toSeeLead:
    'What people brought and you alone see. Open, listen, then put it on the shelf or take ' +
    'it down.',
  nothingToSee: 'Nothing waits.',
  waiting: n =>
    n === 1
      ? 'a file that somebody brought waits for you to see it'
      : `${n} files that people brought wait for you to see them`,
  waitsFor: (folder, by) => `for “${folder}”${by ? `, brought by ${by}` : ''}`,
  room: 'Room',
  roomUsed: heavy => `The shelf takes ${heavy} of this box.`,
  roomShare: 'Share of the free room that it may take, in %',
  roomHint:
    'From 5 to 90. Room always stays for notices and their copies, whatever you write here.',
  keepRoom: 'Keep this share',
  percentWanted: 'Write a whole number, from 5 to 90.',
  shared: percent => `The shelf may take ${percent}% of the free room.`,
  needed: 'needed',
  nothingThere: 'There is nothing of that name here: the page may have changed meanwhile.',
  wholeMb: 'Write a whole number of MB, 1 at least; or nothing.',
  folderMade: 'The folder is made.',
  folderChanged: 'The folder is changed. What was in it stays.',
  closeFolder: 'Close this folder',
  closeMeans: 'The folder and all that it holds leave the box, at once and for good.',
  closeSure: 'Yes, take everything down',
  closeNow: 'Close the folder',
  tickToClose: 'Tick “Yes, take everything down”: it can’t be undone.',
  folderClosed: (name, n) => `“${name}” is closed${n > 0 ? `, and ${files(n)} with it` : ''}.`,
  folderHints: {
    purpose: 'What one finds in it, for whoever reads it without knowing.',
    largestMb: usual =>
      `In MB. Nothing written: ${usual}. What you bring yourself is bounded by the disk alone.`,
    quotaMb: 'In MB. Nothing written: the room of the shelf.',
    season:
      'Of a set that is renewed as a whole: “Winter 2026”. Nobody adds to it; it is filled ' +
      'from a USB key.',
    source: 'Who prepared it: the library, the school…',
  },
  fileHints: {
    title: 'For one file. Of several, each keeps its name.',
    author: 'Who wrote it, played it, filmed it.',
    licence: 'What lets it be given to everybody. In doubt, don’t bring it: ask first.',
    source: 'The address where it is found, if there is one.',
    broughtBy: 'Read by anyone who opens the folder. You may leave it empty.',
  },
  chooseLicence: 'Choose…',
  takes: (kinds, largest, most) =>
    'This folder takes: ' +
    `${kinds.join(', ').toLowerCase()}${largest ? `, ${largest} a file at most` : ''}, ` +
    `${most} at once.`,
  seenFirst: 'Whoever keeps the page looks before it is shown.',
  alreadyCame: n => `File ${n}, already here`,
  send: 'Send',
  stayWhile:
    'Stay near the box until the next page: what is cut leaves nothing, and must be sent again.',
  waitsNow: n =>
    n === 1
      ? 'Thank you! It will be on the shelf once whoever keeps the page has seen it.'
      : 'Thank you! They will be on the shelf once whoever keeps the page has seen them.',
  broughtNow: n => (n === 1 ? 'It is on the shelf.' : `${n} files are on the shelf.`),
  notTakenHere: 'This folder takes no files from you. See whoever keeps the page.',
  full:
    'There is no room left for this on the shelf. Nothing was taken. Tell whoever keeps the ' +
    'page.',
  tooMuchWaits:
    'Too many files wait to be seen already. Come back once whoever keeps the page has ' +
    'looked at them.',
  tooLargeHere: name => `“${name}” is too heavy for this folder.`,
  alreadyWaits: name =>
    `“${name}” has come already, and waits to be seen by whoever keeps the page.`,
  alreadyHere: (name, title) => `“${name}” is in this folder already, under the title “${title}”.`,
  nameFaults: {
    empty: () => 'A file has no name. Give it one, then send it again.',
    long: name => `The name of “${name}…” is too long. Make it shorter.`,
    path: name => `“${name}” has a stroke in its name. Rename it, then send it again.`,
    unseen: name =>
      `“${name}” has signs in its name that don’t show. Rename it by hand, then send it again.`,
    program: name =>
      `“${name}” is not taken: it is a program, a page or a shortcut, or looks like one. ` +
      'Viruses travel that way.',
    reserved: name => `“${name}” is a name that computers keep for themselves. Rename it.`,
    unknown: name => `“${name}” is of no kind that is taken here. A PDF always will do.`,
  },
  kindFaults: {
    other: name =>
      `“${name}” is not what the end of its name says. Save it again from its program, then ` +
      'send it again.',
    macros: name =>
      `“${name}” holds macros, which are small programs. Save it without them, or as a PDF.`,
    hidden: name => `“${name}” hides a program. It is not taken.`,
    notTaken: name => `“${name}” is of no kind that this folder takes.`,
    nothing: name => `“${name}” is empty. Did you save it?`,
  },
  kinds: {
    documents: 'Documents',
    books: 'Books',
    pictures: 'Pictures',
    music: 'Music and voices',
    films: 'Films',
  },
  licenceMeans: {
    'public-domain': 'Its author died more than seventy years ago, or the law gives it to all.',
    cc0: 'Its author gives it and asks for nothing.',
    by: 'It may be copied and changed, naming its author.',
    'by-sa':
      'It may be copied and changed, naming its author, and given on under the same licence.',
    'by-nc': 'It may be copied and changed, without trade, naming its author.',
    'by-nd': 'It may be copied and not changed, naming its author.',
    'by-nc-sa':
      'It may be copied and changed, without trade, naming its author and under the same licence.',
    'by-nc-nd': 'It may be copied, neither changed nor traded, naming its author.',
    lal: 'It may be copied and changed, naming its author, and is given on as free.',
    public: 'A town hall, a school, a public service puts it at everybody’s disposal.',
    mine: 'Whoever brought it made it, and gives it to be read and copied.',
    agreed: 'Whoever brought it says that its author agrees.',
  },
  printed: {
    kind: 'Files of the shelf',
    take: page => `To be taken over the box’s Wi-Fi, at ${page}`,
    author: 'By',
    licence: 'Licence',
    made: 'Kind and size',
    folder: 'Folder',
    on: day => `printed on ${day}`,
    empty: 'Nothing yet.',
  },
  home: 'On the shelf',
  homeTake: 'To read, to listen to, to take away',
  newest: 'the last:',
  renewed: (n, season) => `“${season}” is in place: ${files(n)}.`,
  renewedOld: name => ` The former set is kept in “${name}”.`,
  seasonWanted: 'Say of which season this set is: “Winter 2026”.',
  nothingCame: 'No file could be taken.',
  types: {
    'shelf-folder': {
      one: 'folder of the shelf',
      many: 'Folders of the shelf',
      add: 'Make a folder',
      fields: {
        name: { label: 'Name of the folder' },
        purpose: { label: 'What it is for' },
        readers: {
          label: 'Who sees it',
          choices: {
            anyone: 'everybody',
            neighbours: 'those who have a card',
            keeper: 'you alone',
          },
        },
        adders: {
          label: 'Who may bring files to it',
          choices: {
            nobody: 'nobody but you',
            neighbours: 'those who have a card',
            anyone: 'everybody',
          },
        },
        waits: { label: 'What is brought waits until I have seen it' },
        kinds: { label: 'What it takes' },
        largestMb: { label: 'At most a file' },
        quotaMb: { label: 'At most for the folder' },
        season: { label: 'Season' },
        setOn: { label: 'Put here on' },
        source: { label: 'Chosen by' },
      },
    },
    'shelf-file': {
      one: 'file of the shelf',
      many: 'Files of the shelf',
      add: 'Bring a file',
      fields: {
        title: { label: 'Title' },
        author: { label: 'Whose work it is' },
        about: { label: 'What it is' },
        licence: {
          label: 'Licence',
          choices: {
            'public-domain': 'public domain',
            cc0: 'CC0',
            by: 'CC BY',
            'by-sa': 'CC BY-SA',
            'by-nc': 'CC BY-NC',
            'by-nd': 'CC BY-ND',
            'by-nc-sa': 'CC BY-NC-SA',
            'by-nc-nd': 'CC BY-NC-ND',
            lal: 'Free Art Licence',
            public: 'public document',
            mine: 'I made it, and give it to be read and copied',
            agreed: 'its author agrees, I asked',
          },
        },
        source: { label: 'Where it comes from' },
        broughtBy: { label: 'First name of who brings it' },
        file: { label: 'File' },
        folder: { label: 'Folder' },
        season: { label: 'Season' },
        waiting: { label: 'Waits to be seen' },
        on: { label: 'Brought on' },
        member: { label: 'Brought by' },
      },
    },
    'shelf-room': {
      one: 'room of the shelf',
      many: 'Room of the shelf',
      add: 'Say the room',
      fields: { on: { label: 'Said on' }, percent: { label: 'Share, in %' } },
    },
  },
  toolAbout: {
    shelf: 'Documents, books and films to take away, without Internet: add, put in order.',
  },
  resting: {
    title: 'Files',
    about: 'Documents, books, music and films to take away.',
  },
}
