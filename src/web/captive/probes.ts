/**
 * The probes by which systems find out whether a network leads to the Internet. Nothing depends on
 * them: people can always type the address (docs/decisions/0023-captive-probes.md).
 */

/** The exact answer to a probe: some systems compare every byte. */
export type Well = Readonly<{
  status: number
  type?: string
  body?: string
  headers?: Readonly<Record<string, string>>
}>

/**
 * A probe: the host and path that it asks over HTTP, its user agent where it sends one, and `well`,
 * the answer that means Internet.
 *
 * Source  each line’s own, read and not tried on the device unless it says so.
 */
export type Probe = Readonly<{
  system: string
  host: string
  path: string
  agent?: string
  well: Well
  source: string
}>

const EMPTY: Well = { status: 204 }
const text = (body: string): Well => ({ status: 200, type: 'text/plain', body })
const page = (body: string): Well => ({ status: 200, type: 'text/html', body })
const SUCCESS = page('<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>')
const ONLINE: Well = {
  ...text('NetworkManager is online\n'),
  headers: { 'x-networkmanager-status': 'online' },
}

const ANDROID = 'AOSP, NetworkStack: NetworkMonitor.java, res/values/config.xml'
const APPLE = 'Wireless Broadband Alliance, Captive Network Portal Behavior: Apple'
const WINDOWS = 'Microsoft, NCSI overview (learn.microsoft.com), 2023'
const FIREFOX =
  'mozilla-central: captivedetect, all.js (captivedetect.canonicalURL, ' +
  'network.connectivity-service)'
const NETWORK_MANAGER =
  'NetworkManager: nm-connectivity.c; each distribution’s own connectivity.conf'
const MAKERS =
  'the maker’s own build of NetworkMonitor, as said in public lists; any host that asks ' +
  'this path is answered the same'

const APPLE_AGENT = 'CaptiveNetworkSupport-481.0.1 wispr'
const ANDROID_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/60.0.3112.32 Safari/537.36'
const CHROME_AGENT =
  'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/131.0.0.0 Safari/537.36'
const WINDOWS_AGENT = 'Microsoft NCSI'

/** The probes of each system. */
export const probes: readonly Probe[] = [
  ...[
    ['connectivitycheck.gstatic.com', '/generate_204'],
    ['www.google.com', '/gen_204'],
    ['play.googleapis.com', '/generate_204'],
    ['connectivitycheck.android.com', '/generate_204'],
    ['clients3.google.com', '/generate_204'],
  ].map(
    ([host = '', path = '']): Probe => ({
      system: 'Android',
      host,
      path,
      agent: ANDROID_AGENT,
      well: EMPTY,
      source: ANDROID,
    }),
  ),
  {
    system: 'ChromeOS',
    host: 'www.gstatic.com',
    path: '/generate_204',
    agent: CHROME_AGENT,
    well: EMPTY,
    source: 'Chromium: shill',
  },
  ...[
    ['Samsung', 'connectivity.samsung.com.cn'],
    ['Huawei', 'connectivitycheck.platform.hicloud.com'],
    ['Xiaomi', 'connect.rom.miui.com'],
    ['Oppo', 'conn1.oppomobile.com'],
    ['Vivo', 'wifi.vivo.com.cn'],
    ['GrapheneOS', 'connectivitycheck.grapheneos.network'],
  ].map(
    ([system = '', host = '']): Probe => ({
      system,
      host,
      path: '/generate_204',
      agent: ANDROID_AGENT,
      well: EMPTY,
      source: MAKERS,
    }),
  ),
  {
    system: 'iOS',
    host: 'captive.apple.com',
    path: '/hotspot-detect.html',
    agent: APPLE_AGENT,
    well: SUCCESS,
    source: APPLE,
  },
  {
    system: 'macOS',
    host: 'captive.apple.com',
    path: '/hotspot-detect.html',
    agent: APPLE_AGENT,
    well: SUCCESS,
    source: APPLE,
  },
  {
    system: 'iOS',
    host: 'www.apple.com',
    path: '/library/test/success.html',
    agent: APPLE_AGENT,
    well: SUCCESS,
    source: APPLE,
  },
  ...['www.msftconnecttest.com', 'ipv6.msftconnecttest.com'].map(
    (host): Probe => ({
      system: 'Windows',
      host,
      path: '/connecttest.txt',
      agent: WINDOWS_AGENT,
      well: text('Microsoft Connect Test'),
      source: WINDOWS,
    }),
  ),
  {
    system: 'Windows',
    host: 'www.msftncsi.com',
    path: '/ncsi.txt',
    agent: WINDOWS_AGENT,
    well: text('Microsoft NCSI'),
    source: WINDOWS,
  },
  {
    system: 'Firefox',
    host: 'detectportal.firefox.com',
    path: '/success.txt',
    well: text('success\n'),
    source: FIREFOX,
  },
  {
    system: 'Firefox',
    host: 'detectportal.firefox.com',
    path: '/canonical.html',
    well: page(
      '<meta http-equiv="refresh" content="0;url=https://support.mozilla.org/kb/captive-portal"/>',
    ),
    source: FIREFOX,
  },
  ...[
    ['GNOME', 'nmcheck.gnome.org', '/check_network_status.txt'],
    ['Debian', 'network-test.debian.org', '/nm'],
    ['Arch', 'ping.archlinux.org', '/nm-check.txt'],
  ].map(
    ([system = '', host = '', path = '']): Probe => ({
      system,
      host,
      path,
      well: ONLINE,
      source: NETWORK_MANAGER,
    }),
  ),
  {
    system: 'Fedora',
    host: 'fedoraproject.org',
    path: '/static/hotspot.txt',
    well: text('OK'),
    source: NETWORK_MANAGER,
  },
  {
    system: 'Ubuntu',
    host: 'connectivity-check.ubuntu.com',
    path: '/',
    well: { status: 204, headers: { 'x-networkmanager-status': 'online' } },
    source: NETWORK_MANAGER,
  },
  {
    system: 'KDE',
    host: 'networkcheck.kde.org',
    path: '/',
    well: text('OK\n'),
    source: 'KDE: plasma-nm, and NetworkManager’s own check',
  },
  {
    system: 'Kindle',
    host: 'spectrum.s3.amazonaws.com',
    path: '/kindle-wifi/wifistub.html',
    well: page('81ce4465-7167-4dcb-835b-dcc9e44c112a'),
    source: 'public lists',
  },
]

const key = (host: string, path: string): string => `${host} ${path}`
const byAddress = new Map(probes.map(one => [key(one.host, one.path), one.well]))
/** Every build of Android, its maker's or not, asks one of these, of a host that changes. */
const ANY_ANDROID = /^\/gen(?:erate)?_204$/
/** Apple’s user agent: Apple asks other hosts too, some of them random. Source: the same. */
const ANY_APPLE = /^CaptiveNetworkSupport\b/

/**
 * The answer that means Internet to this probe. Undefined when it is no probe. `host` without its
 * port, `path` without its query.
 */
export const wellFor = (host: string, path: string, agent: string): Well | undefined =>
  byAddress.get(key(host, path)) ??
  (ANY_ANDROID.test(path) ? EMPTY : ANY_APPLE.test(agent) ? SUCCESS : undefined)
